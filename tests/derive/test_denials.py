"""What a text denies, and what it makes hang on one condition."""

from __future__ import annotations

import pytest

from ccdiff.derive.relations.denials import Denier
from ccdiff.language import load

DENIED = [
    ("en", "divers may not work alone.", 1, 0),
    ("en", "no vessel may enter without a permit.", 0, 1),
    ("en", "vessels may not enter unless they carry a permit.", 0, 1),
    ("en", "vessels may enter only if they carry a permit.", 0, 1),
    ("en", "only accredited laboratories may issue certificates.", 0, 1),
    ("en", "only two delegations spoke.", 0, 0),
    ("en", "a licence may be transferred without consent.", 1, 0),
    ("en", "the hall was not heated. no vessel may enter without a permit.", 1, 1),
    ("zh", "潜水员不得单独作业.", 1, 0),
    ("zh", "未经双方同意,不得变更合同.", 0, 1),
    ("zh", "未经双方同意,也可变更合同.", 1, 0),
    ("zh", "只有双方同意,才可变更合同.", 0, 1),
    ("zh", "除非主管机关批准,样品不得销毁.", 0, 1),
    ("zh", "家属书面同意之前,不得公布资料.", 0, 1),
    ("zh", "目前尚不知道任何安全的水平.", 1, 0),
    ("zh", "委员会未能消除分歧.", 1, 0),
    ("zh", "会议未作决定.只有双方同意,才可变更合同.", 1, 1),
]


@pytest.mark.parametrize(("language", "text", "denials", "conditions"), DENIED)
def test_a_sentence_that_denies_twice_or_with_an_exception_sets_a_condition(language, text, denials, conditions):
    found = load(language).once(Denier).of(text)
    assert (found.denials, found.conditions) == (denials, conditions)


def test_a_condition_is_told_apart_by_whether_it_is_set_by_denying():
    denier = load("zh").once(Denier)
    assert denier.of("未经双方同意,不得变更合同.").by_denying == 1
    assert denier.of("只有双方同意,才可变更合同.").by_denying == 0
