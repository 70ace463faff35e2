"""Matters announced in the one report and done, or given up, in the other: "正在…迁移" and "已…合并", "预计将于…发布" and "编写的…手册".

An announcement is a clause with a phrase of the table ``status_phrases``, kind ``pending``, or a mark of that kind with a deed (尚未 … 部署,
"would be" … "launched"). The other report is searched for a sentence that speaks of the same thing (rare words, names and their
neighbours, see recommendations/matter.py) and says that it is done. The earlier of the two reports, by their dates, announces; where the
dates do not tell, either may. Nothing is said on general words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.announcements import Announcement, find_announcements, thing, whole
from ccdiff.derive.progress.names import name_of, runs_of, tells
from ccdiff.derive.progress.naming import bare, naming
from ccdiff.derive.progress.nearest import nearest
from ccdiff.derive.progress.plans import done_clause
from ccdiff.derive.progress.words import MARKS, TELLING, words
from ccdiff.derive.recommendations.matter import Term, places, reduced, terms
from ccdiff.derive.recommendations.search import Search
from ccdiff.model.changes import Progress
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import clauses

__all__ = ["find_announcements", "progress"]

TITLE = re.compile(r"[“《「]([^“”《》「」]{4,40})[”》」]")
TITLE_MOST = 3  # times a name in quotation marks stands in the other report; the conventions stand everywhere
FAR = 2  # clauses between a deed and its matter from which it is another's


def progress(pair: Pair) -> tuple[Progress, ...]:
    """What one report announces and the other says is done, each matter once, in the order of the announcements.

    None where the reports are on two subjects: what the one mission announces, another has not done.
    """
    if pair.subjects:
        return ()
    found: dict[tuple[str, str, str], Progress] = {}
    forward, backward = _directions(pair.old.report.date, pair.new.report.date)
    if forward:
        for place, other, matter, said, done in _steps(pair, pair.old, pair.new):
            found.setdefault((place, other, done), Progress(place, other, matter, said, done))
    if backward:
        for place, other, matter, said, done in _steps(pair, pair.new, pair.old):
            found.setdefault((other, place, said), Progress(other, place, matter, done, said))
    return tuple(found.values())


def _directions(old: str | None, new: str | None) -> tuple[bool, bool]:
    """Which side may announce: the earlier one; both where the dates do not tell."""
    if not old or not new or old == new:
        return True, True
    return old < new, new < old


def _steps(pair: Pair, here: Reading, there: Reading) -> Iterator[tuple[str, str, str, str, str]]:
    """(place, other place, matter, announcement, what was done): of several announcements of one deed, the one it answers best."""
    announced = here.once(find_announcements)
    search = Search(here, there, titles=True)
    best: dict[tuple[str, str, str], tuple[float, str, str]] = {}
    for one in announced:
        if fold(one.quote) in there.once(whole):
            continue  # still announced
        matter = terms(here, one.text)
        done = _done(pair, one, matter, search, here, there)
        if done:
            deed = (one.place, done.place, done.quote)
            best[deed] = max(
                best.get(deed, (0.0, "", "")),
                (done.share, done.name, one.saying(done.name)),
                key=lambda found: found[0],
            )
    for (place, other, quote), (_, name, said) in best.items():
        yield place, other, name, said, quote
    answered = {(place, other) for place, other, _ in best}
    for row in pair.rows:  # the same said again is no step
        if row.relation in ("unchanged", "reworded"):
            mine, theirs = (row.old, row.new) if here is pair.old else (row.new, row.old)
            answered.update((one, other) for one in mine for other in theirs)
    for met in nearest(pair, here, there, frozenset(answered)):
        yield met.plan.place, met.told.place, met.name, met.plan.saying(met.name), done_clause(there, met.told.sentence)


@record
class Deed:
    """The sentence that says an announced matter is done: where, in which words, and what it is called."""

    place: str
    quote: str
    name: str
    share: float


def _done(
    pair: Pair, one: Announcement, matter: tuple[Term, ...], search: Search, here: Reading, there: Reading
) -> Deed | None:
    """The heaviest sentence of the other report that names the thing announced and says it is done; of equals the first."""
    where, config = there.once(places), pair.config
    linked = pair.in_new(one.place) if here is pair.old else pair.in_old(one.place)
    apart = config.progress_apart, config.progress_apart_share
    titles = _titles(one.text, there)
    best, top = None, 0.0
    for at, (score, share) in search.sentences(matter).items():
        locator, sentence = where.sentences[at]
        needed = (config.progress_linked, config.progress_share) if locator in linked else apart
        title = next((title for title in titles if fold(title) in fold(sentence)), "")
        if not title and (score < max(needed[0], top + 1e-9) or share < needed[1]):
            continue
        quote = _quote(sentence, at, matter, there)
        plain = where.text_of(at) if quote else ""
        name = quote and (title or bare(_named(one, plain, here), here.language.once(naming)))
        if name and fold(quote) not in here.once(whole):  # else it was done before
            best, top = Deed(locator, quote, name, share), score
    return best


def _titles(text: str, there: Reading) -> list[str]:
    """The names in quotation marks that the other report has too, in few places: they tell a thing by themselves (“移动微法院”)."""
    names = (match.group(1) for match in TITLE.finditer(text))
    return [name for name in names if 0 < there.once(whole).count(fold(name)) <= TITLE_MOST]


def _quote(sentence: str, at: int, matter: tuple[Term, ...], there: Reading) -> str:
    """The clause that says it is done with the one that holds most words of the matter: itself, or the one beside it."""
    known, parts = there.language.once(words), clauses(sentence)
    telling = [term for term in matter if len(term.words) == 1 and term.base >= TELLING]
    held = Counter(clause for term in telling for clause in there.once(places).holding(at, [term]))
    says = [k for k, one in enumerate(parts) if known.done.search(one.text) and not known.no_status.search(one.text)]
    near = [
        (-count, abs(k - clause), k, clause) for clause, count in held.items() for k in says if abs(k - clause) < FAR
    ]
    if not near:
        return ""
    first, last = sorted(min(near)[2:])
    return sentence[parts[first].start : parts[last].end].strip(MARKS)


def _named(one: Announcement, other: str, here: Reading) -> str:
    """What is announced, as it is called there; ``""`` where the other sentence does not name that thing.

    It stands behind the phrase (正在建立选民名册); where nothing does that tells it, or the phrase says so, it is the subject, next before
    the phrase. The one who does it is never what is announced.
    """
    if one.pointed and here.language.once(reduced)(one.pointed).strip() in other:
        return one.pointed
    if not one.behind:
        name = name_of(runs_of(thing(one, here), here), other, here)
        if name or tells(here, one.rest):
            return name
    return name_of(reversed(list(runs_of(one.text[: one.at], here))), other, here)
