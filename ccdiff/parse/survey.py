"""What the rows of the running text tell as a whole, before it is walked through: how it is set, how it is numbered, what its lists are."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.parse.brackets import bracket_headings, headings_over
from ccdiff.parse.headings import Words, by_decimals, first_chapter, points
from ccdiff.parse.layout import bulleted_clauses, fields, layout, numbered_sentences, recurring_labels
from ccdiff.parse.lone import over_bullets
from ccdiff.parse.numbering import Numbering, numbers_titles
from ccdiff.parse.rows import FORMED, Row


class Survey:
    """The rows and what was found out about them, rows named by their place in ``flow``.

    ``plain``: no paragraph prints a number; ``numbered``: they do, as a report's and not as a law's articles; ``formed``: headings
    are known by their form alone; ``decimals``: headings are numbered 1.1; ``titled``: the numbers are those of titles.
    ``lone``: headings of a plain text; ``brackets``: bracketed numerals that may head a section; ``matters``: numbered lines over
    bullets; ``points``: counted sentences that are no headings; ``first``: where the chapters begin.
    ``clauses``: bulleted lines, ``sentences``: numbered ones that are paragraphs; ``entries``: those of the agenda;
    ``fields``: labels of what is told of each matter, ``recurring`` such that stand alone. ``marks``: labels of the footnotes.
    """

    def __init__(
        self, flow: Sequence[Row], numbering: Numbering, words: Words, marks: frozenset[str], lone: frozenset[int]
    ) -> None:
        self.flow, self.numbering, self.words, self.marks, self.lone = flow, numbering, words, marks, lone
        self.plain = plain = not numbering.any
        self.numbered = numbering.any and not numbering.articles
        self.formed = any(row.depth == FORMED for row in flow)
        self.decimals = by_decimals(flow)
        self.layout = layout(flow)
        self.titled = numbers_titles(flow, numbering.series)
        self.first, self.points = first_chapter(flow), points(flow)
        self.brackets = bracket_headings(flow) if plain else headings_over(flow, numbering.series)
        self.matters = over_bullets(flow) if plain else frozenset()
        self.entries = numbering.agenda.entries
        self.clauses = bulleted_clauses(flow) | numbering.agenda.documents if plain else frozenset()
        self.sentences = numbered_sentences(flow, numbering.outside) if plain else frozenset()
        labelled = plain and not self.layout.wrapped
        self.fields = fields(flow) if labelled else frozenset()
        self.recurring = recurring_labels(flow) if labelled else frozenset()
