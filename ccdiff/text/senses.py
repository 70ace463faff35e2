"""What a text speaks of, whatever words it has for it: the senses of its words.

A sense is a set of words that translators use for one thing (头盔, 安全帽; waste picker, informal collector). That two texts share one
is evidence that they speak of the same, never proof: 节省 and 节约 are one here and may be two elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from ccdiff.text.finder import Buckets, Finder, buckets

LATIN_WORD = re.compile(r"[a-z][a-z]*(?:['’][a-z]+)?")  # "[a-z]+" takes four times as long among Han characters
STEM = 7  # letters of a Latin word that count, a plural s not among them: "helmets", "recommended" and "recommendation"
MARK = "~"  # a sense is named by the first word of its set; no term of a text begins so

Latin = dict[
    str, list[tuple[tuple[str, ...], str]]
]  # by the first stem: the stems that follow it, the most first, and the sense
Table = tuple[
    Buckets[str], Latin, frozenset[str]
]  # the words of Han characters with their senses, the Latin ones, and those of another stem than it seems


def table(rows: Iterable[Sequence[str]], others: Iterable[str] = ()) -> Table:
    """The sets of words ``rows`` in order for looking up.

    A word that stands in several belongs to the first; a set that has a word which is known joins the sense of that word.
    ``others`` only look as if they held or began as one of them: 联合国 is not 联合, authorities do not authorize.
    """
    others = frozenset(word.lower() for word in others)
    latin: dict[str, dict[tuple[str, ...], str]] = {}
    known: dict[str, str] = {}
    for row in rows:
        words = [word.lower() for word in row if len(word) > 1]
        sense = next((known[word] for word in words if word in known), MARK + row[0])
        known.update((word, sense) for word in words if word not in known)
    for word, sense in known.items():
        if word.isascii():
            first, *rest = stems(word, others) or [""]
            latin.setdefault(first, {}).setdefault(tuple(rest), sense)
    latin.pop("", None)
    return (
        buckets(
            {word: "" for word in sorted(others) if not word.isascii()}
            | {word: sense for word, sense in known.items() if not word.isascii()},
            anywhere=True,
        ),
        {first: sorted(rest.items(), key=lambda entry: -len(entry[0])) for first, rest in latin.items()},
        frozenset(word for word in others if word.isascii()),
    )


def finds(known: Table) -> Callable[[str], list[tuple[int, int, str]]]:
    """A function that gives the words of a folded text in lower case that have a sense: (start, end, sense), those of Han first.

    The longest words count, none inside another.

    >>> known = table([("头盔", "安全帽"), ("waste picker", "informal collector")])
    >>> finds(known)("佩戴安全帽。informal collectors")
    [(2, 5, '~头盔'), (6, 25, '~waste picker')]
    """
    han, latin, whole = known
    of_han = Finder(han).find

    def find(low: str) -> list[tuple[int, int, str]]:
        found = [(at, at + len(word), sense) for at, word, sense in of_han(low) if sense]
        return [*found, *_in_latin(low, latin, whole)] if latin else found

    return find


def meant(low: str, known: Table) -> str:
    """The sense of a folded text in lower case that is one of the words, or ``""``.

    >>> known = table([("头盔", "安全帽"), ("waste picker", "informal collector")])
    >>> meant("安全帽", known), meant("informal collectors", known), meant("佩戴安全帽", known)
    ('~头盔', '~waste picker', '')
    """
    (_, han, _, _), latin, whole = known
    if not low.isascii():
        return han.get(low, "")
    first, *rest = stems(low, whole) or [""]
    return next((sense for behind, sense in latin.get(first, ()) if behind == tuple(rest)), "")


def stems(low: str, whole: frozenset[str] = frozenset()) -> list[str]:
    """The Latin words of a text in lower case, cut to what counts of them; those of ``whole`` are not cut."""
    return [_stem(word, whole) for word in LATIN_WORD.findall(low)]


def _stem(word: str, whole: frozenset[str]) -> str:
    single = word[:-1] if word[-1] == "s" and len(word) > 3 else word
    if len(single) > STEM and (word in whole or single in whole):
        return f"{word[:-3]}y" if word.endswith("ies") else single
    return single[:STEM]


def _in_latin(low: str, known: Latin, whole: frozenset[str]) -> Iterable[tuple[int, int, str]]:
    free = 0
    words = list(LATIN_WORD.finditer(low))
    found = [_stem(word.group(), whole) for word in words]
    for at, stem in enumerate(found):
        if at >= free and stem in known:
            for rest, sense in known[stem]:
                end = at + 1 + len(rest)
                if tuple(found[at + 1 : end]) == rest:
                    free = end
                    yield words[at].start(), words[end - 1].end(), sense
                    break
