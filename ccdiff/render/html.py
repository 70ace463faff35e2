"""The page: one file, no network; its own style and script are named by their digests, nothing else may run."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from ccdiff.model.comparison import Comparison
from ccdiff.render.aligned import Aligned, crossing
from ccdiff.render.catalogue import Catalogue, ComparisonEntry, key_words
from ccdiff.render.map import draw
from ccdiff.render.messages import Messages
from ccdiff.render.page import Page
from ccdiff.render.printed import date_words
from ccdiff.render.templating import read, render_template
from ccdiff.render.view import RELATIONS, View

TAGS = {"zh": "zh-Hans"}  # what HTML and CSS call a language, where it is more than its code


def comparison_html(
    comparison: Comparison, say: Messages, *, audience: str = "secretariat", template: Path | None = None
) -> str:
    """The whole page of a comparison."""
    view = View(comparison, say)
    moved = crossing(comparison.paragraphs, comparison.old, comparison.new)
    style, script = read("page.css", template), read("page.js", template)
    return render_template(
        "page.html.j2",
        template,
        say=view.say,
        page=Page(view),
        rows=Aligned(view).rows(),
        map=draw(view, moved),
        delegate=audience == "delegate",
        lang=tag(say.lang),
        text_lang=tag(comparison.new.language),
        style=style,
        script=script,
        policy=policy(style, script),
    )


def index_html(catalogue: Catalogue, say: Messages, template: Path | None = None) -> str:
    """The index of a corpus."""
    style = read("page.css", template)
    symbols = {report.id: report for series in catalogue.series for report in series.reports}
    pairs = [
        (symbols.get(entry.old), symbols.get(entry.new), entry, key_words(entry, say), shares(entry))
        for entry in catalogue.comparisons
    ]
    values = {"say": say, "catalogue": catalogue, "pairs": pairs, "lang": tag(say.lang), "date": date_words}
    return render_template("index.html.j2", template, **values, style=style, policy=policy(style))


def shares(entry: ComparisonEntry) -> list[tuple[str, float, float]]:
    """The rows of a comparison by relation as parts of a bar 100 long: (relation, where it begins, how long it is)."""
    counts = [(name, n) for name, n in entry.counts if name in RELATIONS and n]
    everything = sum(n for _, n in counts)
    ends = [100 * sum(n for _, n in counts[: k + 1]) / everything for k in range(len(counts))]
    starts = [0.0, *ends]
    return [
        (name, round(start, 2), round(end - start, 2))
        for (name, _), start, end in zip(counts, starts, ends, strict=False)
    ]


def tag(lang: str) -> str:
    """The language tag of HTML for one of our codes."""
    return TAGS.get(lang, lang)


def policy(style: str, script: str = "") -> str:
    """The content security policy: nothing but this very style and this very script."""
    rules = ["default-src 'none'", f"style-src '{digest(style)}'", "base-uri 'none'", "form-action 'none'"]
    return "; ".join([*rules, f"script-src '{digest(script)}'"] if script else rules)


def digest(text: str) -> str:
    """A digest as a policy names it. HTML reads CR LF as LF, so the file's line ends must be LF."""
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
