"""The walk through the running text: paragraphs and items begun under the sections, lines that go on joined to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ccdiff.model.report import Table
from ccdiff.parse.decimals import comes_next
from ccdiff.parse.drafts import Draft, Drafts, go_on
from ccdiff.parse.headings import IN_BRACKETS
from ccdiff.parse.items import Items
from ccdiff.parse.joining import Joiner
from ccdiff.parse.layout import speaks
from ccdiff.parse.numbering import Numbered
from ccdiff.parse.patterns import BULLET, DECIMAL, LEADS_IN, complete, goes_on, width
from ccdiff.parse.rows import Row
from ccdiff.parse.sections import Sections
from ccdiff.parse.survey import Survey
from ccdiff.parse.tables import cells

LABEL = re.compile(r"[^\s,，。.；;a-z][^:：。.，,；;！？!?]{0,29}[:：]")  # "当前状态：", "Action items:"
SURELY = "*•●▪◦"  # signs that begin a line of a list whatever stands before it; a dash may go on with a sentence
OUTSIDE = 60  # width that a numbered line outside the series must have to be a paragraph all the same
YEARS = range(1900, 2100)  # a line that begins with such a number begins with a year, unless the series is that long
NUMBER_AHEAD = 12  # rows within which the number after a lost one stands
SKIPPED = 3  # numbers that may be missing between two lines of a list
MOST_MISSING = 20  # numbers named in the notes for one gap


class Builder:
    """Reads the running text from its first row to its last; what it found stands in its public fields."""

    def __init__(self, survey: Survey, joiner: Joiner, front: int, first: int) -> None:
        """Rows before ``front`` are the front; from ``first`` on there may be headings (between them: paragraphs only)."""
        self.survey, self.flow, self.numbering, self.plain = survey, survey.flow, survey.numbering, survey.plain
        self.drafts = Drafts(joiner)
        self.headings = Sections(survey, self.drafts, joiner, first)
        self.outline = self.headings.outline
        self.tables: list[Table] = []
        self.notes: list[str] = []
        self._front, self._first = front, first
        self._items = Items()
        self._used = {c.n for c in self.numbering.series.values()}
        self._top = max(self._used, default=0)
        self._entry = 0  # number of the latest line of a list
        self._anew = ("", 0)  # the chapter whose paragraphs are counted anew, and the latest number there

    def read(self, tables: Mapping[int, Sequence[Sequence[Row]]]) -> None:
        """The walk; ``tables`` stand before the rows whose places are their keys."""
        for k, row in enumerate(self.flow):
            self._tables(tables.get(k, ()))
            if k < self._front:
                self.drafts.front(row)
            elif k in self.numbering.labelled:
                label, end = self.numbering.labelled[k]
                self._begin(row, end, label, label)
            elif k in self.numbering.series:
                self._numbered(self.numbering.series[k], row)
            elif k >= self._first and self.headings.read(k):
                self._items.close()
            else:
                self._content(k, row)
        self._tables(tables.get(len(self.flow), ()))

    def _content(self, k: int, row: Row) -> None:
        if not (self._sentence(k, row) or self._outsider(k, row) or self._decimal(row) or self._item(k, row)):
            self._text(k, row)

    def _tables(self, found: Sequence[Sequence[Row]]) -> None:
        for rows in found:
            self.tables.append(Table(self.outline.current, cells(rows), tuple(row.number for row in rows)))
            self.headings.annexed = False

    # -- paragraphs

    def _numbered(self, c: Numbered, row: Row) -> None:
        latest = self.drafts.latest_number
        before = int(latest) if latest and latest.isdecimal() else 0
        if c.n > before + 1:
            titles = {section.number for section in self.outline.sections}  # "3. Annual return:" over "3.1 …"
            ahead = range(before + 1, min(c.n, before + MOST_MISSING + 1))
            missing = (n for n in ahead if n not in self._used and str(n) not in titles)
            self.notes += [f"paragraph-number-missing:{n}" for n in missing]
        self._begin(row, c.end, str(c.n), str(c.n))

    def _sentence(self, k: int, row: Row) -> bool:
        """A sentence of a numbered list, or an entry of an agenda, that is a paragraph of its own."""
        if k not in self.survey.sentences and k not in self.survey.entries:
            return False
        found = self.numbering.outside.get(k)
        n, end = self.survey.entries[k] if k in self.survey.entries else (str(found.n), found.end) if found else ("", 0)
        self._paragraph(row, "", n, row.raw[end:])
        return True

    def _outsider(self, k: int, row: Row) -> bool:
        """A numbered line outside the series that is a paragraph all the same: moved, repeated, or counted anew in an annex."""
        c = self.numbering.outside.get(k)
        if c is None or c.listed or self.drafts.in_listing or row.marked:
            return False
        if not (self._stands_alone(row, row.raw[c.end :]) or self._clause(row)):
            return False
        if self._in_annex() or self._counts_anew(c):
            self._anew = (self.outline.open[0].id, c.n)
            self._begin(row, c.end, f"{self.outline.open[0].id}¶{c.n}", str(c.n))
            return True
        if not self.survey.numbered or c.n > self._top + 50 or (c.n in YEARS and self._top < YEARS.start):
            return False
        self.notes.append(f"paragraph-number-{'repeated' if c.n in self._used else 'out-of-order'}:{c.n}")
        self._begin(row, c.end, str(c.n), str(c.n))
        return True

    def _counts_anew(self, c: Numbered) -> bool:
        """Whether the paragraphs of a chapter are numbered from 1 again, and ``c`` is the first or the next of them."""
        if not self.survey.numbered or not self.outline.open:
            return False
        return c.n == 1 and self.drafts.headed or self._anew == (self.outline.open[0].id, c.n - 1)

    def _stands_alone(self, row: Row, rest: str) -> bool:
        long = row.body or (width(rest) > OUTSIDE and (complete(rest) or self.survey.layout.wrapped))
        return long and (row.gap or row.bullet) and self.drafts.ended

    def _clause(self, row: Row) -> bool:
        """Whether a line of an annex is a clause of a decision, however short: below a clause, or a recital that ends in a comma."""
        before = self.drafts.before
        ended = before is None or complete(before) or before.rstrip()[-1:] in ",，"
        return self._in_annex() and row.gap and ended and complete(row.raw)

    def _decimal(self, row: Row) -> bool:
        found = DECIMAL.match(row.raw)
        if not found:
            return False
        label = found.group(1)
        next_one = label == f"{self.outline.current}.1" or comes_next(self.drafts.latest_number, label)
        if not (next_one and row.raw[found.end()].isupper() or self._stands_alone(row, row.raw)):
            return False
        self._begin(row, found.end(), label, label)
        return True

    def _in_annex(self) -> bool:
        return bool(self.outline.open) and self.outline.open[0].rank == 0

    def _begin(self, row: Row, end: int, locator: str, number: str) -> None:
        self._paragraph(row, locator, number, row.raw[end:])

    def _paragraph(self, row: Row, locator: str, number: str | None, text: str) -> None:
        self.drafts.paragraph(self.outline.current, locator, number, row, text)
        self._items.close()

    def _item(self, k: int, row: Row) -> bool:
        leaf, root = self.drafts.open, self.drafts.root
        if leaf is None or root is None or leaf.listing:
            return False
        found = self._items.read(self.flow, k, leaf.text.tail)
        if found is None:
            return False
        draft = self.drafts.item(self._items.begin(found, root.id), found.label, row, row.raw[found.end :])
        self._items.named(draft.id)
        return True

    # -- lines that go on

    def _text(self, k: int, row: Row) -> None:
        leaf, root = self.drafts.open, self.drafts.root
        if leaf is None or root is None:
            if self.plain and (row.bullet or BULLET.match(row.raw)):
                self._begin_listed(row)
            else:
                self._paragraph(row, "", None, row.raw)
                entry = self.numbering.outside.get(k)
                if entry and entry.listed:  # "1. Fees" under "## Agenda": the next stands on a line of its own
                    self.drafts.all[-1].listing, self._entry = True, entry.n
            return
        tail = leaf.text.tail
        if self._bullet(k, row, leaf, tail) or self._list_line(k, row, leaf, tail):
            return
        apart = self._apart(k, row)
        cited = not row.gap and IN_BRACKETS.match(row.raw) is not None  # "(第65段)" under the line of a list
        if cited or not complete(tail) and not (leaf.bulleted and row.gap) and not apart:
            # "Hire of hall - £15", one of several
            below = self.survey.titled and row.gap and not goes_on(self.flow[k - 1].raw, row.raw)
            go_on(
                leaf, row, own_line=below or row.gap and self.headings.person(row) or row.raw in self.survey.recurring
            )
        elif apart or self.plain and (row.gap or not (self.survey.layout.wrapped or row.hint == "soft")):
            self._paragraph(row, "", None, row.raw)
        elif LEADS_IN.search(tail) or self.headings.person(row):
            go_on(leaf, row, own_line=True)
        elif not row.gap:
            go_on(leaf, row, own_line=bool(self.numbering.articles) and not self.survey.layout.wrapped)
        else:
            self._after_end(k, row, leaf, root)

    def _apart(self, k: int, row: Row) -> bool:
        """Whether a line is a paragraph of its own: a recital; one that says whose it is ("**Chair:** Ana", "Bao: the fee is too high"), or stands below such a one."""
        if k in self.numbering.recitals:
            return row.gap
        alone = self.survey.layout.loose and row.hint is None or row.gap and k and not self.flow[k - 1].last
        if k in self.survey.fields or self.plain and alone and k and not goes_on(self.flow[k - 1].raw, row.raw):
            return True
        entry, above = self.numbering.outside.get(k), self.flow[k - 1].raw
        if self.plain and row.gap and k - 1 in self.numbering.outside and width(row.raw) > OUTSIDE >= width(above):
            return True  # "会议由副会长主持，…" under "6、团建活动"
        if self.plain and row.gap and entry and not entry.listed and not self.drafts.all[-1].listing:
            return True  # "2.主席表示…" under a line that lost its full stop
        return self.plain and bool(
            speaks(self.flow, k) or (row.gap and (LABEL.fullmatch(row.raw) or k > 0 and speaks(self.flow, k - 1)))
        )

    def _bullet(self, k: int, row: Row, leaf: Draft, tail: str) -> bool:
        """A line of a bulleted list. Where no paragraph prints a number, those of a list that says something are paragraphs."""
        if not (row.bullet or BULLET.match(row.raw)):
            return False
        if not (complete(tail) or leaf.bulleted or row.raw[0] in SURELY or k in self.survey.clauses):
            return False
        if k not in self.survey.clauses and (leaf.bulleted or LEADS_IN.search(tail)):
            go_on(leaf, row, own_line=True)
            leaf.bulleted = True
        elif k in self.survey.clauses or (self.plain and (row.gap or row.raw[0] in SURELY)):
            self._begin_listed(row)
        else:
            return False
        return True

    def _begin_listed(self, row: Row) -> None:
        """A paragraph that a bullet begins; a dash is punctuation and stays."""
        found = BULLET.match(row.raw)
        self._paragraph(row, "", None, row.raw[found.end() :] if found and row.raw[0] != "—" else row.raw)
        self.drafts.all[-1].bulleted = True

    def _list_line(self, k: int, row: Row, leaf: Draft, tail: str) -> bool:
        """A line of a list inside a paragraph, its number kept; in the middle of a sentence it is none."""
        numbered = k in self.numbering.outside
        n = self.numbering.outside[k].n if numbered else 0
        next_entry = leaf.listing and 0 < n - self._entry <= SKIPPED
        if not (numbered or BULLET.match(row.raw)) or not (complete(tail) or next_entry):
            return False
        if self.plain and row.gap and not leaf.listing and not LEADS_IN.search(tail):
            return False
        go_on(leaf, row, own_line=True)
        leaf.listing, self._entry = leaf.listing or numbered, n or self._entry
        return True

    def _after_end(self, k: int, row: Row, leaf: Draft, root: Draft) -> None:
        """A block without a number after an ended paragraph: its page broke at a full stop, or it lost its number."""
        if self.numbering.articles:
            go_on(root, row, own_line=True)
        elif self._lost_number(k, row, root):
            self._paragraph(row, "", None, row.raw)
        elif leaf is not root:
            go_on(root, row, own_line=True)
        else:
            go_on(leaf, row, own_line=leaf.listing)

    def _lost_number(self, k: int, row: Row, root: Draft) -> bool:
        ahead = range(k + 1, min(k + NUMBER_AHEAD, len(self.flow)))
        after = next((self.numbering.series[at].n for at in ahead if at in self.numbering.series), None)
        if (
            self.survey.titled
            or after is None
            or not (root.number or "").isdecimal()
            or after != int(root.number or 0) + 2
        ):
            return False
        return after - 1 not in self._used and width(row.raw) > OUTSIDE
