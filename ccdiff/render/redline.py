"""The old report with tracked changes: accept them all and it is the new report, reject them all and it is the old.

What stays in order is edited in place, a split or a merger by adding or taking away paragraph marks. A paragraph that stands
elsewhere is marked as moved: at its old place what lives on is a move's source and what does not is deleted; at its new
place the same words are the move's goal and what is new is inserted. So both sides of a move hold the same words, as Word
expects.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape

from ccdiff.model.comparison import Comparison, Diff
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Paragraph, Report
from ccdiff.render.aligned import numeral, rising
from ccdiff.render.clean import display, one_line
from ccdiff.render.messages import Messages
from ccdiff.render.printed import report_name
from ccdiff.render.word import AUTHOR, file_bytes, iso_date, new_document
from ccdiff.text.worddiff import word_diff

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
END = "\u2029"  # in a list of runs: a paragraph ends here
WORD = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)  # a Latin word, a number, or one character
TIMES = ("T00:00:00Z", "T00:02:00Z")
SIDES = {"-": "old", "<": "old", "+": "new", ">": "new"}
TRACKED = {"-": "w:del", "+": "w:ins", "<": "w:moveFrom", ">": "w:moveTo"}

Key = tuple[str, str]
Run = tuple[str, str]  # an operation ("=", "-", "+", "<" moved away, ">" moved here) and its text


class Entry(NamedTuple):
    """One paragraph of the Word file on one side: its key (kind, locator), its printed number, its text, its style."""

    key: Key
    label: str
    text: str
    style: str = ""


Unit = tuple[Entry, ...]  # entries that are edited together: one, or the several of a split or merger


class Pairing(NamedTuple):
    """Both reports as units in their order; which unit becomes which (by first key); the word differences of the pairs."""

    old: list[Unit]
    new: list[Unit]
    pairs: dict[Key, Key]
    diffs: dict[Key, Diff]


def comparison_redline(comparison: Comparison, say: Messages) -> bytes:
    """The redline as the bytes of a ``.docx`` file; the changes are dated with the new report's date."""
    from docx.oxml import parse_xml

    title = say("redline.title", old=report_name(comparison.old), new=report_name(comparison.new))
    document = new_document(one_line(title), comparison.new.language, comparison.new.date)
    writer = Writer(iso_date(comparison.new.date))
    body = document.element.body
    for xml in writer.paragraphs(pair_up(comparison)):
        body.insert(len(body) - 1, parse_xml(xml))
    return file_bytes(document)


# --- what the Word file holds


def entries(report: Report) -> list[Entry]:
    """The paragraphs that a report becomes, in its order: headings, paragraphs, rows of tables; footnotes at the end."""
    by_id = {paragraph.id: paragraph for paragraph in report.paragraphs}
    found: list[Entry] = []
    for section in report.sections:
        if section.id != "front":
            style = f"Heading{min(max(section.level, 1), 3)}"
            found.append(Entry(("s", section.id), one_line(numeral(section)), one_line(section.title), style))
        found += [_entry(by_id.pop(place)) for place in section.paragraphs if place in by_id]
        rows = [row for table in report.tables if table.section == section.id for row in table.rows]
        found += [Entry(("t", f"{section.id}/{k}"), "", " | ".join(map(one_line, row))) for k, row in enumerate(rows)]
    found += [_entry(paragraph) for paragraph in by_id.values()]
    return found + [Entry(("f", note.id), note.mark, display(note.text)) for note in report.footnotes]


def _entry(paragraph: Paragraph) -> Entry:
    return Entry(("p", paragraph.id), printed(paragraph), display(paragraph.text))


def printed(paragraph: Paragraph) -> str:
    """The number as it stands before a paragraph: "14.", "(a)", or nothing."""
    if paragraph.kind == "item" and "(" in paragraph.id:
        return paragraph.id[paragraph.id.rindex("(") :]
    number = paragraph.number or (paragraph.id if paragraph.id.isdigit() else "")
    return f"{number}." if number[-1:].isdigit() else number


def full(entry: Entry) -> str:
    """The text of an entry as it is printed: its number, a tab, its text."""
    return head(entry) + entry.text


def head(entry: Entry) -> str:
    """The number of an entry and what parts it from the text: a tab, in a heading a space."""
    after = "\t" if not entry.style else " " if entry.text else ""
    return entry.label + after if entry.label else ""


# --- which becomes which


class Matched(NamedTuple):
    """Entries of both sides that become each other, with the word difference where there is one."""

    old: tuple[Key, ...]
    new: tuple[Key, ...]
    diff: Diff | None


def pair_up(comparison: Comparison) -> Pairing:
    """Both reports as units, and the pairs among them, one to one."""
    old, new = entries(comparison.old), entries(comparison.new)
    places = [{entry.key: k for k, entry in enumerate(side)} for side in (old, new)]
    taken: tuple[set[Key], set[Key]] = (set(), set())
    kept: list[Matched] = []
    for match in (*_rows(comparison), *_headings(comparison, old, new), *_same(old, new)):
        sides = (match.old, match.new)
        free = not any(key in used for keys, used in zip(sides, taken, strict=True) for key in keys)
        if free and all(_together(keys, at) for keys, at in zip(sides, places, strict=True)):
            kept.append(match)
            for keys, used in zip(sides, taken, strict=True):
                used.update(keys)
    return Pairing(
        _units(old, [match.old for match in kept]),
        _units(new, [match.new for match in kept]),
        {match.old[0]: match.new[0] for match in kept},
        {match.old[0]: match.diff for match in kept if match.diff is not None},
    )


def _rows(comparison: Comparison) -> Iterator[Matched]:
    for row in comparison.paragraphs:
        if row.old and row.new:
            yield Matched(tuple(("p", place) for place in row.old), tuple(("p", place) for place in row.new), row.diff)


def _headings(comparison: Comparison, old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Matched]:
    titles = [{entry.key: entry.text for entry in side} for side in (old, new)]
    for link in comparison.sections:
        if len(link.old) == 1 == len(link.new):
            here, there = ("s", link.old[0]), ("s", link.new[0])
            if here not in titles[0] or there not in titles[1]:
                continue
            diff = word_diff(WORD.findall(titles[0][here]), WORD.findall(titles[1][there]))
            if _lives_on(diff):  # another title altogether takes the place of the old one
                yield Matched((here,), (there,), diff)


def _same(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Matched]:
    """Footnotes and rows of tables that both reports have to the letter."""
    known = {(entry.key[0], entry.label, entry.text): entry.key for entry in new if entry.key[0] in ("t", "f")}
    for entry in old:
        goal = known.pop((entry.key[0], entry.label, entry.text), None)
        if goal:
            yield Matched((entry.key,), (goal,), None)


def _together(keys: Sequence[Key], at: dict[Key, int]) -> bool:
    """Whether the entries are there, and follow each other."""
    if not all(key in at for key in keys):
        return False
    return [at[key] for key in keys] == list(range(at[keys[0]], at[keys[0]] + len(keys)))


def _units(side: Sequence[Entry], groups: Iterable[tuple[Key, ...]]) -> list[Unit]:
    length = {keys[0]: len(keys) for keys in groups}
    units: list[Unit] = []
    k = 0
    while k < len(side):
        step = length.get(side[k].key, 1)
        units.append(tuple(side[k : k + step]))
        k += step
    return units


def steady(pairing: Pairing) -> set[Key]:
    """The pairs that are edited where they stand: a longest run that rises on both sides."""
    order = {unit[0].key: k for k, unit in enumerate(pairing.new)}
    keys = [unit[0].key for unit in pairing.old if unit[0].key in pairing.pairs]
    return {keys[k] for k in rising([order[pairing.pairs[key]] for key in keys])}


# --- the runs of one edit


def replaced(old: str, new: str) -> list[Run]:
    """The edit from one text to another as a whole."""
    if old == new:
        return [("=", old)] if old else []
    return [edit for edit in (("-", old), ("+", new)) if edit[1]]


def edited(old: Unit, new: Unit, diff: Diff | None) -> list[Run]:
    """The runs of a unit that stays; paragraph ends inside it are kept, added or taken away."""
    runs = replaced(head(old[0]), head(new[0]))
    if diff is None:
        return runs + replaced(old[0].text, new[0].text)
    ends = _ends(old), _ends(new)
    at = [0, 0]
    for op, text in diff:
        for part in _lines(display(text)):
            runs += _end(op, ends[0].get(at[0]), ends[1].get(at[1])) if part == "\n" else [(op, part)]
            at[0] += len(part) if op != "+" else 0
            at[1] += len(part) if op != "-" else 0
    return runs


def _lines(text: str) -> list[str]:
    """``text`` cut before and after each line feed."""
    parts = text.split("\n")
    return [piece for k, part in enumerate(parts) for piece in (["\n", part] if k else [part]) if piece]


def _ends(unit: Unit) -> dict[int, Entry]:
    """Where in the joined text of a unit an entry ends, and which entry comes then."""
    ends: dict[int, Entry] = {}
    end = 0
    for entry, after in zip(unit, unit[1:], strict=False):
        end += len(entry.text)
        ends[end] = after
        end += 1
    return ends


def _end(op: str, old: Entry | None, new: Entry | None) -> list[Run]:
    """The runs for a line feed that is kept, deleted or inserted; it may end a paragraph on either side, or be a line's end."""
    if op == "=" and bool(old) == bool(new):
        return [("=", END), *replaced(head(old), head(new))] if old and new else [("=", "\n")]
    runs: list[Run] = []
    if op != "+":
        runs += [("-", END), ("-", head(old))] if old else [("-", "\n")]
    if op != "-":
        runs += [("+", END), ("+", head(new))] if new else [("+", "\n")]
    return runs


def half(unit: Unit, other: Unit, diff: Diff, edit: str, moved: str) -> list[Run]:
    """One side of a move: what both sides hold is moved, what only ``unit`` holds is ``edit`` ("-" at the old place, "+" at the
    new one). A paragraph's end that both sides have moves with its paragraph."""
    runs: list[Run] = [(edit, head(unit[0]))]
    ends = _ends(unit), _ends(other)
    here = there = 0
    for op, text in diff:
        for part in _lines(display(text)):
            own, alien = op in ("=", edit), op != edit
            if own and part == "\n":
                entry, match = ends[0].get(here), op == "=" and ends[1].get(there) is not None
                stays = op == "=" and match == (entry is not None)
                runs += [(moved if stays else edit, END if entry else part), (edit, head(entry) if entry else "")]
            elif own:
                runs.append((moved if op == "=" else edit, part))
            here += len(part) if own else 0
            there += len(part) if alien else 0
    return runs


class Move(NamedTuple):
    """A unit that stands elsewhere, with its name, which both its ends bear."""

    name: str
    old: Unit
    new: Unit
    diff: Diff


def _moves(pairing: Pairing, stay: set[Key], goals: dict[Key, Unit]) -> dict[Key, Move]:
    """The moves by the first key of their old units: what has a counterpart, but not in the order that stays."""
    units = [unit for unit in pairing.old if unit[0].key not in stay and _lives_on(pairing.diffs.get(unit[0].key, ()))]
    return {
        unit[0].key: Move(f"move{k}", unit, goals[pairing.pairs[unit[0].key]], pairing.diffs[unit[0].key])
        for k, unit in enumerate(units)
    }


def _lives_on(diff: Diff) -> bool:
    return any(op == "=" and text.strip() for op, text in diff)


class Writer:
    """Makes the XML of the paragraphs; every tracked change has an id of its own, the author and the date.

    LibreOffice joins changes of one kind and time that touch over the end of a paragraph, and then takes that end for changed
    as well (as in 9th meeting/2023 note, 22). Where that would be wrong the second bears a later time of the same day.
    """

    def __init__(self, date: str) -> None:
        self._date, self._time, self._id = date, TIMES[0], 0
        self._before = ""  # what happens to the end of the paragraph before this one, where its own end stays

    def paragraphs(self, pairing: Pairing) -> Iterator[str]:
        """All paragraphs in the order that gives both texts, and an empty last one, since a last one cannot be taken away."""
        stay = steady(pairing)
        goals = {unit[0].key: unit for unit in pairing.new}
        moves = _moves(pairing, stay, goals)
        coming = {move.new[0].key: move for move in moves.values()}
        rest = iter(pairing.new)
        for unit in pairing.old:
            here = unit[0].key
            if here not in stay:
                yield from self._gone(unit, moves.get(here))
                continue
            goal = goals[pairing.pairs[here]]
            for other in rest:
                if other is goal:
                    break
                yield from self._come(other, coming.get(other[0].key))
            yield from self.write(goal[0].style or unit[0].style, edited(unit, goal, pairing.diffs.get(here)))
        for other in rest:
            yield from self._come(other, coming.get(other[0].key))
        yield f"<w:p {W}/>"

    def _gone(self, unit: Unit, move: Move | None) -> Iterator[str]:
        if move:
            yield from self.write(unit[0].style, half(unit, move.new, move.diff, "-", "<"), "<", move.name)
        else:
            for entry in unit:
                yield from self.write(entry.style, [("-", full(entry))], "-")

    def _come(self, unit: Unit, move: Move | None) -> Iterator[str]:
        if move:
            yield from self.write(unit[0].style, half(unit, move.old, move.diff, "+", ">"), ">", move.name)
        else:
            for entry in unit:
                yield from self.write(entry.style, [("+", full(entry))], "+")

    def write(self, style: str, runs: Iterable[Run], mark: str = "=", move: str = "") -> Iterator[str]:
        """The paragraphs of ``runs``; ``mark`` says what happens to the end of the last, ``move`` names the move of them all."""
        found: list[tuple[list[Run], str]] = [([], mark)]
        for op, text in runs:
            if text == END:
                found[-1:] = [(found[-1][0], op), ([], mark)]
            elif text:
                found[-1][0].append((op, text))
        start, end = self._range(TRACKED[mark], move) if move else ("", "")
        for k, (inside, last) in enumerate(found):
            self._times(inside, last)
            yield self._paragraph(style, inside, last, "" if k else start, end if k == len(found) - 1 else "")

    def _times(self, runs: Sequence[Run], mark: str) -> None:
        """Chooses the time of a paragraph's changes."""
        first, last = (SIDES.get(runs[k][0] if runs else mark, "") for k in (0, -1))
        touching = first and first == self._before
        self._time = TIMES[1 - TIMES.index(self._time)] if touching else TIMES[0]
        self._before = last if last != SIDES.get(mark, "") else ""

    def _paragraph(self, style: str, runs: Sequence[Run], mark: str, start: str, end: str) -> str:
        properties = f'<w:pStyle w:val="{style}"/>' if style else ""
        properties += f"<w:rPr><{TRACKED[mark]} {self._stamp()}/></w:rPr>" if mark in TRACKED else ""
        inside = "".join(self._run(op, text) for op, text in runs)
        return f"<w:p {W}>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{start}{inside}{end}</w:p>"

    def _range(self, tag: str, name: str) -> tuple[str, str]:
        stamp = self._stamp()
        return f'<{tag}RangeStart {stamp} w:name="{name}"/>', f'<{tag}RangeEnd w:id="{self._id}"/>'

    def _run(self, op: str, text: str) -> str:
        tag = "w:delText" if op == "-" else "w:t"
        lines = ("<w:tab/>".join(_text(part, tag) for part in line.split("\t")) for line in escape(text).split("\n"))
        run = f"<w:r>{'<w:br/>'.join(lines)}</w:r>"
        return f"<{TRACKED[op]} {self._stamp()}>{run}</{TRACKED[op]}>" if op in TRACKED else run

    def _stamp(self) -> str:
        self._id += 1
        return f'w:id="{self._id}" w:author="{AUTHOR}" w:date="{self._date}{self._time}"'


def _text(part: str, tag: str) -> str:
    return f'<{tag} xml:space="preserve">{part}</{tag}>' if part else ""
