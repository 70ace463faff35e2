"""How the two reports stand to each other, which a reader must know before anything else: the same report again, the reports
of two bodies or on two subjects, reports that share little."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import add

from ccdiff.language.script import HAN, simplified
from ccdiff.model.comparison import Comparison
from ccdiff.model.named import NamedTuple
from ccdiff.render.clean import one_line, shorten
from ccdiff.render.messages import Messages
from ccdiff.text.normalise import fold

# Share of the paragraphs of both reports that have a counterpart below which what only one of them has is told briefly.
# Successive reports of one body: 0.45 (8th/9th expert meeting), 0.74 (S/2025/154, S/2025/350); of different bodies: 0.10 (CTOC
# working group 2012/9th, 2021 report/2023 note), 0.16 (CTOC/8th), 0.20 (9th/2023 note).
LITTLE = 0.25
FIRST = ("same-report-again", "other-subjects")  # notes of the comparison that stand before everything else
# 0.9: two translations of one name; 0.76 at most of two working groups of one conference (预防腐败, 资产追回 …不限成员名额政府间工作组)
NEARLY = 0.8
BESIDE = re.compile(r"[\s\d()\[\]（）〔〕,，.:：-]+")  # what does not belong to a body's name
NAME = 80  # characters of a body's name


class Linked(NamedTuple):
    """Of one report: how many paragraphs and items there are, and how many have a counterpart."""

    linked: int
    all: int


def linked(comparison: Comparison, side: str) -> Linked:
    """The paragraphs and items of one side (what stands before the first heading does not count)."""
    rows = [(row, [at for at in getattr(row, side) if at != "front"]) for row in comparison.paragraphs]
    return Linked(sum(len(at) for row, at in rows if row.old and row.new), sum(len(at) for _, at in rows))


def apart(comparison: Comparison) -> bool:
    """Whether the two share so little that what stands in one alone says little about a change."""
    sides = [linked(comparison, side) for side in ("old", "new")]
    everything = sum(side.all for side in sides)
    return everything > 0 and sum(side.linked for side in sides) < LITTLE * everything


def other_subjects(comparison: Comparison) -> bool:
    """Whether the two are about two things (derive/subjects): what differs is then no change either."""
    return any(note.id == "other-subjects" for note in comparison.changes.notes)


def other_bodies(comparison: Comparison) -> tuple[str, str] | None:
    """The two bodies, where both are known and they differ."""
    old, new = (one_line(report.body or "") for report in (comparison.old, comparison.new))
    if not old or not new or _named_alike(comparison, old, new) or _one_body(comparison, old, new):
        return None
    return old, new


def _named_alike(comparison: Comparison, old: str, new: str) -> bool:
    """Whether two names are one but for what changes from year to year; or nearly one, of reports that mostly correspond.

    "Report (2022) of the Committee", "Report 2023 of the Committee"; 减少粮食损失和冷链问题政府间专家组, 减少粮食损耗和冷链问题政府间专家组.
    """
    one, other = (BESIDE.sub("", fold(name).lower()) for name in (old, new))
    if one != other and HAN.match(one) and HAN.match(other):
        one, other = simplified(one), simplified(other)
    return one == other or (_alike(one, other) >= NEARLY and _mostly(comparison))


def _alike(one: str, other: str) -> float:
    """Dice's coefficient of two names' pairs of characters."""
    pairs = [set(map(add, name, name[1:])) for name in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) / ((len(pairs[0]) + len(pairs[1])) or 1)


def _mostly(comparison: Comparison) -> bool:
    sides = [linked(comparison, side) for side in ("old", "new")]
    return 2 * sum(side.linked for side in sides) > sum(side.all for side in sides)


def _one_body(comparison: Comparison, old: str, new: str) -> bool:
    """Whether the two are one body under another translation of its name, as the table of terms has it."""
    names = (fold(old).lower(), fold(new).lower())
    return any((fold(term.old).lower(), fold(term.new).lower()) == names for term in comparison.changes.terminology)


def _about(body: str, title: str) -> bool:
    """Whether a document of another body is about ``body``, which its title names: a note on the work of an expert meeting."""
    return fold(body).lower() in fold(title).lower()


def standing(comparison: Comparison, say: Messages) -> list[str]:
    """What has to be said first, as sentences with their full stops."""
    return [*_again(comparison, say), *_apart(comparison, say)]


def _again(comparison: Comparison, say: Messages) -> Iterable[str]:
    return (say.note(note) for note in comparison.changes.notes if note.id in FIRST)


def _apart(comparison: Comparison, say: Messages) -> Iterable[str]:
    bodies = other_bodies(comparison)
    if bodies:
        form = "standing.bodies.about" if _about(bodies[0], comparison.new.title) else "standing.bodies"
        yield say(form, old=shorten(bodies[0], NAME), new=shorten(bodies[1], NAME))
    if apart(comparison):
        old, new = (linked(comparison, side) for side in ("old", "new"))
        form = "standing.little" if old.linked and new.linked else "standing.nothing"
        yield say(form, old=old.linked, old_all=old.all, new=new.linked, new_all=new.all)
