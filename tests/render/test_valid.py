"""The pages are HTML as the standard has it: parsed strictly, every id once, every reference to something that is there."""

from __future__ import annotations

from collections import Counter
from xml.etree import ElementTree

import html5lib
import pytest
from sample import SAMPLE, hostile

from ccdiff.model.comparison import Comparison
from ccdiff.render import Catalogue, render, render_index
from ccdiff.render.catalogue import Series, comparison_entry, report_entry

X = "{http://www.w3.org/1999/xhtml}"
HEADINGS = {f"{X}h{level}": level for level in range(1, 7)}
NATIVE = {
    f"{X}{tag}" for tag in ("table", "thead", "tbody", "tr", "th", "td", "ul", "ol", "li", "nav", "main", "button")
}


def index() -> str:
    """An index page of two reports and their comparison."""
    reports = (report_entry(SAMPLE.old, "a.html"), report_entry(hostile().new))
    entries = (comparison_entry(SAMPLE, (("html", "a.html"), ("md", "a.md"))),)
    return render_index(Catalogue((Series("会议", reports),), entries), "html")


def strictly(page: str) -> ElementTree.Element:
    """The tree of a page. Raises ``html5lib.html5parser.ParseError`` at the first thing that the standard does not allow."""
    return html5lib.HTMLParser(strict=True).parse(page)


def check(page: str) -> None:
    tree = strictly(page)
    ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
    assert [id for id, n in ids.items() if n > 1] == []
    for element in tree.iter():
        if str(element.tag) in NATIVE:
            assert element.get("role") is None, element.tag
        for id in (element.get("aria-labelledby") or "").split() + (element.get("for") or "").split():
            assert id in ids
        if (element.get("href") or "").startswith("#") and element.get("href") != "#":
            assert (element.get("href") or "")[1:] in ids, element.get("href")
    levels = [HEADINGS[str(element.tag)] for element in tree.iter() if element.tag in HEADINGS]
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("comparison", [SAMPLE, hostile()], ids=["sample", "hostile"])
def test_a_page_is_valid(comparison: Comparison, lang: str) -> None:
    check(str(render(comparison, "html", lang=lang)))


def test_a_page_for_delegates_is_valid() -> None:
    check(str(render(SAMPLE, "html", audience="delegate")))


def test_the_index_is_valid() -> None:
    check(index())


def test_the_pages_of_the_corpus_are_valid_and_small(corpus: dict[str, Comparison]) -> None:
    for name, comparison in corpus.items():
        page = str(render(comparison, "html"))
        check(page)
        assert len(page.encode()) < 700_000, name
