"""A recommendation made again in another translator's words is found; one that only looks like it, and one that is gone, are not."""

from __future__ import annotations

import pytest
from ledger_reports import from_text
from recommendation_cases import CASES

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations import recommendations
from ccdiff.derive.recommendations.matter import key, stem
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.model.changes import Recommendation


def _ledger(name: str) -> dict[str, Recommendation]:
    language, old, new, _ = CASES[name]
    sides = from_text(old, language), from_text(new, language)
    pair = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return {row.old: row for row in recommendations(pair) if row.old}


@pytest.mark.parametrize("name", CASES)
def test_what_became_of_every_recommendation_is_as_a_reader_says(name: str) -> None:
    rows = _ledger(name)
    became = {
        item: row.new[0] if row.status in ("kept", "amended") else row.status
        for item in CASES[name][3]
        for row in [rows[f"3({item})"]]
    }
    assert became == CASES[name][3]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("systems", "system"),
        ("policies", "policy"),
        ("volcanoes", "volcanic"),
        ("extended", "extending"),
        ("seasonal", "seasons"),
        ("taxes", "tax"),
    ],
)
def test_words_that_differ_in_number_and_tense_are_one(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("police", "policies"), ("process", "procedure"), ("warning", "wars")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert key(one) != key(other)
