"""Two language versions of one report: what agrees raises no alarm, and each slip is found where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC

from ccdiff.compare import read_report
from ccdiff.reading import Reading
from ccdiff.verify import Disagreement, verify

from .bilingual import EN, ZH

STATES_ZH = "3. 下列缔约国派代表出席了会议：阿富汗、中国、大不列颠及北爱尔兰联合王国、几内亚和委内瑞拉玻利瓦尔共和国。"
STATES_EN = (
    "3. The following States parties were represented: Afghanistan, China, Guinea, United Kingdom of Great Britain and "
    "Northern Ireland and Venezuela (Bolivarian Republic of)."
)


def reading(folder: Path, name: str, text: str) -> Reading:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_report(path)


def found(folder: Path, zh: str = ZH, en: str = EN) -> tuple[Disagreement, ...]:
    return verify(reading(folder, "report.zh.txt", zh), reading(folder, "report.en.txt", en))


def test_versions_that_agree_raise_no_alarm(tmp_path: Path) -> None:
    assert found(tmp_path) == ()


def test_the_order_of_the_versions_does_not_matter(tmp_path: Path) -> None:
    assert verify(reading(tmp_path, "en.txt", EN), reading(tmp_path, "zh.txt", ZH)) == ()


def test_traditional_characters_raise_no_alarm(tmp_path: Path) -> None:
    assert found(tmp_path, zh=OpenCC("s2t").convert(ZH)) == ()


# What is put otherwise in the English version -> where, what kind, what the Chinese alone has, what the English alone has.
SLIPS = [
    ("129 States", "192 States", ("6", "figure", ("129",), ("192",))),
    ("$17,731,900", "$17,713,900", ("7", "figure", ("17731900",), ("17713900",))),
    ("$120 million", "$120 billion", ("7", "figure", ("120000000",), ("120000000000",))),
    ("ninety-three", "ninety-four", ("3", "figure", ("93",), ("94",))),
    ("15 per cent", "50 per cent", ("3", "figure", ("15",), ("50",))),
    ("comprised six meetings", "comprised seven meetings", ("2", "figure", ("6",), ("7",))),
    ("30 April 2024", "30 August 2024", ("6", "date", ("-04",), ("-08",))),
    ("Since 2010", "Since 2020", ("7", "date", ("2010",), ("2020",))),
    ("adopted in December", "adopted in November", ("8", "date", ("-12",), ("-11",))),
    ("resolution 8/2,", "resolution 8/3,", ("1", "reference", ("8/2",), ("8/3",))),
    ("A/CONF.99/2024/2", "A/CONF.99/2024/3", ("9", "reference", ("A/CONF.99/2024/2",), ("A/CONF.99/2024/3",))),
    ("CAC/COSP/2023/1", "CAC/COSP/2023/11", ("fn1", "reference", ("CAC/COSP/2023/1",), ("CAC/COSP/2023/11",))),
    ("12-page", "20-page", ("10(a)", "figure", ("12",), ())),
]


@pytest.mark.parametrize("old, new, wanted", SLIPS, ids=[slip[1] for slip in SLIPS])
def test_a_slip_is_found_where_it_is(tmp_path: Path, old: str, new: str, wanted: tuple[object, ...]) -> None:
    assert EN.count(old) == 1
    assert [(d.place, d.kind, d.a, d.b) for d in found(tmp_path, en=EN.replace(old, new))] == [wanted]


def test_an_item_that_is_missing_is_said_for_the_list_and_for_the_item(tmp_path: Path) -> None:
    en = EN.replace("(c) To postpone the fourth meeting to the second quarter of 2026.\n", "")
    told = [(d.place, d.kind, d.a, d.b) for d in found(tmp_path, en=en)]
    assert told == [("10", "list", ("3",), ("2",)), ("10(c)", "paragraph", ("10(c)",), ())]


def test_a_paragraph_that_only_one_version_has_is_said(tmp_path: Path) -> None:
    en = EN.replace("11. On 8 May", "11. The session was closed.\n\n12. On 8 May")
    assert ("12", "paragraph", (), ("12",)) in [(d.place, d.kind, d.a, d.b) for d in found(tmp_path, en=en)]


def test_lists_of_states_are_held_against_each_other_by_state(tmp_path: Path) -> None:
    paragraph = "3. The meeting was attended by 210 representatives of ninety-three States parties, about 15 per cent more than the previous one."
    zh = ZH.replace("3. 来自九十三个缔约国的二百一十名代表出席了会议，比上一次会议多出约15%。", STATES_ZH)
    en = EN.replace(paragraph, STATES_EN)
    assert found(tmp_path, zh, en) == ()
    told = found(tmp_path, zh, en.replace("Guinea", "Equatorial Guinea"))
    assert [(d.place, d.kind, d.a, d.b) for d in told] == [("3", "list", ("几内亚",), ("Equatorial Guinea",))]
