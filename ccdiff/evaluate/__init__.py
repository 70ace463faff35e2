"""Scores the aligner and the differ against judged pairs and machine-made editions. Nothing of it is used when comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from ccdiff.compare import compare
from ccdiff.config import Config
from ccdiff.evaluate.gold import Gold, gold_files, links
from ccdiff.evaluate.measures import MEASURES, Score
from ccdiff.model.comparison import Comparison
from ccdiff.model.record import record
from ccdiff.reading import Reading

Find = Callable[[str, Path], Reading]
BUCKETS = (0.5, 0.6, 0.7, 0.8, 0.9, 0.97)


@record
class Judged:
    """One gold file's scores; ``confidence`` pairs each paragraph link's score with whether the gold file has it."""

    gold: Gold
    scores: tuple[Score, ...]
    confidence: tuple[tuple[float, bool], ...]


def evaluate(folder: Path, find: Find, config: Config | None = None, *, held_out: bool = False) -> list[Judged]:
    """Compare and score every pair judged under ``folder``; ``find(name, gold file)`` reads the report that a name means.

    Pairs kept for a last test are left out unless ``held_out``. Raises ``CcdiffError`` for what can't be read.
    """
    chosen = [gold for gold in gold_files(folder) if held_out or not gold.held_out]
    return [judge(gold, compare(find(gold.old, gold.path), find(gold.new, gold.path), config)) for gold in chosen]


def judge(gold: Gold, comparison: Comparison) -> Judged:
    """Every measure of one comparison, and its links' confidence."""
    scores = tuple(score for measure in MEASURES for score in measure(gold, comparison))
    return Judged(gold, scores, tuple(_confidence(gold, comparison)))


def _confidence(gold: Gold, comparison: Comparison) -> Iterable[tuple[float, bool]]:
    core, loose = links(gold.rows("paragraphs"), "core"), links(gold.rows("paragraphs"), "loose")
    for row in comparison.paragraphs:
        for pair in ((o, n) for o in row.old for n in row.new):
            if pair in core or pair not in loose:
                yield row.score, pair in core


def show(judged: Iterable[Judged], *, misses: bool = True) -> str:
    """A table a person reads in one screen: a line a measure and pair, then calibration, then the misses by name."""
    results = list(judged)
    lines = [f"{'':34} precision  recall      F1   said  asked"]
    for one in results:
        lines.append(one.gold.name)
        lines += [
            f"  {s.name:32} {_number(s.precision)}   {_number(s.recall)}   {_number(s.f1)}  {s.said:5}  {s.asked:5}"
            for s in one.scores
        ]
    lines += ["", "confidence of paragraph links, all pairs", *_calibration(results)]
    if misses:
        lines += ["", *(line for one in results for line in _misses(one))]
    return "\n".join(lines) + "\n"


def _number(value: float | None) -> str:
    return "     -" if value is None else f"{value:6.3f}"


def _calibration(results: Iterable[Judged]) -> Iterable[str]:
    counts: dict[float, list[bool]] = defaultdict(list)
    for one in results:
        for score, right in one.confidence:
            counts[max((low for low in BUCKETS if score >= low), default=0.0)].append(right)
    for low, rights in sorted(counts.items()):
        yield f"  score from {low:.2f}: {sum(rights)} of {len(rights)} right ({sum(rights) / len(rights):.2f})"


def _misses(one: Judged) -> Iterable[str]:
    for score in one.scores:
        yield from (f"{one.gold.name}: {score.name}: missed {miss}" for miss in score.missed)
        yield from (f"{one.gold.name}: {score.name}: wrong {wrong}" for wrong in score.wrong)
