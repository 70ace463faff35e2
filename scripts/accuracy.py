"""Write the measured tables of docs/accuracy.md anew, or print those of other judged pairs.

    python scripts/accuracy.py                 writes the tables between the marks "<!-- measured: ... -->" and "<!-- end -->"
    python scripts/accuracy.py FOLDER          prints the table of the gold files in FOLDER, and what was missed or wrong, pair by pair

The same code and pairs give the same bytes.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from ccdiff.cli.evaluate import finder
from ccdiff.evaluate import Judged, evaluate
from ccdiff.evaluate.measures import Score
from ccdiff.evaluate.screen import BUCKETS, COLUMNS, together

ROOT = Path(__file__).parents[1]
DOC = ROOT / "docs" / "accuracy.md"
PART = re.compile(r"(<!-- measured: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
COMMON = re.compile(r"[-_]?\d+(?:\.\d+)*$|-[a-z]$")


def table(judged: Sequence[Judged], total: str = "**together**") -> Iterator[str]:
    """A line a pair, and one of all of them; precision / recall in per cent, rounded down."""
    named = [name for name in COLUMNS if any(score.name == name for one in judged for score in one.scores)]
    yield "| | " + " | ".join(named) + " |"
    yield "|---" * (len(named) + 1) + "|"
    pooled: dict[str, list[Score]] = defaultdict(list)
    for one in judged:
        scores = {score.name: score for score in one.scores}
        for name, score in scores.items():
            pooled[name].append(score)
        yield _row(_name(one.gold.name), [scores.get(name) for name in named])
    yield _row(total, [together(pooled[name]) if pooled[name] else None for name in named])


def _row(name: str, scores: Sequence[Score | None]) -> str:
    return f"| {name} | " + " | ".join(_cell(score) for score in scores) + " |"


def _cell(score: Score | None) -> str:
    if score is None:
        return ""
    values = [None if value is None else int(value * 100 + 1e-9) for value in (score.precision, score.recall)]
    return "–" if values == [None, None] else "/".join("-" if value is None else str(value) for value in values)


def _name(pair: str) -> str:
    """ "water-3__water-4" as "water", "cables-5__trawl-12" as "cables ~ trawl"."""
    old, new = pair.split("__")
    stems = [COMMON.sub("", half) for half in (old, new)]
    return stems[0] if stems[0] == stems[1] else f"{old} ~ {new}" if "CAC" in pair else " ~ ".join(stems)


def calibration(judged: Sequence[Judged]) -> Iterator[str]:
    """How many of the paragraph links stated with a score are right."""
    counts: dict[float, list[bool]] = defaultdict(list)
    for one in judged:
        for score, right in one.confidence:
            counts[max((low for low in BUCKETS if score >= low), default=0.0)].append(right)
    yield "| score from | right | of | share |"
    yield "|---|---|---|---|"
    for low, rights in sorted(counts.items()):
        yield f"| {low:.2f} | {sum(rights)} | {len(rights)} | {sum(rights) / len(rights):.2f} |"


def misses(judged: Sequence[Judged]) -> Iterator[str]:
    """What was missed and wrong, a line a pair and measure."""
    for one in judged:
        for score in one.scores:
            told = [f"missed {miss}" for miss in score.missed] + [f"wrong {wrong}" for wrong in score.wrong]
            if told:
                yield f"- {_name(one.gold.name)}, {score.name}: {'; '.join(told)}"


def main(arguments: Sequence[str]) -> None:
    """See the module's text."""
    if arguments:
        judged = evaluate(Path(arguments[0]), finder(ROOT), held_out=True)
        print("\n".join([*table(judged), "", *misses(judged)]))
        return
    judged = evaluate(ROOT / "tests" / "gold", finder(ROOT))
    made = [one for one in judged if one.gold.made_by_machine]
    read = [one for one in judged if not one.gold.made_by_machine]
    parts = {"read": table(read), "made": table(made), "scores": calibration(read)}
    texts = {name: "\n".join(lines) + "\n" for name, lines in parts.items()}
    DOC.write_text(PART.sub(lambda found: found[1] + texts[found[2]] + found[3], DOC.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
