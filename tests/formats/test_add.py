"""``ccdiff add`` takes a report of any format: what it says of itself is read from it, only the rest is asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ccdiff.corpus import load_corpus

from .house import NEW_YORK, Writer
from .pdfwriter import Pdf


def ccdiff(*args: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """The command as a process without a terminal, as in CI."""
    command = [sys.executable, "-m", "ccdiff", *map(str, args)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)


def front(number: int, day: str) -> list[str]:
    return [f"A/CONF.99/2024/{number}", "Distr.: General", day, "Original: English"]


BODY = ("The group met in Geneva and adopted its agenda.", "The group decided to meet again in the following year.")


def word(path: Path, number: int, day: str) -> Path:
    writer = Writer(NEW_YORK)
    for line in front(number, day):
        writer.text(None, line, style="Normal")
    writer.text(None, "Report of the working group on asset recovery", style="Normal", bold=True)
    writer.heading(1, "I", "Introduction")
    for k, text in enumerate(BODY, 1):
        writer.text(str(k), text)
    return writer.save(path)


def pdf(path: Path, number: int, day: str) -> Path:
    page = Pdf().page().lines(100, 740, front(number, day))
    page.text(100, 660, "Report of the working group on asset recovery", 14, bold=True).text(
        100, 620, "I. Introduction", bold=True
    )
    for k, text in enumerate(BODY, 1):
        page.text(100, 620 - 30 * k, f"{k}. {text}")
    return Pdf(page).save(path)


def html(path: Path, number: int, day: str) -> Path:
    head = "".join(f"<p>{line}</p>" for line in front(number, day))
    body = "".join(f"<p>{k}. {text}</p>" for k, text in enumerate(BODY, 1))
    page = f"<html><body>{head}<h1>Report of the working group on asset recovery</h1><h2>I. Introduction</h2>{body}</body></html>"
    path.write_text(page, encoding="utf-8")
    return path


MAKERS = {".docx": word, ".pdf": pdf, ".html": html}


@pytest.mark.parametrize("ending", MAKERS)
def test_a_report_of_any_format_is_taken_in_with_what_it_says_of_itself(tmp_path: Path, ending: str) -> None:
    path = MAKERS[ending](tmp_path / f"report{ending}", 5, "12 June 2024")
    done = ccdiff("add", path, "--root", "project", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    entry = load_corpus(tmp_path / "project").entries[0]
    assert (entry.symbol, entry.path.name) == ("A/CONF.99/2024/5", path.name)
    assert (entry.facts["date"], entry.facts["language"]) == ("2024-06-12", "en")
    assert "Report of the working group on asset recovery" in done.stdout
    assert entry.path.read_bytes() == path.read_bytes()


def test_the_series_is_told_by_the_symbol_and_what_will_be_compared_is_shown(tmp_path: Path) -> None:
    assert (
        ccdiff(
            "add", word(tmp_path / "a.docx", 5, "12 June 2024"), "--root", "p", "--series", "asset", cwd=tmp_path
        ).returncode
        == 0
    )
    done = ccdiff("add", pdf(tmp_path / "b.pdf", 9, "3 July 2024"), "--root", "p", cwd=tmp_path)
    assert "will be compared: A/CONF.99/2024/5 -> A/CONF.99/2024/9" in done.stdout
    built = ccdiff("build", "--root", "p", cwd=tmp_path)
    assert built.returncode == 0
    assert sorted(path.suffix for path in (tmp_path / "p" / "reports").glob("A-CONF*")) == [".html", ".json", ".md"]


def test_a_series_whose_symbols_have_nothing_in_common_is_told_by_the_title(tmp_path: Path) -> None:
    for number, (name, make) in enumerate((("a.docx", word), ("b.pdf", pdf)), 1):
        path = make(tmp_path / name, 5, f"{number} June 2024")
        symbol = f"S/2024/{number}54"
        extra = ("--series", "asset") if number == 1 else ()
        done = ccdiff("add", path, "--root", "p", "--symbol", symbol, *extra, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    assert [entry.series for entry in load_corpus(tmp_path / "p").entries] == ["asset", "asset"]


def test_the_same_file_and_the_same_symbol_are_refused(tmp_path: Path) -> None:
    path = word(tmp_path / "a.docx", 5, "12 June 2024")
    assert ccdiff("add", path, "--root", "p", cwd=tmp_path).returncode == 0
    for again in (path, pdf(tmp_path / "b.pdf", 5, "12 June 2024")):
        done = ccdiff("add", again, "--root", "p", cwd=tmp_path)
        assert done.returncode == 2 and "in the corpus already" in done.stderr and done.stderr.count("\n") == 1
    assert len(load_corpus(tmp_path / "p").entries) == 1
    assert [p.name for p in (tmp_path / "p" / "corpus").iterdir() if p.suffix == ".pdf"] == []


def test_a_file_that_cannot_be_read_leaves_the_corpus_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "scan.pdf"
    page = Pdf().page().box(0, 0, 600, 700)
    Pdf(page).save(path)
    done = ccdiff("add", path, "--root", "p", cwd=tmp_path)
    assert done.returncode == 2 and "scanned" in done.stderr
    assert load_corpus(tmp_path / "p").entries == () and not (tmp_path / "p" / "corpus" / "scan.pdf").exists()
