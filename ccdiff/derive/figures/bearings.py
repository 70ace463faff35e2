"""What the figures of a text are to each other and to what they count: parts and wholes, from and to, up and down, at most."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.kinship import SHARES
from ccdiff.derive.figures.statement import Hit
from ccdiff.derive.figures.tools import Tools
from ccdiff.text.normalise import small

TURN = 16  # characters before a number that can say whether it rose
RISEN = 40  # characters before a number that can say that it rose to that
FROM_TO = 24  # characters between the two numbers of one movement, and before its first
LED = 48  # characters between a part and its whole
BY = 80  # characters before "by" and a number that can say what fell short
CLOSES = re.compile("[)）]")
CLAUSE = re.compile(r"[，,]\s*")
OR = re.compile(r",?\s+or\s+|[，,]?\s*即\s*|\s*\(|\s*(?:、|以及|[和及与]|,(?: and)?|and)\s*")


class Bearings:
    """What the text says of its figures ``hits`` beside what they count."""

    def __init__(self, text: str, hits: Sequence[Hit], have: Tools) -> None:
        self.text, self.hits, self.have = text, hits, have

    def limited(self, hit: Hit, span: tuple[int, int]) -> bool:
        """Whether nothing may exceed it: "a limit of 30 km", "within 30 days", "30 天内"."""
        cues = self.have.words.cues
        if cues["limit"].search(self.text, *span):
            return True
        if hit.kind not in ("span", "year", "day"):
            return False
        before = cues["inside"].search(self.text, max(0, hit.start - TURN), hit.start)
        return bool(before or cues["within"].match(self.text, hit.unit_end))

    def wholes(self) -> dict[int, int]:
        """By the place of a part that of its whole: "61 of the 192 members", "Of the 60 contracts, 14"; "192个成员中有61个"."""
        found: dict[int, int] = {}
        for at, hit in enumerate(self.hits):
            after = self.hits[at + 1] if hit.part and at + 1 < len(self.hits) else None
            if after and after.start - hit.unit_end < LED and after.value >= hit.value:
                found[at] = at + 1  # not "31 of the victims, but only 17 had released them"
                continue
            before = self.hits[at - 1] if at else None
            if before is None or before.kind != "counter" or hit.kind != "counter":
                continue
            start = subject.bounds(self.text, hit, subject.FAR)[0]
            group = self.have.script.group.search(self.text, start, hit.start) if start <= before.start else None
            if group and before.unit_end <= group.end():
                found[at] = found.get(at - 1, at - 1)
        return found

    def often(self, hit: Hit) -> bool:
        """Whether it counts how many times something was done: "used 52 times", but not "three times as much"."""
        cues = self.have.words.cues
        return bool(cues["times"].fullmatch(hit.unit) and not cues["multiple"].match(self.text, hit.unit_end))

    def within(self, hit: Hit) -> bool:
        """Whether it counts a part of what was counted; of a share "of them" only says what it is a share of."""
        part = hit.part or self.cued(hit, "among", "among_after") or self._grouped(hit)
        return hit.family not in SHARES and part

    def _grouped(self, hit: Hit) -> bool:
        """Whether the group of which it counts a part stands before it: "Of those countries, 25", "答复国中，…有 36 个"."""
        start = subject.bounds(self.text, hit, subject.FAR)[0]
        return hit.kind == "counter" and bool(self.have.script.group.search(self.text, start, hit.start))

    def turn(self, hit: Hit, before: Hit | None, last: str) -> str:
        """ "up" or "down" where the number says by how much; "a decrease of $5,000, or 3 per cent" says it of both."""
        if before and OR.fullmatch(self.text, before.end, hit.start):
            return last
        cues, first = self.have.words.cues, max(0, hit.start - FROM_TO)
        if cues["unturned"].search(self.text, first, hit.start):
            return ""  # "civilians made up 85 per cent"
        for kind, compared in (("up", "higher"), ("down", "lower")):
            if cues[kind].search(self.text, first, hit.start):
                return kind
            if cues[compared].search(self.text, first, hit.start) and cues["compared"].search(
                self.text, subject.bounds(self.text, hit, subject.NEAR)[0], hit.start
            ):
                return kind
        for kind in ("up", "down") if hit.kind not in ("counter", "noun") else ():
            by = cues[f"{kind}_by"].search(self.text, max(0, hit.start - BY), hit.start)
            if by or cues[f"{kind}_after"].match(self.text, hit.last):
                return kind
        return ""

    def cued(self, hit: Hit, before: str, after: str) -> bool:
        """Whether a cue of the kind ``before`` stands before a figure, or one of the kind ``after`` behind it."""
        cues = self.have.words.cues
        return bool(
            cues[before].search(self.text, max(0, hit.start - FROM_TO), hit.start)
            or cues[after].match(self.text, hit.unit_end)
        )

    def role(self, at: int) -> str:
        """ "from" where the clause leads from this number to the next: "从 54 万亿元增加到 82.7 万亿元"; "against" where another
        number is held against it: "210 sites, as compared with 380 in 2020".
        """
        text, hit, after, words = self.text, self.hits[at], self.hits[at + 1 : at + 2], self.have.words
        if words.cues["against"].search(text, max(0, hit.start - FROM_TO), hit.start):
            return "against"
        near = after and after[0].start - hit.end <= FROM_TO
        to = words.cues["to"].search(text, hit.end, after[0].start) if near else None
        mark = CLAUSE.search(text, hit.end, to.start()) if to else None
        if not to or (mark and mark.end() < to.start()):
            return ""  # "自愿捐款累计 189.6 万美元，余额为 8.4 万美元"
        if hit.family != after[0].family and "bare" not in (hit.kind, after[0].kind):
            return ""  # "自上次会议以来共举办五期培训课程，学员人数增至 210 人"
        return "from" if words.cues["from"].search(text, max(0, hit.start - FROM_TO), hit.start) else ""

    def direction(self, hit: Hit) -> str:
        """ "rise" or "fall" where the text says so right before the number."""
        words = self.have.words
        reached = words.direction.search(self.text, max(0, hit.start - RISEN), hit.start)
        return words.directions[small(reached[1] or reached[2])] if reached else ""
