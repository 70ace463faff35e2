"""The walk through the running text: sections opened, paragraphs and items begun, lines that go on joined to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ccdiff.model.report import Table
from ccdiff.parse.brackets import bracket_headings, headings_over
from ccdiff.parse.choosing import Around, choose, plain_heading
from ccdiff.parse.decimals import comes_next
from ccdiff.parse.drafts import Draft, Drafts, go_on
from ccdiff.parse.footnotes import Fragment, without_marks
from ccdiff.parse.headings import (
    IN_BRACKETS,
    LONGEST,
    LONGEST_UNNUMBERED,
    Words,
    by_decimals,
    first_chapter,
    item_heading,
    nested,
    points,
    readings,
    shaped,
    split_run_in,
    unended,
)
from ccdiff.parse.items import Items
from ccdiff.parse.joining import Joiner
from ccdiff.parse.layout import bulleted_clauses, fields, layout, numbered_sentences, recurring_labels, speaks
from ccdiff.parse.lone import over_bullets
from ccdiff.parse.numbering import Numbered, Numbering, numbers_titles
from ccdiff.parse.outline import MATTER, Outline
from ccdiff.parse.patterns import BULLET, DECIMAL, ITEM, LEADS_IN, complete, goes_on, width
from ccdiff.parse.rows import FORMED, Row
from ccdiff.parse.tables import cells

LABEL = re.compile(r"[^\s,，。.；;a-z][^:：。.，,；;！？!?]{0,29}[:：]")  # "当前状态：", "Action items:"
OPEN_NUMBER = re.compile(r"第\s?[IVXLC\d]+\s?$")  # "根据章程第XIV" over "条设立的机构"
SURELY = "*•●▪◦"  # signs that begin a line of a list whatever stands before it; a dash may go on with a sentence
BROKEN = 40  # width of a heading that is set on two lines
OUTSIDE = 60  # width that a numbered line outside the series must have to be a paragraph all the same
YEARS = range(1900, 2100)  # a line that begins with such a number begins with a year, unless the series is that long
SECTION_AHEAD = 6  # rows within which a list of items goes on after a block that belongs to one of them
NUMBER_AHEAD = 12  # rows within which the number after a lost one stands
SKIPPED = 3  # numbers that may be missing between two lines of a list
MOST_MISSING = 20  # numbers named in the notes for one gap


class Builder:
    """Reads the flow from its first row to its last; what it found stands in its public fields."""

    def __init__(
        self,
        flow: Sequence[Row],
        numbering: Numbering,
        words: Words,
        joiner: Joiner,
        labels: frozenset[str],
        lone: frozenset[int] = frozenset(),
    ) -> None:
        self.flow, self.numbering, self.words = flow, numbering, words
        self.outline, self.drafts, self.items = Outline(by_decimals(flow)), Drafts(joiner), Items()
        self.titles: list[Fragment] = []
        self.tables: list[Table] = []
        self.notes: list[str] = []
        self.numbered = numbering.any and not numbering.articles
        self._formed = any(row.depth == FORMED for row in flow)
        self.plain = not numbering.any
        self.layout = layout(flow)
        self._clauses = bulleted_clauses(flow) | numbering.agenda.documents if self.plain else frozenset()
        self._entries = numbering.agenda.entries
        self._titled = numbers_titles(flow, numbering.series)
        self._fields = fields(flow) if self.plain and not self.layout.wrapped else frozenset()
        self._recurring = recurring_labels(flow) if self.plain and not self.layout.wrapped else frozenset()
        self._sentences = numbered_sentences(flow, numbering.outside) if self.plain else frozenset()
        self._brackets = bracket_headings(flow) if self.plain else headings_over(flow, numbering.series)
        self._first, self._points = first_chapter(flow), points(flow)
        self._matters = over_bullets(flow) if self.plain else frozenset()
        self._joiner, self._labels, self._lone = joiner, labels, lone
        self._used = {c.n for c in numbering.series.values()}
        self._top = max(self._used, default=0)
        self._after_heading = self._annex_title = False
        self._entry = 0  # number of the latest line of a list
        self._anew = ("", 0)  # the chapter whose paragraphs are counted anew, and the latest number there

    def read(self, front: int, first: int, tables: Mapping[int, Sequence[Sequence[Row]]]) -> None:
        """Rows before ``front`` are the front; from ``first`` on there may be headings (between them: paragraphs only)."""
        self.outline.nested = nested(self.flow[first:])
        for k, row in enumerate(self.flow):
            self._tables(tables.get(k, ()))
            if k < front:
                self.drafts.front(row)
            elif k in self.numbering.labelled:
                label, end = self.numbering.labelled[k]
                self._begin(row, end, label, label)
            elif k in self.numbering.series:
                self._numbered(self.numbering.series[k], row)
            elif not (k >= first and self._heading(k, row)):
                self._content(k, row)
        self._tables(tables.get(len(self.flow), ()))

    def _content(self, k: int, row: Row) -> None:
        if not (self._sentence(k, row) or self._outsider(k, row) or self._decimal(row) or self._item(k, row)):
            self._text(k, row)

    def _tables(self, found: Sequence[Sequence[Row]]) -> None:
        for rows in found:
            self.tables.append(Table(self.outline.current, cells(rows), tuple(row.number for row in rows)))
            self._annex_title = False

    # -- headings

    def _heading(self, k: int, row: Row) -> bool:
        if row.body or self._person(row):
            return False
        leaf = self.drafts.leaf
        apart = row.gap and leaf is not None and (leaf.bulleted or (self.plain and k > 0 and self.flow[k - 1].whole))
        before = None if apart else self._before()
        if self._annex(row) or self._numbered_heading(k, row, before) or self._title_goes_on(k, row):
            return True
        # "說明", "Members" over their names; what was said below a numbered title
        over = k in self._fields or not row.depth and self._titled
        over = over or not row.marked and any(map(self._person, self.flow[k + 1 : k + 3]))
        followed = self.numbering.begins(k + 1) if self._formed else self._followed(k)
        plain = plain_heading(row, before, followed, numbered=self.numbered, words=self.words)
        if k in self._lone or plain and not over:
            self._open(self.outline.begin_unnumbered(without_marks(row.raw, self._labels), row.depth), row.raw, row)
            return True
        return False

    def _person(self, row: Row) -> bool:
        """Whether a line names a member and no more: its initial numbers no heading."""
        return not row.depth and self.words.person.fullmatch(row.raw) is not None

    def _numbered_heading(self, k: int, row: Row, before: str | None) -> bool:
        if k in self._points:
            return False
        listed = k in self._entries or k in self.numbering.outside and self.numbering.outside[k].listed
        around = Around(
            before,
            self._followed(k),
            arabic=not (listed or self._in_listing() or self.numbering.articles),
            brackets=k in self._brackets,
            first=k == self._first,
        )
        numbered = any(entry.numbered and entry.rank < MATTER for entry in self.outline.open)
        matter = (
            h if numbered or row.marked else replace(h, rank=MATTER)
            for h in readings(row.raw)
            if h.style == "arabic" and k in self._matters
        )
        found = next(matter, None) or item_heading(row, self.words) or choose(self.outline, row, around)
        if found is None:
            return False
        title = row.raw[found.end :].strip()
        parts = split_run_in(title) if found.style == "bracket-han" else None
        title = parts[0] if parts else title
        self._open(self.outline.begin(found, title, row.depth), title, row)
        if parts:
            self._begin_unnumbered(row, parts[1])
        return True

    def _open(self, locator: str, title: str, row: Row) -> None:
        self.titles.append(Fragment(locator, title, row.place))
        self.items.close()
        self._after_heading, self._annex_title = True, False

    def _annex(self, row: Row) -> bool:
        """ "附件", "附件一", "Annex II", alone on its line or with its title; not "附件开列了…" in a sentence."""
        found = self.words.annex.match(row.raw)
        if not found or not (row.gap or row.marked):
            return False
        title = row.raw[found.end() :].strip(" .．：:\u3000")
        if title and not (row.marked or self._before_ended()):
            return False
        if title and not shaped(title, LONGEST if row.marked else LONGEST // 2):
            return False
        label = (" " if row.raw[0].isascii() else "").join(found.group().strip(" .．：:").split())
        self._open(self.outline.begin_annex(label, title), title, row)
        self._annex_title = True
        return True

    def _title_goes_on(self, k: int, row: Row) -> bool:
        """A heading's second line: in lines as wide as the page, or in bold over both, or the title of an annex."""
        if not self._after_heading or not unended(row.raw) or readings(row.raw) or ITEM.match(row.raw):
            return False
        if row.bullet or BULLET.match(row.raw):
            return False
        last, fragment = self.flow[k - 1], self.titles[-1]
        if width(fragment.raw) + width(row.raw) > LONGEST:
            return False
        wide = self.layout.wrapped and (width(last.raw) > 0.6 * self.layout.measure or row.raw[0].islower())
        same = (
            (not row.gap and k in self._lone and k - 1 in self._lone)
            or IN_BRACKETS.match(row.raw)
            or self._second_line(k)
            or not row.gap
            and (wide or OPEN_NUMBER.search(fragment.raw))
        )
        open_end = row.raw[0].islower() or self.words.unended.search(fragment.raw.rstrip(" *")) is not None
        # "第一章" over "导言"
        untitled = not fragment.raw and (self._annex_title or width(row.raw) <= LONGEST_UNNUMBERED)
        if not (same or untitled or (self._annex_title and open_end)):
            return False
        between = self._joiner.between(fragment.raw, row.raw)
        glue = (between or "") if fragment.raw else ""
        fragment.raw = fragment.raw[: None if between is not None else -1] + glue + row.raw
        self.outline.retitle(without_marks(fragment.raw, self._labels))
        fragment.owner = self.outline.current
        return True

    def _second_line(self, k: int) -> bool:
        """Whether row ``k`` goes on with the line above it, small and short: "… of seabirds and marine mammals" + "associated with fisheries"."""
        row, last = self.flow[k], self.flow[k - 1]
        return (
            not (last.depth or self.layout.wrapped)
            and row.raw[:1].islower()
            and unended(row.raw, LONGEST // 2)
            and last.raw[-1:] not in ".:;"
            and width(last.raw) >= BROKEN
        )

    def _followed(self, k: int) -> bool:
        """Whether a numbered paragraph, an article or a numbered heading begins on the next row, or after headings."""
        for at in range(k + 1, min(k + 4, len(self.flow))):
            if self.numbering.begins(at) or at in self._entries:
                return True
            raw = self.flow[at].raw
            if not (shaped(raw) or at == k + 1 and self._second_line(at)):
                return False
            if any(self.outline.expects(heading) or heading.value == 1 for heading in readings(raw)):
                return True
        return False

    # -- paragraphs

    def _numbered(self, c: Numbered, row: Row) -> None:
        latest = self.drafts.latest_number
        before = int(latest) if latest and latest.isdecimal() else 0
        if c.n > before + 1:
            missing = (n for n in range(before + 1, min(c.n, before + MOST_MISSING + 1)) if n not in self._used)
            self.notes += [f"paragraph-number-missing:{n}" for n in missing]
        self._begin(row, c.end, str(c.n), str(c.n))

    def _sentence(self, k: int, row: Row) -> bool:
        """A sentence of a numbered list, or an entry of an agenda, that is a paragraph of its own."""
        if k not in self._sentences and k not in self._entries:
            return False
        found = self.numbering.outside.get(k)
        n, end = self._entries[k] if k in self._entries else (str(found.n), found.end) if found else ("", 0)
        self.drafts.paragraph(self.outline.current, "", n, row, row.raw[end:])
        self._begun()
        return True

    def _outsider(self, k: int, row: Row) -> bool:
        """A numbered line outside the series that is a paragraph all the same: moved, repeated, or counted anew in an annex."""
        c = self.numbering.outside.get(k)
        if c is None or c.listed or self._in_listing() or row.marked:
            return False
        if not (self._stands_alone(row, row.raw[c.end :]) or self._clause(row)):
            return False
        if self._in_annex() or self._counts_anew(c):
            self._anew = (self.outline.open[0].id, c.n)
            self._begin(row, c.end, f"{self.outline.open[0].id}¶{c.n}", str(c.n))
            return True
        if not self.numbered or c.n > self._top + 50 or (c.n in YEARS and self._top < YEARS.start):
            return False
        self.notes.append(f"paragraph-number-{'repeated' if c.n in self._used else 'out-of-order'}:{c.n}")
        self._begin(row, c.end, str(c.n), str(c.n))
        return True

    def _counts_anew(self, c: Numbered) -> bool:
        """Whether the paragraphs of a chapter are numbered from 1 again, and ``c`` is the first or the next of them."""
        if not self.numbered or not self.outline.open:
            return False
        return c.n == 1 and self._after_heading or self._anew == (self.outline.open[0].id, c.n - 1)

    def _stands_alone(self, row: Row, rest: str) -> bool:
        long = row.body or (width(rest) > OUTSIDE and (complete(rest) or self.layout.wrapped))
        return long and (row.gap or row.bullet) and self._before_ended()

    def _clause(self, row: Row) -> bool:
        """Whether a line of an annex is a clause of a decision, however short: below a clause, or a recital that ends in a comma."""
        before = self._before()
        ended = before is None or complete(before) or before.rstrip()[-1:] in ",，"
        return self._in_annex() and row.gap and ended and complete(row.raw)

    def _decimal(self, row: Row) -> bool:
        found = DECIMAL.match(row.raw)
        next_one = found and row.raw[found.end()].isupper() and comes_next(self.drafts.latest_number, found.group(1))
        if not found or not (next_one or self._stands_alone(row, row.raw)):
            return False
        self._begin(row, found.end(), found.group(1), found.group(1))
        return True

    def _in_annex(self) -> bool:
        return bool(self.outline.open) and self.outline.open[0].rank == 0

    def _begin(self, row: Row, end: int, locator: str, number: str) -> None:
        self.drafts.paragraph(self.outline.current, locator, number, row, row.raw[end:])
        self._begun()

    def _begin_unnumbered(self, row: Row, text: str) -> None:
        self.drafts.paragraph(self.outline.current, "", None, row, text)
        self._begun()

    def _begun(self) -> None:
        self.items.close()
        self._after_heading = self._annex_title = False

    def _item(self, k: int, row: Row) -> bool:
        leaf, root = self.drafts.leaf, self.drafts.root
        if leaf is None or root is None or self._after_heading or leaf.listing or leaf.kind == "front":
            return False
        found = self.items.read(self.flow, k, leaf.text.tail)
        if found is None:
            return False
        draft = self.drafts.item(self.items.begin(found, root.id), found.label, row, row.raw[found.end :])
        self.items.named(draft.id)
        return True

    # -- lines that go on

    def _text(self, k: int, row: Row) -> None:
        leaf, root = self.drafts.leaf, self.drafts.root
        if leaf is None or root is None or self._after_heading or leaf.kind == "front":
            if self.plain and (row.bullet or BULLET.match(row.raw)):
                self._begin_listed(row)
            else:
                self._begin_unnumbered(row, row.raw)
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
            below = self._titled and row.gap and not goes_on(self.flow[k - 1].raw, row.raw)
            go_on(leaf, row, own_line=below or row.gap and self._person(row) or row.raw in self._recurring)
        elif apart or self.plain and (row.gap or not (self.layout.wrapped or row.hint == "soft")):
            self._begin_unnumbered(row, row.raw)
        elif LEADS_IN.search(tail) or self._person(row):
            go_on(leaf, row, own_line=True)
        elif not row.gap:
            go_on(leaf, row, own_line=bool(self.numbering.articles) and not self.layout.wrapped)
        else:
            self._after_end(k, row, leaf, root)

    def _apart(self, k: int, row: Row) -> bool:
        """Whether a line is a paragraph of its own: a recital; one that is set apart by its type, or stands below such a one; one that says whose it is ("**Chair:** Ana", "Bao: the fee is too high"), or stands below such a one."""
        if k in self.numbering.recitals:
            return row.gap
        alone = self.layout.loose and row.hint is None or row.gap and k and not self.flow[k - 1].last
        if k in self._fields or self.plain and alone and k and not goes_on(self.flow[k - 1].raw, row.raw):
            return True
        entry, above = self.numbering.outside.get(k), self.flow[k - 1].raw
        if self.plain and row.gap and k - 1 in self.numbering.outside and width(row.raw) > OUTSIDE >= width(above):
            return True  # "会议由副会长主持，…" under "6、团建活动"
        if self.plain and row.gap and entry and not entry.listed and not self.drafts.all[-1].listing:
            return True  # "2.主席表示…" under a line that lost its full stop
        if self.plain and row.gap and (row.whole or (k > 0 and self.flow[k - 1].whole)):
            return True
        return self.plain and bool(
            speaks(self.flow, k) or (row.gap and (LABEL.fullmatch(row.raw) or k > 0 and speaks(self.flow, k - 1)))
        )

    def _bullet(self, k: int, row: Row, leaf: Draft, tail: str) -> bool:
        """A line of a bulleted list. Where no paragraph prints a number, those of a list that says something are paragraphs."""
        if not (row.bullet or BULLET.match(row.raw)):
            return False
        if not (complete(tail) or leaf.bulleted or row.raw[0] in SURELY or k in self._clauses):
            return False
        if k not in self._clauses and (leaf.bulleted or LEADS_IN.search(tail)):
            go_on(leaf, row, own_line=True)
            leaf.bulleted = True
        elif k in self._clauses or (self.plain and (row.gap or row.raw[0] in SURELY)):
            self._begin_listed(row)
        else:
            return False
        return True

    def _begin_listed(self, row: Row) -> None:
        """A paragraph that a bullet begins; a dash is punctuation and stays."""
        found = BULLET.match(row.raw)
        self._begin_unnumbered(row, row.raw[found.end() :] if found and row.raw[0] != "—" else row.raw)
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
            self._begin_unnumbered(row, row.raw)
        elif leaf is not root and not self._more_items(k):
            go_on(root, row, own_line=True)
        else:
            go_on(leaf, row, own_line=leaf.listing)

    def _lost_number(self, k: int, row: Row, root: Draft) -> bool:
        ahead = range(k + 1, min(k + NUMBER_AHEAD, len(self.flow)))
        after = next((self.numbering.series[at].n for at in ahead if at in self.numbering.series), None)
        if self._titled or after is None or not (root.number or "").isdecimal() or after != int(root.number or 0) + 2:
            return False
        return after - 1 not in self._used and width(row.raw) > OUTSIDE

    def _more_items(self, k: int) -> bool:
        """Whether the list of items goes on after row ``k``, before the next paragraph."""
        for at in range(k + 1, min(k + SECTION_AHEAD, len(self.flow))):
            if self.numbering.begins(at):
                return False
            if ITEM.match(self.flow[at].raw):
                return True
        return False

    # -- what stands before

    def _before(self) -> str | None:
        """How the text ends that stands before; ``None`` after a heading and at the beginning."""
        leaf = self.drafts.leaf
        return None if self._after_heading or leaf is None or leaf.kind == "front" else leaf.text.tail

    def _before_ended(self) -> bool:
        before = self._before()
        return before is None or complete(before)

    def _in_listing(self) -> bool:
        leaf = self.drafts.leaf
        return leaf is not None and leaf.listing and not self._after_heading
