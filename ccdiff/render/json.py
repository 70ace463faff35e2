"""The JSON form: one entry of a list a line, so that two results can be compared line by line."""

from __future__ import annotations

import json
from typing import Any

from ccdiff.model.codec import comparison_to_json, report_to_json
from ccdiff.model.comparison import Comparison
from ccdiff.model.report import Report
from ccdiff.render.messages import Messages


def comparison_json(comparison: Comparison, say: Messages) -> str:
    """``comparison`` as JSON text with a final line feed; notes in the words of ``say``."""
    return lines(comparison_to_json(comparison, say.note))


def report_json(report: Report) -> str:
    """``report`` as JSON text with a final line feed."""
    return lines(report_to_json(report))


def lines(value: dict[str, Any]) -> str:
    """A dictionary as JSON: a key a line, and of a list an entry a line."""
    return "{\n" + ",\n".join(f" {_dump(key)}: {_value(entry)}" for key, entry in value.items()) + "\n}\n"


def _value(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {_dump(entry)}" for entry in value) + "\n ]"
    return _dump(value)


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
