"""All figures of a report, each with its subject and with what it is paired by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ccdiff.derive.figures import captions, captions_chinese, captions_english, chinese, english, subject
from ccdiff.derive.figures.dates import read_date
from ccdiff.derive.figures.hit import Hit
from ccdiff.derive.figures.lexicon import Lexicon, lexicon
from ccdiff.language import Language
from ccdiff.model.changes import FigureMention
from ccdiff.reading import Reading, segmenter

SENTENCE = re.compile(r"[。！？\n]|(?<=[a-z0-9)])[.](?=\s|$)")
UNIT = {True: 24, False: 8}  # characters of the noun in a unit, Latin and Chinese
COLON = re.compile(r"[:：]\s*$")


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure as it is paired: ``near`` and ``far`` are the features of its clause and of its sentence (near included).

    ``direction`` is "rise" or "fall" where the text says so right before the number, else ""; ``role`` is "from" for the
    first number of "由 9.8% 降至 7.5%", else "". ``general``: its counter says nothing of the thing (个, 项); ``letters``: the
    pairs of neighbouring letters of the clause, which stay alike where words are cut or translated otherwise.
    """

    mention: FigureMention
    kind: str
    family: str
    noun: str
    near: frozenset[str]
    far: frozenset[str]
    direction: str
    role: str
    general: bool = False
    letters: frozenset[str] = frozenset()


def find_figures(reading: Reading) -> tuple[FigureMention, ...]:
    """The figures of a report in reading order: its paragraphs and items, then its footnotes. Use ``reading.once``."""
    return tuple(statement.mention for statement in reading.once(find_statements))


def scan(text: str, language: Language) -> Iterator[Hit]:
    """The figures of a text in ``language``, without their subjects."""
    words = language.once(lexicon)
    if language.rows("number_words"):
        return english.scan(text, words)
    return chinese.scan(text, words, language.once(segmenter).words)


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """The figures of a report with what they are paired by. Use ``reading.once``."""
    words = reading.language.once(lexicon)
    called = captions.distinct(_called(reading))
    chapeaux: dict[str, tuple[frozenset[str], str | None]] = {}
    found: list[Statement] = []
    for place in reading.report.paragraphs:
        chapeau, dated = chapeaux.get(place.parent or "", (frozenset(), None))
        if place.parent is None and COLON.search(place.text):
            dates = _dates(place.text, words, reading.report.date)
            said = frozenset(reading.once(keyed_words)[place.text].keys)
            chapeaux[place.id] = (said, dates[-1][1] if dates else None)
        found.extend(_statements(place.id, place.text, reading, chapeau, dated, called))
    for note in reading.report.footnotes:
        found.extend(_statements(note.id, note.text, reading, frozenset(), None, called))
    return tuple(found)


def hits_of(reading: Reading) -> dict[str, list[Hit]]:
    """The figures of every text of a report, without their subjects. Use ``reading.once``."""
    return {text: list(scan(text, reading.language)) for text in _texts(reading)}


def _texts(reading: Reading) -> list[str]:
    """The texts of a report that may state figures, in reading order: its paragraphs and items, then its footnotes."""
    return [place.text for place in reading.report.paragraphs] + [note.text for note in reading.report.footnotes]


def _called(reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """What each figure of a report may be called, in the order of ``find_statements``."""
    known, words = reading.language.once(lexicon), reading.language.once(captions.subject_words)
    latin, cut = bool(known.number_words), reading.language.once(segmenter).words
    for text in _texts(reading):
        hits = reading.once(hits_of)[text]
        if not hits:
            continue
        sentence = captions.Sentence(text, hits)
        for at, hit in enumerate(hits):
            if latin:
                yield hit.unit, captions_english.subjects(sentence, at, words, known)
            else:
                yield hit.unit, captions_chinese.subjects(sentence, at, words, known, cut)


def _statements(
    locator: str,
    text: str,
    reading: Reading,
    chapeau: frozenset[str],
    dated: str | None,
    called: Iterator[str],
) -> Iterator[Statement]:
    hits = reading.once(hits_of)[text]
    if not hits:
        return
    words, cut = reading.language.once(lexicon), reading.language.once(segmenter).words
    dates = _dates(text, words, reading.report.date)
    said = reading.once(keyed_words)[text]
    for at, hit in enumerate(hits):
        neighbours = [*hits[max(0, at - 1) : at], *hits[at + 1 : at + 2]]
        span = subject.near_bounds(text, hit, neighbours)
        far = subject.bounds(text, hit, subject.FAR)
        if far[0] and words.cues["anaphor"].search(
            text, far[0], hit.start
        ):  # "该名单载有 132 个国家…" leans on what is before
            far = subject.bounds(text, subject.at(far[0] - 1), subject.FAR)[0], far[1]
        near_words = frozenset(_around(said, hit, span))
        far_words = near_words | frozenset(_around(said, hit, far)) | chapeau
        as_of = _as_of(text, hit, dates) or dated
        role = _role(text, hit, hits[at + 1 : at + 2], words)
        yield _statement(locator, text, hit, span, next(called), as_of, near_words, far_words, role, words, cut)


def _around(said: subject.Words, hit: Hit, span: tuple[int, int]) -> list[str]:
    return said.between(span[0], hit.start) + said.between(hit.unit_end, span[1])


def _statement(
    locator: str,
    text: str,
    hit: Hit,
    span: tuple[int, int],
    called: str,
    as_of: str | None,
    near: frozenset[str],
    far: frozenset[str],
    role: str,
    words: Lexicon,
    cut: captions.Cut,
) -> Statement:
    turn = words.direction.search(text, max(0, hit.start - 16), hit.start)
    mention = FigureMention(
        locator,
        text[hit.start : hit.end],
        hit.value,
        hit.qualifier,
        as_of,
        hit.start,
        hit.end,
        called,
        _unit(hit, cut),
        hit.value_to,
    )
    letters = subject.letters(text[span[0] : hit.start], text[hit.unit_end : span[1]])
    direction = words.directions[turn.group(1)] if turn else ""
    return Statement(
        mention,
        hit.kind,
        hit.family,
        hit.noun,
        near,
        far,
        direction,
        role,
        bool(words.cues["general"].fullmatch(hit.unit)),
        letters,
    )


def _unit(hit: Hit, cut: captions.Cut) -> str:
    """The unit as shown: the counter with its noun ("项建议"), an English noun; of a long one the last words."""
    if hit.kind != "counter":
        return hit.unit
    latin, longest = not hit.unit, UNIT[not hit.unit]
    noun = hit.noun.rpartition(" ")[2] if latin and " and " in hit.noun else hit.noun
    pieces = noun.split() if latin else list(cut(noun))
    while len(pieces) > 1 and sum(map(len, pieces)) + latin * (len(pieces) - 1) > longest:
        pieces.pop(0)
        while latin and len(pieces) > 1 and (pieces[0][0].isupper() or pieces[0] in ("and", "or")):
            pieces.pop(0)  # "main battle tanks", not "Forces main battle tanks"
    return hit.unit + (" " if latin else "").join(pieces)


def _role(text: str, hit: Hit, after: list[Hit], words: Lexicon) -> str:
    """ "from" where the clause leads from this number to the next: "从 54 万亿元增加到 82.7 万亿元"."""
    if not after or after[0].start - hit.end > 24 or not words.cues["to"].search(text, hit.end, after[0].start):
        return ""
    return "from" if words.cues["from"].search(text, max(0, hit.start - 24), hit.start) else ""


def _dates(text: str, words: Lexicon, issued: str | None) -> list[tuple[int, str]]:
    """Where ``text`` says "as of", and the date it gives (ISO)."""
    cue = words.cues.get("as_of")
    if cue is None:
        return []
    found = ((match.start(), read_date(text, match.end(), issued, words.months)) for match in cue.finditer(text))
    return [(at, date) for at, date in found if date]


def _as_of(text: str, hit: Hit, dates: list[tuple[int, str]]) -> str | None:
    """The date that holds for ``hit``: the last one said before it in its sentence."""
    for at, date in reversed(dates):
        if at < hit.start:
            return None if hit.start - at > subject.LONGEST or SENTENCE.search(text, at, hit.start) else date
    return None


def keyed_words(reading: Reading) -> dict[str, subject.Words]:
    """The words of every text of a report, as figures are compared by them. Use ``reading.once``."""
    ignored = reading.language.once(lexicon).stops["hard"]
    return {text: subject.Words(text, reading.words(text), ignored) for text in _texts(reading)}


def paragraph_features(reading: Reading) -> tuple[Counter[str], int]:
    """In how many texts of a report each word stands, and how many texts it has. Use ``reading.once``."""
    counts: Counter[str] = Counter()
    texts = reading.once(keyed_words)
    for said in texts.values():
        counts.update(set(said.keys))
    return counts, len(texts)
