"""A generated archive: many series of reports, each report a further edition of the one before it. Same seed, same bytes."""

from __future__ import annotations

import random
import re
from pathlib import Path

from benchmarks.cases import ROOT

LONG = 60  # characters; shorter blocks are headings and masthead lines and stay
COUNTED = re.compile(r"\d{2,3}(?= ?(?:个|名|项|份|起))")


def write_archive(root: Path, reports: int, series: int, seed: int = 1) -> None:
    """Fill ``root/corpus`` with ``reports`` reports in ``series`` series, made from the reports of this project's corpus."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").glob("*.zh.txt"))]
    (root / "corpus").mkdir(parents=True)
    rows: list[str] = []
    for number in range(series):
        text = texts[number % len(texts)]
        for year in range(reports // series):
            text = edition(text, chance)
            name = f"S{number:03}-{2000 + year}"
            (root / "corpus" / f"{name}.txt").write_text(text, encoding="utf-8")
            rows.append(_entry(name, number, 2000 + year))
    (root / "corpus" / "corpus.toml").write_text("\n".join(rows), encoding="utf-8")


def _entry(name: str, series: int, year: int) -> str:
    facts = {
        "file": f"{name}.txt",
        "symbol": name.replace("-", "/"),
        "series": f"series-{series:03}",
        "date": f"{year}-06-01",
    }
    return "[[report]]\n" + "".join(f'{key} = "{value}"\n' for key, value in {**facts, "language": "zh"}.items())


def edition(text: str, chance: random.Random) -> str:
    """``text`` with some paragraphs gone, some in another place, some figures changed."""
    blocks = re.split(r"\n\n+", text)
    kept = [block for block in blocks if len(block) < LONG or chance.random() > 0.02]
    if len(kept) > 20:
        a, b = sorted(chance.sample(range(10, len(kept)), 2))
        kept[a], kept[b] = kept[b], kept[a]
    changed = (
        COUNTED.sub(lambda m: str(int(m[0]) + chance.randint(1, 9)), block) if chance.random() < 0.2 else block
        for block in kept
    )
    return "\n\n".join(changed)
