"""What a note says of a topic: that a matter is gone, or only that it is no theme, agenda item or chapter any more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sample import CHANGES, SAMPLE

from ccdiff.model.changes import Topic
from ccdiff.render import render
from ccdiff.render.messages import messages


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("tone", ["", "apart"])
@pytest.mark.parametrize("kind", ["new", "dropped"])
def test_every_claim_has_its_own_sentence(lang: str, tone: str, kind: str) -> None:
    table = messages(lang).toned(tone) if tone else messages(lang)
    claims = [f"topic.{kind}{what}.sentence" for what in ("", ".theme", ".item", ".chapter")]
    assert len({table(claim, label="X") for claim in claims}) == len(claims)
    assert all("X" in table(claim, label="X") for claim in claims)


@pytest.mark.parametrize(
    ("what", "words"),
    [("matter", ""), ("theme", "作为讨论专题；"), ("item", "作为议程项目；"), ("chapter", "作为章节；")],
)
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_title_is_listed_with_what_alone_is_said_of_it(form: str, what: str, words: str) -> None:
    topic = Topic("dropped", "保密措施", ("保密措施",), ("6",), 0.6, what)
    text = str(render(replace(SAMPLE, changes=replace(CHANGES, topics=(topic,))), form))
    tags = ["作为讨论专题", "作为议程项目", "作为章节"]
    assert [tag for tag in tags if tag in text] == ([words[:-1]] if words else [])
