"""Words of a text. Figures, dates, symbols and known names are single words; the rest is cut by jieba (or rjieba).

jieba is used with HMM off: then its cuts and those of rjieba (Rust, about 20 times faster, ``pip install ccdiff[fast]``)
are the same, so the engine never shows in an output. The dictionary is read without jieba's cache file: that file lies in
a folder which other users can write to. Where an earlier run could keep the dictionary in a folder of the user's own, it is
not loaded at all (``dictionary``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from ccdiff.text.finder import Finder, buckets, many_texts
from ccdiff.text.memory import Remembered

Cut = Callable[[str], Iterable[str]]

NUMERAL = "〇零一二三四五六七八九十百千万亿两"
HAN = r"㐀-䶿一-笫笭-鿿\uf900-\ufaff"  # without 第, which may begin an ordinal
LATIN = r"[^\W\d_㐀-鿿\uf900-\ufaff぀-ヿ가-힣]+"
WORD = re.compile(  # a run of Chinese characters up to the next 第, or any other word
    rf"([{HAN}][{HAN}〇]*|第(?!\s*(?:\d+(?:/\d+)?|[{NUMERAL}]+)\s*[号条款段项次届章节场期])[{HAN}〇]*)"
    r"|("
    r"[，。、；：]"
    r"|[A-Za-z]+-\d+(?![A-Za-z0-9])"  # COVID-19, SARS-2
    r"|https?://[^\s<>，。；）)]+|www\.[^\s<>，。；）)]+"
    r"|[A-Z][A-Za-z0-9.]{0,39}(?:/[A-Za-z0-9.\-]*[A-Za-z0-9])+"  # CAC/COSP/EG.1/2019/L.1/Add.1
    r"|\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?|\d{1,2}\s*月\s*\d{1,2}\s*日"  # 2019 年 5 月 31 日
    rf"|第\s*(?:\d+(?:/\d+)?|[{NUMERAL}]+)\s*[号条款段项次届章节场期]"  # 第 8/2 号, 第四十六条, 第九次
    r"|(?:\d+(?:[,，]\d{3})+(?:\.\d+)?|\d+(?:[./]\d+)*)(?:\s?[%％]|[万亿]+)?"  # 23,876  11.4%  8/2  82.7万亿
    rf"|{LATIN}(?:['’\-]{LATIN})*"  # Cotroni, COVID, non-governmental
    r"|\s+|."
    r")",
    re.DOTALL,
)

BETWEEN = "\n"

_using: list[tuple[str, Cut]] = []  # the word cutter and its name, once there is one


def engine() -> str:
    """Load the word cutter that is fastest once it is loaded, for many texts: "rjieba" where it is installed. Its name.

    Finders of wordings, too, then prepare for many texts.
    """
    many_texts()
    _using[:] = [_loaded()]
    return _using[0][0]


def _cut(text: str) -> Iterable[str]:
    if not _using:
        _using.append(_mapped() or _loaded())
    return _using[0][1](text)


def _loaded() -> tuple[str, Cut]:
    try:
        import rjieba

        return "rjieba", lambda text: rjieba.cut(text, hmm=False)
    except ImportError:
        return _mapped() or ("jieba", jieba_cutter())


def _mapped() -> tuple[str, Cut] | None:
    """jieba's dictionary as an earlier run has kept it (see ``dictionary``): no loading, one report takes a tenth of it."""
    from ccdiff import store
    from ccdiff.text import dictionary

    source = dictionary.table()
    path = source and store.path(dictionary.name(source))
    if path is None or not path.is_file():
        return None
    try:
        return "mapped", dictionary.Dictionary(path).cut
    except (OSError, ValueError, EOFError, TypeError):  # not whole; it is made anew by ``keep_dictionary``
        path.unlink(missing_ok=True)
        return None


def keep_dictionary() -> None:
    """Keep jieba's dictionary for the runs to come, so that they need not load it. Takes a second, once."""
    from ccdiff import store
    from ccdiff.text import dictionary

    source = dictionary.table()
    if source is None or (path := store.path(dictionary.name(source))) is None or path.exists():
        return
    store.forget(f"{dictionary.NAME}*")
    store.keep(path.name, dictionary.mapped(source))


def jieba_cutter() -> Cut:
    """jieba's own cutter with HMM off, its dictionary read from the package and cached nowhere."""
    import logging

    import jieba

    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    tokenizer.initialized = True
    return lambda text: tokenizer.cut(text, HMM=False)


class Segmenter:
    """Cuts texts into words; joined, the words give the text back to the letter.

    ``names`` are kept whole, the longest first. ``cut`` replaces the engine (tests hold jieba against rjieba with it).
    """

    def __init__(self, names: Iterable[str] | Finder[None] = (), cut: Cut | None = None) -> None:
        self._cut = cut
        self._names = names if isinstance(names, Finder) else Finder(buckets(dict.fromkeys(names)))
        self._known = Remembered(lambda text: tuple(self._words(text)))
        self._runs = Remembered(lambda run: tuple((self._cut or _cut)(run)))

    def words(self, text: str) -> tuple[str, ...]:
        """The words of ``text``, in order, spaces and points included."""
        return self._known[text]

    def forget(self) -> None:
        """Give back the memory of the texts that were cut: a long build cuts many."""
        self._known.clear()
        self._runs.clear()

    def _words(self, text: str) -> list[str]:
        words: list[str] = []
        start = 0  # of what lies before the next known name
        for at, name, _ in self._names.find(text):
            if start < at:
                words += self._plain(text[start:at])
            words.append(name)
            start = at + len(name)
        return words + self._plain(text[start:])

    def _plain(self, text: str) -> list[str]:
        words: list[str] = []
        found = WORD.findall(text)
        new = [run for run, _ in found if run and run not in self._runs]
        if len(new) > 1:
            self._cut_together(new)
        for run, word in found:
            if run:
                words += self._runs[run]
            else:
                words.append(word)
        return words

    def _cut_together(self, runs: list[str]) -> None:
        """Several runs of Chinese characters as one text: a line feed is a word of its own and parts all others."""
        cut = [BETWEEN, *(self._cut or _cut)(BETWEEN.join(runs)), BETWEEN]
        ends = [at for at, word in enumerate(cut) if word == BETWEEN]
        if len(ends) == len(runs) + 1:
            for run, start, end in zip(runs, ends, ends[1:], strict=False):
                self._runs.learn(run, tuple(cut[start + 1 : end]))
