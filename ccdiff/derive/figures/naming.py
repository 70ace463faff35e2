"""What a pair of figures is called: of the two subjects the one that names a thing; else the passage, with "…" for the number.

A subject is a noun phrase: it begins and ends with words that a name can begin and end with, and a verb in it follows a word that
makes a clause of it part of the name ("countries that had reported"; "已报告的国家").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ccdiff.derive.figures import subject
from ccdiff.derive.figures.captions import Cut, strip_end, strip_start
from ccdiff.derive.figures.statement import Statement
from ccdiff.derive.figures.tools import Tools, tools
from ccdiff.language import Language

GAP = "…"
OF = "的"
HAS, OWNED = "》有", "》的"  # "《公约》有 166 个缔约国"
LONGEST = {False: 60, True: 90}  # characters of a passage, Chinese and Latin
LEAST = {False: 2, True: 3}  # characters of a name
BEGINS = re.compile(r"[\u3400-\u9fffA-Za-z0-9《“]")
SAYS = 4  # characters of the name of a share or a sum that say more than of whom it is: 安全帽佩戴率, not 儿童
DIGIT = re.compile(r"\d")
LEAST_SAID = 2  # words after "and" that say what is counted
WORDS = re.compile(r"[\u3400-\u9fff]|[A-Za-z][A-Za-z’'\-]*")
BRACKET = re.compile(r"[(（]")
LATIN = re.compile(r"[A-Za-z][A-Za-z’'\-]*")


class Naming:
    """Names for pairs of figures in reports of one language."""

    def __init__(self, language: Language) -> None:
        self._have: Tools = language.once(tools)
        self._cut: Cut = self._have.cut
        stops = self._have.words.stops
        self._hard, self._soft = stops["hard"], stops["soft"]
        self._ends = self._have.called.ends
        self._grammar = self._have.called.grammar
        self._said = self._have.called.of["said"]
        self._generic = self._have.words.generic

    def of(self, sides: Sequence[Statement], texts: Sequence[str], pointing: re.Pattern[str]) -> str:
        """The best name of a figure as one or two reports state it in ``texts``; the order of the two does not matter."""
        subjects = [one.called() for one in sides]
        if len(set(subjects)) > 1 and self._have.latin:
            subjects = [self._undated(text) for text in subjects]
        named = {self._name(text, one, where) for text, one, where in zip(subjects, sides, texts, strict=True)}
        if found := [name for name in named if name]:
            return min(found, key=lambda name: (self._bare(name), bool(pointing.match(name)), len(name), name))
        return self.passage(sides, texts)

    def passage(self, sides: Sequence[Statement], texts: Sequence[str]) -> str:
        """The clause in which a figure is told, with "…" for the number; the shorter of two."""
        if sides[-1].owner and sides[-1].kind == "counter":
            return self._listed(texts[-1], sides[-1])
        passages = [self._passage(where, one) for one, where in zip(sides, texts, strict=True)]
        told = [text for text in passages if len(WORDS.findall(text)) >= LEAST[self._have.latin]]
        told = [text for text in told if not self._grammar["pronoun"].match(text)]  # "It was attended by | 25"
        nouns = [one.noun for one in sides if one.noun]
        return min(told or nouns or passages, key=lambda text: (len(text), text))

    def _undated(self, text: str) -> str:
        """A subject without the date that it ends with: "operational activities in December"."""
        return self._grammar["dated"].sub("", f" {text}").strip() or text

    def _bare(self, name: str) -> bool:
        return self._have.latin and " " not in name

    def _name(self, text: str, one: Statement, where: str) -> str:
        """A subject as a noun phrase; "" where it is none."""
        if one.owner:
            return text
        return self._english(text, one) if self._have.latin else self._chinese(text, one, where)

    def _english(self, text: str, one: Statement) -> str:
        if self._grammar["pronoun"].match(text):
            return ""
        counted = one.kind == "counter" and bool(one.noun)
        own = counted and text.lower().startswith(one.noun.lower())  # "parties had reported"
        text = text if own else self._unreported(self._grammar["and_that"].split(text)[-1])
        if (finite := self._grammar["finite"].search(text)) and not self._grammar["relative"].search(
            text, 0, finite.start()
        ):
            text = self._clause(text, finite, counted)
        text = self._active(self._trimmed(text[: text.rfind('"')] if text.count('"') % 2 else text), one)
        words = [word.lower() for word in LATIN.findall(text)]
        empty = bool(words) and words[0] in self._of("empty") and (counted or len(words) == 1)
        if not words or len(text) < LEAST[True] or words[0] in self._hard or empty:
            return ""
        if one.within and one.kind == "money":
            return ""  # "donations of £5,400, of which | £2,100 was from the collection"
        if len(words) == 1 and (words[0] in self._generic or words[0] in self._of("anyone")):
            return ""  # "The Trust employs | 18 people"
        if not counted and words[0] in self._of("speaker"):
            return ""  # "representative of the Organisation": 13 per cent of what?
        if counted and len(words) == 1 and not one.noun.lower().endswith(words[0]):
            return one.noun  # "women", not "accounted"
        alone = len(words) == 1 and not counted and (one.kind != "money" or self._grammar["unnamed"].search(words[0]))
        tense = next((at for at, word in enumerate(words) if word in self._of("past")), len(words))
        told = tense < len(words) and not self._grammar["relative"].search(" ".join(words[:tense]))
        if alone or told or words[0] in self._of("loose") or (counted and self._acts_before(words, one)):
            return ""
        return "" if self._begins_with_verb(words, one) or (not own and self._reported(text)) else text

    def _unreported(self, text: str) -> str:
        """ "the secretariat put the world total of e-scrap" gives "world total of e-scrap"."""
        for word in LATIN.finditer(text):
            if word.group().lower() in self._said and word.end() < len(text):
                rest = self._grammar["soon_that"].sub("", text[word.end() :])
                return strip_start(rest.lstrip(" ,"), self._ends["article"])
        return text

    def _active(self, text: str, one: Statement) -> str:
        """ "countries collected data" gives "countries that collected data"; "plans adopted in 2019" stays."""
        head = one.noun.split()[-1] if one.noun else ""
        before, found, rest = text.partition(f"{head} ") if one.kind == "counter" and head else ("", "", "")
        words = rest.split()
        after = words[1].lower() if found and len(words) > 1 else ""
        if not after or after in self._grammar.of("preposition") or words[1].endswith("ly"):
            return text
        verb = words[0].lower()
        acts = (verb.endswith("ed") and verb not in self._of("no verb")) or verb in self._soft
        return f"{before}{found}that {rest}" if acts and not before.strip().count(" that ") else text

    def _acts_before(self, words: Sequence[str], one: Statement) -> bool:
        """Whether a verb stands before what is counted: "portal on recalls held notices from | jurisdictions"."""
        heads = [text.split()[-1].lower() for text in (one.noun, one.mention.unit) if text]
        before = next((words[: words.index(head)] for head in heads if head in words), ())
        return any(word in self._soft for word in before[1:])

    def _clause(self, text: str, finite: re.Match[str], counted: bool) -> str:
        """ "women were active" gives "women active"; "countries had enrolled" "countries that had enrolled"; of what is
        measured only what stands before the verb: "share of samples that failed had come down".
        """
        if not counted:
            return text[: finite.start()]
        if (been := self._grammar["been"].match(text, finite.start())) and been.end() < len(text):
            return f"{text[: been.start()]} {text[been.end() :]}"
        return f"{self._trimmed(text[: finite.start()])} that{text[finite.start() :]}"

    def _trimmed(self, text: str) -> str:
        """``text`` without what cannot end a name: prepositions, auxiliaries, adverbs, a verb that leads to the number."""
        before = ""
        while text != before:
            before = text
            text = strip_end(strip_end(text.rstrip(" ,;:|"), self._ends["tail"]), self._ends["numbers"])
            head, _, last = text.rpartition(" ")
            if head and (last in self._hard or last.lower() in self._of("loose")):  # not of "2 May"
                text = head
        return text

    def _reported(self, text: str) -> bool:
        return any(word.lower() in self._said for word in LATIN.findall(text)[:12])

    def _begins_with_verb(self, words: Sequence[str], one: Statement) -> bool:
        if one.noun:
            return words[0] in self._soft and not one.noun.lower().startswith(words[0])
        past = words[0].endswith("ed") and words[0] not in self._have.called.of["no verb"]
        return past or words[0] in self._soft or words[0] in self._have.called.of["verb"]

    def _chinese(self, text: str, one: Statement, where: str) -> str:
        text = self._grammar["year"].sub("", text).strip()
        while opened := self._opened(text):
            text = opened
        text = strip_end(strip_end(text, self._ends["loose"]), self._ends["toward"])
        noun = one.noun if one.noun and one.noun in where else ""
        text = self._turned(text, noun).replace(HAS, OWNED, 1)
        if len(text) < LEAST[False] or not self._whole(text, where) or self._ends["never"].at_start(text):
            return ""
        copulas = [word for word in self._of("copula") if word in text]
        if not BEGINS.match(text) or (copulas and not set(copulas).isdisjoint(self._cut(text))):
            return ""
        before = text.removesuffix(noun) if noun else ""
        if before.removesuffix(OF) in self._have.words.stops["opener"]:
            return ""  # "已经的零售企业"
        placed = noun and self._ends["governed"].at_end(where[: one.mention.start].rstrip())
        if (placed or self._ends["governed"].at_start(text)) and OF not in text:
            return ""  # "在马尼拉区", "集中在 | 8 个国家", but "在边境口岸安装的探测器"
        if self._ends["says"].at_end(text):
            return ""  # "秘书处说"
        bare = (one.kind not in ("counter", "noun") and len(text) < SAYS) or text in self._have.words.families
        return "" if bare or self._half_a_sentence(text, one, where, noun) else text

    def _half_a_sentence(self, text: str, one: Statement, where: str, noun: str) -> bool:
        """A name that ends with a unit or with where something was led to, or begins with a unit: "死因记录的%", "国仍征收"."""
        unit, end = one.counter, one.mention.end
        if unit and (text.endswith(OF + unit) or (one.kind == "noun" and text.startswith(unit))):
            return True
        if one.kind == "measure" and where.startswith(OF, end):  # "时速不得超过 30 公里 | 的区域"
            return True
        return bool(noun and text.endswith(noun) and self._ends["led"].at_end(text.removesuffix(noun)))

    def _opened(self, text: str) -> str:
        """``text`` after a word of saying, asking or having that only leads to the name; "" where it has none."""
        taken = self._ends["opens"].at_start(text)
        return text[taken:].lstrip("，：了 ") if taken and len(text) - taken >= LEAST[False] else ""

    def _turned(self, text: str, noun: str) -> str:
        """ "国家建立了登记册" gives "建立了登记册的国家"; "设有专门部门的" with its noun "设有专门部门的国家"."""
        if not noun:
            return text.removesuffix(OF)
        if text.endswith(OF):
            return text + noun
        if noun not in text:
            return f"{text}{OF}{noun}" if self._acts(text) else text
        does = text.removeprefix(noun)
        if (
            does == text
            or does.endswith(OF + noun)
            or len(does) < LEAST[False]
            or not self._acts(does)
            or does.endswith(OF)
        ):
            return text
        verb = next(iter(self._cut(does)))
        if does.startswith(OF, len(verb)):  # "国家 | 提供的物品", where the States are counted
            does = verb + does[len(verb) + 1 :]
        return f"{does}{OF}{noun}"

    def _acts(self, text: str) -> bool:
        first = next(iter(self._cut(text)), "")
        return first in self._soft or first in self._of("acts")

    def _of(self, kind: str) -> frozenset[str]:
        return self._have.called.of[kind]

    def _whole(self, text: str, where: str) -> bool:
        """Whether a name begins where a word begins, if its beginning stands in the text as it is."""
        place = where.find(text[:4])
        if place <= 0:
            return True
        start = max(subject.bounds(where, subject.at(place), subject.NEAR)[0], place - 30)
        if start == place:
            return True
        at = start
        for word in self._cut(where[start : place + 8]):
            if at >= place:
                return at == place
            at += len(word)
        return True

    def _listed(self, where: str, one: Statement) -> str:
        """The opening of a list of States, with the one that owns the number: "Police are deployed from Argentina … Fiji"."""
        start = subject.bounds(where, subject.at(one.mention.start), subject.FAR)[0]
        opening = BRACKET.split(where[start:], maxsplit=1)[0].strip()
        return opening if opening.endswith(one.owner) else f"{opening} {GAP} {one.owner}"

    def _passage(self, where: str, one: Statement) -> str:
        """The clause with "…" for the number."""
        mention = one.mention
        start = subject.bounds(where, subject.at(mention.start), subject.NEAR)[0]
        end = subject.bounds(where, subject.at(mention.end), subject.NEAR)[1]
        room = LONGEST[self._have.latin]
        first, last = max(start, mention.start - room), min(end, mention.end + room // 2)
        noun = one.kind == "counter" and bool(mention.unit) and mention.quote.endswith(mention.unit)
        counted = mention.end - len(mention.unit) * noun
        before, after = where[first : mention.start].strip(), where[counted:last].strip()
        if not self._have.latin:
            return f"{before}{GAP}{after}".strip()
        if first > start:  # no word cut in two
            before = before.partition(" ")[2]
        if last < end:
            words = after.split()[:-1]
            while words and words[-1].lower() in self._hard:
                words.pop()
            after = " ".join(words)
        before, after = self._beside(before, after)
        before = self._grammar["opened"].sub("", self._grammar["said_that"].split(f"{before} ")[-1].strip(), count=1)
        return f"{before} {GAP} {after}".strip()

    def _beside(self, before: str, after: str) -> tuple[str, str]:
        """What stands around a number, without what "and" sets beside it with a number of its own."""
        joins = self._grammar.of("joining")
        words = before.split()
        marks = [at for at, word in enumerate(words) if word in joins]
        if marks and DIGIT.search(" ".join(words[: marks[-1]])) and len(words) - marks[-1] > LEAST_SAID:
            before = " ".join(words[marks[-1] + 1 :])
        words = after.split()
        mark = next((at for at, word in enumerate(words) if word in joins), 0)
        return before, " ".join(words[:mark]) if mark and DIGIT.search(" ".join(words[mark:])) else after
