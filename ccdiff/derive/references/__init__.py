"""Resolutions, decisions and document symbols: which are cited, where, and whose they are.

``find_references(reading)`` finds what one report cites, ``references(pair)`` compares two. A resolution is known by its number
and the body that adopted it: 第 9/1 号决议 of the conference of States Parties is not that of the conference of the Parties
(9th report, 20; 2023 note, 21). A chain ("第 5/1 号、第 7/1 号和第 9/5 号决议", 2023 note, 3) is read whole; 上述决议 points back and makes
no new reference. A report's own symbol is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.derive.references.decisions import OF_A_YEAR, decisions
from ccdiff.derive.references.inner import InnerReference, check_inner, find_inner_references
from ccdiff.derive.references.owners import Owners, without_short
from ccdiff.derive.references.places import HEAD_LINE, places
from ccdiff.derive.references.symbols import TWIN, cited, symbols
from ccdiff.derive.references.words import Mention, Words, plain, words
from ccdiff.model.changes import ReferencePlace, References
from ccdiff.reading import Reading

__all__ = ["InnerReference", "Mention", "find_inner_references", "find_references", "references"]
WIDTH = {
    wide: wide - 0xFEE0
    for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0F, 0xFF0E)
}
WIDE = re.compile(f"[{''.join(map(chr, WIDTH))}]")


def find_references(reading: Reading) -> tuple[Mention, ...]:
    """Every resolution, decision and document symbol that a report cites, in reading order, without its own symbol."""
    known = reading.language.once(words)
    own = _own_symbols(reading)
    family = re.split(r"[\s\d/]", reading.report.symbol, maxsplit=1)[0]
    found: list[Mention] = []
    owners = Owners(reading, known)
    for place, printed in places(reading):
        text = printed.translate(WIDTH) if WIDE.search(printed) else printed  # character for character: places stay
        adopted = list(decisions(place, text, known, owners))
        taken = own | {m.number for m in adopted}  # 第EM/RC67/4号决议 is no document
        documents = (*symbols(place, text), *cited(place, text, known, family))
        found += [*adopted, *(m for m in documents if plain(m.number) not in taken)]
    return tuple(_settled(found))


def _own_symbols(reading: Reading) -> frozenset[str]:
    report = reading.report
    own = {plain(report.symbol)}
    fronts = [p.text for p in report.paragraphs if p.kind == "front"]
    printed = [
        m.number for text in fronts for line in text.split("\n") if len(line) <= HEAD_LINE for m in symbols("", line)
    ]
    own |= set(printed[:1])
    return frozenset(own | {part for symbol in own for part in TWIN.split(symbol)})


def _settled(found: list[Mention]) -> Iterator[Mention]:
    """Where a number has one sure owner in the report, a mention whose owner was only guessed takes it."""
    sure: dict[tuple[str, str], dict[str, None]] = {}
    for mention in found:
        if mention.owner and mention.sure:
            sure.setdefault((mention.kind, mention.number), {})[mention.owner] = None
    whole = _of_years(found)
    for mention in found:
        mention = replace(mention, number=whole.get((mention.kind, mention.number), mention.number))
        owners = list(sure.get((mention.kind, mention.number), ()))
        guessed = not mention.sure and owners and mention.owner not in owners
        yield replace(mention, owner=owners[0] if len(owners) == 1 else "") if guessed else mention


def _of_years(found: list[Mention]) -> dict[tuple[str, str], str]:
    """By number alone, the number with its year, where the report names one such: "resolution 1493" and "resolution 1493 (2003)"."""
    years: dict[tuple[str, str], dict[str, None]] = {}
    for mention in found:
        if OF_A_YEAR.search(mention.number):
            years.setdefault((mention.kind, mention.number[: mention.number.index("(")]), {})[mention.number] = None
    return {key: next(iter(numbers)) for key, numbers in years.items() if len(numbers) == 1}


def references(pair: Pair) -> References:
    """Which references only the new report has, only the old, and both; each once, in order of first mention."""
    check_inner(pair)
    known = pair.new.language.once(words)
    sides = pair.old.once(find_references), pair.new.once(find_references)
    owners = _owners_of_numbers(sides, known)
    places: dict[tuple[str, str], tuple[dict[str, None], dict[str, None]]] = {}
    for side, mentions in enumerate(sides):
        for mention in mentions:
            named = _named(mention, owners[mention.kind, mention.number], known)
            places.setdefault(named, ({}, {}))[side][mention.place] = None
    rows = [ReferencePlace(name, owner, tuple(old), tuple(new)) for (name, owner), (old, new) in places.items()]
    return References(
        added=tuple(row.reference for row in rows if not row.old),
        removed=tuple(row.reference for row in rows if not row.new),
        kept=tuple(row.reference for row in rows if row.old and row.new),
        places=tuple(rows),
    )


def _owners_of_numbers(sides: tuple[tuple[Mention, ...], ...], names: Words) -> dict[tuple[str, str], tuple[str, ...]]:
    owners: dict[tuple[str, str], dict[str, None]] = {}
    for mention in (mention for mentions in sides for mention in mentions):
        known = owners.setdefault((mention.kind, mention.number), {})
        if mention.owner:
            known[mention.owner] = None
    return {key: without_short(found, names) for key, found in owners.items()}


def _named(mention: Mention, owners: tuple[str, ...], known: Words) -> tuple[str, str]:
    """The normal form, and the owner's name; where two bodies have such a number, whose this one is."""
    if mention.kind == "symbol":
        return mention.number, ""
    number = (
        mention.number.replace("(", "（").replace(")", "）")
        if known.number_first
        else mention.number.replace("(", " (")
    )
    form = known.forms[f"form-{mention.kind}"].replace("{}", number)
    owner = mention.owner if len(owners) > 1 else owners[0] if owners else ""
    return form, known.names.get(owner, owner)
