"""Taking a report into the corpus: a copy of the file, a ``[[report]]`` in the manifest, and what it will be compared with."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ccdiff.compare import read_report
from ccdiff.corpus.library import Library, read_entry
from ccdiff.corpus.manifest import FACTS, MANIFEST, Corpus, Entry, Wanted, file_id, load_corpus
from ccdiff.errors import CcdiffError
from ccdiff.files import digest, write_whole
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold

if TYPE_CHECKING:
    from tomlkit.items import Table


TITLES = 40  # reports whose titles are looked at for a newcomer's series


@record
class Newcomer:
    """A report that is to be taken in. ``given`` are manifest keys that a person stated; ``printed`` is its own symbol or ""."""

    path: Path
    content: bytes
    reading: Reading
    given: Mapping[str, str]

    @property
    def printed(self) -> str:
        """The document symbol that the text prints; "" where it prints none."""
        symbol = self.reading.report.symbol
        return symbol if "/" in symbol else ""

    @property
    def symbol(self) -> str:
        """The symbol or handle under which it will stand in the manifest."""
        return self.given.get("symbol") or self.given.get("handle") or self.printed or file_id(self.path.stem)


def newcomer(path: Path, given: Mapping[str, str], languages: tuple[Path, ...] = ()) -> Newcomer:
    """The report at ``path``, read. Raises ``CcdiffError`` or ``OSError`` where it cannot be read as one."""
    facts = {key: value for key, value in given.items() if key in FACTS}
    reading = read_report(path, facts, encoding=given.get("encoding"), languages=languages)
    return Newcomer(path, path.read_bytes(), reading, given)


def refuse_duplicates(corpus: Corpus, report: Newcomer) -> None:
    """Raise ``CcdiffError`` where the corpus has this file, symbol or file name already, or cannot bear the name."""
    if any(char < " " or "\ud800" <= char <= "\udfff" for char in report.path.name):
        shown = report.path.name.encode("utf-8", "backslashreplace").decode()
        raise CcdiffError("its name holds a line break, or is not UTF-8", where=shown, remedy="rename the file")
    for entry in corpus.entries:
        if entry.path.is_file() and digest(entry.path.read_bytes()) == digest(report.content):
            raise CcdiffError(
                f"is in the corpus already, as {entry.symbol}", where=str(report.path), remedy="nothing to add"
            )
    known = corpus.find(report.symbol) or corpus.find(file_id(report.symbol))
    if known:
        remedy = "give this one another --symbol or --handle"
        raise CcdiffError(
            f"{report.symbol} is in the corpus already, as {known.path.name}", where=str(report.path), remedy=remedy
        )
    if (corpus.root / "corpus" / report.path.name).exists():
        remedy = "rename the file"
        raise CcdiffError(f"corpus/ has another file called {report.path.name}", where=str(report.path), remedy=remedy)


def likely_series(corpus: Corpus, report: Newcomer) -> str:
    """The series of the reports whose symbols are like this one's but for year and number, else of those with its title; "" for none.

    CAC/COSP/EG.1/2021/2 goes with CAC/COSP/EG.1/2020/3 and 2019/4.
    """
    stem = _stem(report.symbol)
    found = dict.fromkeys(
        entry.series for entry in corpus.entries if entry.series and _stem(entry.symbol) == stem and stem
    )
    found = found or _of_title(corpus, report)
    return next(iter(found)) if len(found) == 1 else ""


def _of_title(corpus: Corpus, report: Newcomer) -> dict[str, None]:
    """The series of the latest reports that bear the same title: S/2025/154 and S/2025/350 have nothing else in common."""
    title = fold(report.reading.report.title)
    if not title or report.reading.report.title == report.reading.report.id:
        return {}
    near = [entry for entry in corpus.entries if entry.series and entry.path.is_file()][-TITLES:]
    return dict.fromkeys(
        entry.series for entry in near if fold(read_entry(entry, corpus.languages).report.title) == title
    )


def _stem(symbol: str) -> str:
    parts = symbol.split("/")
    while parts and parts[-1].isdigit():
        parts.pop()
    return "/".join(parts) if len(parts) > 1 else ""


def adopt(
    corpus: Corpus, report: Newcomer, series: str, compare_with: tuple[Entry, ...] = ()
) -> tuple[Entry, tuple[Wanted, ...]]:
    """Copy the file into the corpus and append it to the manifest; its entry, and the comparisons that are new.

    All or nothing: where the manifest with it would not be sound, nothing is changed. Raises ``CcdiffError``.
    """
    before = {pair.id for pair in Library(corpus).wanted()}
    target, manifest = corpus.root / "corpus" / report.path.name, corpus.root / MANIFEST
    was = manifest.read_bytes()
    try:
        write_whole(target, report.content)
        write_whole(manifest, _appended(was.decode("utf-8"), report, series, compare_with))
        after = load_corpus(corpus.root)
        pairs = Library(after).wanted()
    except BaseException:
        with suppress(OSError):
            write_whole(manifest, was)
            target.unlink(missing_ok=True)
        raise
    entry = after.at(target)
    assert entry is not None
    return entry, tuple(pair for pair in pairs if pair.id not in before)


def _appended(text: str, report: Newcomer, series: str, compare_with: tuple[Entry, ...]) -> str:
    """The manifest's text with the report added; comments and order stay."""
    import tomlkit

    document = tomlkit.parse(text)
    _append(document, "report", _report_table(report, series))
    for other in compare_with:
        table = tomlkit.table()
        table.add("old", other.symbol)
        table.add("new", report.symbol)
        _append(document, "compare", table)
    return tomlkit.dumps(document)


def _append(document: object, name: str, table: Table) -> None:
    import tomlkit

    assert isinstance(document, tomlkit.TOMLDocument)
    if name not in document:
        document.add(name, tomlkit.aot())
    document[name].append(table)  # type: ignore[union-attr, call-arg, arg-type]


def _report_table(report: Newcomer, series: str) -> Table:
    import tomlkit

    table = tomlkit.table()
    table.add("file", report.path.name)
    table.add("handle" if report.given.get("handle") or "/" not in report.symbol else "symbol", report.symbol)
    if series:
        table.add("series", series)
    for key in (*FACTS, "encoding"):
        if value := report.given.get(key) or _recorded(report, key):
            table.add(key, value)
    return table


def _recorded(report: Newcomer, key: str) -> str | None:
    """What the text says and the manifest repeats, so that a series can be put in order without reading every report."""
    return getattr(report.reading.report, key) if key in ("date", "language") else None
