"""Figures: what both reports count or measure, found with their subjects and paired by them.

The way of a figure: a text is scanned for numbers with their units, qualifiers and nouns (chinese, english, frequency; the names
that own them: owners; the tables: lexicon); each Hit becomes a Statement with the words around it (place, subject), what it is to
its neighbours (bearings, respective) and the day it is told as of (timing); two Statements that can count one thing (kinship,
lookalikes) are weighed by how alike they are told (told) and put together, the best first (decision, pairing); what they are
called is made last (captions, naming).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from ccdiff.derive.context import Pair
from ccdiff.derive.figures.kinship import SHARES, amount, equal, measured_apart, opposite
from ccdiff.derive.figures.lexicon import lexicon
from ccdiff.derive.figures.naming import Naming
from ccdiff.derive.figures.pairing import Match, Values, pairs, statements
from ccdiff.derive.figures.place import find_figures, find_statements
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.told import Scale
from ccdiff.derive.figures.tools import texts_by_place
from ccdiff.model.changes import Figure, FigureMention
from ccdiff.text.numerals import Number, tidy

FROM = "from"  # the role of the first number in "from 12 to 9 days"
ARROWS = {"up": "↑", "down": "↓"}  # a rise became a fall: "比去年预算 ↓↑"

__all__ = ["figures", "find_figures"]


def figures(pair: Pair) -> tuple[Figure, ...]:
    """The figures of both reports: changed, unchanged, added, dropped; in the new report's order, the dropped ones last."""
    scale, least = Scale(pair), pair.config.figure_repeat
    old, new = statements(pair, scale)
    matches = [
        match for match in pairs(pair, scale, old, new) if not pair.subjects or _same(old[match.old], new[match.new])
    ]
    by_new = {match.new: match for match in matches}
    taken = {match.old for match in matches}
    here, there = (Values(side.once(find_statements), scale, least) for side in (pair.old, pair.new))
    cues, called = pair.new.language.once(lexicon).cues, pair.new.language.once(Naming)
    texts = pair.old.once(texts_by_place), pair.new.once(texts_by_place)

    def name(*sides: tuple[int, Statement]) -> str:
        where = [texts[side][one.mention.paragraph] for side, one in sides]
        name = called.of([one for _, one in sides], where, cues["pointing"])
        named.append(partial(called.passage, [one for _, one in sides], where))
        return name

    found: list[Figure] = []
    named: list[Callable[[], str]] = []  # for each of them the passage that it is told in
    for j, statement in enumerate(new):
        if match := by_new.get(j):
            one = old[match.old]
            silent = _reached(old, match.old, statement) or (statement.lone and one.lone and _same(one, statement))
            if not silent:
                found.append(_paired(one, statement, match, cues, name((0, one), (1, statement))))
        elif not statement.lone and not here.state(statement):
            found.append(_alone("added", statement, name((1, statement))))
    for i, statement in enumerate(old):
        if i not in taken and not statement.lone and not there.state(statement):
            found.append(_alone("dropped", statement, name((0, statement))))
    return tuple(_distinct(found, named))


def _distinct(found: Sequence[Figure], passages: Sequence[Callable[[], str]]) -> Iterator[Figure]:
    """The figures, those that bear one name with the passages they are told in: "passengers carried" by two kinds of operators."""
    often = Counter((figure.subject, figure.unit) for figure in found)
    for figure, passage in zip(found, passages, strict=True):
        alike = often[figure.subject, figure.unit] > 1
        yield replace(figure, subject=passage()) if alike else figure


def _reached(old: Sequence[Statement], at: int, new: Statement) -> bool:
    """Whether the new report sets out from what the old one had reached: "from 12 to 9", then "from 9 to 14" is one change, 9 to 14."""
    return old[at].role == new.role == FROM and any(equal(reached, new) for reached in old[at + 1 : at + 2])


def _same(old: Statement, new: Statement) -> bool:
    one, two = old.mention, new.mention
    if old.currency != new.currency and old.currency and new.currency:
        return False
    if not equal(old, new):
        return False
    if {one.qualifier, two.qualifier} == {"exact", "up_to"} and (old if one.qualifier == "exact" else new).limit:
        return True  # "a limit of 30 km", "not exceeding 30 km"
    bounds = {(one.qualifier, _behind(old)), (two.qualifier, _behind(new))}
    return one.qualifier == two.qualifier or bounds == {("over", False), ("at_least", True)}


def _behind(statement: Statement) -> bool:
    """Whether a qualifier stands behind its number: "10 厘米以上" is in another style what "超过 10 厘米" is."""
    return statement.mention.quote[:1].isnumeric()


def _paired(old: Statement, new: Statement, match: Match, cues: Mapping[str, re.Pattern[str]], subject: str) -> Figure:
    one, two = old.shown, new.shown
    same, same_money = _same(old, new), old.currency == new.currency
    turned = opposite(old, new)
    shares = old.kind != new.kind and old.family in SHARES and new.family in SHARES  # "three quarters", "85 per cent"
    of = amount if shares else _value
    here, there = ((-1 if turned and side.turn == "down" else 1) * of(side) for side in (old, new))
    alike = old.kind == new.kind or shares or (old.family not in SHARES and new.family not in SHARES)
    whole = _moved_whole(one, two) and alike and same_money and (same or not measured_apart(old, new))
    whole = whole and (old.period == new.period or old.family in SHARES or same)  # a quarter, a year
    delta = (0 if same and not turned else tidy(there - here)) if whole else None
    return Figure(
        "unchanged" if same and not turned else "changed",
        f"{_unturned(subject, cues)} {ARROWS[old.turn]}{ARROWS[new.turn]}" if turned else subject,
        min((one.unit, two.unit), key=lambda unit: (not unit, len(unit), unit)),
        one,
        two,
        delta,
        None if turned else _relative(old, new, of, same) if whole else _measured(old, new),
        round(match.score, 3),
        "" if turned or delta is None else _warning(new.direction, delta),
    )


def _value(one: Statement) -> Number:
    return one.mention.value


def _relative(old: Statement, new: Statement, of: Callable[[Statement], Number], same: bool) -> float | None:
    """The change in per cent, of one sign with the difference; none where both are one amount in two units."""
    return 0.0 if same and of(old) else _percent(of(old), of(new))


def _measured(old: Statement, new: Statement) -> float | None:
    """The same of two amounts in other units: 850 hectares and 9.4 square kilometres."""
    told = bool(old.base) and old.base == new.base and not (old.mention.value_to or new.mention.value_to)
    return _percent(amount(old), amount(new)) if told else None


def _alone(kind: str, statement: Statement, subject: str) -> Figure:
    mention = statement.shown
    old, new = (None, mention) if kind == "added" else (mention, None)
    return Figure(kind, subject, mention.unit, old, new, None, None)


def _moved_whole(one: FigureMention, two: FigureMention) -> bool:
    """Whether the two differ by one number: ranges only where both their ends moved by the same."""
    ends = [side.value_to - side.value for side in (one, two) if side.value_to is not None]
    return not ends or (len(ends) == 2 and ends[0] == ends[1])


def _unturned(subject: str, cues: Mapping[str, re.Pattern[str]]) -> str:
    """ "比去年预算低" without 低, which only one of the two reports says."""
    for kind in ("up", "down", "higher", "lower"):
        subject = cues[kind].sub("", subject) or subject
    return subject


def _percent(old: Number, new: Number) -> float | None:
    return round((new - old) / old * 100, 1) if old else None


def _warning(direction: str, delta: Number) -> str:
    """A text that says 增至 while the number fell, or the reverse."""
    if direction == "rise" and delta < 0:
        return "says-rise-but-fell"
    return "says-fall-but-rose" if direction == "fall" and delta > 0 else ""
