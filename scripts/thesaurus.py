"""Make the tables ``thesaurus`` and ``inflections`` of both languages from two free dictionaries.

    python scripts/thesaurus.py CEDICT WORDNET

CEDICT is a copy of CC-CEDICT (``cedict_ts.u8``; https://cc-cedict.org, CC BY-SA 4.0), WORDNET the folder of WordNet's files (``data.noun``,
``index.noun``, ``noun.exc`` ...; https://wordnet.princeton.edu, its own free licence; Debian's package ``wordnet-base`` has it). What is taken, and why, stands in
docs/adr/0007. The tables are written beside the other tables of the language; nothing else is touched, and the same dictionaries give the same bytes.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import jieba

LANGUAGE = Path(__file__).parents[1] / "ccdiff" / "language"
ENTRY = re.compile(r"\S+ (\S+) \[[^\]]*\] /(.*)/")
WORD = re.compile("[\u4e00-\u9fff]{2,6}")
POINTS = re.compile(
    r"[\u4e00-\u9fff\[\]]|^(?:CL:|variant|abbr|see |also |same as|used |equivalent)"
)  # no meaning, but a word about the word
STYLE = re.compile(
    r"\b(archaic|old|dialect|slang|coll|literary|fig|Tw|Cantonese|vulgar|derog|Internet|Buddhism|idiom|classical|loanword|onom|bound form|Taiwan|polite"
    r"|honorific|humble|jocular|euphemis\w*|neologism|Japanese|Beijing|name|surname)\b"
)
MOST_WORDS = (
    12  # of one gloss: more of them ("to raise", "situation", 1.3 per cent of the glosses) are words of many uses
)
GLOSS = range(3, 41)  # letters
SENSES = 2  # of a word of WordNet, the commonest first: with all nine in ten pairs more, most of them rare uses
ACTS = frozenset(
    {"04", "07", "09", "10", "11", "19", "21", "22", "26", "28"}
)  # WordNet's files of nouns of act, attribute, event, state ...: not person, not thing
QUANTITY, USAGE = "23", ";u"  # its file of numbers; the mark of slang, slurs and archaisms
SPECIES = frozenset({"05", "20"})  # its files of animals and plants: most of them names in Latin
COARSE = re.compile("fuck|shit|nigg|bitch|bastard|whore|cunt")
PARTS = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
ENDINGS = (
    *(("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e")),
    *((f"{c}{c}{ending}", c) for c in "bdgklmnprt" for ending in ("ed", "ing")),
)


def main(cedict: Path, wordnet: Path) -> None:
    """Write the tables of both languages."""
    _write("zh", "thesaurus", ZH_HEAD, chinese(cedict.read_text(encoding="utf-8").splitlines()))
    words = WordNet(wordnet)
    rows = sorted({*words.synonyms(), *words.kin()})
    _write("en", "thesaurus", EN_HEAD, rows)
    known = {word for _, *some in rows for word in some}
    forms = [("form", form, base) for form, base in words.forms() if base in known]
    _write("en", "inflections", FORMS_HEAD, [*(("ending", *pair) for pair in ENDINGS), *forms])


def chinese(lines: Iterable[str]) -> list[tuple[str, ...]]:
    """Rows (gloss, word, word ...): the Chinese words of two to six characters that have one English gloss, in plain style."""
    common = {line.split(" ")[0] for line in _dictionary()}
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in filter(None, map(ENTRY.match, lines)):
        word, meanings = entry.groups()
        if word in common and WORD.fullmatch(word) and not meanings[:1].isupper():
            for gloss in _glosses(meanings):
                found[gloss][word] = None
    return sorted((gloss, *words) for gloss, words in found.items() if 2 <= len(words) <= MOST_WORDS)


def _dictionary() -> list[str]:
    return (Path(jieba.__file__).parent / "dict.txt").read_text(encoding="utf-8").splitlines()


def _glosses(meanings: str) -> Iterator[str]:
    for meaning in meanings.split("/"):
        if not STYLE.search(meaning) and not POINTS.search(meaning):
            for part in re.split(r"[;,]", re.sub(r"\([^)]*\)", "", meaning)):
                gloss = re.sub(r"^(?:an?|the) ", "", " ".join(part.split()).lower().strip(" .!?…|"))
                if len(gloss) in GLOSS:
                    yield gloss


@dataclass(frozen=True)
class Synset:
    """One meaning of WordNet: its file, its words, and from which word it leads to which word of which other meaning."""

    file: str
    words: tuple[str, ...]
    leads: tuple[
        tuple[int, str, str, int], ...
    ]  # number of the word, part and offset of the other meaning, number of the word there


class WordNet:
    """WordNet's files, as far as the tables need them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.rank: dict[tuple[str, str, str], int] = {}  # word, part, offset: which of the word's meanings this is
        self.used: set[str] = set()  # words that WordNet's tagged texts have
        self.synsets: dict[tuple[str, str], Synset] = {}
        for part in ("noun", "verb", "adj", "adv"):
            for line in self._lines(f"index.{part}"):
                self._index(part, line)
            for line in self._lines(f"data.{part}"):
                self._data(part, line)

    def _lines(self, name: str) -> list[str]:
        text = (self.folder / name).read_text(encoding="latin-1")
        return [line for line in text.splitlines() if not line.startswith("  ")]

    def _index(self, part: str, line: str) -> None:
        word, _, _, pointers, *rest = line.split()
        tagged, *offsets = rest[int(pointers) + 1 :]
        self.rank.update(((word, part, offset), at) for at, offset in enumerate(offsets))
        if tagged != "0":
            self.used.add(word)

    def _data(self, part: str, line: str) -> None:
        offset, file, _, count, *rest = line.split(" | ")[0].split()
        size = 2 * int(count, 16)
        words = tuple(re.sub(r"\((?:a|p|ip)\)$", "", word) for word in rest[:size:2])
        pointers = rest[size + 1 : size + 1 + 4 * int(rest[size])]
        leads = tuple(
            (int(ends[:2], 16) - 1, PARTS[other], to, int(ends[2:], 16) - 1)
            for sign, to, other, ends in zip(*(pointers[k::4] for k in range(4)), strict=True)
            if sign in ("+", "\\") and ends != "0000"
        )
        if file != QUANTITY and USAGE not in pointers[::4] and not any(map(str.isdigit, words)):
            self.synsets[part, offset] = Synset(file, words, leads)

    def _common(self, word: str, part: str, offset: str) -> bool:
        return (
            word.islower()
            and not COARSE.search(word)
            and word.replace("_", "").replace("-", "").isalpha()
            and self.rank.get((word, part, offset), SENSES) < SENSES
        )

    def synonyms(self) -> Iterator[tuple[str, ...]]:
        """Rows (part, word, word ...): the words of one meaning; of animals and plants only where a tagged text has one."""
        for (part, offset), synset in self.synsets.items():
            words = [word for word in synset.words if self._common(word, part, offset)]
            if len(words) > 1 and (synset.file not in SPECIES or self.used.intersection(words)):
                yield part, *(word.replace("_", " ") for word in words)

    def kin(self) -> Iterator[tuple[str, ...]]:
        """Rows ("kin", word, word): the noun of an act or state and its verb or adjective, the adverb and its adjective."""
        for (part, offset), synset in self.synsets.items():
            for at, other, to, there in synset.leads:
                target = self.synsets.get((other, to))
                if not target:
                    continue
                one, two = synset.words[at], target.words[there]
                known = self._common(one, part, offset) and self._common(two, other, to)
                if known and one < two and "_" not in one + two and self._kin(part, synset, other, target):
                    yield "kin", one, two

    @staticmethod
    def _kin(part: str, synset: Synset, other: str, target: Synset) -> bool:
        acts = all(s.file in ACTS for p, s in ((part, synset), (other, target)) if p == "noun")
        return part != other and acts

    def forms(self) -> Iterator[tuple[str, str]]:
        """Irregular forms of words that WordNet's tagged texts have: (form, word)."""
        found = {
            (form, base)
            for part in ("noun", "verb", "adj")
            for form, *bases in map(str.split, self._lines(f"{part}.exc"))
            for base in bases
            if base in self.used and form != base and "_" not in form
        }
        yield from sorted(found)


def _write(code: str, table: str, head: str, rows: Iterable[tuple[str, ...]]) -> None:
    text = head + "".join(f"{' | '.join(row)}\n" for row in rows)
    (LANGUAGE / code / f"{table}.txt").write_text(text, encoding="utf-8")


ZH_HEAD = """\
# Words that have one English gloss: what different translators may write for one English word. General knowledge, not taken from any report.
#   gloss | word | word ...
# Made by scripts/thesaurus.py from CC-CEDICT (https://cc-cedict.org), whose licence this table has: CC BY-SA 4.0
# (https://creativecommons.org/licenses/by-sa/4.0/). Kept: words of two to six characters that jieba's dictionary knows, in plain style.
"""
EN_HEAD = """\
# Words that have one meaning, and nouns with their verbs or adjectives (kin). General knowledge, not taken from any report.
#   part of speech | word | word ...
# Made by scripts/thesaurus.py from WordNet 3.0 (https://wordnet.princeton.edu), Copyright 2006 by Princeton University, all rights reserved; used
# under its licence, which permits this use where this notice stands: THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
# UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. Kept: of each word its two commonest meanings.
"""
FORMS_HEAD = """\
# How words are inflected: what the table `thesaurus` has under another form.
#   ending | ending in a text | what stands in its place (nothing: it is taken off)
#   form | irregular form | word
# Made by scripts/thesaurus.py from WordNet 3.0 (https://wordnet.princeton.edu), Copyright 2006 by Princeton University, all rights reserved; used
# under its licence, which permits this use where this notice stands: THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON
# UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED.
"""

if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
