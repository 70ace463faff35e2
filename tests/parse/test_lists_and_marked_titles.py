"""Lists whose lines begin with a sign, and titles that Markdown marks, in texts without paragraph numbers."""

from __future__ import annotations

MINUTES = """
    # Minutes of the board

    ## 2022-03-07

    * The board agreed that a second developer should be hired for the mirror service
    * The board discussed the budget of the next year, together with the auditors

    ### riscv: a wider address space

    The work was under way, and the support for mips* was removed.

    Open tasks:

    * Collecting and sorting the tasks of the team, and finding owners for them
    * Testing the laboratory and joining it with the common one
    * Speeding up
"""


def texts(report):
    return [(p.id, p.text) for p in report.paragraphs if p.kind == "paragraph"]


def test_a_title_marked_as_one_may_be_a_date_or_begin_with_a_small_letter(report):
    read = report(MINUTES)
    assert [s.title for s in read.sections if s.id != "front"] == ["2022-03-07", "riscv: a wider address space"]


def test_lines_of_a_list_without_full_stops_are_paragraphs_of_their_own(report):
    read = report(MINUTES)
    assert [text for where, text in texts(read) if "2022-03-07¶" in where] == [
        "The board agreed that a second developer should be hired for the mirror service",
        "The board discussed the budget of the next year, together with the auditors",
    ]


def test_a_list_with_asterisks_is_no_footnote_though_an_asterisk_stands_in_the_text_above(report):
    read = report(MINUTES)
    assert read.footnotes == ()
    assert [text for _, text in texts(read)][-3:] == [
        "Collecting and sorting the tasks of the team, and finding owners for them",
        "Testing the laboratory and joining it with the common one",
        "Speeding up",
    ]


def test_a_lone_line_with_an_asterisk_is_still_the_footnote_that_is_called(report):
    read = report("1. The report was late.*\n\n* It was submitted after the deadline.\n\n2. The session closed.\n")
    assert [(note.mark, note.text, note.paragraph) for note in read.footnotes] == [
        ("*", "It was submitted after the deadline.", "1")
    ]


def test_a_list_of_names_stays_in_one_paragraph_and_ends_at_the_blank_line(report):
    read = report(
        "# News\n\n## Work\n\nThe work is described in single entries.\n\n* Shell update\n* Wireless status\n* Images\n\n"
        "Other work is described here.\n"
    )
    assert [text for _, text in texts(read)] == [
        "The work is described in single entries.",
        "Shell update\n* Wireless status\n* Images",
        "Other work is described here.",
    ]


def test_a_list_of_numbers_in_a_late_chapter_does_not_number_the_paragraphs(report):
    chapters = "".join(
        f"## Chapter on the {word} works\n\nThe {word} works went on through the whole of the month without any delay.\n\n"
        "Their budget was raised by the board, which had heard the auditors at length.\n\n"
        for word in ("first", "second", "third")
    )
    tasks = "## Releases\n\n" + "".join(
        f"{k}. The release {k} of the tool was tested and then published.\n\n" for k in range(1, 6)
    )
    read = report("# Monthly report\n\n" + chapters + tasks)
    assert [s.title for s in read.sections if s.id != "front"][:1] == ["Chapter on the first works"]
    assert all(not (p.number or "").isdecimal() for p in read.paragraphs)


def test_what_stands_under_the_only_marked_title_is_text(report):
    read = report("# Minutes\n\nThe board met in Riga: it heard the auditors.\n")
    assert (read.title, [p.text for p in read.paragraphs if p.kind == "paragraph"]) == (
        "Minutes",
        ["The board met in Riga: it heard the auditors."],
    )


def test_tags_of_layout_are_no_text_and_others_are(report):
    read = report(
        '# News\n\nThe board met in <span id="page-3-0"></span>Riga and heard it all.\n\n'
        '<div style="width: 70%"><img src="a.png"></div>\n\nThe tag <script> was named in the text of the report.\n'
    )
    assert [p.text for p in read.paragraphs if p.kind == "paragraph"] == [
        "The board met in Riga and heard it all.",
        "The tag <script> was named in the text of the report.",
    ]
    assert [row.why for row in read.set_aside] == ["tags"]


def test_minutes_in_short_points_are_read_point_by_point(report):
    read = report("# Council meeting\n\n- Check-in\n- Roles\n  - Facilitator: Ana\n- 150 responses\n  - 92 yes\n")
    assert [p.text for p in read.paragraphs if p.kind == "paragraph"] == [
        "Check-in",
        "Roles",
        "Facilitator: Ana",
        "150 responses",
        "92 yes",
    ]
