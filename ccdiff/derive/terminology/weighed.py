"""What speaks for two wordings' being one thing, in one sum: in how many rows, in which place, with what in common, and what words they are.

No table need know the words. The weights come from a logistic regression over the judged pairs, both languages together, on what names,
variants and headings leave; each pair was judged by what the others taught.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from math import log

from ccdiff.derive.common_words import kinds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations.judging import facts_differ
from ccdiff.derive.relations.replaced import retitled
from ccdiff.derive.relations.substance import Substance, lexis
from ccdiff.derive.terminology.edits import Edited, Words
from ccdiff.derive.terminology.near import near_one
from ccdiff.derive.terminology.slots import Span, Text, Wording, candidates, plain_form
from ccdiff.derive.terminology.words import Written
from ccdiff.language import Language
from ccdiff.model.changes import Term
from ccdiff.model.record import record
from ccdiff.reading import thesaurus

BIAS = -2.82
WEIGHTS = {
    "meant": 0.68,  # a dictionary gives them one meaning
    "around": 0.6,  # each of the next words on either side that is the same
    "beside": 0.56,  # each small word or point directly beside them that is the same
    "rows": 1.98,  # the logarithm of the rows that have both
    "only": 0.61,  # neither stands anywhere in the other report
    "rows only": 1.34,
    "verbs": -1.17,  # the share of their words that name no thing, on either side
    "capitals": -1.56,  # each of them that is a name
    "apart": -1.98,  # how far from each other they stand, as shares of their texts
    "reworded": 1.02,  # a row that says the same in other words
}
STAYS = 0.8  # of the other words that both texts have
BRACKETS = ("(", "（")  # behind a name, with what it is or stands for
QUOTES = ("“", '"')
TITLE = re.compile("《[^》]*》")
BAR = -0.45  # lip-2/lip-3, 抽检 and 抽查 1.6, 能力验证 and 水平测试 -0.3; rem-6/ficom-4, 专家 and 代表 -0.6
VERB = "edge"  # the kind of common words that name no thing (derive/common_words)
Spot = tuple[int, bool, int]  # a row, whether of its new text, the number of a word
Places = Callable[[Wording, Wording], Words]


@record
class Row:
    """Two linked texts, or titles, that differ, and where two wordings of them stand."""

    old: Text
    new: Text
    reworded: bool
    places: Places

    def stays(self, one: Wording, other: Wording) -> bool:
        """Whether nearly all other words stand in both texts, in the same order."""
        here, there = (
            [form for form in text.said(text.words) if form not in wording.key]
            for text, wording in ((self.old, one), (self.new, other))
        )
        both = set(here) & set(there)
        kept = [[form for form in side if form in both] for side in (here, there)]
        return kept[0] == kept[1] and len(kept[0]) >= STAYS * max(len(here), len(there))


class Case:
    """Two wordings, and the most that the rows show that have both."""

    def __init__(self, one: Wording, other: Wording) -> None:
        self.one, self.other = one, other
        self.rows: set[int] = set()
        self.spots: set[Spot] = set()
        self.places: dict[Words, None] = {}
        self.around = self.beside = 0
        self.apart, self.reworded = 1.0, False
        self.stands: list[tuple[Row, Wording, Wording]] = []

    def add(self, number: int, row: Row, one: Wording, other: Wording) -> None:
        """What one row shows."""
        self.rows.add(number)
        for new, wording in ((False, one), (True, other)):
            self.spots |= {(number, new, at) for at in range(wording.words[0], wording.words[1] + 1)}
        self.places[row.places(one, other)] = None
        self.around, self.beside = max(self.around, _around(one, other)), max(self.beside, _beside(one, other))
        self.apart = min(self.apart, abs(one.span[0] / len(row.old.text) - other.span[0] / len(row.new.text)))
        self.reworded = self.reworded or row.reworded
        self.stands.append((row, one, other))
        self.one, self.other = _inside(self.one, one), _inside(self.other, other)

    def traces(self, only: bool, meant: bool, kind: dict[str, str]) -> dict[str, float]:
        """What speaks for it and against it; ``only``: neither stands anywhere in the other report; ``kind``: of common words."""
        inner, rows = (self.one.inner, self.other.inner), log(len(self.rows))
        return {
            "meant": meant,
            "around": self.around,
            "beside": self.beside,
            "rows": rows,
            "only": only,
            "rows only": rows * only,
            "verbs": sum(sum(kind.get(word.lower()) == VERB for word in words) / len(words) for words in inner),
            "capitals": sum(all(word[0].isupper() for word in words) for words in inner),
            "apart": self.apart,
            "reworded": self.reworded,
        }

    def total(self, only: bool, meant: bool, kind: dict[str, str]) -> float:
        """All that in one sum."""
        return BIAS + sum([WEIGHTS[name] * value for name, value in self.traces(only, meant, kind).items()])


def weighed(pair: Pair, rows: list[Edited], known: Iterable[Term], replaced: Collection[Words] = ()) -> Iterator[Term]:
    """Wordings whose sum reaches the bar, the surest first, each word of a row once; not what ``known`` has already.

    No words of titles of sections that ``replaced`` names.
    """
    said, taken = [(term.old.lower(), term.new.lower()) for term in known], set[Spot]()
    for _, case in sorted(
        weigh(pair, rows, replaced), key=lambda scored: (-scored[0], scored[1].one.key, scored[1].other.key)
    ):
        words = case.one.printed.lower(), case.other.printed.lower()
        if taken.isdisjoint(case.spots):
            taken |= case.spots
            if not any(_covers(words, other) for other in said):
                said.append(words)
                yield Term(case.one.printed, case.other.printed, tuple(case.places))


def weigh(
    pair: Pair, rows: list[Edited], replaced: Collection[Words] = (), bar: float = BAR
) -> list[tuple[float, Case]]:
    """The candidates whose sum reaches ``bar``, and that nothing tells apart."""
    kind, apart = pair.old.language.once(kinds), pair.old.language.once(_Apart)
    old, new, meanings = pair.old.once(Written), pair.new.once(Written), pair.old.language.once(thesaurus).meanings
    found = []
    for case in cases(pair, rows, replaced):
        if case.total(True, True, kind) < bar:
            continue
        only = not (new.has(case.one.key) or old.has(case.other.key))
        one, other = plain_form(case.one.printed), plain_form(case.other.printed)
        meant = not meanings(one).isdisjoint(meanings(other))
        total = case.total(only, meant, kind)
        if total >= bar and not apart.tell(case, meant):
            found.append((total, case))
    return found


class _Apart:
    """What tells two wordings apart, whatever else speaks for them. Use ``language.once(_Apart)``."""

    def __init__(self, language: Language) -> None:
        self._lex, self._near = language.once(lexis), language.once(near_one)
        courtesies = (word for row in language.rows("list_openers") if row[0] == "courtesy" for word in row[1:])
        self._courtesies = (*BRACKETS, *courtesies)

    def tell(self, case: Case, meant: bool) -> bool:
        """Whether a table judges them (``near``), they state other facts, name a place or a person, or stand where nothing else differs."""
        one, other = case.one.printed, case.other.printed
        return (
            self._near(one, other)
            or (not meant and self._another(case))
            or self._named(case)
            or self._facts(one, other)
        )

    def _another(self, case: Case) -> bool:
        """Whether they stand where nearly nothing else differs: another word is another thing there (小麦, 大麦)."""
        return any(row.stays(one, other) for row, one, other in case.stands)

    def _named(self, case: Case) -> bool:
        """Whether a courtesy or a bracket stands behind one, a quotation mark before it, or it stands in a title."""
        sides = [(row.old.text, one) for row, one, _ in case.stands] + [
            (row.new.text, other) for row, _, other in case.stands
        ]
        return any(
            text.startswith(self._courtesies, wording.span[1])
            or text.endswith(QUOTES, 0, wording.span[0])
            or any(wording.printed in title for title in TITLE.findall(text))
            for text, wording in sides
        )

    def _facts(self, one: str, other: str) -> bool:
        old, new = Substance(one, self._lex), Substance(other, self._lex)
        return bool(old.places or new.places or facts_differ(old, new))


def cases(pair: Pair, rows: list[Edited], replaced: Collection[Words] = ()) -> Iterable[Case]:
    """All candidates that may reach the bar, each with what all its rows show."""
    found: dict[Words, Case] = {}
    meanings = pair.old.language.once(thesaurus).meanings
    every = [(row, row.old.lacked(row.new), row.new.lacked(row.old)) for row in _rows(pair, rows, replaced)]
    here, there = (_again(side) for side in ([old for _, old, _ in every], [new for _, _, new in every]))
    for number, (row, mine, theirs) in enumerate(every):
        for one, other in candidates((row.old, mine), (row.new, theirs), meanings if row.reworded else None):
            key = one.key, other.key
            if (one.key in here and other.key in there) or _may(one, other, row.reworded):
                if key not in found:
                    found[key] = Case(one, other)
                found[key].add(number, row, one, other)
    return found.values()


def _again(sides: list[list[Span]]) -> set[str]:
    """The wordings that stand in several rows."""
    rows = Counter([key for side in sides for key in {span[2] for span in side}])
    return {key for key, times in rows.items() if times > 1}


def _may(one: Wording, other: Wording, reworded: bool) -> bool:
    """Whether two wordings that stand in one row alone may reach the bar."""
    most = BIAS + WEIGHTS["only"] + WEIGHTS["meant"] + WEIGHTS["reworded"] * reworded
    return most + WEIGHTS["around"] * _around(one, other) + WEIGHTS["beside"] * _beside(one, other) >= BAR


def _around(one: Wording, other: Wording) -> int:
    return (one.before == other.before != "") + (one.behind == other.behind != "")


def _beside(one: Wording, other: Wording) -> int:
    return (one.beside[0] == other.beside[0] != "") + (one.beside[1] == other.beside[1] != "")


def _rows(pair: Pair, rows: list[Edited], replaced: Collection[Words]) -> Iterator[Row]:
    """The rows that differ, but for what stands before the first chapter, and the titles of sections that correspond."""
    for row in rows:
        if "front" not in row.old.locators + row.new.locators:
            old, new = Text(pair.old, row.old.text), Text(pair.new, row.new.text)
            yield Row(old, new, row.relation == "reworded", _stands(row))
    for link, one, other in retitled(pair):
        places = link.old[0], link.new[0]
        if places not in replaced:
            yield Row(Text(pair.old, one), Text(pair.new, other), False, lambda *_, places=places: places)


def _stands(row: Edited) -> Places:
    """Where two wordings of a row stand."""
    return lambda one, other: (row.old.locator(one.span[0]), row.new.locator(other.span[0]))


def _inside(first: Wording, wording: Wording) -> Wording:
    """Of two forms of a wording the one that is printed within a sentence."""
    return wording if first.printed[0].isupper() and wording.printed[0].islower() else first


def _covers(words: Words, other: Words) -> bool:
    """Whether one of two replacements stands within the other."""
    sides = list(zip(words, other, strict=True))
    return all(a in b for a, b in sides) or all(b in a for a, b in sides)
