"""Takes the pictures of the README anew: ``python docs/images/make.py PAGE.html`` (needs Debian's Chromium and Playwright)."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
# name, width, height, colour scheme, what stands at the top
PICTURES = (
    ("page.png", 1320, 940, "light", ".top"),
    ("map.png", 1320, 1000, "light", "#map"),
    ("texts.png", 1320, 900, "light", "#texts"),
    ("dark.png", 1320, 900, "dark", "#part-figures"),
    ("phone.png", 390, 844, "light", "#answer"),
)


def take(browser: Browser, page: Path, name: str, width: int, height: int, scheme: str, top: str) -> None:
    """One picture."""
    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.goto(page.absolute().as_uri())
    tab.locator(top).first.evaluate("element => element.scrollIntoView()")
    tab.wait_for_timeout(300)
    tab.screenshot(path=HERE / name)
    tab.close()


def main(page: Path) -> None:
    """All pictures."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, page, *picture)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
