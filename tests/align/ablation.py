"""What each piece of evidence adds, measured by leaving it out: ``python -m tests.align.ablation`` prints the table of docs/alignment.md.

Every variant may choose its own bias (the log-odds that evidence must overcome), so that a piece is not credited with what a
lower threshold would do. Pairs are of one series where much of the shorter report has a counterpart, else across bodies or kinds of report.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from ccdiff.align import align, groups, paragraphs, sections
from ccdiff.align.assignment import Pair, _heaviest_first, choose
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.compare import read_report
from ccdiff.corpus import load_corpus
from ccdiff.corpus.library import read_entry
from ccdiff.evaluate.gold import Gold, gold_files, links
from ccdiff.model.alignment import Link
from ccdiff.reading import Reading

ROOT = Path(__file__).parents[2]
MUCH = 0.4  # of the places of the shorter report
BIASES = (-6.0, -5.2, -4.6, -4.0, -3.2, -2.4)
VARIANTS: tuple[tuple[str, dict[str, float]], ...] = (
    ("everything", {}),
    ("without likeness of terms", {"text_weight": 0.0, "contained_weight": 0.0}),
    ("without contained terms", {"contained_weight": 0.0}),
    ("without senses", {"sense_weight": 0.0}),
    ("without single characters and roots", {"character_weight": 0.0, "root_weight": 0.0}),
    ("without how few links are sure", {"kinship_weight": 0.0}),
    ("without rare phrases", {"phrase_weight": 0.0}),
    ("formulas and names of States count in full", {"formula_weight": 1.0}),
    ("without functions of paragraphs", {"role_weight": 0.0, "role_conflict": 0.0}),
    ("without functions at odds", {"role_conflict": 0.0}),
    ("without voices", {"voice_weight": 0.0}),
    ("without rivals", {"margin_weight": 0.0}),
    ("without sections", {"section_weight": 0.0}),
    ("without neighbours", {"neighbour_weight": 0.0}),
    ("without splits and mergers", {"split_weight": 0.0}),
    ("without functions of sections", {"title_role_weight": 0.0}),
    ("without contents of sections", {"content_weight": 0.0}),
    ("terms alone", dict.fromkeys(
        ("contained_weight", "phrase_weight", "role_weight", "role_conflict", "margin_weight", "section_weight",
         "neighbour_weight", "split_weight", "sense_weight", "character_weight", "root_weight", "kinship_weight"), 0.0)),
)  # fmt: skip


@cache
def reading(name: str, beside: Path) -> Reading:
    """A report of the corpus by its id, or an edition beside the gold file."""
    corpus = load_corpus(ROOT)
    entry = corpus.find(name)
    if entry is not None:
        return read_entry(entry, ())
    return read_report(next(path for path in sorted(beside.parent.glob(f"{name}.*")) if path.suffix != ".json"))


Counts = tuple[int, int, int]  # right, wrong, missed


def count(rows: list[dict], said: tuple[Link, ...]) -> Counts:
    """Links that are right, wrong and missed; loose ones are neither."""
    core, loose = links(rows, "core"), links(rows, "loose")
    got = {(one, other) for link in said for one in link.old for other in link.new}
    return len(got & core), len(got - core - loose), len(core - got)


def f1(counts: list[Counts]) -> float:
    """The F1 of several pairs of reports taken together."""
    right, wrong, missed = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def measure(gold: list[Gold], config: AlignThresholds) -> tuple[list[Counts], list[Counts], tuple[int, int]]:
    """For each pair the counts of paragraph links and of section links, and over all how many split or merged rows were found."""
    found: list[Counts] = []
    headings: list[Counts] = []
    many = [0, 0]
    for one in gold:
        said = align(reading(one.old, one.path), reading(one.new, one.path), config)
        rows = one.rows("paragraphs")
        found.append(count(rows, said.paragraphs))
        headings.append(count(one.rows("sections"), said.sections))
        asked = {(tuple(r["old"]), tuple(r["new"])) for r in rows if r.get("strength", "core") == "core"}
        asked = {row for row in asked if min(map(len, row)) and max(map(len, row)) > 1}
        many[0] += len(asked & {(link.old, link.new) for link in said.paragraphs})
        many[1] += len(asked)
    return found, headings, (many[0], many[1])


def of_one_series(one: Gold) -> bool:
    """Whether much of the shorter report has a counterpart in the other."""
    core = links(one.rows("paragraphs"), "core")
    return len(core) >= MUCH * min(len(reading(name, one.path).report.paragraphs) for name in (one.old, one.new))


def table_row(name: str, judged: list[Gold], editions: list[Gold], changes: dict[str, float]) -> str:
    """One row of the table, at the bias that suits the variant best on the judged pairs."""
    configs = [replace(AlignThresholds(), **changes), *(replace(AlignThresholds(), **changes, bias=b) for b in BIASES)]
    tried = [
        (measure(judged, config), config) for config in (configs if changes or name != "everything" else configs[:1])
    ]
    (found, headings, _), config = max(tried, key=lambda one: f1(one[0][0]))
    made, _, many = measure(editions, config)
    series = [of_one_series(one) for one in judged]
    near = [counts for counts, same in zip(found, series, strict=True) if same]
    far = [counts for counts, same in zip(found, series, strict=True) if not same]
    cells = [f1(near), f1(far), f1(found), f1(headings), f1(made), many[0] / max(1, many[1])]
    return f"| {name} | {' | '.join(f'{cell:.3f}' for cell in cells)} |"


def greedy(weights: dict[Pair, int]) -> list[Pair]:
    """The heaviest pair first, instead of the choice as a whole."""
    return sorted(_heaviest_first({pair: weight for pair, weight in weights.items() if weight > 0}))


def main() -> None:
    """Print the table."""
    known = list(gold_files(ROOT / "tests" / "gold"))
    judged = [gold for gold in known if gold.path.parent.name != "editions"]
    editions = [gold for gold in known if gold.path.parent.name == "editions"]
    print("| | one series | across | all | sections | editions | splits and mergers |")
    print("|---|" + "---|" * 6)
    for name, changes in VARIANTS:
        print(table_row(name, judged, editions, changes), flush=True)
    for room in (paragraphs, groups, sections):
        room.choose = greedy  # type: ignore[attr-defined]
    print(table_row("heaviest pair first", judged, editions, {}))
    for room in (paragraphs, groups, sections):
        room.choose = choose  # type: ignore[attr-defined]


if __name__ == "__main__":
    main()
