"""Whether a line of the running text is the next heading: numbered, or a phrase that stands as one."""

from __future__ import annotations

import re

from ccdiff.model.record import record
from ccdiff.parse.headings import (
    COUNTED,
    IN_BRACKETS,
    LONGEST,
    LONGEST_UNNUMBERED,
    NAMED,
    Heading,
    Words,
    lettered,
    pointless,
    readings,
    run_in,
    shaped,
    split_run_in,
    titled,
)
from ccdiff.parse.outline import Outline
from ccdiff.parse.patterns import BULLET, ITEM, LEADS_IN, NUMBERED, POINT_ITEM, SYMBOL, complete, width
from ccdiff.parse.rows import Row

PROSE = 60  # width from which a line in bold that ends as a sentence is one
PHRASE = 40  # width of a heading that may stand after a paragraph without its full stop
# "Q：…？", in bold: what was asked, as what was answered stands below it
ASKED = re.compile(r"[^\s:：]{1,12}\s?[:：].*[?？]")
PAPERS = re.compile(rf"[^:：\d]{{2,24}}[:：]\s*{SYMBOL}")  # "Documentation: ECE/TRANS/WP.66/11", under a heading
PAUSE = re.compile("[，,；;。：:]")
OPEN_END = re.compile(r"[，、,（(“《—-]\s?$")
OPEN_BRACKET = re.compile(r"[(（][^()（）]*$")  # "(ibid., paras." + "90, 123 and 267)" (A/80/604/Add.2, 7)


@record
class Around:
    """What stands around a line that may be a numbered heading.

    ``before``: the text above it (``None`` after a heading); ``followed``: a paragraph or heading begins right after it;
    ``arabic``: its number is known not to be a paragraph's; ``brackets``: "（一）" or "(a)" may be a heading here; ``first``: chapters are
    counted from here on, whatever its number.
    """

    before: str | None
    followed: bool
    arabic: bool
    brackets: bool
    first: bool

    @property
    def ended(self) -> bool:
        """Whether no sentence goes on over the line."""
        return self.before is None or complete(self.before)

    def allows(self, heading: Heading) -> bool:
        """Whether headings may be numbered so here."""
        if heading.style in ("arabic", "decimal"):
            return self.arabic
        return self.brackets if heading.style.startswith("bracket") else True


def choose(outline: Outline, row: Row, around: Around) -> Heading | None:
    """The reading of ``row`` as the next numbered heading, or ``None``."""
    every = (*readings(row.raw), *(lettered(row.raw) if around.brackets else ()))
    over = outline.decimals and around.followed  # "3. Annual return:" over "3.1 Members considered …"
    options = [
        h for h in every if around.allows(h) and _shape(h, row.raw.rstrip(":：") if over else row.raw, row.marked)
    ]
    # "I." behind "H." goes on with the letters: what continues a series goes before what would begin one
    fits = sorted((h for h in options if outline.expects(h, row.depth)), key=lambda h: h.value == 1)
    sure = around.followed or row.marked
    # "my Special Adviser on" + "II. Activities of the Force" + "A. …": a line that lost its end before the next chapter
    next_chapter = around.followed and fits and fits[0].style in COUNTED and outline.follows(fits[0])
    # "三、…" between gaps, next after 二, below the cells of a table that nothing marks as one
    counted = row.gap and fits and fits[0].style in ("han", "roman") and fits[0].value > 1
    if fits and (around.ended or row.marked or (row.gap and sure) or next_chapter or counted):
        return fits[0]
    if row.marked or (row.gap and (around.ended or around.first)):
        for heading in fits or options:
            named = heading.style == "letter" and complete(row.raw)  # "S. Okoro was absent."
            in_order = heading.style not in ("letter", "arabic") or row.marked or outline.follows(heading) and not named
            if in_order and (sure or heading.style in NAMED or (around.first and heading.style in COUNTED)):
                return heading
    pointless_may = around.arabic and (around.followed or outline.decimals) and row.gap and around.ended
    lone = pointless(row.raw) if pointless_may else None
    return lone if lone and outline.expects(lone) else None


def _shape(heading: Heading, raw: str, marked: bool) -> bool:
    title = raw[heading.end :]
    if heading.style in NAMED:
        spaced = raw[heading.end - 1 : heading.end].isspace() or not title
        return (not title) or (shaped(title, LONGEST_UNNUMBERED) and (spaced or marked or width(title) <= 40))
    if heading.style in ("han", "bracket-han") and run_in(title):
        return True
    if heading.style == "bracket-han" and split_run_in(title):
        return True
    listed = heading.style in ("arabic", "decimal") or width(title) > PROSE
    if listed and title.endswith(".") and not marked:
        return False  # an entry of a list: "1. Election of officers." in the agenda of an annex
    return shaped(title) or (marked and width(title) <= LONGEST)


def plain_heading(row: Row, before: str | None, followed: bool, *, numbered: bool, words: Words) -> bool:
    """Whether ``row`` is a heading without a numeral.

    In a report of numbered paragraphs it stands after an ended paragraph and right before the next number or heading: what
    goes on with a sentence over a page break follows an unended line (9th report, 19: "第四章所获经验教训…"). Elsewhere only
    a line that is marked as one counts.
    """
    if row.body or not titled(row, LONGEST_UNNUMBERED) or NUMBERED.match(row.raw):
        return False
    if not (row.gap or row.marked) and IN_BRACKETS.match(row.raw):
        return False  # "(第65段)" under the line of a list: where it was said
    if not row.depth and row.strong and (outcome(row, words) or (complete(row.raw) and width(row.raw) >= PROSE)):
        return False
    if not row.depth and ASKED.fullmatch(row.raw):
        return False
    if row.depth and row.gap and not numbered:
        return (
            True  # in Markdown nothing but a blank line and a # make a heading, also of small letters after an open end
        )
    if ITEM.match(row.raw) or POINT_ITEM.match(row.raw) or BULLET.match(row.raw) or PAPERS.match(row.raw):
        return False
    if words.continues.match(row.raw) or (row.raw[0].islower() and not (before is None or complete(before))):
        return False
    if row.marked:
        return True
    if not numbered or not followed or complete(row.raw) or (before and OPEN_BRACKET.search(before)):
        return False
    if before and words.unended.search(before.rstrip()[-20:]):
        return False  # "…elected Ms. Chowdhury as Chair, Mr." + "Kofi Asante (Ghana)…"
    if before and LEADS_IN.search(before[-8:]):  # "elected the following officers:" + "Chair: Ana Neves (Portugal)"
        return False
    return before is None or complete(before) or bool(words.item.match(row.raw)) or _stands_out(row, before, words)


def outcome(row: Row, words: Words) -> bool:
    """Whether a line says what was decided: "Action: the Chair to write to the Board"."""
    found = words.outcome.match(row.raw)
    return found is not None and bool(row.raw[found.end() :].strip())


def _stands_out(row: Row, before: str, words: Words) -> bool:
    """A heading after a paragraph that lost its full stop: alone between gaps, short, and a phrase without any pause."""
    phrase = re.sub(r"[（(][^（()）]*[)）]", "", row.raw[:LONGEST])
    return row.gap and width(phrase) <= PHRASE and not PAUSE.search(phrase) and not OPEN_END.search(before[-2:])
