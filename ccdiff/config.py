"""Every threshold in one place: the rooms' defaults, and what a project's ``ccdiff.toml`` says otherwise."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, field, fields, replace
from pathlib import Path
from typing import Any

from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import Limits
from ccdiff.model.record import record


@record
class Config:
    """The thresholds in force, a table a room."""

    align: AlignThresholds = field(default_factory=AlignThresholds)
    derive: DeriveThresholds = field(default_factory=DeriveThresholds)
    limits: Limits = field(default_factory=Limits)

    def as_dict(self) -> dict[str, dict[str, Any]]:
        """``{"align": {name: value}, "derive": {...}}``, as it stands in the JSON. Limits decide what is read, not what is found."""
        return {"align": asdict(self.align), "derive": asdict(self.derive)}


def load_config(path: Path) -> Config:
    """The configuration of ``path`` (a ``ccdiff.toml``); the defaults where there is no such file.

    Raises ``CcdiffError`` where the file is no TOML, or names a table or threshold that does not exist.
    """
    if not path.is_file():
        return Config()
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CcdiffError(str(error), where=str(path), remedy="mend the file") from error
    config = Config()
    for table, values in given.items():
        if table not in ("align", "derive", "limits") or not isinstance(values, dict):
            raise CcdiffError(f"unknown table [{table}]", where=str(path), remedy="use [align], [derive] or [limits]")
        config = replace(config, **{table: _with(getattr(config, table), values, f"{path}, [{table}]")})
    return config


def _with(thresholds: Any, values: dict[str, Any], where: str) -> Any:
    known = {f.name: type(getattr(thresholds, f.name)) for f in fields(thresholds)}
    for name, value in values.items():
        if name not in known:
            raise CcdiffError(
                f"unknown threshold {name!r}", where=where, remedy=f"use one of {', '.join(sorted(known))}"
            )
        if isinstance(value, bool) != (known[name] is bool) or not isinstance(value, (int, float, str, bool)):
            raise CcdiffError(
                f"{name} = {value!r} is no {known[name].__name__}", where=where, remedy="give a value of that kind"
            )
    return replace(thresholds, **values)
