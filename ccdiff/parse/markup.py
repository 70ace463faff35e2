"""Markup that conversion leaves in a text, taken out; words and punctuation stay.

Footnote marks (``¹``, ``<sup>1</sup>``, ``^{*}``, ``\\*``) are left to ``footnotes``. Only the forms named here are markup:
whatever else looks like it (``<script>``, ``&lt;``) is text and stays to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Callable

HEADING = re.compile(r"\s{0,3}(#{1,6})(?:\s+|(?=[\u4e00-\u9fff]|\**(?:[A-Z]{1,4}|\d{1,2})[.．、]))(.*?)\s*#*\s*$")
QUOTE = re.compile(r"\s{0,3}>\s?")
BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,2000}?)\*\*|__(?=\S)([^_\n]{1,2000}?)__")
# 9th report, 26: "对 *Cotroni* 案"; not "临时议程*项目6" (E/CN.15/2021/4, a footnote mark)
EMPHASIS = re.compile(
    r"(?:(?<![^\s“”\"'‘’(（《「，。、；：—])(?<!\\)|(?=\*[A-Za-z]))\*(?=[^\s*])([^*\n]{0,300}?[^\s*\\])\*(?![A-Za-z0-9*])"
)
# a whole line: "_RESOLUTION – WQ elected._"
SLANTED = re.compile(r"\*(?![*\s])([^*\n]{1,2000})\*|_(?![_\s])([^_\n]{1,2000})_")
LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(([^()\s]{0,500})\)")  # 8th report, 46: "[CAC/COSP/EG.1/2014/3](#)"
AUTOLINK = re.compile(r"<((?:https?://|www\.|mailto:)[^<>\s]{1,1000})>")  # 2023 note, fn1
MATH = re.compile(r"\$([^$\n]{0,300}?[\\^_{][^$\n]{0,300}?)\$")
# "$E_{\text{CN.15/2021/4}}$"
SUBSCRIPT_SYMBOL = re.compile(r"\b([A-Z]{1,6})_\{\\text\{([A-Z0-9][^{}]{1,60}/[^{}]{1,60})\}\}")
TEXT_COMMAND = re.compile(r"\\(?:text|mathrm|textbf|mathbf|textit)\s?\{([^{}]{0,300})\}")
SUBSCRIPT = re.compile(r"_\{([^{}]{0,100})\}")
TAG = re.compile(r"</?(?:div|span|center|font)(?:\s[^<>]{0,800})?>")  # <span id="page-3-0"></span> of a converter
BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
ESCAPE = re.compile(r"\\([\\`_{}\[\]()#+\-.!|<>$%&~])")
SPECIAL = re.compile(r"[*_$\\<\[]")


def strip_line(text: str) -> tuple[str, int, bool]:
    """``(text, depth, strong)``: a line without its line markup; ``depth`` counts its ``#`` (0: none), ``strong``: set in bold.

    >>> strip_line("## **B. 在请求国和被请求国之间建立信心和信任**")
    ('B. 在请求国和被请求国之间建立信心和信任', 2, True)
    """
    text = QUOTE.sub("", text.strip(), count=1) if text.lstrip().startswith(">") else text.strip()
    found = HEADING.match(text)
    depth = len(found.group(1)) if found else 0
    text = found.group(2) if found else text
    text = text.replace("***", "**") if text.startswith("***") and text.endswith("***") else text
    text = text[:-1] if text.startswith("**") and text.endswith(("**.", "**:")) and text.count("**") == 2 else text
    parts = text.split("**")
    # all of it between marks, or one mark at an end whose other stands on another line
    outside = parts[::2] if len(parts) > 2 else ["" if "" in parts else text]
    strong = len(parts) > 1 and not "".join(outside).strip()
    text = "".join(parts).strip() if strong else text
    return text, depth, strong


def slanted(text: str) -> str | None:
    """What a line says that is set in slanted type as a whole; ``None`` where it is not.

    >>> slanted("*7.2. Chair of the Board*")
    '7.2. Chair of the Board'
    """
    found = SLANTED.fullmatch(text.strip())
    return (found.group(1) or found.group(2)).strip() if found else None


def clean(text: str, lost: Callable[[str], None] = lambda target: None) -> str:
    """``text`` without inline markup, footnote marks excepted. ``lost`` is told the target of each link that points somewhere.

    >>> clean("联合国 $E_{\\\\text{CN.15/2021/4}}$，见 [CAC/COSP/2023/1](#) 和 <https://track.unodc.org/>")
    '联合国 E/CN.15/2021/4，见 CAC/COSP/2023/1 和 https://track.unodc.org/'
    """
    if not SPECIAL.search(text):
        return text
    text = MATH.sub(_math, text) if "$" in text else text
    text = LINK.sub(lambda found: _link(found, lost), text) if "](" in text else text
    text = AUTOLINK.sub(r"\1", text) if "<" in text else text
    text = TAG.sub("", BREAK.sub(" ", text)) if "<" in text else text
    text = BOLD.sub(lambda found: found.group(1) or found.group(2), text) if "**" in text or "__" in text else text
    text = EMPHASIS.sub(r"\1", text) if "*" in text else text
    return ESCAPE.sub(r"\1", text) if "\\" in text else text


def _math(found: re.Match[str]) -> str:
    text = SUBSCRIPT_SYMBOL.sub(r"\1/\2", found.group(1))
    text = TEXT_COMMAND.sub(r"\1", text)
    return SUBSCRIPT.sub(r"\1", text)


def _link(found: re.Match[str], lost: Callable[[str], None]) -> str:
    text, target = found.group(1), found.group(2)
    if target and not target.startswith("#") and target not in text:
        lost(target)
    return text
