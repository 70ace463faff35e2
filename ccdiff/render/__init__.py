"""The last room: a comparison, a report or the list of all reports, as something to read.

Every output is a view of the same values; all words come from one message table (``words/``), all facts from the comparison.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ccdiff.errors import CcdiffError
from ccdiff.model.comparison import Comparison
from ccdiff.model.report import Report
from ccdiff.render.catalogue import Catalogue
from ccdiff.render.messages import messages, ui_language

FORMATS = ("html", "md", "json", "docx", "redline")
AUDIENCES = ("secretariat", "delegate")

__all__ = ["AUDIENCES", "FORMATS", "Catalogue", "render", "render_index", "render_outline"]


def render(
    comparison: Comparison,
    format: str,
    *,
    lang: str | None = None,
    summary: bool = False,
    audience: str = "secretariat",
    template: Path | None = None,
) -> str | bytes:
    """``comparison`` in one of ``FORMATS``: text, or for ``docx`` and ``redline`` the bytes of a Word file.

    ``lang``: language of the words around the reports' text ("zh", "en"); by default that of the reports. ``summary`` (md): at
    most 60,000 characters. ``audience`` chooses depth, never facts. ``template`` is a folder whose templates replace ours.
    Raises ``CcdiffError`` for an unknown format, audience or language, and for a template that cannot be used.
    """
    if audience not in AUDIENCES:
        raise CcdiffError(f"unknown audience {audience!r}", remedy=f"use one of {', '.join(AUDIENCES)}")
    say = messages(ui_language(lang, comparison.new.language))
    if format == "json":
        from ccdiff.render.json import comparison_json

        return comparison_json(comparison, say)
    if format == "md":
        from ccdiff.render.markdown import comparison_markdown

        return comparison_markdown(comparison, say, summary=summary, audience=audience, template=template)
    if format == "html":
        from ccdiff.render.html import comparison_html

        return comparison_html(comparison, say, audience=audience, template=template)
    if format == "docx":
        from ccdiff.render.docx import comparison_docx

        return comparison_docx(comparison, say, audience=audience)
    if format == "redline":
        from ccdiff.render.redline import comparison_redline

        return comparison_redline(comparison, say)
    raise CcdiffError(f"unknown format {format!r}", remedy=f"use one of {', '.join(FORMATS)}")


def render_outline(report: Report, format: str = "text", lang: str | None = None) -> str:
    """How ``report`` was read, as ``text`` (a tree with counts) or ``json`` (schema ``ccdiff/report/1``)."""
    if format == "json":
        from ccdiff.render.json import report_json

        return report_json(report)
    if format == "text":
        from ccdiff.render.outline import outline_text

        return outline_text(report, messages(ui_language(lang, report.language)))
    raise CcdiffError(f"unknown format {format!r}", remedy="use text or json")


def render_index(catalogue: Catalogue, format: str = "html", lang: str | None = None) -> str:
    """The index of a corpus, as ``html`` or ``md``."""
    module = import_module(f"ccdiff.render.{'html' if format == 'html' else 'markdown'}")
    return (
        module.index_html(catalogue, messages(lang or "zh"))
        if format == "html"
        else module.index_markdown(catalogue, messages(lang or "zh"))
    )
