"""What alone is left over in two corresponding sentences and more has another name in the other report."""

from __future__ import annotations

import pytest
from test_terminology import terms

TWICE = [
    (
        "en",
        ["In Zambia, yurt keepers waited at the bridge.", "The observer said that yurt keepers slept five hours."],
        ["At the bridge in Zambia, gertenders waited.", "According to the observer, gertenders slept five hours."],
        ("yurt keepers", "gertenders"),
    ),
    (
        "en",
        ["The Bureau of Snow of Kenya rejected 14 stoves.", "A laboratory of the Bureau of Snow tests helmets."],
        [
            "Fourteen stoves were rejected by the Snow Guild of Kenya.",
            "Helmets are tested in a laboratory of the Snow Guild.",
        ],
        ("Bureau", "Guild"),
    ),
    (
        "zh",
        ["难民营收到瑞士捐赠的2300台冰灶。", "专题小组成员解释说，冰灶可以节省木柴。"],
        ["瑞士捐赠难民营的寒炉有2300台。", "专题小组成员解释说，寒炉节省木柴。"],
        ("冰灶", "寒炉"),
    ),
]
ONCE = [(language, old[:1], new[:1], words) for language, old, new, words in TWICE]


@pytest.mark.parametrize(("language", "old", "new", "words"), TWICE)
def test_what_alone_is_left_over_twice_is_told(language, old, new, words):
    assert words in terms(old, new, language=language)


@pytest.mark.parametrize(("language", "old", "new", "words"), ONCE)
def test_what_is_left_over_once_may_be_anything(language, old, new, words):
    assert words not in terms(old, new, language=language)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        # much else is left over, too: another thing is told
        (
            "en",
            ["The yurt keepers of Zambia sold wool.", "Some yurt keepers slept near the bridge."],
            ["The gertenders of Zambia bought salted fish abroad.", "Some gertenders refused a loan near the bridge."],
        ),
        # the old word stands on in the new report
        (
            "en",
            ["In Zambia, yurt keepers waited at the bridge.", "The yurt keepers slept five hours."],
            ["In Zambia, gertenders waited at the bridge.", "The gertenders slept five hours.", "No yurt keeper came."],
        ),
        # numbers, States and months are facts
        ("en", ["The twelfth session met in Suva.", "The twelfth session elected a Chair."],
         ["The thirteenth session met in Suva.", "The thirteenth session elected a Chair."]),
        ("zh", ["第十二次会议在罗马举行。", "第十二次会议选举了主席。"], ["第十三次会议在罗马举行。", "第十三次会议选举了主席。"]),
        ("zh", ["巴西的牧场扩大了。", "巴西的羊毛涨价。"], ["秘鲁的牧场扩大了。", "秘鲁的羊毛涨价。"]),
    ],
)  # fmt: skip
def test_where_more_differs_or_a_fact_nothing_is_told(language, old, new):
    assert not [
        words
        for words in terms(old, new, language=language)
        if {"yurt keepers", "twelfth", "第十二次", "巴西"} & set(words)
    ]


def test_of_two_others_left_over_neither_is_shown_to_be_it():
    old = ["In Zambia, yurt keepers waited at the bridge.", "The observer said that yurt keepers slept five hours."]
    new = [
        "At the bridge in Zambia, gertenders waited, hogsheads.",
        "According to the observer, hogsheads, gertenders slept five hours.",
    ]
    assert not [words for words in terms(old, new, language="en") if "yurt keepers" in words]
