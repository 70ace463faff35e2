"""Report text made fit to be shown: nothing invisible that could mislead, nothing that a format forbids."""

from __future__ import annotations

import re

# C0 and C1 controls but tab and line feed, lone surrogates, non-characters: no HTML or Word file may hold them.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")  # embeddings, overrides, isolates: could turn our own words round
CLAUSE = re.compile(r"[，。；：！？\n]|[,;:.](?=\s)")
SHORT = 12  # characters beside a figure below which its clause says too little
SENTENCE = re.compile(r"(?<=[。！？；])|(?<=[a-z0-9)][.!?;])\s")


def display(text: str) -> str:
    """``text`` with what no format may hold replaced by U+FFFD; line feeds stay."""
    return FORBIDDEN.sub("\ufffd", text) if FORBIDDEN.search(text) else text


def one_line(text: str) -> str:
    """``text`` on one line: every run of white space one space, no direction overrides."""
    return BIDI.sub("", display(" ".join(text.split())))


def shorten(text: str, limit: int) -> str:
    """``text`` on one line, cut with an ellipsis so that it has at most ``limit`` characters."""
    text = one_line(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def opening(text: str, limit: int) -> str:
    """The first sentence of ``text``, cut at ``limit`` characters; a final point goes, since our sentence brings its own."""
    first = next((part for part in SENTENCE.split(one_line(text[: limit * 4])) if part.strip()), "")
    return shorten(first, limit).rstrip("。.；;")


def around(text: str, start: int, end: int, limit: int) -> tuple[str, str, str]:
    """What stands before, at and after ``text[start:end]`` within its sentence, each side at most ``limit`` characters."""
    ends = [match.end() for match in re.finditer(r"[。！？；\n]", text)]
    first = max((at for at in ends if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    before, after = text[first:start], text[end:last]
    before = before if len(before) <= limit else "…" + before[-limit:]
    after = after if len(after) <= limit else after[:limit] + "…"
    return display(before).lstrip(), display(text[start:end]), display(after).rstrip()


def clause(text: str, start: int, end: int, limit: int) -> tuple[str, str, str]:
    """What stands before, at and after ``text[start:end]`` within its clause; of a short one the clause before as well."""
    ends = [match.end() for match in CLAUSE.finditer(text)]
    firsts = [0, *(at for at in ends if at <= start)]
    first = firsts[-1] if start - firsts[-1] + _rest(ends, text, end) > SHORT or len(firsts) < 2 else firsts[-2]
    last = end + _rest(ends, text, end)
    before, after = text[first:start], text[end:last].rstrip("，。；：、,;:. \n")
    before = before if len(before) <= limit else "…" + before[-limit:]
    return before.lstrip(), text[start:end], after if len(after) <= limit else after[:limit] + "…"


def _rest(ends: list[int], text: str, end: int) -> int:
    return min((at for at in ends if at >= end), default=len(text)) - end


def nearest_sentence(text: str, like: str, limit: int) -> str:
    """The sentence of ``text`` that shares most pairs of characters with ``like``; the first of equals, cut at ``limit``."""
    wanted = _pairs(one_line(like))
    parts = [part.strip() for part in SENTENCE.split(one_line(text)) if part.strip()]
    best = max(parts, key=lambda part: len(_pairs(part) & wanted) / (len(part) + 20), default="")
    return shorten(best, limit).rstrip("。.；;")


def _pairs(text: str) -> set[str]:
    return {text[k : k + 2] for k in range(len(text) - 1)}
