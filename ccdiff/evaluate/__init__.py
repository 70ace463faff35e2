"""Scores the aligner and the differ against judged pairs and machine-made editions. Nothing of it is used when comparing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from ccdiff.compare import compare
from ccdiff.config import Config
from ccdiff.evaluate.gold import Gold, gold_files, links
from ccdiff.evaluate.measures import MEASURES, Score
from ccdiff.evaluate.screen import show
from ccdiff.model.comparison import Comparison
from ccdiff.model.record import record
from ccdiff.reading import Reading

__all__ = ["Judged", "evaluate", "judge", "show"]

Find = Callable[[str, Path], Reading]


@record
class Judged:
    """One gold file's scores; ``confidence`` pairs each paragraph link's score with whether the gold file has it.

    ``unknown`` are the places that the gold file asks about and that the reports as they were read do not have ("new J").
    """

    gold: Gold
    scores: tuple[Score, ...]
    confidence: tuple[tuple[float, bool], ...]
    unknown: tuple[str, ...] = ()


def evaluate(folder: Path, find: Find, config: Config | None = None, *, held_out: bool = False) -> list[Judged]:
    """Compare and score every pair judged under ``folder``; ``find(name, gold file)`` reads the report that a name means.

    Pairs kept for a last test are left out unless ``held_out``. Raises ``CcdiffError`` for what can't be read.
    """
    chosen = [gold for gold in gold_files(folder) if held_out or not gold.held_out]
    return [judge(gold, compare(find(gold.old, gold.path), find(gold.new, gold.path), config)) for gold in chosen]


def judge(gold: Gold, comparison: Comparison) -> Judged:
    """Every measure of one comparison, its links' confidence, and the places that one of both misnames."""
    scores = tuple(score for measure in MEASURES for score in measure(gold, comparison))
    sides = (("old", comparison.old), ("new", comparison.new))
    unknown = tuple(
        f"{side} {place}" for side, report in sides for place in sorted(gold.places(side)) if not report.has(place)
    )
    return Judged(gold, scores, tuple(_confidence(gold, comparison)), unknown)


def _confidence(gold: Gold, comparison: Comparison) -> Iterable[tuple[float, bool]]:
    core, loose = links(gold.rows("paragraphs"), "core"), links(gold.rows("paragraphs"), "loose")
    for row in comparison.paragraphs:
        for pair in ((o, n) for o in row.old for n in row.new):
            if pair in core or pair not in loose:
                yield row.score, pair in core
