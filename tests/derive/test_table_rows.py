"""Rows of tables that came, went and, in tables of words, hold another text."""

from __future__ import annotations

from ledger_reports import from_text, pair

from ccdiff.derive.table_rows import table_rows

REPORT = """
# Minutes of the Harbour Group

## Opening

The Chair opened the meeting and welcomed the members of the group.

## Discussion

{}
"""
HEAD = "| Item | What was said |"


def told(old: str, new: str, head: str = HEAD) -> list[tuple[str, str, tuple[str, str]]]:
    """The changed rows of two minutes whose discussion is such a table."""
    texts = [REPORT.format("\n".join((head, "| --- | --- |", rows.strip()))) for rows in (old, new)]
    return [(row.kind, row.row, row.texts) for row in table_rows(pair(*(from_text(text, "en") for text in texts)))]


def test_rows_that_came_went_and_hold_another_text_are_told() -> None:
    old = "| Quay walls | Comments are needed. |\n| Tide tables | Reviewed. |\n| Buoys | The target is May. |"
    new = "| Buoys | The target is November. |\n| Quay walls | Comments are needed. |\n| Pilot boats | A plan was presented. |"
    assert told(old, new) == [
        ("amended", "Buoys", ("The target is May.", "The target is November.")),
        ("new", "Pilot boats", ("", "A plan was presented.")),
        ("dropped", "Tide tables", ("Reviewed.", "")),
    ]


def test_a_row_is_known_by_the_number_in_its_label() -> None:
    old = "| Issue #77 | Response headers. A draft will follow. |\n| Issue #80 | Tags. |"
    new = "| Draft #88, Issue #77 | Response headers. The draft is ready. |\n| Issue #80 | Tags. |"
    assert [(kind, row) for kind, row, _ in told(old, new)] == [("amended", "Draft #88, Issue #77")]


def test_another_order_of_rows_is_no_change() -> None:
    old = "| Quay walls | Comments are needed. |\n| Tide tables | Reviewed. |"
    new = "| Tide tables | Reviewed. |\n| Quay walls | Comments are needed. |"
    assert not told(old, new)


def test_tables_of_figures_and_tables_of_other_matters_are_left_alone() -> None:
    old, new = "| Quays | 12 |\n| Tides | 14 |", "| Quays | 13 |\n| Buoys | 15 |"
    assert not told(old, new, "| Item | Number |")
    old, new = "| Quay walls | Comments. |\n| Tide tables | Reviewed. |", "| Nurses | Hired. |\n| Wards | Painted. |"
    assert not told(old, new)


def test_rows_of_figures_that_came_and_went_are_told_with_their_cells() -> None:
    old = "| Peru | 2 | 64 |\n| Chile | 3 | 97 |\n| Cuba | 2 | 81 |"
    new = "| Belize | 2 | 49 |\n| Peru | 3 | 102 |\n| Cuba | 4 | 176 |"
    head = "| Country | Workshops | Participants |"
    assert told(old, new, head) == [("new", "Belize", ("", "2 | 49")), ("dropped", "Chile", ("3 | 97", ""))]
