"""Traditional and simplified Chinese characters: which a text is written in, and one form for both, for comparing only.

OpenCC knows which characters and words correspond; it is loaded only for a text that has traditional characters. Texts are shown
as they are written.
"""

from __future__ import annotations

import re
from functools import cache

from ccdiff.language import Language, Row, plain

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]+")
SAMPLE = 20_000  # characters that tell the script
SHARE = 0.05  # of Chinese characters: a traditional text has a third of them in forms of its own, a scan's slips one in 1,000
WORDS = ("headings", "masthead", "footnotes", "counted")  # tables that reading goes by


def is_traditional(text: str, language: Language) -> bool:
    """Whether a text is written in traditional characters; a few left by a scanner do not make it so."""
    if language.code != "zh":
        return False
    other = language.once(_traditional).findall(text, 0, SAMPLE)  # of most texts none
    return bool(other) and len(other) > SHARE * sum(map(len, HAN.findall(text, 0, SAMPLE)))


def _traditional(language: Language) -> re.Pattern[str]:
    """The characters of the table ``traditional`` that simplified texts do not use."""
    return re.compile(f"[{language.once(_characters)}]" if language.once(_characters) else r"(?!)")


@plain
def _characters(language: Language) -> str:
    pairs = [pair for row in language.rows("traditional") for pair in zip(*row[:2], strict=False)]
    return "".join(sorted({char for char, other in pairs if char != other and HAN.match(char)}))


@cache
def _converter(name: str):  # type: ignore[no-untyped-def]
    from opencc import OpenCC

    return OpenCC(name)


def simplified(text: str) -> str:
    """``text`` in simplified characters, each in its place: as long as ``text``, so that places in one are places in the other."""
    found: str = _converter("tw2s").convert(text)
    if len(found) == len(text):
        return found
    return "".join(one if len(one := _converter("tw2s").convert(char)) == 1 else char for char in text)


def both_scripts(language: Language) -> Language:
    """The language with the words that reading goes by in traditional characters too."""
    return language.once(_both)  # type: ignore[no-any-return]


def _both(language: Language) -> Language:
    other = Language(language.code, language.folders)
    for table in WORDS:
        other._tables[table] = tuple(dict.fromkeys(row for rows in map(_forms, language.rows(table)) for row in rows))
    return other


def _forms(row: Row) -> tuple[Row, Row]:
    return row, tuple(_converter("s2t").convert(cell) for cell in row)
