"""All words of all outputs: one table a language, ``words/<lang>.txt``, a record a line, ``id | text``.

``{name}`` in a text is filled with a value; a value is never read as a template. Ids that end in ``.one`` are the singular of
the id before the point, used where ``n`` is 1.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ccdiff.errors import CcdiffError
from ccdiff.model.alignment import Note

HERE = Path(__file__).parent / "words"
LANGUAGES = ("zh", "en")
PLACES = ("old", "new", "places", "gone")  # values of a note that list places, with spaces between them
HOLE = re.compile(r"\{(\w+)\}")


@lru_cache(maxsize=2048)
def _parted(text: str) -> tuple[list[str], list[str]]:
    """What stands around the holes of a text, and the names of the holes."""
    parts = HOLE.split(text)
    return parts[::2], parts[1::2]


class Messages:
    """The message table of one language. ``say("part.figures")``; ``say("count.paragraphs", n=3)``.

    In a tone ("apart"), ``part.topics.apart`` stands in for ``part.topics`` where the table has it.
    """

    def __init__(self, lang: str, table: dict[str, str]) -> None:
        self.lang = lang
        self._table = table

    def toned(self, tone: str) -> Messages:
        """The same words, but for those that the table has in another tone."""
        end = f".{tone}"
        return Messages(
            self.lang, self._table | {id[: -len(end)]: text for id, text in self._table.items() if id.endswith(end)}
        )

    def __contains__(self, id: str) -> bool:
        return id in self._table

    def __call__(self, id: str, /, **values: object) -> str:
        """The text of ``id`` with ``values`` put in; an unknown id is given back as it is."""
        if not values:
            return self._table.get(id, id)
        if "n" in values and str(values["n"]) == "1" and f"{id}.one" in self._table:
            id = f"{id}.one"
        text = self._table.get(id, id)
        if "{" not in text:
            return text
        words, holes = _parted(text)
        put = [str(values[hole]) if hole in values else f"{{{hole}}}" for hole in holes]
        return "".join([part for both in zip(words, put, strict=False) for part in both]) + words[-1]

    def why(self, why: str) -> str:
        """Words for a reason such as ``"text:0.93"``; several, joined by ``+`` or spaces, are worded one by one."""
        words = [self._reason(part) for part in re.split(r"[+;]\s*|\s+", why) if part]
        return self("list.and").join(filter(None, words))

    def _reason(self, reason: str) -> str:
        name, _, value = reason.partition(":")
        return self(f"why.{name}", value=self._value(value)) if f"why.{name}" in self else reason

    def _value(self, value: str) -> str:
        return self(f"value.{value}") if f"value.{value}" in self else value

    def note(self, note: Note) -> str:
        """A note in words; a note without words of its own shows its id and its values."""
        values = {key: self._value(value) if key not in ("old", "new") else value for key, value in note.values}
        values = {
            key: value.replace(" ", self("list.comma")) if key in PLACES else value for key, value in values.items()
        }
        if f"note.{note.id}" in self:
            return self(f"note.{note.id}", **values)
        listed = self("list.comma").join(f"{key}={value}" for key, value in note.values)
        return self("note.unknown", id=note.id, values=listed) if listed else note.id

    def remark(self, remark: str) -> str:
        """What the reader of a file remarked ("tracked-changes-accepted", "paragraph-number-missing:12") in words."""
        id, _, value = remark.partition(":")
        return self(f"read.{id}", value=value) if f"read.{id}" in self else remark

    def sentence(self, text: str) -> str:
        """``text`` as the beginning of a sentence: with a capital letter where the language has them."""
        return text[:1].upper() + text[1:] if self("sentence.capital") else text

    def set_aside(self, why: str) -> str:
        """Why a line was not taken as text."""
        return self(f"aside.{why}") if f"aside.{why}" in self else why

    def join(self, parts: list[str]) -> str:
        """Parts of an enumeration."""
        return self("list.comma").join(parts)

    def quote(self, text: str) -> str:
        """``text`` in quotation marks."""
        return self("quote", text=text)


@cache
def messages(lang: str) -> Messages:
    """The table of ``lang``. Raises ``CcdiffError`` for a language without one."""
    if lang not in LANGUAGES:
        raise CcdiffError(f"no words for language {lang!r}", remedy=f"use one of {', '.join(LANGUAGES)}")
    return Messages(lang, _read(HERE / f"{lang}.txt"))


def _read(path: Path) -> dict[str, str]:
    table = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        id, bar, text = line.partition(" | ")
        if bar and not line.startswith("#"):
            table[id.strip()] = text.rstrip().replace("\\n", "\n").replace("␣", " ")
    return table


def ui_language(lang: str | None, report_language: str) -> str:
    """The language of the words: the one asked for, else the report's own, else English."""
    return lang or (report_language if report_language in LANGUAGES else "en")
