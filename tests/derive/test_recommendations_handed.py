"""A recommendation that the new report only cites, hands to another body or puts off is referred to; one that was acted upon is not."""

from __future__ import annotations

import pytest
from ledger_reports import from_text, pair

from ccdiff.derive.recommendations import recommendations
from ccdiff.model.changes import Recommendation

OLD = {
    "en": "I. Discussion\n\n1. The session discussed prices and markets.\n\nII. Recommendations\n\n2. The session adopted the following recommendations:\n\n(a) {};\n\n(b) States should lend tractors to growers.\n",
    "zh": "一. 讨论\n\n1. 会议讨论了价格和市场。\n\n二. 建议\n\n2. 会议通过下列建议：\n\n(a) {}；\n\n(b) 各国应向果农出租拖拉机。\n",
}
NEW = {
    "en": "I. Discussion\n\n1. The session discussed prices and markets.\n\n2. {}\n\n3. The price of pears fell.\n\nII. Recommendations\n\n4. The session adopted the following recommendations:\n\n(a) States should lend tractors to growers;\n\n(b) States should plant hedges.\n",
    "zh": "一. 讨论\n\n1. 会议讨论了价格和市场。\n\n2. {}\n\n3. 梨价下跌。\n\n二. 建议\n\n4. 会议通过下列建议：\n\n(a) 各国应向果农出租拖拉机；\n\n(b) 各国应种植树篱。\n",
}

HANDED = [
    ("en", "The Assembly should proclaim a day of the orchard", "The proposal for a day of the orchard has been transmitted to the Council."),
    ("en", "The Assembly should proclaim a day of the orchard", "The idea of an orchard day was put off until the following session."),
    ("en", "States should insure hives against frost", "The Chair recalled that the previous session had recommended the insurance of hives against frost."),
    ("en", "States should insure hives against frost", "The question of insuring hives against frost fell outside the mandate of the session."),
    ("en", "The Bank is invited to finance cold stores", "No reply had been received to the invitation concerning cold stores addressed by the sixth session to the Bank."),
    ("en", "The secretariat should study the theft of hives", "The request for a study of the theft of hives would be considered by the Executive Board."),
    ("en", "States should ban the export of queens", "No decision had been taken on the suggestion that the export of queens be banned; the matter remained open."),
    ("en", "The fund should hold a lottery for growers", "The suggestion of a lottery was referred to the Committee on Finance."),
    ("en", "States should insure hives against frost", "The session recalled its recommendation on the insurance of hives against frost."),
    ("zh", "各国应为蜂箱投保霜冻险", "大会在第4/2号决议中回顾了会议关于蜂箱投保霜冻险的建议。"),
    ("zh", "大会应设立果园日", "关于设立果园日的提议已转交理事会。"),
    ("zh", "大会应设立果园日", "果园日一事推迟到下届会议审议。"),
    ("zh", "各国应为蜂箱投保霜冻险", "主席回顾，上届会议曾建议为蜂箱投保霜冻险。"),
    ("zh", "各国应为蜂箱投保霜冻险", "会议认为，为蜂箱投保霜冻险的问题不属于其职权范围。"),
    ("zh", "请银行为冷库提供资金", "银行对上届会议关于冷库的请求尚未答复。"),
    ("zh", "请秘书处研究蜂箱失窃问题", "关于研究蜂箱失窃的要求，将由执行局审议。"),
    ("zh", "各国应禁止蜂王出口", "会议未就禁止蜂王出口的建议作出决定，该建议留待下届会议处理。"),
]  # fmt: skip

DONE = [
    ("en", "The secretariat should study the theft of hives", "The study of the theft of hives requested by the previous session had been published."),
    ("en", "States should insure hives against frost", "In four States hives are now insured against frost."),
    ("en", "The Bank is invited to finance cold stores", "The Bank had financed eleven cold stores."),
    ("en", "The secretariat should study the theft of hives", "The secretariat submitted its study of the theft of hives to the session."),
    ("zh", "请秘书处研究蜂箱失窃问题", "秘书处应上届会议要求完成了蜂箱失窃研究。"),
    ("zh", "各国应为蜂箱投保霜冻险", "四国现已为蜂箱投保霜冻险。"),
    ("zh", "请银行为冷库提供资金", "银行已为十一座冷库提供资金。"),
    ("zh", "请秘书处研究蜂箱失窃问题", "秘书处向会议提交了蜂箱失窃研究报告。"),
]  # fmt: skip

OTHERS = [
    ("en", "States should insure hives against frost", "The proposal for a school of grafting has been transmitted to the Council."),
    ("en", "The Assembly should proclaim a day of the orchard", "The recommendation on the marking of wax was referred to the Committee on Trade."),
    ("zh", "各国应为蜂箱投保霜冻险", "关于开办嫁接学校的提议已转交理事会。"),
    ("zh", "大会应设立果园日", "蜂蜡标识问题已提交贸易委员会审议。"),
]  # fmt: skip


def row(language: str, asked: str, told: str) -> Recommendation:
    old, new = from_text(OLD[language].format(asked), language), from_text(NEW[language].format(told), language)
    rows = recommendations(pair(old, new, ("1", "1"), ("2(b)", "4(a)")))
    return next(found for found in rows if found.old == "2(a)")


@pytest.mark.parametrize(("language", "asked", "told"), HANDED)
def test_what_is_cited_handed_on_or_put_off_is_referred_to(language: str, asked: str, told: str) -> None:
    found = row(language, asked, told)
    assert (found.status, found.new) == ("referred", ("2",))


@pytest.mark.parametrize(("language", "asked", "told"), DONE)
def test_what_was_done_is_more_than_a_reference(language: str, asked: str, told: str) -> None:
    found = row(language, asked, told)
    assert (found.status, found.new) == ("echoed", ("2",))


@pytest.mark.parametrize(("language", "asked", "told"), OTHERS)
def test_another_matter_that_is_handed_on_is_no_trace(language: str, asked: str, told: str) -> None:
    assert row(language, asked, told).status == "dropped"
