"""Resolutions, decisions and document symbols: which are cited, where, and whose they are.

``find_references(reading)`` finds what one report cites, ``references(pair)`` compares two. A resolution is known by its number
and the body that adopted it: 第 9/1 号决议 of the conference of States Parties is not that of the conference of the Parties
(9th report, 20; 2023 note, 21). A chain ("第 5/1 号、第 7/1 号和第 9/5 号决议", 2023 note, 3) is read whole; 上述决议 points back and makes
no new reference. A report's own symbol is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from ccdiff.derive.context import Pair
from ccdiff.language import Language
from ccdiff.model.changes import ReferencePlace, References
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.alternation import joined, ways
from ccdiff.text.sentences import sentences

URL = r"https?://\S+|www\.\S+"
SYMBOL = re.compile(
    rf"{URL}|(?<![A-Za-z0-9_/.])(?P<symbol>[A-Z][A-Z0-9.]{{0,11}}(?:/[A-Za-z0-9.\-]+(?:\(\d{{1,3}}\)(?=/))?)+)(?P<year>\s?[（(]\d{{4}}[)）])?"
)
# MSC 105/20, CL 168/REP, EB150/3, A75/9 Rev.1, A40-WP/12: short, and like much else; see ``_cited``
SERIAL = re.compile(
    r"(?<![A-Za-z0-9_/.])(?:[A-Z]{2,6}\s\d{1,4}|[A-Z]{1,4}\d{1,3}(?:-[A-Z]{2})?)/[A-Z]{0,4}\.?\d{0,4}(?:/[A-Za-z]{0,4}\.?\d{1,4}){0,3}(?:\s(?:Rev|Add|Corr)\.\d)?(?![A-Za-z0-9/])"
)
ALSO = re.compile(r"\s?(?:、|，|,|和|及|与|or|and|to)\s?")
TWIN = re.compile(r"-(?![IVXLC]+/)(?=[A-Z]+[./])")  # between two symbols; see ``_apart``; IOC/ITWS-XII/1 is one
SERIES = re.compile(
    r"(?:L|CRP|INF|NGO|SR|R|WP|NC|RT|Add|Rev|Corr)\.\d+"
)  # A/AC.259/L.17: of a body that is numbered itself
SHORT_SYMBOL = re.compile(r"(?:A|S|E|T|CD|DP|NPT)/\d{3,6}\Z")  # S/26705: old documents bear two parts only
ADOPTED = re.compile(r"(?P<body>.+?)/(?P<kind>RES|DEC)/(?P<number>\d[\w./\-]*)\Z")  # A/RES/74/276, S/RES/2766(2024)
SYMBOL_OWNERS = {"A": "GA", "S": "SC", "E": "ECOSOC", "A/HRC": "HRC", "T": "TC"}
# MSC.518(106), A.1149(32); WHA74.7, EB148(5), EB150.R2, A40-18; Conf. 10.10
CODED = r"[A-Z]{1,5}\.\d{1,4}\(\d{1,3}\)|[A-Z]{1,5}\d{1,3}(?:\.R?\d{1,3}|\(\d{1,3}\)|-\d{1,3})|Conf\.\s\d{1,2}\.\d{1,2}"
# 9/1, BC-14/2, 23/COP.14, XII/5, XIII.8 and 12.6 of conferences of parties, 2766 (2024), 3201 (S-VI)
NUMBER = rf"(?:{CODED}|(?:[IVXL]{{1,6}}[/.]\d{{1,3}}|\d{{1,2}}\.\d{{1,3}}|(?:[A-Z]{{1,2}}-)?\d{{1,4}}(?:\s?/\s?(?:\d{{1,4}}|[A-Z]{{2,5}}\.\d{{1,3}}))?)(?:\s?[A-Z]\b(?!/))?(?:\s?[（(](?:\d{{4}}|[IVXLCS]{{1,7}}(?:-[IVXLCS]{{1,7}})?)[)）])?)"
MEASURE = re.compile(r"\d+\.\d+")  # "at a resolution 2.5 times higher"; Resolution 12.6 has a capital letter
ONE_NUMBER = re.compile(NUMBER)
ITEM = re.compile(
    rf"(?=[第A-Z\d])(?<![A-Za-z.])(?P<lead>第\s?|(?=[A-Z]\S{{1,20}}\s?号))?(?P<number>{NUMBER})(?:\s?号)?"
)  # 第 9/1 号, MSC.518(106)号
BETWEEN = re.compile(r"\s?(?:、|，|,|和|及|以及|与|或)\s?")
SPACE = re.compile(r"\s+")
WIDTH = {
    wide: wide - 0xFEE0
    for wide in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF0F, 0xFF0E)
}
PARAGRAPHS_ZH = re.compile(r"第\s?(\d{1,3})(?:\s?(?:[-—–~～至、和]|段和第|段、第|段至第)\s?(?:第\s?)?(\d{1,3}))?\s?段")
PARAGRAPHS_EN = re.compile(r"\b(?:paras?\.|paragraphs?)\s(\d{1,3})(?:\s?(?:-|–|to|and|,)\s?(\d{1,3}))?(?![\d(])")
NEAR = (
    14  # characters between a body's name and its resolution for the two to stand together: "在其 / 第四届会议通过的"
)
CUE = 24  # characters in which 见, 上文, above stands by a paragraph number: 2021 report, 24, "另见关于偷运移民问题的第 29-31 段"
HEAD_LINE = 60  # characters; a line of the front that is shorter is masthead, not a sentence


@record
class Mention:
    """A reference where it stands. ``kind``: resolution|decision|symbol; ``number`` its canonical number or symbol.

    ``owner`` is a key of the table ``owners`` or ``""``; ``sure``: the text names the owner right there.
    """

    kind: str
    number: str
    owner: str
    place: str
    start: int
    end: int
    sure: bool = False


@record
class InnerReference:
    """A reference to a paragraph of the report itself, and whether there is such a paragraph."""

    place: str
    quote: str
    number: str
    stands: bool


@record
class Words:
    """What the tables say, as patterns and lookups."""

    chains: tuple[tuple[str, re.Pattern[str]], ...]
    owners: re.Pattern[str]
    keys: dict[str, str]
    names: dict[str, str]
    short: dict[str, tuple[str, ...]]
    forms: dict[str, str]
    inner: re.Pattern[str]
    outer: re.Pattern[str]
    document: re.Pattern[str]
    number_first: bool


def words(language: Language) -> Words:
    """The tables ``reference_words``, ``owners``, ``owner_short`` of a language; use ``language.once(words)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("reference_words"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    keys = {name: row[0] for row in language.rows("owners") for name in row[1:]}
    short = {row[0]: row[1:] for row in language.rows("owner_short")}
    number_first = table.get("form-resolution", ("",))[0].find("{}") < len(table.get("form-resolution", ("",))[0]) - 2
    return Words(
        chains=tuple((kind, _chain(table.get(kind, ()), number_first)) for kind in ("resolution", "decision")),
        owners=_any((*keys, *short)),
        keys=keys,
        names={row[0]: row[1] for row in language.rows("owners")},
        short=short,
        forms={name: values[0] for name, values in table.items() if name.startswith(("form-", "with-"))},
        inner=_any(table.get("inner", ())),
        outer=_any(table.get("outer", ())),
        document=_any(("(", "（", *table.get("document", ()))),
        number_first=number_first,
    )


def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(joined(ways(longest_first, _whole)) or r"(?!)")


def _whole(name: str) -> str:
    escaped = re.escape(name)
    return rf"\b{escaped}\b" if name.isascii() and name[0].isalpha() else escaped


def _chain(nouns: tuple[str, ...], number_first: bool) -> re.Pattern[str]:
    noun = "|".join(sorted(map(re.escape, nouns), key=lambda word: (-len(word), word))) or r"(?!)"
    if number_first:  # stands right behind the chain: 第 5/1 号、第 7/1 号和第 9/5 号 + 决议
        return re.compile(rf"\s?(?:{noun})")
    return re.compile(
        rf"\b(?:{noun})\s(?:[Nn]os?\.\s)?(?P<numbers>{NUMBER}(?:(?:\s?,\s?(?:and\s|or\s)?|\s(?:and|or)\s){NUMBER})*)"
    )


def _chains(text: str, known: Words) -> list[tuple[str, int, int, list[str]]]:
    """(kind, start, end, numbers) of every chain of numbers with its noun."""
    if not known.number_first:
        matches = [(kind, match) for kind, pattern in known.chains for match in pattern.finditer(text)]
        found = [(kind, m.start(), m.end(), ONE_NUMBER.findall(m["numbers"])) for kind, m in matches]
    else:
        found = [chain for items in _runs(text) for chain in _with_noun(items, text, known)]
    return sorted(found, key=lambda chain: chain[1])


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Numbers that stand in one enumeration."""
    run: list[re.Match[str]] = []
    for item in ITEM.finditer(text):
        if run and not BETWEEN.fullmatch(text, run[-1].end(), item.start()):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _with_noun(run: list[re.Match[str]], text: str, known: Words) -> Iterator[tuple[str, int, int, list[str]]]:
    first = next((k for k, item in enumerate(run) if item["lead"] is not None), None)
    for kind, pattern in known.chains if first is not None else ():
        noun = pattern.match(text, run[-1].end())
        if noun:
            yield kind, run[first or 0].start(), noun.end(), [item["number"] for item in run[first:]]


def find_references(reading: Reading) -> tuple[Mention, ...]:
    """Every resolution, decision and document symbol that a report cites, in reading order, without its own symbol."""
    known = reading.language.once(words)
    own = _own_symbols(reading)
    family = re.split(r"[\s\d/]", reading.report.symbol, maxsplit=1)[0]
    found: list[Mention] = []
    for place, printed in _places(reading):
        text = printed.translate(WIDTH)  # character for character: places stay
        found += _decisions(place, text, known)
        found += [
            m for m in (*_symbols(place, text), *_cited(place, text, known, family)) if _plain(m.number) not in own
        ]
    return tuple(_settled(found))


def _places(reading: Reading) -> Iterator[tuple[str, str]]:
    """Every text of a report with its locator: headings under their section, tables under theirs."""
    report = reading.report
    for section in report.sections:
        yield section.id, section.title if section.level else ""
        for locator in section.paragraphs:
            paragraph = report.paragraph(locator)
            yield locator, _sentences_of_front(paragraph.text) if paragraph.kind == "front" else paragraph.text
    for note in report.footnotes:
        yield note.id, note.text
    for table in report.tables:
        yield table.section, "\n".join(cell for row in table.rows for cell in row)


def _sentences_of_front(text: str) -> str:
    """The front without its short lines: a symbol in the masthead is the report's own or that of an agenda."""
    return "\n".join(line if len(line) > HEAD_LINE else " " * len(line) for line in text.split("\n"))


def _own_symbols(reading: Reading) -> frozenset[str]:
    report = reading.report
    own = {_plain(report.symbol)}
    fronts = [p.text for p in report.paragraphs if p.kind == "front"]
    printed = [
        m.number for text in fronts for line in text.split("\n") if len(line) <= HEAD_LINE for m in _symbols("", line)
    ]
    own |= set(printed[:1])
    return frozenset(own | {part for symbol in own for part in TWIN.split(symbol)})


def _plain(text: str) -> str:
    return SPACE.sub("", text).replace("（", "(").replace("）", ")")


def _symbols(place: str, text: str) -> Iterator[Mention]:
    for match in SYMBOL.finditer(text) if "/" in text else ():
        for symbol in _apart(match["symbol"] or ""):
            symbol = symbol.rstrip(".-")
            if not _is_symbol(symbol):
                continue
            adopted = ADOPTED.match(symbol)
            if adopted:
                kind = "resolution" if adopted["kind"] == "RES" else "decision"
                number = adopted["number"] + _plain(match["year"] or "")
                owner = SYMBOL_OWNERS.get(adopted["body"], "")
                yield Mention(kind, number, owner, place, match.start(), match.end(), bool(owner))
            else:
                yield Mention("symbol", symbol, "", place, match.start(), match.start() + len(match["symbol"]))


def _cited(place: str, text: str, known: Words, family: str) -> Iterator[Mention]:
    """Short symbols of documents, where the text says that they are documents, or the report's own begins with the same letters."""
    end = -1
    for match in SERIAL.finditer(text) if "/" in text else ():
        symbol = SPACE.sub(" ", match.group())
        if not symbol[-1].isalnum() or _is_symbol(symbol):
            continue
        around = text[max(0, match.start() - NEAR) : match.start()], text[match.end() : match.end() + NEAR]
        named = [known.document.search(around[0]), known.number_first and known.document.match(around[1].lstrip(" 号"))]
        own = re.match(rf"{re.escape(family)}[\s\d]", symbol) if family else None
        if own or any(named) or (end >= 0 and ALSO.fullmatch(text, end, match.start())):
            end = match.end()
            yield Mention("symbol", symbol, "", place, match.start(), end)


def _apart(text: str) -> list[str]:
    """Symbols joined by a hyphen: one document of two organs (A/79/795-S/2025/96), or two of one body (CTOC working group, annex:
    "CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4").
    """
    symbols = TWIN.split(text)
    organs = {symbol.partition("/")[0] for symbol in symbols}
    return [text] if len(organs) == len(symbols) > 1 and all(map(_numbered, symbols)) else symbols


def _numbered(symbol: str) -> bool:
    return any(part[:1].isdigit() for part in symbol.split("/")[1:])


def _is_symbol(text: str) -> bool:
    """A/74/5, CAC/COSP/EG.1/2020/2 are; HIV/AIDS, UNODC/INTERPOL, G20/OECD, 9/18 are not."""
    head, *parts = text.split("/")
    if not all(parts) or len(head) > 9:
        return False
    numbered = any(part[0].isdigit() for part in parts[1:]) or bool(parts and SERIES.fullmatch(parts[-1]))
    return (len(parts) > 1 and numbered) or bool(SHORT_SYMBOL.match(text))


def _decisions(place: str, text: str, known: Words) -> Iterator[Mention]:
    chains = _chains(text, known)
    if not chains:
        return
    named = _owners_named(text, known)
    starts = [span.start for span in sentences(text)]
    for kind, start, end, numbers in chains:
        owner, sure = _owner(start, end, named, starts)
        for value in map(_plain, numbers):
            counts = known.number_first or len(value) > 2 if value.isdigit() else True
            if counts and not (text[start].islower() and MEASURE.fullmatch(value)):
                yield Mention(kind, value, owner or _by_shape(value), place, start, end, sure)


def _owners_named(text: str, known: Words) -> list[tuple[int, int, str]]:
    """(start, end, key) of every body named; a short name means the last full name before it that it may stand for."""
    named: list[tuple[int, int, str]] = []
    for match in known.owners.finditer(text):
        key = known.keys.get(match.group())
        if key is None:
            may = known.short[match.group()]
            key = next((k for _, _, k in reversed(named) if k in may), may[0] if len(may) == 1 else "")
        if key:
            named.append((match.start(), match.end(), key))
    return named


def _owner(start: int, end: int, named: list[tuple[int, int, str]], starts: list[int]) -> tuple[str, bool]:
    """The body whose decision stands at ``start`` to ``end``, and whether it is named right there.

    The nearest name to the left in the sentence; else one that follows at once ("在第 5/7 号决议中，缔约方会议请…"); else the
    nearest to the left in the paragraph.
    """
    sentence = starts[bisect_right(starts, start) - 1]
    before = bisect_right(named, (start, -1, "")) - 1
    left = named[before] if before >= 0 else None
    if left and left[0] >= sentence:
        return left[2], start - left[1] <= NEAR
    right = named[before + 1] if before + 1 < len(named) else None
    if right and 0 <= right[0] - end <= NEAR:
        return right[2], True
    return (left[2], False) if left else ("", False)


def _by_shape(number: str) -> str:
    """Who numbers so: 2766 (2024) only the Security Council, 217 A (III) the early General Assembly, 2020/230 the Economic Council."""
    if re.fullmatch(r"\d{1,4}\(\d{4}\)", number):
        return "SC"
    if re.fullmatch(r"\d{1,4}[A-Z]?\([IVXLCS-]+\)", number):
        return "GA"
    return "ECOSOC" if re.fullmatch(r"(?:19|20)\d\d/\d{1,3}", number) else ""


def _settled(found: list[Mention]) -> Iterator[Mention]:
    """Where a number has one sure owner in the report, a mention whose owner was only guessed takes it."""
    sure: dict[tuple[str, str], dict[str, None]] = {}
    for mention in found:
        if mention.owner and mention.sure:
            sure.setdefault((mention.kind, mention.number), {})[mention.owner] = None
    for mention in found:
        owners = list(sure.get((mention.kind, mention.number), ()))
        guessed = not mention.sure and owners and mention.owner not in owners
        yield replace(mention, owner=owners[0] if len(owners) == 1 else "") if guessed else mention


def references(pair: Pair) -> References:
    """Which references only the new report has, only the old, and both; each once, in order of first mention."""
    _check_inner(pair)
    known = pair.new.language.once(words)
    sides = pair.old.once(find_references), pair.new.once(find_references)
    owners = _owners_of_numbers(sides)
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


def _owners_of_numbers(sides: tuple[tuple[Mention, ...], ...]) -> dict[tuple[str, str], tuple[str, ...]]:
    owners: dict[tuple[str, str], dict[str, None]] = {}
    for mention in (mention for mentions in sides for mention in mentions):
        known = owners.setdefault((mention.kind, mention.number), {})
        if mention.owner:
            known[mention.owner] = None
    return {key: tuple(found) for key, found in owners.items()}


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
    return form, known.names.get(owner, "")


def find_inner_references(reading: Reading) -> tuple[InnerReference, ...]:
    """References of a report to its own paragraphs (见上文第 12 段; see para. 43 below), each checked against its numbering."""
    known = reading.language.once(words)
    numbers = {p.number for p in reading.report.paragraphs if p.number and p.kind == "paragraph"}
    pattern = PARAGRAPHS_ZH if known.number_first else PARAGRAPHS_EN
    found = []
    for place, text in _places(reading):
        for match in pattern.finditer(text):
            if _is_inner(match, text, known):
                found += [InnerReference(place, match.group(), n, n in numbers) for n in match.groups() if n]
    return tuple(found)


def _is_inner(match: re.Match[str], text: str, known: Words) -> bool:
    """A cue stands by the number, and nothing between them names another text."""
    if not known.number_first:
        after = text[match.end() : match.end() + CUE]
        cue = known.inner.search(after)
        return bool(cue) and not known.outer.search(after[: cue.start()] if cue else "")
    before = text[max(0, match.start() - CUE) : match.start()]
    cues = list(known.inner.finditer(before))
    between = before[cues[-1].end() :] if cues else ""
    return bool(cues) and not known.outer.search(between) and not re.search(r"[A-Z。；）)]", between)


def _check_inner(pair: Pair) -> None:
    for side, reading in (("old", pair.old), ("new", pair.new)):
        for inner in reading.once(find_inner_references):
            if not inner.stands:
                pair.note(
                    "dangling-reference", side=side, paragraph=inner.place, quote=inner.quote, target=inner.number
                )
