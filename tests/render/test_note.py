"""The draft note."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from sample import CHANGES, SAMPLE, hostile
from snapshots import FOLDER, NOTES
from snapshots import note as note_of

from ccdiff.compare import compare, read_report
from ccdiff.errors import CcdiffError
from ccdiff.model.alignment import Note
from ccdiff.model.changes import Candidate, Changes, Recommendation, Topic
from ccdiff.model.comparison import Comparison, Highlight
from ccdiff.render import render
from ccdiff.render.markdown import LIMIT, SHED, escape
from ccdiff.render.messages import messages
from ccdiff.render.passages import small_words, telling
from ccdiff.render.view import View, best_places

LINES = [
    # what the note must say of the sample, to the letter
    "1. 前一报告的“结论和建议”部分在后一报告中没有对应部分（前，第四部分）。",
    "3. 列名与会国家由3个增至4个，其中新列入2个、未再列入1个（前，第3段；后，第4段）。",
    "4. 提供资料的国家数：由115个国家（截至2019年5月1日）增至119个缔约国（截至2020年11月11日）（+4，+3.5%）（前，第4段；后，第6段）。",
    "5. 后一报告新论及“线上方式举行会议”（后，第2段）。",
    "6. 手册：前一报告称“预计将于2019年发布”，后一报告称“已经发布”（前，第4段；后，第6段）。",
    "前一报告提出的2项结论和建议，后一报告均未再提出，1项所涉事项在正文中述及、1项未见述及。",
    "- **第7(b)段** “请秘书处组织讨论会”（检索后一报告全文，最接近处及其相近度：第7段 0.31、第2段 0.20）。",
    "| 提供资料的国家数 | 115个国家（截至2019年5月1日） | 119个缔约国（截至2020年11月11日） | +4 | +3.5% | 前，第4段；后，第6段 |",
    "- **名称不同（1）：** 某骑士团，后一报告称某教团。",
    "- **不再列入的议程项目（1）：** 司法协助（前，第2段；后，第3段）。",
    "- **新引用（1）：** 第2/2号决议。",
    "| 第6段 | — | 无对应 | 文字相近（0.90） |",
]


@pytest.mark.parametrize("line", LINES)
def test_each_change_is_one_line_with_its_places(note: str, line: str) -> None:
    assert line in note.splitlines()


def test_the_chapters_stand_in_the_order_of_their_weight(note: str) -> None:
    titles = re.findall(r"^## (.+)$", note, re.M)
    wanted = ["最重要的变化", "结论和建议", "数字的变化", "新论及和不再论及的事项", "事项进展", "会议安排和出席情况"]
    assert titles[: len(wanted)] == wanted
    assert titles[-2:] == ["段次对照", "未能判断之处"]


def test_nothing_to_say_makes_a_short_note() -> None:
    rows = tuple(replace(row, relation="unchanged") for row in SAMPLE.paragraphs if row.old and row.new)
    note = str(render(replace(SAMPLE, changes=Changes(), highlights=(), paragraphs=rows), "md"))
    assert "未发现须首先指出的变化。" in note
    assert "## 结论和建议" not in note


def test_a_delegate_is_spared_the_concordance_but_no_fact_changes() -> None:
    full, short = (str(render(SAMPLE, "md", audience=name)) for name in ("secretariat", "delegate"))
    assert "段次对照" not in short
    assert set(short.splitlines()) <= set(full.splitlines())


def test_an_unknown_audience_or_format_is_an_error() -> None:
    with pytest.raises(CcdiffError):
        render(SAMPLE, "md", audience="press")
    with pytest.raises(CcdiffError):
        render(SAMPLE, "pdf")


def crowded(topics: int) -> Comparison:
    """The sample with many topics and many rows."""
    many = tuple(Topic("new", f"事项{k}" * 20, ("线上方式",), ("2",), 0.5) for k in range(topics))
    return replace(SAMPLE, paragraphs=SAMPLE.paragraphs * 200, changes=replace(CHANGES, topics=many))


@pytest.mark.parametrize("topics", [0, 200, 3000])
def test_a_summary_stays_under_its_limit_whatever_the_input(topics: int) -> None:
    comparison = crowded(topics)
    assert len(str(render(comparison, "md"))) > LIMIT
    summary = str(render(comparison, "md", summary=True))
    assert len(summary) <= LIMIT
    assert summary.rstrip().splitlines()[-1].startswith("为控制篇幅，本摘要未列：段次对照")


def test_a_summary_sheds_in_the_stated_order_and_never_what_matters_most() -> None:
    assert "highlights" not in SHED and "recommendations" not in SHED
    assert SHED[0] == "concordance"


def test_a_short_note_is_its_own_summary(note: str) -> None:
    assert render(SAMPLE, "md", summary=True) == note


INERT = [
    # text of a report, as Markdown that shows these characters
    ("<script>", "&lt;script&gt;"),
    ("[x](javascript:1)", "\\[x\\](javascript:1)"),
    ("`a` *b* _c_ ~d~ $e$", "\\`a\\` \\*b\\* \\_c\\_ \\~d\\~ \\$e\\$"),
    ("a|b", "a\\|b"),
    ("# x", "\\# x"),
    ("- x", "\\- x"),
    ("+ x", "\\+ x"),
    ("12. x", "12\\. x"),
    ("+4 and 7.1%", "+4 and 7.1%"),
    ("---", "\\---"),
    ("a\n\n# b", "a # b"),
    ("&lt;", "&amp;lt;"),
    ("@team #5", "@<!-- -->team #<!-- -->5"),
    ("\\*", "\\\\\\*"),
]


@pytest.mark.parametrize(("text", "markdown"), INERT)
def test_markup_in_a_report_stays_text(text: str, markdown: str) -> None:
    assert escape(text) == markdown


def test_a_hostile_report_brings_no_markup_into_the_note() -> None:
    note = str(render(hostile(), "md"))
    assert "<script" not in note and "](javascript" not in note.replace("\\](javascript", "")
    assert set(re.findall(r"<[^!][^>]*>", note)) <= {"<details>", "<summary>", "</summary>", "</details>"}
    note.encode("utf-8")


def test_english_words_around_a_chinese_report() -> None:
    note = str(render(SAMPLE, "md", lang="en"))
    assert "5. The later report newly treats “线上方式举行会议” (later report, para. 2)." in note.splitlines()


def test_no_message_is_missing_in_either_language() -> None:
    for lang in ("zh", "en"):
        note = str(render(SAMPLE, "md", lang=lang))
        assert not re.search(r"\b(part|figure|topic|relation|place|recommendation|attendance)\.[a-z]+", note)


@pytest.mark.parametrize("name", list(NOTES))
def test_the_note_of_the_sample_reads_as_it_was_last_approved(name: str) -> None:
    wanted = (FOLDER / name).read_text(encoding="utf-8")
    assert note_of(name) == wanted, "read the difference; if it is right: python tests/render/snapshots.py"


@pytest.mark.parametrize(("share", "told"), [(6.25, "+6.3%"), (-6.25, "−6.3%"), (3.4782608, "+3.5%"), (0.04, "+0%")])
def test_a_half_is_rounded_as_people_do(share: float, told: str) -> None:
    figure = replace(CHANGES.figures[0], percent=share)
    assert View(SAMPLE, messages("zh")).tell.numbers.percent(figure) == told


def test_reports_that_share_little_are_told_so_first_and_without_a_word_of_change() -> None:
    alone = tuple(
        part
        for row in SAMPLE.paragraphs[1:]
        for part in (
            replace(row, new=(), relation="dropped", diff=tuple(e for e in row.diff if e[0] != "+")),
            replace(row, old=(), relation="new", diff=tuple(e for e in row.diff if e[0] != "-")),
        )
        if part.old or part.new
    )
    other = replace(SAMPLE.new, body="另一机构")
    note = str(render(replace(SAMPLE, new=other, paragraphs=(SAMPLE.paragraphs[0], *alone)), "md"))
    assert note.splitlines()[2] == "两份报告出自不同机构：前一报告为“某公约缔约国会议”，后一报告为“另一机构”。"
    assert note.splitlines()[4].startswith("两份报告没有一个段落相互对应")
    about = replace(SAMPLE, new=replace(other, title="关于某公约缔约国会议各项活动的说明"))
    assert (
        str(render(about, "md"))
        .splitlines()[2]
        .startswith("前一报告出自“某公约缔约国会议”；后一报告是提交“另一机构”的文件")
    )
    assert "不再" not in note and "新增" not in note
    assert (
        "后一报告的下列段落在前一报告中未见对应：第2、" in note or "后一报告的下列段落在前一报告中未见对应：第1" in note
    )


def test_a_second_text_of_one_report_is_said_before_everything_else() -> None:
    again = Note("same-report-again", (("kind", "corrigendum"),))
    note = str(render(replace(SAMPLE, changes=replace(CHANGES, notes=(again,))), "md"))
    assert note.splitlines()[2].startswith("两份文件是同一文件的两个文本（更正）")
    assert note.rstrip().endswith("没有未能判断之处。")


SCRAPS = [
    ([("随后的讨论中", "讨论期间，有"), ("建议", "促请各国")], [("建议", "促请各国")]),
    ([("的一位", "一名"), ("南部非洲", "东非")], [("南部非洲", "东非")]),
    ([("Parties", "parties"), ("Fiji", "Ghana")], [("Fiji", "Ghana")]),
    ([("with the following", "in which there are"), ("", "two positions")], [("", "two positions")]),
    ([("的一位", "一名")], [("的一位", "一名")]),
]


@pytest.mark.parametrize(("changes", "told"), SCRAPS)
def test_scraps_of_small_words_are_not_told_beside_what_says_something(
    changes: list[tuple[str, str]], told: list[tuple[str, str]]
) -> None:
    small = small_words("zh") | small_words("en")
    assert telling(changes, small) == told


def ledger(*statuses: str) -> str:
    entries = [replace(entry, status=status) for entry, status in zip(CHANGES.recommendations, statuses, strict=False)]
    changed = replace(SAMPLE, changes=replace(CHANGES, recommendations=tuple(entries)))
    return View(changed, messages("en")).tell.ledger()


def test_what_is_made_again_and_what_is_not_are_told_apart() -> None:
    assert ledger("amended", "dropped").endswith("1 made again with amendments; not made again: 1 – no trace found")
    assert ledger("dropped", "dropped").endswith("is made again in the later: no trace found")


def test_a_rise_that_became_a_fall_is_told_in_words() -> None:
    figure = replace(CHANGES.figures[0], subject="比去年预算 ↓↑")
    assert View(SAMPLE, messages("zh")).tell.numbers.subject(figure) == "比去年预算（前为减，后为增）"


def test_a_share_that_stayed_under_another_qualifier_is_told_with_what_it_is_a_share_of(tmp_path: Path) -> None:
    texts = {
        "old": "10. 日本专家介绍了本国的长期照护保险。截至2021年底，受益人约为690万，其中近四成在家中接受照护。\n",
        "new": "12. 在日本，享受长期护理保险的人数截至2023年底约为710万，在家接受护理者逾四成。\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(f"关于养老的报告\n\n{text}", encoding="utf-8")
    told = str(render(compare(*(read_report(tmp_path / f"{name}.txt") for name in texts)), "md"))
    assert "其中近四成在家中接受照护”改为“" in told
    assert "表述由“近四成" not in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Report (2022) of the Committee on Barriers", "Report 2023 of the Committee on Barriers", False),
        ("减少粮食损失和冷链问题政府间专家组", "减少粮食损耗和冷链问题政府间专家组", False),
        ("预防腐败问题不限成员名额政府间工作组", "资产追回问题不限成员名额政府间工作组", True),
        ("立法會內務委員會", "立法会内务委员会", False),
        ("国际合作问题工作组", "某公约缔约国会议", True),
    ],
)
def test_one_body_under_two_translations_of_its_name_is_not_called_two(old: str, new: str, told: bool) -> None:
    """The sample's paragraphs mostly correspond."""
    sides = {"old": replace(SAMPLE.old, body=old), "new": replace(SAMPLE.new, body=new)}
    assert ("出自不同机构" in str(render(replace(SAMPLE, **sides), "md"))) is told


def test_few_recommendations_gone_without_a_trace_or_new_are_quoted_and_many_are_counted() -> None:
    def told(count: int) -> str:
        gone = [Recommendation(f"7({n})", (), "dropped", f"请秘书处做第{n}件事", "") for n in range(count)]
        come = [Recommendation(None, (f"9({n})",), "new", f"鼓励各国做第{n}件事", "") for n in range(count)]
        entries = (Recommendation("6", ("8",), "kept", "请各国答复", ""), *gone, *come)
        places = [Highlight("recommendation", 1, 0.9, ("7",), (), tuple(range(1, count + 1)))]
        places += [Highlight("recommendation", count + 1, 0.7, (), ("9",), tuple(range(count + 1, 2 * count + 1)))]
        changes = replace(CHANGES, recommendations=entries)
        note = str(render(replace(SAMPLE, changes=changes, highlights=tuple(places)), "md"))
        return note[note.index("## 最重要的变化") : note.index("## 结论和建议")]

    assert "未见述及的是“请秘书处做第0件事”、“请秘书处做第1件事”（" in told(2)
    assert "后一报告新提出2项结论和建议：“鼓励各国做第0件事”、“鼓励各国做第1件事”（" in told(2)
    assert "第0件事" not in told(4)


@pytest.mark.parametrize(("score", "told"), [(0.2, True), (0.19, False)])
def test_a_counterpart_that_was_not_stated_is_offered_beside_what_is_told_as_gone(score: float, told: bool) -> None:
    rows = tuple(
        replace(row, candidates=(Candidate("2", score),)) if row.old and not row.new else row
        for row in SAMPLE.paragraphs
    )
    note = str(render(replace(SAMPLE, paragraphs=rows), "md"))
    assert (f"可能的对应处：后，第2段（{score:.2f}），未予认定。" in note) is told


def test_of_many_places_that_take_a_recommendation_up_the_nearest_are_quoted_in_their_order() -> None:
    places = ("2", "4", "6")
    candidates = (Candidate("6", 0.5), Candidate("4", 0.4), Candidate("2", 0.1))
    entry = Recommendation("7(a)", places, "echoed", "请秘书处举行讨论会", "", candidates=candidates)
    assert best_places(entry, 2) == ("4", "6")
    assert best_places(replace(entry, candidates=()), 2) == ("2", "4")


def test_minutes_without_headings_are_no_chapter_on_attendance(tmp_path: Path) -> None:
    head = "Parish Council Minutes\n\nMinutes of the meeting held on {day} March 2015\n\nPresent: A. Marsh, P. Hall, {third}\n\n"
    items = "1. The Council noted that the pond was {state}.\n\n2. The Clerk reported on the hedge along Mill Lane.\n"
    texts = (
        head.format(day=5, third="S. Lind") + items.format(state="full of weed"),
        head.format(day=19, third="J. Okoro") + items.format(state="cleared by the farmer in February"),
    )
    paths = [tmp_path / "old.txt", tmp_path / "new.txt"]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    comparison = compare(read_report(paths[0]), read_report(paths[1]))
    present = comparison.changes.attendance
    assert present and present.people and present.people.added
    assert View(comparison, messages("en")).meeting_rows() == []
