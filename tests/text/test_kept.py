"""What an earlier run made of a language's tables is what this run would make, and counts for the same tables alone."""

from __future__ import annotations

import importlib
import marshal
import os
import pkgutil
import time

import pytest

import ccdiff
from ccdiff import seen, store
from ccdiff.derive.common_words import kinds
from ccdiff.derive.wording import _named, canonical
from ccdiff.files import Pieces
from ccdiff.language import HERE, Language, kept, load, plain

LONG_AGO = time.time_ns() - 10_000_000_000


@plain
def first_words(language: Language) -> tuple[str, ...]:
    return language.words("words")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder of tables, while what is kept goes to a folder of the test's own."""
    monkeypatch.setenv("CCDIFF_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr(kept, "_all", [])
    monkeypatch.setattr(kept, "PACKAGE", tmp_path / "code")
    store.folder.cache_clear()
    (tmp_path / "code").mkdir()
    (tmp_path / "zz").mkdir()
    write(tmp_path / "zz", "one | first\ntwo | second\n")
    yield tmp_path / "zz"
    store.folder.cache_clear()


def write(folder, text, when=LONG_AGO):
    (folder / "words.txt").write_text(text, encoding="utf-8")
    os.utime(folder / "words.txt", ns=(when, when))


def test_what_was_kept_is_not_made_again(folder):
    assert Language("zz", (folder,)).once(first_words) == ("one", "two")
    kept.keep()
    path = store.path(kept._all[0].name)
    whole = path.read_bytes()
    assert whole.count(b"one") == 2  # in the table, and among its first words
    path.write_bytes(whole.replace(b"one", b"six"))
    assert Language("zz", (folder,)).once(first_words) == ("six", "two")


def test_another_table_is_read_anew_whatever_was_kept(folder):
    Language("zz", (folder,)).once(first_words)
    kept.keep()
    write(folder, "six | first\ntwo | second\n", LONG_AGO + 1)
    assert Language("zz", (folder,)).once(first_words) == ("six", "two")


def test_nothing_is_kept_of_a_table_that_has_just_changed(folder):
    write(folder, "one | first\n", time.time_ns())
    Language("zz", (folder,)).once(first_words)
    kept.keep()
    assert not store.path(kept._all[0].name).exists()


@pytest.mark.parametrize("damage", [b"", b"damaged", marshal.dumps(7)])
def test_a_damaged_file_is_no_harm(folder, damage):
    language = Language("zz", (folder,))
    store.keep(language._kept.name, damage)
    assert language.once(first_words) == ("one", "two")


def test_a_ccdiff_whose_files_cannot_be_listed_keeps_nothing(folder, monkeypatch):
    monkeypatch.setattr(kept, "PACKAGE", folder / "words.txt" / "ccdiff")
    assert Language("zz", (folder,)).once(first_words) == ("one", "two")
    kept.keep()
    assert not store.path(kept._all[0].name).exists()


def test_a_language_that_was_kept_is_the_language(folder):
    shipped = (HERE / "zh",)
    before = Language("zh", shipped)
    wanted = before.rows("names"), before.once(kinds), before.once(_named)
    kept._all[0].seen = kept._seen(
        [folder], frozenset(seen.files(kept.PACKAGE))
    )  # as if the tables had not changed for long
    kept._all[0].folders = [folder]
    kept.keep()
    after = Language("zh", shipped)
    after._kept.file = Pieces(store.path(after._kept.name))
    after._kept.known = kept._places(after._kept.file)[1]
    assert (after.rows("names"), after.once(kinds), after.once(_named)) == wanted
    assert after._kept.fresh == {}
    assert after.once(canonical)("毒罪办的一名代表") == before.once(canonical)("联合国毒品和犯罪问题办公室的一位代表")


def test_words_of_a_few_kinds_and_the_parts_of_a_tuple_come_back_as_they_were():
    few = {f"word {n}": ("edge", "weak", "")[n % 3] for n in range(2000)}
    many = {f"word {n}": f"other {n}" for n in range(2000)}
    parts = (few, {"a": (2, 1)}, many, frozenset(many))
    found = kept._unpacked(marshal.loads(marshal.dumps(kept._packed(parts))))
    assert found == parts
    assert list(found[0].items()) == list(few.items())


def test_a_table_of_tables_and_words_that_share_their_values_come_back_as_they_were():
    shared = {f"word {n}": (f"name {n % 400}", "kind") for n in range(3000)}
    nested = ((shared, {f"b{n}": (2, n % 7) for n in range(2000)}, frozenset(shared)), {"stem": [((), "sense")]})
    found = kept._unpacked(marshal.loads(marshal.dumps(kept._packed(nested))))
    assert found == nested
    assert list(found[0][0].items()) == list(shared.items())
    assert len(marshal.dumps(kept._packed(shared))) < 0.6 * len(marshal.dumps(shared))


def made_of_tables():
    """Every function of ccdiff whose result is kept."""
    names = [
        module.name
        for module in pkgutil.walk_packages(ccdiff.__path__, "ccdiff.")
        if not module.name.endswith("__main__")
    ]
    modules = [importlib.import_module(name) for name in names]
    return [
        found
        for module in modules
        for found in vars(module).values()
        if getattr(found, "plain", False) is True and getattr(found, "__module__", "") == module.__name__
    ]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_all_that_is_to_be_kept_can_be_and_comes_back_as_it_was(code):
    """One value that cannot be written would keep all others from being kept: a named tuple is no plain one."""
    functions = made_of_tables()
    assert len(functions) > 40
    for make in functions:
        found = load(code).once(make)
        assert kept._unpacked(marshal.loads(marshal.dumps(kept._packed(found)))) == found, make.__qualname__
