"""Files become lines. One reader a format, each ``read(path) -> Source``; a further format is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from ccdiff.errors import CcdiffError
from ccdiff.ingest.limits import Limits, in_force
from ccdiff.model.report import Source

# How a file's name ends -> the module that reads it. Whatever is not listed is tried as text.
READERS = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), "docx"),
    ".pdf": "pdf",
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".txt", ".text", ".md", ".markdown"), "text"),
}
# How a file's content begins -> the same; content goes before the name.
SIGNATURES = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"\xd0\xcf\x11\xe0", "docx"))
MARKED_UP = (b"<!doctype html", b"<html")
RICH_TEXT = b"{\\rtf"


def read(path: Path, *, encoding: str | None = None, limits: Limits | None = None) -> Source:
    """The lines of the report at ``path``.

    ``encoding`` names the character encoding of a text file (as Python names it) where it cannot be told from the
    content; ``limits``: how large the file may be, where not as the project says. Raises ``CcdiffError`` where the file is missing, a folder, empty, too large, binary, undecodable or without text.
    """
    path = Path(path)
    limits = limits or in_force()
    _require_file(path, limits)
    reader = _reader(path)
    named = {"encoding": encoding} if reader in ("text", "html") else {}
    return import_module(f"ccdiff.ingest.{reader}").read(path, limits=limits, **named)  # type: ignore[no-any-return]


def _require_file(path: Path, limits: Limits) -> None:
    where = str(path)
    if path.is_dir():
        raise CcdiffError("is a folder", where=where, remedy="name a file in it")
    try:
        size = path.stat().st_size
    except (OSError, ValueError) as error:
        raise CcdiffError("no such file", where=where, remedy="check the path or the symbol") from error
    if not path.is_file():
        raise CcdiffError("is not a regular file", where=where, remedy="save the report as a file first")
    if size == 0:
        raise CcdiffError("is empty", where=where, remedy="save the report's text in it")
    if size > limits.largest_file:
        raise CcdiffError(
            f"is larger than {limits.largest_file // 1_000_000} MB",
            where=where,
            remedy="split the file or save its text alone",
        )


def _reader(path: Path) -> str:
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise CcdiffError("cannot be read", where=str(path), remedy="check who may read the file") from error
    for signature, reader in SIGNATURES:
        if head.startswith(signature) or (reader == "pdf" and signature in head):
            return reader
    if head.startswith(RICH_TEXT):
        raise CcdiffError("is a Rich Text file", where=str(path), remedy="open it in Word and save it as .docx")
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(MARKED_UP):
        return "html"
    named = READERS.get(path.suffix.lower(), "text")
    if named not in ("text", "html"):
        raise CcdiffError(
            f"is no {path.suffix[1:]} file, whatever its name says",
            where=str(path),
            remedy="save it again, or rename it",
        )
    return named
