"""The files in ``alignments/``: rows that the tool proposes beside rows that persons settled, made to be edited and reviewed.

A file is TOML: ``[[section]]`` and ``[[paragraph]]`` tables, a row each, with ``old`` and ``new`` (lists of locators) and ``status``:
"proposed" (the tool's; replaced at every refresh), "confirmed" or "forbidden" (a person's; kept to the byte, with the comments around
them). The file is read with tomllib and written as text, so that what a person wrote is never re-formatted.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from ccdiff.align.settled import consistent, digest, name
from ccdiff.errors import CcdiffError
from ccdiff.model.alignment import Alignment, Link, ReviewedRow
from ccdiff.model.record import record
from ccdiff.model.report import Report
from ccdiff.reading import Reading

SCHEMA = "ccdiff/alignment/1"
KINDS = ("section", "paragraph")
STATUSES = ("proposed", "confirmed", "forbidden")
RELATIONS = {
    "section": ("same", "renamed", "moved", "split", "merged", "new", "dropped"),
    "paragraph": ("unchanged", "reworded", "amended", "new", "dropped"),
}
KEYS = ("old", "new", "status", "relation", "score", "why", "digest", "note")
QUOTE = 60  # characters of a text that a comment quotes
HEADER = re.compile(r"[ \t]*\[\[[ \t]*\"?(?:section|paragraph)\"?[ \t]*\]\][ \t]*(?:#.*)?$")
ROW = re.compile(r"^[ \t]*\[", re.MULTILINE)
STATUS = re.compile(r"^(?!#).*status.*", re.MULTILINE)
PROPOSED = 'status = "proposed"'
UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]+")
TAKE_AWAY = "delete the row's digest line once you have checked it"

INTRODUCTION = """\
# Which places of two reports correspond.
#
# Every row names places of the old and of the new report; several places on a side: a split or a merger; none: no counterpart.
# Rows with status = "proposed" are the tool's and are written anew by every "ccdiff align". To settle a row, change its status:
#   "confirmed"   these places correspond as the row says (correct old and new first, if need be)
#   "forbidden"   these places do not correspond; the tool will look for others
# A settled row is never touched again (only its digest is filled in: it tells when the texts have changed since), nor are comments
# above or inside it. Rows of your own may be added anywhere. To settle what became of a pair, add
#   relation = "unchanged", "reworded" or "amended" for paragraphs; "same", "renamed", "moved", "split" or "merged" for sections
#
"""


@record
class Block:
    """A row as it stands in the file: ``text`` to the byte, ``line`` its first, ``values`` what TOML reads in it."""

    kind: str
    text: str
    line: int
    values: dict[str, Any]
    above: str = ""

    @property
    def settled(self) -> bool:
        """Whether the row is a person's."""
        return self.values.get("status") != "proposed"


def read_reviewed(text: str, where: str) -> tuple[ReviewedRow, ...]:
    """The rows of an alignment file that persons settled. ``where`` is the file's name, for messages.

    Raises ``CcdiffError`` (file, place, remedy) for what is no TOML, for a row that cannot be read, and for rows that contradict
    one another.
    """
    # nothing but proposals: TOML, which takes 50 ms, need not be read
    if STATUS.findall(text) == [PROPOSED] * len(ROW.findall(text)):
        return ()
    _, blocks = _blocks(text, where)
    rows = tuple(_row(block, where) for block in blocks)
    settled = tuple(row for row, block in zip(rows, blocks, strict=True) if block.settled)
    consistent(settled, where)
    return settled


def refresh(
    path_text: str | None, alignment: Alignment, old: Reading | Report, new: Reading | Report, where: str = ""
) -> str:
    """The text of the alignment file: ``path_text`` (None: no file yet) with its proposals replaced by those of ``alignment``.

    Rows that persons settled stay to the byte, with the comments around them; one without a digest gets it. A second refresh
    changes nothing. Raises ``CcdiffError`` as ``read_reviewed`` does.
    """
    reports = _report(old), _report(new)
    head, blocks = _blocks(path_text, where) if path_text else (_head(*reports), [])
    rows = [_row(block, where) for block in blocks]
    kept = [(row, _with_digest(block, row, reports)) for row, block in zip(rows, blocks, strict=True) if block.settled]
    above = {
        (row.kind, row.old, row.new): block.above for row, block in zip(rows, blocks, strict=True) if not block.settled
    }
    parts = [head if head.endswith("\n\n") or not head else head.rstrip("\n") + "\n\n"]
    for kind, links in (("section", alignment.sections), ("paragraph", alignment.paragraphs)):
        mine = [(row, text) for row, text in kept if row.kind == kind]
        parts.extend(_in_order(kind, links, mine, above, reports))
    return "".join(parts).rstrip("\n") + "\n"


def _report(side: Reading | Report) -> Report:
    return side.report if isinstance(side, Reading) else side


def _in_order(
    kind: str,
    links: Sequence[Link],
    kept: list[tuple[ReviewedRow, str]],
    above: dict[tuple[str, tuple[str, ...], tuple[str, ...]], str],
    reports: tuple[Report, Report],
) -> Iterable[str]:
    """Proposals and settled rows of one kind, in reading order; a row that was forbidden stands behind the row of its first place."""
    left = list(kept)
    for link in links:
        places = {("old", at) for at in link.old} | {("new", at) for at in link.new}
        if link.origin != "reviewed":
            yield above.get((kind, link.old, link.new), "") + _proposal(kind, link, reports) + "\n"
        for row, text in list(left):
            if (row.old, row.new) == (link.old, link.new) if row.verdict == "confirmed" else _first(row) in places:
                left.remove((row, text))
                yield text.rstrip("\r\n") + "\n\n"
    yield from (text.rstrip("\r\n") + "\n\n" for _, text in left)


def _first(row: ReviewedRow) -> tuple[str, str]:
    return ("old", row.old[0]) if row.old else ("new", row.new[0])


def _head(old: Report, new: Report) -> str:
    ids = f"schema = {_string(SCHEMA)}\nold = {_string(old.id)}\nnew = {_string(new.id)}\n"
    return f"{INTRODUCTION}\n{ids}\n"


def _proposal(kind: str, link: Link, reports: tuple[Report, Report]) -> str:
    lines = [f"[[{kind}]]"]
    for side, report, places in (("old", reports[0], link.old), ("new", reports[1], link.new)):
        lines += [f"# {side} {_plain(at)}: {_quote(kind, report, at)}" for at in places]
    if link.candidates:
        lines.append("# nearest: " + ", ".join(f"{_plain(c.locator)} ({c.score:.2f})" for c in link.candidates))
    lines += [f"old = {_strings(link.old)}", f"new = {_strings(link.new)}", PROPOSED]
    lines += [f"relation = {_string(link.relation)}"] if link.relation else []
    lines += [f"score = {link.score:.2f}", f"why = {_string(link.why)}"]
    return "\n".join(lines) + "\n"


def _quote(kind: str, report: Report, at: str) -> str:
    text = _plain(report.section(at).title if kind == "section" else report.text(at))
    return text if len(text) <= QUOTE else text[: QUOTE - 1] + "…"


def _plain(text: str) -> str:
    """``text`` on one line, without what a comment must not hold."""
    return " ".join(UNSEEN.sub(" ", text).split())


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _strings(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_string, texts))}]"


def _with_digest(block: Block, row: ReviewedRow, reports: tuple[Report, Report]) -> str:
    """The block's text, with the digest line added where it has none and its places are there."""
    if "digest" in block.values or not all(_there(row.kind, reports[k], (row.old, row.new)[k]) for k in (0, 1)):
        return block.text
    anchors = [digest(reports[0], row.kind, row.old), digest(reports[1], row.kind, row.new)]
    lines = block.text.splitlines(keepends=True)
    last = max(k for k, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
    ending = "\r\n" if lines[last].endswith("\r\n") else "\n"
    lines[last] = lines[last].rstrip("\r\n") + ending
    return "".join([*lines[: last + 1], f"digest = {_strings(anchors)}{ending}", *lines[last + 1 :]])


def _there(kind: str, report: Report, places: Iterable[str]) -> bool:
    known = {place.id for place in (report.sections if kind == "section" else report.paragraphs)}
    return all(at in known for at in places)


def _blocks(text: str, where: str) -> tuple[str, list[Block]]:
    """The head of the file and its rows. A row begins with the comment lines right above its ``[[...]]`` line."""
    parsed = _parsed(text, where)
    lines = text.splitlines(keepends=True)
    starts = [k for k, line in enumerate(lines) if HEADER.match(line.rstrip("\r\n"))]
    begins = [_begin(lines, start) for start in starts]
    pieces = ["".join(lines[a:b]) for a, b in pairwise([*begins, len(lines)])]
    values: dict[str, list[dict[str, Any]]] = {kind: list(parsed.get(kind, [])) for kind in KINDS}
    if len(starts) != sum(map(len, values.values())):
        raise CcdiffError(
            "cannot tell its rows apart",
            where=where,
            remedy="begin every row with [[section]] or [[paragraph]] on a line of its own",
        )
    blocks = []
    for start, begin, piece in zip(starts, begins, pieces, strict=True):
        kind = "section" if "section" in lines[start].split("#")[0] else "paragraph"
        blocks.append(Block(kind, piece, start + 1, values[kind].pop(0), "".join(lines[begin:start])))
    return "".join(lines[: begins[0]] if begins else lines), blocks


def _begin(lines: Sequence[str], start: int) -> int:
    while start > 0 and lines[start - 1].lstrip().startswith("#"):
        start -= 1
    return start


def _parsed(text: str, where: str) -> dict[str, Any]:
    try:
        parsed = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise CcdiffError(
            f"no valid TOML: {error}", where=where, remedy="mend that line, or take the file from version control"
        ) from error
    for kind in KINDS:
        if not isinstance(parsed.get(kind, []), list) or not all(isinstance(row, dict) for row in parsed.get(kind, [])):
            raise CcdiffError(f"{kind} is no list of rows", where=where, remedy=f"write every row as [[{kind}]]")
    unknown = sorted(set(parsed) - {"schema", "old", "new", *KINDS})
    if unknown:
        raise CcdiffError(f"unknown name {unknown[0]!r}", where=where, remedy="use [[section]] and [[paragraph]]")
    return parsed


def _row(block: Block, where: str) -> ReviewedRow:
    """The row of a block, checked."""
    for mistake, remedy in _mistakes(block.kind, block.values):
        raise CcdiffError(mistake, where=f"{where}, line {block.line}", remedy=remedy)
    values = block.values
    old, new = tuple(values["old"]), tuple(values["new"])
    anchors = values.get("digest", ["", ""])
    note = str(values.get("note", ""))
    return ReviewedRow(block.kind, old, new, values["status"], values.get("relation"), anchors[0], anchors[1], note)


def _mistakes(kind: str, values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What is wrong with a row, each with its remedy; what comes later takes for granted that nothing was wrong before."""
    for unknown in sorted(set(values) - set(KEYS)):
        yield f"unknown name {unknown!r} in a row", f"use one of {', '.join(KEYS)}"
    for side in ("old", "new", "digest"):
        if not _is_strings(values.get(side, [] if side == "digest" else None)):
            yield f"{side} is no list of locators", f'write {side} = ["14"], or {side} = [] for none'
    status, relation = values.get("status"), values.get("relation")
    if status not in STATUSES:
        yield f"status = {status!r}", 'write status = "proposed", "confirmed" or "forbidden"'
    if relation is not None and relation not in RELATIONS[kind]:
        yield f"relation = {relation!r}", f"use one of {', '.join(RELATIONS[kind])}"
    if len(values.get("digest", ["", ""])) != 2:
        yield "digest is no pair", TAKE_AWAY
    old, new = values["old"], values["new"]
    row = name(old, new)
    if not old and not new:
        yield "a row without any place", "name a place in old or new, or delete the row"
    if status == "forbidden" and not (old and new):
        yield f"forbidden row {row} names one side only", "name the places that do not correspond"
    if len(set(old)) < len(old) or len(set(new)) < len(new):
        yield f"row {row} names a place twice", "name it once"
    if status == "confirmed" and relation and (relation in ("new", "dropped")) == bool(old and new):
        yield f"relation {relation!r} does not fit row {row}", "correct or delete the relation"


def _is_strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
