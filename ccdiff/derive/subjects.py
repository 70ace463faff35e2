"""Two reports of one kind on two subjects: the budgets of two missions, the reviews of two States.

Each title names something that the other does not, and each report speaks of its own at length and of the other's hardly. Much of
their text is the same, and their figures stand in the same places; but they are figures of two things, and nothing has changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from ccdiff.derive.context import Pair
from ccdiff.derive.wording import pieces
from ccdiff.language import Language
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

OFTEN = 5  # times a report names its subject at least: A/80/604/Add.1 names UNDOF 28 times, the opening part left out
HARDLY = 0.2  # share of that with which the other may name it: Add.2 names UNDOF never; a State of which both speak is no subject


def subjects(pair: Pair) -> tuple[str, str] | None:
    """What the old report is about and what the new one, where these are two things; a note says so. Else ``None``.

    Names are those of the tables ``names`` and ``states``: subjects that no table knows are not told apart.
    """
    if pair.again:
        return None
    old, new = _in_title(pair.old), _in_title(pair.new)
    ours = _about(pair.old, pair.new, [name for name in old if name not in new])
    theirs = _about(pair.new, pair.old, [name for name in new if name not in old]) if ours else None
    if not ours or not theirs:
        return None
    known = pair.old.language.once(_printed)
    found = known[ours], known[theirs]
    pair.note("other-subjects", earlier=found[0], later=found[1])
    return found


def _in_title(side: Reading) -> list[str]:
    """What the title names, by its canonical name, in order."""
    return [part for part, kind in side.language.once(pieces)(side.report.title) if kind in ("name", "place")]


def _printed(language: Language) -> dict[str, str]:
    """Names of things and States as they are printed, by their canonical form."""
    return {fold(row[1]): row[1] for table in ("states", "names") for row in language.rows(table) if len(row) > 1}


def _about(here: Reading, there: Reading, named: Iterable[str]) -> str | None:
    """The first thing named that this report speaks of often and the other hardly. A city is where a meeting was held, and no subject."""
    for name in named:
        if name not in here.language.once(_printed):
            continue
        often = _times(here, name)
        if often >= OFTEN and _times(there, name) <= HARDLY * often:
            return name
    return None


def _times(side: Reading, name: str) -> int:
    """How often the paragraphs name a thing, under whatever name, the opening part left out."""
    cut = side.language.once(pieces)
    texts = (paragraph.text for paragraph in side.report.paragraphs if paragraph.kind != "front")
    return sum(part == name and bool(kind) for text in texts for part, kind in cut(text))
