"""Recommendations of which the new report only says that they were made: cited, handed to another body, put off, outside its mandate.

"The proposal for an international decade has been transmitted to the Council": a noun for what is asked with what became of it. What such
a sentence speaks of is told by little else, so that it needs to hold less of the recommendation than a sentence that takes it up.
"""

from __future__ import annotations

import re

from ccdiff.derive.context import Pair
from ccdiff.derive.progress.phases import turns
from ccdiff.derive.recommendations.find import Advice, find_recommendations
from ccdiff.derive.recommendations.likeness import telling, telling_parts, weights
from ccdiff.derive.recommendations.matter import HAN
from ccdiff.derive.recommendations.words import Words, words
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.sentences import sentences

BEHIND = 24  # characters between a symbol and the number of the paragraph that is cited


@record
class Handed:
    """A sentence that only tells what became of something asked; ``parts``: what tells its matter, ``about`` that of what was asked."""

    locator: str
    sentence: str
    parts: frozenset[str]
    about: frozenset[str]


def handed_on(reading: Reading) -> tuple[Handed, ...]:
    """The sentences of a report that only tell what became of something asked; not what carries it out ("as requested …"). Use
    ``reading.once(handed_on)``.
    """
    known, answers = reading.language.once(words), reading.language.once(turns).answers
    own = {one.locator for one in reading.once(find_recommendations) if not one.repeats}
    found = []
    for paragraph in reading.report.paragraphs:
        spans = sentences(paragraph.text) if paragraph.kind != "front" and paragraph.id not in own else ()
        for text in (span.text for span in spans if not answers.search(span.text)):
            match = known.recalled.search(text) or known.handed.search(text)
            if match:
                parts = telling_parts(reading, text)
                named = match["of"] is not None  # what follows a verb that recalls, or a noun for what is asked
                about = telling_parts(reading, _about(text, match, known)) if named else parts
                found.append(Handed(paragraph.id, text, parts, about or parts))
    return tuple(found)


def _about(sentence: str, match: re.Match[str], known: Words) -> str:
    """What was asked, as far as the sentence names it: behind the noun for it, in Chinese before it."""
    if not HAN.search(sentence):
        return match["of"]
    head = match["what"] if "what" in match.re.groupindex else sentence[: match.start()]
    starts = [found.end() for found in known.regard.finditer(head)]
    return head[starts[0] :] if starts else head


class Cited:
    """Where the new report cites a recommendation of the old one by symbol and place: "(UNEP/LIP/WG.2/6, para. 36 (k))"."""

    def __init__(self, pair: Pair) -> None:
        symbol, answers = pair.old.report.symbol, pair.new.language.once(turns).answers
        found: list[tuple[str, str, bool]] = []
        for paragraph in pair.new.report.paragraphs if "/" in symbol else ():
            if symbol in paragraph.text and paragraph.kind != "front":
                spans = [span.text for span in sentences(paragraph.text) if symbol in span.text]
                found += [
                    (paragraph.id, text[text.index(symbol) + len(symbol) :], not answers.search(text)) for text in spans
                ]
        self._found = found

    def places(self, locator: str) -> dict[str, bool]:
        """The places, each with whether nothing more is said of it than what became of it."""
        number, _, item = locator.rstrip(")").partition("(")
        if not self._found or not number.isdigit():
            return {}
        named = rf"(?<!\d){number}\s*[(（]\s*{re.escape(item)}\s*[)）]" if item else rf"(?<!\d){number}(?!\s*[(（\d])"
        near = re.compile(rf"^[^;；。]{{0,{BEHIND}}}?{named}")
        return {place: only for place, text, only in self._found if near.search(text)}


def passed_on(pair: Pair, one: Advice) -> Handed | None:
    """The sentence that only tells what became of a recommendation: of those that share enough of what it asks, the one that does most."""
    found = pair.new.once(handed_on)
    if not found or pair.subjects:
        return None
    mine = telling(pair.old, one)
    every = mine.union(*(other.parts | other.about for other in found))
    weight = weights(pair, set(every))
    size = sum(weight[part] for part in sorted(mine)) or 1.0
    least = pair.config.recommendation_handed_least * max(weight.values(), default=0.0)
    best, top = None, 0.0
    for other in found:
        held = sum(weight[part] for part in sorted(mine & other.parts))
        named = sum(weight[part] for part in sorted(mine & other.about))
        whole = sum(weight[part] for part in sorted(other.about)) or 1.0
        share = max(held / size, named / whole)
        if held >= least and share >= pair.config.recommendation_handed and held > top:
            best, top = other, held
    return best
