"""What the finding of figures asks a language: its tables, compiled once, and how figures are found in its script."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ccdiff.derive.figures import captions, subject
from ccdiff.derive.figures.frequency import Frequencies
from ccdiff.derive.figures.lexicon import Lexicon, lexicon
from ccdiff.derive.figures.statement import Hit
from ccdiff.derive.wording import canonical
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import Reading, beginnings, segmenter
from ccdiff.text.finder import Buckets, Finder, buckets

NARROW = re.compile(r"(?<=[\u3400-\u9fff》”）)])[,;:](?=[\u3400-\u9fff《“（(])")
WIDE = {",": "，", ";": "；", ":": "："}


@record
class Script:
    """How figures are found in a text, what a figure of a sentence is called, and the group of which it may count a part."""

    scan: Callable[[str], Iterable[Hit]]
    subject: Callable[[captions.Sentence, int], str]
    group: re.Pattern[str]


@record
class Tools:
    """What the finding of figures asks the language."""

    words: Lexicon
    called: captions.Words
    cut: captions.Cut
    key: Callable[[str], str]
    latin: bool
    states: Finder[str]
    keyed: Mapping[str, str]
    keyed_names: Mapping[str, str]
    script: Script


def tools(language: Language) -> Tools:
    """The tables of ``language``, compiled. Use ``language.once(tools)``."""
    words = language.once(lexicon)
    called, cut = language.once(captions.subject_words), language.once(segmenter).words
    states = Finder(language.once(state_names), language.once(beginnings))
    names = subject.keyed(words.stops["hard"] | called.of["turn"] | called.of["toward"])
    latin, keyed = bool(words.number_words), language.once(word_keys)
    often = language.once(Frequencies)
    script = _english(words, called, often) if latin else _chinese(words, called, cut, often)
    return Tools(words, called, cut, language.once(canonical), latin, states, keyed, names, script)


def _english(words: Lexicon, called: captions.Words, often: Frequencies) -> Script:
    from ccdiff.derive.figures import captions_english, english  # a Chinese pair needs none of them

    def scan(text: str) -> Iterable[Hit]:
        found = list(english.scan(text, words, often))
        found += often.adverbs(text, found)
        return sorted(found, key=lambda hit: hit.start)

    return Script(
        scan,
        lambda sentence, at: captions_english.subject(sentence, at, called, words),
        english.GROUP,
    )


def _chinese(words: Lexicon, called: captions.Words, cut: captions.Cut, often: Frequencies) -> Script:
    from ccdiff.derive.figures import captions_chinese, chinese, chinese_nouns

    return Script(
        lambda text: chinese.scan(text, words, cut, often),
        lambda sentence, at: captions_chinese.subject(sentence, at, called, cut),
        chinese_nouns.AMONG,
    )


@plain
def state_names(language: Language) -> Buckets[str]:
    """The names of all States, with what each stands for. Use ``language.once(state_names)``."""
    return buckets({name: row[0] for row in language.rows("states") for name in row[1:] if name})


def word_keys(language: Language) -> Mapping[str, str]:
    """By word, as figures are compared by it. Use ``language.once(word_keys)``."""
    return subject.keyed(language.once(lexicon).stops["hard"])


def widened(text: str) -> str:
    """A Chinese text with its half-width commas, semicolons and colons as they are printed elsewhere; no place moves."""
    return NARROW.sub(lambda mark: WIDE[mark.group()], text) if "," in text or ";" in text or ":" in text else text


def texts_of(reading: Reading) -> list[str]:
    """The texts of a report that may state figures, in reading order: its paragraphs and items, then its footnotes."""
    return [place.text for place in reading.report.paragraphs] + [note.text for note in reading.report.footnotes]


def texts_by_place(reading: Reading) -> dict[str, str]:
    """The text at each place of a report: paragraphs, items, footnotes. Use ``reading.once``."""
    notes = {note.id: note.text for note in reading.report.footnotes}
    return {place.id: place.text for place in reading.report.paragraphs} | notes


def keyed_words(reading: Reading) -> dict[str, subject.Words]:
    """The words of every text of a report, as figures are compared by them. Use ``reading.once``."""
    keyed = reading.language.once(word_keys)
    return {text: subject.Words(reading.words(text), keyed) for text in texts_of(reading)}
