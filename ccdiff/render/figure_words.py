"""What became of figures and of the cells and rows of tables, in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ccdiff.model.changes import Figure, FigureMention, RowChange, TableChange
from ccdiff.model.report import Report
from ccdiff.render.clean import clause, one_line, shorten
from ccdiff.render.messages import Messages
from ccdiff.render.passages import opening_words
from ccdiff.render.printed import date_words, half_up, number, text_of

PHRASE = 40  # characters of a subject that a list of figures shows
QUOTE = 60  # characters of a row of a table that are quoted
CLAUSE = 36  # characters of its clause that are quoted on each side of a figure
TOGETHER = 5  # figures that one sentence lists
GAP = re.compile(r"(?<=[^\x00-\x7f]) *(…+) *(?=[^\x00-\x7f])")  # an ellipsis between Chinese characters takes no spaces
TURNED = (("↓↑", "down-up"), ("↑↓", "up-down"))  # the marks of figures that turned round
UNITS = (10**12, 10**9, 10**8, 10**6, 10**4)  # that a language may have words for ("number.10000")


class FigureTeller:
    """Puts changes of figures into sentences of one language."""

    def __init__(self, old: Report, new: Report, say: Messages) -> None:
        self.old, self.new, self.say = old, new, say

    def sentence(self, figure: Figure) -> str:
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

    def together(self, figures: list[Figure]) -> str:
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

    def mention(self, mention: FigureMention) -> str:
        """A figure as it is printed, with the date it holds for."""
        quote = one_line(mention.quote)
        return (
            self.say("figure.as_of", quote=quote, date=date_words(mention.as_of, self.say)) if mention.as_of else quote
        )

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

    # tables

    def cell(self, change: TableChange) -> tuple[str, str, str, str, str, str]:
        """A changed cell as a row: what is counted, the column, before, now, the difference, the per cent."""
        share = any(mark in "".join(change.texts) for mark in self.say("units.share").split("|"))
        delta = number(change.delta, sign=True)
        percent = "" if change.percent is None else number(half_up(change.percent), sign=True) + "%"
        cells = (one_line(text) for text in (change.row, change.column, *change.texts))
        return (*cells, self.say("number.points", n=delta) if share else delta, percent)  # type: ignore[return-value]

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

    def row(self, change: RowChange) -> str:
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


def lowered(figure: str, language: str) -> str:
    """A figure within a line: "Over 160,000 mines" began a sentence where it is printed; "Fiji (146)" is a name."""
    first = re.match(r"[A-Z][a-z]+", figure)
    small = first and first.group().lower() in opening_words(language)
    return figure[:1].lower() + figure[1:] if small else figure


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
