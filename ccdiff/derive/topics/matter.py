"""A candidate for a topic, and whether the other report treats its matter."""

from __future__ import annotations

import re
from functools import partial

from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import Lexicon, Run, joined, kind_of, other_number
from ccdiff.derive.wording import canonical
from ccdiff.language import Language
from ccdiff.model.named import NamedTuple
from ccdiff.model.record import record
from ccdiff.reading import Reading, meaning
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold

LONGEST = 60  # characters of a label; the longest agenda title of the five reports has 49
HEADS = ("strong", "light", "fresh", "event", "none", "actor")
PREFIX = 10  # characters before a head that tell which of its kind it is (COVID-19 大流行)
OWN_PLACE = frozenset(["recommendations", "agenda", "section", "chapter", "theme", "mode", "joint", "resolution"])
ACRONYM = re.compile(r"[A-Z][A-Za-z]*[A-Z]+[A-Za-z]*(?:-\d+)?\Z|[A-Z]+-\d+\Z")


@record
class Candidate:
    """A matter that only one report seems to treat.

    ``label``: its words as they stand; ``places``: unit -> the words as they stand there; ``kind``: the finder's; ``keys``: the
    words by which two candidates are known to be one matter; ``level``: of a paragraph's name, how many phrases there name it better;
    ``central``: whether the paragraph begins with it, presents it or comes back to it; ``ways``: in how many ways it was found.
    """

    label: str
    kind: str
    places: dict[str, str]
    keys: tuple[str, ...] = ()
    level: int = 0
    central: bool = False
    ways: int = 1


def renamed(one: Candidate, label: str, places: dict[str, str] | None = None) -> Candidate:
    """A candidate under another label, with its words at other places where they are given."""
    return Candidate(
        label, one.kind, one.places if places is None else places, one.keys, one.level, one.central, one.ways
    )


def content(label: str, side: Side) -> tuple[str, ...]:
    """The keys of the words of ``label`` that are not weak; where all are, of the weak ones."""
    return side.here.once(_contents)[label]


def _contents(reading: Reading) -> Remembered[tuple[str, ...]]:
    """The same by label: several ways of weighing ask for it. Use ``reading.once(_contents)``."""
    kind, key, cut = reading.language.once(kind_of), reading.language.once(canonical), reading.once(_words)
    lexicon = reading.language.once(Lexicon)

    def content(label: str) -> tuple[str, ...]:
        words = cut[label]
        named = [lexicon[w].key for w in words if kind(w) in ("", "common")]
        return tuple(dict.fromkeys(named or [key(w) for w in words if kind(w) == "weak"]))

    return Remembered(content)


def _words(reading: Reading) -> Remembered[list[str]]:
    """By label, its words that may tell. Use ``reading.once(_words)``."""

    def cut(label: str) -> list[str]:
        words = joined(reading.words(label), reading.language)
        return [w for w in words if len(w) > 1 and w[0].isalpha() and not (w.startswith("第") and len(w) > 2)]

    return Remembered(cut)


def core(label: str, side: Side) -> tuple[str, ...]:
    """The keys of the words that tell this matter from others: content that is not common, and what the table of heads says."""
    language = side.here.language
    kind, lexicon, table = language.once(kind_of), language.once(Lexicon), language.once(heads)
    kin = language.once(kindred)
    words = side.here.once(_words)[label]
    own = [lexicon[w].key for w in words if not kind(w) and w.lower() not in table and not side.body(w)]
    own += [kin[w.lower()] for w in words if w.lower() in kin]
    low = label.lower()
    ends = (kin[k] for k in kin if low.endswith(k)) if low.endswith(tuple(kin)) else ()
    return tuple(dict.fromkeys([*own, *ends]))


def actor(run: Run, side: Side) -> bool:
    """Whether a phrase names who acts, by its last noun (interim Syrian authorities; 联盟观察员主张)."""
    table = side.here.language.once(heads)
    for word in reversed(run):
        if table.get(word.raw) == "actor" or (side.han and table.get(word.raw[-3:]) == "actor"):  # 省[公安厅]
            return True
        if not (side.han and word.kind):
            return False
    return False


def kindred(language: Language) -> dict[str, str]:
    """Heads by which two names are known to be of one thing. Use ``language.once(kindred)``."""
    return {row[0].lower(): row[2] for row in language.rows("topic_heads") if len(row) > 2}


def absent(label: str, side: Side) -> bool:
    """Whether the other report does not treat the matter of ``label``: it has no such name, nor its words near one another.

    Named as it is named here, a matter is treated ("仅后一报告论及 COVID-19" would be false: 9th report, 20, 36). What costs little is asked first.
    """
    asked = side.once(_asked)
    return not asked.said[label] and not asked.near[label] and not asked.otherwise[label]


def unnamed(label: str, side: Side) -> bool:
    """Whether the other report has no such name: what it has of its words near one another may be another thing of the kind."""
    asked = side.once(_asked)
    return not asked.said[label] and not asked.otherwise[label]


class Asked(NamedTuple):
    """What was found of labels, remembered: several ways of finding topics ask for the same ones. Use ``side.once(_asked)``."""

    said: Remembered[bool]
    near: Remembered[bool]
    otherwise: Remembered[bool]


def _asked(side: Side) -> Asked:
    return Asked(*(Remembered(partial(ask, side=side)) for ask in (_said, _near, otherwise)))


def _said(label: str, side: Side) -> bool:
    key = side.here.language.once(canonical)(label)
    if side.other.places(key) or (not side.han and side.other.places(other_number(key))):
        return True
    return side.other.heads(key) or key in side.other.lists


def _near(label: str, side: Side) -> bool:
    words = content(label, side)
    if len(words) > 1:
        return bool(side.other.together(words))
    key = side.here.language.once(canonical)(label)
    return len(words) == 1 and len(key) < 2 * len(words[0]) < 2 * len(key) and bool(side.other.places(words[0]))


def _kin_there(label: str, side: Side) -> bool:
    """Whether the other report names the same thing by another head (大流行病 here, COVID-19 大流行 there; of 霍乱疫情 no other epidemic)."""
    kin, low = side.here.language.once(kindred), label.lower()
    if not low.endswith(tuple(kin)):
        return False
    last = {kin[head] for head in kin if low.endswith(head) and len(low) - len(head) <= PREFIX}
    mine = ({kin[head] for head in kin if head in low} - last or last) if last else last
    return any(head in text for head in kin if kin[head] in mine for text in side.other.low)


def otherwise(label: str, side: Side) -> bool:
    """Whether the other report has the thing by another head, or another word for just what ``label`` says, all of it (waste pickers: informal
    collectors); asked last, for it costs most."""
    if _kin_there(label, side):
        return True
    language, low = side.here.language, fold(label).lower()
    sense = language.once(meaning)(low)
    return bool(sense) and side.other.otherwise(sense, language.once(canonical)(label))


def heads(language: Language) -> dict[str, str]:
    """Nouns that head names: noun -> "strong" or "light". Use ``language.once(heads)``."""
    return {row[0].lower(): row[1] for row in language.rows("topic_heads") if len(row) > 1 and row[1] in HEADS}
