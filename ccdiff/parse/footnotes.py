"""Footnotes: their texts taken out of the running text, and linked to the place where their mark stood."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import field

from ccdiff.language import Language
from ccdiff.model.record import draft
from ccdiff.parse.joining import Text
from ccdiff.parse.patterns import LEADS_IN, SYMBOL, complete, east, half_width
from ccdiff.parse.rows import Row

SUPERSCRIPT = "¹²³⁰⁴⁵⁶⁷⁸⁹"
LABEL = r"\d{1,3}|[a-z]|\*{1,3}|[†‡]{1,2}"
# How a mark is written, in the text as at the head of the note: ¹, <sup>1</sup>, ^{*}, $^{1}$, [^1], [1], \*
MARK = re.compile(
    rf"(?=[<$^\[*†‡\\{SUPERSCRIPT}])(?:<sup>\s*\\?({LABEL})\s*</sup>|\$?\^\{{\s*\\?({LABEL})\s*\}}\$?|\[\^(\w{{1,8}})\]|\[(\d{{1,3}})\]|((?<!\bm)(?<!\b[ckm]m)[{SUPERSCRIPT}]{{1,3}})"
    r"|((?:\\\*){1,3})|((?<=\S)(?<!\*)\*{1,3}(?!\*))|([†‡]{1,2}))"
)
START = re.compile(
    rf"(?:<sup>\s*\\?({LABEL})\s*</sup>|\$?\^\{{?\s*\\?({LABEL})\s*\}}?\$?|\[\^(\w{{1,8}})\]:?|\[(\d{{1,3}})\]|([{SUPERSCRIPT}]{{1,3}})"
    r"|((?:\\\*|\*){1,3}(?!\*))|([†‡]{1,2}))\s*"
)
# At the head of a line also a bullet, or an entry of a list of works: a note's only where the mark stands in the text above.
DOUBTFUL = re.compile(r"\*|\[\d")
PLAIN_START = re.compile(r"(\d{1,3}|[a-z]|\*{1,3})[.)]?\s+(?=\S)")
CITED = re.compile(
    rf"(?:{SYMBOL}|[A-Z]{{1,8}} \d{{1,4}}/\w+)(?=[\s,;.，。]|$)"
)  # a document, with which a footnote begins
LEFTOVER = re.compile(r"<sup>([^<>]{0,40})</sup>|\^\{([^{}]{0,40})\}")
# a mark without any sign inside a Chinese sentence: "报告1以及", "确定的1。"; not "第1", nor "附件1"
INSIDE = "(?<=[\u3007-\u9fff\uf900-\ufaff])(?<!第){label}(?=\\s?[\u3007-\u9fff\uf900-\ufaff。，；,;])"
WINDOW = 80  # rows: how far above its note a mark without any sign may stand, some three pages


@draft
class Note:
    """A footnote while reading: ``label`` as printed ("1", "*"), ``row`` where it begins, ``owner`` where its mark stood."""

    id: str
    label: str
    text: Text
    row: int
    lines: list[int] = field(default_factory=list)
    owner: str | None = None


@draft
class Fragment:
    """A stretch of text that may hold marks: a paragraph, an item or a heading. ``row`` is where it begins."""

    owner: str
    raw: str
    row: int
    notes: list[str] = field(default_factory=list)


def label_of(found: re.Match[str]) -> str:
    """The label of a mark in one form: "1" for ``¹``, "*" for ``\\*``."""
    label = next(group for group in found.groups() if group)
    return half_width(label.replace("\\", ""))


class Finder:
    """Finds the rows at which a footnote's text begins."""

    def __init__(self, rows: Sequence[Row], language: Language) -> None:
        self._rows = rows
        self._openings = tuple(word.lower() for word in language.words("footnotes"))
        self._numbered = numbered_things(language)
        self._above = _doubtful_marks(rows)
        self._listed = _listed(rows) if self._above else frozenset()
        self.last = 0  # number of the footnote found last
        self.end = -1  # the row with which it ends

    def start(self, k: int) -> tuple[str, int] | None:
        """``(label, end)`` where row ``k`` begins a footnote's text."""
        row = self._rows[k]
        found = START.match(row.raw)
        if found and found.end() < len(row.raw):
            label = label_of(found)
            sure = not DOUBTFUL.match(found.group())
            if sure or (row.gap and k not in self._listed and self._above.get(label, k + 1) < k):
                return label, found.end()
        return self._plain(k)

    def _plain(self, k: int) -> tuple[str, int] | None:
        row = self._rows[k]
        found = PLAIN_START.match(row.raw)
        if not found:
            return None
        if row.hint == "footnote":
            return found.group(1), found.end()
        opens = row.gap and (
            row.raw[found.end() :].lower().startswith(self._openings)
            or CITED.match(row.raw, found.end())
            or self._at_foot(k, found.group(1))
        )
        bare = found.group(1).isdecimal() and "." not in found.group() and ")" not in found.group()
        return (found.group(1), found.end()) if bare and opens and found.group(1) == str(self.last + 1) else None

    def _at_foot(self, k: int, label: str) -> bool:
        """Whether row ``k`` is the last of its page or stands below a footnote, and its label stands inside a sentence above: "…管理报告1以及…"."""
        above = self._rows[max(0, k - WINDOW) : k]
        last = self._rows[k].last or k > 0 and k - 1 == self.end
        return last and any(_inside(row.raw, label, self._numbered) for row in above)


def numbered_things(language: Language) -> tuple[str, ...]:
    """The words that a number follows which is no mark: 附件, 表, 图."""
    return tuple(row[1] for row in language.rows("headings") if row[0] in ("annex", "figure", "table"))


def _inside(raw: str, label: str, numbered: tuple[str, ...]) -> list[re.Match[str]]:
    found = re.finditer(INSIDE.format(label=label), raw)
    return [mark for mark in found if not raw.endswith(numbered, 0, mark.start())]


def _doubtful_marks(rows: Sequence[Row]) -> dict[str, int]:
    """label -> the first row in which it stands as an asterisk or in square brackets, not at the head of a line."""
    found: dict[str, int] = {}
    for k, row in enumerate(rows):
        if "*" in row.raw or "[" in row.raw:
            for match in MARK.finditer(row.raw):
                if match.start() and DOUBTFUL.match(match.group()):
                    found.setdefault(label_of(match), k)
    return found


def _listed(rows: Sequence[Row]) -> frozenset[int]:
    """The rows that begin with an asterisk as lines of a list: one among its like, or right after a colon."""
    found: set[int] = set()
    last = None
    for k, row in enumerate(rows):
        starred = row.raw.startswith("* ")
        if starred and (last is not None or (k and LEADS_IN.search(rows[k - 1].raw[-8:]))):
            found.update(at for at in (last, k) if at is not None)
        if starred:
            last = k
        elif row.gap:
            last = None
    return frozenset(found)


def link(fragments: Sequence[Fragment], notes: Sequence[Note], language: Language) -> None:
    """Takes the marks out of the fragments' text and tells notes and fragments of each other.

    A mark that no note belongs to is text ("m²") and stays. Where a label occurs several times (notes numbered anew on each
    page), marks and notes are paired in order.
    """
    waiting: dict[str, list[Note]] = {}
    for note in notes:
        waiting.setdefault(note.label, []).append(note)
    used: dict[str, int] = {}
    for fragment in fragments:
        if waiting:
            _take_marks(fragment, waiting, used)
    rows = [fragment.row for fragment in fragments]
    counted, numbered = tuple(sorted(frozenset(language.words("counted")))), numbered_things(language)
    for note in notes:
        if note.owner is None and note.label.isdecimal():
            near = fragments[bisect_left(rows, note.row - WINDOW) : bisect_right(rows, note.row)]
            if not _take_bare(near, note, counted):
                _take_inside(near, note, counted, numbered)


def _take_marks(fragment: Fragment, waiting: dict[str, list[Note]], used: dict[str, int]) -> None:
    kept: list[str] = []
    at = 0
    for found in MARK.finditer(fragment.raw):
        labels = _labels(label_of(found), waiting)
        if not labels:
            continue
        for label in labels:
            place = min(used.get(label, 0), len(waiting[label]) - 1)
            used[label] = used.get(label, 0) + 1
            _tell(fragment, waiting[label][place])
        kept.append(fragment.raw[at : found.start()])
        at = found.end()
    if kept:
        fragment.raw = _close([*kept, fragment.raw[at:]])


def _labels(label: str, waiting: dict[str, list[Note]]) -> Sequence[str]:
    """The notes that a mark calls: where there is no note 12, "¹²" calls 1 and 2, set close together (2023 note, 36, as PDF)."""
    if label in waiting:
        return (label,)
    return tuple(label) if label.isdecimal() and all(digit in waiting for digit in label) else ()


def _tell(fragment: Fragment, note: Note) -> None:
    note.owner = note.owner or fragment.owner
    if note.id not in fragment.notes:
        fragment.notes.append(note.id)


def _close(pieces: Sequence[str]) -> str:
    """The pieces on either side of marks, joined; a space beside the mark goes where the text is set solid."""
    text = pieces[0]
    for piece in pieces[1:]:
        if text[-1:].isspace() or piece[:1].isspace():
            left, right = text.rstrip(), piece.lstrip()
            solid = not left or not right or east(left[-1]) or east(right[0])
            text = left + ("" if solid else " ") + right
        else:
            text += piece
    return text


def _take_bare(near: Sequence[Fragment], note: Note, counted: tuple[str, ...]) -> bool:
    """A mark printed as a plain digit: "闭会期间会议。1", "相关决议。 4 毒品…" (E/CN.15/2021/4, 58 and 88)."""
    pattern = re.compile(
        rf"(?<=[。，；：！？”’）)》.,\]])\s?{note.label}(?!\d|[.．、/)）%％]|,\d)(?=\s|$|[^\W\da-zA-Z])"
    )
    for fragment in reversed(near):
        for found in reversed(list(pattern.finditer(fragment.raw))):
            rest = fragment.raw[found.end() :].lstrip()
            if rest and (rest.startswith(counted) or not complete(fragment.raw[: found.start()])):
                continue
            fragment.raw = _close([fragment.raw[: found.start()], fragment.raw[found.end() :]])
            _tell(fragment, note)
            return True
    return False


def _take_inside(near: Sequence[Fragment], note: Note, counted: tuple[str, ...], numbered: tuple[str, ...]) -> None:
    """A mark printed as a plain digit inside a sentence, where one place alone may be it: "综合财务管理报告1以及…"."""
    places = [
        (fragment, found)
        for fragment in near
        for found in _inside(fragment.raw, note.label, numbered)
        if not fragment.raw.startswith(counted, found.end())
    ]
    if len(places) == 1:
        fragment, found = places[0]
        fragment.raw = fragment.raw[: found.start()] + fragment.raw[found.end() :]
        _tell(fragment, note)


def without_marks(raw: str, labels: frozenset[str]) -> str:
    """``raw`` without the marks of the notes that ``labels`` name: the words of a heading, for its locator."""
    return finish(MARK.sub(lambda found: "" if label_of(found) in labels else found.group(), raw))


def finish(raw: str) -> str:
    """``raw`` with the markup of marks that turned out to be none taken out ("m<sup>2</sup>" is "m2")."""
    if "\\*" in raw:
        raw = raw.replace("\\*", "*")
    if "<sup>" in raw or "^{" in raw:
        raw = LEFTOVER.sub(lambda found: found.group(1) or found.group(2) or "", raw)
    return raw.strip()
