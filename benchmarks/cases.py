"""The cold pair: one process from start to end, for the 8th and 9th expert meeting's reports of the corpus."""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path

from benchmarks.measure import Case

ROOT = Path(__file__).parent.parent
OLD = ROOT / "corpus" / "CAC-COSP-EG.1-2019-4.zh.txt"
NEW = ROOT / "corpus" / "CAC-COSP-EG.1-2020-3.zh.txt"
READ = "import sys; old, new = (open(path, encoding='utf-8').read() for path in sys.argv[1:3]); "
WITHOUT_FAST = "import sys; sys.modules['rjieba'] = None; "
NOTHING_KEPT = "import os; os.environ['CCDIFF_CACHE'] = ''; "
RUN = "from ccdiff.cli import main; main()"
NO_WORDS = "no Chinese words, no alignment, no summary"
CUTS_ONLY = "cuts the words and nothing else"


def cold(page: Path) -> list[Case]:
    """Every case of the cold pair; ``page`` is where ccdiff writes its HTML."""
    compare = ["compare", str(OLD), str(NEW), "--root", str(ROOT), "-o", str(page)]
    cases = [
        Case("python -c pass", [sys.executable, "-c", "pass"], "does nothing"),
        Case("ccdiff --help", [sys.executable, "-m", "ccdiff", "--help"]),
        Case("ccdiff compare to HTML (rjieba installed)", [sys.executable, "-m", "ccdiff", *compare]),
        Case("ccdiff compare to HTML (without rjieba)", [sys.executable, "-c", WITHOUT_FAST + RUN, *compare]),
        Case("the same, nothing kept by an earlier run (rjieba)", [sys.executable, "-c", NOTHING_KEPT + RUN, *compare]),
        Case(
            "the same, nothing kept (without rjieba)",
            [sys.executable, "-c", WITHOUT_FAST + NOTHING_KEPT + RUN, *compare],
        ),
        _python("jieba cuts both texts", "import jieba; list(jieba.cut(old + new, HMM=False))", CUTS_ONLY),
        _python("rjieba cuts both texts", "import rjieba; rjieba.cut(old + new, hmm=False)", CUTS_ONLY),
        _python("diff-match-patch, time-out 1 s", _dmp(1.0), NO_WORDS + "; the result hangs on the machine's speed"),
        _python("diff-match-patch, no time-out", _dmp(0.0), NO_WORDS, once=True),
        _python(
            "difflib, by lines", "import difflib; list(difflib.ndiff(old.splitlines(), new.splitlines()))", NO_WORDS
        ),
        Case("git diff --no-index --word-diff", _git(), NO_WORDS, (0, 1)),
    ]
    if find_spec("redlines"):
        redlines = "import redlines; redlines.Redlines(old, new).output_markdown"
        cases.append(_python("redlines", redlines, NO_WORDS))
    if shutil.which("wdiff"):
        cases.append(Case("wdiff", ["wdiff", str(OLD), str(NEW)], NO_WORDS, (0, 1)))
    return cases


def _python(name: str, code: str, note: str, once: bool = False) -> Case:
    return Case(name, [sys.executable, "-c", READ + code, str(OLD), str(NEW)], note, once=once)


def _dmp(timeout: float) -> str:
    make = "from diff_match_patch import diff_match_patch as D; d = D(); "
    return f"{make}d.Diff_Timeout = {timeout}; x = d.diff_main(old, new); d.diff_cleanupSemantic(x)"


def _git() -> list[str]:
    return ["git", "diff", "--no-index", "--word-diff", str(OLD), str(NEW)]
