"""Which words may mean one thing, by general dictionaries: what translators and rapporteurs write for one word.

A meaning is a row of the table ``thesaurus``, numbered. Two words that share one may stand for each other; whether they do where they stand is
for the rooms to say, whose own tables (what excludes each other, who is asked how strongly) go before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ccdiff.text.memory import Remembered

SHORTEST = 3  # letters that must be left of a word whose ending is taken off: "used" is of use, "bed" of nothing
Inflections = tuple[
    dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]
]  # by irregular form, its words; the endings, and what stands in their place
Table = tuple[bytes, Inflections]  # a line for each word, in order: the word, a tab, the numbers of its meanings
NONE: frozenset[int] = frozenset()


def table(
    rows: Iterable[Sequence[str]], alternatives: Iterable[Sequence[str]] = (), inflections: Iterable[Sequence[str]] = ()
) -> Table:
    """The meanings ``rows`` (a name, and the words that have it) in order for looking up.

    ``alternatives`` are rows (a kind, and words that exclude each other, those of one alternative joined by ``=``): a meaning
    loses the words of it that do. ``inflections`` are the rows of the table of that name.
    """
    apart = _alternatives(alternatives)
    meanings: dict[str, str] = {}  # by word the numbers of its meanings, each behind a space
    for number, (_, *words) in enumerate(rows):
        for word in _together([word.lower() for word in words], apart):
            meanings[word] = f"{meanings.get(word, '')} {number}"
    lines = sorted(f"{word}\t{numbers[1:]}\n".encode() for word, numbers in meanings.items())
    return b"".join(lines), _inflections(inflections)


def _alternatives(rows: Iterable[Sequence[str]]) -> dict[str, dict[int, int]]:
    """By word, in which rows it stands, and as which of their alternatives."""
    found: dict[str, dict[int, int]] = {}
    for number, row in enumerate(rows):
        for side, words in enumerate(row[1:]):
            for word in words.split("="):
                found.setdefault(word.strip().lower(), {})[number] = side
    return found


def _together(words: Sequence[str], apart: Mapping[str, Mapping[int, int]]) -> Sequence[str]:
    """Those of ``words`` that exclude none of the others."""
    sided = [word for word in words if word in apart]
    if len(sided) < 2:
        return words
    return [word for word in words if not (word in apart and _excluded(apart[word], [apart[other] for other in sided]))]


def _excluded(own: Mapping[int, int], others: Iterable[Mapping[int, int]]) -> bool:
    return any(side != own[row] for other in others for row, side in other.items() if row in own)


def _inflections(rows: Iterable[Sequence[str]]) -> Inflections:
    forms: dict[str, tuple[str, ...]] = {}
    endings: list[tuple[str, str]] = []
    for kind, form, word in rows:
        if kind == "form":
            forms[form] = (*forms.get(form, ()), word)
        else:
            endings.append((form, word))
    return forms, tuple(endings)


class Thesaurus:
    """The meanings of words; ``made`` is what ``table`` gives.

    >>> known = Thesaurus(table([("helmet", "头盔", "安全帽"), ("hat", "帽子", "安全帽"), ("noun", "lorry", "truck")], (), [("ending", "s", "")]))
    >>> known.same("头盔", "安全帽"), known.same("头盔", "帽子"), known.same("lorries", "trucks"), known.same("lorry", "trucks")
    (True, False, False, True)
    """

    def __init__(self, made: Table) -> None:
        self._lines, (self._forms, self._endings) = made
        self._found: Remembered[frozenset[int]] = Remembered(self._look_up)

    def meanings(self, word: str) -> frozenset[int]:
        """The numbers of the meanings of a folded word, or short phrase, in lower case; of an inflected form those of its word, too."""
        return self._found[word]

    def same(self, one: str, other: str) -> bool:
        """Whether two words share a meaning."""
        return not self.meanings(one).isdisjoint(self.meanings(other))

    def _look_up(self, word: str) -> frozenset[int]:
        return NONE.union(*map(self._entry, dict.fromkeys((word, *self._words_of(word)))))

    def _words_of(self, form: str) -> Iterable[str]:
        if form in self._forms:
            return self._forms[form]
        return [
            form[: -len(ending)] + instead
            for ending, instead in self._endings
            if form.endswith(ending) and len(form) - len(ending) + len(instead) >= SHORTEST
        ]

    def _entry(self, word: str) -> Sequence[int]:
        """The meanings of exactly this word: its line is found by halving."""
        lines, begin, key = self._lines, 0, f"{word}\t".encode()
        end = len(lines)
        while begin < end:
            start = lines.rfind(b"\n", begin, (begin + end) // 2) + 1 or begin
            if lines.startswith(key, start):
                return tuple(map(int, lines[start + len(key) : lines.index(b"\n", start)].split()))
            stop = lines.index(b"\n", start) + 1
            if lines[start:stop] < key:
                begin = stop
            else:
                end = start
        return ()
