"""What the title of a section, an item or a paragraph says its matter is, and whether two titles are of one matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from ccdiff.derive.topics.matter import heads
from ccdiff.derive.topics.presence import Side
from ccdiff.derive.topics.spans import FIRST_HAN, kind_of, title_runs, units
from ccdiff.language import Language
from ccdiff.reading import Reading, thesaurus
from ccdiff.text.memory import Remembered
from ccdiff.text.normalise import fold
from ccdiff.text.similarity import pairs_ratio

SHORTEST = 4  # characters that a heading must keep when its frame is taken off


def telling(title: str, side: Side) -> list[str]:
    """The keys of the words of a heading that are not weak."""
    every = title_runs(side.here.words(title), side.here.language)
    return list(dict.fromkeys(word.key for run in every for word in run if not word.weak))


def unframed(title: str, language: Language) -> str:
    """A heading without what only says that it is one: the theme of "专题讨论：非定罪没收", of "Panel discussion on forced labour at sea"."""
    return language.once(_unframed)[title]


def _unframed(language: Language) -> Remembered[str]:
    """The same by title: every title of the one report is held against every title of the other."""
    frames = language.once(_frames)

    def without(title: str) -> str:
        bare = title.strip(" *#\u3000。.：:;；")
        inner = frames.sub("", bare).strip(" ：:，,;；")
        return inner if len(inner) >= SHORTEST else bare

    return Remembered(without)


def _frames(language: Language) -> re.Pattern[str]:
    rows = sorted(language.rows("topic_openers"), key=lambda row: (-len(row[0]), row[0]))
    words = [re.escape(row[0]) for row in rows if row[1] == "frame"]
    closers = [re.escape(row[0]) for row in rows if row[1] == "closer"]
    joins = "|".join(re.escape(row[0]) for row in rows if row[1] == "join" and row[0] >= FIRST_HAN)
    items = "|".join(re.escape(row[0]) for row in rows if row[1] == "item")
    closers.append(rf"\s*[（(](?:{items or '(?!)'})\s*[^（）()]{{1,24}}[）)]")
    return re.compile(
        rf"^(?:(?:{'|'.join(words) or '(?!)'})(?!{joins or '(?!)'})[：:\s]*)+|(?:{'|'.join(closers) or '(?!)'})$", re.I
    )


LEADING = re.compile(
    r"^(?:[一二三四五六七八九十]+[是要]|——?|[（(]?[一二三四五六七八九十]+[)）、]|\d{1,2}(?:[.．、]|\s[-–—])\s)\s*"
)  # 一是产业转型步伐加快; 3. Han Gao：目前没有公开的 Release Team
ITEM = re.compile(r"^\S{1,4}\s?\d{1,2}\s?[：:]\s*(?=\S)")  # 议程 3 ：Kitex 4月发版计划
CREDIT = re.compile(
    r"(?<=\S{4})(?:\s+-{2,}\s.*|\s+[-–—]\s(?![AI]\s)(?:[A-Z]\.?\s?){1,3}[A-Z][\w’'\-]+|[\s。]+[\u3400-\u9fff]{2,4}[：:]\s?\S.*|\s*[:：]?\s*[（(]?(?:https?:|www\.)\S*)\Z",
    re.S,
)  # 在openEuler成立SIG-BMC 汇报人：毛阿利; Strategic Plan - W Block; Review of risks (https://…)
SPEAKER = re.compile(r"^@?[A-Za-z][\w. /\-]{1,24}[:：]\s*(?=[^:：]*[㐀-鿿])")  # revy: dtk相关的双仓库问题
NAME = re.compile(r"[A-Z][^\W\d_A-Z’']*(?:[’'\-][A-Z]?[^\W\d_A-Z]*)*\Z")
SMALL = re.compile(r"(?<![\w’'\-])[a-z][a-z’'\-]+")
LONGER = 6  # letters of a word with which a longer one ends
MOST_NAMES = 3  # of one person, or of two


def matter_of(title: str) -> str:
    """A heading without its number and, in minutes, who brought the matter up.

    >>> matter_of("3. Han Gao：目前没有公开的发布团队"), matter_of("revy: 双仓库问题"), matter_of("AI: an overview")
    ('目前没有公开的发布团队', '双仓库问题', 'AI: an overview')
    >>> matter_of("2、 社区PR合入策略  -- 吴峰光"), matter_of("议程 3 ：发版计划"), matter_of("成立SIG-BMC 汇报人：毛阿利（超聚变）")
    ('社区PR合入策略', '发版计划', '成立SIG-BMC')
    >>> matter_of("Strategic Plan - W Block"), matter_of("Part one - A Review"), matter_of("Plan - K.B. McNeil-Harman")
    ('Strategic Plan', 'Part one - A Review', 'Plan')
    """
    return SPEAKER.sub("", CREDIT.sub("", ITEM.sub("", LEADING.sub("", title)))) or title


def person(title: str, side: Side) -> bool:
    """Whether an English heading is the name of somebody who has something to do: of two words or three in capitals that are never written small;
    alone or behind an office (President - Ann Green).
    """
    office, dash, name = title.rpartition(" - ")
    if dash and side.here.language.once(heads).get(office.lower()) == "actor":
        return all(map(NAME.match, name.split()))
    words = [word for word in title.split() if word not in side.here.language.once(joiners)]
    if side.han or not 0 < len(words) <= MOST_NAMES or not all(NAME.match(word) for word in words):
        return False
    common, kind = side.here.once(small) | side.there.once(small), side.here.language.once(kind_of)
    if any(word in common or word.removesuffix("s") in common or kind(word) for word in map(str.lower, words)):
        return False
    known = side.here.language.once(thesaurus)
    return not any(
        known.meanings(form)
        for word in map(str.lower, words)
        for form in (word, word.removesuffix("s"), *_within(word))
    )


def joiners(language: Language) -> frozenset[str]:
    """The words that join two names into one. Use ``language.once(joiners)``."""
    return frozenset(row[0] for row in language.rows("topic_openers") if row[1] == "and")


def _within(word: str) -> Iterator[str]:
    """The longer words with which a word may end (cyber[security])."""
    return (word[at:] for at in range(2, len(word) - LONGER + 1))


def small(reading: Reading) -> frozenset[str]:
    """The words that a report writes small. Use ``reading.once(small)``."""
    return frozenset(chain.from_iterable(SMALL.findall(unit.text) for unit in reading.once(units)))


def titled(title: str, titles: Iterable[str], side: Side) -> bool:
    """Whether one of ``titles`` is of the same matter."""
    mine, least = fold(title), side.pair.config.topic_title
    for other in filter(None, [unframed(other, side.here.language) for other in titles]):
        theirs = fold(other)
        may = 2 * min(len(mine), len(theirs)) - 2 >= least * (len(mine) + len(theirs) - 2)
        if may and pairs_ratio(mine, theirs) >= least and not strangers(title, other, side):
            return True
    return False


FORMULA = 3  # titles of both reports that have a word which is of their formula (sig_opencv工作进展汇报, sig_python工作进展汇报)


def strangers(one: str, other: str, side: Side) -> bool:
    """Whether two titles share nothing but the words of a formula, and each has a word that the other has not."""
    a, b = _title_words(one, side), _title_words(other, side)
    known, kind, both = side.once(_formula), side.here.language.once(kind_of), a & b
    if not both or any(known[word] < FORMULA for word in both):
        return False
    return all(any(not kind(word) for word in own) for own in (a - b, b - a))


def _formula(side: Side) -> Counter[str]:
    """In how many titles of the two reports a word stands. Use ``side.once(_formula)``."""
    titles = {s.title for reading in (side.here, side.there) for s in reading.report.sections}
    return Counter(chain.from_iterable(_title_words(title, side) for title in titles))


def _title_words(title: str, side: Side) -> frozenset[str]:
    return frozenset([word for word in side.here.words(fold(title).lower()) if word[0].isalpha()])
