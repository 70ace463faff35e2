"""What a text denies."""

from __future__ import annotations

import pytest

from ccdiff.derive.relations.denials import Denier
from ccdiff.language import load

DENIED = [
    ("en", "divers may not work alone.", 1),
    ("en", "no vessel may enter without a permit.", 0),
    ("en", "a licence may be transferred without consent.", 1),
    ("en", "the hall was not heated. no vessel may enter without a permit.", 1),
    ("zh", "潜水员不得单独作业.", 1),
    ("zh", "未经双方同意,不得变更合同.", 0),
    ("zh", "未经双方同意,也可变更合同.", 1),
    ("zh", "目前尚不知道任何安全的水平.", 1),
    ("zh", "委员会未能消除分歧.", 1),
]


@pytest.mark.parametrize(("language", "text", "denials"), DENIED)
def test_a_sentence_that_denies_twice_denies_nothing(language, text, denials):
    assert load(language).once(Denier).of(text).denials == denials
