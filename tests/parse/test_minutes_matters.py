"""Minutes by matters: what stands below numbered titles, and what is told of each matter under one label."""

from __future__ import annotations

MATTERS = """# Minutes of Ashby Parish Council, 10 July 2019

1. Apologies:

Apologies were received from Mr. Reid.

2. Matters arising:

e) Survey of the village - the Clerk will send it to the county.

Weeds in the car park - cut back by Mr. Bell.

3. Repairs:

The county has mended the stile at Furlong Lane.

The garage is looking into the door of the hall

The gate of the wood yard - the Clerk has written twice to the agents, who have not answered at all.

4. Payments:

Water board - £15.56 - cemetery

Hire of hall - £92.64 - June

**Mr. Bell moved that they be paid, seconded by Mrs. Orr**

5. Any other business:

1 The Chairman welcomed the county councillor to the meeting.

6. Next meeting: 11 September
"""


def test_lines_under_numbered_titles_are_no_headings(report):
    found = report(MATTERS)
    assert [s.id for s in found.sections] == ["front"]
    payments = next(p for p in found.paragraphs if p.id == "4").text
    assert payments.splitlines()[1:3] == ["Water board - £15.56 - cemetery", "Hire of hall - £92.64 - June"]


def test_an_item_keeps_its_letter_where_those_before_it_are_gone(report):
    item = next(p for p in report(MATTERS).paragraphs if p.id == "2(e)")
    assert item.text.startswith("Survey of the village")


COMMUNITY = """
# 五月份會議紀錄

## 壹、主席報告

本次例會應到十人，實到九人，設備委員請假並委託主席代理出席會議。

## 貳、議題討論

### 議題1. 討論四月份財報
**說明**: 總幹事報告如下<br>
1. 四月份收入部分有三筆管理費收入，及三戶繳納裝潢保證金。
2. 零用金支出包括魚飼料、油資補助，共計八千九百八十元。

### 議題2. 討論冷氣機報價
**說明**: 舊冷氣尚堪用，目前並無立即更換使用上的需求。<br>
**決議**: 暫緩汰換，待有需求時再由委員會提案並議價。<br>

### 議題3. 討論地下室漏水
**說明**:
* 一號車位柵欄處滲漏: 自購材料修補
* 二號車位蓋板處滲漏: 同上處理
**決議**: 同意自購材料修補，由總幹事負責並於下月回報結果。<br>

### 議題4. 討論清潔情況
**說明**: 已完成大門口及商店街路面高壓清洗，待安排洗水塔。<br>
**決議**: 請總幹事研究出口警示裝置，再報管理委員會審核。<br>

## 參、散會
"""


def test_a_list_in_one_section_of_many_numbers_no_paragraphs_of_the_report(report):
    assert not {"1", "2"}.intersection(p.id for p in report(COMMUNITY).paragraphs)


def test_what_is_told_of_each_matter_is_no_heading_and_stands_alone(report):
    found = report(COMMUNITY)
    assert not [s.title for s in found.sections if "說明" in s.title]
    assert [p.text[:3] for p in found.paragraphs if p.section in ("貳.2", "貳.4")] == ["說明:", "決議:"] * 2
    assert found.paragraphs[-3].text.startswith("決議: 同意自購材料")
