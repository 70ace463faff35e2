"""Values with named fields: what ``dataclass(slots=True)`` makes, made in a tenth of the time; ``record`` is frozen, ``draft`` not.

A dataclass writes and compiles each of its methods, and makes the class twice: for a hundred of them 50 ms of every run. Here
``__init__`` is compiled once for all classes of so many fields; the other methods are the same for all classes. To everybody who
asks the classes are dataclasses (``fields``, ``replace``, ``asdict``); they are compared by their fields and can be pickled. A
record cannot be changed and is hashed by its fields.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, FrozenInstanceError
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
Fields = dict[str, "dataclasses.Field[Any]"]
MANY = 30  # fields from which a record is one of a few, and to compile an ``__init__`` for it costs more than it saves


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def record(cls: type[T]) -> type[T]:
    """Class decorator. The class inherits from no other; a default is given as such, or as ``field(default_factory=...)``."""
    return _made(cls, FROZEN)


@dataclass_transform(field_specifiers=(dataclasses.field,))
def draft(cls: type[T]) -> type[T]:
    """Class decorator: the same, but the fields may be given other values, and nothing can be hashed."""
    return _made(cls, METHODS)


def _made(cls: type[T], methods: Mapping[str, Any]) -> type[T]:
    names = cls.__dict__.get("__annotations__", {})
    fields = {name: _field(cls.__dict__.get(name, MISSING), name, kind) for name, kind in names.items()}
    own = {name: value for name, value in cls.__dict__.items() if name not in names and name not in OF_ITSELF}
    kind: Any = type(cls)
    made = kind(cls.__name__, cls.__bases__, {**methods, **own, "__slots__": tuple(fields)})
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
    """``__init__``, setting each field by its slot."""
    scope: dict[str, Any] = {f"set_{k}": cls.__dict__[name].__set__ for k, name in enumerate(fields)}
    if any(field.default_factory is not MISSING for field in fields.values()):
        return _with_factories(fields, scope)
    given = [field.default is not MISSING for field in fields.values()]
    if given != sorted(given):
        raise TypeError(f"{cls.__name__}: a field without default follows one with a default")
    if len(fields) > MANY:
        return _binding(cls, fields)
    defaults = tuple(field.default for field in fields.values() if field.default is not MISSING)
    code = _setting(len(fields)).replace(co_varnames=("self", *fields))
    return FunctionType(code, scope, "__init__", defaults)


def _binding(cls: Any, fields: Fields) -> Any:
    """``__init__`` for so many fields that none is compiled."""
    defaults = {name: field.default for name, field in fields.items() if field.default is not MISSING}
    setters = [(name, cls.__dict__[name].__set__) for name in fields]

    def __init__(self: Any, *given: Any, **named: Any) -> None:
        placed = dict(zip(fields, given, strict=False))
        values = {**defaults, **placed, **named}
        if len(given) > len(fields) or placed.keys() & named.keys() or values.keys() != fields.keys():
            wrong = sorted((values.keys() ^ fields.keys()) | (placed.keys() & named.keys()))
            raise TypeError(f"{cls.__name__}: not every field is given once ({', '.join(wrong) or 'too many values'})")
        for name, put in setters:
            put(self, values[name])

    return __init__


@cache
def _setting(number: int) -> CodeType:
    """The code of an ``__init__`` with so many parameters, whatever they are called."""
    scope: dict[str, Any] = {}
    parameters = "".join(f", p{k}" for k in range(number))
    exec(
        f"def __init__(self{parameters}):\n {'; '.join(f'set_{k}(self, p{k})' for k in range(number)) or 'pass'}", scope
    )
    return scope["__init__"].__code__  # type: ignore[no-any-return]


def _with_factories(fields: Fields, scope: dict[str, Any]) -> Any:
    """``__init__`` where a default is made for each; the values of defaults are at hand under names of their own."""
    scope["MISSING"] = MISSING
    parameters, lines = ["self"], []
    for k, (name, field) in enumerate(fields.items()):
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
    exec(f"def __init__({', '.join(parameters)}):\n {'; '.join(lines)}", scope)
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
    "__hash__": None,
    "__repr__": _repr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
FROZEN: Mapping[str, Any] = {**METHODS, "__hash__": _hash, "__setattr__": _setattr, "__delattr__": _delattr}
