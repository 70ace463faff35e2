"""Plain text and Markdown: UTF-8 with or without a byte order mark, UTF-16, and GB18030 or Big5 where the bytes say so."""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import DEFAULT, Limits
from ccdiff.ingest.oneline import parted
from ccdiff.model.report import Line, Source

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")  # all but tab, line feeds and form feed
LINE_END = re.compile(r"\r\n|[\r\n\v\x85\u2028\u2029]")
MARKDOWN = (".md", ".markdown")
ASCIIDOC = re.compile(r"(={1,5}) (\S.*)")  # "== 2. Summary"
HEADINGS = 3  # such lines that make a text AsciiDoc
BLOCK = re.compile(
    r"\s{0,8}(?:[#>|]|[-*+•●▪◦–]\s|(?:\(?[0-9a-zA-Z]{1,4}[.)]|（?[一二三四五六七八九十]{1,3}[、）.])\s?|[-*_=]{2,}|`{3}|<)"
)
FRONT_MATTER = 60  # lines within which a file's fields end
FIELD = re.compile(r"([A-Za-z][\w -]{0,40}):\s*(.*?)\s*$")
ONE = re.compile(r"( {0,3})1\. +(?=\S)")
EMPTY = re.compile(r"\s*[-*+]\s*")  # a bullet without words: the form was not filled in
OPEN_LINK = re.compile(r"\[[^\[\]]*(?:\]\([^()\s]*)?$")  # a link whose words or address go on in the next line
LINK = re.compile(r"\[[^\[\]]{1,500}\]\([^()\s]{0,500}\)")
BROKEN = 3  # lines over which a link is broken at most
BLANK = 0.2  # share of blank lines from which they are what ends a paragraph
UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})\s*")
# share of control characters above which a file is binary; texts from scanning hold a stray one or two
TOLERATED = 0.01
SAMPLE = 200_000  # bytes shown to the encoding guesser


def read(path: Path, *, encoding: str | None = None, limits: Limits = DEFAULT) -> Source:
    """The lines of a text file; a form feed begins a new page.

    Raises ``CcdiffError`` where the bytes are binary, cannot be decoded, or hold nothing but blanks.
    """
    data = path.read_bytes()
    text = decode(data, encoding, str(path))
    require_short(text, path, limits)
    if not text.strip("\ufeff\f \t\r\n\u3000\u200b"):
        raise CcdiffError("holds no text", where=str(path), remedy="save the report's text in it")
    lines = parted(_lines(text))
    if path.suffix.lower() not in MARKDOWN and _is_asciidoc(lines):
        lines = _soft([replace(line, text=_from_asciidoc(line.text)) for line in lines])
    elif path.suffix.lower() in MARKDOWN:
        lines = _front_matter([replace(line, text="") if EMPTY.fullmatch(line.text) else line for line in lines])
        lines = _soft(_whole_links(_underlined(_same_numbers(lines))))
    return Source(path.name, "text", hashlib.sha256(data).hexdigest(), tuple(lines))


def require_short(text: str, path: Path, limits: Limits) -> None:
    """Raise ``CcdiffError`` where a text has more characters than any report."""
    if len(text) > limits.largest_text:
        raise CcdiffError(
            f"has more than {limits.largest_text / 1_000_000:g} million characters",
            where=str(path),
            remedy="compare it in parts, or raise largest_text in [limits] of ccdiff.toml",
        )


def _front_matter(lines: list[Line]) -> list[Line]:
    """The ``key: value`` lines between two ``---`` at the head of a Markdown file: its title a heading, its date a line, the rest aside."""
    if not lines or lines[0].text.strip() != "---":
        return lines
    end = next((k for k, line in enumerate(lines[1:FRONT_MATTER], 1) if line.text.strip() in ("---", "...")), 0)
    fields = [FIELD.match(line.text) for line in lines[1:end]]
    if not fields or any(
        not (field or line.text.startswith((" ", "-", "#"))) for line, field in zip(lines[1:end], fields, strict=True)
    ):
        return lines
    found = list(lines)
    for k, (line, field) in enumerate(zip(lines[1:end], fields, strict=True), 1):
        key, value = (field.group(1).lower(), field.group(2).strip("\"'")) if field else ("", "")
        hint = {"title": "title", "date": "body"}.get(key) if value else None
        found[k] = replace(line, text=value, hint=hint) if hint else replace(line, hint="front-matter")
    return found


def _same_numbers(lines: list[Line]) -> list[Line]:
    """Markdown's lists whose entries all say "1." as lists of bullets: there the number says nothing."""
    found = list(lines)
    last: int | None = None  # the entry right above, with nothing but its own lines and blank ones between
    for k, line in enumerate(lines):
        if ONE.match(line.text):
            for at in (last, k) if last is not None else ():
                found[at] = replace(lines[at], text=ONE.sub(r"\1- ", lines[at].text, count=1))
            last = k
        elif line.text.strip() and not line.text.startswith(("   ", "\t")):
            last = None
    return found


def _underlined(lines: list[Line]) -> list[Line]:
    """Headings by a line of = or - under them, marked as of level 1 and 2; a title has such a line over it, too, and all others are below it."""
    found = list(lines)
    titled = 0
    for k, (line, under) in enumerate(pairwise(lines)):
        match = UNDERLINE.fullmatch(under.text)
        above = lines[k - 1].text.strip() if k else ""
        alone = not above or UNDERLINE.fullmatch(above)
        if match and alone and line.text.strip() and not line.text.lstrip().startswith(("# ", "-", "=", "|", ">")):
            level = 1 + (match.group(1)[0] == "-") + titled
            titled = titled or int(k == 1 and above == under.text.strip())
            found[k] = replace(line, hint=f"heading:{level}")
    return found


def _is_asciidoc(lines: list[Line]) -> bool:
    """Whether a text marks its headings by = as AsciiDoc does, and none by #."""
    marked = sum(line.text.startswith("=") and ASCIIDOC.match(line.text) is not None for line in lines)
    return marked >= HEADINGS and not any(line.text.startswith("#") for line in lines)


def _from_asciidoc(text: str) -> str:
    """A line of AsciiDoc as Markdown has it: its headings, its rule, no sign for the break at the end of a line."""
    found = ASCIIDOC.fullmatch(text.rstrip())
    if found:
        return f"{'#' * len(found.group(1))} {found.group(2)}"
    return "---" if text.strip() == "'''" else text.removesuffix(" +")


def _whole_links(lines: list[Line]) -> list[Line]:
    """Markdown's links that are broken over lines, whole on the line that they begin: "[PEP 688" + "(buffer protocol)](address)"."""
    found = list(lines)
    for k, line in enumerate(found):
        if not OPEN_LINK.search(line.text) or line.hint:
            continue
        whole = line.text.rstrip()
        for after in range(k + 1, min(k + 1 + BROKEN, len(found))):
            rest = found[after].text.strip()
            if not rest or found[after].hint:
                break
            solid = max(whole[-1], rest[0]) >= "\u2e80" or whole.endswith("(")
            whole += ("" if solid else " ") + rest
            link = next((link for link in LINK.finditer(whole) if link.end() > len(line.text)), None)
            if link:
                end = next((at for at in range(link.end(), len(whole)) if whole[at].isspace()), len(whole))
                found[k : after + 1] = [
                    replace(line, text=whole[:end]),
                    *(replace(gone, text="") for gone in found[k + 1 : after]),
                    replace(found[after], text=whole[end:].lstrip()),
                ]
                break
    blank = {line.number for line in lines if not line.text.strip()}
    return [line for line in found if line.text.strip() or line.number in blank]


def _soft(lines: list[Line]) -> list[Line]:
    """Markdown's lines that go on with the paragraph of the line before, marked so: there only a blank line ends a paragraph.

    A text of whole paragraphs line by line, without blank lines, is not written so, whatever its name.
    """
    if sum(not line.text.strip() for line in lines) < BLANK * len(lines):
        return lines
    found = list(lines)
    for k, (line, after) in enumerate(pairwise(lines), 1):
        plain = line.text.strip() and line.hint is None and not line.text.lstrip().startswith(("#", "|", ">"))
        if plain and after.hint is None and after.text.strip() and not BLOCK.match(after.text):
            found[k] = replace(after, hint="soft")
    return found


def decode(data: bytes, encoding: str | None, where: str) -> str:
    """The characters of a file, by the encoding named, by its byte order mark, or by what its bytes are like."""
    named = encoding or next((name for mark, name in MARKS if data.startswith(mark)), None)
    if named:
        return _decode_as(data, named, where)
    if _binary(data):
        raise CcdiffError("is a binary file, not a text", where=where, remedy="give a text, Word or PDF file")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data, where)


def _decode_as(data: bytes, encoding: str, where: str) -> str:
    try:
        text = data.decode(encoding)
    except LookupError as error:
        raise CcdiffError(
            f"unknown encoding {encoding!r}", where=where, remedy="use a name such as utf-8 or gb18030"
        ) from error
    except (UnicodeError, ValueError) as error:
        raise CcdiffError(f"is not {encoding}", where=where, remedy="save it as UTF-8") from error
    if len(CONTROL.findall(text)) > TOLERATED * len(text):
        raise CcdiffError("is a binary file, not a text", where=where, remedy="give a text, Word or PDF file")
    return text.removeprefix("\ufeff")


def _binary(data: bytes) -> bool:
    head = data[:SAMPLE]
    control = sum(head.count(code) for code in (*range(9), *range(14, 32)) if code != 0x1B)
    return b"\x00" in head or control > TOLERATED * len(head)


def _guess(data: bytes, where: str) -> str:
    """GB18030 or Big5 text has no mark; charset-normalizer tells which. Broken UTF-8 is not guessed at, but refused."""
    broken = data.decode("utf-8", "replace").count("\ufffd")
    if broken <= 0.02 * len(data) / 3:
        raise CcdiffError("has bytes that are not UTF-8", where=where, remedy="save it as UTF-8, or name its encoding")
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=["gb18030", "big5", "big5hkscs", "cp1252", "latin_1"]).best()
    if best is None:
        raise CcdiffError("its characters cannot be decoded", where=where, remedy="save it as UTF-8")
    return _decode_as(data, best.encoding, where)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    page = 1 if "\f" in text else None
    for number, line in enumerate(LINE_END.split(text), start=1):
        for part, piece in enumerate(line.split("\f")):
            if part and page is not None:
                page += 1
            if piece or not part:
                lines.append(Line(number, piece, page))
    return lines
