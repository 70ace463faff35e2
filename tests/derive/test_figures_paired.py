"""Which figures of two reports are one figure, and what became of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from figure_reports import language_of

from ccdiff.align import align
from ccdiff.config import Config
from ccdiff.derive.context import Pair
from ccdiff.derive.figures import figures
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link
from ccdiff.model.changes import Figure
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.parse import parse
from ccdiff.reading import Reading

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests/gold/CAC-COSP-EG.1-2019-4__CAC-COSP-EG.1-2020-3.json"

BACKGROUND = (
    "会议通过了议程，并讨论了国际合作方面的挑战和良好做法。",
    "发言者介绍了本国的经验，强调了技术援助的重要性。",
    "秘书处介绍了工作组的建议，与会者交换了意见。",
)


def reading(*texts: str, language: str = "zh") -> Reading:
    places = tuple(Paragraph(str(at), "一", text) for at, text in enumerate((*BACKGROUND, *texts), 1))
    section = Section("一", "一", "", 1, None, tuple(place.id for place in places))
    return Reading(Report("r", "R", "", None, None, None, language, "0", (section,), places), load(language))


def compared(
    old: list[str], new: list[str], links: dict[int, int] | None = None, language: str = "zh"
) -> tuple[Figure, ...]:
    """The figures of two reports whose paragraphs correspond as ``links`` says (old to new, counting from 0)."""
    base = len(BACKGROUND) + 1
    rows = tuple(Link((str(a + base),), (str(b + base),), 0.9) for a, b in (links or {}).items())
    pair = Pair(
        reading(*old, language=language), reading(*new, language=language), Alignment((), rows), Config().derive
    )
    return figures(pair)


def told(found: tuple[Figure, ...]) -> list[tuple[str, float | None, float | None]]:
    return [(f.kind, f.old.value if f.old else None, f.new.value if f.new else None) for f in found]


AUTHORITIES = "{} 个缔约国提供了本国负责司法协助事宜的中央机关的信息。"
PREVENTION = "{} 个缔约国提供了本国预防机关的信息。"


def test_the_same_subject_with_another_number_has_changed() -> None:
    (figure,) = compared([AUTHORITIES.format(129)], [AUTHORITIES.format(132)], {0: 0})
    assert (figure.kind, figure.delta, figure.percent) == ("changed", 3, 2.3)


def test_the_same_subject_with_the_same_number_is_unchanged() -> None:
    assert told(compared([AUTHORITIES.format(129)], [AUTHORITIES.format(129)], {0: 0})) == [("unchanged", 129, 129)]


def test_another_qualifier_is_a_change_though_the_number_stays() -> None:
    found = compared(["审议确定了逾 1,000 种良好做法。"], ["审议确定了近 1,000 项良好做法。"], {0: 0})
    assert [(f.kind, f.old.qualifier, f.new.qualifier) for f in found if f.old and f.new] == [
        ("changed", "over", "nearly")
    ]


def test_order_and_place_do_not_matter() -> None:
    found = compared(
        [AUTHORITIES.format(129) + PREVENTION.format(115)],
        [PREVENTION.format(119), "其他事项。", AUTHORITIES.format(132)],
    )
    assert sorted(told(found)) == [("changed", 115, 119), ("changed", 129, 132)]


def test_another_counter_of_the_translator_is_the_same_thing() -> None:
    assert told(compared(["正在收集关于五类不同机关的信息。"], ["名录保持着五种不同机关的信息。"], {0: 0})) == [
        ("unchanged", 5, 5)
    ]


def test_the_same_number_of_other_things_is_another_figure() -> None:
    found = compared(["来自各地的 36 名专家出席了会议。"], ["来自各地的 36 个国家出席了会议。"], {0: 0})
    assert sorted(told(found), key=str) == [("added", None, 36), ("dropped", 36, None)]


def test_the_same_noun_in_another_case_is_another_figure() -> None:
    found = compared(
        ["在洗车行动中，调查队向其他国家发出了逾 300 份司法协助请求，内容包括收集证据。"],
        ["毒品和犯罪问题办公室在一起渔业案件中提供协助，该国为该案发出了 14 项司法协助请求。"],
    )
    assert sorted(told(found), key=str) == [("added", None, 14), ("dropped", 300, None)]


def test_a_figure_said_twice_is_one_statement() -> None:
    twice = [AUTHORITIES.format(129), AUTHORITIES.format(129)]
    assert told(compared(twice, [AUTHORITIES.format(129)])) == [("unchanged", 129, 129)]
    assert told(compared([AUTHORITIES.format(129)], twice)) == [("unchanged", 129, 129)]


def test_a_text_that_says_it_rose_while_it_fell_is_warned_of() -> None:
    (fell,) = compared(["提供信息的缔约国增至 129 个。"], ["提供信息的缔约国增至 120 个。"], {0: 0})
    (rose,) = compared(["提供信息的缔约国降至 120 个。"], ["提供信息的缔约国降至 129 个。"], {0: 0})
    (fine,) = compared(["提供信息的缔约国增至 129 个。"], ["提供信息的缔约国增至 135 个。"], {0: 0})
    assert [fell.warning, rose.warning, fine.warning] == ["says-rise-but-fell", "says-fall-but-rose", ""]


def test_the_first_number_of_a_rise_is_not_paired_with_the_second() -> None:
    found = compared(["城镇化率由 52.6%提高到 58.5%。"], ["城镇化率提高到 59.6%。"], {0: 0})
    assert ("changed", 58.5, 59.6) in told(found)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("受影响人口由 2 万人增至 3.5 万人。", "受影响人口由 3.5 万人增至 5 万人。", (35000, 50000)),
        ("The number of requests fell from 12 to 9.", "The number of requests rose from 9 to 14.", (9, 14)),
    ],
)
def test_a_rise_from_what_was_reached_before_is_one_change(old: str, new: str, change: tuple[int, int]) -> None:
    assert told(compared([old], [new], language=language_of(old))) == [("changed", *change)]


def test_one_state_in_two_lists_is_told_with_what_opens_each() -> None:
    lists = "Troops are deployed from Chad ({}), Fiji (14) and Peru (3). Police are deployed from Chad (9), Fiji ({}) and Peru (2)."
    found = compared([lists.format(1, 12)], [lists.format(4, 17)], language="en")
    changes = [(one.subject, one.delta) for one in found if one.kind == "changed"]
    assert changes == [("Troops are deployed from Chad", 3), ("Police are deployed from Chad … Fiji", 5)]


def test_a_half_and_a_third_are_shares_of_one_thing() -> None:
    (found,) = compared(["半数缔约方提交了报告。"], ["近三分之二的缔约方提交了报告。"])
    assert (found.kind, found.subject) == ("changed", "缔约方提交了报告")


def test_an_english_figure_is_paired_by_its_words() -> None:
    found = compared(
        ["UNDOF received 18 complaints from residents."], ["UNDOF received 14 complaints from residents."], {0: 0}, "en"
    )
    assert told(found) == [("changed", 18, 14)]


# --- real reports -----------------------------------------------------------------------------------------------------

CORPUS = {path.name.split(".zh")[0]: path for path in sorted((ROOT / "corpus").glob("*.zh.txt"))}


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    reports = {name: parse(read(path)) for name, path in CORPUS.items()}
    return {name: Reading(report, load(report.language)) for name, report in reports.items()}


def derived(old: Reading, new: Reading) -> tuple[Figure, ...]:
    config = Config()
    return figures(Pair(old, new, align(old, new, config.align), config.derive))


def place(row: dict[str, object]) -> tuple[object, object, object]:
    return row["para"], row["value"], row["qualifier"]


def stands(mention: object) -> tuple[object, object, object]:
    return mention.paragraph, mention.value, mention.qualifier  # type: ignore[attr-defined]


def f1(found: set[object], wanted: set[object]) -> float:
    return 2 * len(found & wanted) / (len(found) + len(wanted)) if found or wanted else 1.0


def test_the_judged_pair(readings: dict[str, Reading], capsys: pytest.CaptureFixture[str]) -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    found = derived(readings["CAC-COSP-EG.1-2019-4"], readings["CAC-COSP-EG.1-2020-3"])
    paired = {(f.kind, stands(f.old), stands(f.new)) for f in found if f.old and f.new}
    wanted = {(row["kind"], place(row["old"]), place(row["new"])) for row in gold["figures"]}
    added = f1({stands(f.new) for f in found if f.kind == "added"}, {place(row) for row in gold["figures_new"]})
    dropped = f1({stands(f.old) for f in found if f.kind == "dropped"}, {place(row) for row in gold["figures_dropped"]})
    with capsys.disabled():
        right = len(paired & wanted)
        print(
            f"\nfigures, 8th/9th: paired P {right / len(paired):.2f} R {right / len(wanted):.2f}, added F1 {added:.2f}, dropped F1 {dropped:.2f}"
        )
    assert paired == wanted
    assert min(added, dropped) >= 0.85


def test_the_judged_pair_keeps_the_dates_of_its_figures(readings: dict[str, Reading]) -> None:
    gold = json.loads(GOLD.read_text(encoding="utf-8"))
    found = derived(readings["CAC-COSP-EG.1-2019-4"], readings["CAC-COSP-EG.1-2020-3"])
    dates = {(stands(f.old), stands(f.new)): (f.old.as_of, f.new.as_of) for f in found if f.old and f.new}
    for row in gold["figures"]:
        assert dates[place(row["old"]), place(row["new"])] == (row["old"]["as_of"], row["new"]["as_of"])


PAIRS = [(a, b) for a in sorted(CORPUS) for b in sorted(CORPUS) if a < b]


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_turned_round_the_same_figures_are_paired(readings: dict[str, Reading], old: str, new: str) -> None:
    config = Config()
    alignment = align(readings[old], readings[new], config.align)
    turned = Alignment(
        tuple(Link(link.new, link.old, link.score) for link in alignment.sections),
        tuple(Link(link.new, link.old, link.score) for link in alignment.paragraphs),
    )
    there = figures(Pair(readings[old], readings[new], alignment, config.derive))
    back = figures(Pair(readings[new], readings[old], turned, config.derive))
    other = {"added": "dropped", "dropped": "added"}
    assert {(f.kind, f.subject, f.unit, f.old, f.new) for f in there} == {
        (other.get(f.kind, f.kind), f.subject, f.unit, f.new, f.old) for f in back
    }


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_a_report_beside_itself_has_no_changed_figure(readings: dict[str, Reading], name: str) -> None:
    assert {f.kind for f in derived(readings[name], readings[name])} <= {"unchanged"}


@pytest.mark.parametrize("name", sorted(CORPUS))
def test_every_quote_of_the_corpus_stands_where_it_says(readings: dict[str, Reading], name: str) -> None:
    report = readings[name].report
    for figure in derived(readings[name], readings[name]):
        for mention in (figure.old, figure.new):
            assert mention and report.text(mention.paragraph)[mention.start : mention.end] == mention.quote


def test_a_rise_that_became_a_fall_is_counted_through_zero_and_shown_by_arrows() -> None:
    found = compared(["赤字率比去年预算低 0.4 个百分点。"], ["赤字率比去年预算高 0.2 个百分点。"], {0: 0})
    assert [(figure.delta, figure.percent) for figure in found] == [(0.6, None)]
    assert found[0].subject.endswith("↓↑") and "低" not in found[0].subject


def test_a_range_has_no_single_difference_unless_it_moved_as_a_whole() -> None:
    (turned,) = compared(["平均需要六个月至十个月。"], ["平均需要五至八个月。"], {0: 0})
    (moved,) = compared(["平均需要六个月至十个月。"], ["平均需要五至九个月。"], {0: 0})
    assert (turned.kind, turned.delta, turned.percent) == ("changed", None, None)
    assert (moved.kind, moved.delta) == ("changed", -1)


def test_the_only_two_of_a_class_left_over_in_corresponding_paragraphs_are_one_figure() -> None:
    old = ["秘书处介绍了渔业信息共享平台的开发工作。该平台正在由15个国家试用，预计将于年底投入运行。"]
    new = ["渔业信息共享平台已于12月启用，目前有23个国家使用。"]
    assert told(compared(old, new, {0: 0})) == [("changed", 15, 23)]


def test_a_time_by_which_a_term_is_extended_is_not_its_length() -> None:
    old = ["委员会设立了专家组，专家组的任期五年，负责提供意见。"]
    new = ["委员会设立了专家组，为期五年，负责提供意见。委员会将专家组的任期延长三年。"]
    assert ("changed", 5, 3) not in told(compared(old, new, {0: 0}))


def test_a_count_that_grew_behind_another_count_is_no_movement_from_the_one_to_the_other() -> None:
    old = ["去年举办了三期木工培训班，来自29个国家的110名学员参加。"]
    new = ["自上次会议以来共举办五期木工培训班，学员人数增至210人，来自46个国家。"]
    found = told(compared(old, new, {0: 0}))
    assert ("changed", 3, 5) in found
    assert ("changed", 110, 210) in found


def test_more_than_ten_is_ten_and_more_in_another_style() -> None:
    old = ["得到编目的直径超过10厘米的鱼类化石约有28个。"]
    new = ["经编目的10厘米以上鱼类化石约有28个。"]
    assert ("changed", 10, 10) not in told(compared(old, new, {0: 0}))


def test_people_counted_in_one_place_of_each_report_are_one_figure_wherever_they_stand() -> None:
    old = ["The session was held in Suva. It was attended by 214 participants, of whom 96 took part online."]
    new = ["Some 340 participants attended, all of them in person."]
    assert ("changed", 214, 340) in told(compared(old, new, language="en"))


def test_the_same_length_of_time_in_corresponding_sentences_is_neither_new_nor_gone() -> None:
    old = ["委员会在第六十届会议上决定设立一个专家组，任期五年，负责就减少渔网碎片向委员会提供咨询意见。"]
    new = ["委员会第六十届会议决定成立专家组，就减少渔网碎片向委员会提出意见，为期五年。"]
    assert [kind for kind, _, _ in told(compared(old, new, {0: 0}))] == ["unchanged"]


def test_a_part_is_paired_with_a_part_and_a_whole_with_a_whole() -> None:
    old = ["By May, 12 of the 45 States parties had replied to the questionnaire."]
    new = ["By June, 31 of the 52 States parties had replied to the questionnaire."]
    assert told(compared(old, new, {0: 0}, language="en")) == [("changed", 12, 31), ("changed", 45, 52)]


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("zh", "一季度，社会消费品零售总额127695亿元。", "1—7月份，社会消费品零售总额287744亿元。"),
        (
            "en",
            "In the first quarter, the port handled 310,000 containers.",
            "In the first half of the year, the port handled 640,000 containers.",
        ),
    ],
)
def test_totals_of_periods_of_different_length_have_no_difference(language: str, old: str, new: str) -> None:
    (figure,) = compared([old], [new], language=language)
    assert (figure.kind, figure.delta, figure.percent) == ("changed", None, None)


def test_rates_of_periods_of_different_length_have_one() -> None:
    (figure,) = compared(["一季度，调查失业率为5.3%。"], ["1—7月份，调查失业率为5.2%。"])
    assert figure.delta == -0.1
