"""Patterns that an earlier run compiled are those that this run would compile, and nothing depends on them."""

from __future__ import annotations

import re
import sys

import pytest

from ccdiff import patterns, store

PATTERNS = [
    (r"第\s*(?P<n>\d+)[/／](?P<m>\d+)\s*号", 0),
    (r"[\u3400-\u9fff]+|[A-Za-z][A-Za-z'’\-]*", 0),
    (r"(?<![A-Za-z])(UN|UNODC)\b(?=\s)", re.I),
    (r"^a.b$", re.DOTALL | re.MULTILINE),
    (r"(?x) a # comment\n b", 0),
]


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("CCDIFF_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(patterns, "_known", {})
    monkeypatch.setattr(patterns, "WORTH", 1)
    store.folder.cache_clear()
    table = getattr(re, patterns.TABLE)
    yield
    setattr(re, patterns.TABLE, table)
    store.folder.cache_clear()
    re.purge()


def compiled():
    re.purge()
    return [re.compile(text, flags) for text, flags in PATTERNS]


def test_a_recalled_pattern_is_the_pattern_compiled(kept):
    before = compiled()
    patterns.keep()
    re.purge()
    patterns.recall()
    after = [re.compile(text, flags) for text, flags in PATTERNS]
    assert after == before and all(a is not b for a, b in zip(after, before, strict=True))
    assert [(p.groups, p.groupindex, p.flags) for p in after] == [(p.groups, p.groupindex, p.flags) for p in before]
    assert after[0].search("根据第 8/2 号决议")["m"] == "2"


def test_a_second_run_keeps_what_it_recalled_and_what_is_new(kept):
    compiled()
    patterns.keep()
    re.purge()
    patterns._known.clear()
    patterns.recall()
    re.compile("新的模式")
    patterns.keep()
    patterns._known.clear()
    patterns.recall()
    assert patterns._key("新的模式", 0) in patterns._known
    assert len(patterns._known) > len(PATTERNS)


def test_a_recalled_pattern_that_this_python_does_not_understand_is_compiled_anew(kept):
    compiled()
    patterns.keep()
    whole = store.path(patterns.NAME).read_bytes()
    code = patterns._entry(*PATTERNS[0])[3]
    assert code in whole
    store.keep(patterns.NAME, whole.replace(code, b"\xff" * len(code)))
    re.purge()
    patterns.recall()
    assert re.compile(*PATTERNS[0]).search("根据第 8/2 号决议")["m"] == "2"


def test_where_too_many_are_kept_those_that_were_used_last_remain(kept, monkeypatch):
    compiled()
    patterns.keep()
    patterns.recall()
    kept_before = len(patterns._known)
    monkeypatch.setattr(patterns, "MOST", kept_before)
    re.purge()
    patterns.recall()
    used = [re.compile(text, flags) for text, flags in PATTERNS[:2]]
    re.compile("另一个模式")
    patterns.keep()
    patterns.recall()
    assert len(used) == 2 and all(patterns._key(*pattern) in patterns._known for pattern in PATTERNS[:2])
    assert patterns._key("另一个模式", 0) in patterns._known
    assert len(patterns._known) <= kept_before


@pytest.mark.parametrize("damage", [b"", b"damaged", b"\xe9\x05\x00\x00\x00"])
def test_a_damaged_file_is_no_harm(kept, damage):
    store.keep(patterns.NAME, damage)
    re.purge()
    patterns.recall()
    assert re.compile("a+").match("aaa")


def test_a_python_that_was_not_tried_compiles_as_usual(kept, monkeypatch):
    compiled()
    monkeypatch.setattr(patterns, "TRIED", ())
    patterns.keep()
    assert not store.path(patterns.NAME).exists()
    assert sys.version_info >= (3, 11)
