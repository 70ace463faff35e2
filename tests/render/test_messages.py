"""One table of words a language."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest
from sample import SAMPLE

import ccdiff
from ccdiff.language import load
from ccdiff.model.alignment import Note
from ccdiff.model.comparison import Highlight
from ccdiff.render import render
from ccdiff.render.messages import HERE, HOLE, Messages, _read, messages
from ccdiff.render.view import RELATIONS

ZH, EN = _read(HERE / "zh.txt"), _read(HERE / "en.txt")
# English needs names of months and forms for one; Chinese has words for ten thousand and its powers.
ONLY_CHINESE = re.compile(r"number\.\d+$")
ONLY_ENGLISH = re.compile(r"month\.\d+$|number\.\d+$|.*\.one$")


def test_both_languages_say_the_same_things() -> None:
    assert {id for id in ZH if not ONLY_CHINESE.match(id)} == {id for id in EN if not ONLY_ENGLISH.match(id)}


def test_a_text_has_the_same_holes_in_both_languages() -> None:
    allowed = {"date.day": {"m"}, "date.month": {"m", "month"}}
    for id, text in ((id, text) for id, text in ZH.items() if not ONLY_CHINESE.match(id)):
        extra = allowed.get(id, set()) | ({"month"} if id.startswith("date.") else set())
        assert set(HOLE.findall(text)) - extra == set(HOLE.findall(EN[id])) - extra, id


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", ["md", "html", "json", "docx", "redline"])
def test_no_output_asks_for_words_that_the_table_lacks(monkeypatch: pytest.MonkeyPatch, lang: str, format: str) -> None:
    told = Messages.__call__

    def strict(self: Messages, id: str, /, **values: object) -> str:
        assert id in self, id
        return told(self, id, **values)

    monkeypatch.setattr(Messages, "__call__", strict)
    together = (
        Highlight("figure", 0, 0.9, ("4",), ("6",), (0, 0)),
        Highlight("recommendation", 0, 1.0, ("7(a)",), (), (0, 1)),
    )
    assert render(replace(SAMPLE, highlights=(*together, *SAMPLE.highlights)), format, lang=lang)


def test_every_kind_has_words_in_both_languages() -> None:
    kinds = {
        "relation": RELATIONS,
        "recommendation": ("kept", "amended", "echoed", "referred", "dropped", "new"),
        "strength": ("decide", "request", "urge", "call", "recommend", "encourage", "invite", "note"),
        "shift": ("strengthened", "weakened", "figures", "widened", "narrowed"),
        "relation.section": ("same", "renamed", "moved", "split", "merged", "new", "dropped"),
        "warning": ("says-rise-but-fell", "says-fall-but-rose"),
        "value": [row[1] for row in load("zh").rows("roles") if row[0] == "role"],
    }
    for kind, names in kinds.items():
        assert [name for name in names if f"{kind}.{name}" not in ZH or f"{kind}.{name}" not in EN] == [], kind


def notes_taken() -> set[str]:
    """The ids with which the code notes something: the constants and the fixed beginnings given first to ``….note(…)``."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(ccdiff.__file__).parent.rglob("*.py")]
    calls = (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and len(node.keywords) > 0)
    first = [call.args[0] for call in calls if getattr(call.func, "attr", "") == "note" and call.args]
    found = {arg.value for arg in first if isinstance(arg, ast.Constant)}
    return found | {arg.values[0].value for arg in first if isinstance(arg, ast.JoinedStr)}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_note_that_the_code_takes_has_words(lang: str) -> None:
    taken = notes_taken()
    assert {"dangling-reference", "attendance-now-"} <= taken
    known = messages(lang)._table
    assert not [id for id in taken if not any(key.startswith(f"note.{id}") for key in known)]


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
