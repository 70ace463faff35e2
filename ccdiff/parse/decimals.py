"""Which decimal numbers at the head of a line number paragraphs: "2.1 The Committee noted…", as IMO, ICAO, ILO and the World Bank do.

Others number headings so ("2.1 Scope"), or headings with two numbers and paragraphs with three. Each depth is judged by itself: where most lines of
it say a sentence, they are paragraphs; a short line among them without a full stop stays a heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ccdiff.parse.patterns import BARE_NUMBER, DECIMAL, NUMBERED, arabic_number, complete, goes_on, width
from ccdiff.parse.rows import Row

FEWEST = 3  # such paragraphs in a text of them; two may be items of a list
SAYING = 0.5  # share of a depth's lines that say a sentence: of headings hardly one ends so, of paragraphs nearly all
NEAR = 2  # how much higher the next whole number may be: one item may have no text
# width above which a line that a number begins, among such paragraphs, is no heading though its page broke it
LINE = 80
TITLE = 60  # width below which a line may be a title over one that begins anew
LONG = 120  # width above which a line is no heading


def decimal_paragraphs(flow: Sequence[Row]) -> dict[int, tuple[str, int]]:
    """row -> (locator, where its text begins), for the rows that begin such paragraphs; empty for most texts."""
    depths: dict[int, list[tuple[int, str, int]]] = {}
    for k, row in enumerate(flow):
        found = DECIMAL.match(row.raw)
        if (
            found
            and not row.marked
            and (row.gap or row.bullet or k == 0 or complete(flow[k - 1].raw) or _numbered(flow[k - 1]))
        ):
            depths.setdefault(found.group(1).count("."), []).append((k, found.group(1), found.end()))
    paragraphs: dict[int, tuple[str, int]] = {}
    for _, lines in sorted(depths.items()):
        saying = [line for line in lines if _says(flow, line[0])]
        several = len(saying) >= FEWEST or (len(saying) == len(lines) == 2 and _under_chapter(flow, saying[0]))
        enough = paragraphs or (several and _counted(saying))  # 2.2.1 among 2.1, 2.2, 2.3
        if enough and len(saying) >= SAYING * len(lines):
            paragraphs.update({k: (label, end) for k, label, end in saying})
    return paragraphs


def whole_numbers(flow: Sequence[Row], decimals: Mapping[int, tuple[str, int]]) -> dict[int, tuple[str, int]]:
    """The paragraphs with a whole number among those ``decimals``: "4. Minutes. …", "5.1.1 …", "5.2 …", "7. …"; row -> (locator, where
    its text begins). Each says a sentence and comes next after the number above it, and no later one stands before it.
    """
    if not decimals:
        return {}
    found: dict[int, tuple[str, int]] = {}
    top = 0
    later = [(k, int(label.split(".")[0])) for k, (label, _) in sorted(decimals.items())]
    for k, row in enumerate(flow):
        if k in decimals:
            top = int(decimals[k][0].split(".")[0])
            continue
        match = NUMBERED.match(row.raw)
        if not match or not (row.gap or row.bullet) or row.depth or not (_says(flow, k) or width(row.raw) > LINE):
            continue
        n = arabic_number(match.group(1)) or 0
        if (
            not over_parts(flow, k, n)
            and top < n <= top + NEAR
            and all(chapter >= n for at, chapter in later if at > k)
        ):
            found[k] = (str(n), match.end())
            top = n
    return found


def comes_next(before: str | None, label: str) -> bool:
    """Whether ``label`` comes right after ``before``: 5.1 after 5, 5.1.2 after 5.1.1, 5.2 after 5.1.3."""
    stem, _, n = label.rpartition(".")
    elder = f"{stem}.{int(n) - 1}"
    return before == (stem if n == "1" else elder) or (before or "").startswith(f"{elder}.")


def over_parts(flow: Sequence[Row], k: int, n: int) -> bool:
    """Whether the line at ``k`` with the number ``n`` is a title over its first part: "3. Annual return:" over "3.1 Members considered …"."""
    return flow[k].raw[-1:] not in ".。" and k + 1 < len(flow) and flow[k + 1].raw.startswith((f"{n}.1 ", f"{n}.1. "))


def _says(flow: Sequence[Row], k: int) -> bool:
    """Whether the block that begins at ``k`` is a sentence, or too long for a heading."""
    last = k
    while last + 1 < len(flow) and not (flow[last + 1].gap or flow[last + 1].bullet or _numbered(flow[last + 1])):
        last += 1
    title = last > k and width(flow[k].raw) < TITLE and not complete(flow[k].raw)
    if title and not goes_on(flow[k].raw, flow[k + 1].raw):
        return False  # "4.1. Treasurer's Report" over "Ana read the report."
    return flow[k].body or complete(flow[last].raw) or width(flow[k].raw) > LONG


def _numbered(row: Row) -> bool:
    return DECIMAL.match(row.raw) is not None or NUMBERED.match(row.raw) is not None


def _under_chapter(flow: Sequence[Row], first: tuple[int, str, int]) -> bool:
    """Whether the first of them is 2.1, and "2. Grants" stands above."""
    chapter, _, number = first[1].partition(".")
    found = (NUMBERED.match(row.raw) or BARE_NUMBER.match(row.raw) for row in flow[: first[0]])
    return number == "1" and any(match and match.group(1) == chapter for match in found)


def _counted(lines: Sequence[tuple[int, str, int]]) -> bool:
    """Whether two of the numbers at least, or the second of two, follow upon the one before (3.1 upon 2.4): 2.5 million at the head of a line is no number of it."""
    numbers = [[int(part) for part in label.split(".")] for _, label, _ in lines]
    steps = sum(
        b[:-1] == a[:-1] and b[-1] == a[-1] + 1 or b[-2:] == [a[-2] + 1, 1]
        for a, b in zip(numbers, numbers[1:], strict=False)
    )
    return steps >= min(FEWEST, len(lines)) - 1
