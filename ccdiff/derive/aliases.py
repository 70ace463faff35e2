"""Short names that a report explains itself: 联合国卡兰过渡援助团（联卡援助团）, United Nations Disengagement Observer Force (UNDOF).

What a report calls so is one thing under two names, whether or not the lexicon knows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ccdiff.derive.wording import things
from ccdiff.language import Language
from ccdiff.reading import Reading
from ccdiff.text.alternation import escape
from ccdiff.text.normalise import fold

EXPLAINED = re.compile(r"[（(](?:以下)?(?:简称|称|下称)?[“\"]?([^\s（）()，。、；：:“”\"《》\d]{2,12})[”\"]?[）)]")
LATIN = re.compile(r"[A-Z][A-Za-z-]*[A-Z][A-Za-z-]*$")
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*")
ACRONYM = re.compile(r"(?<![\w/-])[A-Z]{3,6}(?![\w/-])")
CAPITAL = r"[A-Z][A-Za-z’'-]+"
POSSESSIVE = re.compile(r"['’]s?$")
LONGEST = 30  # characters of a full name of Han
SHORTEST = 3  # characters of a short name of Han that is looked for without further care; of two, too many words are
SPACE = 120  # characters before a bracket in which a full Latin name stands
MORE = 2  # characters that a full name has more than its short one


def aliases(reading: Reading) -> dict[str, str]:
    """Short names with the full ones that they stand for, as the report explains them. One that is explained twice counts once."""
    found: dict[str, str] = {}
    known = reading.language.once(things)
    for paragraph in reading.report.paragraphs:
        text = paragraph.text
        if "(" in text or "（" in text:
            for match in EXPLAINED.finditer(text):
                before = text[max(0, match.start() - SPACE) : match.start()]
                full = _by_lexicon(match[1], before.rstrip(), known) or _full(match[1], before)
                if full:
                    found.setdefault(match[1], full)
    return found


def short_names(old: Reading, new: Reading) -> dict[str, str]:
    """The short names of two reports with the full ones: those that one explains, and acronyms."""
    return _initialled(old, new) | new.once(aliases) | old.once(aliases)


def _initialled(old: Reading, new: Reading) -> dict[str, str]:
    """Acronyms that one report has and never explains, with the one name in the other of whose capitals they are made; none that the lexicon
    knows, since it says whose they are (WTO is not the World Tourism Organization).
    """
    found: dict[str, str] = {}
    known = new.language.once(things)
    texts = ["\n".join(p.text for p in reading.report.paragraphs) for reading in (old, new)]
    for here, there in (texts, texts[::-1]):
        unknown = (short for short in dict.fromkeys(ACRONYM.findall(here)) if fold(short) not in known)
        acronyms = [short for short in unknown if short not in there]
        named = new.language.once(_names).findall(there) if acronyms else ()
        names = [name.split(" ") for name in dict.fromkeys(named)]
        for short in acronyms:
            full = {name for words in names for name in _by_capitals(short, words) if name not in here}
            if len(full) == 1:
                found[short] = full.pop()
    return found


def _names(language: Language) -> re.Pattern[str]:
    """Latin names: capitalised words, with up to two small words between any two."""
    small = [word for row in language.rows("fillers") if row[0] == "function" for word in row[1:] if word.isalpha()]
    return re.compile(rf"{CAPITAL}(?: (?:(?:{'|'.join(map(escape, small))}) ){{0,2}}{CAPITAL})+")


def _by_capitals(short: str, words: Sequence[str]) -> Iterator[str]:
    """The parts of a name of which the capitals are those letters, but for that of a possessive: ITF, International Transport Workers' Federation."""
    capitals = [at for at, word in enumerate(words) if word[0].isupper()]
    for row in (capitals[at : at + len(short) + more] for at in range(len(capitals)) for more in (0, 1)):
        ways = (row, *(row[:k] + row[k + 1 :] for k in range(1, len(row)) if POSSESSIVE.search(words[row[k]])))
        if any("".join(words[at][0] for at in way) == short for way in ways):
            yield " ".join(words[row[0] : row[-1] + 1])


def uses(text: str, short: str, full: str) -> tuple[bool, bool]:
    """Whether a text has a short name outside of its explanation and outside of the full name, and whether it has the full name."""
    if short not in text:
        return False, full in text
    rest = re.sub(rf"{re.escape(full)}\s?[（(][^（）()]*[）)]|{re.escape(full)}", "", text)
    return short in rest, full in text


def _full(short: str, before: str) -> str:
    if LATIN.fullmatch(short):
        return _by_initials(short, before)
    return _by_characters(short, before) if len(short) >= SHORTEST and not short.isascii() else ""


def _by_lexicon(short: str, before: str, known: dict[str, str]) -> str:
    """The longest end of the text before a bracket that the lexicon knows as a name of what stands in the bracket: 欧洲航天局（欧空局）."""
    thing = known.get(fold(short))
    ends = (before[at:] for at in range(len(before) - len(short))) if thing else ()
    return next((end for end in ends if end[0].isalnum() and known.get(fold(end)) == thing), "")


def _by_initials(short: str, before: str) -> str:
    """The last words before a bracket whose capitals are the letters of an acronym; small words between them do not count."""
    words = list(WORD.finditer(before))
    if not words or words[-1].end() != len(before.rstrip()):
        return ""
    letters = [char for char in short if char.isupper()]
    for word in reversed(words):
        first = word[0][0]
        if first.isupper():
            if not letters or first != letters.pop():
                return ""
            if not letters:
                return before[word.start() :].rstrip()
    return ""


def _by_characters(short: str, before: str) -> str:
    """The shortest end of the text before a bracket that holds the characters of a short name in order, and ends as it does."""
    at = len(before)
    for k, char in enumerate(reversed(short)):
        at = before.rfind(char, 0, at)
        if at < 0 or (k == 0 and at != len(before) - 1):
            return ""
    full = before[at:]
    return full if full.isalnum() and len(short) + MORE <= len(full) <= LONGEST else ""


def is_short(words: tuple[str, str], reading: Reading) -> bool:
    """Whether one of two wordings is short for the other."""
    return any(_stands_for(short, reading.words(full)) for short, full in (words, words[::-1]))


def _stands_for(short: str, full: Sequence[str]) -> bool:
    """Whether a wording is made of the initials of another, or of characters in it up to its end, of which none is a word.

    The last word may be in both, where the rest begins alike: 世界卫生大会, 世卫大会.
    """
    words = [word for word in full if word.isalpha()]
    if short.isascii() or not words:
        return short.isupper() and len(short) > 1 and "".join(word[0] for word in words).upper() == short
    whole, end = "".join(words), -1
    if short != words[-1] and short.endswith(words[-1]):
        short, whole, end = short.removesuffix(words[-1]), whole.removesuffix(words.pop()), 0
    left = iter(whole)
    apart = 1 < len(short) <= len(whole) - MORE and not any(word in short for word in words if len(word) > 1)
    return apart and short not in whole and short[end] == whole[end] and all(char in left for char in short)
