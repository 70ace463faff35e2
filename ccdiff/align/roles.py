"""What a heading or a paragraph is for: functions recognised from the language's table ``roles`` (see language/zh/roles.txt)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from itertools import product
from operator import add
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import SHORT_FORMS

_SHORT = "".join(rf"(?<!\b{re.escape(form.lower())}\.)" for form in SHORT_FORMS)
SENTENCE_END = re.compile(rf"[;!?]|\.(?:(?<=[㐀-鿿]\.)|(?![0-9a-z])(?<!\b[a-z]\.){_SHORT})")
KEY = 2  # characters of a pattern's first word by which it is found
BRACKETS = re.compile(
    r"[()]"
)  # around words of a pattern that may stand in one another's place, with strokes between them

# words in order, all in one sentence; whether they begin it; whether they end it
Pattern = tuple[tuple[str, ...], bool, bool]


def fits(pattern: Pattern, text: str) -> bool:
    """Whether ``text`` (folded, lower case) shows the pattern. Linear in the text for each place of the first word."""
    words, at_start, at_end = pattern
    first = text.find(words[0])
    if first < 0 or (at_start and first):
        return False
    if len(words) == 1 and not at_end:
        return True
    if not _follow(words, text, first):
        return False
    end = _run(words, text, first)
    while end < 0 and not at_start:
        first = text.find(words[0], _sentence_end(text, first) + 1)
        if first < 0:
            return False
        end = _run(words, text, first)
    return end >= 0 and (not at_end or end == len(text))


def _follow(words: tuple[str, ...], text: str, at: int) -> bool:
    """Whether the words stand in order at all, in whatever sentences: cheap, and most often no."""
    for word in words:
        at = text.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


def _run(words: tuple[str, ...], text: str, first: int) -> int:
    """Where the last word ends when the pattern begins at ``first``; -1 where it does not fit within the sentence."""
    if len(words) == 1:
        return first + len(words[0])
    stop = _sentence_end(text, first)
    at = first
    for word in words:
        at = text.find(word, at, stop)
        if at < 0:
            return -1
        at += len(word)
    return at


def _sentence_end(text: str, start: int) -> int:
    """Where the sentence that holds ``start`` ends; a point inside a number or a symbol (EG.1), or of a short form (Ms.), ends none."""
    end = SENTENCE_END.search(text, start)
    return end.end() if end else len(text)


Rows = list[tuple[str, str, Pattern]]  # function, another word, pattern
Table = dict[str, list[tuple[str, Rows]]]  # the longest words of patterns with their rows, by how they begin


def _by_longest_word(patterns: list[tuple[str, Pattern]]) -> Table:
    """A long word is seldom met where the pattern does not fit."""
    words: dict[str, Rows] = {}
    for role, pattern in patterns:
        *others, longest = sorted(pattern[0], key=len)
        words.setdefault(longest, []).append((role, others[-1] if others else "", pattern))
    table: Table = {}
    for word, rows in words.items():
        table.setdefault(word[:KEY], []).append((word, rows))
    return table


def _shown(table: Table, text: str, begun: Set[str], found: set[str]) -> None:
    """Add the functions that ``text`` shows to ``found``; ``begun`` is how words that stand in it begin."""
    for key in table.keys() & begun:
        for word, rows in table[key]:
            if word in text:
                for role, other, pattern in rows:
                    if role not in found and other in text and fits(pattern, text):
                        found.add(role)


@record
class Roles:
    """The functions of a language: their strengths, and the patterns of titles, first sentences and whole paragraphs."""

    strength: dict[str, int]
    title: list[tuple[str, Pattern]]
    lead: Table
    body: Table
    same: dict[str, int]
    items: dict[str, str]
    areas: dict[str, str]
    apart: tuple[str, ...]
    voices: tuple[frozenset[str], ...]
    keys: frozenset[str]  # how the words begin that ``lead`` and ``body`` know

    def of_title(self, folded: str) -> str:
        """The function that a heading names, or ``""``. ``folded`` is its folded text in lower case."""
        return next((role for role, pattern in self.title if fits(pattern, folded)), "")

    def of_items(self, chapeau: frozenset[str]) -> frozenset[str]:
        """The functions that the items of a paragraph have from its own ("the following recommendations" makes them such)."""
        return frozenset(self.items[role] for role in chapeau if role in self.items)

    def of_chapeau(self, item: frozenset[str]) -> frozenset[str]:
        """The functions of a paragraph, shown by its own words, once it is known to be the head of a list.

        "The meeting may wish to urge States:" is the head of recommendations, no recommendation beside them.
        """
        heads = {what: head for head, what in self.items.items()}
        return frozenset(heads.get(role, role) for role in item)

    def same_title(self, one: str, other: str) -> bool:
        """Whether two headings (folded, lower case) translate the same words."""
        return one == other or (one in self.same and self.same[one] == self.same.get(other))

    def of_paragraph(self, folded: str, begun: Set[str] | None = None) -> frozenset[str]:
        """The functions that a paragraph shows: its first sentence, then any of its sentences.

        ``begun``: those of ``keys`` that stand in it, where they are known.
        """
        if begun is None:
            begun = beginnings(folded, set(folded), self.keys)
        found: set[str] = set()
        _shown(self.lead, folded[: _sentence_end(folded, 0)], begun, found)
        _shown(self.body, folded, begun, found)
        return frozenset(found)


def beginnings(text: str, characters: Set[str], keys: frozenset[str]) -> frozenset[str]:
    """Those of ``keys``, single characters and pairs, that stand in a text of such characters."""
    return keys.intersection(map(add, text, text[1:])) | (keys & characters)


def roles(language: Language) -> Roles:
    """The table ``roles`` of a language. Use ``language.once(roles)``. Raises ``CcdiffError`` for a record it cannot read."""
    return Roles(*language.once(_tables))


@plain
def _tables(language: Language) -> tuple[Any, ...]:
    """What ``Roles`` holds, in its order."""
    strength: dict[str, int] = {}
    kinds: dict[str, list[tuple[str, Pattern]]] = {"title": [], "lead": [], "body": []}
    same: dict[str, int] = {}
    pairs: dict[str, dict[str, str]] = {"items": {}, "area": {}}
    apart: list[str] = []
    voices: list[frozenset[str]] = []
    for number, row in enumerate(language.rows("roles")):
        if row[0] == "role" and len(row) >= 3 and row[2].isdigit():
            strength[row[1]] = int(row[2])
        elif row[0] == "same":
            same.update({fold(heading).lower(): number for heading in row[1:]})
        elif row[0] == "apart":
            apart.extend(row[1:])
        elif row[0] == "voice":
            voices.append(frozenset(row[1:]))
        elif row[0] in pairs and len(row) == 3:
            pairs[row[0]][row[1]] = row[2]
        elif row[0] in kinds and len(row) >= 3 and all(row[2:]):
            kinds[row[0]].extend((row[1], pattern) for cell in row[2:] for pattern in _patterns(cell))
        else:
            raise CcdiffError(
                f"cannot read the record {' | '.join(row)!r}",
                where=f"language/{language.code}/roles.txt",
                remedy="write 'role | name | 0-3 | gloss', 'title|lead|body | name | pattern' or 'same | heading | heading'",
            )
    lead, body = _by_longest_word(kinds["lead"]), _by_longest_word(kinds["body"])
    return (
        strength,
        kinds["title"],
        lead,
        body,
        same,
        pairs["items"],
        pairs["area"],
        tuple(apart),
        tuple(voices),
        frozenset(lead).union(body),
    )


def _patterns(cell: str) -> Iterator[Pattern]:
    """The patterns of a cell: one for each way to take one of the words in each pair of brackets."""
    at_start, at_end = cell.startswith("^"), cell.endswith("$")
    inner = cell.removeprefix("^").removesuffix("$")
    for taken in product(*(piece.split("/") for piece in BRACKETS.split(inner))):
        words = tuple(word for word in (fold(piece).lower() for piece in "".join(taken).split("*")) if word)
        yield words or ("\0",), at_start, at_end
