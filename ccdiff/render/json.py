"""The JSON form: one entry of a list a line, so that two results can be compared line by line."""

from __future__ import annotations

import json
from typing import Any

from ccdiff.model.codec import comparison_to_json, report_to_json
from ccdiff.model.comparison import Comparison
from ccdiff.model.report import Report
from ccdiff.render.aligned import crossing
from ccdiff.render.clean import FORBIDDEN
from ccdiff.render.messages import Messages
from ccdiff.render.standing import apart, linked, other_bodies
from ccdiff.render.view import agenda


def comparison_json(comparison: Comparison, say: Messages) -> str:
    """``comparison`` as JSON text with a final line feed; notes in the words of ``say``."""
    value = comparison_to_json(comparison, say.note)
    moved = crossing(comparison.paragraphs, comparison.old, comparison.new)
    for row, entry in zip(comparison.paragraphs, value["paragraphs"], strict=True):
        entry["moved"] = row in moved
    return lines(
        value | {"standing": _standing(comparison), "agenda": _agenda(comparison), "notes": value.pop("notes")}
    )


def _standing(comparison: Comparison) -> dict[str, Any]:
    """How the two stand to each other: their bodies where they differ, and how many paragraphs of each have a counterpart."""
    bodies = other_bodies(comparison)
    counts = {side: linked(comparison, side)._asdict() for side in ("old", "new")}
    return {"bodies": list(bodies) if bodies else None, "linked": counts, "apart": apart(comparison)}


def _agenda(comparison: Comparison) -> dict[str, Any]:
    """Both agendas side by side, as pairs; an item that the other lacks stands beside ``null``. Empty where there are none."""
    found = agenda(comparison)
    if not found:
        return {}
    row, pairs = found
    return {"old": list(row.old), "new": list(row.new), "items": [[old or None, new or None] for old, new in pairs]}


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
    """JSON on one line; what no UTF-8 file can hold, or an editor would choke on, as an escape that means the same."""
    text = json.dumps(value, ensure_ascii=False)
    return FORBIDDEN.sub(lambda char: f"\\u{ord(char[0]):04x}", text) if FORBIDDEN.search(text) else text
