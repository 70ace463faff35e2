"""One small word that turns a paragraph's sense is among what matters most."""

from __future__ import annotations

import pytest
from ledger_reports import from_text

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive import derive
from ccdiff.derive.thresholds import DeriveThresholds

FRAME = {
    "en": "Report of the Forum\n\nI. Names\n\n1. The Forum met in March and thanked its host for the rooms.\n\n2. {}\n\n3. The Forum closed its meeting.\n",
    "zh": "论坛报告\n\n一. 名称\n\n1. 论坛于三月举行会议，感谢东道国提供会场。\n\n2. {}\n\n3. 论坛会议闭幕。\n",
}
TURNS = [
    ("en", "The group held that fees {} in small ports of the region.", "should be reduced", "should not be reduced"),
    ("en", "Many experts {} with the view that fees be reduced in small ports.", "agreed", "disagreed"),
    ("en", "The norm said that signs {} be set up at the gates of all ports.", "should", "must"),
    ("zh", "该国代表说，该国{}过境货物进行辐射检查，并保存记录供各方查阅。", "不对", "对"),
    ("zh", "专家组指出，各港口{}在入口处设立警示标志，并保存有关记录。", "应", "可"),
]
QUIET = [
    ("en", "The group held that fees {} in small ports of the region.", "should be reduced", "ought to be lowered"),
    ("en", "The group met {} times and discussed the fees of small ports in the region.", "three", "four"),
    ("zh", "专家组{}努力，就各港口的收费问题进行了讨论，并保存了有关记录。", "继续", "坚持不懈地"),
    ("zh", "专家组指出，各港口{}在入口处设立警示标志，并保存有关记录。", "应", "应当"),
    ("zh", "一{}代表说，该国对过境货物进行辐射检查，并保存记录供各方查阅。", "位", "名"),
]


def told(language: str, frame: str, old: str, new: str) -> list[tuple[str, ...]]:
    """The places of the paragraphs among what matters most."""
    one, other = (from_text(FRAME[language].format(frame.format(word)), language) for word in (old, new))
    found = derive(one, other, align(one, other, AlignThresholds()), DeriveThresholds())
    return [entry.old for entry in found.highlights if entry.kind == "paragraph"]


@pytest.mark.parametrize(("language", "frame", "old", "new"), TURNS)
def test_a_denial_an_obligation_or_an_opposite_in_nearly_the_same_words_is_told_first(
    language: str, frame: str, old: str, new: str
) -> None:
    assert told(language, frame, old, new) == [("2",)]


@pytest.mark.parametrize(("language", "frame", "old", "new"), QUIET)
def test_other_words_and_figures_turn_no_sense(language: str, frame: str, old: str, new: str) -> None:
    assert told(language, frame, old, new) == []
