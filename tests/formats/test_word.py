"""What Word files hold beyond their paragraphs: notes, numbers, boxes, tracked changes, headers, fields, and what is not theirs."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.shared import Pt

from ccdiff.errors import CcdiffError
from ccdiff.ingest import read
from ccdiff.model.report import Report, Source
from ccdiff.parse import parse

from . import house
from .house import NS, Writer

W14 = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def add(document, inner: str, properties: str = "") -> None:  # type: ignore[no-untyped-def]
    """A paragraph of raw XML at the end of the document."""
    paragraph = parse_xml(f"<w:p {NS} {W14}><w:pPr>{properties}</w:pPr>{inner}</w:p>")
    document.element.body.insert(len(document.element.body) - 1, paragraph)


def lines(document, tmp_path: Path) -> list[tuple[str, str | None]]:  # type: ignore[no-untyped-def]
    return [(line.text, line.hint) for line in source(document, tmp_path).lines if line.text]


def source(document, tmp_path: Path) -> Source:  # type: ignore[no-untyped-def]
    path = tmp_path / "file.docx"
    document.save(str(path))
    return read(path)


@pytest.mark.parametrize(
    "name, hint",
    [
        ("_ H _Ch", "heading:1"),
        ("HCh", "heading:1"),
        ("_ H _Ch_G", "heading:1"),
        ("_ H_1", "heading:2"),
        ("H1", "heading:2"),
        ("_ H_2/3", "heading:3"),
        ("H23", "heading:3"),
        ("_ H_2/3_G", "heading:3"),
        ("H4", "heading:5"),
        ("_ H_5/6_G", "heading:6"),
        ("Heading 2", "heading:2"),
        ("Single Txt", "body"),
        ("_ Single Txt_G", "body"),
        ("SingleTxt", "body"),
        ("toc heading", "contents"),
    ],
)
def test_the_house_styles_are_known_by_name(tmp_path: Path, name: str, hint: str | None) -> None:
    document = Document()
    if name not in [s.name for s in document.styles]:
        document.styles.add_style(name, 1)
    document.add_paragraph("Some words", style=name)
    assert lines(document, tmp_path) == [("Some words", hint)]


def test_a_style_is_what_it_is_based_on(tmp_path: Path) -> None:
    document = Document()
    own = document.styles.add_style("My chapter", 1)
    own.base_style = document.styles["Heading 1"]
    document.add_paragraph("Some words", style="My chapter")
    assert lines(document, tmp_path) == [("Some words", "heading:1")]


def test_a_bold_line_without_a_style_looks_like_a_heading_and_a_bold_sentence_does_not(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph().add_run("Opening of the session").bold = True
    document.add_paragraph().add_run("The Committee recommends approval.").bold = True
    assert [hint for _, hint in lines(document, tmp_path)] == ["heading:0", None]


def test_footnotes_stand_after_the_paragraph_that_calls_them(tmp_path: Path) -> None:
    writer = Writer(house.NEW_YORK)
    writer.text("1", "First sentence.", [("1", "See there."), ("2", "And here.")])
    writer.text("2", "Second.", [("*", "By hand.")])
    report = parse(read(writer.save(tmp_path / "notes.docx")))
    told = [(n.id, n.text, n.paragraph) for n in report.footnotes]
    assert told == [("fn1", "See there.", "1"), ("fn2", "And here.", "1"), ("fn*", "By hand.", "2")]
    assert report.text("1") == "First sentence."


def test_a_footnote_called_in_a_table_is_not_lost(tmp_path: Path) -> None:
    writer = Writer(house.NEW_YORK)
    writer.heading(1, "I", "Tables")
    writer.text("1", "As follows.")
    writer.table([["State", "Experts"], ["Ghana", "4"]])
    writer._marks(writer.document.tables[0].cell(1, 1).paragraphs[0], [("1", "Provisional.")])
    report = parse(read(writer.save(tmp_path / "table.docx")))
    assert [(n.id, n.text) for n in report.footnotes] == [("fn1", "Provisional.")]


NUMBERING = (
    ("decimal", "%1.", ["1.", "2.", "3."]),
    ("lowerLetter", "(%1)", ["(a)", "(b)", "(c)"]),
    ("upperRoman", "%1.", ["I.", "II.", "III."]),
    ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
    ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "（三）"]),
    ("bullet", "·", ["", "", ""]),
)


@pytest.mark.parametrize("form, text, wanted", NUMBERING)
def test_list_numbers_are_computed_as_word_does(tmp_path: Path, form: str, text: str, wanted: list[str]) -> None:
    document = Document()
    _list(document, [(form, text)])
    for _ in range(3):
        add(document, run("Words."), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>')
    assert [line for line, _ in lines(document, tmp_path)] == [f"{label} Words.".strip() for label in wanted]


def _list(document, levels: list[tuple[str, str]]) -> None:  # type: ignore[no-untyped-def]
    numbering = document.part.numbering_part.element
    inner = "".join(
        f'<w:lvl w:ilvl="{k}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for k, (form, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="77">{inner}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def test_deeper_levels_begin_anew_and_show_the_levels_above(tmp_path: Path) -> None:
    document = Document()
    _list(document, [("decimal", "%1."), ("decimal", "%1.%2")])
    for level in (0, 1, 1, 0, 1):
        add(document, run("Words."), f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
    labels = [line.split()[0] for line, _ in lines(document, tmp_path)]
    assert labels == ["1.", "1.1", "1.2", "2.", "2.1"]


def test_tracked_changes_read_as_accepted_with_a_note(tmp_path: Path) -> None:
    document = Document()
    add(
        document,
        run("The Group met ")
        + f'<w:del w:id="1" w:author="a"><w:r><w:delText>five</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">{run("six")}</w:ins>'
        + run(" times."),
    )
    add(document, '<w:del w:id="3" w:author="a"><w:r><w:delText>Gone.</w:delText></w:r></w:del>')
    found = source(document, tmp_path)
    assert [line.text for line in found.lines if line.text] == ["The Group met six times."]
    assert "tracked-changes-accepted" in found.notes


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next(tmp_path: Path) -> None:
    document = Document()
    add(document, run("The Group met"), '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>')
    add(document, run("in Vienna."))
    assert lines(document, tmp_path) == [("The Group met in Vienna.", None)]


def test_moved_text_stands_once_where_it_went(tmp_path: Path) -> None:
    document = Document()
    add(document, f'<w:moveFrom w:id="1" w:author="a">{run("Moved.")}</w:moveFrom>')
    add(document, run("Stays."))
    add(document, f'<w:moveTo w:id="2" w:author="a">{run("Moved.")}</w:moveTo>')
    assert [text for text, _ in lines(document, tmp_path)] == ["Stays.", "Moved."]


def test_a_deleted_row_of_a_table_is_gone(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("A chapter", 1)
    table = document.add_table(2, 2)
    for k, row in enumerate(table.rows):
        for cell in row.cells:
            cell.text = f"row {k}"
    table.rows[1]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {NS} w:id="1" w:author="a"/>'))
    assert lines(document, tmp_path)[1:] == [("row 0\trow 0", "table")]


def test_text_boxes_come_after_the_paragraph_that_holds_them_and_once(tmp_path: Path) -> None:
    document = Document()
    box = f"<w:txbxContent><w:p>{run('In the box.')}</w:p></w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    add(document, run("Around the box.") + drawing)
    assert [text for text, _ in lines(document, tmp_path)] == ["Around the box.", "In the box."]


def test_hidden_text_and_field_codes_are_no_text(tmp_path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("Page ")
    house.field(paragraph, "PAGE")
    add(document, run("Seen. ") + run("Not seen.", "<w:vanish/>"))
    found = source(document, tmp_path)
    assert [line.text for line in found.lines if line.text] == ["Page 1", "Seen."]
    assert "hidden-text-left-out" in found.notes


def test_marks_and_powers_that_are_raised_by_hand_stay_raised(tmp_path: Path) -> None:
    document = Document()
    up = '<w:vertAlign w:val="superscript"/>'
    add(document, run("11 m") + run("3", up) + run(" of the 5") + run("th", up) + run(" year"))
    assert lines(document, tmp_path) == [("11 m³ of the 5th year", None)]


def test_headers_and_footers_are_set_aside_and_the_first_pages_header_is_the_masthead(tmp_path: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "A/80/1"
    section.header.paragraphs[0].text = "Running head"
    section.footer.paragraphs[0].text = "25-01234"
    document.add_paragraph("1. Words of the report.")
    found = lines(document, tmp_path)
    assert found[0] == ("A/80/1", None)
    assert sorted(found[2:]) == [("25-01234", "furniture"), ("Running head", "furniture")]


def test_a_box_of_one_cell_is_text_and_not_a_table(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Summary", 1)
    document.add_table(1, 1).cell(0, 0).text = "The report gives an account."
    assert lines(document, tmp_path)[1:] == [("The report gives an account.", None)]


def test_the_masthead_laid_out_as_a_table_is_text_and_a_table_of_figures_is_a_table(tmp_path: Path) -> None:
    document = Document()
    head = document.add_table(1, 2)
    head.cell(0, 0).text, head.cell(0, 1).text = "General Assembly", "A/80/1"
    figures = document.add_table(3, 2)
    for k, row in enumerate(figures.rows):
        row.cells[0].text, row.cells[1].text = f"Appropriation {k}", f"{k}00"
    found = lines(document, tmp_path)
    assert found[:2] == [("General Assembly", None), ("A/80/1", None)]
    assert [hint for _, hint in found[2:]] == ["table"] * 3


def test_a_table_of_contents_is_set_aside(tmp_path: Path) -> None:
    document = Document()
    document.styles.add_style("toc 1", 1)
    document.add_paragraph("I.\tIntroduction\t3", style="toc 1")
    document.add_heading("I. Introduction", 1)
    document.add_paragraph("1. Words of the report.")
    path = tmp_path / "contents.docx"
    document.save(str(path))
    assert [row.why for row in parse(read(path)).set_aside] == ["contents"]


def test_table_notes_set_as_footnotes_stay_with_the_table(tmp_path: Path) -> None:
    document = Document()
    document.styles.add_style("footnote text", 1).font.size = Pt(8)
    document.add_heading("I. Posts", 1)
    table = document.add_table(2, 2)
    for row in table.rows:
        row.cells[0].text, row.cells[1].text = "Posts", "4"
    document.add_paragraph("a Including vacancies.", style="footnote text")
    document.add_paragraph("1. Words of the report.")
    document.add_paragraph("2. More words of the report.")
    report: Report = parse(source(document, tmp_path))
    assert [table.rows[-1] for table in report.tables] == [("a Including vacancies.",)]
    assert [p.id for p in report.paragraphs] == ["1", "2"]


def test_macros_and_embedded_files_are_ignored_and_outside_links_never_followed(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("1. Words of the report.")
    document.part.relate_to("http://192.0.2.1/evil.dotm", f"{_REL}/attachedTemplate", is_external=True)
    document.part.relate_to("file:///etc/passwd", f"{_REL}/subDocument", is_external=True)
    path = tmp_path / "plain.docx"
    document.save(str(path))
    macro = tmp_path / "with-macro.docm"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(macro, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "[Content_Types].xml":
                data = data.replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml",
                )
            new.writestr(name, data)
        new.writestr("word/vbaProject.bin", b"\x00" * 100)
    assert [line.text for line in read(macro).lines if line.text] == ["1. Words of the report."]


_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def test_the_strict_form_of_the_standard_is_read(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("1. Words of the report.")
    path, strict = tmp_path / "usual.docx", tmp_path / "strict.docx"
    document.save(str(path))
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            data = data.replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            ).replace(
                b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                b"http://purl.oclc.org/ooxml/officeDocument/relationships",
            )
            new.writestr(name, data)
    assert [line.text for line in read(strict).lines if line.text] == ["1. Words of the report."]


def test_our_own_redline_reads_as_the_new_report(tmp_path: Path) -> None:
    from ccdiff.compare import compare, read_report
    from ccdiff.render import render
    from ccdiff.text.normalise import fold

    from .conftest import entries

    old, new = (read_report(entry.path, entry.facts) for entry in entries()[:2])
    path = tmp_path / "redline.docx"
    path.write_bytes(render(compare(old, new), "redline"))  # type: ignore[arg-type]
    text = fold("".join(line.text for line in read(path).lines if line.hint != "furniture"))
    wanted = [fold(p.text) for p in new.report.paragraphs if p.id != "front" and "\n" not in p.text]
    assert all(words in text for words in wanted)


@pytest.mark.parametrize("name", ["document", "styles", "numbering", "footnotes"])
def test_a_damaged_part_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    writer = Writer(house.GENEVA)
    writer.text("1", "Words.", [("1", "Note.")])
    whole, broken = writer.save(tmp_path / "whole.docx"), tmp_path / "broken.docx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, data[: len(data) // 2] if part == f"word/{name}.xml" else data)
    with pytest.raises(CcdiffError) as caught:
        read(broken)
    assert "broken.docx" in str(caught.value) and "\n" not in str(caught.value)
