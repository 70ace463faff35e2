"""What a text speaks of, in whatever words."""

from ccdiff.language import load
from ccdiff.reading import senses as senses_in_language
from ccdiff.text.senses import Table, finds, table

KNOWN = table(
    [
        ("头盔", "安全帽"),
        ("安全", "平安"),
        ("安全", "保障"),
        ("waste picker", "informal collector"),
        ("collector", "gatherer"),
        ("ton", "tonne"),
    ]
)


def senses(low: str, known: Table) -> frozenset[str]:
    return frozenset([sense for _, _, sense in finds(known)(low)])


def test_two_wordings_of_one_thing_have_one_sense() -> None:
    assert senses("骑手应戴头盔。", KNOWN) == senses("骑手应佩戴安全帽。", KNOWN) == {"~头盔"}
    assert senses("waste pickers handled 3 tons", KNOWN) == senses("informal collectors handled 3 tonnes", KNOWN)


def test_the_longest_word_counts_and_none_inside_another() -> None:
    assert senses("安全帽", KNOWN) == {"~头盔"}
    assert senses("安全。", KNOWN) == {"~安全"}
    assert senses("a collector of stamps", KNOWN) == {"~collector"}


def test_a_set_with_a_known_word_joins_its_sense() -> None:
    assert senses("保障", KNOWN) == senses("平安", KNOWN)


def test_a_text_without_any_known_word_has_no_sense() -> None:
    assert senses("", KNOWN) == frozenset()
    assert senses("会 100%", KNOWN) == frozenset()


def test_the_tables_of_a_language_are_looked_up_as_one() -> None:
    find = load("zh").once(senses_in_language)
    assert find("会议执行情况") & find("会议落实情况") - find("会议")


OTHERS = table(
    [("联合", "共同"), ("国会", "议会"), ("specialist", "expert"), ("authorize", "approve")],
    ("联合国", "国会议", "specialist", "specialists", "authority", "authorities"),
)


def test_words_that_only_look_as_if_they_held_another_have_no_sense_of_it():
    assert senses("联合国缔约国会议", OTHERS) == frozenset()
    assert senses("国会联合审议", OTHERS) == {"~联合", "~国会"}


def test_words_that_begin_like_others_are_compared_whole():
    assert senses("the special rapporteur and the authorities", OTHERS) == frozenset()
    assert senses("specialists authorized it", OTHERS) == {"~specialist", "~authorize"}
