"""Broken and hostile files, and the search for more: ``python -m tests.formats.hostile --seconds 60`` feeds readers damaged files.

A reader may give a report or say in one line what is wrong; nothing else may come out of it, and not after long.
"""

from __future__ import annotations

import argparse
import io
import random
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

from ccdiff.errors import CcdiffError
from ccdiff.ingest import read
from ccdiff.parse import parse

from . import house
from .pdfwriter import Page, Pdf

SLOW = 20.0  # seconds for one small file; whatever takes longer is a fault
TEXT = """A/CONF.1/2

# Report of the meeting

一. 导言

1. 会议于2024年5月3日举行。¹

2. The group met (a) in Vienna; (b) in Doha:
(a) One;
(b) Two.

| State | Experts |
| --- | --- |
| Ghana | 4 |

¹ 见 [CAC/COSP/2023/1](#)。
"""
HTML = "<html><body><h1>I. Introduction</h1><p>1. Words<sup>1</sup>.</p><table><tr><td>a<td>b</table><ol><li>x</ol>"


def word(folder: Path) -> bytes:
    """A Word file with a bit of everything."""
    writer = house.Writer(house.GENEVA)
    writer.running("A/CONF.1/2", "24-01234")
    writer.heading(1, "I", "Introduction")
    writer.text("1", "The group met in Vienna.", [("1", "See there.")])
    writer.table([["State", "Experts"], ["Ghana", "4"]])
    return writer.save(folder / "seed.docx").read_bytes()


def pdf() -> bytes:
    """A PDF with text, a rule and a turned page."""
    first = Page().lines(
        100, 700, ["1. The group met in Vienna on 3 May and", "adopted its agenda.", "", "2. It closed."]
    )
    return Pdf(first.rule(100, 600, 400).text(100, 100, "1 Note", 7), Page(turned=90).text(90, 90, "Turned")).bytes()


def seeds(folder: Path) -> dict[str, bytes]:
    """One good file of each format, by ending."""
    return {
        ".txt": TEXT.encode(),
        ".gb.txt": TEXT.encode("gb18030", "replace"),
        ".utf16.txt": TEXT.encode("utf-16"),
        ".md": TEXT.encode(),
        ".html": HTML.encode(),
        ".docx": word(folder),
        ".pdf": pdf(),
    }


def damaged(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a few changes: bytes flipped, pieces cut, doubled, moved, or numbers made huge."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        kind = chance.randrange(6)
        at = chance.randrange(len(out) or 1)
        end = min(len(out), at + chance.choice((1, 2, 8, 64, 512)))
        if kind == 0 and out:
            out[at] = chance.randrange(256)
        elif kind == 1:
            del out[at:end]
        elif kind == 2:
            out[at:at] = out[at:end] * chance.randint(1, 50)
        elif kind == 3:
            out[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 40)))
        elif kind == 4:
            out = out[: chance.randrange(len(out) + 1)]
        else:
            out[at:end] = chance.choice(
                (b"999999999", b"-1", b"\x00" * 8, b"\xff" * 8, b"<<" * 8, b"&" * 8, b"\xe2\x80")
            )
    return bytes(out)


def damaged_inside(data: bytes, chance: random.Random) -> bytes:
    """A Word file with one of its parts damaged, the package itself whole."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        victim = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, damaged(part, chance) if name == victim else part)
    return out.getvalue()


def outcome(path: Path) -> str:
    """What came of reading ``path``: "read" or "refused". Anything but our own error goes through."""
    begin = time.monotonic()
    try:
        parse(read(path))
        result = "read"
    except CcdiffError as error:
        assert "\n" not in str(error) and path.name in str(error), str(error)
        result = "refused"
    took = time.monotonic() - begin
    assert took < SLOW, f"{path.name} took {took:.0f} s"
    return result


def attacks(folder: Path, seed: int) -> Iterator[Path]:
    """Damaged files without end."""
    good = seeds(folder)
    chance = random.Random(seed)
    while True:
        ending = chance.choice(list(good))
        inside = ending == ".docx" and chance.random() < 0.8
        data = damaged_inside(good[ending], chance) if inside else damaged(good[ending], chance)
        path = folder / f"attack{ending}"
        path.write_bytes(data)
        yield path


def bomb(path: Path, size: int) -> Path:
    """A small Word file whose text unpacks to ``size`` bytes."""
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", RELS)
        package.writestr("word/document.xml", head + b"a" * size + b"</w:t></w:r></w:p></w:body></w:document>")
    return path


RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target='
    '"word/document.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def package(path: Path, document: bytes) -> Path:
    """A Word file of one part."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("_rels/.rels", RELS)
        out.writestr("word/document.xml", document)
    return path


def main() -> None:
    """Attack for a while; the file that broke a reader is kept."""
    parser = argparse.ArgumentParser(description="Feed the readers damaged files.")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    end = time.monotonic() + given.seconds
    counts = {"read": 0, "refused": 0}
    with tempfile.TemporaryDirectory() as folder:
        for path in attacks(Path(folder), given.seed):
            try:
                counts[outcome(path)] += 1
            except BaseException:
                kept = Path(f"broke-a-reader{''.join(path.suffixes)}")
                kept.write_bytes(path.read_bytes())
                print(f"kept as {kept}")
                raise
            if time.monotonic() > end:
                break
    print(f"{sum(counts.values())} damaged files: {counts['read']} read all the same, {counts['refused']} refused")


if __name__ == "__main__":
    main()
