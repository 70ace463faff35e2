"""Reports in traditional characters compared with any other: looked at in simplified ones, shown as they are written.

Every conclusion is drawn from texts in which each traditional character has its simplified form in the same place; what is
quoted is then taken from that place of the report as written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from ccdiff.language.script import is_traditional, simplified
from ccdiff.model.changes import Changes, Figure, FigureMention, Recommendation, Topic
from ccdiff.model.comparison import Comparison, Diff, ParagraphRow
from ccdiff.model.report import Report
from ccdiff.reading import Reading

T = TypeVar("T")
ENOUGH = 2_000  # characters of a report that tell its script
NAMES = ("kind", "paragraph", "paragraphs", "old_places", "new_places", "unit", "reference", "source", "warning")


def plain(reading: Reading) -> Reading:
    """The reading in simplified characters, made once; the reading itself where it has no others."""
    return reading.once(_plain)


def _plain(reading: Reading) -> Reading:
    if not is_traditional(_beginning(reading.report), reading.language):
        return reading
    return Reading(_converted(reading.report), reading.language)


def _beginning(report: Report) -> str:
    found, size = [], 0
    for paragraph in report.paragraphs:
        found.append(paragraph.text)
        size += len(paragraph.text)
        if size > ENOUGH:
            break
    return "".join(found)


def _converted(report: Report) -> Report:
    """The report with every text in simplified characters; locators stay as they are."""
    return replace(
        report,
        title=simplified(report.title),
        body=report.body and simplified(report.body),
        sections=tuple(replace(s, title=simplified(s.title)) for s in report.sections),
        paragraphs=tuple(replace(p, text=simplified(p.text)) for p in report.paragraphs),
        footnotes=tuple(replace(n, text=simplified(n.text)) for n in report.footnotes),
        tables=tuple(replace(t, rows=tuple(tuple(map(simplified, row)) for row in t.rows)) for t in report.tables),
    )


def as_written(comparison: Comparison, old: Report, new: Report) -> Comparison:
    """``comparison`` of two reports in simplified characters, told in the words of ``old`` and ``new`` as they are written."""
    if comparison.old is old and comparison.new is new:
        return comparison
    before, after = _Written(comparison.old, old), _Written(comparison.new, new)
    rows = tuple(_row(row, before, after) for row in comparison.paragraphs)
    changes = _changes(comparison.changes, before, after)
    return replace(comparison, old=old, new=new, paragraphs=rows, changes=changes)


class _Written:
    """One report in both scripts: any stretch of the one can be taken from the other."""

    def __init__(self, plain: Report, written: Report) -> None:
        self.written = written
        self._plain_text, self._text = ("\n".join(_texts(report)) for report in (plain, written))

    def words(self, text: str) -> str | None:
        """``text`` as the report writes it; ``None`` where it does not stand there."""
        at = self._plain_text.find(text) if text else -1
        return self._text[at : at + len(text)] if at >= 0 else None


def _texts(report: Report) -> Iterator[str]:
    yield from (p.text for p in report.paragraphs)
    yield from (s.title for s in report.sections)
    yield from (n.text for n in report.footnotes)


def _row(row: ParagraphRow, before: _Written, after: _Written) -> ParagraphRow:
    texts = ("\n".join(side.written.text(p) for p in places) for side, places in ((before, row.old), (after, row.new)))
    return replace(row, diff=_diff(row.diff, *texts))


def _diff(diff: Diff, old: str, new: str) -> Diff:
    """The operations over the texts as written; where an equal stretch is written in two scripts, it differs in its characters."""
    found: list[tuple[str, str]] = []
    here = there = 0
    for mark, text in diff:
        size = len(text)
        gone = old[here : here + size] if mark != "+" else ""
        come = new[there : there + size] if mark != "-" else ""
        here, there = here + len(gone), there + len(come)
        found += [("=", gone)] if mark == "=" and gone == come else _by_character(mark, gone, come)
    return _merged(found)


def _by_character(mark: str, gone: str, come: str) -> Iterator[tuple[str, str]]:
    if mark != "=":
        yield mark, gone or come
        return
    for one, other in zip(gone, come, strict=True):
        yield from (("=", one),) if one == other else (("-", one), ("+", other))


def _merged(parts: list[tuple[str, str]]) -> Diff:
    """Neighbouring operations of one kind as one; what goes stands before what comes."""
    out: list[tuple[str, str]] = []
    gone = come = ""
    for mark, text in [*parts, ("=", "")]:
        if mark == "-":
            gone += text
        elif mark == "+":
            come += text
        else:
            out += [part for part in (("-", gone), ("+", come)) if part[1]]
            gone = come = ""
            if text and out and out[-1][0] == "=":
                out[-1] = ("=", out[-1][1] + text)
            elif text:
                out.append(("=", text))
    return tuple(out)


def _changes(changes: Changes, before: _Written, after: _Written) -> Changes:
    told = replace(
        changes,
        figures=tuple(_figure(figure, before, after) for figure in changes.figures),
        recommendations=tuple(_recommendation(r, before, after) for r in changes.recommendations),
        topics=tuple(_topic(topic, before, after) for topic in changes.topics),
    )
    attendance = _told(told.attendance, (after, before))
    progress = tuple(
        replace(
            p,
            matter=_told(p.matter, (after, before)),
            from_=before.words(p.from_) or p.from_,
            to=after.words(p.to) or p.to,
        )
        for p in told.progress
    )
    terms = tuple(
        replace(t, old=before.words(t.old) or t.old, new=after.words(t.new) or t.new) for t in changes.terminology
    )
    return replace(told, terminology=terms, attendance=attendance, progress=progress)


def _figure(figure: Figure, before: _Written, after: _Written) -> Figure:
    old = figure.old and _mention(figure.old, before)
    new = figure.new and _mention(figure.new, after)
    subject = _told(figure.subject, (after, before))
    return replace(figure, old=old, new=new, subject=subject)


def _mention(mention: FigureMention, side: _Written) -> FigureMention:
    text = side.written.text(mention.paragraph)
    return replace(mention, quote=text[mention.start : mention.end], subject=_told(mention.subject, (side,)))


def _recommendation(found: Recommendation, before: _Written, after: _Written) -> Recommendation:
    side = after if found.old is None else before
    return replace(found, text=_told(found.text, (side,)), addressee=_told(found.addressee, (side, after)))


def _topic(topic: Topic, before: _Written, after: _Written) -> Topic:
    sides = (after, before) if topic.kind == "new" else (before, after)
    return replace(topic, label=_told(topic.label, sides), terms=_told(topic.terms, sides))


def _told(value: T, sides: tuple[_Written, ...]) -> T:
    """``value`` with every text in it as the first of ``sides`` that has it writes it; locators and kinds stay."""
    if isinstance(value, str):
        found = (side.words(value) for side in sides)
        return next((words for words in found if words is not None), value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_told(part, sides) for part in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        inner: dict[str, Any] = {f.name: getattr(value, f.name) for f in fields(value) if f.name not in NAMES}
        return replace(value, **{name: _told(part, sides) for name, part in inner.items()})
    return value
