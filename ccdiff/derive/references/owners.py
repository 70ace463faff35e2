"""Whose a resolution is: the bodies that a text names, those of the tables and others by their full names.

大会 is the General Assembly, 海事大会 is not: what stands before a general name ("Assembly", "Council", 委员会) belongs to it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from ccdiff.derive.common_words import kinds
from ccdiff.derive.references.words import NEAR, Words
from ccdiff.reading import Reading
from ccdiff.text.normalise import HAN

RUN = 16  # characters before a general name in which its own begins
LONGEST = 12  # characters of what it begins with
BEFORE = re.compile(rf"{HAN}+$")
CAPITALS = re.compile(r"(?:[A-Z][\w’'-]*\s(?:(?:of|on|for|and|the)\s){0,2}){1,6}$")
BEHIND = re.compile(r"\s(?:of|on|for)\s(?:the\s)?[A-Z][\w-]*(?:\s(?:and\s)?[A-Z][\w-]*)*")
Named = tuple[int, int, str]  # where it begins and ends; a key of the table ``owners``, or the name itself


class Owners:
    """Tells for the places of one report whose decision stands there."""

    def __init__(self, reading: Reading, known: Words) -> None:
        self._reading, self._known = reading, known
        self._common = reading.language.once(kinds)

    def named(self, text: str) -> list[Named]:
        """Every body named in ``text``; a short name means the last full name before it that it may stand for."""
        known = self._known
        found: list[Named] = []
        for match in known.owners.finditer(text):
            name = match.group()
            start, end = self._whole(text, match) if name in known.general else match.span()
            key = known.keys.get(text[start:end], "")
            if not key and (start, end) == match.span():
                may = known.short.get(name, ())
                key = next((k for _, _, k in reversed(found) if k in may), may[0] if len(may) == 1 else "")
                key = key or (name if may else "")
            if key or (start, end) != match.span():
                found.append((start, end, key or text[start:end]))
        return found

    def _whole(self, text: str, match: re.Match[str]) -> tuple[int, int]:
        """Where the full name begins and ends of which a general one is the end: 海事大会, "Maritime Assembly", "Commission on Whales"."""
        start, end = match.span()
        if self._known.number_first:
            run = BEFORE.search(text[max(0, start - RUN) : start])
            words = list(self._reading.words(run.group())) if run else []
            own: list[str] = []
            while words and not self._leads(words[-1]) and sum(map(len, own)) <= LONGEST:
                own.insert(0, words.pop())
            while (
                own and own[0] in self._common
            ):  # a single character, as in 提到大会; inside a name there may be such, 鲸类
                own.pop(0)
            return start - len("".join(own)) if words or not run or len(run.group()) < RUN else start, end
        behind = BEHIND.match(text, end)
        capitals = CAPITALS.search(text[max(0, start - 8 * RUN) : start])
        before = capitals.group() if capitals else ""
        while before and before.split()[0].lower() in self._common:
            before = before[len(before.split()[0]) :].lstrip()
        return start - len(before), behind.end() if behind else end

    def _leads(self, word: str) -> bool:
        return word in self._known.leads or (len(word) > 1 and word in self._common)

    def of(self, text: str, start: int, end: int, named: list[Named], starts: list[int]) -> tuple[str, bool]:
        """The body whose decision stands at ``start`` to ``end`` of ``text``, and whether it is named right there.

        One of any name that stands right beside it; else the nearest of the tables to the left in the sentence; else one that
        follows at once ("在第 5/7 号决议中，缔约方会议请…"); else the nearest to the left in the paragraph. What one recalls may be another's.
        """
        beside = next((body for body in named if self._beside(text, start, end, body)), None)
        if beside:
            return beside[2], True
        sure = [body for body in named if body[2] in self._known.names]
        sentence = starts[bisect_right(starts, start) - 1]
        before = bisect_right(sure, (start, -1, "")) - 1
        left = sure[before] if before >= 0 else None
        if left and left[0] >= sentence:
            gap = text[left[1] : start]
            return left[2], len(gap) <= NEAR and not (gap.strip() and self._known.recalls.fullmatch(gap))
        right = sure[before + 1] if before + 1 < len(sure) else None
        if right and 0 <= right[0] - end <= NEAR:
            return right[2], True
        return (left[2], False) if left else ("", False)

    def _beside(self, text: str, start: int, end: int, body: Named) -> bool:
        """Whether nothing but "in its" stands between a body and its decision, or "of the" between it and the body."""
        gap = text[body[1] : start] if body[1] <= start else text[end : body[0]]
        return (
            len(gap) <= NEAR
            and (self._known.owns if body[1] <= start else self._known.owned).fullmatch(gap) is not None
        )


def settled(owner: str, shape: str, known: Words) -> str:
    """``owner``; where that is a short name of several bodies, the one of them that numbers as ``shape`` says."""
    return shape if not owner or shape in known.short.get(owner, ()) else owner


def without_short(owners: Iterable[str], known: Words) -> tuple[str, ...]:
    """``owners`` of one number, a short name left out where one that it may stand for is among them: 委员会 beside 渔业委员会."""
    found = tuple(dict.fromkeys(owners))
    full = {owner: known.names.get(owner, owner) for owner in found}

    def stands_for(owner: str, other: str) -> bool:
        inside = owner not in known.names and full[owner] != full[other] and full[owner] in full[other]
        return other in known.short.get(owner, ()) or inside

    return tuple(owner for owner in found if not any(stands_for(owner, other) for other in found))
