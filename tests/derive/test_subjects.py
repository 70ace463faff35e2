"""Two reports of one kind on two subjects: what differs between them is no change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ledger_reports import of_corpus, of_paragraphs, pair

from ccdiff.derive.figures import figures
from ccdiff.derive.subjects import subjects
from ccdiff.reading import Reading

STANDING = (
    "The Committee was informed of the budget.",
    "The Committee recommends approval.",
    "The Committee was also informed.",
)


def budget(mission: str, posts: int, language: str = "en") -> Reading:
    texts = (
        f"{mission} proposed {posts} posts for the period.",
        *(f"{mission} informed the Committee of matter {n}." for n in "abcdef"),
    )
    made = of_paragraphs(*STANDING, *texts, language=language)
    return Reading(replace(made.report, title=f"Budget of the {mission}"), made.language)


CYPRUS, GOLAN = "United Nations Peacekeeping Force in Cyprus", "United Nations Disengagement Observer Force"


def test_the_budgets_of_two_missions_are_on_two_subjects_and_a_note_says_so() -> None:
    both = pair(budget(GOLAN, 137), budget(CYPRUS, 151), ("4", "4"))
    assert subjects(both) == (GOLAN, CYPRUS)
    assert [(note.id, dict(note.values)) for note in both.notes] == [
        ("other-subjects", {"earlier": GOLAN, "later": CYPRUS})
    ]


def test_their_figures_have_not_changed() -> None:
    both = pair(budget(GOLAN, 137), budget(CYPRUS, 151), ("4", "4"))
    both.subjects = subjects(both)
    assert {figure.kind for figure in figures(both)} <= {"added", "dropped", "unchanged"}


def test_one_mission_in_two_years_is_one_subject() -> None:
    both = pair(budget(GOLAN, 137), budget(GOLAN, 151), ("4", "4"))
    assert subjects(both) is None
    assert both.notes == []


def test_what_the_title_names_in_passing_is_no_subject() -> None:
    old, new = budget(GOLAN, 137), budget(GOLAN, 151)
    held = Reading(replace(new.report, title=f"Budget of the {GOLAN} (meeting held in Kenya)"), new.language)
    there = Reading(replace(old.report, title=f"Budget of the {GOLAN} (meeting held in Jordan)"), old.language)
    assert subjects(pair(there, held, ("4", "4"))) is None


@pytest.mark.parametrize(("old", "new"), [("8th", "9th"), ("9th", "8th"), ("CTOC", "9th"), ("2021", "2023")])
def test_the_reports_of_the_corpus_are_not_told_to_be_on_two_subjects(old: str, new: str) -> None:
    assert subjects(pair(of_corpus(old), of_corpus(new))) is None
