"""The parts of an Office file: a zip of XML. Only the parts that are asked for are unpacked, each within a limit.

Relations that point outside the file are never followed, macros and embedded objects never opened.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from pathlib import Path
from typing import Any

from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import Limits

SAVE_AGAIN = "open it in Word or LibreOffice and save it again as .docx"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # an encrypted package, or a .doc of before 2007
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# ISO/IEC 29500 strict names the same elements otherwise than everybody's files do.
STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)


class Package:
    """An opened package. ``main`` is the name of its document part."""

    def __init__(self, data: bytes, path: Path, limits: Limits) -> None:
        self.limits = limits
        if data[:8] == OLE:
            raise CcdiffError(
                "encrypted, or an old .doc file", where=str(path), remedy="save it as .docx without a password"
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError) as error:
            raise CcdiffError("not a Word file, or cut short", where=str(path), remedy=SAVE_AGAIN) from error
        self._guard(path)
        self.main = next((target for _, kind, target in self.relations("") if kind == "officeDocument"), "")
        if not self.main or not self.has(self.main):
            raise CcdiffError("holds no Word document", where=str(path), remedy=SAVE_AGAIN)

    def _guard(self, path: Path) -> None:
        """Refuse what would unpack to more than any report does, before anything is unpacked."""
        entries = self._zip.infolist()
        whole = sum(entry.file_size for entry in entries)
        dense = any(
            e.file_size > 2**20 and e.file_size > self.limits.densest * max(1, e.compress_size) for e in entries
        )
        if whole > self.limits.largest_unpacked or dense:
            raise CcdiffError(f"unpacks to {whole:,} bytes, which no report does", where=str(path), remedy=SAVE_AGAIN)

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name in self._zip.NameToInfo

    def xml(self, name: str) -> Any:
        """The part ``name`` as a tree; ``None`` where there is none. Entities are never resolved, nothing is fetched."""
        from lxml import etree

        if not self.has(name):
            return None
        with self._zip.open(name) as part:
            blob = part.read(self.limits.largest_unpacked + 1)
        if len(blob) > self.limits.largest_unpacked:
            raise CcdiffError("unpacks to more than it says", remedy=SAVE_AGAIN)
        if b"<!DOCTYPE" in blob[:4096] or b"<!ENTITY" in blob:
            raise CcdiffError("the Word file declares XML entities, which Word never does", remedy=SAVE_AGAIN)
        for strict, usual in STRICT:
            blob = blob.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        return etree.fromstring(blob, parser)

    def relations(self, name: str) -> list[tuple[str, str, str]]:
        """``(id, kind, part)`` of each relation of the part ``name`` ("": the package) to another part of the file."""
        folder, base = posixpath.split(name)
        tree = self.xml(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = []
        for relation in () if tree is None else tree.iter(RELATION):
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found.append((relation.get("Id", ""), relation.get("Type", "").rsplit("/", 1)[-1], part))
        return found
