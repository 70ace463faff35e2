"""Facts as a reader sees them printed: numbers, dates, the name of a report, the text at a place."""

from __future__ import annotations

from ccdiff.model.report import Report
from ccdiff.render.clean import one_line
from ccdiff.render.messages import Messages


def number(value: float | int | None, sign: bool = False) -> str:
    """A number as printed: thousands by commas, at most two decimals, a true minus sign."""
    if value is None:
        return ""
    text = f"{value:{'+' if sign else ''},.2f}".rstrip("0").rstrip(".")
    return text.replace("-", "−")


def half_up(value: float) -> float:
    """To one decimal, a half away from nothing, as people round: 6.25 is 6.3."""
    return int(abs(value) * 10 + 0.5 + 1e-9) / 10 * (-1 if value < 0 else 1)


def date_words(date: str | None, say: Messages) -> str:
    """``"2019-05-01"`` as "2019年5月1日" or "1 May 2019"; a month or a year alone likewise; empty for ``None``."""
    if not date:
        return ""
    year, month, day = [*(int(part) for part in date.split("-")), 0, 0][:3]
    form = "date.day" if day else "date.month" if month else "date.year"
    name = say(f"month.{month}") if f"month.{month}" in say else ""
    return say(form, y=year, m=month, d=day, month=name)


def report_name(report: Report) -> str:
    """The symbol of a report, or its title where it prints none."""
    return one_line(report.symbol or report.title or report.id)


def text_of(report: Report, locator: str) -> str:
    """The text at ``locator``; a section's title; empty where the report has no such place."""
    try:
        return report.text(locator)
    except KeyError:
        pass
    return title_of(report, locator)


def title_of(report: Report, locator: str) -> str:
    """The title of a section, of whatever paragraph its number may be, too; empty where the report has no such section."""
    try:
        return report.section(locator).title
    except KeyError:
        return ""
