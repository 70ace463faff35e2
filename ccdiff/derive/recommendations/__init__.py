"""Recommendations as a ledger: what each report recommends, and what became of it in the other.

``why`` is a list of stable ids, joined by ";", each with its evidence behind a colon:

- ``again:0.93``: the new report recommends it again, this much alike
- ``no-such-chapter``: the new report makes no recommendations at all
- ``done:22``, ``wish:41``, ``decision:17``, ``recommended:47(g)``, ``text:18``: its matter is taken up at that place: as something
  done, as what a speaker wished, in the decision of another body, in another recommendation, or otherwise
- ``cited:12``: only the recommendation as such, or those of earlier meetings in general, are cited at that place
- ``theme-absent:文化财产``: what its chapter is about does not occur in the new report
- ``no-trace:0.12``: the nearest place holds no more than this share of its matter
- ``new``: only the new report recommends it
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ccdiff.derive.attendance import find_attendance
from ccdiff.derive.context import Pair
from ccdiff.derive.progress.phases import steps, turns
from ccdiff.derive.recommendations.again import Again, at_odds, likeness, made_again, strangers, with_former
from ccdiff.derive.recommendations.asks import Nearness, asks, nearness
from ccdiff.derive.recommendations.chapters import recommended
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.handed import answered, passed_on
from ccdiff.derive.recommendations.likeness import spoken_of, things
from ccdiff.derive.recommendations.matter import classes, reduced, terms
from ccdiff.derive.recommendations.moved import same, shift
from ccdiff.derive.recommendations.parted import joined
from ccdiff.derive.recommendations.search import Search, Trace
from ccdiff.derive.recommendations.words import Words, words
from ccdiff.model.alignment import Candidate
from ccdiff.model.changes import Recommendation
from ccdiff.reading import Reading, senses
from ccdiff.text.normalise import fold

__all__ = ["find_recommendations", "recommendations"]

OPEN = ("undone", "off", "later")  # phases of a deed that is not done
MODAL = "modal"  # how "States should" and "States may" ask: neither is a verb that has a name of its own
CANDIDATES = 5
THING = 2  # parts that one thing has: a word and its sense
NEAREST = 12  # of the nearest places, those among which one that is not standing text is looked for


def recommendations(pair: Pair) -> tuple[Recommendation, ...]:
    """Every recommendation of the old report with what became of it, then those that only the new report makes."""
    old, new = recommended(pair)
    if not old and not new:
        return ()
    old = with_former(pair, old, new)
    search = Search(pair.old, pair.new) if old else None
    again, apart = made_again(pair, old, new, search)
    carried = _carried_out(pair)
    other_words = pair.config.recommendation_other_words
    further = {at for at, found in again.items() if at in carried and found.alike < other_words}
    if further:  # done, and something further asked: what that takes up may be another's
        again, apart = made_again(pair, tuple(one for one in old if one.locator not in further), new, search)
    taken = {advice.locator for found in again.values() for advice in found.new}
    answers = answered(pair, (one for one in old if one.locator not in again))
    near: dict[str, Nearness] = {}
    for one in old:
        near_to = _near(pair, one, search) if search and one.asked and one.locator not in again else None
        if near_to and search:
            near[one.locator] = near_to
            places = [] if one.locator in carried else _taken(pair, one, near_to, search, apart)
            found = _in_other_words(pair, one, places, new, taken) or _made_one(pair, one, places, old, new, again)
            if found:
                again[one.locator] = found
                taken.update(other.locator for other in found.new)
    rows = []
    for one in old:
        at = one.locator
        if at in again:
            rows.append(_kept(pair, one, again[at], _with(one, old, again)))
        elif at in near and search:
            rows.append(_judged(pair, one, new, search, near[at], apart, _done_at(one, carried, answers)))
    back = Search(pair.new, pair.old) if new else None
    return (*rows, *(_new(pair, one, back) for one in new if one.locator not in taken))


def _carried_out(pair: Pair) -> dict[str, tuple[str, ...]]:
    """The old recommendations that the new report says were carried out (derive/progress), with the places where it does."""
    phases = pair.new.language.once(steps)
    found: dict[str, tuple[str, ...]] = {}
    for step in pair.found.get("progress", ()):
        if not any(one.phase in OPEN for one in phases(step.to)):
            found[step.old] = (*found.get(step.old, ()), step.new)
    return found


def _done_at(one: Advice, carried: dict[str, tuple[str, ...]], answers: dict[str, str]) -> tuple[str, ...]:
    """Where the new report says that a recommendation was carried out, or that it answers it."""
    return carried.get(one.locator) or ((answers[one.locator],) if one.locator in answers else ())


def _with(one: Advice, old: Sequence[Advice], again: Mapping[str, Again]) -> list[Advice]:
    """The old recommendations that the new report makes in one with this one, itself among them, in order."""
    target = again[one.locator].new
    if len(target) > 1:
        return [one]
    return [other for other in old if other.locator in again and again[other.locator].new == target] or [one]


def _kept(pair: Pair, one: Advice, again: Again, peers: list[Advice]) -> Recommendation:
    nearest = again.new[0]
    mine, theirs = joined(pair.old, peers), joined(pair.new, again.new)
    alike = again.alike if mine is one and theirs is nearest else likeness(pair, mine, theirs)
    known = pair.old.language.once(words)
    told = one.own == nearest.own and {known.way_of(one.said), known.way_of(nearest.said)} != {MODAL}
    kept = same(pair, mine, theirs, alike)
    return Recommendation(
        old=one.locator,
        new=tuple(other.locator for other in again.new),
        status="kept" if kept else "amended",
        text=one.said,
        why=f"again:{again.alike:.2f}",
        addressee=one.addressee,
        strength_old=one.strength if told or one.strength == nearest.strength else None,
        strength_new=nearest.strength if told or one.strength == nearest.strength else None,
        hedges=nearest.hedges,
        shift=""
        if kept or pair.subjects or alike < pair.config.recommendation_linked
        else shift(pair, mine, theirs, alike),
    )


def _near(pair: Pair, one: Advice, search: Search) -> Nearness:
    return nearness(search, asks(pair.old, one.asked), pair.old.language.once(reduced)(one.asked), pair.config)


def _in_other_words(
    pair: Pair, one: Advice, places: list[Trace], new: tuple[Advice, ...], taken: set[str]
) -> Again | None:
    """The recommendation that takes the matter up before any other place: asked of the same, it is the same."""
    if pair.subjects or one.repeats or not places or strangers(pair):
        return None
    other = next((other for other in new if other.locator == places[0].locator), None)
    if other is None or other.locator in taken or at_odds(pair.old.language.once(words), one, other):
        return None
    return Again((other,), likeness(pair, one, other))


def _made_one(
    pair: Pair,
    one: Advice,
    places: list[Trace],
    old: Sequence[Advice],
    new: tuple[Advice, ...],
    again: Mapping[str, Again],
) -> Again | None:
    """The recommendation that takes the matter up before any other place and makes another of the old ones again: both became one, the
    more surely where they stood side by side.
    """
    if pair.subjects or one.repeats or not places or strangers(pair):
        return None
    other = next((other for other in new if other.locator == places[0].locator), None)
    known = pair.old.language.once(words)
    if other is None or at_odds(known, one, other) or known.reaffirm.search(other.text):
        return None
    k = next(k for k, beside in enumerate(old) if beside is one)
    beside = any(again[near.locator].new == (other,) for near in old[max(0, k - 1) : k + 2] if near.locator in again)
    least = pair.config.recommendation_part_beside if beside else pair.config.recommendation_part
    return Again((other,), likeness(pair, one, other)) if places[0].share >= least else None


def _judged(
    pair: Pair,
    one: Advice,
    new: tuple[Advice, ...],
    search: Search,
    near_to: Nearness,
    apart: frozenset[tuple[str, str]],
    carried: tuple[str, ...],
) -> Recommendation:
    """What became of a recommendation that the new report does not make again; ``carried``: where it is said to have been carried out."""
    prefix = () if new else ("no-such-chapter",)
    handed = passed_on(pair, one) if carried else None
    if carried and not (handed and handed.locator in carried):
        status, found, why = "echoed", list(carried), [f"done:{at}" for at in carried]
    else:
        status, found, why = _fate(pair, one, near_to, search, apart)
    near = next(iter(_fresh(pair, near_to.traces[:NEAREST])), None)
    if near and why[-1].startswith("no-trace") and near.score >= pair.config.recommendation_unsure:
        pair.note("recommendation-unsure", old=one.locator, new=near.locator)
    return Recommendation(
        old=one.locator,
        new=tuple(found),
        status=status,
        text=one.said,
        why=";".join((*prefix, *why)),
        addressee=one.addressee,
        strength_old=one.strength,
        hedges=one.hedges,
        candidates=_candidates(near_to, pair.old.language.once(reduced)(one.asked), search),
    )


def _fate(
    pair: Pair, one: Advice, near_to: Nearness, search: Search, apart: frozenset[tuple[str, str]]
) -> tuple[str, list[str], list[str]]:
    """(status, places, why)."""
    known = pair.new.language.once(words)
    if one.repeats:
        cited = _generic(pair.new, known)
        return ("referred" if cited else "dropped"), cited, [f"cited:{at}" for at in cited] or ["no-trace:0.00"]
    handed = passed_on(pair, one)
    if handed:
        return "referred", [handed.locator], [f"cited:{handed.locator}"]
    absent = _absent_theme(pair, one, search)
    if absent:
        return "dropped", [], [f"theme-absent:{absent}"]
    taken = _taken(pair, one, near_to, search, apart)
    if not taken:
        return "dropped", [], [f"no-trace:{near_to.traces[0].share if near_to.traces else 0:.2f}"]
    order = search.order()
    taken.sort(key=lambda trace: order[trace.locator])
    why = [f"{_manner(trace, pair, known)}:{trace.locator}" for trace in taken]
    status = "referred" if all(reason.startswith("cited:") for reason in why) else "echoed"
    return status, [trace.locator for trace in taken], why


def _taken(
    pair: Pair, one: Advice, near_to: Nearness, search: Search, apart: frozenset[tuple[str, str]]
) -> list[Trace]:
    """The places that take the matter up: one of its asks, and not much less than at the best place; else the place that holds half of
    what tells it from others, far ahead of any other.
    """
    found = [t for t in near_to.traces if t.locator in near_to.taken and (one.locator, t.locator) not in apart]
    found = _fresh(pair, found)
    if pair.subjects:  # what is said of another mission takes nothing up unless it says nearly the same
        found = [t for t in found if t.share >= pair.config.recommendation_of_another]
    elif not found:
        found = [t for t in _spoken_of(pair, one, search) if (one.locator, t.locator) not in apart]
    least = pair.config.recommendation_more * found[0].score if found else 0.0
    return [trace for trace in found if trace.score >= least][: pair.config.recommendation_places]


def _spoken_of(pair: Pair, one: Advice, search: Search) -> list[Trace]:
    """The paragraph that holds half of what tells a recommendation from others, where no other holds nearly as much."""
    first, *rest = [*_fresh(pair, spoken_of(pair, one, search)[:NEAREST]), None]
    if first is None or not first.share:
        return []
    following = rest[0] if rest else None
    ahead = first.share - (following.share if following else 0.0)
    config, whole = pair.config, first.score / first.share
    if ahead >= config.recommendation_spoken_ahead and _answers(pair, one, first):
        return [first]
    if first.share < config.recommendation_spoken or ahead < config.recommendation_spoken_ahead:
        return []
    much = ahead * whole >= config.recommendation_spoken_least
    return [first] if much or (ahead >= config.recommendation_spoken_far and _things(pair, first) > 1) else []


def _things(pair: Pair, trace: Trace) -> int:
    """How many things a place shares with a recommendation."""
    return things(frozenset(map(str.strip, trace.terms)), pair.new.language.once(classes))


def _answers(pair: Pair, one: Advice, trace: Trace) -> bool:
    """Whether a sentence that says that it answers a request holds nearly all that tells a recommendation, and not one thing alone
    (data that were seized, not the protection of data)."""
    if trace.share < pair.config.recommendation_answered:
        return False
    if not pair.new.language.once(turns).answers.search(trace.sentence):
        return False
    meant = pair.new.language.once(senses)
    both = meant(fold(one.asked).lower()) & meant(fold(trace.sentence).lower())
    own = any(trace.locator == other.locator for other in pair.new.once(find_recommendations))
    return not own and (len(both) > 1 or len(trace.terms) > THING)


def _fresh(pair: Pair, traces: Iterable[Trace]) -> list[Trace]:
    """Without what stood in the old report already: standing text takes nothing up (8th/9th, 3 to 4, recites the mandate). Nor does a
    list of those present, who are only named there.
    """
    standing = {at for row in pair.rows if row.relation == "unchanged" for at in row.new}
    present = pair.new.once(find_attendance)
    if present:
        standing.update(present.state_places, present.observer_places)
    before = pair.old.once(whole)
    return [t for t in traces if t.locator not in standing and fold(t.sentence) not in before]


def whole(reading: Reading) -> str:
    """The folded text of all paragraphs but the recommendations themselves. Use ``reading.once(whole)``."""
    own = {advice.locator for advice in reading.once(find_recommendations)}
    return "\n".join(fold(p.text) for p in reading.report.paragraphs if p.id not in own)


def _manner(trace: Trace, pair: Pair, known: Words) -> str:
    """How a place takes a recommendation up."""
    text = pair.new.report.text(trace.locator)
    symbol = pair.old.report.symbol
    if "/" in symbol and symbol in text and known.given.search(text):
        return "cited"
    if any(trace.locator == other.locator for other in pair.new.once(find_recommendations)):
        return "recommended"
    if known.generic.search(fold(trace.sentence)) and not known.done.search(trace.sentence):
        return "cited"
    for kind, pattern in (("wish", known.speaker), ("decision", known.recited), ("done", known.done)):
        if pattern.search(trace.sentence):
            return kind
    return "text"


def _generic(reading: Reading, known: Words) -> list[str]:
    """The places that cite recommendations of earlier meetings without saying what they are."""
    report = reading.report
    return [p.id for p in report.paragraphs if p.kind != "front" and known.generic.search(fold(p.text))]


def _absent_theme(pair: Pair, one: Advice, search: Search) -> str:
    """What a chapter and its list are about, where nothing of it stands in the new report (CTOC working group, 37: 文化财产)."""
    if not one.opener:
        return ""
    title = {term.words for term in terms(pair.old, one.title)}
    about = [
        term for term in terms(pair.old, f"{one.opener}\n{one.text}") if term.words in title and len(term.words) == 2
    ]
    absent = [term for term in about if search.absent(term)]
    if absent:
        plain = pair.new.language.once(reduced)
        headings = "\n".join(plain(section.title) for section in pair.new.report.sections)
        absent = [term for term in absent if not all(word in headings for word in term.words)]
    return next((printed for term in absent if (printed := _as_printed(term.words, one.title))), "")


def _as_printed(words: tuple[str, ...], title: str) -> str:
    """Two words of a heading as it prints them side by side; ``""`` where something joins them (查明和瓦解) or they read otherwise."""
    parts = (re.escape(word.strip()) + (r"\w*" if word.isascii() else "") for word in words)
    found = re.search(r"[\s\-]*".join(parts), title, re.IGNORECASE)
    return found.group() if found else ""


def _candidates(near_to: Nearness, plain: str, search: Search) -> tuple[Candidate, ...]:
    """The nearest places of the other report: by matter, and where that gives too few, by words."""
    found = {trace.locator: round(trace.share, 3) for trace in near_to.traces[:CANDIDATES]}
    if len(found) < CANDIDATES:
        found = {at: round(alike, 3) for at, alike in search.nearest(plain, CANDIDATES)} | found
    ranked = sorted(found.items(), key=lambda entry: -entry[1])
    return tuple(Candidate(at, score) for at, score in ranked[:CANDIDATES])


def _new(pair: Pair, one: Advice, search: Search | None) -> Recommendation:
    assert search is not None
    plain = pair.new.language.once(reduced)(one.asked)
    near_to = nearness(search, asks(pair.new, one.asked), plain, pair.config)
    return Recommendation(
        old=None,
        new=(one.locator,),
        status="new",
        text=one.said,
        why="new",
        addressee=one.addressee,
        strength_new=one.strength,
        hedges=one.hedges,
        candidates=_candidates(near_to, plain, search),
    )
