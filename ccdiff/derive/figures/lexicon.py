"""The language's tables about figures, compiled once: how numbers are written, units, qualifiers, what is no figure, what ends a noun."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from ccdiff.derive.figures.subject import stem
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.text.alternation import escape, joined, ways
from ccdiff.text.numerals import HAN_NUMERAL

ARABIC = r"(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.])|\d+(?:\.\d+)*)"
SCALE = r"(?:万亿|千万|百万|十万|[亿万百]|千(?![克米瓦赫帕卡焦伏安])|[kK](?=\+)|(?<=\d\d)[wW](?![A-Za-z]))"  # 千克 is a unit
HAN = rf"[{HAN_NUMERAL}]{{1,24}}(?:点[{HAN_NUMERAL}]{{1,9}})?"
NEVER = re.compile(r"(?!)")


def chinese_number(language: Language) -> re.Pattern[str]:
    """A number with its unit: "6,200 多项", "百分之三十", "3 至 5 个", "三分之一", "1386万"."""
    rows = language.rows("quantity_units")
    unit = any_of((row[0], row[2], row[3] if len(row) > 3 else "") for row in rows)
    one = rf"(?:{ARABIC}|{HAN})"
    return re.compile(
        rf"(?P<half>半数|(?<![另前后上下])一半|过半数?|减半)(?![年月天日小时个岁生身信疑])"
        rf"|(?P<tenths>[一二三四五六七八九])成(?P<hundredths>[一二三四五六七八九])(?![一二三四五六七八九十百千万])"
        rf"|百分之\s*(?P<share>{one})(?:\s*(?:至|到|[-—–－~～]+)\s*(?:百分之)?\s*(?P<share_to>{one}))?"
        rf"|(?P<under>{HAN}|\d+)\s*分之\s*(?P<over>{HAN}|\d+)"
        rf"|(?P<number>{ARABIC}(?:\s*[多余]?\s*(?P<scale>{SCALE})(?:(?<=亿)\s*\d[\d,，]*\s*万|\s*\d+\s*[百千][多余]?万?|\d+[多余]?万?(?![\d.,，%％]))?)?|{HAN})(?P<percent>\s*[%％])?"
        rf"(?:\s*(?P<first>[^\W\d_]{{1,3}})?\s*(?:至|到|[-—–－~～]+)\s*(?P<to>{ARABIC}(?:\s*{SCALE})?|{HAN})(?(first)(?=\s*(?P=first))))?"
        rf"\s*(?P<plus>[多余几])?(?:(?<=[多余几])(?P<late>{SCALE}))?\s*"
        rf"(?P<unit>[%％]|{unit})?(?:(?<=[年月天日时周])(?P<and_half>半))?"
    )


def english_number(words: Mapping[str, int]) -> re.Pattern[str]:
    """A number in figures or words: "1,116", "$5.2 million", "thirty-two", "7 to 9 per cent", "two thirds"."""
    spelled = "|".join(sorted(words, key=lambda word: (-len(word), word)))
    scale = "|".join(word for word in words if words[word] >= 1000)
    figure = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.])|\d+(?:\.\d+)?)"
    named = rf"(?:(?:{spelled})(?:(?:[ -]|[ ]and[ ])(?:{spelled}))*)"
    one = rf"(?:{figure}|{named})"
    spelt = "|".join(word for word in words if 1 <= words[word] <= 12 and word.isalpha())
    few = rf"{spelt}|[1-9]|10"
    tens = "|".join(word for word in words if 12 < words[word] < 100 and word.isalpha())
    return re.compile(
        rf"(?<![A-Za-z0-9/_.\-\u2010\u2011])(?<!\d,)(?i:(?P<part>(?:one|two|three|four|a)[ -](?:half|thirds?|quarters?|fourths|fifths?|sixths?|eighths?|tenths?)"
        rf"|(?<!first )(?<!second )(?<!latter )(?<!other )half(?=[ \n]+(?:of|the|its|their|all)\b)|(?<=\bby )half\b(?![ \n]+(?:a|an)\b))\b"
        rf"|(?:(?P<one>one|1)[ \n]+(?:in|out[ ]of|(?:out[ ])?of[ \n]+every)|(?P<few>{few})[ \n]+(?:out[ ]of|in(?=[ \n]+every\b)|in(?=[ \n]+(?:{spelt})\b))"
        rf"|(?P<lone>one|\d{{1,3}}(?=[ \n]+[a-z]+[ \n]+out[ ]of\b))[ \n]+(?:[a-z]+[ \n]+){{1,2}}(?:in|out[ ]of)(?=[ \n]+(?:every[ \n]+)?(?:{few}|{tens}|\d{{1,3}}(?:,\d{{3}})*)\b(?![ \n]+(?!is\b|was\b|has\b)[a-z]+s\b)))"
        rf"[ \n]+(?:every[ \n]+)?(?P<many>{few}|{tens}|\d{{1,3}}(?:,\d{{3}})*|hundred)\b(?![ \n]+(?:per|million|hundred|thousand)\b)"
        rf"|(?P<between>(?<=between ))?(?P<from>(?<=from )(?<!ranging from )(?<!ranged from )(?<!range from )(?<!varied from ))?"
        rf"(?P<currency>(?:US|C|A|NZ|HK)?[$€£¥₹]\s?|(?:USD|EUR|GBP|CHF|Rs\.?)\s?)?(?P<number>{one})(?:(?:[ ](?P<low>{scale}))?\s?(?:-|–|(?(from)(?!)|to)|(?<=[ ])and(?=[ ])(?(between)|(?!)))\s?(?(currency)(?:US|C|A|NZ|HK)?[$€£¥₹]?)(?P<to>{one}))?"
        rf"(?:[ \n]+(?P<scale>{scale})|(?<=\d)(?P<short>(?(currency)(?:[kKmM]|bn|mn)|k(?=[ ](?:euros?|dollars?|pounds?)\b)))(?![A-Za-z]))?(?P<percent>\s?%|[ \n]+per[ \n]?cent\b)?)(?![A-Za-z0-9/_\-]|[.,]\d)"
    )


def any_of(rows: Iterable[tuple[str, ...]]) -> str:
    found = sorted({(row[0], row[2] if len(row) > 2 else "") for row in rows}, key=lambda row: (-len(row[0]), row))
    return "(?:" + "|".join(escape(word) + _not_before(word, after) for word, after in found) + ")" if found else ""


def _not_before(word: str, after: str) -> str:
    """Characters, or words with spaces between them, that must not follow; no letter follows a word in Latin letters."""
    if not after:
        return "(?![A-Za-z])" if word[-1:].isascii() and word[-1:].isalpha() else ""
    return f"(?!{'|'.join(map(escape, after.split()))})" if " " in after else f"(?![{escape(after)}])"


@record
class Unit:
    """A word after a number. ``kind``: counter|noun|measure|span|year|day|money|percent|bare; ``family``: the class of thing, or ""."""

    word: str
    kind: str
    family: str


@record
class Lexicon:
    """What the scanners ask the language. The patterns are for ``search`` on the text before or ``match`` after a number."""

    units: Mapping[str, Unit]
    number: re.Pattern[str]
    mask: re.Pattern[str]
    qualifier_before: re.Pattern[str]
    qualifier_after: re.Pattern[str]
    qualifiers: Mapping[str, str]
    rejected_before: re.Pattern[str]
    rejected_han: re.Pattern[str]
    rejected_few: re.Pattern[str]
    allowed_before: re.Pattern[str]
    rejected_after: re.Pattern[str]
    cues: Mapping[str, re.Pattern[str]]
    nouns: re.Pattern[str]
    families: Mapping[str, str]
    stops: Mapping[str, frozenset[str]]
    directions: Mapping[str, str]
    direction: re.Pattern[str]
    months: Mapping[str, int]
    number_words: Mapping[str, int]
    unit_after: re.Pattern[str]
    noun_before: re.Pattern[str]
    led_before: re.Pattern[str]
    people: re.Pattern[str]
    others: Mapping[str, tuple[str, ...]]
    currencies: tuple[tuple[str, str], ...]
    apart: re.Pattern[str]
    sizes: Mapping[str, tuple[float, str]]
    measures: tuple[str, ...]
    times: frozenset[str]
    generic: frozenset[str]
    events: frozenset[str]
    one_average: Mapping[str, str]

    def excluding(self, *found: Iterable[str]) -> frozenset[str]:
        """Of the words ``found``, as they are compared, those that exclude others: which one ("3:1") of which set."""
        return frozenset(kind for words in found for word in words for kind in self._excluding(word))

    def averages(self, found: Iterable[str]) -> frozenset[str]:
        """What figures are averages of, each under one name: 人均, 每人."""
        return frozenset(self.one_average.get(word.lower(), word.lower()) for word in found)

    def size(self, unit: str) -> tuple[float, str]:
        """How many of which unit one of ``unit`` is; 0 where nobody knows."""
        return self.sizes.get(unit) or self.sizes.get(unit.lower(), (0.0, ""))

    def unit_at(self, text: str) -> int:
        """How many characters the unit takes that ``text`` begins with; 0 for none."""
        return next((size for size in (3, 2, 1) if text[:size] in self.units), 0)

    def _excluding(self, word: str) -> tuple[str, ...]:
        """Of a Chinese word also without the character that makes a measure of it: 进口量."""
        return self.others.get(word) or (self.others.get(word[:-1], ()) if word.endswith(self.measures) else ())


def either(words: Iterable[str], wrap: str = "{}") -> re.Pattern[str]:
    """A pattern of any of ``words``, the longest first, put into ``wrap``; one that never matches for no words."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    if not found:
        return NEVER
    if not any(word[0].isascii() for word in found):  # Chinese has no capitals, and to ask for them costs time
        wrap = wrap.replace("(?i:", "(?:")
    return re.compile(wrap.format(f"(?:{joined(ways(found))})"))


Kinds = dict[str, list[str]]


@plain
def kinds(language: Language) -> tuple[Kinds, Kinds, Kinds, dict[str, tuple[str, ...]]]:
    """The tables that hold several kinds of words, by kind: what is no figure, the cues, what ends a noun; what excludes what."""
    cues = language.rows("figure_cues")
    stops = _by_kind((row[1], row[0]) for row in language.rows("noun_stops"))
    return _by_kind(language.rows("not_figures")), _by_kind(cues), stops, _others(cues)


def lexicon(language: Language) -> Lexicon:
    """The tables of ``language``, compiled. Use ``language.once(lexicon)``."""
    units = {row[0]: Unit(row[0], row[1], row[2]) for row in language.rows("quantity_units")}
    no, cues, stops, others = language.once(kinds)
    qualifiers = language.rows("qualifiers")
    nouns = language.rows("figure_nouns")
    often = [row for row in language.rows("frequencies") if row[0] == "number"]
    spelled = {row[0]: int(row[1]) for row in (*language.rows("number_words"), *(row[1:] for row in often))}
    led = _led(language)
    return Lexicon(
        units=units,
        number=english_number(spelled) if spelled else chinese_number(language),
        mask=_mask(no),
        qualifier_before=_qualifier_before(qualifiers, cues),
        qualifier_after=either((r[0] for r in qualifiers if r[1] == "after"), r"\s*((?i:{}))(?![A-Za-z])"),
        qualifiers={row[0]: row[2] for row in qualifiers},
        rejected_before=either(no.get("before", ()), BEFORE),
        rejected_han=either(no.get("before_han", ()), BEFORE),
        rejected_few=either(no.get("before_few", ()), BEFORE),
        allowed_before=either(no.get("allowed", ()), BEFORE),
        rejected_after=either(no.get("after", ()), AFTER),
        cues=Cues(cues),
        nouns=_negative(nouns),
        families={row[0]: row[1] for row in nouns},
        stops=defaultdict(frozenset, {kind: frozenset(found) for kind, found in stops.items()}),
        directions={row[0]: "rise" if row[1].startswith("ris") else "fall" for row in language.rows("rise_fall")},
        direction=_direction(_by_kind((row[1], row[0]) for row in language.rows("rise_fall"))),
        months={name.lower(): int(row[0]) for row in language.rows("months") for name in row[1:]},
        number_words=spelled,
        unit_after=either(units if spelled else (), r"[ \n]*({})(?![A-Za-z])"),
        noun_before=_noun_before(nouns, led),
        people=either(cues.get("people", ()), "{}$"),
        others=others,
        currencies=_currencies(cues.get("currency", ())),
        apart=either(
            (row.partition("|")[0] for row in cues.get("apart", ())), r"({})(?!的)[^，。；：、（）\d]{{1,20}}$"
        ),
        sizes={
            word: (float(row[1]), row[2]) for row in language.rows("equals") if row[0] == "measure" for word in row[3:]
        },
        one_average={word: row.split("|")[0] for row in cues.get("one_average", ()) for word in row.split("|")},
        generic=frozenset(cues.get("generic", ())),
        events=frozenset(cues.get("event", ())),
        measures=tuple(cues.get("measure", ())),
        times=frozenset(row[1] for row in often),
        led_before=re.compile(rf"(?:,?\s+{led})$" if spelled else rf"{led}{{1,2}}$"),
    )


BEFORE, AFTER = r"(?<![A-Za-z])(?i:{})\s*$", r"\s*(?i:{})(?![A-Za-z])"
ANYWHERE, WHOLE = r"{}", r"(?<![A-Za-z])(?i:{})(?![A-Za-z])"
BEFORE_IT = (
    "to", "up", "down", "higher", "lower", "measured", "since", "deadline", "fresh", "against", "among", "unturned", "lasting", "span",
    "moment", "averaged", "pointed", "article", "included", "inside", "carrier",
)  # fmt: skip
BEHIND_IT = ("multiple", "goal", "within", "more", "among_after", "spanned", "passed", "up_after", "down_after")
CUE_WRAP = {
    **dict.fromkeys(BEFORE_IT, BEFORE),
    **dict.fromkeys(BEHIND_IT, AFTER),
    **dict.fromkeys(["times", "single", "compared"], ANYWHERE),
    **dict.fromkeys(["anaphor", "pointing", "as_of", "respectively"], WHOLE),
    "counting": r"\b((?i:{}))\b(?:[^.;()]|\.(?=\d)){{3,120}}?(?:\b(?:was|is|were|are|at|reach(?:es|ed|ing)?|total(?:s|led|ling)|exceed(?:s|ed|ing)?"
    r"|order of|from|to|now)(?:\s+(?:still|now|already))?|:)\s+(?:\d+ to )?$",
    "beside": r"\b(?i:{})\b",
    "per": r"(?<![A-Za-z第])(?i:{})(?![A-Za-z])",
    "from": r"(?<![A-Za-z])(?i:{})[^，。；、,;.]*$",
    "only": r"(?<![A-Za-z])(?i:{})[^，。；、,;.]{{0,6}}$",
    "bound": r"(?<![A-Za-z])(?i:{})(?: [a-z]+ | ?[\u3400-\u9fff]{{0,12}})$",
    "collective": r"(?<![A-Za-z])((?i:{})) (?:of|at|to)\s*$",
    "located": BEFORE.replace(r"\s*$", r"(?: the)?\s*$"),
    "pair": r"{}[^，。；]{{1,10}}$",
    "body": r".*{}$",
    "limit": r"(?<![A-Za-z])(?i:{})",
    "rate": r"(?<![A-Za-z])(?i:{})(?![A-Za-z])[^，。；、,;]{{0,40}}$",
    "joint": r"\b(?i:{})\b",
    "up_by": r"(?<![A-Za-z])(?i:{}) [^.;,]{{1,60}} by (?:about |some |nearly |over )?$",
    "down_by": r"(?<![A-Za-z])(?i:{}) [^.;,]{{1,60}} by (?:about |some |nearly |over )?$",
    "doing": r"\b(?i:{}) (?:[a-z]+ ){{1,2}}$",
    "period": r"(?i:{}|(?<!\d)\d{{1,2}}\s?[—–\-~～至到]\s?\d{{1,2}}\s?月份?|(?P<days>(?<!\d)\d{{1,2}}\s*月\s*\d{{1,2}}\s*日\s*[至到—-]\s*\d{{1,2}}\s*月\s*\d{{1,2}}\s*日"
    r"|\b(?:from|between) \d{{1,2}} [a-z]{{3,9}} (?:to|and|until) \d{{1,2}} [a-z]{{3,9}}\b))",
    "past": r"(?i:(?<![a-z])(?:{})\s?(?:[a-z]+|[两三四五六七八九十]+|\d{{1,2}})\s?(?:years|年))",
    "years": r"(?:[两三四五六七八九十]|(?<!\d)\d{{1,2}})\s?年多?(?:{})",
    "unlabelled": r"\b(?i:{})(?: [a-z]+)? [a-z]+\s*$",
    "aged": r"{}[^，。；]{{0,20}}$",
    "dated": r"(?<![A-Za-z])(?i:{})(?= \d{{1,2}} [A-Z])",
}


def _direction(words: Mapping[str, list[str]]) -> re.Pattern[str]:
    """What happened to a number, right before it: "升至", "rose to", or with words between: "进一步增加，总数达", "had grown further, reaching"."""
    at_once = either((*words.get("rise", ()), *words.get("fall", ()))).pattern
    verb = either((*words.get("rising", ()), *words.get("falling", ()))).pattern
    how, link = (either(words.get(kind, ())).pattern for kind in ("how", "link"))
    return re.compile(rf"(?<![A-Za-z])(?i:({at_once})|({verb})(?:\s?{how})*\s?{link})\s*$")


def _currencies(rows: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The names and signs of currencies, the longest first, each with the first name of its currency."""
    found = [(word, row.split("|")[0]) for row in rows for word in row.split("|")]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


def _others(rows: Iterable[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Of each word that excludes others (births, deaths), as words are compared, which one it is of which set."""
    found: dict[str, list[str]] = {}
    for number, row in enumerate(rows):
        for at, words in enumerate(row[1:] if row[0] == "other" else ()):
            for word in words.split("="):
                found.setdefault(stem(word) if word.isascii() else word, []).append(f"{number}:{at}")
    return {word: tuple(kinds) for word, kinds in found.items()}


def _led(language: Language) -> str:
    """What may stand between a noun and its number: "共有", "已增至", "减至"; with the spaces around it."""
    led = {row[0] for row in language.rows("figure_subjects") if row[1] in ("numbers", "toward")}
    return rf"(?:\s*{either(led).pattern}\s*)"


def _noun_before(nouns: Iterable[tuple[str, ...]], led: str) -> re.Pattern[str]:
    """What is counted where only the counter follows the number: "批准《公约》的缔约方共有 190 个", "缔约国已增至 129 个"."""
    long = [row for row in nouns if len(row[0]) > 1 and not row[0].isascii()]
    return re.compile(rf"({any_of(long)}){led}{{0,2}}\s*$") if long else NEVER


def _qualifier_before(rows: Iterable[tuple[str, ...]], cues: Mapping[str, list[str]]) -> re.Pattern[str]:
    """A qualifier right before a number, or a filler away ("超过了 45 份"); none that ends 公约 or 最近."""
    bound = "".join(f"(?<!{re.escape(word)})" for word in cues.get("unqualified", ()))
    filler = either(cues.get("filler", ())).pattern
    words = either(row[0] for row in rows if row[1] == "before").pattern
    cased = "(?i:" if re.search("[a-z]", words) else "(?:"
    return re.compile(rf"(?<![A-Za-z])({cased}{words})){bound}\s*(?:{filler})?\s*$")


def _mask(no: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Where no number counts: titles, short quoted names ("“四个全面”"), addresses, symbols, set phrases."""
    phrases = either(no.get("phrase", ())).pattern
    patterns = "|".join(no.get("pattern", ())) or "(?!)"
    return re.compile(
        rf"《[^《》]{{0,120}}》|〈[^〈〉]{{0,80}}〉|“[^“”，。；]{{0,12}}”|https?://\S+|www\.\S+"
        rf"|(?<![A-Za-z0-9.])[A-Z][A-Za-z0-9.]{{0,40}}(?:/[A-Za-z0-9.\-]+)+|{phrases}|{patterns}"
    )


def _negative(rows: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    """The first fields, the longest first, each not before what its third field says."""
    found = any_of(rows)
    return re.compile(found) if found else NEVER


class Cues(dict[str, re.Pattern[str]]):
    """The patterns of the table ``figure_cues`` by kind, each made when it is first asked for."""

    def __init__(self, rows: Mapping[str, list[str]]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, kind: str) -> re.Pattern[str]:
        found = self[kind] = either(self._rows.get(kind, ()), CUE_WRAP[kind])
        return found


def _by_kind(rows: Iterable[tuple[str, ...]]) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for row in rows:
        kinds.setdefault(row[0], []).append("|".join(row[1:]))
    return kinds


class Masked:
    """The places of a text where no number counts; asked from left to right."""

    def __init__(self, text: str, words: Lexicon) -> None:
        self._spans = map(re.Match.span, words.mask.finditer(text))
        self._now: tuple[int, int] | None = (0, 0)

    def end(self, start: int, end: int) -> int:
        """Where the masked place that touches ``text[start:end]`` ends; 0 where none does."""
        while self._now and self._now[1] <= start:
            self._now = next(self._spans, None)
        return self._now[1] if self._now and self._now[0] < end else 0
