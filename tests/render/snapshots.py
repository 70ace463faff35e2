"""Writes the notes of the sample anew: ``python tests/render/snapshots.py``. Read the difference before you commit it."""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from sample import SAMPLE

from ccdiff.render import render

FOLDER = HERE / "snapshots"
NOTES = {
    f"note.{lang}.{audience}.md": (lang, audience) for lang in ("zh", "en") for audience in ("secretariat", "delegate")
}


def note(name: str) -> str:
    """The note of the sample that the file ``name`` holds."""
    lang, audience = NOTES[name]
    return str(render(SAMPLE, "md", lang=lang, audience=audience))


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name in NOTES:
        (FOLDER / name).write_text(note(name), encoding="utf-8")
