"""The published JSON: its shape, its words, its order."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from jsonschema import Draft202012Validator
from sample import SAMPLE, hostile

from ccdiff.model.comparison import Comparison
from ccdiff.render import render, render_outline


def schema(name: str) -> Draft202012Validator:
    found = json.loads((files("ccdiff.render") / "schema" / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def as_json(comparison: Comparison) -> dict:
    return json.loads(str(render(comparison, "json")))


@pytest.mark.parametrize("comparison", [SAMPLE, hostile()], ids=["sample", "hostile"])
def test_a_comparison_follows_the_published_schema(comparison: Comparison) -> None:
    assert list(schema("comparison-1").iter_errors(as_json(comparison))) == []


@pytest.mark.parametrize("report", [SAMPLE.old, SAMPLE.new], ids=["old", "new"])
def test_an_outline_follows_the_published_schema(report) -> None:
    assert list(schema("report-1").iter_errors(json.loads(render_outline(report, "json")))) == []


def test_the_schema_refuses_an_unknown_relation() -> None:
    found = as_json(SAMPLE)
    found["paragraphs"][0]["relation"] = "perhaps"
    assert list(schema("comparison-1").iter_errors(found))


def test_a_matter_settled_says_from_and_to() -> None:
    entry = as_json(SAMPLE)["progress"][0]
    assert (entry["from"], entry["to"]) == ("预计将于2019年发布", "已经发布")


def test_a_note_is_a_text_and_one_without_words_shows_its_id() -> None:
    assert as_json(SAMPLE)["notes"] == ["an-id-without-words（paragraph=6）"]


def test_attendance_is_told_only_where_both_reports_print_a_list() -> None:
    from dataclasses import replace

    assert set(as_json(SAMPLE)["attendance"]) == {"states", "observers"}
    nothing = replace(SAMPLE, changes=replace(SAMPLE.changes, attendance=None))
    assert as_json(nothing)["attendance"] == {}


def test_both_texts_can_be_put_together_from_the_pieces() -> None:
    for row in as_json(SAMPLE)["paragraphs"]:
        old = "".join(text for op, text in row["diff"] if op != "+")
        new = "".join(text for op, text in row["diff"] if op != "-")
        assert old == "\n".join(SAMPLE.old.text(place) for place in row["old"])
        assert new == "\n".join(SAMPLE.new.text(place) for place in row["new"])


def test_an_entry_of_a_list_has_a_line_of_its_own() -> None:
    lines = str(render(SAMPLE, "json")).splitlines()
    assert sum(line.startswith('  {"old"') for line in lines) >= len(SAMPLE.paragraphs)


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render(SAMPLE, "json") == render(SAMPLE, "json")
