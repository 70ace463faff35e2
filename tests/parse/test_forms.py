"""Headings that nothing marks but their form, which returns; a list of sentences that is the whole text."""

from __future__ import annotations

import pytest

ENGLISH = (
    ("Uniforms", "The new style was approved."),
    ("Outing", "It was decided to visit the botanical garden."),
    ("Lunch", "Parents complained of cold meals."),
)
CHINESE = (("校服", "家委会表决通过新款式。"), ("春游", "决定去植物园。"), ("午餐", "家长反映饭菜偏凉。"))
FORMS = [
    (ENGLISH, "{title}\n\n{text}\n", "{title}"),
    (ENGLISH, "{title}:\n{text}\n", "{title}:"),
    (ENGLISH, "{upper}\n{text}\n", "{upper}"),
    (ENGLISH, "Agenda item {n}: {title}\n\n{text}\n", "{title}"),
    (CHINESE, "【{title}】\n{text}\n", "【{title}】"),
    (CHINESE, "议题{n}：{title}\n\n{text}\n", "{title}"),
    (CHINESE, "第{han}项 {title}\n\n{text}\n", "{title}"),
]


@pytest.mark.parametrize(("items", "form", "shown"), FORMS)
def test_minutes_have_a_section_for_each_item_whatever_form_its_heading_has(report, items, form, shown):
    values = [
        {"n": n, "han": "一二三"[n - 1], "title": title, "upper": title.upper(), "text": text}
        for n, (title, text) in enumerate(items, 1)
    ]
    head = (
        "Brook School Parents Association\nMinutes, 1 March 2023"
        if items is ENGLISH
        else "柳溪小学家委会会议记录\n2023年3月1日"
    )
    read = report(head + "\n\n" + "\n".join(form.format(**value) for value in values))
    assert [s.title for s in read.sections if s.id != "front"] == [shown.format(**value) for value in values]
    assert [p.text for p in read.paragraphs if p.kind == "paragraph"] == [text for _, text in items]


def test_a_list_of_sentences_that_is_the_whole_text_is_its_paragraphs(report):
    read = report("""
        柳溪小学家委会会议记录
        2023年3月1日

        1. 校服。家委会表决通过新款式。
        2. 春游。决定去植物园。
        3. 午餐。家长反映饭菜偏凉。
    """)
    assert [(p.id, p.text) for p in read.paragraphs[1:]] == [
        ("1", "校服。家委会表决通过新款式。"),
        ("2", "春游。决定去植物园。"),
        ("3", "午餐。家长反映饭菜偏凉。"),
    ]
    assert read.title == "柳溪小学家委会会议记录"


def test_the_labels_of_one_list_are_no_headings_of_a_text(report):
    read = report("""
        Annual statement of the harbour

        The harbour was dredged twice in the year, and the second time it took four weeks longer than had been planned.

        Costs:
        These were met out of the reserve.

        Delays:
        There were three.

        Damage:
        None was reported.

        The works are to go on next year under the same contract, as far as the weather of the winter allows it
    """)
    assert [s.id for s in read.sections if s.id != "front"] == []


def test_officers_with_their_names_behind_a_dash_are_no_headings_and_hide_none(report):
    read = report("""
        Minutes of the annual general meeting, 6 March 2021

        Election of Officers
        The following were elected:
        Chairman - Robert Ellis
        Treasurer - Amy Potts

        Plot Inspections
        Three plots were found untended and letters were sent.

        Date of Next Meeting
        The next meeting will be held on 5 March 2022.
    """)
    titles = [section.title for section in read.sections if section.id != "front"]
    assert titles == ["Election of Officers", "Plot Inspections", "Date of Next Meeting"]
