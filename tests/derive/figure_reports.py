"""Reports of a few sentences, for the tests of figures."""

from __future__ import annotations

import re

from ccdiff.language import load
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading

SAME = {  # what both reports say alike: one paragraph alone is no report
    "zh": ("会议选出了主席和报告员。", "会议通过了临时议程和工作安排。", "报告员介绍了报告草稿，报告草稿获得通过。"),
    "en": (
        "The meeting elected its Chair and its Rapporteur.",
        "The provisional agenda and the organization of work were adopted.",
        "The Rapporteur introduced the draft report, which was adopted.",
    ),
}


def reading(
    *texts: str, language: str = "zh", date: str | None = None, parents: dict[int, int] | None = None
) -> Reading:
    parents = parents or {}
    paragraphs = tuple(
        Paragraph(str(at), "一", text, parent=str(parents[at]) if at in parents else None)
        for at, text in enumerate(texts, 1)
    )
    section = Section("一", "一", "", 1, None, tuple(place.id for place in paragraphs))
    report = Report("r", "R", "", None, None, date, language, "0", (section,), paragraphs)
    return Reading(report, load(language))


def language_of(text: str) -> str:
    """The language of a test sentence: Chinese where it has a Chinese character."""
    return "zh" if re.search("[\u3400-\u9fff]", text) else "en"
