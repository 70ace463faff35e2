"""The headings of minutes that name the matter on which something below them was decided ("iperf三方库sig建仓申请").

Decisions of minutes are formulas (同意建仓, "approved"): the heading says of what. Words that stand below several headings of a report tell no
matter; two headings are of one matter where nearly all that is left of the shorter stands in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.matter import HAN, content, reduced
from ccdiff.derive.recommendations.minutes import are_minutes
from ccdiff.derive.recommendations.phrases import pattern_of
from ccdiff.derive.recommendations.titles import roles
from ccdiff.derive.recommendations.words import words
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

SAME = 0.75  # share of the telling words of the shorter heading: camera and 部件 of three (媒体子系统 camera_standard 部件变更) are too few
Words = frozenset[str]


@record
class Docket:
    """A heading that names a matter: its words, and the paragraphs below it."""

    title: Words
    paragraphs: tuple[str, ...]


class Dockets:
    """The headings of both minutes of a pair; none where a report calls itself no minutes."""

    def __init__(self, pair: Pair) -> None:
        self._pair = pair
        both = [reading.once(_dockets) for reading in (pair.old, pair.new)]
        self._old, self._new = both if all(both) else ({}, {})
        self._formula = pair.old.once(_formula) | pair.new.once(_formula) if all(both) else frozenset[str]()

    def heads(self, one: Advice) -> bool:
        """Whether an old recommendation is a decision below a heading that names its matter."""
        return one.locator in self._old and bool(self._telling(self._old[one.locator]))

    def others(self, one: Advice, other: Advice) -> bool:
        """Whether two were decided on different matters: below headings that are not of one, with no telling word in common."""
        mine, theirs = self._old.get(one.locator), self._new.get(other.locator)
        if not mine or not theirs or not self._telling(mine) | self._telling(theirs):
            return False
        titles = self._telling(mine), self._telling(theirs)
        old, new = (
            said - self._formula for said in (_said(self._pair.old, one.said), _said(self._pair.new, other.said))
        )
        return not (old & new or any(_one(*both) for both in (titles, (old, titles[1]), (titles[0], new))))

    def under(self, one: Advice) -> tuple[str, ...]:
        """The paragraphs of the new report below a heading in the same words, or of the same matter where it has a name or several words."""
        mine = self._old.get(one.locator)
        telling = self._telling(mine) if mine else frozenset[str]()
        named = _named(telling, self._pair.old)
        return tuple(
            at
            for docket in dict.fromkeys(self._new.values())
            if mine and (docket.title == mine.title or (named and _one(telling, self._telling(docket))))
            for at in docket.paragraphs
        )

    def _telling(self, docket: Docket) -> Words:
        return docket.title - self._formula


def settled(reading: Reading, one: Advice) -> bool:
    """Whether minutes decide what is done with when it is decided (同意孵化毕业, "to pay the invoices"): nobody will ask for it again."""
    known, pattern = reading.language.once(words), reading.language.once(_settled)
    told = [known.unnumbered(span.text).strip() for span in sentences(one.said)]
    return bool(told) and are_minutes(reading.report, known) and all(pattern.fullmatch(each) for each in told)


def _settled(language: Language) -> re.Pattern[str]:
    """Use ``language.once(_settled)``."""
    return re.compile(rf"(?:{pattern_of(language.once(words).phrases('settled'))})[^\w\s]*", re.IGNORECASE)


def _one(some: Words, others: Words) -> bool:
    """Whether two are of one matter: nearly all telling words of the one that has fewer stand in both."""
    return bool(some & others) and len(some & others) >= SAME * min(len(some), len(others))


def _named(telling: Words, reading: Reading) -> bool:
    """Whether a heading surely names one matter: by two words, or in Latin letters where others write (iperf); "Highways" recurs."""
    return len(telling) > 1 or (bool(HAN.search(reading.report.title)) and any(word.isascii() for word in telling))


def _dockets(reading: Reading) -> Mapping[str, Docket]:
    """The heading above each paragraph of minutes, but those of chapters that list what was decided. Use ``reading.once(_dockets)``."""
    known, report = reading.language.once(words), reading.report
    if not are_minutes(report, known):
        return {}
    role = roles(report, known)
    dockets = [
        Docket(_said(reading, section.title), section.paragraphs)
        for section in report.sections
        if section.title and section.level and not role[section.id]
    ]
    return {at: docket for docket in dockets for at in docket.paragraphs}


def _formula(reading: Reading) -> Words:
    """The words that stand below several headings below which something was decided. Use ``reading.once(_formula)``."""
    of, said = reading.once(_dockets), dict[Docket, Words]()
    for one in reading.once(find_recommendations):
        if one.locator in of:
            docket = of[one.locator]
            said[docket] = said.get(docket, docket.title) | _said(reading, one.said)
    spread = Counter(word for told in said.values() for word in told)
    return frozenset(word for word, held in spread.items() if held > 1)


def _said(reading: Reading, text: str) -> Words:
    """The words of a text that may tell a matter: content words, and none that are common in such reports."""
    weight = reading.language.once(content)
    return frozenset(word for word in reading.words(reading.language.once(reduced)(text)) if weight[word] >= 1.0)
