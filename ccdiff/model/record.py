"""Frozen values with named fields: what ``dataclass(frozen=True, slots=True)`` makes, made in a tenth of the time.

A dataclass writes and compiles each of its methods, and makes the class twice: for ninety of them 50 ms of every run. Here only
``__init__`` is compiled; the other methods are the same for all classes. To everybody who asks the classes are dataclasses
(``fields``, ``replace``, ``asdict``); they are compared and hashed by their fields, cannot be changed, and can be pickled.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
Fields = dict[str, "dataclasses.Field[Any]"]


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(cls: type[T]) -> type[T]:
    """Class decorator. The class inherits from no other; a default is given as such, or as ``field(default_factory=...)``."""
    names = cls.__dict__.get("__annotations__", {})
    fields = {name: _field(cls.__dict__.get(name, MISSING), name, kind) for name, kind in names.items()}
    own = {name: value for name, value in cls.__dict__.items() if name not in names and name not in OF_ITSELF}
    kind: Any = type(cls)
    made = kind(cls.__name__, cls.__bases__, {**METHODS, **own, "__slots__": tuple(fields)})
    made.__qualname__ = cls.__qualname__
    made.__match_args__ = tuple(fields)  # type: ignore[misc]
    made.__dataclass_fields__ = fields
    made._all = staticmethod(_getter(tuple(fields)))
    made.__init__ = _init(made, fields)
    return made  # type: ignore[no-any-return]


OF_ITSELF = ("__dict__", "__weakref__")  # what Python adds to every class


def _field(given: Any, name: str, kind: Any) -> dataclasses.Field[Any]:
    found: Any = given if isinstance(given, dataclasses.Field) else dataclasses.field(default=given)
    found.name, found.type, found.kw_only = name, kind, False
    found._field_type = dataclasses._FIELD  # type: ignore[attr-defined]  # by which ``fields`` knows it
    return found  # type: ignore[no-any-return]


def _getter(names: Sequence[str]) -> Any:
    """A function that gives all values of a record; of one or none as a tuple, too."""
    return attrgetter(*names) if len(names) > 1 else lambda record: tuple(getattr(record, name) for name in names)


def _init(cls: Any, fields: Fields) -> Any:
    """``__init__``, setting each field by its slot; the values of defaults are at hand under names of their own."""
    scope: dict[str, Any] = {"MISSING": MISSING}
    parameters, lines = ["self"], []
    for k, (name, field) in enumerate(fields.items()):
        scope[f"set_{k}"] = cls.__dict__[name].__set__
        value = name
        if field.default_factory is not MISSING:
            scope[f"make_{k}"] = field.default_factory
            value = f"make_{k}() if {name} is MISSING else {name}"
            parameters.append(f"{name}=MISSING")
        elif field.default is not MISSING:
            scope[f"default_{k}"] = field.default
            parameters.append(f"{name}=default_{k}")
        else:
            parameters.append(name)
        lines.append(f"set_{k}(self, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n {'; '.join(lines or ['pass'])}", scope)
    return scope["__init__"]


def _eq(self: Any, other: Any) -> bool:
    return self._all(self) == other._all(other) if other.__class__ is self.__class__ else NotImplemented  # type: ignore[no-any-return]


def _hash(self: Any) -> int:
    return hash(self._all(self))


def _repr(self: Any) -> str:
    shown = (f"{name}={value!r}" for name, value in zip(self.__slots__, self._all(self), strict=True))
    return f"{self.__class__.__qualname__}({', '.join(shown)})"


def _setattr(self: Any, name: str, value: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(self: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> Sequence[Any]:
    return self._all(self)  # type: ignore[no-any-return]


def _setstate(self: Any, state: Sequence[Any]) -> None:
    for name, value in zip(self.__slots__, state, strict=True):
        object.__setattr__(self, name, value)


METHODS: Mapping[str, Any] = {
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
