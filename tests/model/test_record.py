"""A record is a frozen dataclass to everybody who asks."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace

import pytest

from ccdiff.model.record import record


@record
class Place:
    """A place."""

    id: str
    rank: int = 0
    items: list[str] = field(default_factory=list)

    @property
    def named(self) -> str:
        return f"{self.id}!"


@dataclass(frozen=True, slots=True)
class Same:
    id: str
    rank: int = 0
    items: list[str] = field(default_factory=list)


@record
class One:
    value: tuple[str, ...]


def test_it_says_what_a_dataclass_says():
    assert repr(Place("14")) == repr(Same("14")).replace("Same", "Place")
    assert [(f.name, f.type) for f in fields(Place)] == [(f.name, f.type) for f in fields(Same)]
    assert asdict(Place("14", 2)) == asdict(Same("14", 2))
    assert is_dataclass(Place) and Place.__match_args__ == Same.__match_args__ and Place.__doc__ == "A place."
    assert Place("14").named == "14!"


def test_it_is_compared_and_hashed_by_its_fields():
    assert Place("14", 1) == Place("14", 1) != Place("14", 2)
    assert Place("14") != Same("14")
    assert One(("a",)) == One(("a",)) and len({One(("a",)), One(("a",)), One(())}) == 2


def test_it_cannot_be_changed_and_has_no_other_fields():
    place = Place("14")
    for change in (lambda: setattr(place, "rank", 3), lambda: setattr(place, "other", 3), lambda: delattr(place, "id")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert not hasattr(place, "__dict__")


def test_it_can_be_replaced_copied_and_sent_to_a_worker():
    place = replace(Place("14", 1), rank=2)
    assert place == Place("14", 2)
    assert pickle.loads(pickle.dumps(place)) == copy.copy(place) == copy.deepcopy(place) == place
    assert pickle.loads(pickle.dumps(One(()))) == One(())


def test_a_default_made_by_a_function_is_made_for_each():
    assert Place("1").items is not Place("2").items


def test_what_is_missing_or_unknown_is_refused():
    for call in (lambda: Place(), lambda: Place("14", other=1), lambda: Place("1", 2, [], 4)):
        with pytest.raises(TypeError, match="__init__"):
            call()


def test_a_record_of_very_many_fields_is_made_as_any_other() -> None:
    names = [f"field_{k}" for k in range(40)]
    kind = record(type("Wide", (), {"__annotations__": dict.fromkeys(names, "int"), names[-1]: 39}))
    wide = kind(*range(38), field_38=38)
    assert (wide.field_0, wide.field_38, wide.field_39) == (0, 38, 39)
    assert replace(wide, field_0=1) == kind(1, *range(1, 39)) != wide
    for given, named in ((range(38), {}), (range(41), {}), (range(39), {"field_0": 0}), (range(39), {"other": 1})):
        with pytest.raises(TypeError):
            kind(*given, **named)
