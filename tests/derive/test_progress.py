"""What one report announces and the other says is done."""

from __future__ import annotations

import pytest
from ledger_reports import corpus_pair, from_text, of_paragraphs, pair
from progress_cases import CASES

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.progress import progress
from ccdiff.derive.progress.announcements import find_all
from ccdiff.derive.progress.nearest import items
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.reading import Reading

OTHERS = ("会议通过了议程。", "发言者强调了合作的重要性。", "一位代表介绍了本国经验。", "秘书处答复了提出的问题。")

STEPS = [
    (
        "秘书处正在编写一份关于山地水源监测的技术指南。",
        "会议收到了秘书处已编写的山地水源监测技术指南。",
        "山地水源监测的技术指南",
    ),
    (
        "海岸侵蚀数据库预计将于2019年推出。",
        "海岸侵蚀数据库已推出，目前载有九十份记录。",
        "海岸侵蚀数据库",
    ),
    (
        "工作组拟订一套不具约束力的渔业准则，供其审议和批准。",
        "不具约束力的渔业准则已得到大会核可。",
        "不具约束力的渔业准则",
    ),
]


def report(text: str, date: str | None = None) -> Reading:
    return of_paragraphs(*OTHERS, text, date=date)


@pytest.mark.parametrize(("before", "now", "matter"), STEPS)
def test_what_was_announced_and_is_done_is_told_with_both_quotes(before: str, now: str, matter: str) -> None:
    found = progress(pair(report(before), report(now), ("5", "5")))
    assert [(row.old, row.new) for row in found] == [("5", "5")]
    assert found[0].from_ in before
    assert found[0].to in now
    assert found[0].matter in before
    assert found[0].matter[:4] == matter[:4]


SILENT = [
    # another thing
    ("秘书处正在编写一份关于山地水源监测的技术指南。", "秘书处已编写一份关于海岸侵蚀的说明。"),
    ("工作组拟订一套不具约束力的建议和结论。", "秘书处编写了一份不具约束力的准则预稿。"),
    # still under way
    ("秘书处正在编写一份关于山地水源监测的技术指南。", "秘书处正在编写一份关于山地水源监测的技术指南。"),
    # the same request again, of other items
    (
        "邀请会员国审议2020年拟议的议程项目并根据附件1和2所载资料对水源监测进行优先排序。",
        "邀请会员国审议2021年拟议的议程项目，并根据附件3和 4所载资料对水源监测进行优先排序。",
    ),
    # where it is laid down is no matter
    ("工作组正在依照第22条起草一份技术指南。", "工作组依照第22条通过了议程。"),
    # nothing announced
    ("秘书处编写了山地水源监测技术指南。", "秘书处已编写山地水源监测技术指南。"),
    # each session has its own date
    ("渔港工作组商定，第四次会议将于2023年上半年在岘港举行。", "渔港工作组第五次会议订于2024年4月在岘港召开。"),
    # no status
    ("与会者讨论了正在出现的新威胁。", "与会者已通过关于新威胁的议程。"),
]


@pytest.mark.parametrize(("before", "now"), SILENT)
def test_nothing_is_said_of_other_things(before: str, now: str) -> None:
    assert progress(pair(report(before), report(now), ("5", "5"))) == ()


def long_report(text: str) -> Reading:
    """As long as reports are, so that a thing named twice is rare."""
    return of_paragraphs(*OTHERS * 8, text)


MORE_STEPS = [
    # what is not yet there, and is: the subject stands before the phrase
    ("两艘巡逻艇尚未部署，巡逻能力不足。", "两艘巡逻艇已于三月部署到位。", "两艘巡逻艇"),
    # extended once, which is no going on
    ("秘书处打算延长渔港咨询台的合同。", "渔港咨询台的合同已经延长两年。", "渔港咨询台的合同"),
    # put off, and held
    ("原定于九月举行的渔港公投因准备不足而推迟。", "三月十九日举行了渔港公投。", "渔港公投"),
    # the date and the deed stand apart
    (
        "关于灯塔维护的研究报告预计将于2018年年底发布。",
        "关于灯塔维护的研究报告已于2019年2月发布。",
        "灯塔维护的研究报告",
    ),
    # what may stand for a verb (修正) says nothing of the thing that waits
    ("议事规则修正案有待大会核可。", "议事规则修正案已获大会核可。", "议事规则修正案"),
    # half-width commas, and the deed in the clause beside
    (
        "秘书处正在拟订一套不具约束力的渔业准则。",
        "秘书处发布了一些出版物,包括一套不具约束力的渔业准则。",
        "不具约束力的渔业准则",
    ),
]


@pytest.mark.parametrize(("before", "now", "matter"), MORE_STEPS)
def test_other_ways_to_say_that_a_thing_is_done(before: str, now: str, matter: str) -> None:
    (row,) = progress(pair(long_report(before), long_report(now), ("33", "33")))
    assert row.from_ in before
    assert row.to in now
    assert row.matter == matter


def test_who_does_it_is_not_what_is_done() -> None:
    before, now = "港务机构正在编制渔船名册。", "据港务机构公布的结果，新章程获得通过。"
    assert progress(pair(long_report(before), long_report(now), ("33", "33"))) == ()


def test_a_thing_that_is_named_and_not_done_is_no_progress() -> None:
    before, now = "港务机构正在编制渔船名册。", "渔船名册的费用由成员国分摊。"
    assert progress(pair(long_report(before), long_report(now), ("33", "33"))) == ()


def test_a_document_that_is_still_to_be_issued_is_no_matter() -> None:
    before = "The Harbour Committee met on 8 October 2021 (G/HAR/M/53, to be issued)."
    now = "In 2022, the Harbour Committee held two formal meetings (G/HAR/M/54 and G/HAR/M/55)."
    filler = ("The agenda was adopted.", "No lighthouse was closed.", "Dredging went on in the northern harbours.")
    old, new = (of_paragraphs(*filler, text, language="en") for text in (before, now))
    assert progress(pair(old, new, ("4", "4"))) == ()


def test_the_subject_may_stand_clauses_before() -> None:
    before = "推广“移动灯塔站”，正在三个港口试点，计划于2019年推广至全国。"
    (row,) = progress(pair(long_report(before), long_report("“移动灯塔站”已在全国范围上线。"), ("33", "33")))
    assert row.to == "“移动灯塔站”已在全国范围上线"
    assert "计划于2019年推广至全国" in row.from_


def test_a_name_in_quotation_marks_tells_the_thing_unless_it_stands_everywhere() -> None:
    filler = tuple(f"第{n}位发言者谈到《灯塔公约》。" for n in "一二三四五六七八九十")
    before, now = "《灯塔公约》的第三次审议计划于2019年举行。", "根据《灯塔公约》，渔港大会已经召开。"
    old, new = of_paragraphs(*filler, before), of_paragraphs(*filler, now)
    assert progress(pair(old, new, ("11", "11"))) == ()


def test_where_a_thing_goes_is_not_the_thing() -> None:
    before, now = "秘书处正在把灯塔名册的数据迁移至海洋知识门户网站。", "秘书处在海洋知识门户网站上推出了新的界面。"
    assert progress(pair(long_report(before), long_report(now), ("33", "33"))) == ()


def test_two_matters_of_one_paragraph_are_told_each_with_its_own_deed() -> None:
    before = "关于灯塔维护的研究报告预计将于2018年年底发布，《航标指南》正在更新。"
    now = "关于灯塔维护的研究报告已于2019年2月发布，《航标指南》的更新工作已经完成。"
    told = progress(pair(long_report(before), long_report(now), ("33", "33")))
    assert [(row.from_, row.to) for row in told] == [
        ("关于灯塔维护的研究报告预计将于2018年年底发布", "关于灯塔维护的研究报告已于2019年2月发布"),
        ("《航标指南》正在更新", "《航标指南》的更新工作已经完成"),
    ]


def test_the_earlier_report_announces() -> None:
    before, now, _ = STEPS[1]
    assert progress(pair(report(now, "2018-01-01"), report(before, "2019-01-01"), ("5", "5"))) == ()
    turned = progress(pair(report(now, "2019-01-01"), report(before, "2018-01-01"), ("5", "5")))
    assert [(row.from_ in now, row.to in before) for row in turned] == [(True, True)]


def test_english_reports_are_read_alike() -> None:
    others = ("The agenda was adopted.", "Speakers stressed cooperation.", "The Secretariat replied.")
    old = of_paragraphs(*others, "A handbook on coastal erosion monitoring is being prepared.", language="en")
    new = of_paragraphs(*others, "The handbook on coastal erosion monitoring was published in May.", language="en")
    (row,) = progress(pair(old, new, ("4", "4")))
    assert row.matter == "handbook on coastal erosion monitoring"
    assert row.to == "The handbook on coastal erosion monitoring was published in May"


def test_english_reports_put_what_was_to_come_into_the_past() -> None:
    others = ("The agenda was adopted.", "Speakers stressed cooperation.", "The Secretariat replied.")
    old = of_paragraphs(
        *others, "The secretariat said that the Coral Reef Atlas would be launched in 2023.", language="en"
    )
    new = of_paragraphs(
        *others, "The secretariat said that the Coral Reef Atlas had been launched in March.", language="en"
    )
    (row,) = progress(pair(old, new, ("4", "4")))
    assert row.matter == "Coral Reef Atlas"


def test_a_report_compared_with_itself_shows_no_progress() -> None:
    for name in ("8th", "9th", "CTOC", "2021", "2023"):
        assert progress(corpus_pair(name, name)) == ()


def test_the_judged_pair_shows_its_three_matters() -> None:
    found = progress(corpus_pair("8th", "9th"))
    assert {(row.old, row.new) for row in found} == {("20", "19"), ("41", "40"), ("43", "39")}
    sides = corpus_pair("8th", "9th")
    for row in found:
        assert row.from_ in sides.old.report.text(row.old)
        assert row.to in sides.new.report.text(row.new)


def test_pairs_of_other_bodies_stay_silent() -> None:
    for old, new in (("CTOC", "9th"), ("CTOC", "8th"), ("9th", "2023"), ("2021", "2023")):
        assert progress(corpus_pair(old, new)) == ()


def test_turned_round_from_and_to_change_places() -> None:
    there, back = progress(corpus_pair("8th", "9th")), progress(corpus_pair("9th", "8th"))
    assert {(r.old, r.new, r.from_, r.to) for r in there} == {(r.new, r.old, r.to, r.from_) for r in back}


def test_announcements_stand_where_they_are_quoted() -> None:
    for name in ("8th", "2021"):
        sides = corpus_pair(name, name)
        for one in find_all(sides.old):
            assert one.quote in sides.old.report.text(one.place)


NAMED = [
    ("en", "Its Government would connect 30,000 households to piped water by the end of 2023.",
     "The country had connected 21,000 households to piped water.", "households"),
    ("zh", "秘书处介绍了水井信息共享平台的开发工作。该平台正在由15个国家试用，预计将于2021年底投入运行。",
     "水井信息共享平台已于2021年12月启用，目前有23个国家使用。", "平台"),
    ("zh", "一位代表介绍了磁力捕获水草的任务，计划在年内进行磁力捕获试验。", "2021年8月成功进行了磁力捕获试验。", "磁力捕获试验"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "said", "done", "name"), NAMED)
def test_a_step_is_named_by_the_thing_whoever_takes_it(language: str, said: str, done: str, name: str) -> None:
    fill = (
        ["A bridge was painted.", "Rain fell on a lake.", "Sheep were counted."]
        if language == "en"
        else ["桥梁刷了漆。", "湖上下雨。", "清点了绵羊。"]
    )
    old = of_paragraphs(said, *fill, language=language, date="2021-01-01")
    new = of_paragraphs(done, *fill, language=language, date="2022-01-01")
    steps = progress(pair(old, new, ("1", "1")))
    assert [(step.old, step.new) for step in steps] == [("1", "1")]
    assert name in steps[0].matter


@pytest.mark.parametrize("name", CASES)
def test_what_was_done_in_other_words_is_found_among_what_only_looks_like_it(name: str) -> None:
    language, before, now, steps = CASES[name]
    old = of_paragraphs(*before, language=language, date="2021-01-01")
    new = of_paragraphs(*now, language=language, date="2022-01-01")
    aligned = Pair(old, new, align(old, new, AlignThresholds(), ()), DeriveThresholds())
    assert {(row.old, row.new) for row in progress(aligned)} == steps


def test_what_was_asked_of_a_secretariat_and_is_done_is_a_step_and_what_is_to_go_on_is_none() -> None:
    chapter = "{}\n\n二. 建议\n\n2. 会议通过下列建议：\n\n(a) {}\n\n(b) 鼓励各国保护沙丘。\n"
    before = chapter.format("一. 讨论\n\n1. 会议讨论了潮汐。", "请秘书处编写盐沼测绘手册；")
    goes_on = chapter.format("一. 讨论\n\n1. 会议讨论了潮汐。", "请秘书处继续分发盐沼测绘手册；")
    now = "一. 讨论\n\n1. 秘书处说，盐沼测绘手册已于三月出版。\n\n2. 会议讨论了沙丘和渔港。\n\n3. 与会者谈到海平面。\n"
    new = from_text(now)
    (row,) = progress(pair(from_text(before), new))
    assert (row.old, row.new, row.matter) == ("2(a)", "1", "盐沼测绘手册")
    assert progress(pair(from_text(goes_on), new)) == ()


def test_a_paragraph_of_the_same_number_in_the_other_report_is_another() -> None:
    """The plan stands in 1 of the old report; 1 of the new one stands beside 2 of the old, as it was."""
    fill = ("Rain fell on a lake.", "A bridge was painted.", "Sheep were counted.", "Fog came from the sea.")
    old = of_paragraphs("The laboratory at Nadi was under construction.", "Crabs moulted in May.", *fill, language="en")
    new = of_paragraphs("Crabs moulted in May.", "The laboratory at Nadi had opened in March.", *fill, language="en")
    sides = pair(old, new, ("1", "2"), ("2", "1"), *((str(n), str(n)) for n in range(3, 7)))
    sides.rows = relations(sides)
    assert [(step.old, step.new) for step in progress(sides)] == [("1", "2")]


def test_without_dates_the_report_named_first_announces() -> None:
    done, ahead = "会议收到了秘书处已编写的山地水源监测技术指南。", "秘书处正在编写一份关于山地水源监测的技术指南。"
    assert progress(pair(report(ahead), report(done), ("5", "5")))
    assert progress(pair(report(done), report(ahead), ("5", "5"))) == ()
    dated = pair(report(done, "2021-05-01"), report(ahead, "2020-05-01"), ("5", "5"))
    assert [(row.from_, row.to) for row in progress(dated)] == [
        (done.rstrip("。"), "正在编写一份关于山地水源监测的技术指南")
    ]


PHRASES = [
    ("The draft budget was awaiting consideration.", "The draft budget had been approved.", "budget"),
    (
        "The ports would sign a memorandum of understanding.",
        "The memorandum of understanding was signed.",
        "memorandum of understanding",
    ),
    ("The Board would prepare a handbook.", "For lack of funds, work on the handbook had been cancelled.", "handbook"),
    ("The lease on the jetty would expire in May.", "The lease on the jetty had been extended.", "lease on the jetty"),
]


@pytest.mark.parametrize(("said", "done", "matter"), PHRASES)
def test_a_step_is_named_by_the_whole_phrase_whatever_became_of_it(said: str, done: str, matter: str) -> None:
    fill = ("A bridge was painted.", "Rain fell on a lake.", "Sheep were counted.") * 4
    old, new = of_paragraphs(*fill, said, language="en"), of_paragraphs(*fill, done, language="en")
    assert [row.matter for row in progress(pair(old, new, ("13", "13")))] == [matter]


EVIDENCE = [
    # another State's deed, and one that is older than the announcement
    ("智利代表团说，该国打算交存航道公约修正案的接受书。", "智利代表团宣布，该国已交存航道公约修正案的接受书。", 1),
    ("智利代表团说，该国打算交存航道公约修正案的接受书。", "秘鲁代表团宣布，该国已交存航道公约修正案的接受书。", 0),
    (
        "Greece stated that a new forest code was before parliament.",
        "Greece said its new forest code had been adopted.",
        1,
    ),
    (
        "Greece stated that a new forest code was before parliament.",
        "Cyprus said its new forest code had been adopted.",
        0,
    ),
    # what was begun, handed to somebody, or set up to do something
    ("委员会核可设立一个航标通信小组。", "航标通信小组已经设立。", 1),
    ("A study on peat fires had been commissioned.", "The study on peat fires had been published.", 1),
    ("It entrusted Portugal with the preparation of a crew curriculum.", "The crew curriculum had been prepared.", 1),
    ("The Group established a team to revise the fishing annex.", "The team had revised the fishing annex.", 1),
]


@pytest.mark.parametrize(("before", "now", "steps"), EVIDENCE)
def test_what_speaks_for_a_deed_and_against_it(before: str, now: str, steps: int) -> None:
    zh = not before.isascii()
    fill = (
        ("桥梁刷了漆。", "湖上下雨。", "清点了绵羊。")
        if zh
        else ("A bridge was painted.", "Rain fell.", "Sheep were counted.")
    )
    old, new = (of_paragraphs(*fill * 4, text, language="zh" if zh else "en") for text in (before, now))
    assert len(progress(pair(old, new, ("13", "13")))) == steps


def test_praise_announces_nothing() -> None:
    fill = ("桥梁刷了漆。", "湖上下雨。", "清点了绵羊。") * 4
    before, now = "委员会赞扬各港在对话中表示愿意并承诺消除污水。", "委员会欢迎各港加快消除污水，例如制定了规章。"
    old, new = of_paragraphs(*fill, before), of_paragraphs(*fill, now)
    assert progress(pair(old, new, ("13", "13"))) == ()


def test_items_are_matters_and_no_order_of_business() -> None:
    reading = from_text(
        "二、通过议程\n\n1. 专家组通过了议程。\n\n2. 专家组面前有技术导则草案。\n\n三、小水电登记\n\n3. 将对微型水电站逐一登记。\n"
    )
    assert set(reading.once(items)) == {"3"}
