"""What the front of a report says about it: symbol, title, body, meeting, date, language. Nothing is guessed."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath

from ccdiff.language import Language, available, load
from ccdiff.model.record import record
from ccdiff.model.report import Source
from ccdiff.parse.footnotes import finish
from ccdiff.parse.headings import Words, unended
from ccdiff.parse.headlines import head_lines
from ccdiff.parse.patterns import HAN, HAN_NUMERAL, SYMBOL, arabic_number, han_number, width
from ccdiff.parse.rows import Row
from ccdiff.text.normalise import small

FORMATS = (".txt", ".text", ".md", ".markdown", ".docx", ".pdf")
HAN_CHARS = re.compile(f"[{HAN}]+")
LATIN = re.compile(r"[A-Za-z]+")
HAN_SHARE = 0.2  # share of Chinese characters above which a text is Chinese; the five reports have 0.9, English ones 0
MOST_LINES = 80  # of the front that may be masthead
FIELD = re.compile(r"[^\d:：。，,.]{1,24}[:：]\s*\S")  # "轮值主持：李永强"
BULLETED_FIELD = re.compile(r"[-*+•]\s+[^:：]{2,24}[:：]\s")  # "- Meeting Date: June 28, 2023"
FRONT_FIELD = re.compile(r"date: ")  # of what stands between two rules at the head of a file
FIELDS = 3  # such lines in one block from which they are the fields of minutes, none of them a title ("Peace: a programme" is one)
LONGEST = 300  # width of a title: that of A/80/604/Add.2 has 190
NAME = 12  # width of a line that only says of what: 孟加拉国
BRIEF = 20  # width of a last line that cannot be a title by itself: 的报告
LABEL = re.compile(r"[^\d:：]{1,20}[:：]\s*")
SAMPLE = 20_000  # characters that tell the language
READ = ("called", "glued")  # kinds of lines whose parts are read
# "MSC 105/20" of the maritime organization, "A40-WP/1" of the aviation one
SYMBOL_LINE = re.compile(
    rf"(?:\S{{1,8}}\s+|(?:[A-Z][a-z]+\s+|and\s+){{2,6}})?({SYMBOL}|\d{{1,3}} (?:EX|C)/[A-Za-z0-9./]+|[A-Z]{{1,8}} \d{{1,4}}(?:/[A-Za-z0-9.()-]+)+|[A-Z]{{1,4}}\d{{0,3}}-[A-Z]{{2,4}}/[\w.-]+)"
)
# "S/2007/328 – Report of the Secretary-General on the operation": how web pages head a document
SYMBOL_TITLE = re.compile(rf"(?P<symbol>{SYMBOL})\s+[-–—]\s+(?P<title>\S.{{10,{LONGEST}}}[^.。])")
TOP = 3  # lines at the head of a text that may be so
DATE_HAN = re.compile(
    rf"([{HAN_NUMERAL}\d]{{4}})\s?年\s?([{HAN_NUMERAL}\d]{{1,3}})\s?月\s?([{HAN_NUMERAL}\d]{{1,3}})\s?日"
)
DATE_EN = re.compile(r"\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}")
MONTH = re.compile(rf"[{HAN_NUMERAL}\d]{{4}}\s?年(?:\s?[{HAN_NUMERAL}\d]{{1,3}}\s?月)?|[A-Z][a-z]{{2,8}}\.? \d{{4}}")
HOURS = re.compile(r"\s*\d{1,2}[:：]\d{2}(?:\s?[-–—]\s?\d{1,2}[:：]\d{2})?(?:\s?[A-Z]{2,4}\b)?")  # "12:00 – 13:05 UTC"
DATE_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
SESSION_HAN = re.compile(
    rf"第\s?([{HAN_NUMERAL}][{HAN_NUMERAL}OＯ○]*|\d+)\s?([届次])"
)  # "第一O七届", a letter read for the zero
SESSION_EN = re.compile(
    r"\b((?:(?:one |two )?hundred (?:and )?)?(?:[A-Z]?[a-z]+-)?(?:[A-Z]?[a-z]+(?:th|st|nd|rd|ird)|\d+(?:th|st|nd|rd))) ((?:\w+ )?(?:session|meeting))\b",
    re.IGNORECASE,
)
DISTR = re.compile(r"(?<=\S)\s+Distr\.:.*")  # "Security Council    Distr.: General" on one line
Kinds = Sequence[tuple[str, re.Pattern[str]]]
STAR = re.compile(r"\s*(?:\\?\*)+$")  # the mark of a footnote behind the title
SPACED_HAN = re.compile(f"(?<=[{HAN}]) (?=[{HAN}])")


@record
class Masthead:
    symbol: str
    title: str
    body: str | None
    meeting: str | None
    date: str | None


def detect(source: Source, folders: tuple[Path, ...] = ()) -> str:
    """The language of a source: "zh" by its characters, else the language whose commonest words (table ``common``) it has most of.

    ``folders`` hold languages of the user's own.
    """
    sample = []
    size = 0
    for line in source.lines:
        sample.append(line.text)
        size += len(line.text)
        if size > SAMPLE:
            break
    text = " ".join(sample)[: 2 * SAMPLE]
    han, latin = (sum(map(len, letters.findall(text))) for letters in (HAN_CHARS, LATIN))
    if han > HAN_SHARE * (han + latin):
        return "zh"
    return _by_words(text, folders)


def _by_words(text: str, folders: tuple[Path, ...]) -> str:
    codes = [code for code in available(folders) if code not in ("en", "zh")]
    if not codes:
        return "en"
    count = Counter(text.lower().split())
    scores = {code: sum(count[word] for word in load(code, folders).words("common")) for code in ("en", *codes)}
    return max(scores, key=lambda code: scores[code])


def identity(name: str) -> str:
    """A report's id from its file name: without format and language endings.

    >>> identity("CAC-COSP-EG.1-2019-4.zh.txt")
    'CAC-COSP-EG.1-2019-4'
    """
    stem = PurePath(name).name
    for ending in FORMATS:
        if stem.lower().endswith(ending):
            stem = stem[: -len(ending)]
            break
    return re.sub(r"\.[a-z]{2}(?:-[A-Za-z]{2,4})?$", "", stem) or stem or name


def read(
    rows: Sequence[Row], below: Sequence[str], name: str, language: Language, facts: Mapping[str, str]
) -> Masthead:
    """``rows`` are those before the first heading, ``below`` is what stands right under them; ``facts`` go before what is read.

    A communiqué without a date in its masthead begins with it, "2022年11月1日，…会议以视频方式举行"; minutes tell it in a first list.
    """
    kinds = language.once(_kinds)
    marked = [finish(row.raw) for row in rows if row.depth == 1 and len(row.raw) <= 300]
    glued = [pattern for kind, pattern in kinds if kind == "glued"]
    lines = [(finish(row.raw), row.gap) for row in rows[:MOST_LINES] if len(row.raw) <= 1000]
    if not lines and below and any(pattern.fullmatch(below[0]) for pattern in glued):
        lines = [(below[0], True)]
    head = [(DISTR.sub("", text), gap) for text, gap in head_lines(lines, language.once(Words), glued)]
    blocks = _blocks([(text, gap) for text, gap in head if _kind(text, kinds) != "noise"])
    kinds_of = [(line, _kind(line, kinds)) for line in marked]
    called = next(filter(None, (SYMBOL_TITLE.fullmatch(text.strip()) for text, _ in head[:TOP])), None)
    titles = [finish(row.raw) for row in rows if row.hint == "title"][:1] or ([called["title"]] if called else [])
    titles = titles or [line for line, kind in kinds_of if not kind][-1:]
    titles = titles or [line for line, kind in kinds_of if kind in ("body", "place") and _calls(line, language)][:1]
    named = next(filter(None, (_named(text, kinds) for text, _ in head)), "")
    parts = titles or ([named] if named else _title(blocks, kinds))
    if not (titles or named) and not any(map(language.once(Words).titled.search, parts)):
        parts = _says_so(blocks, kinds, language.once(Words)) or parts
    title = STAR.sub("", _joined(parts or marked[-1:]))
    return Masthead(
        symbol=facts.get("symbol")
        or _symbol(head, below)
        or (called and called["symbol"])
        or facts.get("id")
        or identity(name),
        title=facts.get("title") or title or identity(name),
        body=facts.get("body") or _without_session(_body(blocks, parts, kinds) or _meets(parts, kinds)),
        meeting=facts.get("meeting")
        or _meeting([title, *(text for text, _ in head if _kind(text, kinds) not in ("adopted", "noise"))], language),
        date=facts.get("date")
        or _date([text for text, _ in head], language)
        or next(filter(None, (_begins_with(text, language) for text in below)), None),
    )


def _calls(line: str, language: Language) -> bool:
    """Whether a line that names a body names its report, or one of its meetings by the day: "Board monthly meeting, September 11, 2025"."""
    words = language.once(Words)
    return bool(words.titled.search(line) or (words.sitting.search(line) and dates(line, language)))


def _kinds(language: Language) -> Kinds:
    """The rows of the table; those of one kind that stand together are one pattern, but for the ones whose groups are read."""
    grouped: list[tuple[str, list[str]]] = []
    for kind, *pattern in language.rows("masthead"):
        if not grouped or grouped[-1][0] != kind or kind in READ:
            grouped.append((kind, []))
        grouped[-1][1].append("|".join(pattern))
    return tuple((kind, re.compile("|".join([f"(?:{pattern})" for pattern in patterns]))) for kind, patterns in grouped)


def _kind(text: str, kinds: Kinds) -> str:
    line = text.strip()
    if len(text) > 200:
        return ""
    return next((kind for kind, pattern in kinds if kind not in READ and pattern.fullmatch(line)), "")


def _blocks(lines: Sequence[tuple[str, bool]]) -> list[list[str]]:
    blocks: list[list[str]] = []
    for text, gap in lines:
        if gap or not blocks:
            blocks.append([])
        blocks[-1].append(text.strip())
    return blocks


def _symbol(lines: Sequence[tuple[str, bool]], below: Sequence[str]) -> str | None:
    text = " ".join([*(line for line, _ in lines), *below])
    for line, _ in lines[:12]:
        found = SYMBOL_LINE.fullmatch(line.strip())
        if found and re.search(r"\d", found.group(1)):
            return _whole(line.strip()[: found.start(1)].strip(), found.group(1), text)
    return None


def _whole(before: str, symbol: str, text: str) -> str:
    """A symbol that scanning broke made whole, "CE DAW/C/7", where the text has others that begin as the whole does: "CEDAW/C/5"."""
    series = before + symbol.split("/")[0] + "/"
    return (
        before + symbol
        if before.isupper() and before.isalpha() and re.search(rf"(?<![A-Za-z]){series}", text)
        else symbol
    )


def _title(blocks: Sequence[Sequence[str]], kinds: Kinds) -> list[str]:
    """What stands right above "秘书长的报告"; without such a line, the last block that is no masthead line."""
    blocks = _before_fields(blocks)
    plain = [[line for line in block if _titular(line, kinds)] for block in blocks]
    for number, block in enumerate(blocks):
        at = next((k for k, line in enumerate(block) if _kind(line, kinds) == "kind"), None)
        if at is None:
            continue
        above = [line for line in block[:at] if _titular(line, kinds)] or (plain[number - 1] if number else [])
        whose = any(line.casefold() in block[at].casefold() for line in above)
        bodies = all(_kind(line, kinds) == "body" for line in above)
        if whose or (bodies and width(block[at]) >= BRIEF):
            return [block[at]]
        if above:
            joint = _bare(block[at]) or (at == 1 and SESSION_HAN.search(block[at]) is not None)
            return [*above, block[at]] if len(above) == 1 and _of_session(above[0]) and joint else above
    return _of_body(blocks, kinds) or _last(plain, kinds)


def _says_so(blocks: Sequence[Sequence[str]], kinds: Kinds, words: Words) -> list[str]:
    """The first line that calls itself a report, minutes or the like, where the one that stands as a title does not."""
    lines = (line.rstrip(":：") for block in blocks for line in block if _titular(line, kinds))
    return next(([line] for line in lines if words.titled.search(line) and unended(line, LONGEST)), [])


def _of_body(blocks: Sequence[Sequence[str]], kinds: Kinds) -> list[str]:
    """ "…政府间委员会", "第三十届会议", "报告": a head that names the body, its session and the sort of document, and nothing else."""
    found = {_kind(line, kinds): line for block in blocks for line in block}
    if any(not _kind(line, kinds) and _titular(line, kinds) and len(line) > 1 for block in blocks for line in block):
        return []
    parts = [found.get(kind, "") for kind in ("body", "session", "kind")]
    return parts if all(parts) and _bare(parts[-1]) else []


def _last(plain: Sequence[Sequence[str]], kinds: Kinds) -> list[str]:
    """The last lines that may be a title; a name of a word or two goes with the line above it: "结论性意见" over "孟加拉国"."""
    fit = [k for k, lines in enumerate(plain) if lines and unended(lines[-1])]
    if not fit:
        return []
    found = fit[-1]
    lines = list(plain[found])
    above = plain[found - 1] if found else []
    if len(above) == len(lines) == 1 and width(lines[0]) <= NAME and unended(above[0]) and not _kind(above[0], kinds):
        return [f"{above[0]}\u3000{lines[0]}"] if HAN_CHARS.search(lines[0]) else [*above, *lines]
    return _without_bodies(lines, kinds) or lines


def _before_fields(blocks: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """What stands before the fields of minutes, "轮值主持：李永强", where there are such: their title does not follow them."""
    for number, block in enumerate(blocks):
        fields = [k for k, line in enumerate(block) if FIELD.match(line)]
        if len(fields) >= FIELDS:
            return [*blocks[:number], *([block[: fields[0]]] if fields[0] else [])]
    return blocks


def _without_bodies(lines: Sequence[str], kinds: Kinds) -> list[str]:
    """ "Commission on Inland Waters" above "Report on the seventh session": the body is no part of the title."""
    rest = [line for line in lines if _kind(line, kinds) != "body"]
    return rest if width("".join(rest)) > BRIEF else []


def _titular(line: str, kinds: Kinds) -> bool:
    kind = _kind(line, kinds)
    return (
        kind in ("", "body")
        and not SYMBOL_LINE.fullmatch(line[:200])
        and not _dated(line)
        and not BULLETED_FIELD.match(line)
    )


def _joined(lines: Sequence[str]) -> str:
    text = ("" if lines and HAN_CHARS.search(lines[0]) else " ").join(lines)
    return SPACED_HAN.sub("", text)


def _dated(text: str, most: int = 8) -> bool:
    found = DATE_HAN.match(text) or DATE_EN.match(text) or MONTH.fullmatch(text)
    rest = HOURS.sub("", text[found.end() :]) if found else ""
    return bool(found and width(rest) < most) or DATE_ISO.match(text) is not None


def _body(blocks: Sequence[Sequence[str]], title: Sequence[str], kinds: Kinds) -> str | None:
    """The last body that is named above the title: "国际合作问题工作组" under "缔约方会议", in a block of its own or in one."""
    found = None
    for block in blocks:
        lines = [line for line in block if _titular(line, kinds)]
        if lines[: len(title)] == list(title):
            lines = lines[len(title) :] or lines  # the body may stand right under the title
        whole = [_joined(lines)] if lines and HAN_CHARS.search(lines[0]) else []
        named = [text for text in (*whole, *lines) if _kind(text, kinds) == "body"]
        found = named[0 if whole and named[0] == whole[0] else -1] if named and lines != list(title) else found
        if title and title[0] in block:
            break
    return found


def _of_session(line: str) -> bool:
    """Whether a line says whose session and which: "渔业委员会第二十五届会议"."""
    found = SESSION_HAN.search(line)
    return found is not None and found.start() > 1 and width(line[found.end() :]) <= NAME


def _bare(kind: str) -> bool:
    """Whether a line says what sort of document it is and nothing more: "报告"."""
    return width(kind) <= NAME


def _meets(title: Sequence[str], kinds: Kinds) -> str | None:
    """The body whose session the title names: "渔业委员会第二十五届会议"."""
    found = SESSION_HAN.search(title[0]) if title else None
    named = re.sub(r"[(（][^()（）]*[)）]\s*$", "", title[0][: found.start()].rstrip(" :：")) if found else ""
    return named if _kind(named, kinds) == "body" else None


def _named(line: str, kinds: Kinds) -> str:
    """What a field of the head calls the report: "会议主题：社区会议"."""
    whole = (pattern.fullmatch(line.strip()) for kind, pattern in kinds if kind == "called")
    found = next(filter(None, whole), None)
    return next((group.strip() for group in found.groups() if group), "") if found else ""


def _without_session(body: str | None) -> str | None:
    """A body without which of its sessions it was: 联合国大会第五十八届会议 and 联合国大会第六十一届会议 are one."""
    found = SESSION_HAN.search(body or "")
    return body[: found.start()].rstrip(" :：") if body and found and found.start() > 1 else body


def _words(language: Language, kind: str) -> tuple[str, ...]:
    return tuple(row[1] for row in language.rows("headings") if row[0] == kind and len(row) > 1)


def _meeting(lines: Sequence[str], language: Language) -> str | None:
    for text in lines:
        every = list(SESSION_HAN.finditer(text))
        meets = _words(language, "meeting")
        found = next((one for one in every if text.startswith(meets, one.end())), every[0] if every else None)
        if found and any(word in text[found.end() :] for word in meets) or found and found.group(2) == "届":
            met = next((word for word in meets if text.startswith(word, found.end())), meets[0] if meets else "")
            return "".join(found.group().split()) + met
        found = SESSION_EN.search(text)
        if found:
            return f"{found.group(1)} {found.group(2)}"
    return None


def _date(lines: Sequence[str], language: Language) -> str | None:
    """The date of issue: in the lines after "Distr.", else alone on a line, else the latest day that the front names."""
    distr = next((k for k, text in enumerate(lines) if text.startswith(_words(language, "issued"))), None)
    near = lines[distr : distr + 4] if distr is not None else []
    own = [
        text for text in lines if not FRONT_FIELD.match(text)
    ]  # the day of the page on the web is not that of the report
    for group in (near, [text for text in own if _dated(LABEL.sub("", text, count=1).strip(), 1)], own, lines):
        days = [day for text in group for day in dates(text, language)]
        if days:
            return days[0] if group is near else max(days)
    return None


def _begins_with(text: str, language: Language) -> str | None:
    """The day with which a sentence begins ("On 1 November 2022 …"), or that a label tells: "会议时间：2022-12-08"."""
    word = next((word for word in _words(language, "dated") if text.startswith(word)), "")
    for opening in (text[len(word) :].lstrip(), LABEL.sub("", text, count=1)):
        forms = (DATE_HAN, language.once(_english), DATE_ISO)
        found = next(filter(None, (form.match(opening) for form in forms)), None)
        if found:
            return next(iter(dates(found.group(), language)), None)
    return None


def dates(text: str, language: Language) -> list[str]:
    """The full dates in ``text``, ISO, in order of their form (Chinese, English, ISO)."""
    found = [
        _iso(*(arabic_number(part) or han_number(part) or 0 for part in match.groups()))
        for match in DATE_HAN.finditer(text)
    ]
    for match in language.once(_english).finditer(text):
        day, month, first, second, year = match.groups()  # 29 July 2020, July 29, 2020
        number = language.once(_months)[small(month or first)]
        found.append(_iso(int(year), number, int(day or second)))
    found += [_iso(int(y), int(m), int(d)) for y, m, d in DATE_ISO.findall(text)]
    return [day for day in found if day]


def _iso(year: int, month: int, day: int) -> str:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _months(language: Language) -> dict[str, int]:
    return {name.lower(): int(row[0]) for row in language.rows("months") for name in row[1:]}


def _english(language: Language) -> re.Pattern[str]:
    names = sorted(language.once(_months), key=lambda name: (-len(name), name))
    month = f"({'|'.join(names) or '(?!)'})"
    return re.compile(
        rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?,?\s?(?:of )?{month}[.,]?|{month}\.? (\d{{1,2}})(?:,|st,?|nd,?|rd,?|th,?))\s?(\d{{4}})\b",
        re.IGNORECASE,
    )
