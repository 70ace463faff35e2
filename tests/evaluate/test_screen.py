"""The table of ``ccdiff evaluate`` fits a screen and says what the measures say."""

from __future__ import annotations

from pathlib import Path

from ccdiff.evaluate import Judged
from ccdiff.evaluate.gold import Gold
from ccdiff.evaluate.measures import Score
from ccdiff.evaluate.screen import show


def judged(name: str, *scores: Score, edition: bool = False) -> Judged:
    return Judged(
        Gold(name, Path(f"{name}.json"), "a", "b", {"edition": edition}), scores, ((0.95, True), (0.55, False))
    )


LINKS = Score("paragraph links", 3, 4, 3, 5, missed=("5 ~ 6", "7 ~ 9"), wrong=("5 ~ 9",))


def test_a_cell_is_precision_and_recall_in_per_cent() -> None:
    text = show([judged("x__y", LINKS)])
    assert "x~y" in text
    assert "75/60" in text


def test_only_what_is_whole_is_called_a_hundred() -> None:
    text = show([judged("x__y", Score("paragraph links", 999, 1000, 1000, 1000))])
    assert "99/100" in text


def test_pairs_and_editions_are_summed_apart() -> None:
    whole = Score("paragraph links", 5, 5, 5, 5)
    lines = show(
        [
            judged("a__b", LINKS),
            judged("c__d", whole),
            judged("e__f", whole, edition=True),
            judged("g__h", whole, edition=True),
        ]
    ).splitlines()
    (read,) = (line for line in lines if line.startswith("judged by reading, all"))
    (made,) = (line for line in lines if line.startswith("made by machine, all"))
    assert read.split()[-1] == "88/80"
    assert made.split()[-1] == "100/100"


def test_misses_are_named_unless_they_are_not_wanted() -> None:
    assert "x__y: paragraph links: missed 5 ~ 6" in show([judged("x__y", LINKS)])
    assert "x__y: paragraph links: wrong 5 ~ 9" in show([judged("x__y", LINKS)])
    assert "missed" not in show([judged("x__y", LINKS)], misses=False)


def test_details_give_the_counts() -> None:
    assert "paragraph links" in show([judged("x__y", LINKS)], misses=False, details=True)
    assert "paragraph links" not in show([judged("x__y", LINKS)], misses=False).split("\n\n")[0]


def test_calibration_counts_right_links_by_their_score() -> None:
    text = show([judged("x__y", LINKS)], misses=False)
    assert "score from 0.90: 1 of 1 right (1.00)" in text
    assert "score from 0.50: 0 of 1 right (0.00)" in text


def test_long_names_do_not_widen_the_table() -> None:
    lines = show([judged("x" * 80 + "__" + "y" * 80, LINKS)], misses=False).splitlines()
    assert max(map(len, lines)) < 160


def test_places_that_a_report_does_not_have_are_always_named() -> None:
    asks = Judged(Gold("x__y", Path("x__y.json"), "a", "b", {}), (LINKS,), (), ("old 12(c)", "new J"))
    assert "x__y: asks about places that are not read so: old 12(c), new J" in show([asks], misses=False)
