"""The same report again is recognised, said, and told as edits; two reports of one series are not taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.compare import compare, read_report
from ccdiff.corpus import load_corpus
from ccdiff.model.comparison import Comparison

ROOT = Path(__file__).parents[2]
REPORT = next(entry for entry in load_corpus(ROOT).entries if entry.symbol == "CAC/COSP/EG.1/2019/4")
EDITS = (("129 个国家", "130 个国家"), ("逾 1,000", "逾 1,100"))


def edited(tmp_path: Path, symbol: str, edits: tuple[tuple[str, str], ...] = EDITS) -> Comparison:
    text = REPORT.path.read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "again.txt"
    path.write_text(text, encoding="utf-8")
    return compare(read_report(REPORT.path, REPORT.facts), read_report(path, {**REPORT.facts, "symbol": symbol}))


def said(comparison: Comparison) -> list[str]:
    return [dict(note.values)["kind"] for note in comparison.changes.notes if note.id == "same-report-again"]


@pytest.mark.parametrize(
    "symbol, kind",
    [
        ("CAC/COSP/EG.1/2019/4/Rev.1", "again-revision"),
        ("CAC/COSP/EG.1/2019/4/Corr.1", "again-corrigendum"),
        ("CAC/COSP/EG.1/2019/L.1", "again-draft"),
        ("CAC/COSP/EG.1/2019/4*", "again-copy"),
        ("my-own-name", "again-edition"),
    ],
)
def test_what_the_second_text_is_to_the_first_is_said(tmp_path: Path, symbol: str, kind: str) -> None:
    assert said(edited(tmp_path, symbol)) == [kind]


def test_its_changes_are_edits_and_no_new_matters(tmp_path: Path) -> None:
    comparison = edited(tmp_path, "CAC/COSP/EG.1/2019/4/Rev.1")
    assert {entry.kind for entry in comparison.highlights} <= {"figure", "paragraph"}
    assert len(comparison.highlights) >= 2


def test_a_dropped_paragraph_comes_first(tmp_path: Path) -> None:
    text = REPORT.path.read_text(encoding="utf-8")
    start = text.index("\n41. ") if "\n41. " in text else text.index("- 41")
    end = text.index("42", start + 5)
    comparison = edited(tmp_path, "CAC/COSP/EG.1/2019/4/Rev.1", ((text[start:end], "\n"),))
    first = next(entry for entry in comparison.highlights if entry.kind == "paragraph")
    assert (first.old, first.new) == (("41",), ())


def test_two_reports_of_one_series_are_two_reports() -> None:
    entries = load_corpus(ROOT).entries
    readings = [read_report(entry.path, entry.facts) for entry in entries[:2]]
    assert said(compare(*readings)) == []


def test_one_file_compared_with_itself_needs_no_note() -> None:
    reading = read_report(REPORT.path, REPORT.facts)
    assert said(compare(reading, reading)) == []


def test_two_sessions_in_stock_words_are_two_reports(tmp_path: Path) -> None:
    """One figure changed among standing sentences: a report of the fourth session is no edition of that of the third, whatever is the same."""
    text = """Working Group on Alpine Lakes

Report of the {nth} session
{place}, {day}

I. Introduction

1. The Working Group on Alpine Lakes was established pursuant to Assembly resolution 7/2 to advise the Assembly on the protection of mountain lakes.

2. The {nth} session of the Working Group was held in {place} on {day}.

II. Deliberations

3. The secretariat reported on the common fund. The fund received {sum} dollars from eleven donors in the period under review.

4. One speaker described how fishing cooperatives watched over the shores and asked for cheaper instruments.

III. Adoption of the report

5. The Working Group adopted the present report on {day}.
"""
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(text.format(nth="third", place="Bled", day="12 May 2021", sum="410,000"), encoding="utf-8")
    new.write_text(text.format(nth="fourth", place="Annecy", day="18 May 2022", sum="520,000"), encoding="utf-8")
    comparison = compare(read_report(old), read_report(new))
    assert said(comparison) == []
    assert [entry.kind for entry in comparison.highlights] == ["figure"], "days and places of meetings are no news"


def test_one_symbol_is_one_report_however_its_session_is_worded(tmp_path: Path) -> None:
    path = tmp_path / "again.txt"
    path.write_text(REPORT.path.read_text(encoding="utf-8").replace("129 个国家", "130 个国家"), encoding="utf-8")
    facts = {**REPORT.facts, "symbol": "CAC/COSP/EG.1/2019/4/Rev.1", "meeting": "第八届会议"}
    revised = compare(read_report(REPORT.path, REPORT.facts), read_report(path, facts))
    assert revised.old.meeting != revised.new.meeting
    assert said(revised) == ["again-revision"]
