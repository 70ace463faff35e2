"""What stands where on a PDF's pages: running heads, hyphens, footnotes, tables, columns, charts, turned and scanned pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.errors import CcdiffError
from ccdiff.ingest import read
from ccdiff.model.report import Report
from ccdiff.parse import parse

from .pdfwriter import Page, Pdf

LOREM = [
    "The working group considered the state of implementation of the",
    "Convention and took note of the progress made since its previous",
    "meeting, in particular with regard to the online directory.",
]


def report(pdf: Pdf, tmp_path: Path) -> Report:
    return parse(read(pdf.save(tmp_path / "file.pdf")))


def paged(*texts: list[str]) -> Pdf:
    """Pages with a symbol at their head, a job number and a page number at their foot."""
    pdf = Pdf()
    for number, lines in enumerate(texts, 1):
        page = pdf.page().lines(120, 690, lines)
        page.text(60, 740, "A/CONF.1/2", bold=True)
        page.text(60, 40, f"24-01234  {number}/{len(texts)}")
    return pdf


def test_heads_and_feet_that_recur_are_set_aside_and_paragraphs_run_over_the_page(tmp_path: Path) -> None:
    first = ["1. " + LOREM[0], *LOREM[1:], "", "2. The Chair noted that the group had held five"]
    second = ["meetings in all, of which two had been held online.", "", "3. " + LOREM[0], *LOREM[1:]]
    found = report(paged(first, second, ["4. The group adopted its report on 3 May."]), tmp_path)
    assert (
        found.text("2")
        == "The Chair noted that the group had held five meetings in all, of which two had been held online."
    )
    assert [p.id for p in found.paragraphs if p.number] == ["1", "2", "3", "4"]
    assert {row.why for row in found.set_aside} == {"page-line"}
    assert not any("24-01234" in p.text for p in found.paragraphs)


def test_lines_join_and_a_hyphen_that_breaks_a_word_goes_while_that_of_a_compound_stays(tmp_path: Path) -> None:
    lines = [
        "1. The group stressed the importance of international coopera-",
        "tion and of follow-up, including cooperation among non-",
        "governmental organizations and troop- and police-contributing",
        "countries, and of follow-",
        "up at the national level and among non-governmental bodies.",
        "",
        "2. The group adopted its report on 3 May 2024 in Vienna.",
    ]
    text = report(paged(lines, ["3. Closing words of the Chair were heard."]), tmp_path).text("1")
    assert "international cooperation and of follow-up" in text
    assert "non-governmental organizations and troop- and police-contributing countries" in text
    assert "of follow-up at the national level" in text


def test_a_footnote_is_known_by_its_place_and_its_size(tmp_path: Path) -> None:
    page = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]])
    page.text(120, 640, "2. The group welcomed the new tool.").text(287, 640, "1", 6, rise=4)
    page.text(120, 120, "1", 6, rise=3).text(
        128, 120, "See the report of the Secretary-General on the tool, and the", 8
    )
    page.text(120, 110, "addendum to it.", 8)
    second = Page().lines(120, 690, ["3. " + LOREM[0], *LOREM[1:]])
    found = report(Pdf(page, second), tmp_path)
    notes = [(n.id, n.text, n.paragraph) for n in found.footnotes]
    assert notes == [("fn1", "See the report of the Secretary-General on the tool, and the addendum to it.", "2")]
    assert found.text("2") == "The group welcomed the new tool."


def test_a_ruled_table_is_a_table_with_its_columns(tmp_path: Path) -> None:
    page = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]])
    for y in (630, 612, 560):
        for left, right in ((120, 240), (240.5, 320), (320.5, 400)):
            page.rule(left, y, right)
    for k, row in enumerate((("Category", "2024/25", "2025/26"), ("Posts", "1 250", "1 175"), ("Police", "60", "58"))):
        for x, cell in zip((122, 270, 350), row, strict=True):
            page.text(x, 618 - 22 * k, cell, 8)
    page.lines(120, 530, ["2. " + LOREM[0], *LOREM[1:]])
    found = report(Pdf(page), tmp_path)
    assert found.tables[0].rows == (
        ("Category", "2024/25", "2025/26"),
        ("Posts", "1 250", "1 175"),
        ("Police", "60", "58"),
    )
    assert [p.id for p in found.paragraphs] == ["1", "2"]


def test_rules_round_prose_do_not_make_it_a_table(tmp_path: Path) -> None:
    page = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]]).rule(110, 640, 500).rule(110, 580, 500)
    page.lines(120, 620, ["2. " + LOREM[0], *LOREM[1:]])
    found = report(Pdf(page), tmp_path)
    assert not found.tables and [p.id for p in found.paragraphs] == ["1", "2"]


def test_the_labels_of_a_chart_are_set_aside(tmp_path: Path) -> None:
    page = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]]).rule(110, 640, 500)
    page.parts.append("0.9 g 100 400 400 200 re f 0 g")
    for k in range(14):
        page.box(120 + 25 * k, 430, 10, 20 + 8 * k).text(118 + 25 * k, 410, str(10 * k), 7)
    page.lines(120, 370, ["2. " + LOREM[0], *LOREM[1:]])
    found = report(Pdf(page), tmp_path)
    assert found.text("1").endswith("online directory.") and found.text("2").endswith("online directory.")
    assert {row.why for row in found.set_aside} == {"picture-label"}


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    page = Page()
    left = [f"Left column, line {k} of the text here" for k in range(1, 13)]
    right = [f"right column, line {k} of the text there" for k in range(1, 13)]
    for k, (one, other) in enumerate(zip(left, right, strict=True)):  # written line by line over both columns
        page.text(60, 700 - 12 * k, one, 9).text(320, 700 - 12 * k, other, 9)
    found = report(Pdf(page), tmp_path)
    text = " ".join(p.text for p in found.paragraphs)
    assert text.index("Left column, line 12") < text.index("right column, line 1 ")


def test_a_turned_page_is_read_as_it_is_seen_and_noted(tmp_path: Path) -> None:
    first = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]])
    turned = Page(turned=90)
    for k, line in enumerate(["2. The group met in Vienna on 3 May 2024 and heard a", "briefing by the Secretariat."]):
        turned.parts.append(f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * k} 100 Tm ({line}) Tj ET")
    found = report(Pdf(first, turned), tmp_path)
    assert found.text("2") == "The group met in Vienna on 3 May 2024 and heard a briefing by the Secretariat."
    assert "rotated-page" in found.notes


def test_text_that_stands_on_its_side_is_read_even_if_the_page_does_not_say_so(tmp_path: Path) -> None:
    first = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]])
    side = Page()
    for k, line in enumerate(["2. The group met in Vienna on 3 May 2024 and heard a", "briefing by the Secretariat."]):
        side.parts.append(f"BT /F1 10 Tf 0 1 -1 0 {100 + 12 * k} 100 Tm ({line}) Tj ET")
    found = report(Pdf(first, side), tmp_path)
    assert found.text("2") == "The group met in Vienna on 3 May 2024 and heard a briefing by the Secretariat."
    assert "rotated-page" in found.notes


@pytest.mark.parametrize(
    "angle, matrix, x, y, dx, dy",
    [(90, "0 1 -1 0", 100, 100, 12, 0), (270, "0 -1 1 0", 500, 700, -12, 0), (180, "-1 0 0 -1", 500, 100, 0, 12)],
)
@pytest.mark.parametrize("stated", [True, False])
def test_lines_of_a_turned_page_come_in_their_order(
    tmp_path: Path, angle: int, matrix: str, x: int, y: int, dx: int, dy: int, stated: bool
) -> None:
    first = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]])
    turned = Page(turned=angle if stated else 0)
    for k, line in enumerate(
        [
            "2. The group met in Vienna on 3 May 2024 and heard a",
            "briefing by the Secretariat.",
            "3. It closed its session on 5 May.",
        ]
    ):
        gap = k + (k == 2)
        turned.parts.append(f"BT /F1 10 Tf {matrix} {x + dx * gap} {y + dy * gap} Tm ({line}) Tj ET")
    found = report(Pdf(first, turned), tmp_path)
    assert found.text("2") == "The group met in Vienna on 3 May 2024 and heard a briefing by the Secretariat."
    assert found.text("3") == "It closed its session on 5 May."


def test_a_watermark_aslant_is_set_aside(tmp_path: Path) -> None:
    page = Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:], "", "2. The group closed its session."])
    page.parts.insert(0, "BT /F2 60 Tf 0.7 0.7 -0.7 0.7 150 200 Tm (ADVANCE COPY) Tj ET")
    found = report(Pdf(page), tmp_path)
    assert [p.id for p in found.paragraphs] == ["1", "2"]
    assert [row.text for row in found.set_aside] == ["ADVANCE COPY"]


def test_a_page_that_is_a_picture_among_others_is_said(tmp_path: Path) -> None:
    scan = Page()
    scan.parts.append("q 500 0 0 600 50 100 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q")
    found = report(Pdf(Page().lines(120, 690, ["1. " + LOREM[0], *LOREM[1:]]), scan), tmp_path)
    assert "page-without-text:2" in found.notes


def test_a_scanned_file_says_what_to_do(tmp_path: Path) -> None:
    pdf = Pdf(Page().box(0, 0, 612, 792), Page().box(0, 0, 612, 792))
    with pytest.raises(CcdiffError) as caught:
        read(pdf.save(tmp_path / "scan.pdf"))
    assert "scanned" in str(caught.value) and "ocrmypdf" in caught.value.remedy


def test_an_encrypted_file_says_so(tmp_path: Path) -> None:
    pdf = Pdf(Page().text(100, 700, "1. Words that nobody may read."), locked=True)
    with pytest.raises(CcdiffError) as caught:
        read(pdf.save(tmp_path / "locked.pdf"))
    assert "encrypted" in str(caught.value) and "password" in caught.value.remedy


def test_a_bold_paragraph_is_no_heading_and_a_bold_line_apart_is_one(tmp_path: Path) -> None:
    page = Page().text(120, 700, "I. Introduction", bold=True).lines(120, 670, ["1. " + LOREM[0], *LOREM[1:]])
    for k, line in enumerate(["The Committee recommends approval of the proposals", "of the Secretary-General."]):
        page.text(120, 610 - 12 * k, f"2. {line}" if k == 0 else line, bold=True)
    found = report(Pdf(page), tmp_path)
    assert [s.id for s in found.sections] == ["I"]
    assert found.text("2") == "The Committee recommends approval of the proposals of the Secretary-General."


def test_short_paragraphs_stand_apart_though_most_distances_are_those_between_them(tmp_path: Path) -> None:
    page, y = Page(), 700.0
    for text in (
        ["REPORT OF THE SAFETY COMMITTEE"],
        ["1 INTRODUCTION"],
        [
            "1.1 The Committee met from 20 to 29 April 2022 and was chaired by Ms. Neves, with",
            "Mr. Osei as Vice-Chair.",
        ],
        ["1.2 The Committee adopted the agenda."],
        ["Opening address"],
        ["1.3 The Secretary-General welcomed participants."],
        ["2 DECISIONS"],
        ["2.1 The Committee noted the decisions of the Council, and agreed to take action on", "them under item 4."],
        ["2.2 The Committee agreed to return to the matter."],
    ):
        page.lines(72, y, text)
        y -= 12 * len(text) + 14
    found = report(Pdf(page), tmp_path)
    assert [(s.id, s.paragraphs) for s in found.sections if s.id != "front"] == [
        ("1", ("1.1", "1.2")),
        ("1/Opening address", ("1.3",)),
        ("2", ("2.1", "2.2")),
    ]
