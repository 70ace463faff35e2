"""Patterns of the small words by which names of figures are made out, from the table ``figure_grammar``.

Each is made when it is first asked for; in a language whose table has no such words it never matches.
"""

from __future__ import annotations

import re
from functools import cached_property

from ccdiff.derive.figures.lexicon import NEVER
from ccdiff.language import Language

YEAR = r"(?:19|20)\d\d"


class Grammar:
    """The patterns of one language. Use ``language.once(Grammar)``."""

    def __init__(self, language: Language) -> None:
        self._words: dict[str, list[str]] = {}
        for word, kind in language.rows("figure_grammar"):
            self._words.setdefault(kind, []).append(word)
        self._months = [row[1] for row in language.rows("months")] if "dated" in self._words else []

    def _any(self, *kinds: str, capital: bool = False) -> str:
        """Any word of these kinds, the longest first; ``capital``: as it begins a sentence."""
        found = [
            word[0].upper() + word[1:] if capital else word for kind in kinds for word in self._words.get(kind, ())
        ]
        return "|".join(map(re.escape, sorted(dict.fromkeys(found), key=lambda word: (-len(word), word))))

    def _pattern(self, kind: str, source: str) -> re.Pattern[str]:
        return re.compile(source) if kind in self._words else NEVER

    # what a name is
    @cached_property
    def finite(self) -> re.Pattern[str]:
        """An auxiliary, which makes a sentence of a name."""
        return self._pattern("be", rf" (?:{self._any('have', 'be', 'modal', 'do')})\b")

    @cached_property
    def been(self) -> re.Pattern[str]:
        """Auxiliaries before a participle, with what stands between: "had now been"."""
        have, be = self._any("have"), self._any("be")
        between, behind = self._any("beside"), self._any("beside been")
        return self._pattern("be", rf" (?:(?:{have})(?: [a-z]+ly| (?:{between}))* been|{be})(?: (?:{behind}))* ")

    @cached_property
    def relative(self) -> re.Pattern[str]:
        """What begins a relative clause, in which an auxiliary does no harm."""
        return self._pattern("relative", rf"\b(?:{self._any('relative', 'relative object')})\b")

    @cached_property
    def to_that(self) -> re.Pattern[str]:
        """A text up to what was said: "Group that | stocks had been destroyed"."""
        return self._pattern("conjunction", rf"^.*?\b(?:{self._any('conjunction')}) (?=[a-z])")

    @cached_property
    def pronoun(self) -> re.Pattern[str]:
        """A pronoun at the beginning."""
        return self._pattern("pronoun", rf"(?:{self._any('pronoun', capital=True)}) ")

    @cached_property
    def about(self) -> re.Pattern[str]:
        """What a sentence is about: the noun phrase before its verb."""
        article, verb = self._any("article", capital=True), self._any("be", "have", "happens")
        return self._pattern("happens", rf"(?:(?:{article}) )?([A-Za-z’\-]+(?: [a-z’\-]+){{0,4}}?) (?:{verb})\b")

    @cached_property
    def no_noun(self) -> re.Pattern[str]:
        """A word that names nothing, by its ending."""
        endings = "|".join(ending.removeprefix("-") for ending in self._words.get("unnamed", ()))
        return self._pattern("unnamed", rf"(?:{endings})$")

    @cached_property
    def soon_that(self) -> re.Pattern[str]:
        """Up to three words before what was said: " the Group that "."""
        article = self._any("article")
        return self._pattern(
            "conjunction", rf"^(?: (?!(?:{article})\b)[A-Za-z]+){{0,3}}? (?:{self._any('conjunction')}) "
        )

    @cached_property
    def holder(self) -> re.Pattern[str]:
        """A pronoun in brackets behind a name: "Parties (it)"."""
        words = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in self._words.get("holder", ()))
        return self._pattern("holder", rf" \((?:{words})\b[^)]*\)$")

    @cached_property
    def and_that(self) -> re.Pattern[str]:
        """What sets a second thing said beside a first."""
        return self._pattern("joining", rf"\b(?:{self._any('joining')}) that ")

    @cached_property
    def of_body(self) -> re.Pattern[str]:
        """A body and what it was told: "Group that stocks had been"."""
        return self._pattern("be", rf"(?:[A-Z][A-Za-z]*,? )+that [a-z ]+ (?:{self._any('have', 'be')})\b")

    @cached_property
    def year(self) -> re.Pattern[str]:
        """A year with what stands around it."""
        before, after = self._any("before year"), self._any("after year")
        return self._pattern("year", rf"(?:{before})?\s*{YEAR}\s*(?:{self._any('year')})(?:{after})?")

    # what does not belong to a name
    @cached_property
    def _day(self) -> str:
        """A day, a month or a year."""
        month = "|".join(map(re.escape, self._months))
        whole, link = self._any("whole"), self._any("whole link")
        return (
            rf"(?:(?:the )?(?:(?:{whole}) )?(?:(?:{link}) )?(?:\d{{1,2}} )?"
            rf"(?:(?:{month})(?: \d{{4}})?|\d{{4}}(?:/\d{{2,4}})?))"
        )

    @cached_property
    def dated(self) -> re.Pattern[str]:
        """A date at the end."""
        return self._pattern("dated", rf"[ ,]+(?:{self._any('dated')}) {self._day}$| (?:{self._any('undated')})$")

    @cached_property
    def passing(self) -> re.Pattern[str]:
        """A date in the middle."""
        return self._pattern("placed", rf" (?:{self._any('placed')}) {self._day}(?= )")

    @cached_property
    def started(self) -> re.Pattern[str]:
        """A date at the beginning, or what ends with a number there: "In the last quarter of 2022, "."""
        opening = self._any("opening", capital=True)
        return self._pattern(
            "opening", rf"^(?:{opening}) (?:the )?[^,]{{0,40}}?\d{{1,4}}(?: [A-Z][a-z]+)?(?: \d{{4}})?,? "
        )

    @cached_property
    def infinitive(self) -> re.Pattern[str]:
        """What was wished: "to | renew the mandate"."""
        return self._pattern("dated", r"\bto (?=[a-z]+ )")

    @cached_property
    def of(self) -> re.Pattern[str]:
        """Between a noun and what it is of."""
        return self._pattern("owned", rf" ?of (?:(?:{self._any('owned')}) )?")

    @cached_property
    def next_verb(self) -> re.Pattern[str]:
        """Where what is said of the things counted ends."""
        joining, after = self._any("joining"), self._any("after", "joining")
        return self._pattern("after", rf"[ ,]+(?:{joining}) (?=[a-z]+(?:ed|ing)\b)|^ ?(?:{after}) .*|, .*$")

    @cached_property
    def said_that(self) -> re.Pattern[str]:
        """A verb of saying with its "that"."""
        return self._pattern("said", rf"\b(?:{self._any('said')})[a-z]* that ")

    @cached_property
    def told(self) -> re.Pattern[str]:
        """ "that" at the end, right before the number."""
        return self._pattern("led", rf"\bthat(?: (?:{self._any('led')}))?\s*$")

    @cached_property
    def clause(self) -> re.Pattern[str]:
        """A relative clause to the end."""
        return self._pattern("relative", rf" (?:{self._any('relative')}) .*$")

    @cached_property
    def leans(self) -> re.Pattern[str]:
        """What says more of the figure before: "representing"."""
        return self._pattern("leans", rf"(?:{self._any('leans')}) ?")

    @cached_property
    def auxiliary(self) -> re.Pattern[str]:
        """An auxiliary at the beginning."""
        return self._pattern("be", rf"(?:{self._any('have', 'be')}) ")

    @cached_property
    def fillers(self) -> re.Pattern[str]:
        """Adverbs and auxiliaries at the end of who a clause is about."""
        return self._pattern("filler", rf"(?: (?:{self._any('filler')}))+$")

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """What may follow a participle; an object follows an active verb."""
        return frozenset(self._words.get("preposition", ()))

    @cached_property
    def before_noun(self) -> frozenset[str]:
        """Prepositions, articles and possessives, after which a noun stands."""
        return frozenset(word for kind in ("preposition", "article", "owned") for word in self._words.get(kind, ()))

    @cached_property
    def begun(self) -> frozenset[str]:
        """Words that begin like what follows a verb: 过程."""
        return frozenset(self._words.get("begun", ()))

    @cached_property
    def not_done(self) -> tuple[str, ...]:
        """Prepositions that end like a verb with what follows it: 为了."""
        return tuple(self._words.get("not done", ()))

    @cached_property
    def opened(self) -> re.Pattern[str]:
        """A word at the beginning that only joins a clause to the one before."""
        return self._pattern("joining", rf"(?:{self._any('joining', 'after')}) ")

    @cached_property
    def parts(self) -> frozenset[str]:
        """What introduces a part of what was counted before."""
        return frozenset(self._words.get("part", ()))
