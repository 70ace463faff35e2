"""Names of States and bodies, and how sentences about attendance are built: what the tables of a language say of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ccdiff.derive.titled import titled
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.text.alternation import escape, joined, ways
from ccdiff.text.normalise import fold

BODY_KINDS = frozenset({"body", "office", "agency", "region", "network"})  # of the table "names"
OUTSIDE = re.compile(r"[（(][^（）()]*[）)]")
HEADINGS = (
    ("attendance",),
    ("organization", "opening", "introduction"),
)  # roles of chapters that say who came, and that may
PHRASES = (  # kinds of rows of which any phrase may stand in a sentence
    "present", "spoke", "observer", "party", "state", "role", "turned", "describes", "came", "as_did", "absent", "chapter", "watched",
    "elsewhere", "status",
)  # fmt: skip
COUNTED = re.compile(r"\s?[（(]\d+[^（）()\d]{0,2}[）)]$")  # how many came: Algeria (3), 阿尔及利亚（3人）
NETWORK = 3  # words of a name whose last may be in small letters
BRACKET = "（("  # no name begins so
ANYTHING = ".{0,16}?"
TITLE_MARKS = str.maketrans("", "", "《》〈〉<>")  # 《联合国防治荒漠化公约》秘书处 is 联合国防治荒漠化公约秘书处


@record
class Member:
    """A member of a list: the name as printed, the key under which it is the same in every report, and a name it says it had before."""

    name: str
    key: str
    former: str = ""


def unbracketed(name: str) -> str:
    """A name without what stands in brackets."""
    return OUTSIDE.sub("", name).strip() if "(" in name or "（" in name else name.strip()


@record
class Lexicon:
    """Names of States and bodies, and how sentences about attendance are built."""

    states: dict[str, str]
    bodies: dict[str, str]
    names_now: dict[str, tuple[str, ...]]
    phrases: dict[str, Phrases]
    separators: re.Pattern[str]
    marks: re.Pattern[str]
    joins: tuple[str, ...]
    begins: tuple[str, ...]
    heads: re.Pattern[str]
    low_heads: frozenset[str]
    small: frozenset[str]
    capitals: re.Pattern[str]
    article: str
    classes: tuple[str, ...]
    leads: tuple[str, ...]
    tails: tuple[str, ...]
    summed: re.Pattern[str]
    counted: tuple[str, ...]
    formerly: Phrases
    territories: frozenset[str]
    unions: frozenset[str]
    listed: tuple[str, ...]
    headings: tuple[re.Pattern[str], ...]

    def tells_who_came(self, title: str) -> bool:
        """Whether a title is that of a chapter on attendance, alone or with others: Opening, attendance and agenda."""
        return bool(self.headings[0].search(title) or self.phrases["chapter"].search(title))

    def key(self, name: str) -> str:
        """The key of a printed name: of the State, of the body, else the name itself; ``（欧警署）`` behind a name helps to know it."""
        bare = unbracketed(name)
        for form in dict.fromkeys((name, bare, *(part[1:-1] for part in OUTSIDE.findall(name)))):
            if found := self._found(form):
                return found
        return f"name:{(fold(bare) or fold(name)).translate(TITLE_MARKS).removeprefix(self.article)}"

    def member(self, printed: str) -> Member:
        """A printed name without article, and without the name in brackets that it had before: X (formerly Y)."""
        printed = COUNTED.sub("", printed).strip() if printed.endswith((")", "）")) else printed.strip()
        name = printed.removeprefix(self.article)
        for part in OUTSIDE.findall(name):
            before = self.formerly.match(part[1:-1])
            if before:
                name = name.replace(part, "").strip()
                return Member(name, self.key(name), part[1 + before.end() : -1].strip())
        return Member(name, self.key(printed))

    def _found(self, name: str) -> str:
        folded = fold(name)
        if self.article and folded not in self.states:
            folded = folded.removeprefix(self.article)
        if folded in self.states:
            return f"state:{self.states[folded]}"
        return f"body:{self.bodies[folded]}" if folded in self.bodies else ""

    def knows(self, name: str) -> bool:
        """Whether ``name`` is a State or body of the tables, whatever stands behind it in brackets."""
        return bool(self._found(name) or ((bare := unbracketed(name)) != name and self._found(bare)))

    def ends_well(self, name: str) -> bool:
        """Whether ``name`` is known, or is built as names of bodies are: by its end, or where words are set apart, by one of them."""
        if self.knows(name):
            return True
        bare = unbracketed(name)
        return self.named(name) and (bool(self.heads.search(bare)) or bare.rpartition(" ")[2] in self.low_heads)

    def named(self, name: str) -> bool:
        """Whether ``name`` may be one at all: where words are set apart, all but the small ones begin with a capital, and the last
        of several, which may say in small letters what kind of body it is: the Tea Growers network.
        """
        bare = unbracketed(name)
        if not self.small:
            listed = any(map(self.separators.search, OUTSIDE.findall(name)))  # a class, and who is of it
            return bool(bare) and name[0] not in BRACKET and not listed
        words = bare.removeprefix(self.article).split()
        if len(words) >= NETWORK and words[-1] in self.low_heads:
            words.pop()
        return bool(words) and all(word in self.small or not word[:1].islower() for word in words)


@plain
def _states(language: Language) -> dict[str, str]:
    return {fold(name): row[0] for row in language.rows("states") for name in row[1:]}


@plain
def _bodies(language: Language) -> dict[str, str]:
    """Every name of a body, folded, with the name that it goes by today."""
    former = {fold(name): row[0] for row in language.rows("former_names") for name in row[1:]}
    bodies = {}
    for row in language.rows("names"):
        if row[0] in BODY_KINDS:
            key = next((former[fold(name)] for name in row[1:] if fold(name) in former), row[1])
            bodies.update({fold(name): key for name in row[1:]})
    return bodies | former


@plain
def _with_separators(language: Language) -> tuple[str, ...]:
    """The names of bodies that hold what separates the members of a list; the longest first."""
    marks = {mark for row in language.rows("list_openers") if row[0] == "separator" for mark in row[1:]} or {"、"}
    names = {name for row in language.rows("names") if row[0] in BODY_KINDS for name in row[1:]}
    return tuple(sorted((name for name in names if any(mark in name for mark in marks)), key=lambda n: (-len(n), n)))


def lexicon(language: Language) -> Lexicon:
    """The tables ``states``, ``names``, ``former_names`` and ``list_openers``; use ``language.once(lexicon)``."""
    table: dict[str, list[str]] = {}
    for row in language.rows("list_openers"):
        table.setdefault(row[0], []).extend(row[1:])
    joins = sorted(table.get("and", ()), key=lambda word: (-len(word), table["and"].index(word)))
    spaced = all(word.isascii() for word in joins)
    separators = "|".join(map(escape, table.get("separator", ("、",)))) + r"|\n|；|;"
    heads = "|".join(escape(word) for word in table.get("suffix", ()))
    bodies = language.once(_bodies)
    return Lexicon(
        states=language.once(_states),
        bodies=bodies,
        names_now={row[0]: tuple(map(fold, row[1:])) for row in language.rows("former_names")},
        phrases={kind: Phrases(table.get(kind, ())) for kind in PHRASES},
        separators=re.compile(separators),
        marks=re.compile(f"[（()）]|{separators}"),
        joins=tuple(f" {word} " if word.isascii() else word for word in joins),
        begins=tuple(f"{word} " if word.isascii() else word for word in joins),
        heads=re.compile(rf"\b(?:{heads})\b" if spaced else rf"(?:{heads})$"),
        low_heads=frozenset(word.lower() for word in table.get("suffix", ()) if spaced),
        small=frozenset(table.get("small", ())),
        capitals=_capitals(table.get("small", ())),
        article="".join(f"{word} " for word in table.get("article", ())),
        classes=tuple(sorted(table.get("class", ()), key=lambda word: (-len(word), word))),
        leads=tuple(
            form for word in table.get("lead", ()) for form in dict.fromkeys((word, word[:1].upper() + word[1:]))
        ),
        tails=tuple(table.get("tail", ())),
        summed=_ending(table.get("summed", ())),
        counted=(*table.get("class", ()), *table.get("counted", ())),
        formerly=Phrases(table.get("formerly", ())),
        territories=frozenset(map(fold, table.get("territory", ()))),
        unions=frozenset(f"body:{bodies[name]}" for name in map(fold, table.get("union", ())) if name in bodies),
        listed=language.once(_with_separators),
        headings=tuple(
            titled(part for row in language.rows("roles") if row[0] == "title" and row[1] in roles for part in row[2:])
            for roles in HEADINGS
        ),
    )


def _capitals(small: Iterable[str]) -> re.Pattern[str]:
    """Words that begin with a capital, none but small words between."""
    word, between = r"[^\W\d_a-z][\w’'-]*", "|".join(map(escape, small))
    return re.compile(rf"\b{word}(?: (?:(?:{between}) )*{word})*")


class Phrases:
    """Phrases to look for, whatever their case: in a text in lower case, which is four times as fast as a pattern that minds none."""

    def __init__(self, phrases: Iterable[str]) -> None:
        longest_first = sorted({phrase.lower() for phrase in phrases}, key=lambda phrase: (-len(phrase), phrase))
        self._pattern = re.compile(joined(ways(longest_first, _whole)) or r"(?!)")

    def search(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The first phrase behind a place."""
        return self._pattern.search(_low(text), at)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        """The phrase at a place."""
        return self._pattern.match(_low(text), at)

    def sub(self, by: str, text: str) -> str:
        """The text with something else for the phrases."""
        kept, at = [], 0
        for match in self._pattern.finditer(_low(text)):
            kept += [text[at : match.start()], by]
            at = match.end()
        return "".join([*kept, text[at:]]) if at else text

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """All phrases in order."""
        return self._pattern.finditer(_low(text))


def _low(text: str) -> str:
    """A text in lower case, with every character where it was."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(char.lower()[0] for char in text)


def _whole(phrase: str) -> str:
    """A phrase as a pattern: whole words, and anything of one clause for ``*`` (出席*的有)."""
    pattern = escape(phrase).replace(r"\*", ANYTHING)
    return rf"\b{pattern}\b" if phrase[:1].isalpha() and phrase.isascii() else pattern


def _ending(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases at the end of a text, the longest first; ``#`` in them is a number."""
    parts = [escape(phrase).replace(r"\#", r"\s?\d+\s?") for phrase in sorted(phrases, key=lambda p: (-len(p), p))]
    return re.compile(rf"(?:{'|'.join(parts)})$" if parts else r"(?!)")
