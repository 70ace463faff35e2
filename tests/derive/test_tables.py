"""Figures in tables: the same row and column, another number."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.tables import tables

REPORT = """
Report of the Reservoir Forum

I. Money

1. The Forum took note of its accounts, which the secretariat had prepared for it.

Table 1. Income and expenditure (thousands of euros)

{}

2. The Forum thanked the secretariat for its work and for the accounts.
"""


def changes(old: str, new: str) -> list[tuple[str, str, tuple[str, str], float, float | None]]:
    """What is told of two reports with these tables."""
    found = tables(pair(from_text(REPORT.format(old), "en"), from_text(REPORT.format(new), "en")))
    return [(cell.row, cell.column, cell.texts, cell.delta, cell.percent) for cell in found]


def grid(head: str, *rows: str) -> str:
    lines = [head, "| --- |" + " --- |" * (head.count("|") - 2), *rows]
    return "\n".join(lines)


def test_a_cell_that_holds_another_number_is_told_with_its_row_and_column() -> None:
    old = grid("| Item | 2021 |", "| Contributions | 1,120 |", "| Staff | 1,015 |", "| Travel | 45 |")
    new = grid("| Item | 2022 |", "| Contributions | 1,160 |", "| Travel* | 45 |", "| Staff | (1,015) |")
    assert changes(old, new) == [
        ("Contributions", "2021 → 2022", ("1,120", "1,160"), 40, pytest.approx(3.571429)),
        ("Staff", "2021 → 2022", ("1,015", "(1,015)"), -2030, None),
    ]


def test_of_columns_of_years_the_common_ones_and_the_last_ones_are_compared() -> None:
    old = grid("| Item | 2020 | 2021 |", "| Contributions | 10 | 12 |", "| Staff | 7 | 8 |")
    new = grid("| Item | 2021 | 2022 |", "| Contributions | 13 | 15 |", "| Staff | 8 | 8 |")
    assert [(row, column, texts) for row, column, texts, *_ in changes(old, new)] == [
        ("Contributions", "2021", ("12", "13")),
        ("Contributions", "2021 → 2022", ("12", "15")),
    ]


def test_shares_have_no_per_cent_and_other_units_no_difference() -> None:
    old = grid("| Region | Share | Cost |", "| North | 40% | EUR 5 |", "| South | 60% | EUR 7 |")
    new = grid("| Region | Share | Cost |", "| North | 45% | USD 6 |", "| South | 55% | EUR 7 |")
    assert changes(old, new) == [
        ("North", "Share", ("40%", "45%"), 5, None),
        ("South", "Share", ("60%", "55%"), -5, None),
    ]


def test_headings_over_two_rows_are_one_and_rows_of_one_label_are_told_by_their_group() -> None:
    def staff(one: str, other: str) -> str:
        return grid(
            "| Category | Posts | Change |  |",
            "|  | (1) | Number | Share |",
            "| Permanent |  |  |  |",
            f"| Local staff | {one} | 3 | 5% |",
            "| Temporary |  |  |  |",
            f"| Local staff | 4 | {other} | 5% |",
            "| Total | 8 | 9 | 6% |",
        )

    assert changes(staff("90", "3"), staff("85", "2")) == [
        ("Permanent – Local staff", "Posts", ("90", "85"), -5, pytest.approx(-5.555556)),
        ("Temporary – Local staff", "Change – Number", ("3", "2"), -1, pytest.approx(-33.333333)),
    ]


def test_nothing_is_told_of_two_subjects() -> None:
    old, new = (grid("| Item | Sum |", f"| Contributions | {n} |", f"| Staff | {n} |") for n in (1, 4))
    both = pair(from_text(REPORT.format(old), "en"), from_text(REPORT.format(new), "en"))
    both.subjects = ("Cyprus", "Golan")
    assert tables(both) == ()


SILENT = [
    ("| Chapter | Paragraph (this report) |", "| Staff | 32 |", "| Travel | 33 |", "| Fuel | 37 |"),
    ("| No. | Symbol |", "| 1 | A/79/123 |", "| 2 | A/79/124 |", "| 3 | A/79/125 |"),
    ("| State | Acceded in |", "| Chad | 1999 |", "| Fiji | 2004 |", "| Peru | 2011 |"),
    ("| Other | Count |", "| Boats | 4 |", "| Nets | 5 |", "| Ports | 6 |"),
]


@pytest.mark.parametrize("rows", SILENT, ids=["paragraphs", "numbers of documents", "years", "other rows"])
def test_what_counts_nothing_or_stands_in_a_table_of_other_rows_is_not_told(rows: tuple[str, ...]) -> None:
    head, *body = rows
    other = [row[:-3] + "9 |" for row in body]
    if "Other" in head:
        other = ["| Wells | 4 |", "| Dams | 7 |", "| Canals | 9 |"]
    assert changes(grid(head, *body), grid(head, *other)) == []


def test_the_caption_is_kept_since_it_tells_the_unit() -> None:
    old, new = (grid("| Item | Sum |", f"| Contributions | {n} |", f"| Staff | {n} |") for n in (1, 4))
    found = tables(pair(from_text(REPORT.format(old), "en"), from_text(REPORT.format(new), "en")))
    assert {cell.caption for cell in found} == {"Table 1. Income and expenditure (thousands of euros)"}
    assert {cell.sections for cell in found} == {("I", "I")}


def test_a_row_whose_label_is_put_otherwise_is_the_same_row() -> None:
    old = grid("| Item | 2021 |", "| Contributions | 1,120 |", "| Staff costs | 1,015 |", "| Travel of experts | 45 |")
    new = grid("| Item | 2022 |", "| Contributions | 1,160 |", "| Costs of staff | 1,030 |", "| Experts, travel | 50 |")
    assert [(row, texts) for row, _, texts, *_ in changes(old, new)] == [
        ("Contributions", ("1,120", "1,160")),
        ("Costs of staff", ("1,015", "1,030")),
        ("Experts, travel", ("45", "50")),
    ]


def test_a_row_that_came_is_not_held_against_one_that_went() -> None:
    old = grid("| Item | 2021 |", "| Contributions | 1,120 |", "| Rent | 90 |", "| Men | 45 |", "| Fees | 7 |")
    new = grid("| Item | 2022 |", "| Contributions | 1,160 |", "| Fees | 7 |", "| Training | 80 |", "| Women | 50 |")
    assert [row for row, *_ in changes(old, new)] == ["Contributions"]
