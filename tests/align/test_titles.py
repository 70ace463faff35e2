"""Titles that name two matters in one formula, as the agendas of minutes do, and lines that recur under each of them."""

from ccdiff.align.features import features
from ccdiff.align.titles import matters_apart
from tests.align.reports import aligned, pairs, report


def minutes(name, *items, language="zh"):
    return report([(str(k), *item) for k, item in enumerate(items, 1)], name=name, language=language)


def apart(old, new, language):
    """The pairs of titles that name two matters."""
    sides = [
        minutes(name, *((title, ()) for title in titles), language=language)
        for name, titles in zip("ab", (old, new), strict=True)
    ]
    left, right = (side.once(features).areas for side in sides)
    return {(left[i].title, right[j].title) for i, j in matters_apart(left, right)}


def test_a_formula_of_titles_links_no_two_applications():
    old = minutes(
        "old",
        ("gson三方库建仓申请", ["于光叶汇报，会议结论：同意在组织下建仓。", "避免使用仿写的方法。"]),
        ("iperf三方库建仓申请", ["王永强汇报，会议结论：解决如下遗留问题后再上会评审。", "对齐目标，避免重复开发。"]),
        ("elfio仓申请孵化毕业", ["毛思平汇报，会议结论：同意elfio转入主线，架构评审通过。"]),
        ("xlnt三方库建仓申请", ["高建明汇报，会议结论：先列举功能对比。"]),
    )  # fmt: skip
    new = minutes(
        "new",
        ("OHUI三方库建仓申请", ["朱伟汇报，会议结论：同意在组织下建仓。", "分类方式要方便用户查找。"]),
        ("vulkan仓申请孵化毕业", ["张召汇报，会议结论：解决如下遗留问题后再上会评审。", "宏命名去除后缀。"]),
        ("opencl仓申请孵化毕业", ["陈旭汇报，会议结论：opencl无遗留问题，同意准出。"]),
        ("iperf三方库建仓申请", ["王永强汇报，会议结论：场景不明，暂不同意建仓。", "对场景进行充分调研。"]),
    )  # fmt: skip
    found = aligned(old, new)
    assert pairs(found.sections) == {("front", "front"), ("2", "4")}
    assert pairs(found.paragraphs) <= {("front", "front"), ("3", "6"), ("4", "7")}


def test_a_label_that_recurs_links_only_where_the_sections_correspond():
    old = minutes(
        "old",
        ("下水道疏浚", ["工务组长说明北段已经疏浚完成，南段下月施工。", "遗留问题：", "无。"]),
        ("停车场照明", ["总干事报告照明设备已向厂商询价三家。", "遗留问题：", "无。"]),
    )  # fmt: skip
    new = minutes(
        "new",
        ("游泳池救生员", ["游泳池开放期间由两名救生员轮值，费用照旧。", "遗留问题：", "无。"]),
        ("停车场照明", ["总干事报告照明设备由报价最低的厂商施工。", "遗留问题：", "无。"]),
    )  # fmt: skip
    found = pairs(aligned(old, new).paragraphs)
    assert {("5", "5"), ("6", "6")} <= found
    assert not found & {("2", "2"), ("3", "3"), ("2", "5"), ("5", "2")}


def test_a_title_that_stands_in_both_reports_is_apart_from_others_in_its_formula():
    said = apart(["甲库建仓申请", "乙库建仓申请", "丙库建仓申请"], ["丁库建仓申请", "乙库建仓申请"], "zh")
    assert said == {
        ("甲库建仓申请", "乙库建仓申请"),
        ("丙库建仓申请", "乙库建仓申请"),
        ("乙库建仓申请", "丁库建仓申请"),
    }
    old, new = (
        [f"Application for membership of {name}" for name in names.split()]
        for names in ("Norway Kenya Peru", "Ghana Kenya")
    )
    said = apart(old, new, "en")
    assert (old[0].lower(), new[1].lower()) in said
    assert (old[1].lower(), new[1].lower()) not in said


def test_other_words_in_a_formula_may_be_another_hand():
    assert not apart(
        ["道路安全数据", "道路安全行动", "道路安全经费"], ["道路安全统计", "道路安全措施", "道路安全资金"], "zh"
    )


def test_names_in_latin_letters_tell_two_titles_apart():
    assert apart(["新建开源仓third_party/ruby"], ["新建开源仓base/location"], "zh")
    assert not apart(["新建开源仓third_party/ruby"], ["third_party/ruby新建开源仓申请"], "zh")


def test_a_matter_that_two_titles_share_is_no_formula():
    assert not apart(["Test suite discussion", "Budget"], ["Abstract test suite decision", "Venue"], "en")
    assert not apart(["道路安全数据", "道路安全行动", "预算"], ["道路安全统计", "会址"], "zh")
