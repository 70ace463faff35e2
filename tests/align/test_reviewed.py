"""The files in alignments/: what a person settled wins, and is kept to the byte."""

import tomllib

import pytest

from ccdiff.align.reviewed import read_reviewed, refresh
from ccdiff.errors import CcdiffError
from ccdiff.model.alignment import ReviewedRow
from tests.align.reports import MEETING, aligned, pairs, report, row, texts_of, with_texts

OLD = report(MEETING)
NEW = report(with_texts("三", texts_of("三")[:-1]), first=3, name="new")


def file(settled: str = "") -> str:
    """A fresh alignment file, with rows of a person behind the proposals."""
    return refresh(None, aligned(OLD, NEW), OLD, NEW) + settled


def settled(kind: str, old: str, new: str, status: str, more: str = "") -> str:
    """A row as a person writes it."""
    return f'\n[[{kind}]]\nold = {old}\nnew = {new}\nstatus = "{status}"\n{more}'


def again(text: str) -> str:
    """The file after another "ccdiff align"."""
    return refresh(text, aligned(OLD, NEW, read_reviewed(text, "x.toml")), OLD, NEW)


def test_a_fresh_file_is_toml_and_shows_every_place_once():
    parsed = tomllib.loads(file())
    for side, reading in (("old", OLD), ("new", NEW)):
        assert sorted(at for r in parsed["paragraph"] for at in r[side]) == sorted(
            p.id for p in reading.report.paragraphs
        )
        assert sorted(at for r in parsed["section"] for at in r[side]) == sorted(s.id for s in reading.report.sections)
    assert {r["status"] for r in parsed["paragraph"]} == {"proposed"}
    assert all({"score", "why"} <= r.keys() for r in parsed["paragraph"])


def test_each_row_quotes_both_texts():
    assert (
        "# old 3: 第八次专家会议于2019年5月31日在维也纳举行。\n# new 5: 第八次专家会议于2019年5月31日在维也纳举行。"
        in file()
    )


def test_proposals_are_not_settled():
    assert read_reviewed(file(), "x.toml") == ()


def test_a_second_refresh_changes_nothing():
    for text in (file(), again(file(settled("paragraph", '["10"]', '["9"]', "confirmed")))):
        assert again(text) == text


def test_a_confirmed_row_appears_exactly_and_as_settled():
    rows = read_reviewed(file(settled("paragraph", '["10"]', '["9"]', "confirmed", 'relation = "amended"\n')), "x.toml")
    link = row(aligned(OLD, NEW, rows).paragraphs, old="10")
    assert (link.old, link.new, link.origin, link.relation, link.score) == (("10",), ("9",), "reviewed", "amended", 1.0)


def test_a_confirmed_row_without_counterpart_stands_alone():
    found = aligned(OLD, NEW, [ReviewedRow("paragraph", ("3",), (), "confirmed")])
    assert (row(found.paragraphs, old="3").origin, row(found.paragraphs, old="3").relation) == ("reviewed", "dropped")
    assert row(found.paragraphs, new="5").old != ("3",)


@pytest.mark.parametrize(("old", "new"), [(("3",), ("5",)), (("3", "4"), ("5",))])
def test_a_forbidden_pair_never_appears(old: tuple[str, ...], new: tuple[str, ...]):
    found = aligned(OLD, NEW, [ReviewedRow("paragraph", old, new, "forbidden")])
    assert not pairs(found.paragraphs) & {(one, other) for one in old for other in new}


def test_sections_can_be_settled_too():
    rows = [
        ReviewedRow("section", ("四",), ("五",), "confirmed"),
        ReviewedRow("section", ("二.A",), ("二.A",), "forbidden"),
    ]
    found = aligned(OLD, NEW, rows)
    assert (row(found.sections, old="四").new, row(found.sections, old="四").origin) == (("五",), "reviewed")
    assert ("二.A", "二.A") not in pairs(found.sections)


def test_a_row_of_a_person_is_kept_to_the_byte_with_the_comments_around_it():
    mine = '\n# asked the secretariat, 3 March\n[[paragraph]]   # sure\nold  =  ["10"]\nnew = ["9"]\nstatus = "confirmed"\ndigest = ["", ""]\n# see also 9\n'
    assert mine.strip() in again(file(mine))


def test_a_row_without_digest_gets_it_and_nothing_else_is_touched():
    mine = settled("paragraph", '["10"]', '["9"]', "confirmed", "# mine\n").strip()
    first, last = mine.rsplit("\n# mine", 1)[0], "# mine"
    text = again(file("\n" + mine + "\n"))
    before, _, rest = text.partition(first)
    line, _, after = rest.lstrip("\n").partition("\n")
    assert before and line.startswith('digest = ["') and after.startswith(last)


def test_windows_line_ends_of_a_persons_row_stay():
    mine = '\r\n[[paragraph]]\r\nold = ["10"]\r\nnew = ["9"]\r\nstatus = "confirmed"\r\ndigest = ["", ""]'
    assert mine.strip() in again(file(mine + "\r\n"))


def test_a_comment_above_a_proposal_stays_while_the_proposal_stays():
    text = file().replace("[[section]]\n# old 三:", "# look at this again\n[[section]]\n# old 三:")
    assert "# look at this again\n[[section]]\n# old 三:" in again(text)


def test_the_digest_holds_until_the_text_changes_and_then_the_row_is_stale_but_holds():
    text = again(file(settled("paragraph", '["10"]', '["11"]', "confirmed")))
    rows = read_reviewed(text, "x.toml")
    assert aligned(OLD, NEW, rows).notes == ()
    changed = report(
        with_texts("三", [*texts_of("三")[:2], "来自巴西的讨论嘉宾介绍了资产追回的经验。"]), first=3, name="new"
    )
    found = aligned(OLD, changed, rows)
    assert [note.id for note in found.notes] == ["stale-reviewed-row"]
    assert dict(found.notes[0].values)["reason"] == "new-text-changed"
    assert row(found.paragraphs, old="10").new == ("11",)


def test_another_spacing_is_no_change_of_text():
    rows = read_reviewed(again(file(settled("paragraph", '["3"]', '["5"]', "confirmed"))), "x.toml")
    spaced = report(with_texts("二.A", ["第八次专家会议于 2019 年 5 月 31 日在维也纳举行。", texts_of("二.A")[1]]))
    assert aligned(spaced, NEW, rows).notes == ()


def test_a_row_whose_place_is_gone_is_noted_and_stays_in_the_file():
    text = file(settled("paragraph", '["99"]', '["9"]', "confirmed"))
    found = aligned(OLD, NEW, read_reviewed(text, "x.toml"))
    assert dict(found.notes[0].values) == {"kind": "paragraph", "old": "99", "new": "9", "reason": "gone", "gone": "99"}
    assert 'old = ["99"]' in again(text)


def test_a_text_never_becomes_markup_of_the_file():
    evil = report([("一", "引言", ['x"]\n[[paragraph]]\nstatus = "confirmed"\x07\u202e'])])
    text = refresh(None, aligned(evil, NEW), evil, NEW)
    assert read_reviewed(text, "x.toml") == ()
    assert "\x07" not in text and "\u202e" not in text


@pytest.mark.parametrize(
    ("mistake", "said"),
    [
        ("[[paragraph]\n", "x.toml: no valid TOML"),
        (settled("paragraph", '["1"]', '["3"]', "sure"), "status"),
        (settled("paragraph", '"1"', '["3"]', "confirmed"), "no list of locators"),
        (settled("paragraph", '["1"]', '["3"]', "confirmed", 'relation = "same"\n'), "relation"),
        (settled("paragraph", '["1"]', '["3"]', "confirmed", 'relation = "new"\n'), "does not fit"),
        (settled("paragraph", '["1"]', '["3"]', "confirmed", "colour = 1\n"), "colour"),
        (settled("paragraph", "[]", "[]", "confirmed"), "without any place"),
        (settled("paragraph", '["1"]', "[]", "forbidden"), "one side only"),
        (settled("paragraph", '["1", "1"]', '["3"]', "confirmed"), "twice"),
        (settled("paragraph", '["1"]', '["3"]', "confirmed", 'digest = ["a"]\n'), "digest"),
        ("\n[[chapter]]\nold = []\n", "chapter"),
    ],
)
def test_a_mistake_is_named_with_its_place_and_a_remedy(mistake: str, said: str):
    with pytest.raises(CcdiffError) as raised:
        read_reviewed(file(mistake), "x.toml")
    assert said in str(raised.value) and "x.toml" in str(raised.value) and raised.value.remedy


def test_a_mistake_in_a_row_names_its_line():
    text = file(settled("paragraph", '["1"]', '["3"]', "sure"))
    line = text.count("\n", 0, text.rindex("[[paragraph]]")) + 1
    with pytest.raises(CcdiffError, match="sure") as raised:
        read_reviewed(text, "x.toml")
    assert f"line {line}" in str(raised.value)


@pytest.mark.parametrize(
    "other",
    [settled("paragraph", '["1"]', '["4"]', "confirmed"), settled("paragraph", '["1", "2"]', '["3"]', "forbidden")],
)
def test_rows_that_contradict_one_another_are_an_error(other: str):
    with pytest.raises(CcdiffError, match="confirmed"):
        read_reviewed(file(settled("paragraph", '["1"]', '["3"]', "confirmed") + other), "x.toml")
