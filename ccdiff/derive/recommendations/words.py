"""The tables about recommendations, as patterns: verbs by strength, hedges, addressees, how lists are opened, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from ccdiff.derive.recommendations.phrases import AnyOf, pattern_of
from ccdiff.derive.titled import titled
from ccdiff.language import Language
from ccdiff.text.alternation import escape

STRENGTHS = ("decide", "request", "urge", "call", "recommend", "encourage", "invite", "note")  # strongest first
STANCE = "stance-"  # before the name of a stance in the table, the strongest first
HEADED = 120  # characters of a text in which its stance stands
WHO = 120  # characters of a text in which the one asked is named
FAR, FAR_HAN = 120, 24  # characters between the noun for what is asked and what became of it, in English and in Chinese
BESIDE = 30  # characters behind one addressed in which others stand ("member States and donors")
CLAUSE_START = r"(?:^|[，；。：、,;:.]\s*|\s)"
# "Recommendation 1 The executive heads should …"
UNMARKED = r"\s?\d+[A-Z]?\s+(?=(?:{that})\s|[^\W\d_a-z][^。.]{{0,90}}?(?:{modals}))"
NUMBERED = r"(?:\d[\d.]*\s?(?:[(（]\w{1,3}[)）])?\s?)?"  # "3.2(1) Recommendation: …"
LABELLED = r"\s?(?:No\.|第)?\s?[\w/.\-]*\d[\w/.\-]*\W{0,3}[:：.—–]\W{0,3}"  # "Recommendation 3/1 — ", "建议2：", "Recommendation A.4."
# names in brackets or behind a dash, behind what is to be done
GIVEN = r"(?:[(（][A-Z][a-z]+(?:(?:, | and | & |/)[A-Z][a-z]+)*[)）]|\s[-–—]{1,3}\s?[A-Z][a-z]+(?: [A-Z][a-z]+){0,2})(?=\W*$)"
COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
# roles (table ``roles``) of chapters in which a report recommends
TITLES = ("recommendations", "followup", "observations")


class Words:
    """The tables ``verbs``, ``hedges``, ``addressees`` and ``recommendation_words``, and the titles of ``roles``, as patterns."""

    made = AnyOf("made", "made-that")  # what opens a list of recommendations, or one of them
    made_that = AnyOf("made-that")  # what may go on with what is recommended
    made_here = AnyOf("made", "made-that", "made-here")  # the same in a chapter of what a meeting decided
    agreed = AnyOf("made", "made-that", "agreed-that")  # the same within a sentence, whoever the meeting says agreed
    undertaken = AnyOf("undertaken")  # what says in a chapter of what was decided that something is to be done
    next_time = AnyOf("next-time")  # the next meeting
    courtesy = AnyOf("courtesy")  # what is conveyed and asks for nothing: condolences
    needed = AnyOf("needed")  # what must be, whoever asks it
    holds = AnyOf("holds")  # what stands before the opinion of one who has it ("said that")
    doubts = AnyOf("doubts")  # what leaves open whether something should be ("whether")
    minutes = AnyOf("minutes")  # what minutes are called: they have no chapter of what was decided
    resolved = AnyOf("resolved")  # in a title, the mark of decisions
    concluding = AnyOf("concluding")  # in minutes, headings and marks below which all that stands was concluded
    passed = AnyOf("passed")  # how minutes say that something was passed
    deciding = AnyOf("deciding")  # verbs by which a meeting decides in the account of it
    business = AnyOf("business")  # what a meeting does with its own papers is no decision
    no_task = AnyOf("no-task")  # nouns that are no one who is to do something ("Proposal to have a video")
    to_be = AnyOf("to-be")  # what says that something is to be
    finding = AnyOf("past", "finding")  # what says how something is or was
    found = AnyOf("found")  # how a text begins that tells what was found out
    proceedings = AnyOf("proceedings")  # what a meeting does with its own proceedings
    findings = AnyOf("findings")  # a heading under which what was found stands beside what is recommended
    frame = AnyOf("frame")  # turns that frame any request
    speaker = AnyOf("speaker")
    recited = AnyOf("recited")
    advice = AnyOf("advice")
    persons = AnyOf("person", "speaker")  # those who speak at a meeting, and are not the meeting
    reaffirm = AnyOf("reaffirm")
    recital = AnyOf("earlier", "recital")  # what says that something was asked before, or in another text
    given = AnyOf("given")
    done = AnyOf("done")
    no_title = AnyOf("no-title")
    every = AnyOf("every")  # what says that none is left out
    joined = AnyOf("join")  # what joins the members of a list
    bodies = AnyOf("forum", "author", "body")
    author = AnyOf("author", "signer")
    ends_who = AnyOf("ends-who")
    listing = AnyOf("listing")  # a sentence that lists what a meeting dealt with
    itself = AnyOf("itself")  # a verb by which nobody else is asked: "expects to maintain"
    past = AnyOf("past")  # marks of what has been done
    again = AnyOf("it", form=r"(?:%)\b")  # how a sentence begins that goes on with the subject of the one before
    voice = AnyOf("voice", form=r"\s*(?:%)")  # how a modal verb is followed where a thing is its subject
    agent = AnyOf("agent", form=r"(?:%)\s?(?P<who>[^，,;；.。]{2,60})")  # who then does it
    tasks = AnyOf("tasks", form="(?i:^(?:%)$)")  # headings of lists of tasks
    list_head = AnyOf("tasks", "advice-head", form="(?i:^(?:%)$)")  # how a list is headed in a line of its own
    meets_again = AnyOf("next-time", "business")
    finished = AnyOf("finished", form=r"(?i:[\s—–\-:：（(.。](?:%)\W*$)")  # at the end of a task, that it is done
    conclusive = AnyOf("conclusive")  # in a title, that it holds more than advice
    its_name = AnyOf("its-name")  # what a body is called where it is not named: "Both sides", "…, in which it:"
    prior = AnyOf("earlier", "prior")  # in a heading, that what stands below it was asked before
    conclusion = AnyOf("concluding", form=r"(?:%)\s?[:：]")  # in minutes, a mark behind which stands what was concluded
    addressed = AnyOf("addressed", form=r"^\s*(?:%)[:：]\s?")  # to whom a point is given: "To the Trust: …"
    we_head = AnyOf("we", form=r"\s*(?:%)[,，]")  # how a declaration begins: "We, the ministers of …,"
    infinitive = AnyOf("infinitive", form=r"^(?:%)\s")  # how a clause begins that says what one is to do: "To lobby …"
    before_deed = AnyOf("before-deed")  # what stands before the verb of a deed that is bidden (在…前, 对…)
    regard = AnyOf("regard")  # in Chinese, what stands before what a noun for what is asked is about
    that = AnyOf("that", form=r"^(?:%)[\s,]")  # how a clause begins that says what should be: "That States …"

    def __init__(self, language: Language) -> None:
        self.language = language
        self._verbs = {row[0]: row[1:] for row in language.rows("verbs")}
        self._table: dict[str, tuple[str, ...]] = {}
        for row in language.rows("recommendation_words"):
            self._table[row[0]] = (*self._table.get(row[0], ()), *row[1:])
        self._strengths = {verb: one for one in reversed(STRENGTHS) for verb in self._verbs.get(one, ())}
        self._own = {word: one for one in STRENGTHS for word in self.phrases(f"own-{one}")}
        self.selves = frozenset(self.phrases("self"))
        self.ours = frozenset(self.phrases("self", "we"))
        self.meeting = frozenset(self.phrases("meeting"))  # what a meeting calls itself
        self.by = self.phrases("by")
        self.no_object = frozenset(self.phrases("no-object"))  # what stands behind a noun that could be a verb
        self.of = frozenset(self.phrases("of"))  # what makes the word before it no verb

    def phrases(self, *kinds: str) -> tuple[str, ...]:
        """The phrases of some kinds of the table ``recommendation_words``."""
        return tuple(phrase for kind in kinds for phrase in self._table.get(kind, ()))

    def _any(self, *kinds: str) -> str:
        return pattern_of(self.phrases(*kinds))

    @cached_property
    def strengths(self) -> dict[str, str]:
        """The strength of each verb that directs."""
        return self._own | {verb.lower(): strength for verb, strength in self._strengths.items()}

    @cached_property
    def told(self) -> dict[str, str]:
        """The strengths of the participles of these verbs."""
        told = {verb.lower(): strength for verb, strength in self._strengths.items()}
        return told | {word: strength for strength in STRENGTHS for word in self.phrases(f"told-{strength}")}

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kind of each addressee that is not one body among many."""
        return {row[0]: row[1] for row in self.language.rows("addressees") if len(row) > 1 and row[1] != "forum"}

    @cached_property
    def deeds(self) -> frozenset[str]:
        """Verbs for what may be done, with which a text may begin that says what is to be done."""
        return frozenset(verb for row in self.language.rows("actions") for verb in row[1:])

    @cached_property
    def deed(self) -> re.Pattern[str]:
        """A verb for what may be done, anywhere."""
        return _any(self.deeds)

    @cached_property
    def _adverbs(self) -> str:
        return rf"(?:(?:{pattern_of(self._verbs.get('adverb', ()))})[，,]?\s?){{0,3}}"

    @cached_property
    def _verb(self) -> str:
        return rf"(?P<verb>{pattern_of(self._strengths)})"

    @cached_property
    def _modals(self) -> str:
        return pattern_of((*self._verbs.get("should", ()), *self._verbs.get("may", ())))

    @cached_property
    def _author(self) -> str:
        return rf"(?P<author>{self._any('author', 'signer')})\s?"

    @cached_property
    def opposed(self) -> tuple[frozenset[str], ...]:
        """Kinds of acts (table ``actions``) that exclude each other, two by two."""
        rows = self.language.rows("recommendation_words")
        return tuple(frozenset(row[1:]) for row in rows if row[0] == "opposed")

    @cached_property
    def _stances(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        kinds = [kind for kind in self._table if kind.startswith(STANCE)]
        return tuple((kind.removeprefix(STANCE), _any(self.phrases(kind))) for kind in kinds)

    def stance_of(self, text: str) -> str:
        """How a text that asks nothing takes what it speaks of: the strongest word for it near its beginning (注意到, 表示关切); ``""`` without any."""
        return next((kind for kind, pattern in self._stances if pattern.search(text[:HEADED])), "")

    @cached_property
    def adverbs(self) -> re.Pattern[str]:
        """Adverbs with which a text begins."""
        return re.compile(rf"^{self._adverbs}", re.IGNORECASE)

    @cached_property
    def verb(self) -> re.Pattern[str]:
        """A directive verb at the head of a clause (group ``verb``)."""
        subject = rf"(?:(?:{self._any('forum')})\s?)?"
        start = rf"(?:{CLAUSE_START}{self._adverbs}{subject}|(?:{self._any('wish')})\s?)"
        return re.compile(rf"{start}{self._adverbs}{self._verb}", re.IGNORECASE)

    @cached_property
    def operative(self) -> re.Pattern[str]:
        """The verb with which a clause of a decision begins: "Requests", "To urge", 决定; also one that directs only behind its author."""
        bare = rf"(?:{self._any('infinitive')})\s(?:{self._adverbs})(?P<bare>{pattern_of(self._strengths)})"
        return re.compile(
            rf"^\s*(?:{bare}|{self._adverbs}(?P<verb>{pattern_of((*self._strengths, *self._own))}))", re.IGNORECASE
        )

    @cached_property
    def decree(self) -> re.Pattern[str]:
        """A line that ends with who decides: "Council resolves:", "The Panel on Soils decides that:", "That Council:"."""
        verbs, that = pattern_of((*self._strengths, *self._own)), self._any("that")
        decides = rf"(?P<who>[^:：,，]+?)\s?{self._adverbs}(?:{verbs})\s*(?:\w{{1,4}}\s?)?"
        return re.compile(rf"^(?:(?:{that})\s(?P<body>[^:：,，]+)|{decides})[:：]\s*$")

    @cached_property
    def directs(self) -> re.Pattern[str]:
        """A directive verb anywhere."""
        return re.compile(pattern_of(self._strengths), re.IGNORECASE)

    @cached_property
    def intensely(self) -> re.Pattern[str]:
        """A directive verb with a word that makes it stronger: "strongly recommends", 强烈建议."""
        return re.compile(rf"(?:{self._any('intense')})\s?{self._verb}", re.IGNORECASE)

    @cached_property
    def modal(self) -> re.Pattern[str]:
        """What should be (group ``should``) or may be (``may``); neither in words that only look so."""
        should, may, no = (pattern_of(self._verbs.get(kind, ())) for kind in ("should", "may", "no-modal"))
        return re.compile(rf"(?:{no})|(?P<should>{should})|(?P<may>{may})")

    @cached_property
    def hedges(self) -> re.Pattern[str]:
        """What softens a request: 考虑到 states a reason, 不必要 nothing of the kind."""
        return re.compile(rf"(?<![非不未])(?:{pattern_of(self.language.words('hedges'))})(?!到)")

    @cached_property
    def softening(self) -> dict[str, str]:
        """The group of each of these words that has others of its meaning."""
        return {row[0]: row[1] for row in self.language.rows("hedges") if len(row) > 1}

    @cached_property
    def addressees(self) -> re.Pattern[str]:
        """Who is asked."""
        return _any(self.language.words("addressees"))

    @cached_property
    def titled_to(self) -> re.Pattern[str]:
        """Whom a heading names as those who are asked (group ``who``): 对成员国的建议, "Requests to the secretariat"."""
        return re.compile(rf"(?:{self._any('titled-to')})\s?(?:the )?(?P<who>{self.addressees.pattern}).{{0,3}}$")

    @cached_property
    def authored(self) -> re.Pattern[str]:
        """An author (group ``author``) who directs (``verb``)."""
        mine = rf"(?:{self._any('lead-in')})\s?(?=(?:{self._any('self', 'we')})(?![a-z]))"
        willing = rf"(?:(?:{self._any('willing')})\s?{self._adverbs})?"
        asks = rf"(?P<verb>{pattern_of((*self._strengths, *self._own))})(?!\s?(?:{self._any('doubts')}))"
        start = rf"(?:^\s*|[，；。,;.]\s?|\b[Tt]he\s|{mine})"
        return re.compile(rf"{start}{self._author}{self._adverbs}{willing}{asks}")

    @cached_property
    def mine(self) -> re.Pattern[str]:
        """What an author calls his own ("it is my recommendation that", "my appeal is that"); the name of the group is its strength."""
        own = [(strength, self.phrases(f"mine-{strength}")) for strength in STRENGTHS]
        nouns = "|".join(rf"(?P<{strength}>{pattern_of(nouns)})" for strength, nouns in own if nouns)
        bare = pattern_of(noun for _, nouns in own for noun in nouns)
        is_my, my, that, is_that = map(self._any, ("is-my", "my", "my-that", "is-that"))
        ways_of = rf"(?:{is_my})\s?(?=(?:{bare})\s?(?:{that}))|(?:{my})\s?(?=(?:{bare})\s?(?:{is_that}))"
        return re.compile(rf"(?:{ways_of})(?:{nouns or '(?!)'})\s?(?:{is_that}|{that})", re.IGNORECASE)

    @cached_property
    def passive(self) -> re.Pattern[str]:
        """That one is asked: "are called upon to", "should be invited to" (group ``told``: the participle)."""
        return self._passive("be-now", self._modals)

    @cached_property
    def passive_past(self) -> re.Pattern[str]:
        """That one was asked: "were urged to"."""
        return self._passive("be-then")

    def _passive(self, tense: str, modals: str = r"(?!)") -> re.Pattern[str]:
        be, between, participles, to = map(self._any, (tense, "between", "participle", "asked-to"))
        told = rf"(?:{be})\s(?:(?:{between})\s){{0,2}}(?P<told>{participles})\s(?:{to})"
        return re.compile(rf"(?:(?:{modals})\s)?{told}")

    @cached_property
    def obliges(self) -> re.Pattern[str]:
        """How an opener ends that leaves all to its points: "Member States should:"."""
        return re.compile(rf"(?:{self._modals})\s*[:：]$")

    @cached_property
    def left(self) -> re.Pattern[str]:
        """What is left to a body to direct: "The Conference should encourage Parties to …", 应敦促各国…."""
        body = rf"(?:(?:[Tt]he\s)?{self._author})?"
        return re.compile(rf"^\s*{body}(?:{self._modals})\s?{self._adverbs}{self._verb}")

    @cached_property
    def forum_only(self) -> re.Pattern[str]:
        """A text that ends with a body that may direct."""
        return re.compile(rf"(?:{self._any('forum')})\s?(?:{self._modals})?\s?{self._adverbs}$")

    @cached_property
    def reported_by(self) -> re.Pattern[str]:
        """How a front says whose report this is (group ``who``): "Report of the Advisory Committee", 咨询委员会的报告."""
        before, behind = self._any("by"), self._any("by-behind")
        if self.by:
            return re.compile(rf"(?:{before}) (?P<who>(?:\w+ ){{0,3}}\w+)")
        return re.compile(rf"(?P<who>[^\n]+)(?:{behind})(?=\s*(?:\n|$))")

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """An author at the head of a clause."""
        return re.compile(rf"(?:^\s*|[,，]\s?)(?:[Tt]he\s)?(?:[A-Z]\w+\s)?{self._author}")

    @cached_property
    def acts(self) -> re.Pattern[str]:
        """The verb right behind the one who directs."""
        own = (verb for verb, strength in self._own.items() if strength != "decide")
        return re.compile(
            rf"\s?{self._adverbs}(?P<verb>{pattern_of((*self._strengths, *own))})(?!\s?(?:{self._any('doubts')}))"
        )

    @cached_property
    def myself(self) -> re.Pattern[str]:
        """One who speaks of himself, near the beginning of a sentence."""
        return re.compile(rf"(?:[^，,。.]{{0,20}}[，,]\s?)?(?:{self._any('self')})(?!{self._any('not-self')})")

    @cached_property
    def goes_on(self) -> re.Pattern[str]:
        """A further verb of the same author."""
        further = self._any("further")
        return re.compile(rf"(?:[，,；;]|(?:{further})\s)\s?(?:(?:{further})\s)?{self._adverbs}{self._verb}")

    @cached_property
    def wish(self) -> re.Pattern[str]:
        """What an author leaves to a forum: "The Conference may wish to"."""
        return re.compile(rf"(?:{self._any('forum')})[^，。,.]{{0,12}}?(?:{self._any('wish')})")

    @cached_property
    def generic(self) -> re.Pattern[str]:
        """That earlier recommendations are cited without saying what they are."""
        earlier = rf"(?:{self._any('earlier')})[^，。；,.;]{{0,40}}?(?:{self._any('given')})"
        return re.compile(rf"{earlier}|{self._any('recalls')}")

    @cached_property
    def handed(self) -> re.Pattern[str]:
        """A noun for what is asked with what became of it: handed on, put off (group ``of``: what was asked)."""
        return re.compile(rf"(?:{self._asking})(?P<of>[^;；。]{{0,{self._far}}}?)(?:{self._any('handed')})")

    @cached_property
    def recalled(self) -> re.Pattern[str]:
        """A recalling verb with a noun or verb of asking (group ``of`` behind it, ``what`` before it: what was asked)."""
        first = rf"(?:{self._any('handed-first')})[^;；。]{{0,{self._far}}}?(?:{self._any('asking')})"
        asked = rf"(?P<what>[^;；。]{{0,{self._far}}}?)(?:{self._asking})(?P<of>[^;；。]*)"
        had = rf"(?:{self._any('recalling')})[^;；。]*?(?:{self._any('had-asked')})"
        return re.compile(rf"{had}|{first}|(?:{self._any('recall')}){asked}")

    @property
    def _asking(self) -> str:
        return rf"(?:{self._any('asking-of')})(?:{self._any('asking')})|{self._any('asked-thing')}"

    @property
    def _far(self) -> int:
        return FAR if self.by else FAR_HAN

    @cached_property
    def titles(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The roles of headings, with their patterns."""
        return tuple((row[1], titled(row[2:])) for row in self.language.rows("roles") if row[0] == "title")

    @cached_property
    def outcome(self) -> re.Pattern[str]:
        """Titles of what a meeting decided."""
        return titled(self.phrases("outcome"))

    @cached_property
    def advising(self) -> re.Pattern[str]:
        """Titles that say by any word that a chapter recommends."""
        return titled(self.phrases("advising"))

    @cached_property
    def label(self) -> re.Pattern[str]:
        """How a recommendation is numbered, at the beginning of a text or of a sentence: "Recommendation 3: …"; or a decision marked as such: "ACTION - …", "Decision: …", 会议决策：…."""
        marked = rf"{NUMBERED}(?:[A-Z][A-Z\-]+\s)?(?:{self._any('marked')})\s?(?:[:：—–]|-\s)\s?(?=\S)"
        stop = rf"(?:{self._any('marked')})[.．]\s(?=\S)"
        begins = r"(?:^|(?<=[。.!?！？])\s?(?=[^\d\s]))"
        bare = UNMARKED.format(modals=self._modals, that=self._any("that"))
        return re.compile(
            rf"{begins}\s*\W{{0,3}}(?:(?:[A-Z]{{2,}}\s)?(?:{self._any('label')})(?:{LABELLED}|{bare})|^{marked}|^{stop})"
        )

    @cached_property
    def assigned(self) -> re.Pattern[str]:
        """In minutes, to whom something is given, and until when: "(Sarah)" at the end, 责任人：…, 完成时间：…."""
        return re.compile(rf"(?:{self._any('assigned')})\s?[:：]?\s?[^\s，,。；;]*|{GIVEN}")

    @cached_property
    def enumerator(self) -> re.Pattern[str]:
        """How a point is counted at its beginning: （一）, 一是; ``N`` in the table is its number."""
        parts = [escape(form).replace("N", COUNT) for form in self.phrases("enumerator")]
        return re.compile(rf"^\s*(?:{'|'.join(parts) or '(?!)'})\s*")

    def unnumbered(self, text: str) -> str:
        """A text without how it is labelled and counted at its beginning."""
        return self.enumerator.sub("", self.label.sub("", text))

    def modal_of(self, text: str, may: bool = False) -> re.Match[str] | None:
        """The first word in a text for what should be; with ``may`` also for what may be."""
        return next((one for one in self.modal.finditer(text) if one["should"] or (may and one["may"])), None)

    def way_of(self, text: str) -> str:
        """How a text says who is asked: ``modal`` (States should), ``passive`` (are invited to), ``verb`` (invites States); "" without any."""
        return self._way(text)[0]

    def is_general(self, who: str) -> bool:
        """Whether those who are asked are all there are of their kind: 各国, "all Member States"."""
        found = self.addressees.search(who)
        rest = self.every.sub("", who[: found.start()] + who[found.end() :]) if found else who
        return not rest.strip() and self.kinds.get(found.group() if found else "") == "states"

    def is_state(self, who: str) -> bool:
        """Whether those who are asked are States of some sort: 发展中国家, "coastal States"."""
        return who.strip().endswith(self.phrases("state"))

    def subject_of(self, text: str) -> str:
        """Who is asked, as the text says it; ``""`` where it leaves that to the words that open its list, or says it of a thing."""
        return self._way(text)[1].strip()

    def _way(self, text: str) -> tuple[str, str]:
        head = text[:WHO]
        passive = self.passive.search(head)
        if passive:
            return "passive", head[: passive.start()]
        verb = self.verb.match(head) or self.authored.match(head)
        if verb:
            that = self.ends_who.match(head, verb.end() + 1)
            start = that.end() if that else verb.end()  # "recommends that States …"
            marks = (self.ends_who, self.deed, self.modal)
            ends = [found.start() for mark in marks if (found := mark.search(head, start))]
            return "verb", head[start : min(ends)] if ends else ""
        modal = self.modal_of(head, may=True)
        if modal is None or not modal.start():
            return "", ""
        if self.voice.match(text, modal.end()):
            by = self.agent.search(text, modal.end())
            return "passive", by["who"] if by else ""
        return "modal", head[: modal.start()]

    def asked_of(self, addressee: str, text: str) -> frozenset[str]:
        """Who is asked, by kind (States, the secretariat, donors); one body among many by its name. Empty where nobody is named."""
        at = text.find(addressee) if addressee else -1
        until = at + len(addressee) + BESIDE
        named = self.addressees.findall(text, at, until) if at >= 0 else [addressee][: len(addressee)]
        return frozenset(self.kinds.get(name, name) for name in named)


def words(language: Language) -> Words:
    """The tables as patterns. Use ``language.once(words)``."""
    return Words(language)


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(pattern_of(phrases))
