"""Measures: what of a gold file a comparison got right. Each gives a ``Score`` with the misses by name."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any

from ccdiff.evaluate.gold import Gold, Row, links
from ccdiff.model.changes import FigureMention, SetChange
from ccdiff.model.comparison import Comparison
from ccdiff.model.record import record
from ccdiff.text.normalise import fold


@record
class Score:
    """``right`` of ``said`` statements are right (precision); ``found`` of ``asked`` are found (recall). Misses by name."""

    name: str
    right: float
    said: int
    found: float
    asked: int
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def precision(self) -> float | None:
        """Share of what was said that is right; ``None`` where nothing was said."""
        return self.right / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Share of what was asked that is found; ``None`` where nothing was asked."""
        return self.found / self.asked if self.asked else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; ``None`` where nothing was asked and nothing said."""
        if not self.said and not self.asked:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def score_sets(
    name: str, asked: Iterable[Hashable], said: Iterable[Hashable], neutral: Iterable[Hashable] = ()
) -> Score:
    """Two sets held against each other; ``neutral`` ones are neither right nor wrong, nor asked for."""
    want = frozenset(asked)
    got = frozenset(said) - (frozenset(neutral) - want)
    right = len(want & got)
    return Score(name, right, len(got), right, len(want), _names(want - got), _names(got - want))


def _names(items: Iterable[Hashable]) -> tuple[str, ...]:
    return tuple(sorted(" ~ ".join(map(str, item)) if isinstance(item, tuple) else str(item) for item in items))


def section_links(gold: Gold, comparison: Comparison) -> list[Score]:
    """Section links, every old section with every new one of a row."""
    rows = gold.rows("sections")
    said = frozenset((o, n) for row in comparison.sections for o in row.old for n in row.new)
    return [score_sets("section links", links(rows, "core"), said, links(rows, "loose"))]


def paragraph_links(gold: Gold, comparison: Comparison) -> list[Score]:
    """Core links are asked for; loose ones are neither right nor wrong. Splits and mergers are also counted as rows, wrong where one of
    their links is.
    """
    rows = gold.rows("paragraphs")
    core, loose = links(rows, "core"), links(rows, "loose")
    said = frozenset((o, n) for row in comparison.paragraphs for o in row.old for n in row.new)
    scores = [score_sets("paragraph links", core, said, loose)]
    many = {
        _sides(r["old"], r["new"]) for r in rows if r.get("strength", "core") == "core" and _many(r["old"], r["new"])
    }
    stated = {_sides(row.old, row.new) for row in comparison.paragraphs if _many(row.old, row.new)}
    wrong = {(old, new) for old, new in stated if any((o, n) not in core | loose for o in old for n in new)}
    if many or wrong:
        scores.append(score_sets("splits and mergers", many, many & stated | wrong))
    return scores


def _sides(old: Iterable[str], new: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places of both sides, in whatever order they were written down."""
    return tuple(sorted(old)), tuple(sorted(new))


def _many(old: Sequence[str], new: Sequence[str]) -> bool:
    return bool(old and new) and len(old) + len(new) > 2


def relations(gold: Gold, comparison: Comparison) -> list[Score]:
    """Of the core links that were found: is unchanged / reworded / amended right?"""
    said = {(o, n): row.relation for row in comparison.paragraphs for o in row.old for n in row.new}
    rows = [row for row in gold.rows("paragraphs") if row.get("strength", "core") == "core" and row.get("relation")]
    judged = [(pair, row["relation"]) for row in rows for pair in sorted(links([row])) if pair in said]
    wrong = tuple(f"{o} ~ {n}: {said[o, n]}, should be {want}" for (o, n), want in judged if said[o, n] != want)
    right = len(judged) - len(wrong)
    return [Score("relations", right, len(judged), right, len(judged), wrong=wrong)]


def figures(gold: Gold, comparison: Comparison) -> list[Score]:
    """Changed figures by both places and values; figures of one report by place and value; loose rows are neutral."""
    found, rows = comparison.changes.figures, gold.rows("figures")
    scores = []
    if gold.judges("figures"):
        said = {(*_place(f.old), *_place(f.new)) for f in found if f.kind == "changed" and f.old and f.new}
        scores.append(score_sets("figures changed", _paired(rows, "core"), said, _paired(rows, "loose")))
    if gold.judges("figures_new") or gold.judges("figures_dropped"):
        one_sided = {("old", *_place(f.old)) for f in found if f.kind == "dropped" and f.old}
        one_sided |= {("new", *_place(f.new)) for f in found if f.kind == "added" and f.new}
        scores.append(score_sets("figures one-sided", _alone(gold, "core"), one_sided, _alone(gold, "loose")))
    return scores


def _paired(rows: list[Row], strength: str) -> set[tuple[Hashable, ...]]:
    chosen = [row for row in rows if row["kind"] == "changed" and row.get("strength", "core") == strength]
    return {(*_gold_place(row["old"]), *_gold_place(row["new"])) for row in chosen}


def _alone(gold: Gold, strength: str) -> set[tuple[Hashable, ...]]:
    sides = (("old", "figures_dropped"), ("new", "figures_new"))
    rows = [(side, row) for side, part in sides for row in gold.rows(part)]
    return {(side, *_gold_place(row)) for side, row in rows if row.get("strength", "core") == strength}


def _place(mention: FigureMention) -> tuple[str, float]:
    return (mention.paragraph, float(mention.value))


def _gold_place(row: Row) -> tuple[str, float]:
    return (row["para"], float(row["value"]))


def recommendations(gold: Gold, comparison: Comparison) -> list[Score]:
    """Found (old places and new ones), status, trace (any overlap of the places; none for none)."""
    if not gold.judges("recommendations"):
        return []
    said = {r.old: r for r in comparison.changes.recommendations if r.old}
    asked = {row["old"]: row for row in gold.rows("recommendations")}
    new_said = {place for r in comparison.changes.recommendations if r.status == "new" for place in r.new}
    new_asked = {row["new"] if isinstance(row, dict) else row for row in gold.rows("recommendations_new")}
    everything = {("new", n) for n in new_asked} | {("old", o) for o in asked}
    scores = [
        score_sets("recommendations found", everything, {("new", n) for n in new_said} | {("old", o) for o in said})
    ]
    both = [o for o in asked if o in said]
    for name, good in (("status", _same_status), ("trace", _same_trace)):
        wrong = tuple(
            f"{o}: {said[o].status} {list(said[o].new)}, should be {asked[o]['status']} {asked[o]['new']}"
            for o in both
            if not good(asked[o], said[o])
        )
        scores.append(
            Score(
                f"recommendations {name}",
                len(both) - len(wrong),
                len(both),
                len(both) - len(wrong),
                len(both),
                wrong=wrong,
            )
        )
    return scores


def _same_status(row: Row, said: Any) -> bool:
    return said.status in row["status"].split("|")


def _same_trace(row: Row, said: Any) -> bool:
    if said.status == "dropped" and "dropped" in row["status"].split("|"):
        return not said.new
    return bool(set(row["new"]) & set(said.new)) if row["new"] else not said.new


def progress(gold: Gold, comparison: Comparison) -> list[Score]:
    """Matters announced and now done, by both places; loose rows are neither asked for nor wrong."""
    if not gold.judges("progress"):
        return []
    rows = gold.rows("progress")
    said = {(p.old, p.new) for p in comparison.changes.progress}
    return [score_sets("progress", _matters(rows, "core"), said, _matters(rows, "loose"))]


def _matters(rows: list[Row], strength: str) -> set[tuple[str, str]]:
    return {(row["old"], row["new"]) for row in rows if row.get("strength", "core") == strength}


def topics(gold: Gold, comparison: Comparison) -> list[Score]:
    """A gold topic is found where a topic of that kind shares a place and words with it; important ones are asked for."""
    if not (gold.judges("topics_new") or gold.judges("topics_dropped")):
        return []
    rows = [(kind, row) for kind in ("new", "dropped") for row in gold.rows(f"topics_{kind}")]
    said = comparison.changes.topics
    high = [(kind, row) for kind, row in rows if row.get("salience", "high") == "high"]
    missed = tuple(f"{kind}: {row['label']}" for kind, row in high if not any(_same_topic(kind, row, t) for t in said))
    wrong = tuple(
        f"{t.kind}: {t.label} {list(t.paragraphs)}"
        for t in said
        if not any(_same_topic(kind, row, t) for kind, row in rows)
    )
    return [Score("topics", len(said) - len(wrong), len(said), len(high) - len(missed), len(high), missed, wrong)]


def _same_topic(kind: str, row: Row, topic: Any) -> bool:
    if kind != topic.kind or not set(row["paras"]) & set(topic.paragraphs):
        return False
    mine = [fold(term).lower() for term in (topic.label, *topic.terms)]
    theirs = [fold(term).lower() for term in (row["label"], *row["terms"])]
    return any(a in b or b in a for a in mine for b in theirs if min(len(a), len(b)) > 1)


def terminology(gold: Gold, comparison: Comparison) -> list[Score]:
    """A variant is right where a gold row holds both its sides (or is held by them)."""
    if not gold.judges("terms_renamed"):
        return []
    rows, said = gold.rows("terms_renamed"), comparison.changes.terminology
    wrong = tuple(f"{t.old} ~ {t.new}" for t in said if not any(_same_term(row, t) for row in rows))
    asked = [row for row in rows if row.get("strength", "core") == "core"]
    missed = tuple(f"{row['old']} ~ {row['new']}" for row in asked if not any(_same_term(row, t) for t in said))
    neutral = [
        t for t in said if not any(_same_term(row, t) for row in asked) and any(_same_term(row, t) for row in rows)
    ]
    stated = len(said) - len(neutral)
    return [Score("terminology", stated - len(wrong), stated, len(asked) - len(missed), len(asked), missed, wrong)]


def _same_term(row: Row, term: Any) -> bool:
    return _within(row["old"], term.old) and _within(row["new"], term.new)


def _within(a: str, b: str) -> bool:
    """Whether one wording holds the other; capitals make no other wording."""
    a, b = fold(a).lower(), fold(b).lower()
    return a in b or b in a


def attendance(gold: Gold, comparison: Comparison) -> list[Score]:
    """States and observers as sets of (what became of it, name)."""
    found = comparison.changes.attendance
    sides = {"states": found.states if found else None, "observers": found.observers if found else None}
    return [
        score_sets(name, _gold_members(gold.data[name]), _members(side))
        for name, side in sides.items()
        if gold.judges(name)
    ]


def _gold_members(data: dict[str, Any] | None) -> set[tuple[str, ...]]:
    data = data or {}
    renamed = {("renamed", r["old"], r["new"]) for r in data.get("renamed", ())}
    return renamed | {(kind, name) for kind in ("added", "removed") for name in data.get(kind, ())}


def _members(change: SetChange | None) -> set[tuple[str, ...]]:
    if change is None:
        return set()
    one = {("added", name) for name in change.added} | {("removed", name) for name in change.removed}
    return one | {("renamed", r.old, r.new) for r in change.renamed}


def references(gold: Gold, comparison: Comparison) -> list[Score]:
    """References as a set of (added|removed|kept, reference)."""
    if not gold.judges("references"):
        return []
    kinds = ("added", "removed", "kept")
    asked = {(kind, fold(ref)) for kind in kinds for ref in gold.data["references"].get(kind, ())}
    said = {(kind, fold(ref)) for kind in kinds for ref in getattr(comparison.changes.references, kind)}
    loose = {(kind, fold(ref)) for kind in kinds for ref in gold.data["references"].get("loose", ())}
    return [score_sets("references", asked, said, loose)]


def silence(gold: Gold, comparison: Comparison) -> list[Score]:
    """For editions that change no fact: every statement of change is wrong."""
    if not gold.data.get("no_change"):
        return []
    said = tuple(statements(comparison))
    silent = 0 if said else 1
    return [Score("no statement of change", silent, 1, silent, 1, wrong=said)]


def statements(comparison: Comparison) -> list[str]:
    """Everything in a comparison that says something of substance changed."""
    changes = comparison.changes
    said = [
        f"{r.relation}: {list(r.old)} ~ {list(r.new)}"
        for r in comparison.paragraphs
        if r.relation in ("amended", "new", "dropped")
    ]
    said += [
        f"section {s.relation}: {list(s.old)} ~ {list(s.new)}"
        for s in comparison.sections
        if s.relation in ("new", "dropped", "split", "merged")
    ]
    said += [f"figure {f.kind}: {f.subject}" for f in changes.figures if f.kind != "unchanged"]
    said += [f"recommendation {r.status}: {r.old} {list(r.new)}" for r in changes.recommendations if r.status != "kept"]
    said += [f"topic {t.kind}: {t.label}" for t in changes.topics]
    said += [f"progress: {p.matter}" for p in changes.progress]
    said += [f"reference {kind}: {ref}" for kind in ("added", "removed") for ref in getattr(changes.references, kind)]
    for _, part in changes.attendance.lists() if changes.attendance else ():
        said += [f"attendance {' '.join(member)}" for member in sorted(_members(part))]
    return said


MEASURES: tuple[Callable[[Gold, Comparison], list[Score]], ...] = (
    section_links, paragraph_links, relations, figures, recommendations, progress, topics, terminology, attendance, references, silence,
)  # fmt: skip
