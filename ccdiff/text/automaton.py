"""Thousands of wordings looked for in one pass over a text, by ahocorasick_rs (Rust, ``pip install ccdiff[fast]``) where it is installed.

Putting the wordings in order for it takes longer than a report: it pays in a build, which searches many. What is found is the
same with and without it (``finder``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Search = Callable[[str], list[tuple[int, int, int]]]  # of each place: the number of the wording, the start and the end


def automaton(wordings: Sequence[str], overlapping: bool) -> Search | None:
    """A function that gives the places of the ``wordings`` in a text; ``None`` where the engine is not installed.

    ``overlapping``: all of them, by where they end; else from the left the longest, none inside another.
    """
    try:
        from ahocorasick_rs import AhoCorasick, MatchKind
    except ImportError:
        return None
    kind = MatchKind.Standard if overlapping else MatchKind.LeftmostLongest
    find = AhoCorasick(wordings, kind, store_patterns=False).find_matches_as_indexes
    return lambda text: find(text, overlapping)
