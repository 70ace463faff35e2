"""How a report says that something is announced, under way or done: the table ``status_phrases`` as patterns."""

from __future__ import annotations

import re

from ccdiff.derive.progress.patterns import Marked, any_of, deed_of, one_of
from ccdiff.derive.recommendations.matter import reduced
from ccdiff.language import Language, plain
from ccdiff.model.record import record

MARKS = " \t\n，。；：、,;:."
FORWARD = frozenset(
    {"ahead", "asks", "not", "object", "unmade", "process", "decides", "off", "later"}
)  # kinds of marks (table ``deeds``)
PENDING = frozenset({"pending", "behind", "mark-pending"})  # kinds of the table ``status_phrases``
DEEDS = ("deed", "event", "off", "later")  # kinds of the table ``deeds`` that name what is done
TELLING = 0.5  # base weight of a word from which it tells one matter from another


@record
class Words:
    pending: Marked
    done: Marked
    no_status: re.Pattern[str]
    behind: Marked
    deeds: frozenset[str]
    acts: frozenset[str]
    nominal: frozenset[str]
    joiners: frozenset[str]
    holds: frozenset[str]
    rounds: frozenset[str]
    drafts: frozenset[str]
    silent: frozenset[str]
    opens: frozenset[str]
    toward: frozenset[str]
    aims: re.Pattern[str]
    points: re.Pattern[str]
    recital: re.Pattern[str]
    praise: re.Pattern[str]
    raised: re.Pattern[str]
    verdict: re.Pattern[str]
    plans: re.Pattern[str]
    reviews: re.Pattern[str]


def words(language: Language) -> Words:
    """The table ``status_phrases`` as patterns. Use ``language.once(words)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("status_phrases"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    deeds, form = table.get("deed", ()), language.once(_plain)
    pending = (*table.get("pending", ()), *table.get("behind", ()))
    bare, deed = table.get("bare", ()), deed_of(deeds)
    acts = frozenset(form[word] for word in (*deeds, *_deeds(language)))
    return Words(
        pending=Marked(any_of(pending, bare), any_of(table.get("mark-pending", ()), bare), deed),
        done=Marked(
            any_of((*table.get("done", ()), *table.get("dropped", ()))), any_of(table.get("mark-done", ())), deed
        ),
        no_status=any_of(table.get("not", ())),
        behind=Marked(any_of(table.get("behind", ())), any_of(table.get("mark-behind", ())), deed),
        deeds=frozenset(form[deed] for deed in deeds),
        acts=acts,
        nominal=acts.union(*(row[1:] for row in language.rows("deeds") if row[0] == "both")),
        silent=frozenset(form[word] for word in (*deeds, *table.get("silent", ()))),
        opens=frozenset(table.get("opens", ())),
        joiners=frozenset(table.get("joiner", ())),
        rounds=frozenset(table.get("rounds", ())),
        holds=frozenset(table.get("holds", ())),
        drafts=frozenset(table.get("draft", ())),
        toward=frozenset(table.get("toward", ())),
        aims=any_of(table.get("toward", ())),
        points=re.compile(one_of(table.get("points", ())), re.IGNORECASE),
        recital=any_of(table.get("recital", ())),
        praise=any_of(table.get("praise", ())),
        raised=any_of(table.get("raised", ())),
        verdict=any_of(table.get("verdict", ())),
        plans=any_of(table.get("plans", ())),
        reviews=any_of(table.get("reviews", ())),
    )


@plain
def _plain(language: Language) -> dict[str, str]:
    """The deeds and the verbs of speaking, in comparable form."""
    form = language.once(reduced)
    spoken = (word for row in language.rows("status_phrases") if row[0] in ("deed", "silent") for word in row[1:])
    return {word: form(word).strip() for word in (*spoken, *_deeds(language))}


def _deeds(language: Language) -> list[str]:
    """The deeds of the table ``deeds``, in their base forms."""
    rows = [row for row in language.rows("deeds") if row[0] in DEEDS]
    return [word for row in rows for word in (row[1:2] if row[1].isascii() else row[1:])]


def forward(language: Language) -> re.Pattern[str]:
    """One of the marks without which a clause tells nothing that lies ahead, so that others need no closer look; where spaces set words
    apart nearly every clause has one, and the pattern is empty. Use ``language.once(forward)``.
    """
    status = [word for row in language.rows("status_phrases") if row[0] in PENDING for word in row[1:]]
    marks = [word for row in language.rows("deeds") if row[0] in FORWARD for word in row[1:]]
    return re.compile("" if any(map(str.isascii, marks)) else one_of((*status, *marks)))
