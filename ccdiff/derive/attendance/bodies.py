"""Two names of one body: by another translator, in another order, shortened, or with another general word.

Only bodies that no table knows are compared, and only where one is gone and one is new that are alike. A name is what its words say: words of
one form, sense or meaning (资料馆, 档案馆; Trade, Trading), and general words (协会, 学会) are no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from os.path import commonprefix

from ccdiff.derive.attendance.lexicon import OUTSIDE, Lexicon, Member, lexicon, unbracketed
from ccdiff.derive.wording import canonical, evened
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import segmenter, thesaurus, words_of_senses
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
OWNED = re.compile(r"['’]s?$")
ENDINGS = frozenset(
    ["", "s", "es", "ies", "y", "al", "an", "n", "ian", "ic", "ing", "ed", "e"]
)  # of forms of a word: Africa, African
LEAST = 4  # letters that forms of one word share
STEM = 5  # letters that words share whose endings may be any, where all else is the same (Wastewater, Wastes)
ENOUGH = 3  # words that two names share beside two such words
MORE = 4  # words that they share where one of them has one word more
WIDER = 2  # characters on each side that belong to a word of Han of which others differ: 公路, 道路
SHARED = 3  # characters that two names share around it
INITIALS = 3  # letters of an acronym


@record
class Name:
    """A name: the forms it is printed in (also in brackets), all its words, those that tell it from others, and the class of its last one."""

    forms: frozenset[str]
    parts: tuple[str, ...]
    words: tuple[str, ...]
    kind: str


def reworded(gone: Sequence[Member], come: Sequence[Member], language: Language) -> list[tuple[str, str]]:
    """Names of one body in two wordings: those with one candidate on either side; no States, and of the two no table knows one at least."""
    same, new = language.once(Names).same, "name:"
    gone, come = ([one for one in side if not one.key.startswith("state:")] for side in (gone, come))
    like = [
        [other for other in come if new in (one.key[:5], other.key[:5]) and same(one.name, other.name)] for one in gone
    ]
    pairs = [(one, found[0]) for one, found in zip(gone, like, strict=True) if len(found) == 1]
    return [(one.name, other.name) for one, other in pairs if sum(other in found for found in like) == 1]


class Names:
    """The names of bodies in a language. Use ``language.once(Names)``."""

    def __init__(self, language: Language) -> None:
        self._known: Lexicon = language.once(lexicon)
        self._spaced = bool(self._known.small)
        self._plain, self._cut = language.once(canonical), language.once(segmenter).words
        self._evened = language.once(evened)
        self._sensed, self._thesaurus = language.once(words_of_senses), language.once(thesaurus)
        rows = [row for row in language.rows("list_openers") if row[0] in ("general", "kind", "loose")]
        self._general = frozenset(word for row in rows if row[0] == "general" for word in row[1:])
        self._wide = tuple(word for row in language.rows("list_openers") if row[0] == "wide" for word in row[1:])
        self._loose = tuple(word for row in rows if row[0] == "loose" for word in row[1:])
        self._kinds = {word: row[1] for row in rows if row[0] == "kind" for word in row[1:]}
        self._told = Remembered(self._spaced_name if self._spaced else self._name)

    def equal(self, one: str, other: str) -> bool:
        """Whether that is no other name: the one prints the other in brackets, "(PAHO)"; or a name that the tables know is worded otherwise
        in nothing but what the table of variants has.
        """
        if not self._told[one].forms.isdisjoint(self._told[other].forms):
            return True
        return self._evenly(one, other) and (self._known.knows(one) or self._known.knows(other))

    def same(self, one: str, other: str) -> bool:
        """Whether two names are one body's for all that they say."""
        here, there = self._told[one], self._told[other]
        if not here.forms.isdisjoint(there.forms) or self._short(here, there) or self._short(there, here):
            return True
        bare = [fold(unbracketed(name)) for name in (one, other)]
        if any(f"{wide}{bare[0]}" == bare[1] or bare[0] == f"{wide}{bare[1]}" for wide in self._wide):
            return True
        if here.kind != there.kind:
            return False
        return self._agree(here, there) or (not self._spaced and self._nearly(here, there)) or self._evenly(one, other)

    def _evenly(self, one: str, other: str) -> bool:
        here, there = (self._evened(self._plain(unbracketed(name))) for name in (one, other))
        return here == there

    def _spaced_name(self, printed: str) -> Name:
        bare = unbracketed(printed)
        words = [OWNED.sub("", word) for word in WORD.findall(self._plain(bare).lower())]
        telling = [word for word in words if word not in self._known.small and word not in self._general]
        return Name(_forms(printed), tuple(WORD.findall(bare)), tuple(telling), "")

    def _name(self, printed: str) -> Name:
        bare = fold(unbracketed(printed))
        general = next((word for word in self._general if bare.endswith(word) and bare != word), "")
        bare = bare.removesuffix(general)
        last = max((word for word in self._kinds if bare.endswith(word) and bare != word), key=len, default="")
        words = [
            word for word in self._cut(bare.removesuffix(last)) if word.isalnum() and word not in self._known.joins
        ]
        return Name(_forms(printed), (*words, *([last] if last else ())), tuple(words), self._kinds.get(last, ""))

    def _agree(self, one: Name, other: Name) -> bool:
        """Whether two names have the same words, but for like ones, or for one more in a long name."""
        gone, come = _without(one.words, other.words), _without(other.words, one.words)
        shared = len(one.words) - len(gone) + bool(one.kind)
        like = [(a, next((b for b in come if self._like(a, b)), "")) for a in gone]
        found = {b for _, b in like if b}
        left = [a for a, b in like if not b], [b for b in come if b not in found]
        if not any(left):
            return shared > len(found) or (shared > 0 and not found)
        if len(left[0]) == len(left[1]) == 1 and self._spaced and shared >= ENOUGH:
            return left[0][0][:STEM] == left[1][0][:STEM] and len(left[0][0]) > STEM
        return len(left[0]) + len(left[1]) == 1 and shared + len(found) >= MORE

    def _nearly(self, one: Name, other: Name) -> bool:
        """Whether two names are the same characters, or the same but for one word, however they are cut: 环境保护, 环境养护."""
        old, new = ("".join(name.words) for name in (one, other))
        start = len(commonprefix((old, new)))
        end = len(commonprefix((old[start:][::-1], new[start:][::-1])))
        if start + end < SHARED:
            return sorted(old) == sorted(new)
        return sorted(old) == sorted(new) or any(
            self._one_meaning(
                old[start - before : len(old) - end + behind], new[start - before : len(new) - end + behind]
            )
            for before in range(min(start, WIDER) + 1)
            for behind in range(min(end, WIDER) + 1)
        )

    def _like(self, one: str, other: str) -> bool:
        """Whether two words are forms of one, or of one meaning."""
        if self._spaced:
            return _forms_of_one(one, other) or self._thesaurus.same(one, other)
        return self._one_meaning(one, other)

    def _one_meaning(self, one: str, other: str) -> bool:
        """Whether two words of Han are one but for endings, or of one sense or meaning by the tables or the dictionary."""
        if min(len(one), len(other)) < 2:
            return False
        bare = self._bare(one), self._bare(other)
        return (
            bare[0] == bare[1]
            or self._plain(one) == self._plain(other)
            or self._one_sense(one, other)
            or self._thesaurus.same(*bare)
            or self._thesaurus.same(one, other)
        )

    def _one_sense(self, one: str, other: str) -> bool:
        found = [self._sensed(word) for word in (one, other)]
        whole = all(
            [span[:2] for span in spans] == [(0, len(word))] for spans, word in zip(found, (one, other), strict=True)
        )
        return whole and found[0][0][2] == found[1][0][2]

    def _bare(self, word: str) -> str:
        """A word without an ending that makes no other of it: 养蜂人, 养蜂者; 加勒比, 加勒比海."""
        ending = next((end for end in self._loose if word.endswith(end) and len(word) > len(end) + 1), "")
        return word.removesuffix(ending)

    def _short(self, short: Name, full: Name) -> bool:
        """Whether one is made of the initials of the other: PAHO."""
        initials = "".join(word[0] for word in full.parts if word[0].isupper())
        return self._spaced and len(initials) >= INITIALS and initials in short.forms


def _forms(printed: str) -> frozenset[str]:
    return frozenset(
        form for form in (unbracketed(printed), *(part[1:-1] for part in OUTSIDE.findall(printed))) if len(form) > 1
    )


def _without(some: Sequence[str], others: Sequence[str]) -> list[str]:
    """The words of one name that the other does not have, each as often as it stands more often."""
    left = Counter(some) - Counter(others)
    return list(left.elements())


def _forms_of_one(one: str, other: str) -> bool:
    """Whether two Latin words differ in nothing but endings that forms of one word have: Trade, Trading."""
    start = len(commonprefix((one, other)))
    return start >= LEAST and one[start:] in ENDINGS and other[start:] in ENDINGS
