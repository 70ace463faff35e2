"""Phrases of the table ``recommendation_words`` as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from ccdiff.text.alternation import escape, joined, ways


class AnyOf:
    """A pattern for any of the phrases of some kinds of the table ``recommendation_words``, compiled when it is first asked for."""

    def __init__(self, *kinds: str, form: str = "%") -> None:
        """``form``: what stands around the phrases, which take the place of its %."""
        self._kinds, self._form, self._name = kinds, form, ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Remember under which name the pattern is kept."""
        self._name = name

    def __get__(self, known: Any, owner: type) -> re.Pattern[str]:
        """The pattern, which takes the place of its maker."""
        found = re.compile(self._form.replace("%", pattern_of(known.phrases(*self._kinds))))
        known.__dict__[self._name] = found
        return found


def pattern_of(phrases: Iterable[str]) -> str:
    """An alternation, the longest phrase first; ``*`` is anything within the clause, up to 40 characters."""
    longest_first = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return joined(ways(longest_first, _whole)) or r"(?!)"


def _whole(phrase: str) -> str:
    escaped = escape(phrase).replace(r"\*", r"[^。；;]{0,40}?")
    return rf"\b{escaped}\b" if phrase.isascii() and phrase[:1].isalpha() else escaped
