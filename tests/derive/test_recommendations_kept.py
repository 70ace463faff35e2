"""Whether a recommendation is made again as it was: what is denied, who is asked, how much and how far decides, not the likeness of words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ledger_reports import from_text, pair

from ccdiff.compare import compare
from ccdiff.derive.progress import progress
from ccdiff.derive.recommendations import find_recommendations, recommendations
from ccdiff.derive.relations import relations
from ccdiff.model.changes import Recommendation

CHAPTER = {
    "en": "I. Discussion\n\n1. The session discussed tides.\n\nII. Recommendations\n\n2. The session adopted the following recommendations:\n\n(a) {}\n",
    "zh": "一. 讨论\n\n1. 会议讨论了潮汐。\n\n二. 建议\n\n2. 会议通过下列建议：\n\n(a) {}\n",
}

SAME = [
    ("en", "Ports should store ballast records for at least 5 years;", "Ports should store ballast records for no less than five years;"),
    ("en", "Pilots should answer within 48 hours;", "Pilots should answer within two days;"),
    ("en", "Harbours should set aside 10 per cent of berths for fishers;", "Harbours should set aside one in ten of berths for fishers;"),
    ("en", "Ministries of fisheries should insure divers who work in harbours against accidents;", "Ministries of fisheries should see to it that divers who work in harbours are insured against accidents;"),
    ("en", "Ports should replace buoys after six months;", "Buoys should be replaced by ports after half a year;"),
    ("en", "Ports should refrain from using dynamite against icebergs;", "Ports should not use dynamite against icebergs;"),
    ("en", "One third of lamps should burn gas;", "A third of lamps should burn gas;"),
    ("en", "Seals should be fed by wardens;", "Wardens should feed seals;"),
    ("en", "Berths should be let free of charge to lifeboats;", "Berths should be let without payment to lifeboats;"),
    ("zh", "会议邀请各港口指定负责浮标事务的联络人；", "会议重申第六届会议关于由各港口指定联络人的建议；"),
    ("zh", "各港口应将灯塔纳入巡查计划；", "巡查计划应把灯塔包括在内；"),
    ("zh", "建议港口禁止在雾中拖带；", "港口应禁止在有雾时拖带；"),
    ("zh", "港口应在半年后更换浮标；", "港口应在六个月后更换浮标；"),
    ("zh", "港口应将压载水记录至少保存5年；", "港口应将压载水记录保存不少于五年；"),
    ("zh", "引航员应在48小时内答复；", "引航员应在两天内答复；"),
    ("zh", "港口应将10%的泊位留给渔民；", "港口应将十分之一的泊位留给渔民；"),
    ("en", "Ferries should carry life jackets for every passenger;", "There should be a life jacket on board ferries for all passengers;"),
    ("en", "Schools should teach pupils to swim before the age of ten;", "Every child should have learned to swim at school by the age of ten;"),
    ("en", "Prison kitchens should be inspected monthly;", "Every month the kitchens of prisons should undergo an inspection;"),
    ("en", "Recommendation 3. Every diver should rest for an hour;", "Recommendation 7. An hour of rest should be granted to all divers;"),
    ("zh", "渡轮应为每名乘客配备救生衣；", "渡轮上应备有救生衣，乘客每人一件；"),
    ("zh", "监狱厨房应每月接受检查；", "对监狱的厨房应每个月检查一次；"),
    ("zh", "被大象毁坏庄稼的农民应获得赔偿；", "农民的庄稼被大象毁坏的，应予赔偿；"),
    ("zh", "邀请各港口考虑设立灯塔基金；", "请各港口考虑设立灯塔基金；"),
    ("zh", "鼓励各港口公开潮汐数据；", "鼓励各港口公布潮汐数据；"),
    ("en", "Pilots are called upon to replenish the fund for lighthouse keepers;", "The Meeting repeated its call for contributions to the fund for lighthouse keepers;"),
]  # fmt: skip

OTHER = [
    ("en", "Gulls should be kept out of harbour markets;", "Gulls should also feed in harbour markets;"),
    ("zh", "渔船不得使用木锚；", "渔船可使用木锚；"),
    ("zh", "鼓励各港口考虑设立灯塔基金；", "请各港口考虑设立灯塔基金；"),
    ("zh", "邀请各港口公开潮汐数据；", "要求各港口公布潮汐数据；"),
    ("en", "Pilots should repaint the lamps by the end of April;", "Pilots should repaint the lamps by the end of October;"),
    ("en", "Pilots should rest for an hour;", "The Meeting reiterated that pilots should rest for two hours;"),
    ("en", "Ports should repaint lighthouses twice a year;", "Ports should repaint lighthouses once a year;"),
    ("en", "Ports should count seals;", "Ports should count seals and porpoises, and report the count to the secretariat;"),
    ("zh", "港口应清点海豹；", "港口应对海豹和江豚加以清点，并向秘书处报告结果；"),
    ("zh", "请秘书处培训灯塔看守人；", "请灯塔看守人协会培训秘书处人员；"),
    ("en", "Ports may levy a fee on sailing boats;", "Ports may not levy a fee on sailing boats;"),
    ("en", "Ports should inspect every barge;", "Ports should inspect barges;"),
    ("en", "Ports should supply charts free of charge;", "Ports should supply charts at a reasonable charge;"),
    ("en", "Ports should close quays in storms;", "Ports should close quays in storms unless the master objects;"),
    ("en", "Ports should hold at least one drill a year;", "Ports should hold one drill a year;"),
    ("en", "The Ocean Bank is invited to lend to harbours;", "National savings banks are invited to lend to harbours;"),
    ("en", "Ports should consult fishers before dredging;", "Ports should inform fishers before dredging;"),
    ("en", "The secretariat should prepare a chart in consultation with the pilots;", "The pilots should prepare a chart in consultation with the secretariat;"),
    ("en", "Ports should lend lamps to boats in the delta;", "Ports should lend lamps to boats, in particular in the delta;"),
    ("zh", "港口可向帆船收费；", "港口不可向帆船收费；"),
    ("zh", "港口应检查所有驳船；", "港口应抽查驳船；"),
    ("zh", "港口应免费提供海图；", "港口应以合理价格提供海图；"),
    ("zh", "港口应在风暴期间关闭码头；", "除非船长反对，港口应在风暴期间关闭码头；"),
    ("zh", "港口应每年至少举行一次演习；", "港口应每年举行一次演习；"),
    ("zh", "请海洋银行向渔港贷款；", "请各国储蓄所向渔港贷款；"),
    ("zh", "请秘书处与引航员协会协商，绘制海图；", "请引航员协会与秘书处协商，绘制海图；"),
    ("en", "Vans should leave the depot with a tracking device;", "Vans should not leave the depot with a tracking device;"),
    ("en", "Ferries should be inspected monthly;", "Ferries should undergo an inspection each week;"),
    ("en", "Cinemas should offer at least one screening a week;", "Cinemas should offer at least one screening a month;"),
    ("en", "It should be compulsory for cyclists to wear helmets;", "It should be left to each cyclist whether to wear a helmet;"),
    ("zh", "渡轮应每月检查；", "渡轮应每周检查一次；"),
    ("zh", "骑车者必须戴头盔；", "骑车者是否戴头盔，应由其自行决定；"),
    ("zh", "被大象毁坏庄稼的农民应获得赔偿；", "被大象毁坏庄稼和围栏的农民应获得赔偿，并接受驱象培训；"),
]  # fmt: skip


def row(language: str, before: str, now: str) -> Recommendation:
    old, new = (from_text(CHAPTER[language].format(text), language) for text in (before, now))
    return next(
        found for found in recommendations(pair(old, new, ("1", "1"), ("2", "2"), ("2(a)", "2(a)"))) if found.old
    )


@pytest.mark.parametrize(("language", "before", "now"), SAME)
def test_the_same_in_other_words_is_kept(language: str, before: str, now: str) -> None:
    assert row(language, before, now).status == "kept"


@pytest.mark.parametrize(("language", "before", "now"), OTHER)
def test_one_word_that_changes_what_is_asked_makes_it_another(language: str, before: str, now: str) -> None:
    assert row(language, before, now).status == "amended"


def test_an_aside_in_brackets_denies_nothing() -> None:
    found = row(
        "en",
        "Share the tide tables with the pilots for comment;",
        "Share the tide tables with the pilots for comment (may defer until they are not at sea);",
    )
    assert found.shift != "reversed"


@pytest.mark.parametrize(
    ("place", "status"),
    [
        ("The secretariat wrote a technical note on the speed of tidal queries.", "echoed"),
        ("This meeting covered a technical note on the speed of tidal queries, foghorns and buoys.", "dropped"),
        ("Recalling the technical note on the speed of tidal queries,", "dropped"),
    ],
)
def test_a_list_of_what_was_dealt_with_and_a_recital_take_nothing_up(place: str, status: str) -> None:
    old = from_text(CHAPTER["en"].format("Write a technical note on the speed of tidal queries;"), "en")
    new = from_text(f"I. Discussion\n\n1. The session discussed seals.\n\n2. {place}\n", "en")
    found = next(found for found in recommendations(pair(old, new, ("1", "1"))) if found.old)
    assert found.status == status


def test_may_in_the_place_of_should_is_weaker() -> None:
    found = row("zh", "会员国应将丢失的航标通报港口；", "会员国可将丢失的航标通报港口；")
    assert (found.status, found.shift) == ("amended", "weakened")


def test_the_strength_of_a_point_is_its_own_and_not_that_of_the_words_above_it() -> None:
    found = row("zh", "应敦促各国废除港口税；", "应敦促各国取消港口税；")
    assert found.strength_old == found.strength_new == "urge"
    assert found.shift == ""


def test_a_noun_that_looks_like_a_verb_asks_nothing() -> None:
    found = row(
        "en", "Submit requests for berths a week before arrival;", "Submit requests for berths a day before arrival;"
    )
    assert found.strength_old != "request"


ADVICE = """
I. {title}

1. {opener}

(a) Keep registers of lamps that show their age;

(b) Limit the number of foghorns;

(c) Paint quays white.

II. Discussion

2. The session discussed tides.
"""


def test_a_chapter_under_another_name_is_one_of_recommendations_where_its_points_stand_beside_some() -> None:
    old = from_text(ADVICE.format(title="Recommendations", opener="The Committee recommended that ports:"), "en")
    new = from_text(
        ADVICE.format(title="Duties of ports", opener="For the coming year, the Committee has in mind that ports:"),
        "en",
    )
    rows = recommendations(pair(old, new, ("1", "1"), ("1(a)", "1(a)"), ("1(b)", "1(b)"), ("2", "2")))
    assert [found.status for found in rows if found.old in ("1(a)", "1(b)")] == ["kept", "kept"]


def test_what_was_carried_out_is_no_longer_asked_though_something_further_is() -> None:
    others = (
        "Rain fell.",
        "A bridge was painted.",
        "Sheep were counted.",
        "Crabs moulted.",
        "Fog came.",
        "Ice melted.",
    )
    fill = "".join(f"{n}. {text}\n\n" for n, text in enumerate(others, 2))
    asked = "II. Recommendations\n\n8. The session adopted the following recommendations:\n\n(a) {}\n\n(b) States should light quays.\n"
    chapter = f"I. Discussion\n\n1. {{}}\n\n{fill}{asked}"
    prepare = "The secretariat should prepare a model berth contract;"
    told = (
        "The secretariat reported that the model berth contract requested at the previous session had been published."
    )
    old = from_text(chapter.format("The session discussed tides.", prepare), "en")
    new = from_text(chapter.format(told, "States should use the model berth contract in their ports;"), "en")
    same = [(str(n), str(n)) for n in range(2, 9)]
    sides = pair(old, new, *same, ("8(a)", "8(a)"), ("8(b)", "8(b)"))
    sides.found["progress"] = progress(sides)
    found = {row.old: row for row in recommendations(sides)}
    assert (found["8(a)"].status, found["8(a)"].new, found["8(a)"].why) == ("echoed", ("1",), "done:1")
    assert found["8(b)"].status == "kept"


def test_a_share_in_per_cent_alone_takes_nothing_up() -> None:
    chapter = "I. Discussion\n\n1. {}\n\nII. Recommendations\n\n2. The session adopted the following recommendations:\n\n(a) {}\n"
    old = from_text(
        chapter.format(
            "The session discussed tides.", "States should approve a budget with an increase of 4 per cent;"
        ),
        "en",
    )
    new = from_text(
        chapter.format("The share of crabs was put at 40 per cent.", "States should plant mangroves;"), "en"
    )
    rows = recommendations(pair(old, new, ("1", "1"), ("2", "2")))
    assert [row.status for row in rows if row.old == "2(a)"] == ["dropped"]


SHIFTS = [
    ("en", "Banks may charge a fee for paper;", "Banks may not charge a fee for paper;", "reversed"),
    ("zh", "请海洋银行向渔港贷款；", "请各国储蓄所向渔港贷款；", "asked"),
    ("en", "Ports should hold at least one drill a year;", "Ports should hold one drill a year;", "figures"),
    (
        "en",
        "Ports should light quays;",
        "Ports should take steps to light their quays and breakwaters in 2024;",
        "widened",
    ),
    ("en", "Ports should inspect barges;", "Ports should inspect barges laden with coal;", ""),
    ("en", "Ports should count seals;", "Ports should count seals and porpoises;", "widened"),
    ("zh", "港口应清点海豹、江豚和海牛；", "港口应清点海豹和海牛；", "narrowed"),
]


@pytest.mark.parametrize(("language", "before", "now", "shift"), SHIFTS)
def test_how_it_moved_is_said_only_where_it_is_plain(language: str, before: str, now: str, shift: str) -> None:
    assert row(language, before, now).shift == shift


def test_what_stands_word_for_word_under_another_heading_is_kept_and_never_dropped() -> None:
    said = "The harbour master should inspect all the lamps of the northern pier before the first of November."
    text = "I. Discussion\n\n1. The session discussed tides.\n\nII. {}\n\n2. {}\n\n3. The session closed on 4 May in the evening.\n"
    old = from_text(text.format("Recommendations", said), "en")
    new = from_text(text.format("Where matters stand", said), "en")
    (entry,) = compare(old, new).changes.recommendations
    assert (entry.status, entry.new) == ("kept", ("2",))


MEMBERS = [
    ("zh", "请各港口和引航员协会培训看守人；", "请各港口培训看守人；", "narrowed"),
    ("zh", "建议各国培训看守人；", "建议各国和国际组织培训看守人；", "widened"),
    ("zh", "建议岛国培训看守人；", "建议各国培训看守人；", "widened"),
    ("en", "States and the Ocean Bank should train wardens;", "States should train wardens;", "narrowed"),
    ("en", "Landlocked States should train wardens;", "All States should train wardens;", "widened"),
    ("en", "Member States should train wardens;", "All States should train wardens;", ""),
]


@pytest.mark.parametrize(("language", "before", "now", "shift"), MEMBERS)
def test_those_who_are_asked_are_a_set(language: str, before: str, now: str, shift: str) -> None:
    assert row(language, before, now).shift == shift


TURNED = [
    ("zh", "请各港口设立浮标；", "请各港口撤销浮标；"),
    ("zh", "请各港口提高泊位费；", "请各港口降低泊位费；"),
    ("en", "Ports should lower the duties on rope;", "Ports should abolish the duties on rope;"),
    ("en", "Ports should raise berth fees;", "Ports should reduce berth fees;"),
    ("zh", "注意到灯塔失修；", "对灯塔失修表示严重关切；"),
    ("zh", "原则同意更换浮标；", "同意更换浮标；"),
    ("zh", "强烈建议各港口更换浮标；", "建议各港口更换浮标；"),
    ("en", "Strongly recommends that ports repaint buoys;", "Recommends that ports repaint buoys;"),
]


@pytest.mark.parametrize(("language", "before", "now"), TURNED)
def test_another_act_another_stance_or_a_reserve_is_no_translation(language: str, before: str, now: str) -> None:
    assert row(language, before, now).status == "amended"


def test_a_list_of_other_things_is_neither_wider_nor_narrower() -> None:
    found = row("zh", "请各港口清点海豹、灯船和浮标；", "请各港口清点海豹、缆绳、船坞和防波堤；")
    assert (found.status, found.shift) == ("amended", "")


BUSES = {
    "en": "Minutes of the Harlow Council\n\n1. Buses\n\nThe Council instructed the Officer to inspect school buses every {}. {}\n",
    "zh": "临海市常务会议纪要\n\n一、校车\n\n会议要求，市教育局每{}检查一次校车。{}\n",
}


@pytest.mark.parametrize(
    ("language", "before", "now"),
    [
        ("en", ("term", "It was decided to sell old buses."), ("month", "All old buses had been sold.")),
        ("zh", ("学期", "会议决定，停用旧校车。"), ("月", "旧校车已全部停用。")),
    ],
)
def test_what_is_asked_more_often_is_amended_whatever_the_row_says(
    language: str, before: tuple[str, str], now: tuple[str, str]
) -> None:
    old, new = (from_text(BUSES[language].format(*words), language) for words in (before, now))
    places = [reading.once(find_recommendations)[0].locator for reading in (old, new)]
    both = pair(old, new, (places[0], places[1]))
    both.rows = tuple(replace(row, relation="reworded") for row in relations(both))
    assert [row.status for row in recommendations(both) if row.old == places[0]] == ["amended"]
