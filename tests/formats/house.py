"""Word files as the United Nations sets them, made of a report that was read from text: house styles, real footnotes, list numbers.

``word`` writes one; ``print_all`` has LibreOffice print a folder of them as PDF.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from ccdiff.model.report import Paragraph, Report

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


@dataclass(frozen=True)
class House:
    """The style names of an office, chapter first; ``numbered``: Word counts the paragraphs, nobody typed the numbers."""

    headings: tuple[str, ...]
    body: str
    numbered: bool


NEW_YORK = House(("_ H _Ch", "_ H_1", "_ H_2/3", "_ H_4"), "_ Single Txt", numbered=False)
GENEVA = House(("_ H _Ch_G", "_ H_1_G", "_ H_2/3_G", "_ H_4_G"), "_ Single Txt_G", numbered=True)
OLD = House(("HCh", "H1", "H23", "H4"), "SingleTxt", numbered=False)
WORD = House(("Heading 1", "Heading 2", "Heading 3", "Heading 4"), "Body Text", numbered=True)
BY_LOOK = House(("Normal",) * 4, "Normal", numbered=False)


class Writer:
    """Builds one document paragraph by paragraph."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.document = Document()
        self.notes: list[str] = []
        self._styles()
        self._page()
        self.list = self._list("%1.") if house.numbered else None

    def _styles(self) -> None:
        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = "Liberation Serif", Pt(10.5)
        normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
        normal.paragraph_format.space_after = Pt(7)
        known = {style.name for style in styles}
        for name in dict.fromkeys((*self.house.headings, self.house.body)):
            style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = normal if name != "Normal" else None
            style.font.size = Pt(10.5)
            if name in self.house.headings and name != "Normal":
                style.font.bold, style.paragraph_format.space_before = True, Pt(12)
        styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(8.5)

    def _page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(40)
        section.top_margin, section.bottom_margin = Mm(32), Mm(32)
        section.different_first_page_header_footer = True

    def running(self, symbol: str, job: str) -> None:
        """The symbol at the head of each page but the first, the job number and the page at its foot."""
        section = self.document.sections[0]
        section.header.paragraphs[0].add_run(symbol).bold = True
        for footer in (section.footer, section.first_page_footer):
            paragraph = footer.paragraphs[0]
            paragraph.add_run(f"{job}\t\t")
            field(paragraph, "PAGE")
            paragraph.add_run("/")
            field(paragraph, "NUMPAGES")

    def _list(self, text: str) -> int:
        numbering = self.document.part.numbering_part.element
        abstract = parse_xml(
            f'<w:abstractNum {NS} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:suff w:val="tab"/><w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl></w:abstractNum>'
        )
        numbering.insert(0, abstract)
        numbering.append(parse_xml(f'<w:num {NS} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
        return 90

    def heading(self, level: int, label: str, title: str, notes: Iterable[tuple[str, str]] = ()) -> None:
        """A heading of ``level`` 1 to 4, its numeral typed before it."""
        paragraph = self.document.add_paragraph(style=self.house.headings[min(level, 4) - 1])
        run = paragraph.add_run(f"{label}\t{title}" if label else title)
        run.bold = True if self.house is BY_LOOK else None
        self._marks(paragraph, notes)

    def text(
        self,
        number: str | None,
        text: str,
        notes: Iterable[tuple[str, str]] = (),
        style: str | None = None,
        *,
        bold: bool = False,
    ) -> None:
        """A paragraph of running text; ``number`` is typed, or counted by Word."""
        paragraph = self.document.add_paragraph(style=style or self.house.body)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        counted = self.list is not None and number is not None and number.isdigit()
        if counted:
            properties = paragraph._p.get_or_add_pPr()
            properties.append(parse_xml(f'<w:numPr {NS}><w:ilvl w:val="0"/><w:numId w:val="{self.list}"/></w:numPr>'))
        point = "." if number and number[-1].isalnum() and number.isascii() else ""
        run = paragraph.add_run(text if counted or not number else f"{number}{point}\t{text}")
        run.bold = bold or None
        self._marks(paragraph, notes)

    def _marks(self, paragraph, notes: Iterable[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
        for mark, text in notes:
            identity = len(self.notes) + 2
            custom = ' w:customMarkFollows="1"' if not mark.isdigit() else ""
            follows = f"<w:t>{mark}</w:t>" if custom else ""
            paragraph._p.append(
                parse_xml(
                    f'<w:r {NS}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
                    f'<w:footnoteReference w:id="{identity}"{custom}/>{follows}</w:r>'
                )
            )
            own = "" if custom else "<w:footnoteRef/>"  # LibreOffice prints a mark of one's own by itself
            self.notes.append(
                f'<w:footnote w:id="{identity}"><w:p><w:pPr><w:pStyle w:val="footnotetext"/></w:pPr>'
                f'<w:r><w:rPr><w:sz w:val="17"/><w:vertAlign w:val="superscript"/></w:rPr>{own}</w:r>'
                f'<w:r><w:rPr><w:sz w:val="17"/></w:rPr><w:t xml:space="preserve"> {_escaped(text)}</w:t></w:r></w:p></w:footnote>'
            )

    def table(self, rows: Iterable[Iterable[str]]) -> None:
        """A table with rules round every cell."""
        found = [list(row) for row in rows]
        table = self.document.add_table(len(found), max(map(len, found)), style="Table Grid")
        for k, row in enumerate(found):
            for n, cell in enumerate(row):
                table.cell(k, n).text = cell

    def save(self, path: Path) -> Path:
        """Writes the file, its footnotes in their own part."""
        separators = "".join(
            f'<w:footnote w:type="{kind}" w:id="{k}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
            for k, kind in enumerate(("separator", "continuationSeparator"))
        )
        xml = f"{XML}<w:footnotes {NS}>{separators}{''.join(self.notes)}</w:footnotes>"
        part = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), self.document.part.package
        )
        self.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self.document.save(str(path))
        return path


def field(paragraph, code: str) -> None:  # type: ignore[no-untyped-def]
    """A field such as PAGE, with no result yet."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("text", "1"), ("end", "")):
        run = paragraph.add_run()
        if kind in ("begin", "separate", "end"):
            char = OxmlElement("w:fldChar")
            char.set(qn("w:fldCharType"), kind)
            run._r.append(char)
        elif kind == "text":
            run.text = text
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run._r.append(instruction)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", " ")


def word(report: Report, path: Path, house: House = NEW_YORK) -> Path:
    """``report`` as a Word file; each footnote is called at the end of the paragraph or heading that it belongs to."""
    writer = Writer(house)
    writer.running(report.symbol if "/" in report.symbol else "A/CONF.1/2", "V.21-01350")
    notes = {note.id: (note.mark, note.text) for note in report.footnotes}
    for section in report.sections:
        if section.id != "front":
            owned = [(n.mark, n.text) for n in report.footnotes if n.paragraph == section.id]
            label = f"{section.number}." if section.number and section.level < 5 and section.title else section.number
            annex = (
                section.number
                and section.number == section.id
                and not re.fullmatch(r"[一二三四五六七八九十IVX]+", section.number)
            )
            writer.heading(section.level, (section.number or "") if annex else label or "", section.title, owned)
        for locator in section.paragraphs:
            _paragraph(writer, report.paragraph(locator), notes, report.title)
        for table in report.tables:
            if table.section == section.id:
                writer.table(table.rows)
    return writer.save(path)


def _whole(lines: list[str], title: str) -> list[str]:
    """The title's lines as the one paragraph that it is in Word."""
    for start in range(len(lines)):
        for end in range(start + 2, min(start + 5, len(lines)) + 1):
            if "".join("".join(lines[start:end]).split()) == "".join(title.split()):
                return [*lines[:start], "".join(lines[start:end]), *lines[end:]]
    return lines


def _paragraph(writer: Writer, paragraph: Paragraph, notes: dict[str, tuple[str, str]], title: str) -> None:
    lines = _whole(paragraph.text.split("\n"), title)
    called = [notes[locator] for locator in paragraph.footnotes]
    style = "Normal" if paragraph.kind == "front" else None
    for k, line in enumerate(lines):
        last = k + 1 == len(lines)
        titular = style is not None and "".join(line.split()) == "".join(title.split())
        writer.text(paragraph.number if k == 0 else None, line, called if last else (), style, bold=titular)


def print_all(folder: Path, *, timeout: float = 180) -> None:
    """Every Word file in ``folder`` printed as PDF beside it, in one call of LibreOffice with a profile of its own."""
    profile = (folder / "profile").absolute().as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    files = sorted(str(path) for path in folder.glob("*.docx"))
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=timeout)
