"""What a pair of figures is called: by a noun phrase of one of the two reports, else by the clause with "…" for the number."""

from __future__ import annotations

import pytest
from figure_reports import language_of
from test_figure_pairs import Case, derived

from ccdiff.model.changes import Figure

NAMES = [
    ("31个国家建立了国家登记册。", "36个国家建立了国家登记册。", "建立了国家登记册的国家"),
    ("工作组举行了四次会议。", "工作组今年举行了六次会议。", "工作组举行的会议"),
    ("冷库遍布各地，集中在8个国家。", "冷库遍布各地，集中在9个国家。", "集中在…个国家"),
    (
        "工作组敦促会员国将检查费用降至300美元。",
        "工作组敦促会员国将检查费用降至200美元。",
        "工作组敦促会员国将检查费用降至…",
    ),
    (
        "The secretariat said that 22 port authorities had taken part in the survey.",
        "The secretariat said that 27 port authorities had taken part in the survey.",
        "The secretariat said that … port authorities had taken part in the survey",
    ),
    ("The Trust employs 18 people.", "The Trust employs 21 people.", "The Trust employs … people"),
    ("Total income was 203,900 Euros.", "Total income was 210,000 Euros.", "Total income"),
    (
        "Testing still took 46 days on average.",
        "Testing still took 39 days on average.",
        "Testing still took … on average",
    ),
    (
        "The training course was well attended. It lasted ten days.",
        "The training course was well attended. It lasted five days.",
        "The training course was well attended. It lasted …",
    ),
    (
        "A dog searched up to 600 square metres a day.",
        "A dog searched up to 900 square metres a day.",
        "A dog searched … a day",
    ),
]


def told(old: str, new: str) -> tuple[Figure, ...]:
    return derived(Case("", language_of(old), [old], [new]))


@pytest.mark.parametrize(("old", "new", "name"), NAMES)
def test_a_pair_of_figures_bears_a_name_or_its_clause(old: str, new: str, name: str) -> None:
    (found,) = [figure for figure in told(old, new) if figure.kind == "changed"]
    assert found.subject == name


@pytest.mark.parametrize(("old", "new", "name"), NAMES)
def test_turned_round_the_name_is_the_same(old: str, new: str, name: str) -> None:
    names = {
        figure.subject for one, two in ((old, new), (new, old)) for figure in told(one, two) if figure.kind == "changed"
    }
    assert len(names) == 1, names
