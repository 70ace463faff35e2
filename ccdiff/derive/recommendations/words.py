"""The tables about recommendations, as patterns: verbs by strength, hedges, addressees, how lists are opened, who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ccdiff.derive.titled import titled
from ccdiff.language import Language
from ccdiff.model.record import record
from ccdiff.text.alternation import joined, ways

STRENGTHS = ("decide", "request", "urge", "call", "recommend", "encourage", "invite", "note")  # strongest first
WHO = 120  # characters of a text in which the one asked is named
BESIDE = 30  # characters behind one addressed in which others stand ("member States and donors")
VERB = re.compile(r"\s+(?:(?:not|also|further|\w+ly)\s+)*([a-z]{3,})\b")
CLAUSE_START = r"(?:^|[，；。：、,;:.]\s*|\s)"
LABELLED = r"\s?(?:No\.|第)?\s?[\w/.\-]*\d[\w/.\-]*\W{0,3}[:：.—–]\W{0,3}"  # "Recommendation 3/1 — ", "建议2：", "Recommendation A.4."
COUNT = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
TITLES = (
    "recommendations",
    "followup",
    "observations",
)  # roles (table ``roles``) of chapters in which a report recommends


@record
class Words:
    """``verb``: a directive verb at the head of a clause (group ``verb``); ``directs``: one anywhere; ``strengths`` its strength; ``order`` 0 the strongest.

    ``left``: what is left to a body to direct ("The Conference should encourage Parties to …"); ``passive``: "are called upon to";
    ``passive_past``: the same told ("were urged to"); ``told``: the strengths of its participles;
    ``obliges``: how an opener ends ("Member States should:"); ``holds``: what stands before the opinion of one who has it ("said that");
    ``ours``: who speaks of himself, one or several; ``mine``: what such a one calls his own ("it is my recommendation that"), by strength;
    ``meeting``: what a meeting calls itself; ``advising``: titles that say by any word that a chapter recommends;
    ``label``: how a recommendation is numbered ("Recommendation 3: …"); ``enumerator``: how a point is counted (（一）, 一是);
    ``deeds``: verbs for what may be done, with which a text may begin that says what is to be done, unless one of ``no_object`` or ``of``
    follows, or it is ``past``; ``that``: how a clause begins that says the same;
    ``tasks``: headings of lists of tasks; ``doubts``: what leaves open whether something should be ("whether"); ``settled``: a decision on who should; ``findings``: a heading under which what was found stands beside
    what is recommended.
    """

    verb: re.Pattern[str]
    directs: re.Pattern[str]
    strengths: dict[str, str]
    modal: re.Pattern[str]
    hedges: re.Pattern[str]
    addressees: re.Pattern[str]
    kinds: dict[str, str]
    made: re.Pattern[str]
    made_here: re.Pattern[str]
    selves: frozenset[str]
    authored: re.Pattern[str]
    mine: re.Pattern[str]
    ours: frozenset[str]
    left: re.Pattern[str]
    passive: re.Pattern[str]
    passive_past: re.Pattern[str]
    told: dict[str, str]
    obliges: re.Pattern[str]
    subject: re.Pattern[str]
    myself: re.Pattern[str]
    goes_on: re.Pattern[str]
    by: tuple[str, ...]
    frame: re.Pattern[str]
    needed: re.Pattern[str]
    tasks: re.Pattern[str]
    holds: re.Pattern[str]
    doubts: re.Pattern[str]
    settled: re.Pattern[str]
    findings: re.Pattern[str]
    said: re.Pattern[str]
    wish: re.Pattern[str]
    speaker: re.Pattern[str]
    recited: re.Pattern[str]
    advice: re.Pattern[str]
    generic: re.Pattern[str]
    reaffirm: re.Pattern[str]
    given: re.Pattern[str]
    done: re.Pattern[str]
    no_title: re.Pattern[str]
    outcome: re.Pattern[str]
    ends_who: re.Pattern[str]
    led: re.Pattern[str]
    bodies: re.Pattern[str]
    forum_only: re.Pattern[str]
    voice: re.Pattern[str]
    agent: re.Pattern[str]
    titles: tuple[tuple[str, re.Pattern[str]], ...]
    advising: re.Pattern[str]
    meeting: frozenset[str]
    author: re.Pattern[str]
    label: re.Pattern[str]
    enumerator: re.Pattern[str]
    that: re.Pattern[str]
    adverbs: re.Pattern[str]
    deeds: frozenset[str]
    no_object: frozenset[str]
    past: re.Pattern[str]
    of: frozenset[str]

    def way_of(self, text: str) -> str:
        """How a text says who is asked: ``modal`` (States should), ``passive`` (are invited to), ``verb`` (invites States); "" without any."""
        return self._way(text)[0]

    def subject_of(self, text: str) -> str:
        """Who is asked, as the text says it; ``""`` where it leaves that to the words that open its list, or says it of a thing."""
        return self._way(text)[1].strip()

    def deed_of(self, text: str) -> str:
        """The verb behind "should", where words are set apart and no thing is the subject; ``""`` elsewhere."""
        modal = next((found for found in self.modal.finditer(text[:WHO]) if found["should"] or found["may"]), None)
        if modal is None or self.voice.match(text, modal.end()):
            return ""
        verb = VERB.match(text, modal.end())
        return verb.group(1) if verb else ""

    def _way(self, text: str) -> tuple[str, str]:
        head = text[:WHO]
        passive = self.passive.search(head)
        if passive:
            return "passive", head[: passive.start()]
        verb = self.verb.match(head)
        if verb:
            end = self.ends_who.search(head, verb.end())
            return "verb", head[verb.end() : end.start()] if end else ""
        modal = next((found for found in self.modal.finditer(head) if found["should"] or found["may"]), None)
        if modal is None or not modal.start():
            return "", ""
        by = self.agent.search(text, modal.end()) if self.voice.match(text, modal.end()) else None
        if self.voice.match(text, modal.end()):
            return "passive", by["who"] if by else ""
        return "modal", head[: modal.start()]

    def asked_of(self, addressee: str, text: str) -> frozenset[str]:
        """Who is asked, by kind (States, the secretariat, donors); one body among many by its name. Empty where nobody is named."""
        at = text.find(addressee) if addressee else -1
        named = (
            self.addressees.findall(text, at, at + len(addressee) + BESIDE)
            if at >= 0
            else [addressee][: len(addressee)]
        )
        return frozenset(self.kinds.get(name, name) for name in named)


def words(language: Language) -> Words:
    """The tables ``verbs``, ``hedges``, ``addressees``, ``recommendation_words`` and the titles of ``roles``; for ``language.once``."""
    verbs = {row[0]: row[1:] for row in language.rows("verbs")}
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("recommendation_words"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    strengths = {verb: strength for strength in reversed(STRENGTHS) for verb in verbs.get(strength, ())}
    adverbs = rf"(?:(?:{pattern_of(verbs.get('adverb', ()))})[，,]?\s?){{0,3}}"
    subject = rf"(?:(?:{pattern_of(table.get('forum', ()))})\s?)?"
    authors = (*table.get("author", ()), *table.get("signer", ()))
    author = rf"(?P<author>{pattern_of(authors)})\s?"
    mine = rf"(?:{pattern_of(table.get('lead-in', ()))})\s?(?=(?:{pattern_of((*table.get('self', ()), *table.get('we', ())))})(?![a-z]))"
    willing = rf"(?:(?:{pattern_of(table.get('willing', ()))})\s?{adverbs})?"
    wish = pattern_of(table.get("wish", ()))
    modals = (*verbs.get("should", ()), *verbs.get("may", ()))
    verb = rf"(?P<verb>{pattern_of(strengths)})"
    own = {word: strength for strength in STRENGTHS for word in table.get(f"own-{strength}", ())}
    told = {verb.lower(): strength for verb, strength in strengths.items()}
    asks = rf"(?P<verb>{pattern_of((*strengths, *own))})(?!\s?(?:{pattern_of(table.get('doubts', ()))}))"
    given, further = pattern_of(table.get("given", ())), pattern_of(table.get("further", ()))
    return Words(
        verb=re.compile(rf"(?:{CLAUSE_START}{adverbs}{subject}|(?:{wish})\s?){adverbs}{verb}", re.IGNORECASE),
        directs=re.compile(pattern_of(strengths), re.IGNORECASE),
        strengths=own | told,
        modal=re.compile(
            rf"(?:{pattern_of(verbs.get('no-modal', ()))})|(?P<should>{pattern_of(verbs.get('should', ()))})|(?P<may>{pattern_of(verbs.get('may', ()))})"
        ),
        hedges=re.compile(
            rf"(?<![非不未])(?:{pattern_of(language.words('hedges'))})(?!到)"
        ),  # 考虑到 states a reason, 不必要 nothing of the kind
        addressees=_any(language.words("addressees")),
        kinds={row[0]: row[1] for row in language.rows("addressees") if len(row) > 1 and row[1] != "forum"},
        made=_any(table.get("made", ())),
        made_here=_any((*table.get("made", ()), *table.get("made-here", ()))),
        selves=frozenset(table.get("self", ())),
        authored=re.compile(rf"(?:^\s*|[，；。,;.]\s?|\b[Tt]he\s|{mine}){author}{adverbs}{willing}{asks}"),
        mine=_mine(table),
        ours=frozenset((*table.get("self", ()), *table.get("we", ()))),
        passive=_passive(table, "be-now", modals),
        passive_past=_passive(table, "be-then"),
        told=told | {word: strength for strength in STRENGTHS for word in table.get(f"told-{strength}", ())},
        obliges=re.compile(rf"(?:{pattern_of(modals)})\s*[:：]$"),
        left=re.compile(rf"^\s*(?:[Tt]he\s)?{author}(?:{pattern_of(modals)})\s?{adverbs}{verb}"),
        subject=re.compile(rf"(?:^\s*|[,，]\s?)(?:[Tt]he\s)?(?:[A-Z]\w+\s)?{author}"),
        myself=re.compile(
            rf"(?:[^，,。.]{{0,20}}[，,]\s?)?(?:{pattern_of(table.get('self', ()))})(?!{pattern_of(table.get('not-self', ()))})"
        ),
        needed=_any(table.get("needed", ())),
        tasks=re.compile(rf"^(?:{pattern_of(table.get('tasks', ()))})$", re.IGNORECASE),
        holds=_any(table.get("holds", ())),
        doubts=_any(table.get("doubts", ())),
        settled=_any(table.get("settled", ())),
        findings=_any(table.get("findings", ())),
        frame=_any(table.get("frame", ())),
        by=tuple(table.get("by", ())),
        goes_on=re.compile(rf"(?:[，,；;]|(?:{further})\s)\s?(?:(?:{further})\s)?{adverbs}{verb}"),
        said=re.compile(rf"^[^，。；,.;]{{0,12}}(?:{pattern_of(table.get('speaker', ()))})[^，。；,.;]{{0,12}}?{verb}"),
        wish=re.compile(rf"(?:{pattern_of(table.get('forum', ()))})[^，。,.]{{0,12}}?(?:{wish})"),
        speaker=_any(table.get("speaker", ())),
        recited=_any(table.get("recited", ())),
        advice=_any(table.get("advice", ())),
        generic=re.compile(
            rf"(?:{pattern_of(table.get('earlier', ()))})[^，。；,.;]{{0,40}}?(?:{given})|{pattern_of(table.get('recalls', ()))}"
        ),
        reaffirm=_any(table.get("reaffirm", ())),
        given=re.compile(given or r"(?!)"),
        done=_any(table.get("done", ())),
        no_title=_any(table.get("no-title", ())),
        outcome=titled(table.get("outcome", ())),
        bodies=_any((*table.get("forum", ()), *table.get("author", ()), *table.get("body", ()))),
        led=re.compile(rf"^\s*(?:{pattern_of(modals)})\s?{adverbs}{verb}"),
        forum_only=re.compile(rf"(?:{pattern_of(table.get('forum', ()))})\s?(?:{pattern_of(modals)})?\s?{adverbs}$"),
        ends_who=_any(table.get("ends-who", ())),
        voice=re.compile(rf"\s*(?:{pattern_of(table.get('voice', ()))})"),
        agent=re.compile(rf"(?:{pattern_of(table.get('agent', ()))})\s?(?P<who>[^，,;；.。]{{2,60}})"),
        titles=tuple((row[1], titled(row[2:])) for row in language.rows("roles") if row[0] == "title"),
        advising=titled(table.get("advising", ())),
        meeting=frozenset(table.get("meeting", ())),
        author=_any(authors),
        label=re.compile(rf"^\s*\W{{0,3}}(?:{pattern_of(table.get('label', ()))}){LABELLED}"),
        enumerator=_counted(table.get("enumerator", ())),
        that=re.compile(rf"^(?:{pattern_of(table.get('that', ()))})[\s,]"),
        adverbs=re.compile(rf"^{adverbs}"),
        deeds=frozenset(verb for row in language.rows("actions") for verb in row[1:]),
        no_object=frozenset(table.get("no-object", ())),
        past=_any(table.get("past", ())),
        of=frozenset(table.get("of", ())),
    )


def _passive(table: dict[str, tuple[str, ...]], tense: str, modals: Iterable[str] = ()) -> re.Pattern[str]:
    """How one who is asked is named first: "are strongly encouraged to", "should be invited to", "was requested to"."""
    be, between, participles, to = (
        pattern_of(table.get(kind, ())) for kind in (tense, "between", "participle", "asked-to")
    )
    return re.compile(
        rf"(?:(?:{pattern_of(modals)})\s)?(?:{be})\s(?:(?:{between})\s){{0,2}}(?P<told>{participles})\s(?:{to})"
    )


def _counted(forms: Iterable[str]) -> re.Pattern[str]:
    """How a point is counted at its beginning; ``N`` in a form is its number."""
    parts = [re.escape(form).replace("N", COUNT) for form in forms]
    return re.compile(rf"^\s*(?:{'|'.join(parts) or '(?!)'})\s*")


def _mine(table: dict[str, tuple[str, ...]]) -> re.Pattern[str]:
    """What an author calls his own: "it is my recommendation that", "my appeal is that"; the name of a group is its strength."""
    kinds = [(strength, pattern_of(table.get(f"mine-{strength}", ()))) for strength in STRENGTHS]
    nouns = "|".join(rf"(?P<{strength}>{nouns})" for strength, nouns in kinds if nouns != r"(?!)")
    bare = "|".join(nouns for _, nouns in kinds)
    is_my, my, that, is_that = (pattern_of(table.get(kind, ())) for kind in ("is-my", "my", "my-that", "is-that"))
    ways_of = rf"(?:{is_my})\s?(?=(?:{bare})\s?(?:{that}))|(?:{my})\s?(?=(?:{bare})\s?(?:{is_that}))"
    return re.compile(rf"(?:{ways_of})(?:{nouns or '(?!)'})\s?(?:{is_that}|{that})", re.IGNORECASE)


def pattern_of(phrases: Iterable[str]) -> str:
    """An alternation, the longest phrase first; ``*`` is anything within the clause, up to 40 characters."""
    longest_first = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return joined(ways(longest_first, _whole)) or r"(?!)"


def _whole(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", r"[^。；;]{0,40}?")
    return rf"\b{escaped}\b" if phrase.isascii() and phrase[:1].isalpha() else escaped


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(pattern_of(phrases))
