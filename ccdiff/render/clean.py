"""Report text made fit to be shown: nothing invisible that could mislead, nothing that a format forbids."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain
from operator import add

from ccdiff.text.sentences import SHORT_FORMS

# C0 and C1 controls but tab and line feed, lone surrogates, non-characters: no HTML or Word file may hold them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides, isolates: could turn our own words round
BULLET = re.compile(r"\s*[-–—•‣◦▪*]\s+(?=\S)")
LISTED = re.compile(r"\n\s*[•‣◦▪●*]\s+(?=\S)")  # the sign of a further line of a list
CLAUSE = re.compile(r"[，。；：！？\n]|[,;:.](?=\s)")
POINT = re.compile(r"[。！？；\n.!?;](?:(?<=[。！？；\n])|(?<=[a-z0-9)].)(?=\s))")
BRACKETED = re.compile(r"\([^()\n]{1,200}\)|（[^（）\n]{1,200}）")
WORD = re.compile(r"[^\W\d_]{3,}")
OTHERS = re.compile(r"[^\u0000-\u024f]+")  # what no Latin text is made of
ROOM = 60  # characters that a sentence may have beyond its likeness: a long one says much else
SHORT = 12  # characters beside a figure below which its clause says too little
NOT_SHORT = "".join(rf"(?<!\b{re.escape(form)}\.)" for form in SHORT_FORMS)  # "St. Louis" is one name
SENTENCE = re.compile(rf"(?<=[。！？；])|(?<=[a-z0-9)][.!?;]){NOT_SHORT}\s")


def display(text: str) -> str:
    """``text`` with what no format may hold replaced by U+FFFD; line feeds stay."""
    return FORBIDDEN.sub("\ufffd", text) if FORBIDDEN.search(text) else text


def one_line(text: str) -> str:
    """``text`` on one line: every run of white space one space, no signs of a list's lines, no direction overrides."""
    line = " ".join((LISTED.sub(" ", text) if "\n" in text else text).split())
    return line if line.isprintable() else BIDI.sub("", display(line))


def _unlisted(text: str) -> str:
    match = BULLET.match(text)
    return text[match.end() :] if match else text


def head(text: str, limit: int) -> str:
    """The beginning of ``text``, ended by an ellipsis where it is cut; twice the room and whole words for Latin letters."""
    room = limit * 2 if _latin(text) else limit
    if len(text) <= room:
        return text
    cut = text[: room - 1]
    return (cut[: cut.rfind(" ")] if _inside(text, room - 1) and " " in cut else cut).rstrip() + "…"


def tail(text: str, limit: int) -> str:
    """The end of ``text``, begun by an ellipsis where it is cut."""
    room = limit * 2 if _latin(text) else limit
    if len(text) <= room:
        return text
    at = len(text) - room + 1
    cut = text[at:]
    return "…" + (cut[cut.find(" ") + 1 :] if _inside(text, at) and " " in cut else cut).lstrip()


def _latin(text: str) -> bool:
    sample = text[:80]
    return sample.isascii() or 2 * len(OTHERS.sub("", sample)) > len(sample)


def _inside(text: str, at: int) -> bool:
    """Whether a cut at ``at`` would part a Latin word or a number."""
    return text[at - 1 : at].isascii() and text[at - 1 : at].isalnum() and text[at].isascii() and text[at].isalnum()


def shorten(text: str, limit: int) -> str:
    """``text`` on one line, without the mark of a list, cut with an ellipsis to ``limit`` characters (twice as many Latin ones)."""
    return head(one_line(_unlisted(text)), limit)


def opening(text: str, limit: int) -> str:
    """The first sentence of ``text``, cut at ``limit``; a final point goes, since our sentence brings its own."""
    first = next((part for part in SENTENCE.split(one_line(_unlisted(text)[: limit * 8])) if part.strip()), "")
    return shorten(first, limit).rstrip("。.；;：:")


def around(text: str, start: int, end: int, limit: int) -> tuple[str, str, str]:
    """What stands before, at and after ``text[start:end]`` within its sentence, each side at most ``limit`` characters."""
    first, last = _between([match.end() for match in POINT.finditer(text)], text, start, end)
    before, after = head_and_tail(text[first:start], text[end:last], limit)
    return before, display(text[start:end]), after


def head_and_tail(before: str, after: str, limit: int) -> tuple[str, str]:
    """What leads up to a passage, and what follows it, each cut on the side away from it."""
    return tail(display(before).lstrip(), limit), head(display(after).rstrip(), limit)


def clause(text: str, start: int, end: int, limit: int) -> tuple[str, str, str]:
    """What stands before, at and after ``text[start:end]`` within its clause; of a short one the clause before as well,
    unless that is another sentence."""
    ends = _outside(text, [match.end() for match in CLAUSE.finditer(text)])
    first, last = _between(ends, text, start, end)
    if first and start - first + last - end <= SHORT:
        within = max((match.end() for match in POINT.finditer(text, 0, first)), default=0)
        first = max((at for at in ends if within <= at < first), default=within)
    before, after = head_and_tail(text[first:start], text[end:last].rstrip("，。；：、,;:. \n"), limit)
    return before, display(text[start:end]), after


def _outside(text: str, ends: list[int]) -> list[int]:
    """Those ends that part no parenthesis: "on 15 occasions (3 in November, 10 in December)"."""
    if not BRACKETED.search(text):
        return ends
    within = [match.span() for match in BRACKETED.finditer(text)]
    return [at for at in ends if not any(start < at < end for start, end in within)]


def _between(ends: list[int], text: str, start: int, end: int) -> tuple[int, int]:
    """The nearest ends around a passage."""
    return max((at for at in ends if at <= start), default=0), min((at for at in ends if at >= end), default=len(text))


class Rarity:
    """How rare pairs of characters and words are in some texts, each counted once."""

    def __init__(self, texts: Sequence[str] = ()) -> None:
        self._texts = texts
        self._known: dict[str, float] = {}

    @cached_property
    def _pairs(self) -> Counter[str]:
        return Counter(chain.from_iterable([{*map(add, text, text[1:])} for text in self._texts]))

    def of(self, part: str) -> float:
        """The rarer, the more; squared: one rare word tells more than many common ones."""
        if part not in self._known:
            self._known[part] = math.log(1 + len(self._texts) / (self._spread(part) or 1)) ** 2 if self._texts else 1.0
        return self._known[part]

    def _spread(self, part: str) -> int:
        return self._pairs[part] if len(part) == 2 else sum([part in text for text in self._texts])


NONE = Rarity()  # all parts count alike


def nearest_sentence(text: str, like: str, limit: int, rarity: Rarity = NONE) -> str:
    """The sentence of ``text`` that shares most with ``like``, the first of equals, cut at ``limit``: pairs of characters, or whole
    words where spaces set them apart, each weighed by how rare it is in the paragraphs of its report.
    """
    wanted = _pairs(one_line(like))
    parts = [part.strip() for part in SENTENCE.split(one_line(text)) if part.strip()]
    shared = [_pairs(part) & wanted for part in parts]
    if len(parts) > 1:
        weight = {pair: rarity.of(pair) for pair in sorted(set().union(*shared))}
        scores = [sum(map(weight.__getitem__, sorted(found))) for found in shared]
        best = max(range(len(parts)), key=lambda k: (scores[k] / (len(parts[k]) + ROOM), -k))
    return shorten(parts[best if len(parts) > 1 else 0], limit).rstrip("。.；;") if parts else ""


def _pairs(text: str) -> set[str]:
    """What is compared: pairs of characters without marks, or words of more than two letters."""
    if _latin(text):
        return {word for word in WORD.findall(text.lower())}
    return {pair for pair in map(add, text, text[1:]) if pair.isalnum()}
