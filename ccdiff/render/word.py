"""What both Word forms share: an A4 document in the report's language with page numbers, and a file whose bytes never vary."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from ccdiff.render.clean import display

AUTHOR = "ccdiff"
UNKNOWN_DATE = "2000-01-01"  # where the new report prints no date; a clock would make the bytes vary
LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}
LATIN, EAST = "Times New Roman", "SimSun"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip archive can state


def iso_date(date: str | None) -> str:
    """A full date from one that may lack its day or month."""
    parts = (date or UNKNOWN_DATE).split("-")
    return "-".join([*parts, "01", "01"][:3])


def new_document(title: str, lang: str, date: str | None) -> Any:
    """An empty document: A4, fonts for both scripts, language, page number in the footer, fixed properties."""
    from docx import Document
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.3)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Heading 3"):
        _style(document.styles[name], name, lang)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(footer, "PAGE")
    _properties(document.core_properties, title, lang, date)
    return document


def _style(style: Any, name: str, lang: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.name = LATIN
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.size = Pt({"Normal": 10.5, "Title": 16, "Heading 1": 14}.get(name, 12))
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:eastAsia"), EAST)
    language = properties.makeelement(qn("w:lang"), {})
    code = LANGUAGES.get(lang, lang)
    language.set(qn("w:val"), code if lang == "en" else LANGUAGES["en"])
    language.set(qn("w:eastAsia"), code if lang != "en" else LANGUAGES["zh"])
    properties.append(language)


def _field(paragraph: Any, instruction: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    paragraph._p.append(field)


def _properties(properties: Any, title: str, lang: str, date: str | None) -> None:
    when = datetime.datetime.fromisoformat(iso_date(date))
    properties.author = properties.last_modified_by = AUTHOR
    properties.title = display(title)[:255]
    properties.language = LANGUAGES.get(lang, lang)
    properties.comments, properties.revision = "", 1
    properties.created = properties.modified = when


def file_bytes(document: Any) -> bytes:
    """The document as a file: its members in their order, each with the same time."""
    written = io.BytesIO()
    document.save(written)
    stable = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(stable, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            target.writestr(member, source.read(name))
    return stable.getvalue()
