"""What rows of tables are called, and which of two tables are called alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from os.path import commonprefix

from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.subject import stem
from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Report, Table
from ccdiff.reading import senses

CAPTION = "table-caption"  # why a line was set aside
ABOVE = 4  # lines above a table in which its caption stands
# of two labels for one row: "Staff costs" and "Costs of staff" have 1, "Staff costs" and "Staff travel" 0.5
ALIKE = 0.6
CLEAR = 0.1  # by how much a row must be more like its partner than like any other
MOST = 64  # rows of one table with a word beyond which it tells none of them from the others
STEM = 5  # letters by which two words of one stem begin
LATIN, HAN = re.compile(r"[A-Za-z][A-Za-z\-]+"), re.compile(r"[\u3400-\u9fff]+")


def caption(table: Table, report: Report) -> str:
    """What stands right above a table, or over two lines; it tells the unit: "(thousands of euros)"."""
    captions = {row.line: row.text for row in report.set_aside if row.why == CAPTION}
    first = min(table.lines, default=0)
    above = [captions[line] for line in range(first - ABOVE, first) if line in captions]
    return " ".join(text.strip() for text in above)


class _Label(NamedTuple):
    """What a label says: its ``terms``, what it ``excludes``, and ``keys``, of which two labels that are alike share one."""

    terms: frozenset[str]
    excludes: frozenset[str]
    keys: frozenset[object]


class Labels:
    """How alike two labels of rows are, where they are not the same to the letter."""

    def __init__(self, language: Language) -> None:
        self._senses, self._words = language.once(senses), language.once(lexicon)
        self._known: dict[str, _Label] = {}

    def alike(self, one: str, two: str) -> float:
        """0 to 1: the share of the words of the shorter label that the other has, or has a word of one sense for; 0 where
        the one has a word that excludes one of the other ("men", "women")."""
        here, there = self.read(one), self.read(two)
        if not here.terms or not there.terms or _apart(here.excludes, there.excludes):
            return 0.0
        few, many = sorted((here.terms, there.terms), key=lambda terms: (len(terms), sorted(terms)))
        met = sum(1 for term in few if term in many or any(self._meant(term, other) for other in many))
        return met / (0.65 * len(few) + 0.35 * len(many))

    def read(self, label: str) -> _Label:
        """The stems of a label's Latin words and the pairs of its neighbouring Han characters, and what they tell."""
        if label not in self._known:
            latin = {stem(word) for word in LATIN.findall(label) if word.lower() not in self._words.stops["hard"]}
            terms = frozenset(latin | {run[at : at + 2] for run in HAN.findall(label) for at in range(len(run) - 1)})
            keys = frozenset(
                {*terms, *((term[:STEM],) for term in terms), *(s for t in terms for s in self._senses(t))}
            )
            self._known[label] = _Label(terms, self._words.excluding(terms), keys)
        return self._known[label]

    def _meant(self, one: str, two: str) -> bool:
        if one.isascii() and len(commonprefix((one, two))) >= STEM:
            return True
        return not self._senses(one).isdisjoint(self._senses(two))

    def partners(self, olds: Sequence[str], news: Sequence[str]) -> dict[int, int]:
        """By the place of a label in ``news`` that of the one in ``olds`` that is clearly the most alike to it, and it to that."""
        scored = sorted(
            (round(-score, 6), j, i)
            for j, i in self._near(olds, news)
            if (score := self.alike(olds[i], news[j])) >= ALIKE
        )
        rows: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)  # the best two of each row
        for one in scored:
            for side in enumerate(one[1:]):
                if len(rows[side]) < 2:
                    rows[side].append(one)
        found: dict[int, int] = {}
        taken: set[int] = set()
        for one in scored:
            score, j, i = one
            rivals = [other for other in rows[0, j] + rows[1, i] if other != one and other[0] <= score + CLEAR]
            if j not in found and i not in taken and not rivals:
                found[j] = i
                taken.add(i)
        return found

    def _near(self, olds: Sequence[str], news: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Which labels may be alike, by place: those that share a word that not very many of ``olds`` have."""
        places: dict[object, list[int]] = defaultdict(list)
        for i, label in enumerate(olds):
            for key in self.read(label).keys:
                places[key].append(i)
        for j, label in enumerate(news):
            shared = [places[key] for key in self.read(label).keys if 0 < len(places.get(key, ())) <= MOST]
            yield from ((j, i) for i in sorted({i for held in shared for i in held}))


def _apart(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether each says something that the other does not, and these exclude each other."""
    sets = {kind.partition(":")[0] for kind in here} & {kind.partition(":")[0] for kind in there}
    return bool(sets - {kind.partition(":")[0] for kind in here & there})
