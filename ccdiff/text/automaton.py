"""Thousands of wordings looked for in one pass over a text, by ahocorasick_rs (Rust, ``pip install ccdiff[fast]``) where it is installed.

Putting the wordings in order for it takes longer than a report: it pays in a build, which searches many. What is found is the
same with and without it (``finder``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

Everywhere = Callable[
    [str], list[tuple[int, int, int]]
]  # every place of every wording: its number, the start and the end


def automaton(wordings: Sequence[str]) -> Everywhere | None:
    """A function that gives every place of the ``wordings`` in a text, by where they end; ``None`` where the engine is not installed."""
    try:
        from ahocorasick_rs import AhoCorasick
    except ImportError:
        return None
    find = AhoCorasick(wordings, store_patterns=False).find_matches_as_indexes
    return lambda text: find(text, True)
