"""The values that the page lays out: every statement with links to the places that prove it, and the quotes that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ccdiff.model.alignment import Candidate
from ccdiff.model.changes import Figure, FigureMention, Recommendation, SetChange
from ccdiff.model.named import NamedTuple
from ccdiff.render.clean import around, display, nearest_sentence, one_line, opening, shorten
from ccdiff.render.map import slope
from ccdiff.render.places import anchor, cited, runs
from ccdiff.render.printed import date_words, report_name, text_of
from ccdiff.render.sentences import GONE, Statement
from ccdiff.render.view import View, best_places, key_counts, sizes

CONTEXT = 70  # characters on each side of a quotation's core
CELL = 400  # characters of a cell of words
QUOTED = 2  # places of one side that a statement quotes


class Link(NamedTuple):
    """A place to go to: ``side`` is "old" or "new", ``label`` "前 43"."""

    href: str
    label: str
    side: str


class Quote(NamedTuple):
    """What stands at a place, the core of it marked."""

    link: Link
    before: str
    core: str
    after: str


class Told(NamedTuple):
    """A sentence, its links, its quotations."""

    text: str
    links: tuple[Link, ...]
    quotes: tuple[Quote, ...] = ()
    kind: str = ""


class Page:
    """All values of the page, each computed when the template asks for it."""

    def __init__(self, view: View) -> None:
        self.view, self.say, self.changes = view, view.say, view.changes

    def side(self, name: str) -> dict[str, Any]:
        """What the head of the page says of one report."""
        report = self.view.report(name)
        values = {"symbol": report_name(report), "title": self.view.title(report) or report.id, "lang": report.language}
        paragraphs = sum(p.kind == "paragraph" for p in report.paragraphs)
        return values | {
            "date": date_words(report.date, self.say),
            "body": one_line(report.body or ""),
            "length": self.say("count.paragraphs", n=paragraphs),
            "sha256": report.sha256,
        }

    def counts(self) -> list[dict[str, Any]]:
        """The line of figures, each with the address of what it counts."""
        counts = dict(key_counts(self.view.comparison))
        shown = [{"name": name, "n": n, "href": "#texts"} for name, n in counts.items() if name in RELATION_COUNTS]
        states = counts.get("states_old"), counts.get("states_new")
        if states[0] is not None:
            shown.append({"name": "states", "n": f"{states[0]} → {states[1]}", "href": "#part-meeting"})
        shown.append({"name": "figures", "n": counts["figures"], "href": "#part-figures"})
        if "recommendations_gone" in counts:
            shown.append(
                {"name": "recommendations_gone", "n": counts["recommendations_gone"], "href": "#part-recommendations"}
            )
        return shown

    # statements

    def links(self, old: Sequence[str], new: Sequence[str], most: int = 40) -> tuple[Link, ...]:
        """Links to places of both reports, a run of places as one link to its first."""
        found = [(side, run) for side, places in (("old", old), ("new", new)) for run in self._runs(side, places)]
        return tuple(self.link(side, *run) for side, run in found[:most])

    def _runs(self, side: str, places: Sequence[str]) -> list[list[str]]:
        if len(places) < 3:
            return [[place] for place in places]
        return runs(places, self._order(side))

    def _order(self, side: str) -> list[str]:
        return [paragraph.id for paragraph in self.view.report(side).paragraphs]

    def link(self, side: str, *places: str) -> Link:
        """A link to the first of ``places``, named after all of them."""
        at = self.view.at(side, places)
        return Link("#" + anchor(side, places[0]), self.say(f"cite.{side}", at=at), side)

    def told(self, statement: Statement, cores: dict[str, Sequence[str]] | None = None) -> Told:
        """A statement with links and quotations; ``cores`` are words to look for on each side."""
        cores = cores or {}
        quotes = [
            self.quote(side, place, cores.get(side, ()))
            for side, places in (("old", statement.old), ("new", statement.new))
            for place in places[:QUOTED]
        ]
        found = tuple(quote for quote in quotes if quote.core or quote.before)
        return Told(self.say.sentence(statement.text), self.links(statement.old, statement.new), found, statement.kind)

    def quote(self, side: str, place: str, cores: Sequence[str]) -> Quote:
        """What stands at a place around the first of ``cores`` that stands there, else its first sentence."""
        text = text_of(self.view.report(side), place)
        core = next((core for core in cores if core and core in text), "")
        if not core:
            return Quote(self.link(side, place), opening(text, 2 * CONTEXT), "", "")
        at = text.index(core)
        return Quote(self.link(side, place), *around(text, at, at + len(core), CONTEXT))

    def highlights(self) -> list[Told]:
        """The most important changes, each with its evidence."""
        return [self.told(statement, self._cores(statement)) for statement in self.view.highlights()]

    def _cores(self, statement: Statement) -> dict[str, Sequence[str]]:
        kind, at, changes = statement.kind, statement.index, self.changes
        if kind == "figure":
            figure = changes.figures[at]
            return {"old": _quoted(figure.old), "new": _quoted(figure.new)}
        if kind == "progress":
            return {"old": (changes.progress[at].from_,), "new": (changes.progress[at].to,)}
        if kind == "topic":
            terms = changes.topics[at].terms
            return {"old": terms, "new": terms}
        if kind == "reference":
            return {
                "old": (changes.references.places[at].reference,),
                "new": (changes.references.places[at].reference,),
            }
        return {}

    # parts

    def ledger(self) -> list[tuple[str, list[dict[str, Any]]]]:
        """The recommendations by what became of them, the gravest first."""
        order = (*reversed(GONE), "amended", "kept", "new")
        groups = [
            (status, [self._entry(r) for r in self.changes.recommendations if r.status == status]) for status in order
        ]
        return [(status, group) for status, group in groups if group]

    def _entry(self, entry: Recommendation) -> dict[str, Any]:
        strengths = [self.view.tell.strength(name) for name in (entry.strength_old, entry.strength_new) if name]
        return {
            "link": self.link("old", entry.old) if entry.old else None,
            "text": display(entry.text),
            "addressee": one_line(entry.addressee),
            "strength": " → ".join(dict.fromkeys(strengths)),
            "hedges": self.say.join([one_line(hedge) for hedge in entry.hedges]),
            "shift": self.say(f"shift.{entry.shift}") if entry.shift else "",
            "links": self.links((), entry.new),
            "quotes": [self._trace(entry, place) for place in best_places(entry, QUOTED)],
            "near": [self.near("new", c) for c in entry.candidates[:3]] if entry.status == "dropped" else [],
            "why": self.say.why(entry.why),
        }

    def _trace(self, entry: Recommendation, place: str) -> Quote:
        text = text_of(self.view.new, place)
        return Quote(
            self.link("new", place),
            nearest_sentence(text, entry.text, 2 * CONTEXT, self.view.rarity),
            "",
            "",
        )

    def near(self, side: str, candidate: Candidate) -> tuple[Link, str]:
        """A candidate as a link and its score."""
        return self.link(side, candidate.locator), f"{candidate.score:.2f}"

    def figures(self, *kinds: str) -> list[dict[str, Any]]:
        """Figures of the given kinds as rows."""
        return [self._figure(figure) for figure in self.view.figures(*kinds)]

    def tables(self) -> list[dict[str, Any]]:
        """The tables of which cells hold another number, with the sections that hold them."""
        names = ("row", "column", "old", "new", "delta", "percent")
        return [
            {
                "caption": one_line(first.caption) or self.say("tables.untitled"),
                "links": self.links(first.sections[:1], first.sections[1:]),
                "cells": [dict(zip(names, self.view.tell.numbers.cell(cell), strict=True)) for cell in cells],
            }
            for first, cells in self.view.tables()
        ]

    def table_rows(self) -> list[dict[str, Any]]:
        """The tables of words of which rows changed, with the sections that hold them."""
        return [
            {
                "caption": one_line(first.caption) or self.say("tables.untitled"),
                "links": self.links(first.sections[:1], first.sections[1:]),
                "rows": [[shorten(one_line(text), CELL) for text in (row.row, *row.texts)] for row in rows],
            }
            for first, rows in self.view.table_rows()
        ]

    def _figure(self, figure: Figure) -> dict[str, Any]:
        delta, percent = self.view.tell.numbers.cells(figure)
        return {
            "subject": self.view.tell.numbers.subject(figure),
            "old": self._mention("old", figure.old),
            "new": self._mention("new", figure.new),
            "delta": delta,
            "percent": percent,
            "slope": slope(figure.old.value, figure.new.value) if figure.old and figure.new else None,
            "warning": self.say(f"warning.{figure.warning}") if figure.warning else "",
        }

    def _mention(self, side: str, mention: FigureMention | None) -> dict[str, Any] | None:
        if mention is None:
            return None
        text = text_of(self.view.report(side), mention.paragraph)
        before, core, after = around(text, mention.start, mention.end, CONTEXT)
        as_of = self.say("figure.date", date=date_words(mention.as_of, self.say)) if mention.as_of else ""
        link = self.link(side, mention.paragraph)
        return {
            "text": one_line(mention.quote),
            "as_of": as_of,
            "link": link,
            "before": before,
            "core": core,
            "after": after,
        }

    def topics(self, kind: str) -> list[dict[str, Any]]:
        """Topics of one kind, the most important first."""
        side = "new" if kind == "new" else "old"
        topics = sorted((t for t in self.changes.topics if t.kind == kind), key=lambda topic: -topic.importance)
        return [
            {
                "label": one_line(topic.label),
                "what": "" if topic.what == "matter" else topic.what,
                "links": self.links(
                    topic.paragraphs if side == "old" else (), topic.paragraphs if side == "new" else (), 12
                ),
                "quotes": [self.quote(side, place, topic.terms) for place in topic.paragraphs[:1]],
                "weight": round(topic.importance * 5),
            }
            for topic in topics
        ]

    def progress(self) -> list[Told]:
        """Matters announced and settled."""
        return [
            self.told(Statement(self.view.tell.progress(p), (p.old,), (p.new,)), {"old": (p.from_,), "new": (p.to,)})
            for p in self.changes.progress
        ]

    def meeting(self) -> list[Told]:
        """Changes beside the lists of those present."""
        agenda = self.view.agenda()
        rows = [row for row in self.view.meeting_rows() if not agenda or row is not agenda[0]]
        return [Told(self.say.sentence(self.view.tell.paragraph(row)), self.links(row.old, row.new)) for row in rows]

    def agenda(self) -> dict[str, Any] | None:
        """Both agendas side by side."""
        found = self.view.agenda()
        return {"links": self.links(found[0].old, found[0].new), "pairs": found[1]} if found else None

    def sets(self) -> list[dict[str, Any]]:
        """The lists of those present, as sets."""
        attendance = self.changes.attendance
        return [self._set(name, change) for name, change in attendance.lists()] if attendance else []

    def _set(self, name: str, change: SetChange) -> dict[str, Any]:
        old, new = sizes(change)
        lists = [(move, [one_line(entry) for entry in getattr(change, move)]) for move in ("added", "removed", "kept")]
        renamed = [(one_line(entry.old), one_line(entry.new)) for entry in change.renamed]
        links = self.links(change.old_places, change.new_places)
        text = self.view.tell.attendance(name, change)
        return {
            "text": text,
            "links": links,
            "lists": [entry for entry in lists if entry[1]],
            "renamed": renamed,
            "old": old,
            "new": new,
        }

    def references(self) -> list[tuple[str, list[tuple[str, str, tuple[Link, ...]]]]]:
        """References by what became of them, with the places that cite them."""
        groups = [
            (
                name,
                [
                    (one_line(p.reference), one_line(p.owner), self.links(p.old, p.new, 8))
                    for p in cited(self.changes.references, name)
                ],
            )
            for name in ("added", "removed", "kept")
        ]
        return [(name, entries) for name, entries in groups if entries]

    def terminology(self) -> list[tuple[str, str, tuple[Link, ...]]]:
        """The same thing under another wording."""
        return [
            (
                one_line(t.old),
                one_line(t.new),
                self.links([a for a, _ in t.paragraphs[:2]], [b for _, b in t.paragraphs[:2]]),
            )
            for t in self.changes.terminology
        ]

    def sections(self) -> list[dict[str, Any]]:
        """Sections of both reports side by side."""
        return [
            {
                "old": [(self.link("old", place).href, self.view.section_name("old", place)) for place in link.old],
                "new": [(self.link("new", place).href, self.view.section_name("new", place)) for place in link.new],
                "relation": link.relation or "same",
            }
            for link in self.view.comparison.sections
        ]

    def concordance(self) -> Iterable[dict[str, Any]]:
        """Every paragraph row as a line of the concordance."""
        for row in self.view.comparison.paragraphs:
            yield {
                "old": self.links(row.old, ()),
                "new": self.links((), row.new),
                "relation": row.relation,
                "score": f"{row.score:.2f}",
            }

    def doubts(self) -> list[str]:
        """What could not be judged."""
        return self.view.doubts()

    def first(self) -> list[str]:
        """What has to be said before anything else."""
        return self.view.first()

    def aside(self, side: str) -> list[tuple[int, str, str]]:
        """Lines of one report that were not taken as text."""
        return [(row.line, self.say.set_aside(row.why), one_line(row.text)) for row in self.view.report(side).set_aside]

    def thresholds(self) -> list[tuple[str, str]]:
        """The thresholds in force."""
        return [
            (f"{table}.{name}", str(value))
            for table, values in self.view.comparison.config.items()
            for name, value in values.items()
        ]


RELATION_COUNTS = ("unchanged", "reworded", "amended", "new", "dropped")


def _quoted(mention: FigureMention | None) -> tuple[str, ...]:
    return (mention.quote,) if mention else ()
