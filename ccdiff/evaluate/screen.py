"""What ``ccdiff evaluate`` prints: one table that fits a screen, the calibration of scores, and the misses by name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ccdiff.evaluate.measures import Score

if TYPE_CHECKING:
    from ccdiff.evaluate import Judged

BUCKETS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.97)
COLUMNS = {
    "section links": "sections", "paragraph links": "paragr.", "splits and mergers": "splits", "relations": "relation",
    "figures changed": "changed", "figures one-sided": "1-sided", "recommendations found": "rec.", "recommendations status": "status",
    "recommendations trace": "trace", "progress": "progress", "topics": "topics", "terminology": "terms", "states": "states",
    "observers": "observ.", "references": "refer.", "no statement of change": "silent",
}  # fmt: skip
NAME_WIDTH, CELL_WIDTH = 24, 8


def show(judged: Iterable[Judged], *, misses: bool = True, details: bool = False) -> str:
    """The table (a line a pair; precision/recall in per cent), the pairs taken together, calibration, misses by name.

    ``details`` adds, before the misses, a line a measure and pair with F1 and the counts. Where a gold file asks about places
    that the reports as they were read do not have, that is always said: such a row can only be a miss.
    """
    results = list(judged)
    lines = [
        *_table(results),
        "",
        "confidence of paragraph links, all pairs",
        *_calibration(results),
        *_unknown(results),
    ]
    if details:
        lines += ["", *_details(results)]
    if misses:
        lines += ["", *(line for one in results for line in _misses(one))]
    return "\n".join(lines) + "\n"


def together(scores: Sequence[Score]) -> Score:
    """Scores of one measure over several pairs as one: every statement counts the same, whatever pair it is of."""
    return Score(
        scores[0].name, sum(s.right for s in scores), sum(s.said for s in scores),
        sum(s.found for s in scores), sum(s.asked for s in scores),
    )  # fmt: skip


def _table(results: list[Judged]) -> Iterable[str]:
    made = [one for one in results if one.gold.made_by_machine]
    read = [one for one in results if not one.gold.made_by_machine]
    groups = [(read, "judged by reading, all"), (made, "made by machine, all")]
    named = [name for name in COLUMNS if any(score.name == name for one in results for score in one.scores)]
    yield f"{'precision/recall in %':{NAME_WIDTH + 2}}" + "".join(f"{COLUMNS[n]:>{CELL_WIDTH}}" for n in named)
    for group, name in groups:
        for one in group:
            yield _line(_shortened(one.gold.name), {score.name: score for score in one.scores}, named)
        if len(group) > 1:
            yield _line(name, _pooled(group), named)


def _pooled(group: list[Judged]) -> dict[str, Score]:
    scores: dict[str, list[Score]] = defaultdict(list)
    for one in group:
        for score in one.scores:
            scores[score.name].append(score)
    return {name: together(some) for name, some in scores.items()}


def _line(name: str, scores: dict[str, Score], named: list[str]) -> str:
    cells = (_cell(scores[n]) if n in scores else "" for n in named)
    return f"{name:{NAME_WIDTH + 2}}" + "".join(f"{cell:>{CELL_WIDTH}}" for cell in cells)


def _cell(score: Score) -> str:
    return f"{_per_cent(score.precision)}/{_per_cent(score.recall)}"


def _per_cent(value: float | None) -> str:
    """Rounded down, so that only what is whole is called 100."""
    return "-" if value is None else str(int(value * 100 + 1e-9))


def _shortened(name: str) -> str:
    """Both ends of both reports' names, as far as the column is wide."""
    halves = name.split("__")
    room = (NAME_WIDTH - 1) // len(halves)
    return "~".join(half if len(half) <= room else "…" + half[1 - room :] for half in halves)


def _details(results: list[Judged]) -> Iterable[str]:
    yield f"{'':34} precision  recall      F1   said  asked"
    for one in results:
        yield one.gold.name
        for s in one.scores:
            values = f"{_number(s.precision)}   {_number(s.recall)}   {_number(s.f1)}"
            yield f"  {s.name:32} {values}  {s.said:5}  {s.asked:5}"


def _number(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def _calibration(results: Iterable[Judged]) -> Iterable[str]:
    counts: dict[float, list[bool]] = defaultdict(list)
    for one in results:
        for score, right in one.confidence:
            counts[max((low for low in BUCKETS if score >= low), default=0.0)].append(right)
    for low, rights in sorted(counts.items()):
        yield f"  score from {low:.2f}: {sum(rights)} of {len(rights)} right ({sum(rights) / len(rights):.2f})"


def _unknown(results: Iterable[Judged]) -> Iterable[str]:
    for one in results:
        if one.unknown:
            yield f"\n{one.gold.name}: asks about places that are not read so: {', '.join(one.unknown)}"


def _misses(one: Judged) -> Iterable[str]:
    for score in one.scores:
        yield from (f"{one.gold.name}: {score.name}: missed {miss}" for miss in score.missed)
        yield from (f"{one.gold.name}: {score.name}: wrong {wrong}" for wrong in score.wrong)
