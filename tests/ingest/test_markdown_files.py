"""What Markdown's own rules say of a file: soft line breaks, and fields at its head."""

from __future__ import annotations

from pathlib import Path

from ccdiff.compare import read_report

REPORT = """---
title: "Minutes of the board"
group: Ports
date: 2026-09-07
---

## Agenda

The board met in Riga.
It heard the auditors.

The next meeting was fixed
for May.

* Roles
"""


def read(tmp_path: Path, text: str):
    path = tmp_path / "minutes.md"
    path.write_text(text, encoding="utf-8")
    return read_report(path).report


def test_fields_at_the_head_of_a_markdown_file_are_its_title_and_date_and_the_rest_is_set_aside(tmp_path: Path):
    report = read(tmp_path, REPORT)
    assert (report.title, report.date) == ("Minutes of the board", "2026-09-07")
    assert [(row.text, row.why) for row in report.set_aside if row.why == "front-matter"] == [
        ("group: Ports", "front-matter")
    ]


def test_only_a_blank_line_ends_a_paragraph_of_markdown(tmp_path: Path):
    texts = [p.text for p in read(tmp_path, REPORT).paragraphs if p.kind == "paragraph"]
    assert texts == ["The board met in Riga. It heard the auditors.", "The next meeting was fixed for May.", "Roles"]


def test_a_markdown_file_of_whole_paragraphs_line_by_line_keeps_them_apart(tmp_path: Path):
    lines = [f"The board took note of the report of group {k}, which had met." for k in range(1, 9)]
    report = read(tmp_path, "# Minutes\n\n" + "\n".join(lines) + "\n")
    assert [p.text for p in report.paragraphs if p.kind == "paragraph"] == lines


def test_a_rule_at_the_head_of_a_file_without_fields_is_a_rule(tmp_path: Path):
    report = read(tmp_path, "---\n\n# Minutes\n\nThe board met in Riga: it heard the auditors.\n\n---\n")
    assert report.title == "Minutes" and not [row for row in report.set_aside if row.why == "front-matter"]


def test_the_title_of_the_front_matter_goes_before_a_marked_line(tmp_path):
    file = tmp_path / "minutes.md"
    file.write_text(
        "---\nlayout: page\ntitle: Harbour Council May 2021\n---\n# Notes by video, from the second room\n\nThe fees rose.\n",
        encoding="utf-8",
    )
    assert read_report(file).report.title == "Harbour Council May 2021"


def test_a_list_whose_entries_all_say_one_is_a_list_of_bullets(tmp_path):
    file = tmp_path / "report.md"
    file.write_text(
        "# Annual report\n\n### Expenses\n\nThe key expenses can be summarized as follows\n\n1. Projects: $ 4.4k\n1. Fees: $ 6.9k\n"
        "\n### Queries\n\nWrite to us.\n",
        encoding="utf-8",
    )
    report = read_report(file).report
    assert [s.title for s in report.sections if s.title] == ["Expenses", "Queries"]
    texts = [p.text for p in report.paragraphs]
    assert any("Projects: $ 4.4k" in text and "1." not in text for text in texts)
    assert not any("Fees" in text and "6.9k 1." in text for text in texts)


BROKEN_LINKS = """# Minutes of May

## Matters

- The board discussed [PEP 700
  (Names of harbour
  lights)](https://example.org/700) and accepted it.
- The board discussed [the fees
  of 2026](https://example.org/fees).
- A list [of names
- stays as it is
"""


def test_a_link_broken_over_lines_is_whole(tmp_path: Path):
    report = read(tmp_path, BROKEN_LINKS)
    assert [p.text for p in report.paragraphs if p.text != "Minutes of May"] == [
        "The board discussed PEP 700 (Names of harbour lights) and accepted it.",
        "The board discussed the fees of 2026.",
        "A list [of names",
        "stays as it is",
    ]
    assert [row.text for row in report.set_aside] == ["https://example.org/700", "https://example.org/fees"]


FORM = """# Report of the group

## Health

1. What did the group do this year that should be highlighted in the annual report?

   -
   -

2. Does the group have members from several companies and from several countries?

   - Yes, from nine of them
"""


def test_a_bullet_without_words_is_no_text(tmp_path: Path):
    texts = [p.text for p in read(tmp_path, FORM).paragraphs if p.kind != "front"]
    assert "-" not in "".join(texts).replace("- Yes", "")
    assert any("highlighted" in text for text in [s.title for s in read(tmp_path, FORM).sections] + texts)
