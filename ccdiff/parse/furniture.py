"""Page furniture: what stands on a page and not in the report. A table of small rules; each says what it was seen in."""

from __future__ import annotations

import re
from collections import Counter

from ccdiff.model.report import Line, Source
from ccdiff.parse.patterns import SYMBOL

JOB = r"[A-Z]{0,3}\.?\d{2}-\d{5}"  # V.21-01350, 25-04146: the job number that the printers put on every page
PAGE = r"\**\d{1,4}\**\s?/\s?\**\d{1,4}\**"  # 3/**18**
# What the whole line looks like: "V.21-01350 3/**18**"; "2/10  25-04146"; "*2504146*", the number of the bar code; "- 3 -", 第3页, "Page 3 of 18"
PAGE_LINE = re.compile(
    rf"\**{JOB}\**(?:\s*\([A-Z]\))?(?:\s*(?:{PAGE}|\*?\d{{6,8}}\*?|\d{{1,3}}))*|{PAGE}(?:\s+\**{JOB}\**)?|\*\d{{7}}\*"
    r"|[-–—]\s?\d{1,4}\s?[-–—]|(?:[A-Z][A-Za-z0-9.]{0,39}(?:/[A-Za-z0-9.()\-]+)+\s?)?第\s?\d{1,4}\s?页(?:[，,\s]*共\s?\d{1,4}\s?页)?"
    r"|[Pp]age \d{1,4}(?: of \d{1,4})?"
)
RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("page-line", PAGE_LINE),
    ("rule", re.compile(r"(?:[-_*=~—─]\s?){3,}|\|[|\s]*")),  # --- round footnotes; a table's row without words
    # <div style="text-align:center"><img src="pic.png"></div>, a line of a Markdown file
    ("tags", re.compile(r"(?:</?(?:div|span|p|center|figure|section|details|br|hr|img|a)\b[^<>]{0,800}>\s*)+")),
    ("image", re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|<img\b[^<>]{0,2000}>|<!--.{0,2000}-->")),
)
ANY_RULE = re.compile("|".join([f"(?:{pattern.pattern})" for _, pattern in RULES]))
# what a reader that sees the layout says of a line
SEEN = {"furniture": "page-line", "picture": "picture-label", "contents": "contents", "front-matter": "front-matter"}
SYMBOL_ONLY = re.compile(SYMBOL)
LONGEST = 2500  # characters; no furniture is longer, so no longer line is tried
# "一. 导言 ........ 3", "I. INTRODUCTION ........ 1 - 3   2" in a table of contents
DOTTED = re.compile(r"(?:(?:\.\s?|·\s?|．\s?){3,}|(?:…\s?){2,})\s*(?:\d{1,4}(?:\s?[-–—]\s?\d{1,4})?\s+)?\d{1,4}\s*$")
PAGES = re.compile(PAGE)
BARE = re.compile(r"\d{1,4}")
# "2", "(2)": what stands beside the symbol at the foot of a page
NUMBER = re.compile(r"\d{1,3}|[(（]\s?\d{1,2}\s?[)）]")
BRIEF = 20  # characters of a line with a number alone, its blanks among them
MASTHEAD = 12  # lines that may hold the symbol among other words
MOST_AROUND = 4  # lines of such a foot and the head of the next page


class Furniture:
    """Says of a line of one source why it is furniture, if it is."""

    def __init__(self, source: Source) -> None:
        self._heads = _running_heads(source)
        self._pages = _page_numbers(source) | _feet(source)

    def why(self, line: Line) -> str | None:
        """The stable id of the reason, or ``None`` for a line of text."""
        if line.hint in SEEN:
            return SEEN[line.hint]
        text = line.text.strip()
        if len(text) > LONGEST:
            return None
        if line.number in self._pages:
            return "page-line"
        if text in self._heads and line.number != self._heads[text]:
            return "running-head"
        if DOTTED.search(text[-40:]):
            return "contents"
        if PAGES.fullmatch(text) and not _page_of(text):
            return None  # 2026/27 in a table is no page 2026 of 27
        if (text[0].isascii() or text[0] == "第" or not text[0].isalpha()) and ANY_RULE.fullmatch(text):
            return next(name for name, pattern in RULES if pattern.fullmatch(text))
        return None


def _page_of(text: str) -> bool:
    page, pages = (int(part.strip("* ")) for part in text.split("/"))
    return page <= pages


def _running_heads(source: Source) -> dict[str, int]:
    """Lines that stand at the head of three pages or more, or symbols that stand alone twice: the text, and where it is kept."""
    first: dict[str, int] = {}
    count: Counter[str] = Counter()
    page = None
    for line in source.lines:
        text = line.text.strip()
        head = line.page is not None and line.page != page
        page = line.page if text else page
        if "/" in text and "   " in text:  # "United Nations        A/AC.105/1250"
            beside = text.rpartition("   ")[2].strip()
            if len(beside) < 60 and "/" in beside and SYMBOL_ONLY.fullmatch(beside):
                first.setdefault(beside, line.number)
                count[beside] += 1
        if not text or len(text) > 120:
            continue
        if (
            line.number <= MASTHEAD and "/" in text
        ):  # "United Nations FCCC/CP/2016/10 Distr.: General": there it is kept
            for symbol in (
                part for part in text.split() if part != text and "/" in part and SYMBOL_ONLY.fullmatch(part)
            ):
                first.setdefault(symbol, line.number)
                count[symbol] += 1
        if head or SYMBOL_ONLY.fullmatch(text):
            first.setdefault(text, line.number)
            count[text] += 1
    return {text: first[text] for text in first if count[text] >= (2 if "/" in text and " " not in text else 3)}


def _page_numbers(source: Source) -> frozenset[int]:
    """Lines that are a bare number at the head or foot of a page."""
    lines = [line for line in source.lines if line.text.strip()]
    found = []
    for k, line in enumerate(lines):
        if line.page is None or not BARE.fullmatch(line.text.strip()):
            continue
        foot = k + 1 == len(lines) or lines[k + 1].page != line.page
        head = k == 0 or lines[k - 1].page != line.page
        if foot or head:
            found.append(line.number)
    return frozenset(found)


def _feet(source: Source) -> frozenset[int]:
    """Foot and head of two pages, line by line: a bracketed number or a symbol, and a bare number ("(2)", "EB11/2", "2")."""
    if not any([len(line.text) < BRIEF and line.text.strip().isdecimal() for line in source.lines]):
        return frozenset()
    found: list[int] = []
    run: list[Line] = []
    seen = False  # any text above: the symbol in the masthead is none
    for line in [*source.lines, Line(0, "end of text")]:
        text = line.text.strip()
        if not text:
            continue
        short = len(text) <= 60 and (text[0] in "(（" or text[0].isalnum())
        if short and seen and (NUMBER.fullmatch(text) or ("/" in text and SYMBOL_ONLY.fullmatch(text))):
            run.append(line)
            continue
        kinds = {
            "()" if one[0] in "(（" else "0" if one[0].isdigit() else "A" for one in (part.text.strip() for part in run)
        }
        if 1 < len(run) <= MOST_AROUND and "0" in kinds and len(kinds) > 1:
            found += [part.number for part in run]
        run, seen = [], True
    return frozenset(found)
