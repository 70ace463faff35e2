"""What a pair of figures is called: a noun phrase of one of the two reports, else the passage with "…" for the number."""

from __future__ import annotations

import pytest
from figure_reports import language_of
from test_figure_pairs import Case, derived

from ccdiff.model.changes import Figure

NAMES = [
    (
        "31个国家建立了国家登记册，由卫生部管理。",
        "36个国家建立了国家登记册，由卫生部管理。",
        "建立了国家登记册的国家",
    ),
    (
        "在作出答复的国家中，已将贩运定为单独罪行的有31个。",
        "在作出答复的国家中，已将贩运定为单独罪行的有36个。",
        "已将贩运定为单独罪行的国家",
    ),
    (
        "该行为人行道和过街设施提供贷款1.2亿美元。",
        "该行为人行道和过街设施提供贷款1.5亿美元。",
        "该行为人行道和过街设施提供贷款",
    ),
    (
        "冷库容量为6.2亿立方米。冷库遍布各地，集中在8个国家。",
        "冷库容量为6.2亿立方米。冷库遍布各地，集中在9个国家。",
        "…",
    ),
    ("在马尼拉，限速区扩大到6个区。", "在马尼拉，限速区扩大到14个区。", "…"),
    ("工作组敦促会员国将检查费用降至300美元。", "工作组敦促会员国将检查费用降至200美元。", "会员国将检查费用"),
    (
        "The secretariat said that 22 port authorities had taken part in the survey.",
        "The secretariat said that 27 port authorities had taken part in the survey.",
        "port authorities that had taken part in the survey",
    ),
    (
        "Ferries carried 4.2 million passengers and buses carried 9.1 million passengers.",
        "Ferries carried 4.4 million passengers and buses carried 9.1 million passengers.",
        "Ferries carried … passengers",
    ),
    ("The Trust employs 18 people.", "The Trust employs 21 people.", "The Trust employs … people"),
    ("Total income was 203,900 Euros.", "Total income was 210,000 Euros.", "Total income"),
    ("截至2017年，《公约》有161个缔约国。", "截至2019年，《公约》有166个缔约国。", "《公约》的缔约国"),
    (
        "It was recalled that 210 inspectors had been trained at Addis Ababa.",
        "It was recalled that 265 inspectors had been trained at Addis Ababa.",
        "inspectors trained at Addis Ababa",
    ),
    (
        "The share of samples that failed had come down to 19 per cent.",
        "The share of samples that failed had come down to 14 per cent.",
        "share of samples that failed",
    ),
    (
        "The delegate of Ukraine put the area of mined land at 174,000 square kilometres.",
        "The delegate of Ukraine put the area of mined land at 156,000 square kilometres.",
        "area of mined land",
    ),
    ("Testing still took 46 days on average.", "Testing still took 39 days on average.", "…"),
    (
        "A training course was held in Lomé. It was attended by 90 participants.",
        "A training course was held in Vienna. It was attended by 118 participants.",
        "…",
    ),
    (
        "The training course was well attended. It lasted ten days.",
        "The training course was well attended. It lasted five days.",
        "It lasted …",
    ),
    (
        "In the region, 19 countries collected data on dangerous toys.",
        "In the region, 25 countries collected data on dangerous toys.",
        "countries that collected data on dangerous toys",
    ),
    (
        'Bird Day was marked in 85 countries under the slogan "Sing, fly and soar".',
        'Bird Day was marked in 92 countries under the slogan "Sing, fly and soar".',
        "Bird Day marked in countries under the slogan",
    ),
    (
        "The representative of the OECD said that fewer than 10 per cent of consumers answered.",
        "The representative of the OECD said that about 13 per cent of consumers answered.",
        "consumers answered",
    ),
    (
        "One group noted that only 16 per cent of the people used the Internet.",
        "One group noted that only 21 per cent of the people used the Internet.",
        "…",
    ),
    ("192个成员中有61个批准了《议定书》。", "192个成员中有74个批准了《议定书》。", "批准了《议定书》的成员"),
    ("秘书处说，约有130件是在铁路上发现的。", "秘书处说，约有320件是在铁路上发现的。", "…"),
    ("A dog searched up to 600 square metres a day.", "A dog searched up to 900 square metres a day.", "…"),
]


def told(old: str, new: str) -> tuple[Figure, ...]:
    return derived(Case("", language_of(old), [old], [new]))


@pytest.mark.parametrize(("old", "new", "name"), NAMES)
def test_a_pair_of_figures_bears_a_name_or_its_passage(old: str, new: str, name: str) -> None:
    (found,) = [figure for figure in told(old, new) if figure.kind == "changed"]
    assert ("…" in found.subject) if name == "…" else (found.subject == name), found.subject


@pytest.mark.parametrize(("old", "new", "name"), NAMES)
def test_turned_round_the_name_is_the_same(old: str, new: str, name: str) -> None:
    names = {
        figure.subject for one, two in ((old, new), (new, old)) for figure in told(one, two) if figure.kind == "changed"
    }
    assert len(names) == 1, names
