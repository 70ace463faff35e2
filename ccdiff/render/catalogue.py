"""What the index page of ``reports/`` lists: series, their reports, and the comparisons with their key figures."""

from __future__ import annotations

from ccdiff.model.comparison import Comparison
from ccdiff.model.named import NamedTuple
from ccdiff.model.report import Report
from ccdiff.render.messages import Messages


class ReportEntry(NamedTuple):
    """One report: what it is, how long, and the addresses (relative to the index) of its text; ``""`` where there is none."""

    id: str
    symbol: str
    title: str
    date: str | None
    paragraphs: int
    href: str = ""


class ComparisonEntry(NamedTuple):
    """One comparison with its key figures. ``links`` are pairs (format, address relative to the index)."""

    old: str
    new: str
    counts: tuple[tuple[str, int], ...]
    links: tuple[tuple[str, str], ...]


class Series(NamedTuple):
    """A series of reports in order of date; ``""`` as its name where reports belong to none."""

    name: str
    reports: tuple[ReportEntry, ...]


class Catalogue(NamedTuple):
    """All series and all comparisons of a corpus, in the order in which they are shown."""

    series: tuple[Series, ...]
    comparisons: tuple[ComparisonEntry, ...]


def report_entry(report: Report, href: str = "") -> ReportEntry:
    """The entry of a report that has been read."""
    numbered = sum(1 for paragraph in report.paragraphs if paragraph.kind == "paragraph")
    return ReportEntry(report.id, report.symbol, report.title, report.date, numbered, href)


def comparison_entry(comparison: Comparison, links: tuple[tuple[str, str], ...]) -> ComparisonEntry:
    """The entry of a comparison; its key figures are those of the first line of its page."""
    from ccdiff.render.view import key_counts

    return ComparisonEntry(comparison.old.id, comparison.new.id, key_counts(comparison), links)


def key_words(entry: ComparisonEntry, say: Messages) -> str:
    """The key figures of a comparison in words."""
    counts = dict(entry.counts)
    told = [say(f"key.{name}", n=n) for name, n in entry.counts if n and not name.startswith("states")]
    if "states_old" in counts:
        told.append(say("key.states", old=counts["states_old"], new=counts["states_new"]))
    return say("list.dot").join(told)
