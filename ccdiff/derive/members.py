"""Names in a printed list: where one member ends and the next begins, and which names are one State or body.

The last member follows 和 or 以及 (and), which also stand inside names (和平行动部, 经济合作与发展组织, Bosnia and Herzegovina): the
lexicon of States and bodies decides where to cut. A list whose members are set apart by commas has one such word before its last
member, so that its last piece is cut once even where no table knows either name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from os.path import commonprefix

from ccdiff.derive.wording import canonical
from ccdiff.language import Language, plain
from ccdiff.model.record import record
from ccdiff.reading import words_of_senses
from ccdiff.text.alternation import joined, ways
from ccdiff.text.normalise import fold

BODY_KINDS = frozenset({"body", "office", "agency", "region", "network"})  # of the table "names"
OUTSIDE = re.compile(r"[（(][^（）()]*[）)]")
HEADINGS = (
    ("attendance",),
    ("organization", "opening", "introduction"),
)  # roles of chapters that say who came, and that may
LINES = re.compile(r"[\n；;]")
TITLE_MARKS = str.maketrans("", "", "《》〈〉<>")  # 《联合国防治荒漠化公约》秘书处 is 联合国防治荒漠化公约秘书处
ENOUGH = 3  # telling words that two names must share where one word is another form of its like; one more where a word is left out
STEM = 5  # letters that forms of one word share (Wastewater, Wastes)
WIDER = 2  # characters on each side that belong to a word of which others differ: 公路, 道路
LONGEST = 200  # characters beyond which a piece is no name or two
TITLE_PIECES = re.compile(r"(\([^()]*\)| ?\* ?)")  # what a title's pattern has beside its words


@record
class Member:
    """A member of a list: the name as printed, the key under which it is the same in every report, and a name it says it had before."""

    name: str
    key: str
    former: str = ""


def _unbracketed(name: str) -> str:
    return OUTSIDE.sub("", name).strip()


@record
class Lexicon:
    """Names of States and bodies, and how sentences about attendance are built."""

    states: dict[str, str]
    bodies: dict[str, str]
    names_now: dict[str, tuple[str, ...]]
    phrases: dict[str, re.Pattern[str]]
    separators: re.Pattern[str]
    joins: tuple[str, ...]
    heads: re.Pattern[str]
    small: frozenset[str]
    article: str
    classes: tuple[str, ...]
    leads: tuple[str, ...]
    tails: tuple[str, ...]
    summed: re.Pattern[str]
    counted: tuple[str, ...]
    formerly: re.Pattern[str]
    territories: frozenset[str]
    listed: tuple[str, ...]
    general: frozenset[str]
    plain: Callable[[str], str]
    sensed: Callable[[str], list[tuple[int, int, str]]]
    headings: tuple[re.Pattern[str], ...]

    def key(self, name: str) -> str:
        """The key of a printed name: of the State, of the body, else the name itself; ``（欧警署）`` behind a name helps to know it."""
        found = (
            self._found(form) for form in (name, _unbracketed(name), *(part[1:-1] for part in OUTSIDE.findall(name)))
        )
        bare = (fold(_unbracketed(name)) or fold(name)).translate(TITLE_MARKS)
        return next((key for key in found if key), f"name:{bare.removeprefix(self.article)}")

    def member(self, printed: str) -> Member:
        """A printed name without article, and without the name in brackets that it had before: X (formerly Y)."""
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
        return bool(self._found(name) or self._found(_unbracketed(name)))

    def ends_well(self, name: str) -> bool:
        """Whether ``name`` is known, or is built as names of bodies are: by its end, or where words are set apart, by one of them."""
        return self.knows(name) or (self.named(name) and bool(self.heads.search(_unbracketed(name))))

    def named(self, name: str) -> bool:
        """Whether ``name`` may be one at all: where words are set apart, all but the small ones begin with a capital."""
        bare = _unbracketed(name)
        if not self.small:
            return bool(bare)
        words = bare.removeprefix(self.article).split()
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
    heads = "|".join(re.escape(word) for word in table.get("suffix", ()))
    return Lexicon(
        states=language.once(_states),
        bodies=language.once(_bodies),
        names_now={row[0]: tuple(map(fold, row[1:])) for row in language.rows("former_names")},
        phrases={
            kind: _any(table.get(kind, ()))
            for kind in (
                "present",
                "spoke",
                "observer",
                "party",
                "state",
                "role",
                "turned",
                "behind",
                "describes",
                "came",
                "as_did",
                "absent",
                "chapter",
                "watched",
            )
        },
        separators=re.compile("|".join(map(re.escape, table.get("separator", ("、",)))) + r"|\n|；|;"),
        joins=tuple(f" {word} " if spaced else word for word in joins),
        heads=re.compile(rf"\b(?:{heads})\b" if spaced else rf"(?:{heads})$"),
        small=frozenset(table.get("small", ())),
        article="".join(f"{word} " for word in table.get("article", ())),
        classes=tuple(sorted(table.get("class", ()), key=lambda word: (-len(word), word))),
        leads=tuple(
            form for word in table.get("lead", ()) for form in dict.fromkeys((word, word[:1].upper() + word[1:]))
        ),
        tails=tuple(table.get("tail", ())),
        summed=_ending(table.get("summed", ())),
        counted=(*table.get("class", ()), *table.get("counted", ())),
        formerly=_any(table.get("formerly", ())),
        territories=frozenset(map(fold, table.get("territory", ()))),
        listed=language.once(_with_separators),
        general=frozenset(table.get("general", ())),
        plain=language.once(canonical),
        sensed=language.once(words_of_senses),
        headings=tuple(
            titled(part for row in language.rows("roles") if row[0] == "title" and row[1] in roles for part in row[2:])
            for roles in HEADINGS
        ),
    )


def reworded(gone: Sequence[Member], come: Sequence[Member], known: Lexicon) -> tuple[list[str], list[str]]:
    """Names of one body in two wordings, side by side: those with one candidate on either side, of which no table knows one at least."""
    like = [
        [other for other in come if _unknown(one, other) and _one_body(one.name, other.name, known)] for one in gone
    ]
    pairs = [(one, found[0]) for one, found in zip(gone, like, strict=True) if len(found) == 1]
    once = [(one.name, other.name) for one, other in pairs if sum(other in found for found in like) == 1]
    return [one for one, _ in once], [other for _, other in once]


def _unknown(one: Member, other: Member) -> bool:
    """Whether two may be one for all that the tables say: no States, and not two bodies that they know."""
    kinds = {member.key.partition(":")[0] for member in (one, other)}
    return "name" in kinds and "state" not in kinds


def _one_body(one: str, other: str, known: Lexicon) -> bool:
    """Whether two names say the same but for a general word (Secretariat of the …), one word more, or another form of a word."""
    mine, theirs = _telling(one, known), _telling(other, known)
    if sorted(mine) == sorted(theirs):
        return bool(mine)
    if not known.small:
        return _one_word_apart(known.plain(_unbracketed(one)), known.plain(_unbracketed(other)), known)
    common = [word for word in mine if word in theirs]
    mine, theirs = ([word for word in words if word not in common] for words in (mine, theirs))
    if len(common) < ENOUGH or max(len(mine), len(theirs)) > 1:
        return False
    more = not mine or not theirs
    return (more and len(common) > ENOUGH) or (not more and mine[0][:STEM] == theirs[0][:STEM] and len(mine[0]) > STEM)


def _one_word_apart(one: str, other: str, known: Lexicon) -> bool:
    """Whether two names are the same but for one word, which has the same sense: 亚洲公路安全协会, 亚洲道路安全协会."""
    start = len(commonprefix((one, other)))
    end = len(commonprefix((one[start:][::-1], other[start:][::-1])))
    for before in range(min(start, WIDER) + 1):
        for behind in range(min(end, WIDER) + 1):
            words = [name[start - before : len(name) - end + behind] for name in (one, other)]
            found = [known.sensed(word) for word in words]
            if all(
                len(spans) == 1 and spans[0][:2] == (0, len(word)) for spans, word in zip(found, words, strict=True)
            ):
                return found[0][0][2] == found[1][0][2]
    return False


def _telling(name: str, known: Lexicon) -> list[str]:
    """The words of a name in one wording, without general ones; where no spaces set words apart, its words of a known sense and the
    other characters: 国际红十字会与红新月会联合会 and 红十字会与红新月会国际联合会 have the same, 公路 and 道路 are one sense.
    """
    plain = known.plain(_unbracketed(name)).lower()
    if known.small:
        return [word for word in re.findall(r"\w+", plain) if word not in known.small and word not in known.general]
    general = next((word for word in known.general if plain.endswith(word) and plain != word), "")
    plain = plain.removesuffix(general)
    words, at = [], 0
    for start, end, sense in known.sensed(plain):
        words += [*plain[at:start], sense]
        at = end
    return [word for word in [*words, *plain[at:]] if word not in known.joins]


def titled(patterns: Iterable[str]) -> re.Pattern[str]:
    """Titles of the table ``roles``: ``^`` and ``$`` are the title's beginning and end, ``*`` anything between, ``(a/b)`` one of two."""
    parts = []
    for pattern in patterns:
        body = "".join(map(_piece, TITLE_PIECES.split(pattern.strip("^$"))))
        parts.append(("^" if pattern.startswith("^") else "") + body + ("$" if pattern.endswith("$") else ""))
    return re.compile("|".join(parts) or r"(?!)", re.IGNORECASE)


def _piece(piece: str) -> str:
    """A piece of a title's pattern: anything, one of several words, or words as they stand."""
    if piece.strip() == "*":
        return ".*?"
    return f"(?:{'|'.join(map(re.escape, piece[1:-1].split('/')))})" if piece.startswith("(") else re.escape(piece)


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(joined(ways(longest_first, _whole)) or r"(?!)", re.IGNORECASE)


def _whole(phrase: str) -> str:
    return rf"\b{re.escape(phrase)}\b" if phrase[:1].isalpha() and phrase.isascii() else re.escape(phrase)


def _ending(phrases: Iterable[str]) -> re.Pattern[str]:
    """Phrases at the end of a text, the longest first; ``#`` in them is a number."""
    parts = [re.escape(phrase).replace(r"\#", r"\s?\d+\s?") for phrase in sorted(phrases, key=lambda p: (-len(p), p))]
    return re.compile(rf"(?:{'|'.join(parts)})$" if parts else r"(?!)")


def split_list(text: str, known: Lexicon) -> list[str]:
    """The members of an enumeration. Only before the last member, or around a name that is not known, may 和 separate.

    >>> split_list("赞比亚、委内瑞拉玻利瓦尔共和国和也门", zh)
    ["赞比亚", "委内瑞拉玻利瓦尔共和国", "也门"]
    """
    *before, last = [piece.strip(" \t。.") for piece in _cut(text, known)]
    names = [name for piece in before for name in _parted(_unled(piece, known), known, last=False)]
    unled = _unled(last, known)
    in_a_row = bool(before) and unled == last and not LINES.search(text)
    names += _ended(last, known) if in_a_row else _parted(unled, known, last=True)
    return [name for name in names if name]


def undescribed(name: str, known: Lexicon) -> str:
    """A known name without the clause before it that describes it: 在总部设有常驻观察员办公室的马耳他骑士团."""
    described = (name[at.end() :] for at in known.phrases["describes"].finditer(name))
    return name if known.knows(name) else next((rest for rest in described if known.knows(rest)), name)


def states_in_a_row(text: str, known: Lexicon) -> list[str]:
    """The States that a sentence names one after another, whatever stands before the first and behind the last."""
    pieces = [part.strip() for piece in _cut(text, known) for part in _at_joins(piece.strip(" 。."), known)]
    best: list[str] = []
    row: list[str] = []
    for piece in pieces:
        whole = fold(piece).removeprefix(known.article) in known.states
        first, last = (piece, piece) if whole else (_state_at(piece, known, 1), _state_at(piece, known, 0))
        if row and last:
            row.append(last)
        best = max(best, row, key=len)
        row = row if row and whole else [first] if first else []
    return max(best, row, key=len)


def _at_joins(piece: str, known: Lexicon) -> list[str]:
    """A piece cut at every "and" that parts no State's name in two."""
    for join in known.joins:
        at = piece.find(join)
        while at >= 0:
            left, right = piece[:at], piece[at + len(join) :]
            if _state_at(left.strip(), known, 1) and _state_at(right.strip(), known, 0):
                return [*_at_joins(left, known), *_at_joins(right, known)]
            at = piece.find(join, at + 1)
    return [piece]


def _state_at(piece: str, known: Lexicon, end: int) -> str:
    """The longest State's name with which a piece begins, or (``end`` 1) ends."""
    words = piece.split(" ") if known.small else list(piece)
    gap = " " if known.small else ""
    sizes = range(min(len(words), 8 if known.small else 12), 0, -1)
    names = (gap.join(words[-size:] if end else words[:size]) for size in sizes)
    return next((name for name in names if fold(name).removeprefix(known.article) in known.states), "")


def _ended(piece: str, known: Lexicon) -> list[str]:
    """The last piece of a list with commas: the last two members, unless it is one known name (Bosnia and Herzegovina)."""
    if known.knows(piece) or len(piece) > LONGEST:
        return [piece]
    cuts = [
        (_weight(left, right, known), -order, match.start(), left, right, len(join.strip()) > 1)
        for order, join in enumerate(known.joins)
        for match in re.finditer(re.escape(join), piece)
        for left, right in [(piece[: match.start()].strip(), piece[match.end() :].strip())]
        if len(left) > 1 and len(right) > 1
    ]
    best = max(cuts, default=None)
    if not best or (best[0] == 0 and len(cuts) > 1):
        return [piece]
    left, right, outer = best[3:]
    return [*_parted(left, known, last=outer and not known.small), *_parted(right, known, last=False)]


def _weight(left: str, right: str, known: Lexicon) -> int:
    """How surely two texts are two names: known ones weigh most; a bracket ends the first."""
    closed = left.endswith((")", "）"))
    return closed + sum(3 * known.knows(name) + known.ends_well(name) for name in (left, right))


def _cut(text: str, known: Lexicon) -> Iterator[str]:
    """The text cut at its separators, but not inside brackets or a known name (联合国教育、科学及文化组织)."""
    start = depth = at = 0
    whole = {text.find(name): len(name) for name in known.listed if name in text}
    while at < len(text):
        if at in whole and depth <= 0:
            at += whole[at]
            continue
        depth += (text[at] in "（(") - (text[at] in "）)")
        match = known.separators.match(text, at) if depth <= 0 else None
        if match:
            yield text[start:at]
            start = match.end()
        at = match.end() if match else at + 1
    yield text[start:]


def _unled(piece: str, known: Lexicon) -> str:
    """``piece`` without an "and" before it ("…、以及津巴布韦"), where what is left is a name and the whole is none (和平行动部)."""
    for join in known.joins:
        rest = piece.removeprefix(join.lstrip())
        if rest != piece and not known.knows(piece) and (known.knows(rest.strip()) or len(join.strip()) > 1):
            return rest.strip()
    return piece


def _parted(piece: str, known: Lexicon, last: bool) -> list[str]:
    """The one or more names in ``piece``: cut at 和 where both sides are known; before the last member also where both end well."""
    if known.knows(piece) or len(piece) > LONGEST:
        return [piece]
    for sure in (True, False) if last else (True,):
        for join in known.joins:
            for at in [match.start() for match in re.finditer(re.escape(join), piece)][::-1]:
                left, right = piece[:at].strip(), piece[at + len(join) :].strip()
                if _both(left, right, sure, known):
                    return [*_parted(left, known, last), *_parted(right, known, last)]
    return [piece]


def _both(left: str, right: str, sure: bool, known: Lexicon) -> bool:
    if sure:
        return known.knows(left) and known.knows(right)
    return len(left) > 1 and len(right) > 1 and known.ends_well(left) and known.ends_well(right)
