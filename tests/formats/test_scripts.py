"""Traditional Chinese: compared with Simplified as if it were one script, shown as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest
from opencc import OpenCC

from ccdiff.compare import compare, read_report
from ccdiff.language import load
from ccdiff.language.script import is_traditional, simplified
from ccdiff.model.comparison import Comparison
from ccdiff.reading import Reading

from .conftest import entries


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Reading, Reading]]:
    """Two reports, each in simplified and in traditional characters."""
    folder = tmp_path_factory.mktemp("scripts")
    found = []
    for entry in entries()[:2]:
        path = folder / f"{entry.id}.txt"
        path.write_text(OpenCC("s2t").convert(entry.path.read_text(encoding="utf-8")), encoding="utf-8")
        found.append((read_report(entry.path, entry.facts), read_report(path, entry.facts)))
    return found


def test_a_few_characters_left_by_a_scanner_do_not_make_a_text_traditional() -> None:
    language = load("zh")
    assert not is_traditional("会议审议了各国采取的行動和措施，并通过了关于这些问题的结论和建议。" * 3, language)
    assert is_traditional("會議審議了各國採取的行動和措施，並通過了關於這些問題的結論和建議。", language)


@pytest.mark.parametrize("text", ["資訊裡面乾淨", "皇后之後", "臺灣的麵", "𠀀會"])
def test_each_character_keeps_its_place(text: str) -> None:
    assert len(simplified(text)) == len(text)


def test_a_report_in_traditional_characters_reads_as_the_same_report(scripts: list[tuple[Reading, Reading]]) -> None:
    for simple, traditional in scripts:
        assert [p.id for p in traditional.report.paragraphs] == [p.id for p in simple.report.paragraphs]
        assert traditional.report.date == simple.report.date
        assert simplified(traditional.report.title) == simple.report.title


def rows(comparison: Comparison) -> list[tuple[object, ...]]:
    return [(row.old, row.new, row.relation) for row in comparison.paragraphs]


def facts(comparison: Comparison) -> list[object]:
    c = comparison.changes
    return [
        [
            (f.kind, f.old and (f.old.paragraph, f.old.value), f.new and (f.new.paragraph, f.new.value))
            for f in c.figures
        ],
        [(r.old, r.new, r.status) for r in c.recommendations],
        c.references,
        c.attendance and c.attendance.states and len(c.attendance.states.kept),
    ]


def test_both_scripts_in_any_mixture_give_one_comparison(scripts: list[tuple[Reading, Reading]]) -> None:
    (old, old_traditional), (new, new_traditional) = scripts
    wanted = compare(old, new)
    for pair in ((old_traditional, new), (old, new_traditional), (old_traditional, new_traditional)):
        found = compare(*pair)
        assert rows(found) == rows(wanted) and facts(found) == facts(wanted)


def test_the_same_report_in_the_other_script_is_unchanged(scripts: list[tuple[Reading, Reading]]) -> None:
    for simple, traditional in scripts:
        assert {row.relation for row in compare(simple, traditional).paragraphs} == {"unchanged"}


def test_everything_is_shown_as_it_is_written(scripts: list[tuple[Reading, Reading]]) -> None:
    (old, _), (_, new) = scripts
    found = compare(old, new)
    for row in found.paragraphs:
        before = "".join(text for mark, text in row.diff if mark in "=-")
        after = "".join(text for mark, text in row.diff if mark in "=+")
        assert before == "\n".join(old.report.text(p) for p in row.old)
        assert after == "\n".join(new.report.text(p) for p in row.new)
    for figure in found.changes.figures:
        if figure.new:
            text = new.report.text(figure.new.paragraph)
            assert text[figure.new.start : figure.new.end] == figure.new.quote
    for topic in found.changes.topics:
        side = new if topic.kind == "new" else old
        text = "".join(p.text for p in (*side.report.paragraphs, *side.report.footnotes))
        assert all(term in text for term in topic.terms)


def test_a_law_in_traditional_characters_has_articles(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    articles = "".join(f"第{n}條　為了發展對外貿易，維護對外貿易秩序，制定本法。\n\n" for n in "一二三四")
    path.write_text(f"對外貿易法\n\n第一章　總則\n\n{articles}", encoding="utf-8")
    report = read_report(path).report
    assert [p.id for p in report.paragraphs if p.number] == ["第一條", "第二條", "第三條", "第四條"]
