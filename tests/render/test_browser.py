"""The page in Debian's Chromium, used as a person would."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright
from sample import SAMPLE, hostile

from ccdiff.model.comparison import Comparison
from ccdiff.render import render

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PAGES = {"sample": SAMPLE, "english": SAMPLE, "hostile": hostile()}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert program, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    for name, comparison in PAGES.items():
        text = render(comparison, "html", lang="en" if name == "english" else None)
        (folder / f"{name}.html").write_text(str(text), encoding="utf-8")
    (folder / "large.html").write_text(str(render(large(), "html")), encoding="utf-8")
    return {path.stem: path.as_uri() for path in folder.iterdir()}


def large() -> Comparison:
    """The sample with 1,500 rows and paragraphs of 10,000 characters among them."""
    text = "很长的一段文字。" * 1250
    rows = SAMPLE.paragraphs * 115 + (replace(SAMPLE.paragraphs[2], diff=(("+", text),)),) * 5
    return replace(SAMPLE, paragraphs=rows)


@pytest.fixture
def page(browser: Browser, address: dict[str, str]) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1300, "height": 900}, reduced_motion="reduce")
    found = context.new_page()
    problems: list[str] = []
    found.on("pageerror", lambda error: problems.append(str(error)))
    found.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
    found.on("request", lambda request: problems.append(request.url) if not request.url.startswith("file:") else None)
    found.goto(address["sample"])
    yield found
    context.close()
    assert problems == []


def shown(page: Page) -> int:
    return page.locator("#rows .row[data-r]:visible").count()


def settle(page: Page) -> None:
    page.wait_for_timeout(250)


@pytest.mark.parametrize(
    ("name", "scheme"), [("sample", "light"), ("sample", "dark"), ("english", "light"), ("hostile", "light")]
)
def test_axe_finds_nothing(browser: Browser, address: dict[str, str], name: str, scheme: str) -> None:
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(address[name])
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    found = Axe().run(page, options=RULES)
    page.close()
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []


def test_a_filter_shows_only_what_is_asked_for_and_stands_in_the_address(page: Page) -> None:
    page.locator("#tools label", has_text="新增").click()
    settle(page)
    assert shown(page) == 2
    assert "show=new" in page.url
    page.reload()
    assert shown(page) == 2


def test_search_counts_what_it_finds_in_both_texts(page: Page) -> None:
    page.fill("#q", "继续提供资料")
    settle(page)
    assert page.inner_text("#state") == "找到2处"
    assert shown(page) == 2


def test_next_and_previous_change_move_the_focus(page: Page) -> None:
    page.click("#next")
    first = page.evaluate("document.activeElement.dataset.r")
    page.keyboard.press("j")
    assert first == "amended" and page.evaluate("document.activeElement.dataset.r") == "new"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.dataset.r") == "amended"


def test_one_report_alone_can_be_read(page: Page) -> None:
    page.keyboard.press("n")
    settle(page)
    assert page.locator(".side.old:visible").count() == 0
    assert shown(page) == 9
    page.keyboard.press("o")
    settle(page)
    assert page.locator(".side.new:visible").count() == 0
    assert shown(page) == 11


def test_a_section_can_be_chosen(page: Page) -> None:
    page.select_option("#sec", label="三. 讨论")
    settle(page)
    assert shown(page) == 4


def test_rewording_can_be_left_unmarked(page: Page) -> None:
    mark = page.locator(".row.reworded ins").first
    before = mark.evaluate("mark => getComputedStyle(mark).textDecorationLine")
    page.get_by_label("标出措辞差异").uncheck()
    settle(page)
    assert before == "underline"
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "none"


def test_a_run_of_unchanged_paragraphs_is_folded_and_opens(browser: Browser, tmp_path: Path) -> None:
    same = SAMPLE.paragraphs[1]
    rows = (SAMPLE.paragraphs[0], same, same, same, *SAMPLE.paragraphs[2:])
    (tmp_path / "page.html").write_text(str(render(replace(SAMPLE, paragraphs=rows), "html")), encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    fold = page.locator("button.fold")
    assert fold.inner_text() == "展开3段未变段落"
    fold.click()
    assert page.locator(".row.unchanged:visible").count() == 3
    page.goto((tmp_path / "page.html").as_uri() + "#old-1")
    assert page.locator("#old-1").is_visible()
    page.close()


def test_an_address_of_a_paragraph_shows_it_even_when_a_filter_hides_it(page: Page, address: dict[str, str]) -> None:
    page.goto(address["sample"] + "?show=new#old-7(b)")
    settle(page)
    box = page.locator("[id='old-7(b)']").bounding_box()
    assert box and 0 <= box["y"] < 900


def test_a_statement_opens_its_evidence_and_leads_to_it(page: Page) -> None:
    first = page.locator("#answer li").nth(3)
    first.locator("summary").click()
    assert first.locator("mark").all_inner_texts() == ["115个国家", "119个缔约国"]
    first.locator(".places a").last.click()
    settle(page)
    assert page.url.endswith("#new-6")
    assert page.locator("#new-6").is_visible()


def test_a_citation_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator("#new-6").hover()
    page.locator("#new-6 .copy").click()
    settle(page)
    assert page.inner_text("#state") == "已复制：A/2，第6段"
    assert page.evaluate("navigator.clipboard.readText()") == "A/2，第6段"


def test_the_map_is_one_stop_of_the_tab_key_and_arrows_move_inside_it(page: Page) -> None:
    assert page.locator(".map a[tabindex='0']").count() == 1
    page.keyboard.press("m")
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") != first
    page.keyboard.press("Enter")
    settle(page)
    assert "#new-" in page.url


def test_everything_can_be_reached_with_the_tab_key(page: Page) -> None:
    wanted = {"q", "sec", "prev", "next"}
    for _ in range(250):
        page.keyboard.press("Tab")
        wanted.discard(page.evaluate("document.activeElement.id"))
        if not wanted:
            break
    assert wanted == set()


def test_the_first_stop_of_the_tab_key_skips_to_the_answer(page: Page) -> None:
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#answer$"))  # a jump within the page is told to us a little after it was made


def test_without_scripts_all_content_is_there_and_no_dead_control(browser: Browser, address: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address["sample"])
    assert page.locator("#rows .row[data-r]:visible").count() == len(SAMPLE.paragraphs)
    assert page.locator("#tools:visible, button:visible").count() == 0
    context.close()


@pytest.mark.parametrize("name", list(PAGES))
def test_no_width_scrolls_sideways(browser: Browser, address: dict[str, str], name: str) -> None:
    page = browser.new_page()
    page.goto(address[name])
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    for width in (320, 360, 800, 1100, 1900):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_it_prints_the_changes_without_the_controls(page: Page) -> None:
    page.emulate_media(media="print")
    assert page.locator("#tools:visible, .toc:visible, .row.unchanged:visible").count() == 0
    assert page.locator(".row.amended:visible").count() == 4
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


def test_a_large_comparison_opens_and_answers_quickly(browser: Browser, address: dict[str, str]) -> None:
    page = browser.new_page()
    page.goto(address["large"])
    page.fill("#q", "线上方式")
    expect(page.locator("#state")).to_contain_text("找到", timeout=10_000)
    assert shown(page) == 115
    page.close()


def test_a_footnote_stands_under_its_paragraph_and_the_button_under_its_number(page: Page) -> None:
    assert page.evaluate(
        """() => [...document.querySelectorAll("#rows .p")].every((cell) => {
          const box = (element) => element.getBoundingClientRect(), text = box(cell.querySelector("p"));
          const notes = [...cell.querySelectorAll(".fn")], button = cell.querySelector(".copy");
          return notes.every((note) => box(note).top >= text.bottom - 1) && box(button).top >= box(cell.querySelector(".no")).bottom - 1
            && box(button).right <= text.left;
        })"""
    )


def test_axe_finds_nothing_on_a_phone(browser: Browser, address: dict[str, str]) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800}, reduced_motion="reduce")
    page.goto(address["sample"])
    found = Axe().run(page, options=RULES)
    page.close()
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found.response["violations"]] == []
