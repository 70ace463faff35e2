"""Which wordings of the tables (names, States, variants) a report uses, and where: looked for once, so that none is found inside another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from ccdiff.derive.wording import Table, ordered
from ccdiff.language import Language, plain
from ccdiff.reading import Reading, beginnings
from ccdiff.text.finder import Buckets, Finder

Hit = tuple[int, str, tuple[str, str]]  # where a wording stands, the wording, its row and table
Hits = dict[str, list[Hit]]  # by locator
Places = dict[str, list[str]]  # a wording -> the locators where it stands
TABLES: tuple[tuple[str, frozenset[str] | None], ...] = (  # and the kinds of their rows that count
    ("names", None),
    ("states", None),
    ("variants", frozenset(("term", "art"))),
)


def hits(reading: Reading) -> Mapping[str, Hits]:
    """By table, the known wordings of every paragraph and footnote that has any; a masthead has names of its own, a symbol has none."""
    known = reading.language.once(_known)
    found: dict[str, Hits] = {table: defaultdict(list) for table, _ in TABLES}
    texts = [(p.id, p.text) for p in reading.report.paragraphs if p.id != "front"]
    for locator, text in (*texts, *((note.id, note.text) for note in reading.report.footnotes)):
        for hit in known.find(text):
            if not hit[1].isascii() or not _in_symbol(hit, text):
                found[hit[2][1]][locator].append(hit)
    return found


def used(hits: Hits) -> dict[str, Places]:
    """Which wordings of which row the report uses, and where."""
    found: dict[str, Places] = defaultdict(dict)
    for locator, here in hits.items():
        for _, wording, (row, _) in here:
            places = found[row].setdefault(wording, [])
            if not places or places[-1] != locator:
                places.append(locator)
    return found


def _known(language: Language) -> Table:
    return Finder(language.once(_ordered), language.once(beginnings))


@plain
def _ordered(language: Language) -> Buckets[tuple[str, str]]:
    rows = ((table, row) for table, kinds in TABLES for row in language.rows(table) if not kinds or row[0] in kinds)
    return ordered([(word, row[1], table) for table, row in rows for word in row[1:]], printed=True)


def _in_symbol(hit: Hit, text: str) -> bool:
    """Whether a wording is a part of a symbol: UNEP/SAND/EG/2/8."""
    at, end = hit[0], hit[0] + len(hit[1])
    return text.startswith("/", end) or text.endswith("/", 0, at)
