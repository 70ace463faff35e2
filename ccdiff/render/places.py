"""How a place is named to a reader ("第43段", "paras. 43 and 45") and in an address (``#new-39``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from ccdiff.model.changes import ReferencePlace, References
from ccdiff.model.report import Report
from ccdiff.render.clean import shorten
from ccdiff.render.messages import Messages

PARAGRAPH = re.compile(r"\d+[A-Za-z]?((?:\([^()]{1,8}\))*)$")  # 43, 12A, 47(a), 47(a)(i)
DECIMAL = re.compile(r"\d+(?:\.\d+)+((?:\([^()]{1,8}\))*)$")  # 2.1, 2.2.1(a): a paragraph, or a section of a manual
FOOTNOTE = re.compile(r"fn(\S+)$")
NUMERAL = re.compile(r"[一二三四五六七八九十]+$|[IVXLC]+$|[A-Z]$|\d+$")
SYMBOL = re.compile(r"[A-Z][A-Z0-9.\-]*/")
PIECE = re.compile(r"(\d+)|(\D+)")
TITLE = 24  # characters of a section's title by which a place is cited; the whole stands in the table of sections
UNSAFE = re.compile(r"[\s%\"'<>&#`\\]+")


@lru_cache(maxsize=4096)
def anchor(side: str, locator: str) -> str:
    """The HTML id of a place: ``new-39``. No space, quote or per cent sign is left in it."""
    return f"{side}-{UNSAFE.sub('_', locator)}"


def cited(references: References, name: str) -> tuple[ReferencePlace, ...]:
    """The references of one list ("added", "removed", "kept") with their places, resolutions before documents, each by its number.

    Two bodies' resolutions of one number are two.
    """
    sides = {"added": (False, True), "removed": (True, False), "kept": (True, True)}[name]
    rows = {row.reference: row for row in references.places if (bool(row.old), bool(row.new)) == sides}
    names = sorted(getattr(references, name), key=_by_number)
    return tuple(rows.get(reference, ReferencePlace(reference, "", (), ())) for reference in names)


def _by_number(reference: str) -> tuple[bool, list[tuple[int, str]]]:
    """Symbols of documents last; L.9 before L.10."""
    return SYMBOL.match(reference) is not None, [(int(n or 0), words) for n, words in PIECE.findall(reference)]


def kind(locator: str, report: Report) -> str:
    """Which sort of place a locator names: paragraph, footnote, unnumbered, article, front or section."""
    if locator == "front":
        return "front"
    if (PARAGRAPH.match(locator) and not _is_chapter(locator, report)) or (
        DECIMAL.match(locator) and _is_paragraph(locator, report)
    ):
        return "paragraph"
    if FOOTNOTE.match(locator):
        return "footnote"
    if "¶" in locator:
        return "unnumbered"
    return "article" if _is_paragraph(locator, report) else "section"


def _is_chapter(locator: str, report: Report) -> bool:
    """Whether "2" is a chapter of a report that has no paragraph of that number."""
    return any(section.id == locator for section in report.sections) and not _is_paragraph(locator, report)


def _is_paragraph(locator: str, report: Report) -> bool:
    try:
        report.paragraph(locator)
    except KeyError:
        return False
    return True


def cite(locators: Sequence[str], report: Report, say: Messages, most: int = 0) -> str:
    """The places in words, runs of numbers drawn together: "第43、45至47段和脚注2"; empty for none.

    Paragraphs without numbers are told by section; ``most`` is how many sections are named, the rest counted (0: all are named).
    """
    groups: dict[str, list[str]] = {}
    for locator in dict.fromkeys(locators):
        name = kind(locator, report)
        groups.setdefault(locator.rpartition("¶")[0] + "¶" if name == "unnumbered" else name, []).append(locator)
    told = [_group(name, group, report, say) for name, group in groups.items()]
    join = say("list.places" if any(name.endswith("¶") for name in groups) else "list.comma")
    if not most or len(told) <= most + 1:
        return join.join(told)
    rest = sum(len(group) for group in list(groups.values())[most:])
    return say("place.others", places=join.join(told[:most]), n=rest)


def _group(name: str, locators: list[str], report: Report, say: Messages) -> str:
    if name == "paragraph" and len(locators) == 1:
        return say("place.paragraph", at=locators[0])
    if name == "paragraph":
        return say("place.paragraphs", at=say.join(ranges(locators, [p.id for p in report.paragraphs])))
    if name.endswith("¶"):
        return _unnumbered(name[:-1], [locator[len(name) :] for locator in locators], report, say)
    return say.join([_word(name, locator, report, say) for locator in locators])


def _unnumbered(section: str, numbers: list[str], report: Report, say: Messages) -> str:
    """Paragraphs of a section that print no number, by their place in it."""
    at = say("place.front") if section == "front" else _section(section, report, say)
    form = "place.unnumbered" if len(numbers) == 1 else "place.unnumbered.many"
    return say(form, section=at, at=say.join(ranges(numbers)))


def _word(name: str, locator: str, report: Report, say: Messages) -> str:
    if name == "footnote":
        return say("place.footnote", at=locator[2:])
    if name == "section":
        return _section(locator, report, say)
    return say("place.front") if name == "front" else locator


def _section(locator: str, report: Report, say: Messages) -> str:
    """A section's path in words: "第四部分", "第二部分A节", "“引渡（第 16 条）”一节"; a chapter or annex by its own name.

    A title that no other section has stands without those of the sections that it is in.
    """
    path, _, title = locator.partition("/")
    if title:
        alone = [section.title for section in report.sections if section.id == locator and section.title]
        unique = alone and sum(section.title == alone[0] for section in report.sections) == 1
        return say("place.titled", title=shorten(alone[0] if unique else title, TITLE))
    first, _, rest = path.partition(".")
    if NUMERAL.match(first):
        return say("place.subsection", part=first, at=rest) if rest else say("place.section", at=first)
    return f"{first} {rest}".strip()


def ranges(locators: Iterable[str], order: Sequence[str] = ()) -> list[str]:
    """Places as printed, runs of three or more drawn together.

    >>> ranges(["1", "2", "3", "5"])
    ['1-3', '5']
    """
    return [_range(run) for run in runs(locators, order)]


def runs(locators: Iterable[str], order: Sequence[str] = ()) -> list[list[str]]:
    """Runs of three or more places that follow each other in ``order`` (or as numbers); all others alone."""
    at = {locator: k for k, locator in enumerate(order)}
    found: list[list[str]] = []
    for locator in locators:
        if found and _follows(found[-1][-1], locator, at):
            found[-1].append(locator)
        else:
            found.append([locator])
    return [part for run in found for part in ([run] if len(run) > 2 else [[one] for one in run])]


def _follows(before: str, after: str, at: dict[str, int]) -> bool:
    """Whether two paragraphs, two items of one paragraph, or two unnumbered paragraphs of one section are neighbours."""
    if "¶" in before or not re.search(r"[(.]", before + after):
        section, _, number = before.rpartition("¶")
        other, _, next_number = after.rpartition("¶")
        return section == other and number.isdigit() and next_number.isdigit() and int(next_number) == int(number) + 1
    if "(" not in before + after and DECIMAL.match(before) and DECIMAL.match(after):
        (chapter, _, number), (other, _, next_number) = before.rpartition("."), after.rpartition(".")
        return chapter == other and int(next_number) == int(number) + 1
    same = before.partition("(")[0] == after.partition("(")[0] and "(" in before and "(" in after
    return same and before in at and after in at and at[after] == at[before] + 1


def _range(run: list[str]) -> str:
    if len(run) < 3:
        return run[0]
    last = run[-1]
    return f"{run[0]}-{last[last.index('(') :] if '(' in last else last}"
