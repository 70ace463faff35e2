"""Takes the pictures of the README anew, of one comparison: ``python docs/images/make.py OLD NEW``.

OLD and NEW are files or symbols, as for ``ccdiff compare``. Needs Debian's Chromium and Playwright; for the pictures of the
Word files also LibreOffice and poppler.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
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
# name, format, page of the printed file
PRINTED = (("word.png", "docx", 1), ("redline.png", "redline", 2))
DOTS = 80  # an inch


def compare(old: str, new: str, format: str, path: Path) -> None:
    """One form of the comparison, in ``path``."""
    command = [sys.executable, "-m", "ccdiff", "compare", old, new, "--format", format, "-o", str(path)]
    subprocess.run(command, check=True)


def take(browser: Browser, page: Path, name: str, width: int, height: int, scheme: str, top: str) -> None:
    """One picture of the page."""
    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    tab.goto(page.absolute().as_uri())
    tab.locator(top).first.evaluate("element => element.scrollIntoView()")
    tab.wait_for_timeout(300)
    tab.screenshot(path=HERE / name)
    tab.close()


def print_out(folder: Path, path: Path, name: str, page: int) -> None:
    """One page of a Word file, as LibreOffice prints it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    office = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(office, check=True, capture_output=True)
    pages = ["-f", str(page), "-l", str(page), "-singlefile", "-r", str(DOTS), "-png"]
    target = str(HERE / Path(name).stem)
    subprocess.run(["pdftoppm", *pages, str(path.with_suffix(".pdf")), target], check=True)


def main(old: str, new: str) -> None:
    """All pictures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare(old, new, "html", folder / "page.html")
        with sync_playwright() as play:
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for picture in PICTURES:
                take(browser, folder / "page.html", *picture)
            browser.close()
        for picture, format, page in PRINTED:
            compare(old, new, format, folder / f"{format}.docx")
            print_out(folder, folder / f"{format}.docx", picture, page)


if __name__ == "__main__":
    main(*sys.argv[1:])
