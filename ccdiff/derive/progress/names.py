"""What an announced thing is called: runs of content words, as far as another sentence holds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ccdiff.derive.progress.words import TELLING, words
from ccdiff.derive.recommendations.matter import MASK, classes, key, reduced, terms
from ccdiff.reading import Reading


def until_aim(text: str, reading: Reading) -> str:
    """What stands before the first word of direction or aim; the whole text where there is none."""
    toward, length = reading.language.once(words).toward, 0
    for word in reading.words(text):
        if word.strip().lower() in toward:
            return text[:length]
        length += len(word)
    return text


def tells(reading: Reading, text: str) -> bool:
    """Whether a text names a thing: a date or what is done with it does not (预计将于2018年年底发布)."""
    deeds = reading.language.once(words).deeds
    found = (term.words[0] for term in terms(reading, text) if len(term.words) == 1 and term.base >= TELLING)
    return any(word.strip() not in deeds and not any(c.isdigit() for c in word) for word in found)


def name_of(runs: Iterable[list[str]], other: str, here: Reading) -> str:
    """The first run of content words that the other sentence holds, with its last word, and half as much of it as the most.

    不具约束力的准则 are not 不具约束力的建议和结论: 8th report, 20; 2023 note, 25.
    """
    plain = here.language.once(reduced)
    named: list[tuple[int, str]] = []
    words: dict[str, None] = {}
    for run in runs:
        held = [bool(word.strip()) and plain(word).strip() != MASK and plain(word).strip() in other for word in run]
        run = _cut(run, held, here)
        shared = sum(len(word) for word, is_held in zip(run, held, strict=False) if is_held and len(word.strip()) > 1)
        words |= dict.fromkeys(word.strip() for word, is_held in zip(run, held, strict=False) if is_held)
        if shared:
            named.append((shared, "".join(undated(run, here)).strip()))
    most = max((size for size, _ in named), default=0)
    name = next((run for size, run in named if 2 * size >= most), "") if most > 2 else ""
    things = (
        word for word in words if len(word) > 1 and undated([word], here)
    )  # the longest thing, where it is only a date
    return name or (max(things, key=len, default="") if most > 2 else "")


def undated(run: list[str], here: Reading) -> list[str]:
    """A run without the dates, the deeds and the words that only hold it together at either end: "30,000 households" is no year."""
    known = here.language.once(words)
    plain = here.language.once(reduced)

    def bare(word: str) -> bool:
        core = word.strip().lower()
        return not core or core in known.joiners or core[:1].isdigit() or plain(core).strip() in known.deeds

    while run and bare(run[0]):
        run = run[1:]
    while run and bare(run[-1]):
        run = run[:-1]
    return run


def _cut(run: list[str], held: list[bool], here: Reading) -> list[str]:
    """The run up to its last word that the other sentence holds; empty where that word only qualifies one that it does not hold.

    国家主管机关名录的数据(迁移) is cut before the verb; 不具约束力(的准则) and 追回资产(工作) are other things.
    """
    common, joiners = here.language.once(classes), here.language.once(words).joiners
    last = max((k for k, word in enumerate(run) if held[k] and len(word.strip()) > 1), default=-1)
    rest = [word.strip().lower() for word in run[last + 1 :] if word.strip()]
    qualifies = bool(rest) and (rest[0] in joiners or common.get(key(rest[0])) == "tail")
    return [] if last < 0 or qualifies else run[: last + 1]


def runs_of(text: str, here: Reading) -> Iterator[list[str]]:
    """Runs of content words, held together by 的, 和, of, and; a word behind one of these belongs to the run whatever it is."""
    common, known = here.language.once(classes), here.language.once(words)
    joiners, opens = known.joiners, known.opens
    run: list[str] = []
    for word in here.words(text):
        plain = word.strip().lower()
        joined = bool(run) and run[-1].strip().lower() in joiners
        says = joined or plain in opens or common.get(key(plain)) != "edge"
        content = len(plain) > 1 and any(c.isalpha() for c in plain) and says
        if content or (run and (not plain or plain in joiners)):
            run.append(word)
        elif run:
            yield _without_tail(run, joiners)
            run = []
    if run:
        yield _without_tail(run, joiners)


def _without_tail(run: list[str], joiners: frozenset[str]) -> list[str]:
    while run and (run[-1].strip().lower() in joiners or not run[-1].strip()):
        run = run[:-1]
    return run
