"""The manifest: what it asks for, and how it complains."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.corpus.manifest import file_id, find_root, load_corpus, parse_manifest, wanted
from ccdiff.errors import CcdiffError

ROOT = Path(__file__).parents[2]


def report(file: str, symbol: str, **facts: str) -> str:
    rows = {"file": file, "symbol": symbol, **facts}
    return "[[report]]\n" + "".join(f'{key} = "{value}"\n' for key, value in rows.items())


def pairs(text: str) -> list[str]:
    corpus = parse_manifest(text, Path("/project"), "corpus.toml")
    return [pair.id for pair in wanted(corpus, lambda entry: None)]


def test_the_corpus_asks_for_its_five_comparisons() -> None:
    corpus = load_corpus(ROOT)
    assert [pair.id for pair in wanted(corpus, lambda entry: None)] == [
        "CAC-COSP-EG.1-2019-4__CAC-COSP-EG.1-2020-3",
        "CTOC-COP-WG.3-2012-report__CAC-COSP-EG.1-2020-3",
        "CTOC-COP-WG.3-2012-report__CAC-COSP-EG.1-2019-4",
        "CAC-COSP-EG.1-2020-3__CAC-COSP-2023-note",
        "E-CN.15-2021-4__CAC-COSP-2023-note",
    ]


def test_successive_reports_of_a_series_are_paired_by_date_whatever_their_order_in_the_file() -> None:
    text = "".join(report(f"{n}.txt", f"A/{n}", series="s", date=f"20{n}-01-01") for n in (12, 10, 11))
    assert pairs(text) == ["A-10__A-11", "A-11__A-12"]


def test_a_pair_that_is_both_named_and_successive_is_wanted_once() -> None:
    text = "".join(report(f"{n}.txt", f"A/{n}", series="s", date=f"20{n}-01-01") for n in (10, 11))
    assert pairs(text + '[[compare]]\nold = "A/10"\nnew = "A/11"\n') == ["A-10__A-11"]


def test_a_date_that_the_manifest_does_not_state_is_asked_of_the_report() -> None:
    text = "".join(report(f"{n}.txt", f"A/{n}", series="s") for n in (1, 2))
    corpus = parse_manifest(text, Path("/project"), "corpus.toml")
    dates = {"A-1": "2020-01-01", "A-2": "2019-01-01"}
    assert [pair.id for pair in wanted(corpus, lambda entry: dates[entry.id])] == ["A-2__A-1"]


def test_a_toml_date_is_a_date() -> None:
    corpus = parse_manifest('[[report]]\nfile = "a.txt"\nhandle = "a"\ndate = 2020-12-21\n', Path("/p"), "corpus.toml")
    assert corpus.entries[0].facts["date"] == "2020-12-21"


@pytest.mark.parametrize("name", ["CAC/COSP/EG.1/2019/4", "cac-cosp-eg.1-2019-4", "CAC-COSP-EG.1-2019-4.zh.txt"])
def test_a_report_is_found_by_symbol_id_or_file_name(name: str) -> None:
    entry = load_corpus(ROOT).find(name)
    assert entry is not None
    assert entry.id == "CAC-COSP-EG.1-2019-4"


def test_a_path_to_a_corpus_file_finds_its_entry() -> None:
    corpus = load_corpus(ROOT)
    entry = corpus.at(ROOT / "corpus" / ".." / "corpus" / "E-CN.15-2021-4.zh.txt")
    assert entry is not None
    assert entry.symbol == "E/CN.15/2021/4"


def test_the_root_is_found_from_a_folder_below_it() -> None:
    assert find_root(ROOT / "tests" / "corpus") == ROOT


@pytest.mark.parametrize(
    ("symbol", "id"),
    [
        ("CAC/COSP/EG.1/2019/4", "CAC-COSP-EG.1-2019-4"),
        ("E/CN.15/2021/4", "E-CN.15-2021-4"),
        ("../../etc/passwd", "etc-passwd"),
        ("第一次报告", "第一次报告"),
        ("///", "report"),
    ],
)
def test_a_symbol_becomes_a_safe_file_name(symbol: str, id: str) -> None:
    assert file_id(symbol) == id


A, B = report("a.txt", "A/1"), report("b.txt", "B/1")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[[report]\n", "no valid TOML"),
        ("[[report]]\nsymbol = 'A/1'\n", "no 'file'"),
        ("[[report]]\nfile = 'a.txt'\n", "neither symbol nor handle"),
        (report("../a.txt", "A/1"), "lies outside corpus/"),
        (report("/etc/passwd", "A/1"), "lies outside corpus/"),
        (report("a.txt", "A/1", titel="x"), "unknown key 'titel'"),
        (A + report("b.txt", "a/1"), "two reports are called"),
        (A + report("a.txt", "B/1"), "two reports are called"),
        ("report = 3\n", "no list of tables"),
        ("[[reports]]\nfile = 'a'\n", "unknown key 'reports'"),
        ("[[report]]\nfile = 3\nsymbol = 'A'\n", "is no text"),
        (A + B + "[[compare]]\nold = 'A/1'\nnew = 'C/1'\n", "no report of the corpus"),
        (A + B + "[[compare]]\nold = 'A/1'\nnew = 'A/1'\n", "with itself"),
        (A + B + "[[compare]]\nold = 'A/1'\n", "no report of the corpus"),
    ],
)
def test_a_faulty_manifest_is_refused_with_the_place_and_a_remedy(text: str, complaint: str) -> None:
    with pytest.raises(CcdiffError) as caught:
        parse_manifest(text, Path("/project"), "corpus/corpus.toml")
    assert complaint in str(caught.value)
    assert "corpus/corpus.toml" in str(caught.value)
    assert caught.value.remedy


def test_a_member_of_a_series_without_a_date_is_named() -> None:
    with pytest.raises(CcdiffError, match=r"a\.txt.*no date"):
        pairs(report("a.txt", "A/1", series="s"))
