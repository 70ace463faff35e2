"""The mapped dictionary cuts as jieba cuts, to the letter; and it is used only where it can be trusted."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccdiff import store
from ccdiff.text import dictionary, segment
from ccdiff.text.segment import WORD, jieba_cutter

CORPUS = sorted((Path(__file__).parents[2] / "corpus").glob("*.txt"))


@pytest.fixture(scope="module")
def words(tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "words"
    path.write_bytes(dictionary.mapped(dictionary.table()))
    return dictionary.Dictionary(path)


@pytest.fixture(scope="module")
def jieba_cut():
    return jieba_cutter()


def test_every_word_of_the_corpus_is_cut_as_jieba_cuts_it(words, jieba_cut):
    runs = {run for path in CORPUS for run, _ in WORD.findall(path.read_text()) if run}
    assert len(runs) > 2000
    assert [run for run in runs if words.cut(run) != list(jieba_cut(run))] == []


@given(st.text(alphabet="中华人民共和国会议通过了第〇三十四条龘㐀龻豈一不在于的是上下", min_size=1, max_size=30))
@settings(max_examples=300, deadline=None)
def test_characters_in_any_order_are_cut_as_jieba_cuts_them(words, jieba_cut, text):
    assert words.cut(text) == list(jieba_cut(text))


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("CCDIFF_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(segment, "_using", [])
    store.folder.cache_clear()
    yield tmp_path / "kept"
    store.folder.cache_clear()


def test_a_kept_dictionary_is_used_by_the_next_run(kept, monkeypatch):
    monkeypatch.setattr(dictionary, "mapped", lambda source: small(source))
    segment.keep_dictionary()
    assert segment._mapped()[0] == "mapped"
    assert list(segment._mapped()[1]("中国人")) == ["中国人"]


@pytest.mark.parametrize("damage", [b"", b"no dictionary at all, but long enough for a header", "cut short"])
def test_a_damaged_dictionary_is_taken_away_and_not_used(kept, damage):
    path = kept / dictionary.name(dictionary.table())
    store.keep(path.name, small()[:-9] if damage == "cut short" else damage)
    assert segment._mapped() is None
    assert not path.exists()


def test_a_folder_that_others_may_write_to_is_not_trusted(kept):
    kept.mkdir()
    kept.chmod(0o777)
    assert store.path("words") is None
    assert segment._mapped() is None


def test_no_folder_keeps_nothing(monkeypatch):
    monkeypatch.setenv("CCDIFF_CACHE", "")
    store.folder.cache_clear()
    store.keep("words", b"")
    assert store.path("words") is None
    store.folder.cache_clear()


def small(source=None, table="中 5 n\n国 4 n\n中国 9 n\n中国人 90 n\n"):
    path = Path(os.environ["CCDIFF_CACHE"]) / "table"
    path.parent.mkdir(exist_ok=True)
    path.write_text(table)
    return MAPPED(path)


MAPPED = dictionary.mapped
