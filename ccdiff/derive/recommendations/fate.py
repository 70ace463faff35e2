"""What became of a recommendation that the later report does not make again: taken up, only cited, or gone; and how it is said there."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import reduced, terms
from ccdiff.derive.recommendations.search import Search
from ccdiff.derive.recommendations.words import words
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.memory import Remembered
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


def repeated(pair: Pair) -> Fate:
    """The fate of a recommendation that only repeats earlier ones: such are cited, or not."""
    cited = _generic(pair.new)
    why = tuple(f"cited:{at}" for at in cited) or ("no-trace:0.00",)
    return Fate("referred" if cited else "dropped", cited, why)


def handed_on(place: str) -> Fate:
    """The fate of what another body was left to decide, or what was put off."""
    return Fate("referred", (place,), (f"cited:{place}",))


def told(pair: Pair, taken: Mapping[str, str], order: Mapping[str, int]) -> Fate:
    """The fate by the places that take the matter up, each with its sentence."""
    places = sorted(taken, key=lambda at: order[at])
    why = tuple(f"{_manner(at, taken[at], pair)}:{at}" for at in places)
    status = "referred" if all(reason.startswith("cited:") for reason in why) else "echoed"
    return Fate(status, tuple(places), why)


def gone(absent: str, nearest: float) -> Fate:
    """The fate of what no place takes up: what its chapter is about is absent, or how much the nearest place holds."""
    return Fate("dropped", (), (f"theme-absent:{absent}" if absent else f"no-trace:{nearest:.2f}",))


def _manner(at: str, sentence: str, pair: Pair) -> str:
    """How a place takes a recommendation up."""
    known = pair.new.language.once(words)
    symbol = pair.old.report.symbol
    if "/" in symbol and symbol in pair.new.report.text(at) and known.given.search(pair.new.report.text(at)):
        return "cited"
    if known.generic.search(fold(sentence)) and not known.done.search(sentence):
        return "cited"
    for kind, pattern in (("wish", known.speaker), ("decision", known.recited), ("done", known.done)):
        if pattern.search(sentence):
            return kind
    return "text"


def _generic(reading: Reading) -> tuple[str, ...]:
    """The places that cite recommendations of earlier meetings without saying what they are."""
    known = reading.language.once(words)
    return tuple(p.id for p in reading.report.paragraphs if p.kind != "front" and known.generic.search(fold(p.text)))


def absent_theme(pair: Pair, one: Advice, search: Search) -> str:
    """What a chapter and its list are about, where nothing of it stands in the new report (CTOC working group, 37: 文化财产)."""
    if not one.opener:
        return ""
    title = pair.old.once(_titles)[one.title]
    if not title:
        return ""
    about = [term for term in terms(pair.old, f"{one.opener}\n{one.text}") if term.words in title]
    absent = [term for term in about if search.absent(term)]
    if absent:
        plain = pair.new.language.once(reduced)
        headings = "\n".join(plain(section.title) for section in pair.new.report.sections)
        absent = [term for term in absent if not all(word in headings for word in term.words)]
    return next((printed for term in absent if (printed := _as_printed(term.words, one.title))), "")


def _titles(reading: Reading) -> Mapping[str, frozenset[tuple[str, ...]]]:
    """The pairs of words of each title, when it is asked for."""
    return Remembered(lambda title: frozenset(t.words for t in terms(reading, title) if len(t.words) == 2))


def _as_printed(words: tuple[str, ...], title: str) -> str:
    """Two words of a heading as it prints them side by side; ``""`` where something joins them (查明和瓦解) or they read otherwise."""
    parts = (re.escape(word.strip()) + (r"\w*" if word.isascii() else "") for word in words)
    found = re.search(r"[\s\-]*".join(parts), title, re.IGNORECASE)
    return found.group() if found else ""
