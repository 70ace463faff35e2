"""Which rows of the running text are headings, and the sections that they open."""

from __future__ import annotations

import re
from dataclasses import replace

from ccdiff.parse.choosing import Around, choose, plain_heading
from ccdiff.parse.drafts import Drafts
from ccdiff.parse.footnotes import Fragment, without_marks
from ccdiff.parse.headings import (
    IN_BRACKETS,
    LONGEST,
    LONGEST_UNNUMBERED,
    item_heading,
    nested,
    readings,
    shaped,
    split_run_in,
    unended,
)
from ccdiff.parse.joining import Joiner
from ccdiff.parse.outline import MATTER, Outline
from ccdiff.parse.patterns import BULLET, ITEM, width
from ccdiff.parse.rows import Row
from ccdiff.parse.survey import Survey

OPEN_NUMBER = re.compile(r"第\s?[IVXLC\d]+\s?$")  # "根据章程第XIV" over "条设立的机构"


class Sections:
    """Reads rows as headings. ``outline`` holds the sections, ``titles`` what their headings say, with the footnote marks.

    ``annexed``: the heading read last is that of an annex, and nothing but more of its title stands below it.
    """

    def __init__(self, survey: Survey, drafts: Drafts, joiner: Joiner, first: int) -> None:
        self._survey, self._flow, self._numbering = survey, survey.flow, survey.numbering
        self._words, self._drafts, self._joiner = survey.words, drafts, joiner
        self.outline = Outline(survey.decimals, nested(survey.flow[first:]))
        self.titles: list[Fragment] = []
        self.annexed = False

    def read(self, k: int) -> bool:
        """Whether row ``k`` is a heading, or goes on with the last one; its section is opened, or given its whole title."""
        row, survey, leaf = self._flow[k], self._survey, self._drafts.open
        if row.body or self.person(row):
            return False
        apart = row.gap and leaf is not None and (leaf.bulleted or (survey.plain and k > 0 and self._flow[k - 1].whole))
        before = None if apart or leaf is None else leaf.text.tail
        if self._annex(row) or self._with_numeral(k, before) or self._goes_on(k):
            return True
        # "說明", "Members" over their names; what was said below a numbered title
        over = k in survey.fields or not row.depth and survey.titled
        over = over or not row.marked and any(map(self.person, self._flow[k + 1 : k + 3]))
        followed = self._numbering.begins(k + 1) if survey.formed else self._followed(k)
        plain = plain_heading(row, before, followed, numbered=survey.numbered, words=self._words)
        if k not in survey.lone and (over or not plain):
            return False
        self._open(self.outline.begin_unnumbered(without_marks(row.raw, survey.marks), row.depth), row.raw, row)
        return True

    def person(self, row: Row) -> bool:
        """Whether a line names a member and no more: its initial numbers no heading."""
        return not row.depth and self._words.person.fullmatch(row.raw) is not None

    def _open(self, locator: str, title: str, row: Row) -> None:
        self.titles.append(Fragment(locator, title, row.place))
        self._drafts.headed, self.annexed = True, False

    def _with_numeral(self, k: int, before: str | None) -> bool:
        row, survey, numbering = self._flow[k], self._survey, self._numbering
        if k in survey.points or k in survey.sentences:
            return False
        listed = k in survey.entries or k in numbering.outside and numbering.outside[k].listed
        around = Around(
            before,
            self._followed(k),
            arabic=not (listed or self._drafts.in_listing or numbering.articles),
            brackets=k in survey.brackets,
            first=k == survey.first,
        )
        numbered = any(entry.numbered and entry.rank < MATTER for entry in self.outline.open)
        matter = (
            h if numbered or row.marked else replace(h, rank=MATTER)
            for h in readings(row.raw)
            if h.style == "arabic" and k in survey.matters
        )
        found = next(matter, None) or item_heading(row, self._words) or choose(self.outline, row, around)
        if found is None:
            return False
        title = row.raw[found.end :].strip()
        parts = split_run_in(title) if found.style == "bracket-han" else None
        title = parts[0] if parts else title
        self._open(self.outline.begin(found, title, row.depth), title, row)
        if parts:
            self._drafts.paragraph(self.outline.current, "", None, row, parts[1])
        return True

    def _annex(self, row: Row) -> bool:
        """ "附件", "附件一", "Annex II", alone on its line or with its title; not "附件开列了…" in a sentence."""
        found = self._words.annex.match(row.raw)
        if not found or not (row.gap or row.marked):
            return False
        title = row.raw[found.end() :].strip(" .．：:\u3000")
        if title and not (row.marked or self._drafts.ended):
            return False
        if title and not shaped(title, LONGEST if row.marked else LONGEST // 2):
            return False
        label = (" " if row.raw[0].isascii() else "").join(found.group().strip(" .．：:").split())
        self._open(self.outline.begin_annex(label, title), title, row)
        self.annexed = True
        return True

    def _goes_on(self, k: int) -> bool:
        """A heading's second line: in lines as wide as the page, or in bold over both, or the title of an annex."""
        row = self._flow[k]
        if not self._drafts.headed or not unended(row.raw) or readings(row.raw) or ITEM.match(row.raw):
            return False
        if row.bullet or BULLET.match(row.raw):
            return False
        last, fragment, set_in = self._flow[k - 1], self.titles[-1], self._survey.layout
        if width(fragment.raw) + width(row.raw) > LONGEST:
            return False
        wide = set_in.wrapped and (width(last.raw) > 0.6 * set_in.measure or row.raw[0].islower())
        same = (
            (not row.gap and k in self._survey.lone and k - 1 in self._survey.lone)
            or IN_BRACKETS.match(row.raw)
            or not row.gap
            and (wide or OPEN_NUMBER.search(fragment.raw))
        )
        open_end = row.raw[0].islower() or self._words.unended.search(fragment.raw.rstrip(" *")) is not None
        # "第一章" over "导言"
        untitled = not fragment.raw and (self.annexed or width(row.raw) <= LONGEST_UNNUMBERED)
        if not (same or untitled or (self.annexed and open_end)):
            return False
        between = self._joiner.between(fragment.raw, row.raw)
        glue = (between or "") if fragment.raw else ""
        fragment.raw = fragment.raw[: None if between is not None else -1] + glue + row.raw
        self.outline.retitle(without_marks(fragment.raw, self._survey.marks))
        fragment.owner = self.outline.current
        return True

    def _followed(self, k: int) -> bool:
        """Whether a numbered paragraph, an article or a numbered heading begins on the next row, or after headings."""
        for at in range(k + 1, min(k + 4, len(self._flow))):
            if self._numbering.begins(at) or at in self._survey.entries:
                return True
            raw = self._flow[at].raw
            if not shaped(raw):
                return False
            if any(self.outline.expects(heading) or heading.value == 1 for heading in readings(raw)):
                return True
        return False
