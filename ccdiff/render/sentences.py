"""One change, one sentence: a template around quoted facts. Nothing here weighs or chooses; nothing is said that is not there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import Any

from ccdiff.model.alignment import Link
from ccdiff.model.changes import (
    Figure,
    FigureMention,
    Progress,
    Recommendation,
    RowChange,
    SetChange,
    TableChange,
    Topic,
)
from ccdiff.model.comparison import Comparison, Highlight, ParagraphRow
from ccdiff.model.record import record
from ccdiff.model.report import Report
from ccdiff.render.alone import Alone
from ccdiff.render.clean import clause, one_line, opening, shorten
from ccdiff.render.messages import Messages
from ccdiff.render.officers import told
from ccdiff.render.passages import changed_passages, opening_words, retold, same_statement

GONE = ("echoed", "referred", "dropped")  # the statuses of a recommendation that is no longer one
PHRASE = 40  # characters of a changed phrase that are quoted in a sentence
PASSAGE = 90  # characters of the clause that tells how far a matter has come
GAP = re.compile(r"(?<=[^\x00-\x7f]) *(…+) *(?=[^\x00-\x7f])")  # an ellipsis between Chinese characters takes no spaces
TURNED = (("↓↑", "down-up"), ("↑↓", "up-down"))  # the marks of figures that turned round
UNITS = (10**12, 10**9, 10**8, 10**6, 10**4)  # that a language may have words for ("number.10000")
CLAUSE = 36  # characters of its clause that are quoted on each side of a figure
FEW = 3  # recommendations of one fate that are quoted in one sentence; more are counted
TOGETHER = 5  # figures that one sentence lists
BESIDES = 2  # sentences of a paragraph told anew that are quoted beside those that say the same
QUOTE = 60  # characters of a paragraph's opening that are quoted


@record
class Statement:
    """A sentence without its full stop, and the places in both reports that prove it."""

    text: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    kind: str = ""
    index: int = 0


def number(value: float | int | None, sign: bool = False) -> str:
    """A number as printed: thousands by commas, at most two decimals, a true minus sign."""
    if value is None:
        return ""
    text = f"{value:{'+' if sign else ''},.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def lowered(figure: str, language: str) -> str:
    """A figure within a line: "Over 160,000 mines" began a sentence where it is printed; "Fiji (146)" is a name."""
    first = re.match(r"[A-Z][a-z]+", figure)
    small = first and first.group().lower() in opening_words(language)
    return figure[:1].lower() + figure[1:] if small else figure


def half_up(value: float) -> float:
    """To one decimal, a half away from nothing, as people round: 6.25 is 6.3."""
    return int(abs(value) * 10 + 0.5 + 1e-9) / 10 * (-1 if value < 0 else 1)


def date_words(date: str | None, say: Messages) -> str:
    """``"2019-05-01"`` as "2019年5月1日" or "1 May 2019"; a month or a year alone likewise; empty for ``None``."""
    if not date:
        return ""
    year, month, day = [*(int(part) for part in date.split("-")), 0, 0][:3]
    form = "date.day" if day else "date.month" if month else "date.year"
    name = say(f"month.{month}") if f"month.{month}" in say else ""
    return say(form, y=year, m=month, d=day, month=name)


def report_name(report: Report) -> str:
    """The symbol of a report, or its title where it prints none."""
    return one_line(report.symbol or report.title or report.id)


class Teller:
    """Puts the changes of one comparison into sentences of one language."""

    def __init__(self, comparison: Comparison, say: Messages) -> None:
        self.comparison, self.old, self.new, self.say = comparison, comparison.old, comparison.new, say

    @cached_property
    def single(self) -> Alone:
        """The sentences of both reports; made where a paragraph is told anew."""
        return Alone(self.old, self.new)

    # figures

    def mention(self, mention: FigureMention) -> str:
        """A figure as it is printed, with the date it holds for."""
        quote = one_line(mention.quote)
        return (
            self.say("figure.as_of", quote=quote, date=date_words(mention.as_of, self.say)) if mention.as_of else quote
        )

    def figure(self, figure: Figure) -> str:
        """A changed, added or dropped figure in one sentence."""
        if not (figure.old and figure.new):
            return self.say(
                "figure.added" if figure.new else "figure.dropped", text=self.say.quote(self.stated(figure))
            )
        old = lowered(self.mention(figure.old), self.old.language)
        subject, new = self.subject(figure), lowered(self.mention(figure.new), self.new.language)
        form = _direction(figure)
        if form == "restated" and "…" in figure.subject:  # the clauses themselves name what is counted
            form, old, new = "restated.bare", _stated(figure.old, self.old), _stated(figure.new, self.new)
        text = self.say(f"figure.{form}", subject=subject, old=old, new=new, change=self.change(figure))
        return text + (self.say(f"warning.{figure.warning}") if figure.warning else "")

    def figures(self, figures: list[Figure]) -> str:
        """Several changed figures of one place, each with what it counts after it: "由24个国家变为29个国家（中央机关）"."""
        told = [
            self.say(
                "figure.member",
                subject=shorten(self.subject(f), PHRASE),
                old=lowered(one_line(f.old.quote), self.old.language),
                new=lowered(one_line(f.new.quote), self.new.language),
            )
            for f in figures[:TOGETHER]
            if f.old and f.new
        ]
        rest = self.say("figure.and-more") if len(figures) > TOGETHER else ""
        return self.say("figure.group", n=len(figures), told=self.say("list.and").join(told) + rest)

    def subject(self, figure: Figure) -> str:
        """What is counted. Where that is a passage with the figure left out, the clause of the text is quoted instead."""
        subject = self._turned(one_line(figure.subject))
        mention = figure.new or figure.old
        if "…" not in subject or mention is None:
            return subject
        text = text_of(self.new if figure.new else self.old, mention.paragraph)
        before, _, after = clause(text, mention.start, mention.end, CLAUSE)
        return self.say.quote(GAP.sub(r"\1", one_line(f"{before}{self.say('ellipsis')}{after}")))

    def _turned(self, subject: str) -> str:
        """A subject of which a rise became a fall, in words: what is marked "↑↓" is told."""
        for arrows, name in TURNED:
            if subject.endswith(arrows):
                return subject.removesuffix(arrows).rstrip() + self.say(f"figure.{name}")
        return subject

    def stated(self, figure: Figure) -> str:
        """The clause that states a figure, as it stands."""
        mention, report = (figure.new, self.new) if figure.new else (figure.old, self.old)
        if mention is None:
            return one_line(figure.subject)
        return _stated(mention, report)

    def change(self, figure: Figure) -> str:
        """The difference in words: "+4，+3.5%"; hedged where one of the two is itself no exact figure."""
        if not figure.delta:
            return ""
        text = self.say("figure.parts").join(filter(None, (self.delta(figure), self.percent(figure))))
        return self._hedged(figure, text)

    def cells(self, figure: Figure) -> tuple[str, str]:
        """The difference and its per cent for a table, hedged likewise: "约+200", "约+3.3%"."""
        if not figure.delta:
            return (self.say("figures.same") if figure.delta == 0 and figure.old and figure.new else ""), ""
        percent = self.percent(figure)
        return self._hedged(figure, self.delta(figure)), self._hedged(figure, percent) if percent else ""

    def table_change(self, change: TableChange) -> tuple[str, str, str, str, str, str]:
        """A changed cell as a row: what is counted, the column, before, now, the difference, the per cent."""
        share = any(mark in "".join(change.texts) for mark in self.say("units.share").split("|"))
        delta = number(change.delta, sign=True)
        percent = "" if change.percent is None else number(half_up(change.percent), sign=True) + "%"
        cells = (one_line(text) for text in (change.row, change.column, *change.texts))
        return (*cells, self.say("number.points", n=delta) if share else delta, percent)  # type: ignore[return-value]

    def row_change(self, change: RowChange) -> str:
        """What became of a row of words: its text in quotation marks, of one that holds another text both."""
        old, new = (self.say.quote(shorten(one_line(text), QUOTE)) if text else "" for text in change.texts)
        told = self.say("table-rows.was", old=old, new=new) if old and new else old or new
        return self.say("list.facts").join(filter(None, [self.say(f"table-rows.{change.kind}"), told]))

    def rows(self, changes: Sequence[RowChange]) -> str:
        """How many rows of one table of words came, went and hold another text, in one sentence."""
        times = Counter(change.kind for change in changes)
        told = [
            self.say(f"table-rows.{kind}.count", n=times[kind]) for kind in ("new", "dropped", "amended") if times[kind]
        ]
        caption = one_line(changes[0].caption) or self.say("tables.untitled")
        return self.say("table-rows.changed", caption=caption, told=self.say("list.and").join(told))

    def table(self, cells: Sequence[TableChange]) -> str:
        """The changed cells of one table in one sentence, the first of them each with its row and column."""
        told = [
            self.say("table.cell", row=one_line(cell.row), column=one_line(cell.column), old=old, new=new)
            for cell in cells[:TOGETHER]
            for old, new in (map(one_line, cell.texts),)
        ]
        rest = self.say("figure.and-more") if len(cells) > TOGETHER else ""
        caption = one_line(cells[0].caption) or self.say("tables.untitled")
        return self.say("table.changed", n=len(cells), caption=caption, told=self.say("list.and").join(told) + rest)

    def _hedged(self, figure: Figure, text: str) -> str:
        inexact = any(side and side.qualifier != "exact" for side in (figure.old, figure.new))
        return self.say("figure.about", change=text) if inexact else text

    def delta(self, figure: Figure) -> str:
        """The difference, signed: of shares in points; in Chinese by ten thousands and more where that loses nothing."""
        value = figure.delta or 0
        if self.share(figure):
            one = "number.points.one" if abs(value) == 1 and "number.points.one" in self.say else "number.points"
            return self.say(one, n=number(value, sign=True))
        for unit in UNITS:
            short = round(value / unit, 2)
            if abs(value) >= unit and f"number.{unit}" in self.say and abs(short * unit - value) < 1:
                return self.say(f"number.{unit}", n=number(short, sign=True))
        return number(value, sign=True)

    def percent(self, figure: Figure) -> str:
        """The change in per cent to one decimal, signed; nothing for a share, whose change in per cent would mislead."""
        told = figure.percent is not None and not self.share(figure)
        return number(half_up(figure.percent or 0), sign=True) + "%" if told else ""

    def share(self, figure: Figure) -> bool:
        """Whether a figure is itself in per cent or in points."""
        return figure.unit in self.say("units.share").split("|")

    # recommendations

    def recommendation(self, entry: Recommendation) -> str:
        """What became of one recommendation."""
        quoted = self.say.quote(shorten(entry.text, QUOTE).rstrip("。.；;"))
        return self.say(f"recommendation.{entry.status}.sentence", text=quoted, shift=self.shift(entry))

    def shift(self, entry: Recommendation) -> str:
        """How an amended recommendation moved, in parentheses; empty where nothing is known."""
        words = [self.say(f"shift.{entry.shift}")] if entry.shift else []
        if entry.strength_old and entry.strength_new and entry.strength_old != entry.strength_new:
            words.append(
                self.say("strength.moved", old=self.strength(entry.strength_old), new=self.strength(entry.strength_new))
            )
        return self.say("paren", text=self.say("list.and").join(words)) if words else ""

    def strength(self, name: str | None) -> str:
        """The strength of a recommendation's verb in words."""
        return self.say(f"strength.{name}") if name else ""

    def ledger(self) -> str:
        """How many recommendations are no longer listed and what became of them; empty where the old report makes none."""
        entries = self.comparison.changes.recommendations
        mine = [entry for entry in entries if entry.old]
        gone = [entry for entry in mine if entry.status in GONE]
        if not mine:
            return ""
        fates = [(status, sum(entry.status == status for entry in mine)) for status in ("kept", "amended", *GONE)]
        again, lost = (
            self.say.join(
                [self.say(f"recommendation.{status}.count", n=n) for status, n in fates if n and status in which]
            )
            for which in (("kept", "amended"), GONE)
        )
        if len({entry.status for entry in gone}) == 1:
            lost = self.say(f"recommendation.{gone[0].status}.alone")
        form = "all" if len(gone) == len(mine) else "some" if gone else "none"
        return self.say(f"ledger.{form}", n=len(mine), gone=len(gone), told=again, lost=lost)

    # topics, attendance, progress

    def topic(self, topic: Topic) -> str:
        """A topic that only one report treats, or that is a theme, an agenda item or a chapter in one of them only."""
        of = "" if topic.what == "matter" else f".{topic.what}"
        return self.say(f"topic.{topic.kind}{of}.sentence", label=one_line(topic.label))

    def attendance(self, name: str, change: SetChange) -> str:
        """How a list of those present changed."""
        both = len(change.kept) + len(change.renamed)
        old, new = both + len(change.removed), both + len(change.added)
        form = "more" if new > old else "fewer" if new < old else "same"
        who = self.say(f"who.{name}")
        moves = [("added", change.added), ("removed", change.removed), ("renamed", change.renamed)]
        told = self.say.join([self.say(f"attendance.{move}.count", n=len(items)) for move, items in moves if items])
        tail = self.say("attendance.told", told=told) if told else ""
        return self.say(f"attendance.{form}", who=who, old=old, new=new) + tail

    def progress(self, entry: Progress) -> str:
        """A matter announced in one report and settled in the other."""
        values = {"from": shorten(entry.from_, PASSAGE), "to": shorten(entry.to, PASSAGE)}
        return self.say("progress.sentence", matter=one_line(entry.matter), **values)

    # sections and paragraphs

    def section(self, link: Link) -> str:
        """A section that is new, dropped, renamed, moved, split or merged."""
        titles = {
            "old": self.say.join([self.heading(self.old, locator) for locator in link.old]),
            "new": self.say.join([self.heading(self.new, locator) for locator in link.new]),
        }
        return self.say(f"section.{link.relation}.sentence", **titles)

    def heading(self, report: Report, locator: str) -> str:
        """A section's numeral and title in quotation marks."""
        try:
            section = report.section(locator)
        except KeyError:
            return locator
        return (
            self.say.quote(shorten(section.title or locator, QUOTE)) if locator != "front" else self.say("place.front")
        )

    def paragraph(self, row: ParagraphRow) -> str:
        """A new, dropped, amended, reworded or unchanged paragraph."""
        if row.relation == "amended":
            return self.amended(row, 2)
        report, places = (self.new, row.new) if row.new else (self.old, row.old)
        text = opening(" ".join(text_of(report, locator) for locator in places[:3]), QUOTE)
        return self.say(f"paragraph.{row.relation}.sentence", text=self.say.quote(text))

    def amended(self, row: ParagraphRow, most: int) -> str:
        """What an amended row says otherwise: its officers, its opening where all is retold, else its ``most`` longest changes."""
        old = " ".join(text_of(self.old, at) for at in row.old)
        new = " ".join(text_of(self.new, at) for at in row.new)
        elected = told(old, new, (self.old.language, self.new.language), self.say)
        if elected:
            return elected
        if retold(row.diff):
            same = same_statement(old, new)
            was, now = (shorten(text.rstrip("。.；;：:"), PASSAGE) for text in same)
            return self.say("phrase.retold", old=was, new=now) + self._besides(old, new, same)
        passages = changed_passages(row.diff, self.new.language, most)
        return self.say(
            "paragraph.amended.sentence", phrases=self.say("list.and").join(self.phrase(*p) for p in passages)
        )

    def _besides(self, old: str, new: str, same: Collection[str]) -> str:
        """What each of two texts says besides the sentences ``same``, and nothing of the other report is like; empty where there is nothing."""
        told = ""
        for side, text, other in (("new", new, "old"), ("old", old, "new")):
            found = [one for one in self.single.of(text, other, BESIDES + 1) if one not in same][:BESIDES]
            if found:
                quoted = [self.say.quote(shorten(one.rstrip("。.；;：:"), PASSAGE)) for one in found]
                told += self.say(f"phrase.besides.{side}", text=self.say.join(quoted))
        return told

    def phrase(self, gone: str, come: str) -> str:
        """One change of words."""
        gone, come = one_line(gone), one_line(come)
        form = "phrase.replaced" if gone and come else "phrase.added" if come else "phrase.removed"
        return self.say(form, old=shorten(gone, PASSAGE), new=shorten(come, PASSAGE))

    # the most important of them

    def highlight(self, entry: Highlight) -> Statement | None:
        """The sentence of a highlight; ``None`` where its list has no such entry."""
        text = self._highlight(entry)
        return Statement(text, entry.old, entry.new, entry.kind, entry.index) if text else None

    def _highlight(self, entry: Highlight) -> str:
        changes, at = self.comparison.changes, entry.index
        if entry.kind == "attendance" and changes.attendance:
            name = ("states", "observers", "people")[min(at, 2)]
            change = getattr(changes.attendance, name)
            return self.attendance(name, change) if change else ""
        if entry.kind == "reference" and at < len(changes.references.places):
            place = changes.references.places[at]
            return self.say(
                "reference.added" if place.new else "reference.removed", reference=one_line(place.reference)
            )
        lists: dict[str, tuple[Sequence[Any], Callable[[Any], str]]] = {
            "figure": (changes.figures, self.figure),
            "table": (changes.tables, lambda _: self.table([changes.tables[k] for k in entry.members])),
            "table_row": (changes.table_rows, lambda _: self.rows([changes.table_rows[k] for k in entry.members])),
            "recommendation": (changes.recommendations, self.recommendation),
            "topic": (changes.topics, self.topic),
            "progress": (changes.progress, self.progress),
            "section": (self.comparison.sections, self.section),
            "paragraph": (self.comparison.paragraphs, self.paragraph),
        }
        entries, tell = lists.get(entry.kind, ((), str))
        if len(entry.members) > 1 and entry.kind in ("figure", "recommendation"):
            return self._together(entry)
        return tell(entries[at]) if at < len(entries) else ""

    def _together(self, entry: Highlight) -> str:
        """Several figures of one place, or several recommendations of one fate, in one sentence."""
        changes = self.comparison.changes
        if entry.kind == "figure":
            return self.figures([changes.figures[at] for at in entry.members if at < len(changes.figures)])
        members = [changes.recommendations[at] for at in entry.members]
        if members[0].status == "new":
            named = self._named(members)
            return self.say(f"recommendation.new.{'few' if named else 'many'}", n=len(members), text=named)
        lost = [member for member in members if member.status == "dropped"]
        named = self._named(lost)
        return self.ledger() + (self.say("ledger.named", text=named) if named else "")

    def _named(self, entries: list[Recommendation]) -> str:
        """Recommendations quoted, where they are few."""
        few = entries if len(entries) <= FEW else []
        return self.say.join([self.say.quote(shorten(entry.text, QUOTE).rstrip("。.；;")) for entry in few])


def text_of(report: Report, locator: str) -> str:
    """The text at ``locator``; a section's title; empty where the report has no such place."""
    try:
        return report.text(locator)
    except KeyError:
        pass
    return title_of(report, locator)


def title_of(report: Report, locator: str) -> str:
    """The title of a section, of whatever paragraph its number may be, too; empty where the report has no such section."""
    try:
        return report.section(locator).title
    except KeyError:
        return ""


def _direction(figure: Figure) -> str:
    if figure.delta is None:
        return "ranged"  # one of the two is a range: there is no single difference
    if not figure.delta:
        return "restated"
    if figure.old and figure.new and (figure.new.value - figure.old.value) * figure.delta <= 0:
        return "turned"  # a rise by so much became a fall by so much
    return "rose" if figure.delta > 0 else "fell"


def _stated(mention: FigureMention, report: Report) -> str:
    """The clause that states a figure, as it stands."""
    return one_line("".join(clause(text_of(report, mention.paragraph), mention.start, mention.end, CLAUSE)))
