"""What headings and paragraphs are for, recognised from language data."""

import pytest

from ccdiff.align.roles import roles
from ccdiff.errors import CcdiffError
from ccdiff.language import load
from ccdiff.text.normalise import fold


@pytest.mark.parametrize(
    ("code", "heading", "role"),
    [
        ("zh", "导言", "introduction"),
        ("zh", "会议开幕和会期", "opening"),
        ("zh", "通过议程和工作安排", "agenda"),
        ("zh", "出席情况", "attendance"),
        ("zh", "结论和建议", "recommendations"),
        ("zh", "审议情况概要", "deliberations"),
        ("zh", "通过报告", "adoption"),
        ("zh", "引渡（第 16 条）", ""),
        ("en", "Organization of the meeting", "organization"),
        ("en", "Attendance", "attendance"),
        ("en", "Adoption of the report", "adoption"),
        ("en", "Observations", "observations"),
        ("en", "Date and venue of the next session", "next"),
        ("en", "Election of the Chair and Vice-Chairs", "officers"),
        ("en", "Other matters", "other"),
        ("zh", "其他事项", "other"),
        ("en", "Extradition", ""),
    ],
)
def test_a_heading_names_its_function(code: str, heading: str, role: str):
    assert load(code).once(roles).of_title(fold(heading).lower()) == role


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("zh", "2019年5月31日，会议通过了下列议程：\n1. 会议开幕。", "agenda-adopted"),
        ("zh", "下列《公约》缔约国出席了会议：阿富汗和日本。", "states"),
        ("zh", "区域经济一体化组织欧洲联盟派代表出席了会议。", "integration"),
        ("zh", "在总部设有常驻观察员办公室的实体马耳他主权教团派员出席了会议。", "entity"),
        ("zh", "秘书处的另一名代表概要介绍了工作组的审议成果。", "briefing"),
        ("zh", "经口头修正的会议报告（CAC/COSP/EG.1/2019/L.1）获得通过。", "report-adopted"),
        ("zh", "在随后的讨论中，发言者强调了合作。", "discussion"),
        ("zh", "各位代表，责任重大。我们要扎实工作，以优异成绩庆祝建国周年。", "appeal"),
        ("en", "The meeting was called to order by the Chair.", "sittings"),
        ("en", "Also represented were the following intergovernmental organizations: African Union.", "igos"),
        ("en", "The session was attended by delegations from 40 members.", "states"),
        ("en", "The following States were represented at the meeting: Austria and Brazil.", "states"),
        ("en", "In the ensuing discussion, speakers welcomed the report.", "discussion"),
        ("en", "The Working Group adopted its report on 3 June.", "report-adopted"),
        ("en", "The Forum met for the fourth time in Malé from 22 to 24 November 2022.", "held"),
        ("en", "The agenda of the session, as contained in document A/2022/1, was adopted.", "agenda-adopted"),
        ("zh", "届会议程（A/AC.1/2022/1）未经修正获得通过。", "agenda-adopted"),
        ("zh", "前体管制工作组由马来西亚代表担任主席，共开会两次。", "sittings"),
        ("zh", "主管法律事务副秘书长致了开幕词。", "opening-statement"),
        ("en", "On 24 November, after an exchange of courtesies, the Chair closed the fourth session.", "closed"),
    ],
)
def test_a_paragraph_shows_its_function(code: str, text: str, role: str):
    assert role in load(code).once(roles).of_paragraph(fold(text).lower())


def test_a_pattern_does_not_reach_across_sentences():
    known = load("zh").once(roles)
    assert "agenda-adopted" not in known.of_paragraph(fold("会议通过了决议。下列议程：无。").lower())


def test_headings_that_translate_the_same_words_are_the_same():
    known = load("zh").once(roles)
    assert known.same_title("引言", "导言")
    assert not known.same_title("引言", "结论")


def test_items_of_a_paragraph_that_recommends_are_recommendations():
    known = load("zh").once(roles)
    assert known.of_items(known.of_paragraph(fold("会议还商定了下列建议：").lower())) == {"recommendation"}


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_paragraph_that_names_one_thing_is_the_item_of_a_list(code: str):
    known = load(code).once(roles)
    assert known.single
    assert known.single <= set(known.items.values())


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_function_that_a_pattern_names_has_a_strength(code: str):
    known = load(code).once(roles)
    named = {role for role, _ in known.title} | set(known.areas)
    tables = [rows for table in (known.lead, known.body) for words in table.values() for rows in words.values()]
    named |= {role for rows in tables for role, *_ in rows}
    assert named <= known.strength.keys()


def test_a_record_that_cannot_be_read_is_an_error(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "roles.txt").write_text("tilte | opening | 会议开幕\n", encoding="utf-8")
    with pytest.raises(CcdiffError, match="tilte"):
        load("zh", (tmp_path,)).once(roles)


def test_a_million_characters_without_a_point_are_read_in_time():
    load("zh").once(roles).of_paragraph("秘书处代表决议" * 150_000)


@pytest.mark.parametrize(
    ("code", "text"), [("zh", "缔约国会议不妨促请缔约国："), ("en", "The Conference may wish to urge States:")]
)
def test_a_paragraph_that_recommends_is_the_head_of_recommendations_once_it_has_items(code: str, text: str):
    known = load(code).once(roles)
    shown = known.of_paragraph(fold(text).lower())
    assert "recommendation" in shown
    assert "recommends" not in shown
    assert "recommends" in known.of_chapeau(shown)
    assert "recommendation" not in known.of_chapeau(shown)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_voices_are_functions_that_patterns_name(code: str):
    known = load(code).once(roles)
    assert known.voices
    assert all(voice <= known.strength.keys() for voice in known.voices)


@pytest.mark.parametrize(
    ("code", "text", "clauses"),
    [
        ("zh", "按照《公约》第四十六条第十三款提供信息", 1),
        ("en", "under article 46, paragraph 13, of the Convention", 1),
        ("en", "under paragraph 13 of article 46 and article 46, paragraph 13", 1),
        ("en", "under article 46, paragraph 4, and article 48", 1),
        ("zh", "第7/1号决议", 0),
    ],
)
def test_the_clauses_that_a_text_names_are_told_by_their_numbers(code: str, text: str, clauses: int):
    assert len(load(code).once(roles).of_clauses(fold(text).lower().replace(" ", ""))) == clauses


def test_one_clause_is_not_another():
    known = load("zh").once(roles)
    assert known.of_clauses("第四十六条第四款").isdisjoint(known.of_clauses("第四十六条第十三款"))
