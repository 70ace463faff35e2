"""Inside one running process: a warm pair."""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.cases import NEW, OLD


def timed(action: Callable[[], object], times: int) -> float:
    """The median seconds of ``times`` calls, after one that is not counted."""
    action()
    found = []
    for _ in range(times):
        start = time.process_time()
        action()
        found.append(time.process_time() - start)
    return median(found)


def pair(old_text: str, new_text: str) -> Callable[[], object]:
    """One pair through all rooms, from text to HTML, with nothing remembered but what a language knows."""
    from ccdiff.compare import compare, read_report
    from ccdiff.render import render

    paths = _written(old_text, new_text)

    def once() -> object:
        _forget()
        old, new = (read_report(path) for path in paths)
        return render(compare(old, new), "html")

    return once


def chain(old_text: str, new_text: str) -> Callable[[], object]:
    """The next pair of a series in a build: one report is read anew, of the other the last comparison knows what it found.

    The two texts take turns, each read as a further report of the series; two comparisons a call, one in each direction.
    """
    from ccdiff.compare import compare, read_report
    from ccdiff.render import render

    paths = _written(old_text, new_text)
    last = [read_report(paths[-1])]

    def twice() -> object:
        page: object = None
        for path in paths:
            _forget()
            last.append(read_report(path))
            page = render(compare(last.pop(0), last[0]), "html")
        return page

    return twice


def _written(*texts: str) -> list[Path]:
    folder = Path(tempfile.mkdtemp(prefix="ccdiff-bench-"))
    paths = [folder / f"{number}.txt" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def _forget() -> None:
    """A build meets every text for the first time."""
    from ccdiff.text.memory import forget
    from ccdiff.text.normalise import fold

    forget()
    fold.cache_clear()


def jieba_cuts(*texts: str) -> Callable[[], object]:
    """jieba, loaded, cutting ``texts``."""
    import jieba

    jieba.setLogLevel(60)
    jieba.initialize()
    return lambda: [jieba.lcut(text, HMM=False) for text in texts]


def longer(text: str, times: int) -> str:
    """``text`` repeated, its paragraph numbers counting on, so that it reads as one long report."""
    import re

    number = re.compile(r"^(?:- )?(\d{1,3})\. ", re.MULTILINE)
    last = max((int(found) for found in number.findall(text)), default=0)
    body = text[text.find("\n1. ") :] if "\n1. " in text else text
    parts = [text]
    for n in range(1, times):
        parts.append(number.sub(lambda m, n=n: f"{int(m[1]) + n * last}. ", body))  # type: ignore[misc]
    return "\n\n".join(parts)


def main() -> None:
    """Print what was measured, for ``benchmarks.__main__`` to read: one JSON object."""
    import json

    from ccdiff.text.segment import engine

    if sys.argv[1:] == ["jieba"]:
        sys.modules["rjieba"] = None  # type: ignore[assignment]
    old, new = OLD.read_text(encoding="utf-8"), NEW.read_text(encoding="utf-8")
    gc.set_threshold(200_000, 10, 10)  # as the command line does
    if sys.argv[1:] == ["rjieba"]:
        engine()  # as a build does before its first pair
    found: dict[str, object] = {
        "pair": timed(pair(old, new), 7),
        "chain": timed(chain(old, new), 5) / 2,
        "jieba": timed(jieba_cuts(old, new), 7),
    }
    print(json.dumps(found))


if __name__ == "__main__":
    main()
