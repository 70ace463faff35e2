"""Small reports made for tests, and the reports of the corpus, as readings and pairs."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations import find_recommendations, recommendations
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link
from ccdiff.model.changes import Recommendation
from ccdiff.model.report import Footnote, Line, Paragraph, Report, Section, Source, Table
from ccdiff.parse import parse
from ccdiff.reading import Reading

ROOT = Path(__file__).parents[2]
FILES = {
    "8th": "CAC-COSP-EG.1-2019-4.zh.txt",
    "9th": "CAC-COSP-EG.1-2020-3.zh.txt",
    "CTOC": "CTOC-COP-WG.3-2012-report.zh.txt",
    "2021": "E-CN.15-2021-4.zh.txt",
    "2023": "CAC-COSP-2023-note-international-cooperation.zh.txt",
}
SYMBOLS = {"8th": "CAC/COSP/EG.1/2019/4", "9th": "CAC/COSP/EG.1/2020/3", "2021": "E/CN.15/2021/4"}


@cache
def of_corpus(name: str) -> Reading:
    facts = {"symbol": SYMBOLS[name]} if name in SYMBOLS else {}
    report = parse(read(ROOT / "corpus" / FILES[name]), facts)
    return Reading(report, load(report.language))


@cache
def corpus_pair(old: str, new: str) -> Pair:
    sides = of_corpus(old), of_corpus(new)
    found = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    found.rows = relations(found)
    return found


def gold(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "tests/gold" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def from_text(text: str, language: str = "zh", **facts: str) -> Reading:
    """A report read from its text."""
    lines = tuple(Line(number, line) for number, line in enumerate(text.strip("\n").split("\n"), 1))
    report = parse(Source("made.txt", "text", "0", lines), {"language": language, **facts})
    return Reading(report, load(language))


def of_paragraphs(
    *texts: str, language: str = "zh", symbol: str = "", date: str | None = None, footnotes: tuple[str, ...] = (),
    front: str = "", title: str = "", cells: tuple[str, ...] = (),
) -> Reading:  # fmt: skip
    """A report of numbered paragraphs 1, 2, 3 in one section, without being parsed."""
    paragraphs = tuple(Paragraph(str(n), "一", text, number=str(n)) for n, text in enumerate(texts, 1))
    head = (Paragraph("front", "front", front, kind="front"),) if front else ()
    sections = (
        Section("front", None, "", 0, None, tuple(p.id for p in head)),
        Section("一", "一", title, 1, None, tuple(p.id for p in paragraphs)),
    )
    notes = tuple(Footnote(f"fn{n}", str(n), text, None) for n, text in enumerate(footnotes, 1))
    tables = (Table("一", (cells,)),) if cells else ()
    report = Report("r", symbol, "", None, None, date, language, "0", sections, (*head, *paragraphs), notes, tables)
    return Reading(report, load(language))


def pair(old: Reading, new: Reading, *links: tuple[str, str]) -> Pair:
    rows = tuple(Link((a,), (b,), 0.9) for a, b in links)
    return Pair(old, new, Alignment((), rows), DeriveThresholds())


def found(reading: Reading) -> list[str]:
    """Where a report recommends something itself."""
    return [advice.locator for advice in reading.once(find_recommendations)]


def only(old: Reading, new: Reading) -> Recommendation:
    """What became of the first recommendation of the old report."""
    return recommendations(pair(old, new))[0]
