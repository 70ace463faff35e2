"""Short names that one report explains and uses, and acronyms, where the other has only the full ones, in places that correspond."""

from __future__ import annotations

from collections.abc import Iterator

from ccdiff.derive.aliases import short_names, uses
from ccdiff.derive.context import Pair
from ccdiff.derive.terminology.edits import Words
from ccdiff.model.changes import Term
from ccdiff.reading import Reading


def explained(pair: Pair) -> Iterator[Term]:
    """Each such name once, with the linked places at which the one stands for the other."""
    for short, full in short_names(pair.old, pair.new).items():
        for reading, words in ((pair.new, (short, full)), (pair.old, (full, short))):
            if not any(short in paragraph.text for paragraph in reading.report.paragraphs):
                old, new = _places(pair.old, words, short), _places(pair.new, words[::-1], short)
                linked = tuple((one, other) for one in old for other in pair.in_new(one) if other in new)
                if linked:
                    yield Term(*words, linked, "lexicon")
                break


def _places(reading: Reading, words: Words, short: str) -> list[str]:
    """Where a report uses the first of a short and a full name by itself."""
    used = ((p.id, uses(p.text, short, words[short == words[0]])) for p in reading.report.paragraphs)
    return [at for at, found in used if found[words[0] != short]]
