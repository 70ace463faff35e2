"""What the thing is called that is announced: the run of content words that a plan and a deed share, without who acts and without the verb."""

from __future__ import annotations

import re

from ccdiff.derive.progress.names import runs_of, undated
from ccdiff.derive.progress.words import words
from ccdiff.derive.recommendations.asks import frames
from ccdiff.derive.recommendations.likeness import telling_parts
from ccdiff.derive.recommendations.matter import classes, key
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.reading import Reading

PART = 0.3  # of what the fullest name holds of what is shared: in Chinese the thing stands last (在岘港兴建一座冷藏库)
SHORT = 3  # letters that no name of a thing has

Parts = frozenset[str]


@record
class Naming:
    """``who``: how the name of one who acts begins; ``deed``: what stands before a thing that is named ("to host a")."""

    who: re.Pattern[str]
    deed: re.Pattern[str]


def naming(language: Language) -> Naming:
    """The kinds ``who`` and ``deed`` of the table ``deeds``. Use ``language.once(naming)``."""
    rows = language.rows("deeds")
    who = sorted({word for row in rows if row[0] == "who" for word in row[1:]}, key=len, reverse=True)
    base = sorted(
        {row[1] for row in rows if row[0] in ("deed", "off", "later") and row[1].isascii()}, key=len, reverse=True
    )
    part = sorted(
        {row[3] for row in rows if row[0] in ("deed", "off", "later") and len(row) == 5}, key=len, reverse=True
    )
    some, done = "|".join(base) or "(?!)", "|".join(part) or "(?!)"
    small = r"(?:(?:a|an|the|its|their|to)\s+)*"
    return Naming(
        re.compile("|".join(rf"\b{w}\b" if w.isascii() else w for w in who) or r"(?!)", re.IGNORECASE),
        re.compile(
            rf"^(?:.*?\bto\s+(?:{some})\s+|(?:{some}|{done})\s+(?!(?:of|on|for|in|with|to|between|from|by|against)\b)){small}",
            re.IGNORECASE,
        ),
    )


def bare(name: str, known: Naming) -> str:
    """The name of a thing without the verb before it ("offered to host a study visit"), where more than a verb is left."""
    thing = known.deed.sub("", name)
    return thing if len(thing) > SHORT else name


def run_of(
    here: Reading, text: str, shared: Parts, weight: dict[str, float], least: float, last: bool, heads: bool = True
) -> str:
    """The run of content words that holds most of what is shared, by weight ``least`` or more; ``last``: the thing stands behind;
    ``heads``: only where its last word is shared."""
    deeds = here.language.once(words).deeds
    found: list[tuple[float, str]] = []
    for run in runs_of(text, here):
        run = _trimmed(here, run)
        named = "".join(run).strip()
        parts = telling_parts(here, named, deeds)
        held = sum(weight[part] for part in sorted(parts & shared))
        if held >= least and named and (not heads or named.isascii() or _heads(here, run, parts, deeds) & shared):
            found.append((held, named))
    known = here.language.once(naming)
    plain = [(held, name) for held, text_of in found for name in [bare(text_of, known)] if name]
    found = [(held, name) for held, name in plain if not known.who.match(name)] or plain or found
    most = max((held for held, _ in found), default=0.0)
    if last and text.isascii():
        return next((name for held, name in found if held == most), "")
    names = [name for held, name in found if held >= (most if last else PART * most)]
    return next(iter(names if text.isascii() else reversed(names)), "")


def _heads(here: Reading, run: list[str], parts: Parts, deeds: frozenset[str]) -> Parts:
    """What the last word of a name tells, with the one before it where it only rounds the name off."""
    common, found = here.language.once(classes), Parts()
    rounding = here.language.once(frames).rounding | here.language.once(words).drafts  # 管理办法草案 becomes 管理办法
    for word in reversed(run):
        told = telling_parts(here, word, deeds) & parts
        found |= told
        if told and common.get(word) != "tail" and word not in rounding:
            return found
    return found or parts


def _trimmed(here: Reading, run: list[str]) -> list[str]:
    """A run without the words in front that name nothing (一届, two hundred)."""
    common, run = here.language.once(classes), undated(run, here)
    while len(run) > 1 and common.get(key(run[0].strip().lower())) == "edge":
        run = run[1:]
    return run
