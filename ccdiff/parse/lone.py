"""Headings that nothing marks: in a text without numerals, short lines that stand alone over prose.

A Chair's summary has neither paragraph numbers nor numbered headings, and a plain text keeps no bold: "Opening" between two
blank lines, under a paragraph that ended and over one that begins, is a heading all the same.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from ccdiff.parse.headings import LONGEST_UNNUMBERED, Words, readings, shaped
from ccdiff.parse.patterns import BULLET, ITEM, LEADS_IN, NUMBERED, arabic_number, complete, width
from ccdiff.parse.rows import Row

PROSE = 40  # width from which a line that ends as a sentence is a paragraph; a heading's next line may be short: 与会者鼓掌通过。
YEAR = re.compile(r"\d{4}")  # when and where it was: a line of the masthead
# an address, a day or a number: cells of a list of officers, one a line; "Present: A. Hall, S. Okoro"
ENTRY = re.compile(r"\S@\S|^\d[^.]*\d$|^[^:：]{2,24}[:：]\s*\S[^,，、]*[,，、]")
BLOCK = 20  # lines of a paragraph that are looked through for the end of a sentence
SEVERAL = 4  # the same in a text that numbers its chapters
ASKS = re.compile(r"[?？]\s*$")
MATTERS = 3  # entries of a list over bullets that make them headings
FEWEST = 2  # such lines in a text that must be there: one alone may be a caption, a signature, the line of a letter


def lone_headings(flow: Sequence[Row], words: Words) -> frozenset[int]:
    """The rows that are headings by standing alone, below the masthead; none in a text that marks or numbers its headings."""
    if any(row.marked for row in flow):
        return frozenset()
    lines = [k for k in range(len(flow)) if alone(flow, k, words)]
    first = text_begins(flow, words)
    found = [k for k in lines if k >= first and _over_text(flow, k, first, frozenset(lines))]
    over = [k for k in lines if k >= first and _ended(flow, k, first, lines) and _said(flow[k + 1])]
    every = frozenset(found).union(over)
    sure = frozenset(k for k in every if words.review.search(flow[k].raw.rstrip()))
    chapters = any(heading.value == 1 for k in lines for heading in readings(flow[k].raw))
    if chapters:  # the numbered ones are known as headings anyway; what else stands alone over text is one below them
        found = [k for k in found if not readings(flow[k].raw)]
        return frozenset(found if len(found) >= SEVERAL else [k for k in sure if not readings(flow[k].raw)])
    return every if len(found) >= FEWEST or sure else frozenset()


def text_begins(flow: Sequence[Row], words: Words) -> int:
    """The row at which the text begins: its first prose, or the heading right above it where that can be no title."""
    prose = next((k for k in range(len(flow)) if _prose(flow, k)), len(flow))
    above = flow[prose - 1].raw.strip() if prose else ""
    return prose - 1 if words.opening.fullmatch(above) or below_title(flow, prose - 1, words) else prose


def below_title(flow: Sequence[Row], k: int, words: Words) -> bool:
    """Whether a title stands above row ``k``, a line alone that says nothing of itself as titles do ("Annual report", "The season")."""
    if k < 1 or not alone(flow, k, words):
        return False
    if any(pattern.search(flow[k].raw) for pattern in (words.titled, words.sitting, YEAR)):
        return False
    return any(words.titled.search(row.raw) for row in flow[:k])


def alone(flow: Sequence[Row], k: int, words: Words) -> bool:
    """Whether row ``k`` stands between two gaps and has the form of a heading."""
    row = flow[k]
    if row.body or not row.gap or k + 1 >= len(flow) or not flow[k + 1].gap or not shaped(row.raw, LONGEST_UNNUMBERED):
        return False
    if ENTRY.search(row.raw):
        return False
    return not (BULLET.match(row.raw) or ITEM.match(row.raw) or words.continues.match(row.raw) or complete(row.raw))


def _over_text(flow: Sequence[Row], k: int, first: int, alone: frozenset[int]) -> bool:
    """Whether what stands before ``k`` has ended, and a paragraph begins under it, or under the heading below it."""
    return _ended(flow, k, first, alone) and (_prose(flow, k + 1) or k + 1 in alone and _prose(flow, k + 2))


def _said(row: Row) -> bool:
    return complete(row.raw) or BULLET.match(row.raw) is not None


def _ended(flow: Sequence[Row], k: int, first: int, alone: Collection[int]) -> bool:
    before = flow[k - 1].raw
    return k == first or complete(before) or k - 1 in alone or BULLET.match(before) is not None


def _prose(flow: Sequence[Row], k: int) -> bool:
    """Whether a paragraph begins at ``k``: a line that ends as a sentence, or the first line of several of which one does."""
    if k >= len(flow):
        return False
    row = flow[k]
    said = complete(row.raw) and width(row.raw) >= PROSE and "|" not in row.raw  # not "Home.|Calendar.|Site index."
    return row.body or said or wrapped_prose(flow, k)


def wrapped_prose(flow: Sequence[Row], k: int) -> bool:
    """Whether row ``k`` is the first line of a paragraph that its page broke."""
    return width(flow[k].raw) > LONGEST_UNNUMBERED // 2 and any(complete(line.raw) for line in _block(flow, k + 1))


def _block(flow: Sequence[Row], k: int) -> Iterator[Row]:
    """The lines from ``k`` to the next gap, as many as tell whether they are text."""
    for row in flow[k : k + BLOCK]:
        if row.gap:
            return
        yield row


def over_bullets(flow: Sequence[Row]) -> frozenset[int]:
    """The rows of a list that counts from 1 and has bullets under each entry: the matters of a meeting, each with what was said of it.

    "1.深信服申请捐赠项目" + "- 模块后续会全部开源" + "- 会议决策：…", "2. 委员变更" + "- …": three at least. An entry may ask a question
    ("2. Are there any areas that need help?").
    """
    found: list[int] = []
    sure = 0  # those that end neither as a sentence nor as one that opens a list
    for k, row in enumerate(flow[:-1]):
        match = NUMBERED.match(row.raw) if row.raw[:1].isdecimal() else None
        open_end = match is not None and (not complete(row.raw) or ASKS.search(row.raw) is not None)
        if not match or row.bullet or width(row.raw) > LONGEST_UNNUMBERED or not (open_end or LEADS_IN.search(row.raw)):
            continue
        number = int(arabic_number(match.group(1)) or 0)
        under = flow[k + 1].bullet or BULLET.match(flow[k + 1].raw)
        if under and number == len(found) + 1:
            found.append(k)
            sure += open_end
        elif number <= len(found):
            break
    return frozenset(found if sure >= MATTERS else ())
