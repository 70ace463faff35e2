"""A candidate for a topic, and whether the other report treats its matter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import joined, kind_of
from ccdiff.derive.wording import canonical
from ccdiff.language import Language

LONGEST = 60  # characters of a label; the longest agenda title of the five reports has 49
SAMPLE = 16  # pairs of characters of a long title that are looked for first
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*(?:-\d+)?\Z|[A-Z]+-\d+\Z")


@dataclass(frozen=True)
class Candidate:
    """A matter that only one report seems to treat.

    ``label``: its words as they stand; ``places``: unit -> the words as they stand there; ``kind``: the finder's; ``keys``: the
    words by which two candidates are known to be one matter.
    """

    label: str
    kind: str
    places: dict[str, str]
    keys: tuple[str, ...] = ()
    level: int = 0


def content(label: str, side: Side) -> tuple[str, ...]:
    """The keys of the words of ``label`` that are not weak; where all are, of the weak ones."""
    kind, key = side.here.language.once(kind_of), side.here.language.once(canonical)
    words = _words(label, side)
    named = [w for w in words if kind(w) in ("", "common")]
    return tuple(dict.fromkeys(map(key, named or [w for w in words if kind(w) == "weak"])))


def _words(label: str, side: Side) -> list[str]:
    words = joined(side.here.words(label), side.here.language)
    return [w for w in words if len(w) > 1 and w[0].isalpha() and not (w.startswith("第") and len(w) > 2)]


def core(label: str, side: Side) -> tuple[str, ...]:
    """The keys of the words that tell this matter from others: content that is not common, and what the table of heads says."""
    language = side.here.language
    kind, key, table = language.once(kind_of), language.once(canonical), language.once(heads)
    own = [key(w) for w in _words(label, side) if not kind(w) and w.lower() not in table and not side.body(w)]
    kin = language.once(kindred)
    return tuple(dict.fromkeys([*own, *(kin[k] for k in kin if label.lower().endswith(k))]))


def named_by(label: str, side: Side) -> bool:
    """Whether the words of ``label`` name a matter: one that is not common, or two that are not weak."""
    return bool(core(label, side)) or len([k for k in content(label, side)]) > 1


def kindred(language: Language) -> dict[str, str]:
    """Heads by which two names are known to be of one thing. Use ``language.once(kindred)``."""
    return {row[0].lower(): row[2] for row in language.rows("topic_heads") if len(row) > 2}


def absent(label: str, side: Side, own: int = 1, ratio: float = 0.0) -> bool:
    """Whether the other report does not treat the matter of ``label``, neither so worded nor with its words near one another.

    ``own`` is in how many units this report treats it: with a ``ratio``, a matter of many units here may be touched in few there
    (and places that both reports have do not count); without, it must stand nowhere.
    """
    key = side.here.language.once(canonical)(label)
    words = content(label, side)
    if _kin_there(label, side):
        return False
    there: Iterable[str] = side.other.places(key)
    if not there and len(words) > 1:
        there = side.other.together(words)
    elif not there and len(words) == 1 and words[0] != key and len(words[0]) * 2 > len(key):
        there = side.other.places(words[0])
    if not ratio or not there:
        return not there
    return side.alive(there, key if key in words or len(words) < 2 else words[0]) * ratio <= own - 1


def _kin_there(label: str, side: Side) -> bool:
    """Whether the other report names the same thing by another head (大流行病 here, COVID-19 大流行 there)."""
    kin = side.here.language.once(kindred)
    mine = {kin[head] for head in kin if label.lower().endswith(head)}
    return any(head in unit.text.lower() for head in kin if kin[head] in mine for unit in side.other.units)


def abbreviates(label: str, side: Side) -> bool:
    """Whether ``label`` is made of the initials of a name that the other report has (IDF: Israel Defense Forces)."""
    if not ACRONYM.match(label) or not label.isalpha():
        return False
    words = r"\s+(?:(?:of|and|the|for|on|to|in)\s+)*".join(rf"{letter}[\w\-]*" for letter in label.upper())
    return any(re.search(rf"\b{words}", unit.text) for unit in side.other.units)


def echoed(label: str, side: Side) -> bool:
    """Whether some unit of the other report has nearly all neighbouring characters of ``label``: the same in other words.

    Places that both reports have do not count (8th report, 29: the theme of the panel lives on in the recited resolution only).
    """
    key = side.here.language.once(canonical)(label)
    pairs = list(dict.fromkeys(key[k : k + 2] for k in range(len(key) - 1)))
    share = side.pair.config.topic_echo
    for unit, text in zip(side.other.units, side.other.keys, strict=True):
        near = all(_share(some, text) >= share for some in (pairs[:: len(pairs) // SAMPLE + 1], pairs))
        if near and not all(map(side.standing, side.back_partners(unit.id) or ("",))):
            return True
    return False


def _share(pairs: list[str], text: str) -> float:
    return sum(pair in text for pair in pairs) / max(1, len(pairs))


def heads(language: Language) -> dict[str, str]:
    """Nouns that head names: noun -> "strong" or "light". Use ``language.once(heads)``."""
    return {row[0].lower(): row[1] for row in language.rows("topic_heads") if len(row) > 1}
