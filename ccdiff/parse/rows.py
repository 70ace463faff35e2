"""The rows that parsing works on: a source's lines without markup, page furniture set aside, and what stands around each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.model.record import draft
from ccdiff.model.report import SetAside, Source
from ccdiff.parse import markup
from ccdiff.parse.furniture import Furniture
from ccdiff.parse.patterns import HAN, LABELLED, NUMBERED, goes_on, width
from ccdiff.parse.spacing import without_gaps

# "1.9 million": blanks at which no line may break read as blanks
NO_BREAK = dict.fromkeys((0xA0, 0x202F, 0x2007, 0x2009), " ")
# Wide spaces part the words of a title; an endless run of them is layout.
SPACES = re.compile(r" {2,}|[\u2000-\u200a\u3000]{9,}")
# "A." alone on its line, its title on the next: text taken from a PDF
LONE_LABEL = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\s?[.．、]")
# "- [ ] Send the notes": the box of a task that is open; a ticked one says something
TASK = re.compile(r"^(\s*[-*+] )\s*\[ ?\]\s+")
LONE_NUMBER = re.compile(r"\d{1,3}[.．、]")  # "2." alone on its line, its paragraph on the next
LAST_NUMBER = re.compile(rf"(?<=[{HAN}])1[.．]$")  # "…名单1." before a line that is followed by "2." alone
DECIMAL_LED = re.compile(
    r"\d{1,2}\.(?:\d{1,2}\.?)?\s+\S.{0,120}(?<![.。;；])$"
)  # "7.2. Chair of the Board", a heading where it is slanted
FORMED = 6  # depth of a heading that nothing marks but its form: below any that a text marks
PAGE_LINES = ("page-line", "running-head")
CLOSE = 0.5  # share of paragraphs right under which the next begins above which the blank lines say nothing
# width that no line of a page has: half of the lines that end as sentences are wider, then they are paragraphs
PAGE = 130
FEW_GAPS = 0.1  # share of lines after a blank one below which the blank lines say nothing


@draft
class Row:
    """One line that holds text. ``raw`` is without line markup; footnote marks are still in it.

    ``gap``: a blank line, a page line or something set aside stands before it. ``depth``: how many ``#``, or the level a
    reader saw in the layout. ``marked``: anything says that it is a heading. ``counted``: its number stood alone on a line; ``last``: a page line
    stands below it. ``whole``: all of it is bold or slanted; ``hint``: what a reader saw in the layout.
    """

    number: int
    raw: str
    gap: bool
    depth: int = 0
    strong: bool = False
    bullet: bool = False
    whole: bool = False
    counted: bool = False
    last: bool = False
    hint: str | None = None
    page: int | None = None
    place: int = 0  # among the rows of the running text

    @property
    def marked(self) -> bool:
        return self.depth > 0 or self.strong

    @property
    def body(self) -> bool:
        return self.hint == "body"


def rows(source: Source, furniture: Furniture) -> tuple[list[Row], list[SetAside]]:
    """The rows of ``source`` in order, and what was set aside: page lines, rules, images, running heads."""
    found: list[Row] = []
    aside: list[SetAside] = []
    gap, page = True, None
    whole = "\n".join([line.text for line in source.lines])
    no_break = any([chr(blank) in whole for blank in NO_BREAK])
    for line in source.lines:
        if not line.text or line.text.isspace():
            gap = True
            continue
        why = furniture.why(line)
        if why:
            aside.append(SetAside(line.number, line.text.strip(), why))
            gap = True
            if found and why in PAGE_LINES:
                found[-1].last = True
            continue
        if line.page != page and page is not None:
            gap = True
        page = line.page
        row = _row(
            line.number, line.text.translate(NO_BREAK) if no_break else line.text, line.hint, line.page, gap, aside
        )
        cell = row.raw[-2:] == " |" and row.raw.count("|") == 1  # "1. Attendance |": of a table, a cell a line
        if cell:
            row.raw, row.gap = row.raw[:-2].rstrip(), True
        if found and LONE_LABEL.fullmatch(found[-1].raw):
            row.raw, row.gap = f"{found[-1].raw} {row.raw}", found[-1].gap
            found.pop()
        found.append(row)
        gap = cell
    found = _with_numbers(found)
    if found and LONE_NUMBER.fullmatch(found[-1].raw):  # a text that is cut off: a number and nothing more
        aside.append(SetAside(found[-1].number, found.pop().raw, "page-line"))
    _blocks(found)
    return found, aside


def _with_numbers(found: Sequence[Row]) -> list[Row]:
    """The rows, a number that stands alone on its line at the head of the line below, whose paragraph it numbers."""
    lone = [k for k, row in enumerate(found[:-1]) if len(row.raw) <= 4 and LONE_NUMBER.fullmatch(row.raw)]
    if not lone:
        return list(found)
    second = next((k for k in lone if found[k].raw.startswith("2")), 0)
    for k, row in enumerate(found[:second]):
        if LAST_NUMBER.search(row.raw) and not NUMBERED.match(found[k + 1].raw):
            row.raw, found[k + 1].raw, found[k + 1].gap = row.raw[:-2], f"1. {found[k + 1].raw}", True
    gone = {k for k in lone if not NUMBERED.match(found[k + 1].raw)}
    for k in gone:
        after = found[k + 1]
        after.raw, after.gap, after.counted = f"{found[k].raw} {after.raw}", found[k].gap, True
    return [row for k, row in enumerate(found) if k not in gone]


def _blocks(found: Sequence[Row]) -> None:
    """In a text whose lines are whole paragraphs, with few blank lines between them, each line is a block of its own."""
    found = [row for row in found if "|" not in (row.raw[:1], row.raw[-1:])]  # the lines of a table are no paragraphs
    long = [k for k, row in enumerate(found) if width(row.raw) > 30]
    ended = [k for k in long if k + 1 == len(found) or not goes_on(found[k].raw, found[k + 1].raw)]
    if len(ended) < len(long) / 2:
        return
    after = [found[k + 1] for k in ended if k + 1 < len(found)]
    wide = sorted(width(found[k].raw) for k in ended)
    plain = bool(wide) and wide[len(wide) // 2] > PAGE and not any(row.depth for row in found)
    close = plain and sum(not row.gap for row in after) > CLOSE * len(after)
    if close or sum(row.gap for row in found[1:]) <= FEW_GAPS * len(found):
        for row in found:
            row.gap = True


def _row(number: int, text: str, hint: str | None, page: int | None, gap: bool, aside: list[SetAside]) -> Row:
    if hint == "table":
        return Row(number, markup.clean(text), gap, hint=hint, page=page)
    text, depth, strong = markup.strip_line(TASK.sub(r"\1", text, count=1) if "[" in text else text)
    leaning = markup.slanted(text) if not strong else None
    whole = strong or leaning is not None
    if leaning is not None:
        text, strong = leaning, DECIMAL_LED.match(leaning) is not None
    text = SPACES.sub(" ", without_gaps(text)) if "\t" not in text else text
    text = markup.clean(text, lambda target: aside.append(SetAside(number, target, "link-target")))
    level = re.fullmatch(r"heading:(\d)", hint or "")
    if level or hint == "title":
        depth, strong = int(level.group(1)) if level else 1, True
    bullet = LABELLED.match(text)
    if bullet:
        text = text[bullet.end() :]
    return Row(number, text, gap, depth, strong, bullet is not None, whole, hint=hint, page=page)
