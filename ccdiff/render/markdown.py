"""The note as Markdown (CommonMark with tables), every word of a report inert."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from ccdiff.model.comparison import Comparison
from ccdiff.render.blocks import Block, Fold, Grid, Items, Para
from ccdiff.render.catalogue import Catalogue, Series, key_words
from ccdiff.render.clean import one_line
from ccdiff.render.messages import Messages
from ccdiff.render.note import Part, note_parts, note_title, opening_blocks
from ccdiff.render.printed import date_words
from ccdiff.render.view import View

LIMIT = 60_000  # characters of a summary: under the 65,536 that code hosts take in a comment
# What a summary gives up first. The last of them, and what is not named here, goes only by cutting lists short.
SHED = ("concordance", "terminology", "paragraphs", "table_rows", "references", "meeting", "progress", "topics")
SHORTER: tuple[int | None, ...] = (None, 40, 15, 5)  # entries of a list that are kept, tried in this order

MARKUP = re.compile(r"[\\`*_\[\]|~$]")
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
LEADING = re.compile(r"^([-+](?=\s|$)|[-=](?=[-=\s]*$)|#{1,6}|\d+(?=[.)](?:\s|$)))")  # of a list, a rule, a heading
CALLING = re.compile(r"([@#])(?=\w)")  # a name or a number that a code host would turn into a link or a call


def escape(text: str) -> str:
    """``text`` on one line as Markdown that shows these very characters.

    >>> escape("- [x](javascript:1) <b>")
    '\\\\- \\\\[x\\\\](javascript:1) &lt;b&gt;'
    """
    text = MARKUP.sub(lambda mark: "\\" + mark[0], one_line(text))
    text = re.sub("[&<>]", lambda mark: HTML[mark[0]], text)
    text = LEADING.sub(_lead, text)
    return CALLING.sub(r"\1<!-- -->", text)


def _lead(match: re.Match[str]) -> str:
    return match[0] + "\\" if match[0][0].isdigit() else "\\" + match[0]


def comparison_markdown(
    comparison: Comparison,
    say: Messages,
    *,
    summary: bool = False,
    audience: str = "secretariat",
    template: Path | None = None,
) -> str:
    """The draft note. ``summary``: at most ``LIMIT`` characters, parts shed in the order of ``SHED`` and named at the end."""
    view = View(comparison, say)
    if template and (template / "note.md.j2").is_file():
        from ccdiff.render.templating import render_template

        return render_template(
            "note.md.j2", template, view=view, say=view.say, escape=escape, parts=note_parts(view, audience)
        )
    head = [f"# {escape(note_title(view))}", *_blocks(opening_blocks(view))]
    return _summary(view, head, audience) if summary else _join([*head, *_parts(note_parts(view, audience))])


def _join(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _summary(view: View, head: list[str], audience: str) -> str:
    everything = note_parts(view, audience)
    shed: list[str] = []
    for name in ("", *SHED):
        shed += [part.title for part in everything if part.id == name]
        kept = [part for part in everything if part.title not in shed]
        text = _with_omissions(view, head, kept, shed)
        if len(text) <= LIMIT:
            return text
    for most in SHORTER[1:]:
        kept = [part for part in note_parts(view, audience, most) if part.title not in shed]
        text = _with_omissions(view, head, kept, shed)
        if len(text) <= LIMIT:
            return text
    return _with_omissions(view, head, [], [part.title for part in everything])[:LIMIT]


def _with_omissions(view: View, head: list[str], parts: list[Part], shed: list[str]) -> str:
    tail = [escape(view.say("note.shed", parts=view.say.join(shed)))] if shed else []
    return _join([*head, *_parts(parts), *tail])


def _parts(parts: list[Part]) -> list[str]:
    return [text for part in parts for text in (f"## {escape(part.title)}", *_blocks(part.blocks))]


def _blocks(blocks: Iterable[Block]) -> list[str]:
    return [text for block in blocks for text in _block(block)]


def _block(block: Block) -> list[str]:
    if isinstance(block, Para):
        return [escape(block.text)]
    if isinstance(block, Items):
        return ["\n".join(_items(block))]
    if isinstance(block, Grid):
        return ["\n".join(_grid(block))]
    assert isinstance(block, Fold)
    return [f"<details><summary>{escape(block.summary)}</summary>", *_blocks(block.blocks), "</details>"]


def _items(block: Items) -> Iterable[str]:
    for count, (lead, text) in enumerate(block.entries, start=1):
        mark = f"{count}." if block.ordered else "-"
        bold = f"**{escape(lead)}** " if lead else ""
        yield f"{mark} {bold}{escape(text)}"


def _grid(block: Grid) -> Iterable[str]:
    yield _cells(block.head)
    yield _cells_raw("---:" if column in block.right else "---" for column in range(len(block.head)))
    for row in block.rows:
        yield _cells(row)


def _cells(cells: Iterable[str]) -> str:
    return _cells_raw(escape(cell) for cell in cells)


def _cells_raw(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def index_markdown(catalogue: Catalogue, say: Messages) -> str:
    """The index of a corpus: its series with their reports, and the comparisons with their key figures."""
    head = [f"# {escape(say('index.title'))}", escape(say("index.opening"))]
    comparisons = (
        [f"## {escape(say('index.comparisons'))}", _comparisons(catalogue, say)] if catalogue.comparisons else []
    )
    return _join([*head, *comparisons, *(text for series in catalogue.series for text in _series(series, say))])


def _series(series: Series, say: Messages) -> list[str]:
    head = tuple(say(f"index.{name}") for name in ("symbol", "report", "date", "length"))
    rows = [
        _cells_raw((_link(r.symbol, r.href), escape(r.title), escape(date_words(r.date, say)), str(r.paragraphs)))
        for r in series.reports
    ]
    grid = [_cells(head), "| --- | --- | --- | ---: |", *rows]
    return [f"## {escape(series.name or say('index.others'))}", "\n".join(grid)]


def _comparisons(catalogue: Catalogue, say: Messages) -> str:
    symbols = {report.id: report.symbol for series in catalogue.series for report in series.reports}
    lines = [_cells((say("index.pair"), say("index.key"), say("index.forms"))), "| --- | --- | --- |"]
    for entry in catalogue.comparisons:
        pair = say("index.versus", old=symbols.get(entry.old, entry.old), new=symbols.get(entry.new, entry.new))
        forms = " · ".join(_link(say(f"form.{name}"), href) for name, href in entry.links)
        lines.append(_cells_raw((escape(pair), escape(key_words(entry, say)), forms)))
    return "\n".join(lines)


def _link(words: str, href: str) -> str:
    return f"[{escape(words)}](<{href.replace('<', '%3C').replace('>', '%3E')}>)" if href else escape(words)
