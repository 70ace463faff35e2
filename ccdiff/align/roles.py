"""What a heading or a paragraph is for: functions recognised from the language's table ``roles`` (see language/zh/roles.txt)."""

from __future__ import annotations

import re
from collections.abc import Set

from ccdiff.errors import CcdiffError
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.text.normalise import fold

SENTENCE_END = re.compile(r"[;!?.](?:(?<!\.)|(?![0-9])|(?<=[㐀-鿿]\.))")


@record
class Pattern:
    """Words in order, all in one sentence; ``at_start``/``at_end``: they begin or end it."""

    words: tuple[str, ...]
    at_start: bool
    at_end: bool

    def fits(self, text: str) -> bool:
        """Whether ``text`` (folded, lower case) shows the pattern. Linear in the text for each place of the first word."""
        first = text.find(self.words[0])
        if first < 0 or (self.at_start and first):
            return False
        if len(self.words) == 1 and not self.at_end:
            return True
        if not self._follow(text, first):
            return False
        end = self._run(text, first)
        while end < 0 and not self.at_start:
            first = text.find(self.words[0], _sentence_end(text, first) + 1)
            if first < 0:
                return False
            end = self._run(text, first)
        return end >= 0 and (not self.at_end or end == len(text))

    def _follow(self, text: str, at: int) -> bool:
        """Whether the words stand in order at all, in whatever sentences: cheap, and most often no."""
        for word in self.words:
            at = text.find(word, at)
            if at < 0:
                return False
            at += len(word)
        return True

    def _run(self, text: str, first: int) -> int:
        """Where the last word ends when the pattern begins at ``first``; -1 where it does not fit within the sentence."""
        if len(self.words) == 1:
            return first + len(self.words[0])
        stop = _sentence_end(text, first)
        at = first
        for word in self.words:
            at = text.find(word, at, stop)
            if at < 0:
                return -1
            at += len(word)
        return at


def _sentence_end(text: str, start: int) -> int:
    """Where the sentence that holds ``start`` ends; a point inside a number or a symbol (EG.1) ends none."""
    end = SENTENCE_END.search(text, start)
    return end.end() if end else len(text)


Table = dict[str, dict[str, list[tuple[str, str, Pattern]]]]  # roles, last words, patterns: by first character and word


def _by_first_word(patterns: list[tuple[str, Pattern]]) -> Table:
    table: Table = {}
    for role, pattern in patterns:
        word = pattern.words[0]
        table.setdefault(word[0], {}).setdefault(word, []).append((role, pattern.words[-1], pattern))
    return table


def _shown(table: Table, text: str, characters: Set[str]) -> set[str]:
    return {
        role
        for first in table.keys() & characters
        for word, rows in table[first].items()
        if word in text
        for role, last, pattern in rows
        if last in text and pattern.fits(text)
    }


@record
class Roles:
    """The functions of a language: their strengths, and the patterns of titles, first sentences and whole paragraphs."""

    strength: dict[str, int]
    title: tuple[tuple[str, Pattern], ...]
    lead: Table
    body: Table
    same: dict[str, int]
    items: dict[str, str]
    areas: dict[str, str]
    apart: tuple[str, ...]
    voices: tuple[frozenset[str], ...]
    once: frozenset[str]
    single: frozenset[str]
    clauses: tuple[re.Pattern[str], ...]

    def of_clauses(self, folded: str) -> frozenset[str]:
        """The clauses of an instrument that a text names, each by its numbers ("第四十六条第十三款")."""
        return frozenset(
            "/".join(sorted(found.groups())) for pattern in self.clauses for found in pattern.finditer(folded)
        )

    def of_title(self, folded: str) -> str:
        """The function that a heading names, or ``""``. ``folded`` is its folded text in lower case."""
        return next((role for role, pattern in self.title if pattern.fits(folded)), "")

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

    def of_paragraph(self, folded: str, characters: Set[str] = frozenset()) -> frozenset[str]:
        """The functions that a paragraph shows: its first sentence, then any of its sentences. ``characters``: all of ``folded``."""
        held = characters or set(folded)
        first = folded[: _sentence_end(folded, 0)]
        return frozenset(_shown(self.lead, first, held) | _shown(self.body, folded, held))


def roles(language: Language) -> Roles:
    """The table ``roles`` of a language, compiled. Use ``language.once(roles)``. Raises ``CcdiffError`` for a record it cannot read."""
    strength: dict[str, int] = {}
    kinds: dict[str, list[tuple[str, Pattern]]] = {"title": [], "lead": [], "body": []}
    same: dict[str, int] = {}
    items: dict[str, str] = {}
    areas: dict[str, str] = {}
    apart: list[str] = []
    voices: list[frozenset[str]] = []
    once: list[str] = []
    single: list[str] = []
    clauses: list[re.Pattern[str]] = []
    for number, row in enumerate(language.rows("roles")):
        if row[0] == "role" and len(row) >= 3 and row[2].isdigit():
            strength[row[1]] = int(row[2])
        elif row[0] == "same":
            same.update({fold(heading).lower(): number for heading in row[1:]})
        elif row[0] == "apart":
            apart.extend(row[1:])
        elif row[0] == "voice":
            voices.append(frozenset(row[1:]))
        elif row[0] == "once":
            once.extend(row[1:])
        elif row[0] == "single":
            single.extend(row[1:])
        elif row[0] == "clause":
            clauses.extend(_numbers(cell) for cell in row[1:])
        elif row[0] in ("items", "area") and len(row) == 3:
            (items if row[0] == "items" else areas)[row[1]] = row[2]
        elif row[0] in kinds and len(row) >= 3 and all(row[2:]):
            kinds[row[0]].extend((row[1], _pattern(cell)) for cell in row[2:])
        else:
            raise CcdiffError(
                f"cannot read the record {' | '.join(row)!r}",
                where=f"language/{language.code}/roles.txt",
                remedy="write 'role | name | 0-3 | gloss', 'title|lead|body | name | pattern' or 'same | heading | heading'",
            )
    lead, body = _by_first_word(kinds["lead"]), _by_first_word(kinds["body"])
    return Roles(
        strength=strength,
        title=tuple(kinds["title"]),
        lead=lead,
        body=body,
        same=same,
        items=items,
        areas=areas,
        apart=tuple(apart),
        voices=tuple(voices),
        once=frozenset(once),
        single=frozenset(single),
        clauses=tuple(clauses),
    )


def _pattern(cell: str) -> Pattern:
    at_start, at_end = cell.startswith("^"), cell.endswith("$")
    inner = cell.removeprefix("^").removesuffix("$")
    words = tuple(word for word in (fold(piece).lower() for piece in inner.split("*")) if word)
    return Pattern(words or ("\0",), at_start, at_end)


def _numbers(cell: str) -> re.Pattern[str]:
    """The words of a cell with a short number at each ``*``, spaces apart."""
    words = [re.escape("".join(fold(piece).lower().split())) for piece in cell.split("*")]
    return re.compile(r"(\w{1,6}?)".join(words) if words[-1] else r"(\w{1,6}?)".join(words[:-1]) + r"(\d{1,4})")
