"""Phrases of a table as patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ccdiff.model.record import record
from ccdiff.text.alternation import any_way, joined, ways

GAP = r"[^，。；,;.]{0,60}?"  # what may stand between two parts of a phrase: no end of a clause
NEVER = r"(?!)"


def any_of(phrases: Iterable[str], bare: Sequence[str] = ()) -> re.Pattern[str]:
    """Any of the phrases; nothing where a word of ``bare`` begins."""
    phrases = tuple(phrases)
    found, none = ways(_solid(phrases), _gapped), ways(_solid(bare), _gapped)
    barred = {first: [f"(?!{any_way(rest)})"] for first, rest in none.items()}
    solid = joined({first: ["".join((*barred.get(first, ()), any_way(rest)))] for first, rest in found.items()})
    return re.compile("|".join(filter(None, (solid, _apart(phrases)))) or NEVER, re.IGNORECASE)


def deed_of(deeds: Iterable[str]) -> re.Pattern[str]:
    """Any of the deeds, further on in the same clause."""
    return re.compile(f"{GAP}(?:{one_of(deeds)})", re.IGNORECASE)


@record
class Span:
    """Where a phrase stands."""

    first: int
    last: int

    def start(self) -> int:
        """Where it begins."""
        return self.first

    def end(self) -> int:
        """Where it ends."""
        return self.last


@record
class Marked:
    """Any of some phrases, or a mark with a deed behind it in the same clause. The deeds are many and stand behind many marks, so that
    they are looked for only where a mark is.
    """

    phrases: re.Pattern[str]
    marks: re.Pattern[str]
    deed: re.Pattern[str]

    def search(self, text: str) -> Span | None:
        """The first that stands in a text."""
        return next(self.finditer(text), None)

    def match(self, text: str, at: int = 0) -> Span | None:
        """One that begins at a place."""
        found = self.phrases.match(text, at)
        if found:
            return Span(found.start(), found.end())
        mark = self.marks.match(text, at)
        deed = self.deed.match(text, mark.end()) if mark else None
        return Span(at, deed.end()) if deed else None

    def finditer(self, text: str) -> Iterator[Span]:
        """All that stand in a text, one behind the other."""
        at = 0
        marked = self._marked(text, 0)
        phrase = self.phrases.search(text)
        while phrase or marked:
            if phrase and (marked is None or phrase.start() <= marked.first):
                found = Span(phrase.start(), phrase.end())
            else:
                assert marked
                found = marked
            yield found
            at = max(found.last, found.first + 1)
            if phrase and phrase.start() < at:
                phrase = self.phrases.search(text, at)
            if marked and marked.first < at:
                marked = self._marked(text, at)

    def _marked(self, text: str, at: int) -> Span | None:
        mark = self.marks.search(text, at)
        while mark:
            deed = self.deed.match(text, mark.end())
            if deed:
                return Span(mark.start(), deed.end())
            mark = self.marks.search(text, mark.start() + 1)
        return None


def one_of(phrases: Iterable[str]) -> str:
    """An alternation, the longest phrase first; ``*`` is anything within the clause."""
    phrases = tuple(phrases)
    return "|".join(filter(None, (joined(ways(_solid(phrases), _gapped)), _apart(phrases)))) or NEVER


def _solid(phrases: Iterable[str]) -> list[str]:
    """Those whose words are not set apart, the longest first."""
    return sorted({phrase for phrase in phrases if not phrase.isascii()}, key=lambda phrase: (-len(phrase), phrase))


def _gapped(phrase: str) -> str:
    return re.escape(phrase).replace(r"\*", GAP)


def _apart(phrases: Iterable[str]) -> str:
    """Those whose words are set apart, joined by the words with which they begin: a text is looked through ten times as fast."""
    found = sorted({phrase for phrase in phrases if phrase.isascii()}, key=lambda phrase: (-len(phrase), phrase))
    return rf"\b{words}" if (words := _joined([tuple(phrase.split(" ")) for phrase in found])) else ""


def _joined(phrases: Sequence[tuple[str, ...]]) -> str:
    """What stands of some phrases behind a word that they share; the end of a phrase is the end of a word."""
    rest: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if phrase:
            rest.setdefault(phrase[0], []).append(phrase[1:])
    ways = [re.escape(word).replace(r"\*", GAP) + _behind(following) for word, following in rest.items()]
    return f"(?:{'|'.join(ways)})" if ways else ""


def _behind(phrases: Sequence[tuple[str, ...]]) -> str:
    """What may follow a word: further words of longer phrases first, or the end of the word."""
    further = _joined(phrases)
    if not further:
        return r"\b"
    return rf"(?:\ {further}|\b)" if () in phrases else rf"\ {further}"
