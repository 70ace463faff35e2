"""A named tuple is one to everybody who asks."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from ccdiff.model.named import NamedTuple


class Place(NamedTuple):
    """A place."""

    id: str
    rank: int = 0
    after: str | None = None

    @property
    def shown(self) -> str:
        return f"{self.id}!"


class Same(typing.NamedTuple):
    id: str
    rank: int = 0
    after: str | None = None


def test_it_is_a_tuple_with_names_and_defaults() -> None:
    one = Place("a", after="b")
    assert one == ("a", 0, "b") == Same("a", after="b")
    assert (one.id, one.rank, one.after, one.shown) == ("a", 0, "b", "a!")
    assert hash(one) == hash(("a", 0, "b"))
    assert Place._fields == Same._fields
    assert Place.__match_args__ == Same.__match_args__  # type: ignore[attr-defined]
    assert not hasattr(one, "__dict__")


def test_it_shows_changes_and_travels_as_others_do() -> None:
    one, other = Place("a", 3), Same("a", 3)
    assert repr(one) == repr(other).replace("Same", "Place")
    assert one._asdict() == other._asdict()
    assert one._replace(rank=4) == Place("a", 4)
    assert type(one._replace(rank=4)) is Place
    assert pickle.loads(pickle.dumps(one)) == copy.deepcopy(one) == one
    assert type(pickle.loads(pickle.dumps(one))) is Place


def test_what_no_named_tuple_takes_is_refused() -> None:
    for wrong in (lambda: Place(), lambda: Place("a", 1, None, 2), lambda: Place("a", size=2)):  # type: ignore[call-arg]
        with pytest.raises(TypeError):
            wrong()
    with pytest.raises(ValueError):
        Place("a")._replace(size=2)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Place("a").rank = 2  # type: ignore[misc]
    with pytest.raises(TypeError):

        class Wrong(NamedTuple):
            one: int = 1
            two: str  # type: ignore[misc]
