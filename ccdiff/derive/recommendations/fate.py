"""What became of a recommendation that the later report does not make again: taken up, only cited, or gone; and how it is said there."""

from __future__ import annotations

import re

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.handed import passed_on
from ccdiff.derive.recommendations.matter import reduced, terms
from ccdiff.derive.recommendations.search import Search, Trace
from ccdiff.derive.recommendations.words import words
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold


@record
class Fate:
    """``status`` as in the contract, the places that show it, and why (see ``recommendations``)."""

    status: str
    places: tuple[str, ...]
    why: tuple[str, ...]


def carried_out(places: tuple[str, ...]) -> Fate:
    """The fate of what the report says was done."""
    return Fate("echoed", places, tuple(f"done:{at}" for at in places))


def not_told(pair: Pair, one: Advice, search: Search) -> Fate | None:
    """The fate of a recommendation whose matter need not be looked for: it repeats earlier ones, was handed on, or its theme is absent."""
    if one.repeats:
        cited = _generic(pair.new)
        why = tuple(f"cited:{at}" for at in cited) or ("no-trace:0.00",)
        return Fate("referred" if cited else "dropped", cited, why)
    handed = passed_on(pair, one)
    if handed:
        return Fate("referred", (handed.locator,), (f"cited:{handed.locator}",))
    absent = _absent_theme(pair, one, search)
    return Fate("dropped", (), (f"theme-absent:{absent}",)) if absent else None


def told(pair: Pair, taken: list[Trace], nearest: float, search: Search) -> Fate:
    """The fate by the places that take the matter up, if any; ``nearest``: how much of it the nearest place holds."""
    if not taken:
        return Fate("dropped", (), (f"no-trace:{nearest:.2f}",))
    order = search.order()
    places = sorted(taken, key=lambda trace: order[trace.locator])
    why = tuple(f"{_manner(trace, pair)}:{trace.locator}" for trace in places)
    status = "referred" if all(reason.startswith("cited:") for reason in why) else "echoed"
    return Fate(status, tuple(trace.locator for trace in places), why)


def _manner(trace: Trace, pair: Pair) -> str:
    """How a place takes a recommendation up."""
    known = pair.new.language.once(words)
    text = pair.new.report.text(trace.locator)
    symbol = pair.old.report.symbol
    if "/" in symbol and symbol in text and known.given.search(text):
        return "cited"
    if any(trace.locator == other.locator for other in pair.new.once(find_recommendations)):
        return "recommended"
    if known.generic.search(fold(trace.sentence)) and not known.done.search(trace.sentence):
        return "cited"
    for kind, pattern in (("wish", known.speaker), ("decision", known.recited), ("done", known.done)):
        if pattern.search(trace.sentence):
            return kind
    return "text"


def _generic(reading: Reading) -> tuple[str, ...]:
    """The places that cite recommendations of earlier meetings without saying what they are."""
    known = reading.language.once(words)
    return tuple(p.id for p in reading.report.paragraphs if p.kind != "front" and known.generic.search(fold(p.text)))


def _absent_theme(pair: Pair, one: Advice, search: Search) -> str:
    """What a chapter and its list are about, where nothing of it stands in the new report (CTOC working group, 37: 文化财产)."""
    if not one.opener:
        return ""
    title = {term.words for term in terms(pair.old, one.title)}
    about = [
        term for term in terms(pair.old, f"{one.opener}\n{one.text}") if term.words in title and len(term.words) == 2
    ]
    absent = [term for term in about if search.absent(term)]
    if absent:
        plain = pair.new.language.once(reduced)
        headings = "\n".join(plain(section.title) for section in pair.new.report.sections)
        absent = [term for term in absent if not all(word in headings for word in term.words)]
    return next((printed for term in absent if (printed := _as_printed(term.words, one.title))), "")


def _as_printed(words: tuple[str, ...], title: str) -> str:
    """Two words of a heading as it prints them side by side; ``""`` where something joins them (查明和瓦解) or they read otherwise."""
    parts = (re.escape(word.strip()) + (r"\w*" if word.isascii() else "") for word in words)
    found = re.search(r"[\s\-]*".join(parts), title, re.IGNORECASE)
    return found.group() if found else ""
