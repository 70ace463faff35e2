"""Signs that Word files, PDF files and web pages share: raised marks, document symbols, ends of sentences."""

from __future__ import annotations

import re

RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT = str.maketrans("0123456789abcdefghijk", f"{RAISED_DIGITS}ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ")
SYMBOL = re.compile(r"[A-Z][A-Za-z0-9.]{0,39}(?:/[A-Za-z0-9.()\-]+)+$")  # "A/80/604/Add.1"
SENTENCE_END = re.compile(r"[。！？；：.!?;:][”’\"')）」』]*$")
TABLE_MARK = re.compile(r"[ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏ,]+$")  # after a table's caption: it calls the notes under the table
