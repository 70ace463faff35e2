"""One table of words a language."""

from __future__ import annotations

import re

from ccdiff.model.alignment import Note
from ccdiff.render.messages import HERE, HOLE, _read, messages

ZH, EN = _read(HERE / "zh.txt"), _read(HERE / "en.txt")
# English needs names of months and forms for one; Chinese needs neither.
ONLY_ENGLISH = re.compile(r"month\.\d+$|.*\.one$")


def test_both_languages_say_the_same_things() -> None:
    assert set(ZH) == {id for id in EN if not ONLY_ENGLISH.match(id)}


def test_a_text_has_the_same_holes_in_both_languages() -> None:
    allowed = {"date.day": {"m"}, "date.month": {"m", "month"}}
    for id, text in ZH.items():
        extra = allowed.get(id, set()) | ({"month"} if id.startswith("date.") else set())
        assert set(HOLE.findall(text)) - extra == set(HOLE.findall(EN[id])) - extra, id


def test_no_id_stands_twice_in_a_table() -> None:
    for name in ("zh", "en"):
        ids = [
            line.partition(" | ")[0]
            for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()
            if " | " in line
        ]
        assert len(ids) == len(set(ids))


def test_a_value_is_never_read_as_a_template() -> None:
    assert messages("zh")("quote", text="{n}{text}") == "“{n}{text}”"


def test_an_unknown_reason_is_shown_as_it_is() -> None:
    assert messages("zh").why("a-new-rule:0.5") == "a-new-rule:0.5"
    assert messages("zh").why("text:0.71") == "文字相近（0.71）"


def test_an_unknown_note_shows_its_id_and_values() -> None:
    assert messages("en").note(Note("odd", (("at", "3"),))) == "odd (at=3)"
