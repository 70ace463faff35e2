"""How much two recommendations ask for the same in other words, against all others of the two reports.

Compared is what tells matters apart: pairs of characters (or words, where spaces set them apart) and the senses of words (text/senses),
each by its rarity in both reports; without the one addressed and the verbs (table ``actions``). No likeness by itself says that two are one:
translators leave little of each other's words (crvs-5, 38(c), and crvs-6, 1(a), share 死因, 补充 and 医). What counts is how far it is ahead of all others
(recommendations/ranking.py).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import add

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.asks import frames
from ccdiff.derive.recommendations.extent import measures
from ccdiff.derive.recommendations.find import Advice
from ccdiff.derive.recommendations.matter import HAN, actions, classes, key, places, reduced
from ccdiff.derive.recommendations.words import words
from ccdiff.language import Language, plain
from ccdiff.reading import Reading, senses
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold
from ccdiff.text.senses import MARK

RUN = re.compile(r"[㐀-鿿a-z%]+")
NUMBER = re.compile(r"\d[\d.,]{0,24}(?!年)[㐀-鿿%]")  # 30公里: a measure tells more than its unit; a year tells nothing
TITLE = 0.3  # what the words of the titles count: they stand in every recommendation of the two
COMMON = 0.5  # what common words count
SMOOTH = 0.5
SMALL = 4.0  # weight of a matter that so little tells that a place which holds all of it may still speak of another
DIGITS = "0123456789"
COMMON_CLASSES = ("weak", "common")


def alike(pair: Pair, old: Sequence[Advice], new: Sequence[Advice]) -> list[dict[int, float]]:
    """For every old recommendation how much each of the new ones is alike, where they share anything: also what they measure, in one
    unit (14 days, a fortnight). What says the same to the letter is wholly alike, however common its words are ("invites donors to contribute").
    """
    mine, theirs = [telling(pair.old, one) for one in old], [telling(pair.new, one) for one in new]
    weight = weights(pair, {part for parts in (*mine, *theirs) for part in parts})
    measured = [
        [measures(reading.language, one.said) for one in side] for reading, side in ((pair.old, old), (pair.new, new))
    ]
    held_by = Counter(part for side in measured for parts in side for part in parts)
    count = 1 + len(pair.old.report.paragraphs) + len(pair.new.report.paragraphs)
    weight |= {part: math.log(count / (held + SMOOTH)) for part, held in sorted(held_by.items())}
    mine, theirs = (
        [parts | more for parts, more in zip(side, found, strict=True)]
        for side, found in ((mine, measured[0]), (theirs, measured[1]))
    )
    sizes, others = ([sum(map(weight.__getitem__, sorted(parts))) for parts in side] for side in (mine, theirs))
    holding: dict[str, list[int]] = {}
    for j, parts in enumerate(theirs):
        for part in sorted(parts):
            holding.setdefault(part, []).append(j)
    said: dict[str, list[int]] = {}
    for j, other in enumerate(new):
        said.setdefault(fold(other.said), []).append(j)
    rows: list[dict[int, float]] = []
    for one, parts, size in zip(old, mine, sizes, strict=True):
        common: dict[int, float] = {}
        for part in sorted(parts):
            for j in holding.get(part, ()):
                common[j] = common.get(j, 0.0) + weight[part]
        row = {j: held / math.sqrt(size * others[j]) for j, held in common.items() if held}
        rows.append(row | dict.fromkeys(said.get(fold(one.said), ()), 1.0))
    return rows


def weights(pair: Pair, parts: set[str]) -> dict[str, float]:
    """What each part weighs: by its rarity in the paragraphs of both reports; less where it is a common word, or stands in a title."""
    readings = (pair.old, pair.new)
    places_of = [reading.once(places) for reading in readings]
    held, meant = [place.held for place in places_of], [reading.once(sense_spread) for reading in readings]
    texts = [text for place in places_of for text in place.texts()] if any(part[0].isdigit() for part in parts) else []
    count = 1 + sum(len(place.paragraphs) for place in places_of)
    titles = frozenset().union(*(_of_title(reading) for reading in readings))
    factor = pair.old.language.once(_factors)
    found: dict[str, float] = {}
    for part in sorted(parts):
        if part[0] == MARK:
            spread = meant[0][part] + meant[1][part]
        else:
            spread = sum([len(known[part]) for known in held if part in known])
        if part[0] in DIGITS:
            spread += sum([part in text for text in texts])
        rarity = math.log(count / (spread + SMOOTH)) * factor[part]
        found[part] = max(0.0, rarity * TITLE if part in titles else rarity)
    return found


def _factors(language: Language) -> Remembered[float]:
    """What each part counts by itself: less where it is a common word. Use ``language.once(_factors)``."""
    common = language.once(classes)

    def factor(part: str) -> float:
        return COMMON if common.get(key(part[1:]) if part[0] == MARK else f" {part} ") in COMMON_CLASSES else 1.0

    return Remembered(factor)


class Shares:
    """How much of what tells the matter of each recommendation of one report (``here``) the places of the other one (``there``) hold, in
    two sentences that follow each other.
    """

    def __init__(self, pair: Pair, here: Reading, there: Reading, made: Sequence[Advice]) -> None:
        self._places = there.once(places)
        self._telling = {
            one.locator: sorted(part for part in telling(here, one) if part[0] != MARK and len(part) > 1)
            for one in made
        }
        self._weight = weights(pair, {part for parts in self._telling.values() for part in parts})
        self._standing = {part: self._places.standing(part) for part in self._weight}

    def of(self, one: Advice) -> dict[str, float]:
        """The share, 0 to 1, by place; places that hold nothing are left out."""
        held: dict[int, float] = {}
        parts = self._telling[one.locator]
        for part in parts:
            for at in self._standing[part]:
                held[at] = held.get(at, 0.0) + self._weight[part]
        following = self._following(parts, held)
        size = max(SMALL, math.fsum(self._weight[part] for part in parts))
        found: dict[str, float] = {}
        for at in sorted(held):
            locator = self._places.sentences[at][0]
            found[locator] = max(found.get(locator, 0.0), (held[at] + following.get(at, 0.0)) / size)
        return found

    def _following(self, parts: Sequence[str], held: Mapping[int, float]) -> dict[int, float]:
        """What the sentence behind each one of the same paragraph holds beside it."""
        of, more = self._places.of_sentence, dict[int, float]()
        for part in parts:
            stands = frozenset(self._standing[part])
            for at in self._standing[part]:
                if at - 1 in held and at - 1 not in stands and of[at - 1] == of[at]:
                    more[at - 1] = more.get(at - 1, 0.0) + self._weight[part]
        return more


def sense_spread(reading: Reading) -> Counter[str]:
    """In how many paragraphs each sense is spoken of. Use ``reading.once(sense_spread)``."""
    sense_of = reading.language.once(senses)
    found: Counter[str] = Counter()
    for paragraph in reading.report.paragraphs:
        found.update(sense_of(fold(paragraph.text).lower()))
    return found


def _of_title(reading: Reading) -> frozenset[str]:
    return pieces(reading.language.once(reduced)(fold(reading.report.title)))


def telling(reading: Reading, one: Advice) -> frozenset[str]:
    """What is compared of a recommendation."""
    known = reading.language.once(words)
    return telling_parts(reading, known.bodies.sub(" ", known.addressees.sub(" ", one.asked)))


def telling_parts(reading: Reading, text: str, silent: frozenset[str] = frozenset()) -> frozenset[str]:
    """What tells one matter from another in a text: nothing of the verbs and the words ``silent``, of function words, or of words that
    only round a phrase off.
    """
    form = reading.language.once(reduced)(text)
    idle, frame = reading.language.once(_idle), reading.language.once(frames)
    apart = not HAN.search(form)
    kept: list[str] = []
    last = ""
    for word in form.split() if apart else reading.words(form):
        if (word in idle or word in silent or (apart and word in frame.rounding)) and not last[-1:].isdigit():
            word = " "
        kept.append(word)
        last = word
    meant = reading.language.once(senses)(fold(text).lower())
    saying = reading.language.once(_saying)
    said = frozenset([sense for sense in meant if saying[sense]])
    return (pieces(" ".join(kept) if apart else "".join(kept)) - frame.particles) | said


def _saying(language: Language) -> Remembered[bool]:
    """Whether a sense tells one matter from another. Use ``language.once(_saying)``."""
    idle = language.once(_idle)
    return Remembered(lambda sense: _bare(key(sense[1:])) not in idle)


@plain
def _idle(language: Language) -> frozenset[str]:
    """The verbs and the function words. Use ``language.once(_idle)``."""
    edges = (word for word, kind in language.once(classes).items() if kind == "edge")
    return frozenset(map(_bare, (*language.once(actions), *edges)))


def _bare(word: str) -> str:
    """A word without the spaces that set it apart in a text in comparable form."""
    return word[1:-1] if word[:1] == " " == word[-1:] else word


def pieces(text: str) -> frozenset[str]:
    """The parts of a text in comparable form."""
    if not HAN.search(text):
        return frozenset(word for word in text.split() if word[0].isalpha())
    runs = RUN.findall(text)
    found = {*"".join(runs), *NUMBER.findall(text)}
    for run in runs:
        found.update(map(add, run, run[1:]))
    return frozenset(found)
