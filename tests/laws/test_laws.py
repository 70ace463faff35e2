"""The laws of docs/architecture.md, over every report and every ordered pair of the corpus."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from ccdiff.compare import compare, read_report
from ccdiff.model.changes import FigureMention, SetChange
from ccdiff.model.comparison import Comparison
from ccdiff.model.report import Report
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

from .conftest import CORPUS, comparison, reading

HAN = re.compile(r"[^\u3400-\u9fff〇]+")
TURNED = {"new": "dropped", "dropped": "new", "split": "merged", "merged": "split"}
Read = Callable[[str], Reading]


def han(text: str) -> str:
    return HAN.sub("", text)


def everything(report: Report) -> str:
    """All texts of a report, its Chinese characters only, a line a piece."""
    pieces = [f"{section.number or ''}{section.title}" for section in report.sections]
    pieces += [paragraph.text for paragraph in report.paragraphs] + [note.text for note in report.footnotes]
    pieces += ["".join(cell for row in table.rows for cell in row) for table in report.tables]
    pieces += [aside.text for aside in report.set_aside]
    return "\n".join(han(piece) for piece in pieces)


# 1. Nothing vanishes


def test_every_line_of_a_source_stands_in_the_report_or_was_set_aside(id: str, read: Read) -> None:
    entry = CORPUS.find(id)
    assert entry is not None
    report = read(id).report
    found = everything(report) + "\n" + han(f"{report.title}{report.body}{report.meeting}")
    lines = entry.path.read_text(encoding="utf-8").splitlines()
    lost = [line for line in lines if han(line) and han(line) not in found]
    assert not lost


# 2. Totality


def test_every_section_and_paragraph_of_both_reports_stands_in_a_row(compared: Comparison) -> None:
    for side in ("old", "new"):
        report: Report = getattr(compared, side)
        paragraphs = [locator for row in compared.paragraphs for locator in getattr(row, side)]
        sections = [locator for link in compared.sections for locator in getattr(link, side)]
        assert set(paragraphs) == {paragraph.id for paragraph in report.paragraphs}
        assert set(sections) == {section.id for section in report.sections}


def test_the_pieces_of_a_row_give_both_texts_back_to_the_letter(compared: Comparison) -> None:
    for row in compared.paragraphs:
        old = "".join(text for op, text in row.diff if op in "=-")
        new = "".join(text for op, text in row.diff if op in "=+")
        assert old == "\n".join(compared.old.text(locator) for locator in row.old)
        assert new == "\n".join(compared.new.text(locator) for locator in row.new)


# 3. Identity


def nothing_changed(found: Comparison) -> list[str]:
    """What a comparison says has changed, one line each; empty where it says nothing."""
    changes = found.changes
    said = [f"{row.relation} {row.old} {row.new}" for row in found.paragraphs if row.relation != "unchanged"]
    said += [f"section {link.relation} {link.old} {link.new}" for link in found.sections if link.relation != "same"]
    said += [f"figure {figure.kind} {figure.subject}" for figure in changes.figures if figure.kind != "unchanged"]
    said += [f"recommendation {r.status} {r.text}" for r in changes.recommendations if r.status != "kept"]
    said += [f"topic {topic.kind} {topic.label}" for topic in changes.topics]
    said += [f"term {term.old} {term.new}" for term in changes.terminology]
    said += [f"progress {p.matter}" for p in changes.progress]
    said += [f"reference {name}" for name in (*changes.references.added, *changes.references.removed)]
    for members in sets(found).values():
        said += [f"member {name}" for name in (*members.added, *members.removed, *(r.old for r in members.renamed))]
    return said


def sets(found: Comparison) -> dict[str, SetChange]:
    attendance = found.changes.attendance
    both = {"states": attendance.states, "observers": attendance.observers} if attendance else {}
    return {name: members for name, members in both.items() if members}


def test_a_report_compared_with_itself_has_not_changed(id: str) -> None:
    found = comparison(id, id)
    assert nothing_changed(found) == []
    assert not found.highlights


# 4. Reversal


def links(found: Comparison, turned: bool) -> Counter[tuple[object, ...]]:
    rows = [(row.old, row.new, row.relation) for row in found.paragraphs]
    rows += [(link.old, link.new, link.relation or "") for link in found.sections]
    return Counter(
        (new, old, TURNED.get(relation, relation)) if turned else (old, new, relation) for old, new, relation in rows
    )


def test_the_reverse_comparison_is_the_comparison_turned_round(pair: tuple[str, str]) -> None:
    there, back = comparison(*pair), comparison(*pair[::-1])
    assert links(there, turned=False) == links(back, turned=True)


def test_what_is_added_one_way_is_removed_the_other(pair: tuple[str, str]) -> None:
    there, back = comparison(*pair), comparison(*pair[::-1])
    assert sorted(there.changes.references.added) == sorted(back.changes.references.removed)
    assert sets(there).keys() == sets(back).keys()
    for name, members in sets(there).items():
        assert sorted(members.added) == sorted(sets(back)[name].removed)
        assert sorted((r.old, r.new) for r in members.renamed) == sorted(
            (r.new, r.old) for r in sets(back)[name].renamed
        )


def test_a_figure_that_rises_one_way_falls_the_other(pair: tuple[str, str]) -> None:
    def told(found: Comparison, first: str, second: str) -> list[tuple[object, ...]]:
        kinds = {"added": "dropped", "dropped": "added"} if first == "new" else {}
        rows = ((kinds.get(f.kind, f.kind), getattr(f, first), getattr(f, second)) for f in found.changes.figures)
        return sorted((kind, place(one), place(other)) for kind, one, other in rows)

    assert told(comparison(*pair), "old", "new") == told(comparison(*pair[::-1]), "new", "old")


def place(mention: FigureMention | None) -> tuple[object, ...]:
    return (mention.paragraph, mention.start, mention.end) if mention else ()


# 5. Renumbering is no change


def renumbered(report: Report, source: Path, by: int) -> str:
    """The source with every paragraph number shifted, in the paragraphs and where the text points to them."""
    lines = source.read_text(encoding="utf-8").splitlines()
    for paragraph in report.paragraphs:
        if paragraph.kind == "paragraph" and paragraph.number and paragraph.number.isdigit():
            at = paragraph.lines[0] - 1
            lines[at] = re.sub(rf"(?<!\d){paragraph.number}(?!\d)", str(int(paragraph.number) + by), lines[at], count=1)
    text = "\n".join(lines)
    return re.sub(r"(见[上下]?文?第 ?)(\d+)( ?段)", lambda m: f"{m[1]}{int(m[2]) + by}{m[3]}", text)


def test_shifting_every_paragraph_number_is_no_change(id: str, read: Read, tmp_path: Path) -> None:
    entry = CORPUS.find(id)
    assert entry is not None
    old = read(id)
    (tmp_path / entry.path.name).write_text(renumbered(old.report, entry.path, 7), encoding="utf-8")
    new = read_report(tmp_path / entry.path.name, entry.facts)
    numbers = [p.number for p in new.report.paragraphs if p.kind == "paragraph"]
    assert numbers[:1] == ["8"]
    assert nothing_changed(compare(old, new)) == []


# 6. Every statement can be checked


def test_a_figure_is_quoted_as_it_stands(compared: Comparison) -> None:
    for figure in compared.changes.figures:
        for side in ("old", "new"):
            mention = getattr(figure, side)
            if mention:
                text = getattr(compared, side).text(mention.paragraph)
                assert text[mention.start : mention.end] == mention.quote


def test_a_topic_s_terms_stand_in_its_paragraphs(compared: Comparison) -> None:
    for topic in compared.changes.topics:
        report = compared.new if topic.kind == "new" else compared.old
        texts = [fold(whole(report, locator)) for locator in topic.paragraphs]
        assert topic.paragraphs
        assert all(any(fold(term) in text for text in texts) for term in topic.terms)


def whole(report: Report, locator: str) -> str:
    """The text at a locator; of a section, its title."""
    try:
        return report.text(locator)
    except KeyError:
        return report.section(locator).title


def test_a_recommendation_is_quoted_and_its_trace_exists(compared: Comparison) -> None:
    for found in compared.changes.recommendations:
        assert found.status in ("kept", "amended", "echoed", "referred", "dropped", "new")
        if found.old:
            assert fold(found.text) in fold(compared.old.text(found.old))
        elif found.new:
            assert any(fold(found.text) in fold(compared.new.text(locator)) for locator in found.new)
        assert all(compared.new.has(locator) for locator in found.new)
        if found.status == "dropped":
            assert found.candidates


def test_progress_is_quoted_as_it_stands(compared: Comparison) -> None:
    for found in compared.changes.progress:
        assert found.from_ in compared.old.text(found.old)
        assert found.to in compared.new.text(found.new)


def test_a_term_stands_in_the_paragraphs_that_are_named(compared: Comparison) -> None:
    for term in compared.changes.terminology:
        assert term.paragraphs
        for old, new in term.paragraphs:
            assert fold(term.old) in fold(whole(compared.old, old))
            assert fold(term.new) in fold(whole(compared.new, new))


def test_a_member_of_a_list_stands_in_the_list(compared: Comparison) -> None:
    for members in sets(compared).values():
        olds = fold("".join(compared.old.text(locator) for locator in members.old_places))
        news = fold("".join(compared.new.text(locator) for locator in members.new_places))
        assert all(fold(name) in news for name in members.added)
        assert all(fold(name) in olds for name in members.removed)
        assert all(fold(r.old) in olds and fold(r.new) in news for r in members.renamed)


def test_highlights_point_at_places_that_exist(compared: Comparison) -> None:
    for highlight in compared.highlights:
        assert highlight.old or highlight.new
        assert all(compared.old.has(locator) for locator in highlight.old)
        assert all(compared.new.has(locator) for locator in highlight.new)


# 8. Reviewed wins: tests/laws/test_reviewed.py; 7. same bytes: tests/laws/test_same_bytes.py


def test_a_report_without_its_own_facts_is_the_same_report(id: str, read: Read) -> None:
    """What the manifest adds changes the masthead, never the text."""
    entry = CORPUS.find(id)
    assert entry is not None
    bare = read_report(entry.path).report
    full = read(id).report
    facts = {name: getattr(full, name) for name in ("id", "symbol", "title", "body", "meeting", "date", "language")}
    assert replace(bare, **facts) == full
    assert reading(id).report is full
