"""Two recommendations made one, and one made two, are made again; one that only stands beside them is not."""

from __future__ import annotations

from ledger_reports import from_text

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations import recommendations
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds

FRAME = {
    "en": "Report of the Group on lighthouses\n\nI. Introduction\n\n1. The Group met in {}.\n\n2. The coast is long and its rocks are many.\n\n3. Keepers are few, and their pay is low.\n\nII. Recommendations\n\n4. The Group recommended that States:\n\n{}\n",
    "zh": "灯塔工作组的报告\n\n一. 导言\n\n1. 工作组在{}举行会议。\n\n2. 海岸漫长，礁石众多。\n\n3. 看守人很少，薪酬也低。\n\n二. 建议\n\n4. 工作组建议各国：\n\n{}\n",
}


def ledger(language: str, before: list[str], now: list[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    texts = (
        FRAME[language].format(place, "\n\n".join(f"({chr(97 + k)}) {item}" for k, item in enumerate(items)))
        for place, items in (("Bergen", before), ("Oban", now))
    )
    sides = [from_text(text, language) for text in texts]
    pair = Pair(sides[0], sides[1], align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return {row.old or "new": (row.status, row.new) for row in recommendations(pair)}


def test_one_that_was_parted_in_two_is_made_again_by_both() -> None:
    found = ledger(
        "en",
        ["Equip keepers with radios and teach harbour pilots how lenses are cleaned;", "Paint buoys red;"],
        ["Equip keepers with radios;", "Paint buoys red;", "Teach harbour pilots how lenses are cleaned;"],
    )
    assert found["4(a)"][1] == ("4(a)", "4(c)")
    assert "new" not in found


def test_two_that_were_made_one_are_both_made_again() -> None:
    found = ledger(
        "zh",
        ["向秘书处报告灯塔断电事故；", "向秘书处报告雾号失灵情况；", "把浮标漆成红色；"],
        ["向秘书处报告灯塔断电事故和雾号失灵情况；", "把浮标漆成红色；"],
    )
    assert found["4(a)"][1] == found["4(b)"][1] == ("4(a)",)


def test_what_is_only_of_the_same_chapter_joins_nothing() -> None:
    found = ledger(
        "en",
        ["Equip keepers with radios;", "Insure divers against drowning;", "Paint buoys red;"],
        ["Equip keepers with radios and lamps;", "Paint buoys red;", "Breed pigeons for stamps;"],
    )
    assert found["4(b)"][0] == "dropped"
    assert found["new"] == ("new", ("4(c)",))
