"""The rows that persons settled, as the aligner uses them: by rank, checked against the two reports."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from ccdiff.align.assignment import Pair
from ccdiff.errors import CcdiffError
from ccdiff.model.alignment import Note, ReviewedRow
from ccdiff.model.record import record
from ccdiff.model.report import Report
from ccdiff.text.normalise import fold

DIGEST = 12  # hexadecimal digits of the anchor


@record
class Settled:
    """What persons settled for one kind of row, by ranks: linked pairs, places that stand in settled rows, pairs that are barred."""

    links: tuple[Pair, ...] = ()
    lefts: frozenset[int] = frozenset()
    rights: frozenset[int] = frozenset()
    barred: frozenset[Pair] = frozenset()

    def turned(self) -> Settled:
        """The same with the sides exchanged."""
        links, barred = ([(j, i) for i, j in pairs] for pairs in (self.links, self.barred))
        return Settled(tuple(sorted(links)), self.rights, self.lefts, frozenset(barred))


def digest(report: Report, kind: str, locators: Sequence[str]) -> str:
    """The anchor of the texts at ``locators``: of paragraphs their folded text, of sections their folded title; "" for none."""
    if not locators:
        return ""
    texts = [report.section(at).title if kind == "section" else report.text(at) for at in locators]
    return sha256("\n".join(fold(text) for text in texts).encode()).hexdigest()[:DIGEST]


@record
class Review:
    """The reviewed rows that hold for a pair: ``rows`` to be shown as they stand, what they settle, and what is stale."""

    rows: tuple[ReviewedRow, ...]
    paragraphs: Settled
    sections: Settled
    notes: tuple[Note, ...]


def review(rows: Sequence[ReviewedRow], old: Report, new: Report) -> Review:
    """``rows`` against the two reports. A row whose text has changed since is noted and still holds; one whose place is gone
    is noted and cannot hold. Raises ``CcdiffError`` where rows contradict one another."""
    consistent(rows)
    notes = [note for row in rows if (note := _stale(row, old, new))]
    held = [row for row in rows if not _gone(row, old, new)]
    kept = tuple(row for row in held if row.verdict == "confirmed")
    return Review(kept, _settled(held, "paragraph", old, new), _settled(held, "section", old, new), tuple(notes))


def _settled(rows: Sequence[ReviewedRow], kind: str, old: Report, new: Report) -> Settled:
    left, right = (_ranks(report, kind) for report in (old, new))
    mine = [
        ([left[at] for at in row.old], [right[at] for at in row.new], row.verdict) for row in rows if row.kind == kind
    ]
    confirmed = [(lefts, rights) for lefts, rights, verdict in mine if verdict == "confirmed"]
    return Settled(
        tuple(sorted((i, j) for lefts, rights in confirmed for i in lefts for j in rights)),
        frozenset(i for lefts, _ in confirmed for i in lefts),
        frozenset(j for _, rights in confirmed for j in rights),
        frozenset((i, j) for lefts, rights, verdict in mine if verdict == "forbidden" for i in lefts for j in rights),
    )


def _ranks(report: Report, kind: str) -> dict[str, int]:
    ids = [s.id for s in report.sections] if kind == "section" else [p.id for p in report.paragraphs]
    return {at: rank for rank, at in enumerate(ids)}


def _gone(row: ReviewedRow, old: Report, new: Report) -> list[str]:
    left, right = (_ranks(report, row.kind) for report in (old, new))
    return [*(at for at in row.old if at not in left), *(at for at in row.new if at not in right)]


def _stale(row: ReviewedRow, old: Report, new: Report) -> Note | None:
    gone = _gone(row, old, new)
    if gone:
        reason = "gone"
    elif row.old_digest and row.old_digest != digest(old, row.kind, row.old):
        reason = "old-text-changed"
    elif row.new_digest and row.new_digest != digest(new, row.kind, row.new):
        reason = "new-text-changed"
    else:
        return None
    values = {
        "kind": row.kind,
        "old": " ".join(row.old),
        "new": " ".join(row.new),
        "reason": reason,
        "gone": " ".join(gone),
    }
    return Note("stale-reviewed-row", tuple(sorted(values.items())))


def consistent(rows: Sequence[ReviewedRow], where: str = "reviewed rows") -> None:
    """Raises ``CcdiffError`` for a place in two confirmed rows, and for a pair that is both confirmed and forbidden."""
    seen: dict[tuple[str, str, str], ReviewedRow] = {}
    pairs: set[tuple[str, str, str]] = set()
    confirmed = [row for row in rows if row.verdict == "confirmed"]
    for row in confirmed:
        for key in [*((row.kind, "old", at) for at in row.old), *((row.kind, "new", at) for at in row.new)]:
            if key in seen:
                raise CcdiffError(
                    f"{key[1]} {row.kind} {key[2]} stands in two confirmed rows, {_name(seen[key])} and {_name(row)}",
                    where=where,
                    remedy='make them one row, or set the status of one to "proposed"',
                )
            seen[key] = row
        pairs.update((row.kind, one, other) for one in row.old for other in row.new)
    for row in rows:
        if row.verdict == "forbidden" and any((row.kind, one, other) in pairs for one in row.old for other in row.new):
            raise CcdiffError(
                f"the {row.kind} pair {_name(row)} is both confirmed and forbidden",
                where=where,
                remedy="keep one of the two rows",
            )


def _name(row: ReviewedRow) -> str:
    return name(row.old, row.new)


def name(old: Sequence[str], new: Sequence[str]) -> str:
    """A row as a person names it: "9 10 -> 11"."""
    return f"{' '.join(old) or '(none)'} -> {' '.join(new) or '(none)'}"
