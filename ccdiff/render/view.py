"""From a comparison to plain values that the forms lay out: counts, statements with their places, tables of cells."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from ccdiff.model.changes import Figure, Recommendation, RowChange, SetChange, TableChange
from ccdiff.model.comparison import Comparison, ParagraphRow
from ccdiff.model.report import Report
from ccdiff.render.clean import Rarity, one_line, shorten
from ccdiff.render.messages import Messages
from ccdiff.render.places import cite
from ccdiff.render.printed import text_of, title_of
from ccdiff.render.sentences import GONE, Statement, Teller
from ccdiff.render.standing import FIRST, apart, other_subjects, standing
from ccdiff.text.normalise import fold

RELATIONS = ("unchanged", "reworded", "amended", "new", "dropped")
DIGITS = re.compile(r"\d+")
AGENDAS = ("agenda-adopted", "next-agenda")  # functions of paragraphs that list an agenda (tables ``roles``)
MOST_SECTIONS = 3  # named of each report beside a statement; its chapter names all
SAME_ITEM = 0.45  # of an agenda item in other words: "当前区域毒品贩运形势以及…" and "当前区域贩毒形势以及…" share 0.47
# Of an item whose chapters of the same titles correspond: "执行资产追回任务的进展情况概览" and "资产追回任务执行进展概述" share 0.43;
# two themes of one panel, 0.16.
SAME_CHAPTER = 0.3
LISTED = re.compile(r"^\s*(?:[（(]?(?P<number>\d{1,2})[)）]|(?P<point>\d{1,2})\s*[.．、])\s*(?P<words>\S.*)$")


def key_counts(comparison: Comparison) -> tuple[tuple[str, int], ...]:
    """The line of figures: pairs (name, number), always the same names in the same order where they can be told."""
    rows = Counter(row.relation for row in comparison.paragraphs)
    counts = [(relation, rows[relation]) for relation in RELATIONS]
    changes = comparison.changes
    changed = sum(figure.kind == "changed" for figure in changes.figures)
    counts.append(("figures", changed + len(changes.tables)))
    mine = [entry for entry in changes.recommendations if entry.old]
    if mine:
        counts.append(("recommendations_gone", sum(entry.status in GONE for entry in mine)))
    if changes.attendance and changes.attendance.states:
        old, new = sizes(changes.attendance.states)
        counts += [("states_old", old), ("states_new", new)]
    return tuple(counts)


def sizes(change: SetChange) -> tuple[int, int]:
    """How many names the old and the new list hold."""
    both = len(change.kept) + len(change.renamed)
    return both + len(change.removed), both + len(change.added)


class View:
    """A comparison with the words of one language: what every form needs."""

    def __init__(self, comparison: Comparison, say: Messages) -> None:
        self.comparison = comparison
        self.old, self.new, self.changes = comparison.old, comparison.new, comparison.changes
        self.apart = apart(comparison) or other_subjects(
            comparison
        )  # what stands in one report alone is told briefly, and not as a change
        self.say = say.toned("apart") if self.apart else say
        self.tell = Teller(comparison, self.say)
        # places in words: a page names most of them many times
        self._named: dict[tuple[str, tuple[str, ...], int], str] = {}
        self.rarity = Rarity([paragraph.text for paragraph in self.new.paragraphs])

    def report(self, side: str) -> Report:
        """The report on ``side`` ("old" or "new")."""
        return self.old if side == "old" else self.new

    def at(self, side: str, places: Sequence[str], most: int = 0) -> str:
        """Places of one side in words, without the name of the report; of many sections the first ``most``."""
        key = side, tuple(places), most
        if key not in self._named:
            self._named[key] = cite(places, self.report(side), self.say, most)
        return self._named[key]

    def cite(self, old: Sequence[str], new: Sequence[str], most: int = 0) -> str:
        """Places of both sides: "前，第43段；后，第39段"."""
        parts = [
            self.say(f"cite.{side}", at=self.at(side, at, most)) for side, at in (("old", old), ("new", new)) if at
        ]
        return self.say("cite.join").join(parts)

    def cited(self, statement: Statement) -> str:
        """A statement with its places in parentheses and its full stop."""
        places = self.cite(statement.old, statement.new, MOST_SECTIONS)
        text = self.say.sentence(statement.text) + (self.say("paren", text=places) if places else "")
        return text + self.say("sentence.end")

    def first(self) -> list[str]:
        """What has to be said before anything else: the same report again, different bodies, little in common."""
        return standing(self.comparison, self.say)

    def doubts(self) -> list[str]:
        """What could not be judged, and what the reader of each file remarked."""
        told = [self.say.note(note) for note in self.changes.notes if note.id not in FIRST]
        for side in ("old", "new"):
            remarks = [one_line(self.say.remark(remark)) for remark in self.report(side).notes]
            told += [self.say("doubt.read", side=self.say(f"side.{side}"), text=text) for text in remarks]
        return told

    def highlights(self) -> list[Statement]:
        """The most important changes as sentences, none twice."""
        told: dict[str, Statement] = {}
        for entry in self.comparison.highlights:
            statement = self.tell.highlight(entry)
            if statement:
                text = self.say.sentence(statement.text)
                told.setdefault(text, replace(statement, text=text))
        return list(told.values())

    def figures(self, *kinds: str) -> list[Figure]:
        """The figures of the given kinds."""
        return [figure for figure in self.changes.figures if figure.kind in kinds]

    def figure_places(self, figure: Figure) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Where a figure stands in the old and in the new report."""
        return (figure.old.paragraph,) if figure.old else (), (figure.new.paragraph,) if figure.new else ()

    def tables(self) -> list[tuple[TableChange, list[TableChange]]]:
        """The changed cells, table by table, each with its first."""
        return [
            (group[0], group)
            for _, cells in groupby(self.changes.tables, key=lambda cell: (cell.sections, cell.caption))
            if (group := list(cells))
        ]

    def table_rows(self) -> list[tuple[RowChange, list[RowChange]]]:
        """The changed rows of tables of words, table by table, each with its first."""
        return [
            (group[0], group)
            for _, rows in groupby(self.changes.table_rows, key=lambda row: (row.sections, row.caption))
            if (group := list(rows))
        ]

    def origin(self, row: ParagraphRow) -> str:
        """Why two paragraphs are held to correspond, and whether a person said so."""
        if row.origin == "reviewed":
            return self.say("origin.reviewed")
        return self.say.why(row.why) if row.why else ""

    def rows(self, *relations: str) -> list[ParagraphRow]:
        """The paragraph rows of the given relations, in reading order."""
        return [row for row in self.comparison.paragraphs if row.relation in relations]

    def in_order(self, relation: str) -> list[ParagraphRow]:
        """The rows of a relation in the order of the report that has them (the new one, where both do)."""
        side, report = ("old", self.old) if relation == "dropped" else ("new", self.new)
        order = {paragraph.id: k for k, paragraph in enumerate(report.paragraphs)}
        return sorted(
            self.rows(relation), key=lambda row: min((order.get(at, 0) for at in getattr(row, side)), default=0)
        )

    def lists_members(self, row: ParagraphRow) -> bool:
        """Whether a row is one of the lists of those present, whose changes are told name by name."""
        lists = self._lists()
        return bool(row.old and row.new) and lists["old"].issuperset(row.old) and lists["new"].issuperset(row.new)

    def _lists(self) -> dict[str, set[str]]:
        attendance = self.changes.attendance
        sets = [change for _, change in attendance.lists()] if attendance else []
        return {
            "old": {p for change in sets for p in change.old_places},
            "new": {p for change in sets for p in change.new_places},
        }

    def meeting_rows(self) -> list[ParagraphRow]:
        """Rows with changes beside the lists of those present, in the same chapter: opening, officers, sittings, agenda.

        What opens a report is no chapter: in minutes without headings it holds all.
        """
        lists = self._lists()
        chapters = {
            side: {chapter(self.report(side), place) for place in places} - {"front"} for side, places in lists.items()
        }
        return [row for row in self.rows("amended", "new", "dropped") if self._beside(row, lists, chapters)]

    def _beside(self, row: ParagraphRow, lists: dict[str, set[str]], chapters: dict[str, set[str]]) -> bool:
        places = [(side, place) for side, at in (("old", row.old), ("new", row.new)) for place in at]
        if any(place in lists[side] for side, place in places):
            return False
        return all(chapter(self.report(side), place) in chapters[side] for side, place in places)

    def agenda(self) -> tuple[ParagraphRow, list[tuple[str, str]]] | None:
        """The agenda of both meetings side by side; see ``agenda``."""
        return agenda(self.comparison)

    def section_name(self, side: str, place: str) -> str:
        """A section's path and title: "二.A 会议开幕"."""
        if place == "front":
            return self.say("place.front")
        title = one_line(title_of(self.report(side), place))
        return f"{place.partition('/')[0]} {title}" if not place.endswith(title) else title or place

    def title(self, report: Report) -> str:
        """The title of a report, bounded."""
        return shorten(report.title, 200)


def runs(rows: Sequence[ParagraphRow]) -> list[tuple[ParagraphRow, tuple[str, ...], tuple[str, ...]]]:
    """The rows, those that follow each other and stand on the same side alone as one."""
    found: list[tuple[ParagraphRow, tuple[str, ...], tuple[str, ...]]] = []
    for row in rows:
        before = found[-1] if found else None
        alike = before and (row.relation, row.origin) == (before[0].relation, before[0].origin)
        if before and alike and not (row.old and row.new) and bool(row.old) == bool(before[1]):
            found[-1] = (row, before[1] + row.old, before[2] + row.new)
        else:
            found.append((row, row.old, row.new))
    return found


def agenda(comparison: Comparison) -> tuple[ParagraphRow, list[tuple[str, str]]] | None:
    """The agenda of both meetings side by side: the row where both texts list numbered lines, and pairs (old, new).

    The adopted one goes before the provisional one of the next meeting. An item that the other does not have stands beside an
    empty cell. ``None`` where there is no such row: a numbered list of decisions is no agenda.
    """
    for function in AGENDAS:
        for row in comparison.paragraphs:
            if f"function:{function}" in row.why.split("+") or row.origin == "reviewed":
                old, new = _listed(comparison.old, row.old), _listed(comparison.new, row.new)
                if len(old) > 1 and len(new) > 1:
                    rows = pair_up(old, new, _linked_titles(comparison))
                    return row, [(_item(a), _item(b)) for a, b in rows]
    return None


def _listed(report: Report, places: Iterable[str]) -> list[str]:
    """The numbered lines, each with those under it that have letters: "会议开幕：", "(a) …", "(b) …"."""
    found: list[list[str]] = []
    for line in (line for place in places for line in text_of(report, place).split("\n")[1:]):
        match = LISTED.match(line)
        if match:
            found.append([one_line(match["words"])])
        elif found and found[-1][0].endswith((":", "：")):
            found[-1].append(one_line(line))
    return ["\n".join(lines) for lines in found]


def _item(entry: str) -> str:
    """An item as it is told: its own words, without what stands under it and without its closing point."""
    return entry.partition("\n")[0].rstrip("。.；;：: ")


def _linked_titles(comparison: Comparison) -> frozenset[tuple[str, str]]:
    """The titles of chapters that correspond, one to one."""
    pairs = ((link.old[0], link.new[0]) for link in comparison.sections if len(link.old) == len(link.new) == 1)
    return frozenset((_plain(title_of(comparison.old, a)), _plain(title_of(comparison.new, b))) for a, b in pairs)


def _plain(title: str) -> str:
    return fold(_item(title)).lower()


def pair_up(
    old: Sequence[str], new: Sequence[str], linked: Collection[tuple[str, str]] = frozenset()
) -> list[tuple[str, str]]:
    """Two agendas side by side: an item and the one that is the same but for the number of the session and its wording share a row.

    Rows stand in the order of the old list; an item that only the new one has stands behind the one that goes before it there,
    and behind what is no longer listed. Of titles whose chapters correspond (``linked``) less has to be alike.
    """
    partners = _partners(old, new, linked)
    rows = [(entry, new[partners[k]] if k in partners else "") for k, entry in enumerate(old)]
    at = {j: k for k, j in partners.items()}  # new item -> row
    for j, entry in enumerate(new):
        if j not in at:
            behind = at[j - 1] + 1 if j else 0
            while behind < len(rows) and not rows[behind][1]:
                behind += 1
            rows.insert(behind, ("", entry))
            at = {item: row + (row >= behind) for item, row in at.items()} | {j: behind}
    return rows


def _partners(old: Sequence[str], new: Sequence[str], linked: Collection[tuple[str, str]]) -> dict[int, int]:
    """Which items of two agendas are one, the most alike first. What many items say (the name of the meeting) weighs little."""
    sides = [[_pieces(entry) for entry in side] for side in (old, new)]
    spread = Counter(piece for side in sides for pieces in side for piece in pieces)
    size = len(old) + len(new) + 1

    def weight(pieces: Iterable[str]) -> float:
        return sum(sorted(math.log(size / spread[piece]) for piece in pieces))

    alike = [
        (-round(2 * weight(a & b) / (weight(a) + weight(b)), 6), i, j)
        for i, a in enumerate(sides[0])
        for j, b in enumerate(sides[1])
        if a & b
    ]
    found: dict[int, int] = {}
    for share, i, j in sorted(alike):
        least = SAME_CHAPTER if (_plain(old[i]), _plain(new[j])) in linked else SAME_ITEM
        if -share >= least and i not in found and j not in found.values():
            found[i] = j
    return found


def _pieces(entry: str) -> frozenset[str]:
    """Words, or pairs of characters, of an agenda item without its figures."""
    plain = DIGITS.sub("", fold(entry)).lower()
    return frozenset(plain.split()) if plain.isascii() else frozenset(map(str.__add__, plain, plain[1:])) | {plain[:1]}


def chapter(report: Report, place: str) -> str:
    """The outermost section that holds a paragraph or footnote; the place itself where it stands in none."""
    try:
        at: str | None = report.paragraph(place).section
    except KeyError:
        return place
    while at is not None:
        try:
            parent = report.section(at).parent
        except KeyError:
            break
        if parent is None:
            break
        at = parent
    return at or place


def best_places(entry: Recommendation, most: int) -> tuple[str, ...]:
    """Of the places that take up a recommendation the ``most`` that come nearest to it, in the order of the report."""
    score = {candidate.locator: candidate.score for candidate in entry.candidates}
    best = sorted(entry.new, key=lambda place: -score.get(place, 0.0))[:most]
    return tuple(place for place in entry.new if place in best)
