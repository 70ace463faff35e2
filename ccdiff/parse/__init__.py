"""A source becomes a report: masthead, sections, paragraphs, items, footnotes, tables, and what was set aside.

The way through, a module a step:

1. ``rows``: the lines, without markup and page furniture; ``sorting``: footnotes, tables and captions taken out of the running text;
2. ``numbering`` (with ``agenda``, ``decimals``, ``preamble``): which numbers are paragraphs'; ``forms``, ``lone``: headings that none has;
3. ``start``: where the front ends; ``survey`` (with ``layout``, ``brackets``): how the whole is set;
4. ``paragraphs``: the walk; ``sections`` reads the headings on it (``choosing``, ``outline``), ``items`` the items;
5. ``footnotes.link``: marks out, notes to their places; ``masthead``: what the front says.

Nothing vanishes: each character of the source stands in one of the report's fields.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from ccdiff.language import Language, load
from ccdiff.language.script import both_scripts, is_traditional
from ccdiff.model.report import Footnote, Paragraph, Report, Section, Source
from ccdiff.parse import footnotes, masthead
from ccdiff.parse.drafts import Draft
from ccdiff.parse.forms import mark_by_form
from ccdiff.parse.furniture import Furniture
from ccdiff.parse.headings import Words
from ccdiff.parse.joining import Joiner
from ccdiff.parse.lone import lone_headings
from ccdiff.parse.numbering import number_paragraphs
from ccdiff.parse.paragraphs import Builder
from ccdiff.parse.rows import rows
from ccdiff.parse.sorting import Sorted, sort_rows
from ccdiff.parse.start import begin
from ccdiff.parse.survey import Survey

BELOW = 5  # rows under the masthead that may tell the date which it does not: the first heading and a short list
SAMPLE = 400  # lines that tell the script of a Chinese text


def parse(source: Source, facts: Mapping[str, str] | None = None, folders: tuple[Path, ...] = ()) -> Report:
    """The report that ``source`` holds. ``facts`` (id, symbol, title, body, meeting, date, language) go before what is read.
    ``folders`` add to the languages' tables, or hold languages of their own.

    Never fails on a text: what cannot be told stays text, and ``notes`` say what a reader should know, as stable ids with a
    value ("paragraph-number-missing:24").
    """
    facts = dict(facts or {})
    code = facts.get("language") or masthead.detect(source, folders)
    language = load(code, folders)
    if is_traditional("".join(line.text for line in source.lines[:SAMPLE]), language):
        language = both_scripts(language)
    found, aside = rows(source, Furniture(source))
    joiner = Joiner([row.raw for row in found], wide=code == "zh")
    sorted_rows = sort_rows(found, language, joiner, [row.line for row in aside if row.why == "contents"])
    builder, head_rows = _build(sorted_rows, language, joiner)
    texts = _link(builder, sorted_rows, language)
    above, below = sorted_rows.flow[:head_rows], [row.raw for row in sorted_rows.flow[head_rows : head_rows + BELOW]]
    head = masthead.read(above, below, source.name, language, facts)
    return Report(
        id=facts.get("id") or masthead.identity(source.name),
        symbol=head.symbol,
        title=head.title,
        body=head.body,
        meeting=head.meeting,
        date=head.date,
        language=code,
        sha256=source.sha256,
        sections=_sections(builder),
        paragraphs=tuple(_paragraph(draft, texts[draft.id]) for draft in builder.drafts.all),
        footnotes=tuple(
            Footnote(n.id, n.label, footnotes.finish(str(n.text)), n.owner, tuple(n.lines)) for n in sorted_rows.notes
        ),
        tables=tuple(builder.tables),
        set_aside=tuple(sorted((*aside, *sorted_rows.aside), key=lambda row: row.line)),
        notes=(*source.notes, *_notes(builder, sorted_rows)),
    )


def _build(found: Sorted, language: Language, joiner: Joiner) -> tuple[Builder, int]:
    """The walk done, and how many rows stand above the text or its first heading: they tell the title, body and date."""
    flow, words = found.flow, language.once(Words)
    numbering = number_paragraphs(flow, words.unended)
    if not (numbering.series or numbering.articles or numbering.agenda.entries) and mark_by_form(flow, words):
        numbering = number_paragraphs(flow, words.unended)
    lone = frozenset() if numbering.any else lone_headings(flow, words) | numbering.agenda.headings
    front_end, first = begin(flow, numbering, words, lone)
    builder = Builder(Survey(flow, numbering, words, frozenset(found.labels), lone), joiner, front_end, first)
    builder.read(found.tables)
    return builder, front_end


def _link(builder: Builder, found: Sorted, language: Language) -> dict[str, footnotes.Fragment]:
    """Footnotes linked, headings without their marks; returns the paragraphs' fragments by locator."""
    texts = {draft.id: footnotes.Fragment(draft.id, str(draft.text), draft.place) for draft in builder.drafts.all}
    fragments = sorted((*texts.values(), *builder.headings.titles), key=lambda fragment: fragment.row)
    footnotes.link(fragments, found.notes, language)
    sections = builder.outline.sections
    sections[:] = [
        replace(s, title=footnotes.finish(t.raw)) for s, t in zip(sections, builder.headings.titles, strict=True)
    ]
    return texts


def _sections(builder: Builder) -> tuple[Section, ...]:
    inside: dict[str, list[str]] = {}
    for draft in builder.drafts.all:
        inside.setdefault(draft.section, []).append(draft.id)
    front = (
        [Section("front", None, "", 0, None, ())]
        if "front" in inside or any(t.section == "front" for t in builder.tables)
        else []
    )
    return tuple(replace(s, paragraphs=tuple(inside.get(s.id, ()))) for s in (*front, *builder.outline.sections))


def _paragraph(draft: Draft, fragment: footnotes.Fragment) -> Paragraph:
    return Paragraph(
        id=draft.id,
        section=draft.section,
        text=footnotes.finish(fragment.raw),
        footnotes=tuple(fragment.notes),
        number=draft.number,
        kind=draft.kind,
        parent=draft.parent,
        lines=tuple(draft.lines),
    )


def _notes(builder: Builder, found: Sorted) -> Sequence[str]:
    notes = list(dict.fromkeys(builder.notes))
    notes += [f"footnote-without-mark:{note.id}" for note in found.notes if note.owner is None]
    if not builder.outline.sections:
        notes.append("no-headings")
    if builder.plain:
        notes.append("no-paragraph-numbers")
    return notes
