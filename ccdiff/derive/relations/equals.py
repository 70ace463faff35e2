"""Quantities that are one though they are told otherwise: 24 hours and one day, a quarter and 25 per cent, once a year and annually.

A text is put into one form for comparing (table ``equals``); it is asked for only where two texts seem to differ.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ccdiff.language import Language
from ccdiff.text.alternation import escape
from ccdiff.text.memory import Remembered
from ccdiff.text.numerals import chinese

FIGURES = r"\d[\d,]{0,29}(?:\.\d{1,15})?"  # no number is longer; an endless run of digits costs no more than its length
HAN_NUMERAL = "零〇一二两三四五六七八九十百千万亿"
HAN_RUN = rf"[{HAN_NUMERAL}]{{1,29}}"
HAN = rf"(?:{FIGURES}[万亿]?|{HAN_RUN})"
PARTED = re.compile(rf"(?P<whole>{HAN_RUN}|\d{{1,29}})分之(?P<part>{HAN_RUN}|\d{{1,29}})")
SCALES = "{0,3}"  # two hundred thousand million
COUNTED = r"[^\W\d]{0,6}?"  # what is counted, inside a ratio: 每五名渔民中有一名
DONE = r"[^\W\d]{1,8}?"  # what is done so often, between the words that say how often
GROUPED = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")  # 3,000,000
YEAR = re.compile(r"(?:19|20)\d\d$")
OF = r"(?=\s+(?:of|the|as|and|or|that|those|these|its|their|all)\b|\s*(?:[,.;:)]|$))"  # a third of them, but a third party
EXACT = 4  # digits behind the point
Spelled = dict[str, float]


def levelled(language: Language) -> Callable[[str], str]:
    """A function that puts a text's quantities into one form. Use ``language.once(levelled)``.

    >>> from ccdiff.language import load
    >>> levelled(load("en"))("at least 24 hours; a quarter of them")
    'at least 1 days; 25% of them'
    """
    rows = language.rows("equals")
    spelled = {row[0].lower(): float(row[1]) for row in language.rows("number_words") if row[1].isdigit()}
    number = _spelled_number(spelled) if spelled else HAN
    words = _replacer({word: row[1] for row in rows if row[0] == "word" for word in row[2:]})
    shares = _replacer({word: f"{row[1]}%" for row in rows if row[0] == "share" for word in row[2:]}, OF)
    parts = _parts(rows, number, spelled)
    counters = _any(row[0] for row in language.rows("quantity_units") if row[1] == "counter" and row[0])
    ratios = _ratios((word for row in rows if row[0] == "ratio" for word in row[1:]), number, spelled, counters)
    steps = (ratios, words, _often(rows), parts, shares, _measures(rows, number, spelled))

    def level(text: str) -> str:
        for step in steps:
            text = step(text)
        return GROUPED.sub("", text)

    return Remembered(level).__getitem__


def _spelled_number(spelled: Spelled) -> str:
    """A pattern of a number in figures or in the words of a language that spells it, with its scale."""
    scales = "|".join(sorted(word for word, value in spelled.items() if value >= 100 and " " not in word))
    words = "|".join(sorted((escape(word) for word in spelled if " " not in word), key=lambda word: (-len(word), word)))
    return rf"\b(?:{FIGURES}|(?:{words})(?:-(?:{words}))?)(?: (?:{scales})){SCALES}"


def _value(text: str, spelled: Spelled) -> float | None:
    """The value of a number as it stands in a text; ``None`` for a year and for what is none."""
    if YEAR.match(text):
        return None
    if not spelled:
        return _han_value(text)
    found = 0.0
    for word in re.split(r"[ -]", text.lower()):
        value = spelled.get(word)
        if value is None:
            value = float(word.replace(",", ""))
        found = found * value if value >= 100 and found else found + value
    return found


def _han_value(text: str) -> float | None:
    scale = {"万": 1e4, "亿": 1e8}.get(text[-1], 1.0) if text[0].isdigit() else 1.0
    if text[0].isdigit():
        return float(text.rstrip("万亿").replace(",", "")) * scale
    value = chinese(text)
    return None if value is None else float(value)


def _told(value: float) -> str:
    """A value in figures, without the dust of fractions."""
    rounded = round(value, EXACT)
    return str(int(rounded)) if rounded == int(rounded) else f"{rounded:.{EXACT}f}".rstrip("0")


def _any(words: Iterable[str]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(sorted((escape(word) for word in words), key=lambda word: (-len(word), word)))


def _replacer(words: dict[str, str], before: str = "") -> Callable[[str], str]:
    """Puts each word by another; a Latin one only where ``before`` follows."""
    if not words:
        return str
    bound = r"\b" if next(iter(words)).isascii() else ""
    pattern = re.compile(rf"{bound}(?:{_any(words)}){bound}{before if bound else ''}", re.IGNORECASE)
    return lambda text: pattern.sub(lambda match: words[match[0].lower()], text)


def _parts(rows: Iterable[tuple[str, ...]], number: str, spelled: Spelled) -> Callable[[str], str]:
    """Puts two thirds and 三分之二 in per cent."""
    names = {word: float(row[1]) for row in rows if row[0] == "part" for word in row[2:]}
    if not names:
        return lambda text: PARTED.sub(_parted, text)
    pattern = re.compile(rf"(?P<number>{number})[ -](?P<part>{_any(names)})\b", re.IGNORECASE)

    def percent(match: re.Match[str]) -> str:
        value = _value(match["number"], spelled)
        return match[0] if value is None else f"{round(100 * value / names[match['part'].lower()], 1):g}%"

    return lambda text: pattern.sub(percent, text)


def _parted(match: re.Match[str]) -> str:
    whole, part = _han_value(match["whole"]), _han_value(match["part"])
    return match[0] if not whole or part is None else f"{round(100 * part / whole, 1):g}%"


def _often(rows: Iterable[tuple[str, ...]]) -> Callable[[str], str]:
    """Puts how often something happens in one place: 每年审查两次, 每半年一次审查."""
    known = {(row[1], word): row[2] for row in rows if row[0] == "often" for word in row[3:]}
    if not known:
        return str
    often, times = (_any(dict.fromkeys(key[k] for key in known)) for k in (0, 1))
    pattern = re.compile(rf"(?P<often>{often})(?P<act>{DONE})(?P<times>{times})")
    return lambda text: pattern.sub(lambda m: f"{known.get((m['often'], m['times']), m['often'])}{m['act']}", text)


def _ratios(patterns: Iterable[str], number: str, spelled: Spelled, counters: str) -> Callable[[str], str]:
    """Puts one in five and 每五名渔民中有一名 in per cent, before what is counted."""
    found = sorted(patterns, key=lambda word: (-len(word), word))
    if not found:
        return str
    behind = "" if spelled else f"(?:{counters})?"
    counted = "" if spelled else f"{behind}(?P<ofK>{COUNTED})"
    put = (
        escape(one)
        .replace("N", f"(?P<n{k}>{number}){behind}")
        .replace("M", f"(?P<m{k}>{number}){counted}".replace("K", str(k)))
        for k, one in enumerate(found)
    )
    pattern = re.compile("|".join(put), re.IGNORECASE)

    def percent(match: re.Match[str]) -> str:
        k = next(k for k in range(len(found)) if match[f"n{k}"])
        part, whole = _value(match[f"n{k}"], spelled), _value(match[f"m{k}"], spelled)
        share = f"{round(100 * part / whole, 1):g}%" if part and whole and part < whole else ""
        return f"{share}{'' if spelled else match[f'of{k}']}" if share else match[0]

    return lambda text: pattern.sub(percent, text)


def _measures(rows: Iterable[tuple[str, ...]], number: str, spelled: Spelled) -> Callable[[str], str]:
    """Puts what is measured into one unit."""
    units = {word: (float(row[1]), row[2]) for row in rows if row[0] == "measure" for word in row[3:]}
    if not units:
        return str
    barred = "".join(row[1] for row in rows if row[0] == "ordinal")
    gap, end = (r"[ -]?", r"(?!\w)") if spelled else (" ?", "")
    scaled = "|(?P<plain>" + (number.removesuffix(SCALES) + "{1,3}" if spelled else rf"{FIGURES}[万亿]") + ")"
    pattern = re.compile(
        rf"{f'(?<![{barred}])' if barred else ''}(?P<number>{number}){gap}(?P<unit>{_any(units)}){end}{scaled}",
        re.IGNORECASE,
    )
    space = " " if spelled else ""

    def put(match: re.Match[str]) -> str:
        told = match["number"] or match["plain"]
        value = _value(told, spelled)
        if value is None:
            return match[0]
        factor, unit = units[match["unit"].lower()] if match["number"] else (1.0, "")
        return f"{_told(value * factor)}{'' if unit == '%' or not unit else space}{unit}"

    return lambda text: pattern.sub(put, text)
