"""Matters announced in the one report and done, or given up, in the other: "正在…迁移" and "已…合并", "预计将于…发布" and "编写的…手册".

An announcement is a clause with a phrase of the table ``status_phrases``, kind ``pending``, or a mark of that kind with a deed (尚未 … 部署,
"would be" … "launched"). The other report is searched for a sentence that speaks of the same thing (rare words, names and their
neighbours, see recommendations/matter.py) and says that it is done. The earlier of the two reports, by their dates, announces; where the
dates do not tell, either may. Nothing is said on general words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ccdiff.derive.context import Pair
from ccdiff.derive.recommendations.matter import Term, classes, key, places, reduced, terms
from ccdiff.derive.recommendations.search import Search
from ccdiff.language import Language
from ccdiff.model.changes import Progress
from ccdiff.model.record import record
from ccdiff.reading import Reading
from ccdiff.text.normalise import fold
from ccdiff.text.sentences import Span, clauses, sentences

THIN = (
    4  # content words in a clause below which the clause behind it is taken along ("目前正在开展工作，根据…拟订一套…")
)
TITLE = re.compile(r"[“《「]([^“”《》「」]{4,40})[”》」]")
TITLE_MOST = 3  # times a name in quotation marks stands in the other report; the conventions stand everywhere
FAR = 2  # clauses between a deed and its matter from which it is another's
BACK = 3  # clauses before an announcement in which its subject is looked for
MARKS = " \t\n，。；：、,;:."
GAP = r"[^，。；,;.]{0,60}?"  # what may stand between two parts of a phrase: no end of a clause
TELLING = 0.5  # base weight of a word from which it tells one matter from another


@record
class Words:
    pending: re.Pattern[str]
    done: re.Pattern[str]
    no_status: re.Pattern[str]
    behind: re.Pattern[str]
    deeds: frozenset[str]
    joiners: frozenset[str]
    toward: frozenset[str]
    points: re.Pattern[str]


@record
class Announcement:
    """``quote`` stands in the paragraph to the letter; ``text`` is what its matter is read from, ``at`` where in it the phrase begins,
    ``rest`` what of the quote stands after the phrase.

    ``behind`` says that what is announced stands before the phrase ("the atlas would be launched"), whatever follows it; ``pointed`` is
    the name in the sentence before to which this one points (该平台).
    """

    place: str
    quote: str
    text: str
    at: int
    rest: str
    behind: bool
    pointed: str = ""

    def saying(self, name: str) -> str:
        """The quote that holds ``name``: from the pending phrase on, or the whole clause where its subject stands before that."""
        return self.quote if name in self.quote else self.text.strip(MARKS)


def words(language: Language) -> Words:
    """The table ``status_phrases`` as patterns. Use ``language.once(words)``."""
    table: dict[str, tuple[str, ...]] = {}
    for row in language.rows("status_phrases"):
        table[row[0]] = (*table.get(row[0], ()), *row[1:])
    deeds = table.get("deed", ())
    pending = (*table.get("pending", ()), *table.get("behind", ()))
    return Words(
        pending=_any(pending, table.get("mark-pending", ()), deeds),
        done=_any((*table.get("done", ()), *table.get("dropped", ())), table.get("mark-done", ()), deeds),
        no_status=_any(table.get("not", ())),
        behind=_any(table.get("behind", ()), table.get("mark-behind", ()), deeds),
        deeds=frozenset(language.once(reduced)(deed).strip() for deed in deeds),
        joiners=frozenset(table.get("joiner", ())),
        toward=frozenset(table.get("toward", ())),
        points=re.compile(_one_of(table.get("points", ())), re.IGNORECASE),
    )


def _any(phrases: Iterable[str], marks: Iterable[str] = (), deeds: Iterable[str] = ()) -> re.Pattern[str]:
    """Any of the phrases, or a mark with a deed behind it in the same clause."""
    marked = f"(?:{_one_of(marks)}){GAP}(?:{_one_of(deeds)})" if marks and deeds else "(?!)"
    return re.compile(f"{_one_of(phrases)}|{marked}", re.IGNORECASE)


def _one_of(phrases: Iterable[str]) -> str:
    longest_first = sorted(dict.fromkeys(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_one(phrase) for phrase in longest_first) or r"(?!)"


def _one(phrase: str) -> str:
    escaped = re.escape(phrase).replace(r"\*", GAP)
    return rf"\b{escaped}\b" if phrase.isascii() else escaped


def whole(reading: Reading) -> str:
    """The folded text of all paragraphs. Use ``reading.once(whole)``."""
    return "\n".join(fold(paragraph.text) for paragraph in reading.report.paragraphs)


def find_announcements(reading: Reading) -> tuple[Announcement, ...]:
    """What a report announces or says is under way, in reading order."""
    known = reading.language.once(words)
    found: list[Announcement] = []
    for paragraph in reading.report.paragraphs:
        if paragraph.kind != "front" and known.pending.search(paragraph.text):
            start = 0
            for sentence in sentences(paragraph.text):
                found += _pending(paragraph.id, sentence, paragraph.text[start : sentence.start], known, reading)
                start = sentence.start
    return tuple(found)


def _pending(place: str, sentence: Span, before: str, known: Words, reading: Reading) -> Iterator[Announcement]:
    """An announcement for each pending phrase. Its clause is taken with the one behind it where it says little itself, and with those
    before it where it opens with the phrase and names nothing (推广“移动微法院”试点，…，计划于2019年推广至全国); with the sentence
    ``before`` where it only points to what that names (该平台正在…试用).
    """
    parts = clauses(sentence.text)
    for k, clause in enumerate(parts):
        for match in known.pending.finditer(clause.text):
            if known.no_status.search(clause.text):
                continue
            end = k + 1
            while end < len(parts) and _content(reading, _between(sentence, clause, parts[end - 1])) < THIN:
                end += 1
            opens = not clause.text[: match.start()].strip(MARKS)
            subject = opens and not _tells(reading, _until_aim(clause.text[match.end() :], reading))
            text = _between(sentence, parts[max(0, k - BACK)] if subject else clause, parts[end - 1])
            at = match.start() + (
                len(_between(sentence, parts[max(0, k - BACK)], clause)) - len(clause.text) if subject else 0
            )
            points = known.points.match(clause.text[: match.start()]) if k == 0 and before else None
            pointed = _pointed(before, clause.text[points.end() : match.start()], reading) if points else ""
            if points:
                text, at = before + text, at + len(before)
            quote, rest = text[at:].rstrip(MARKS), text[at + len(match.group()) :]
            yield Announcement(
                place, quote, text, at, rest, bool(known.behind.match(clause.text, match.start())), pointed
            )


def _pointed(before: str, subject: str, reading: Reading) -> str:
    """The name in the sentence before that ends with the noun of "该平台"; ``""`` where none does."""
    noun = next((run[-1] for run in _runs(subject, reading)), "")
    runs = (run for run in _runs(before, reading) if noun and noun in run)
    return next(("".join(run[: run.index(noun) + 1]).strip() for run in runs), "")


def _between(sentence: Span, first: Span, last: Span) -> str:
    return sentence.text[first.start : last.end]


def _content(reading: Reading, text: str) -> int:
    return sum(len(term.words) == 1 and term.base >= TELLING for term in terms(reading, text))


def progress(pair: Pair) -> tuple[Progress, ...]:
    """What one report announces and the other says is done, each matter once, in the order of the announcements.

    None where the reports are on two subjects: what the one mission announces, another has not done.
    """
    if pair.subjects:
        return ()
    found: dict[tuple[str, str, str], Progress] = {}
    forward, backward = _directions(pair.old.report.date, pair.new.report.date)
    if forward:
        for place, other, matter, said, done in _steps(pair, pair.old, pair.new):
            found.setdefault((place, other, done), Progress(place, other, matter, said, done))
    if backward:
        for place, other, matter, said, done in _steps(pair, pair.new, pair.old):
            found.setdefault((other, place, said), Progress(other, place, matter, done, said))
    return tuple(found.values())


def _directions(old: str | None, new: str | None) -> tuple[bool, bool]:
    """Which side may announce: the earlier one; both where the dates do not tell."""
    if not old or not new or old == new:
        return True, True
    return old < new, new < old


def _steps(pair: Pair, here: Reading, there: Reading) -> Iterator[tuple[str, str, str, str, str]]:
    """(place, other place, matter, announcement, what was done): of several announcements of one deed, the one it answers best."""
    announced = here.once(find_announcements)
    if not announced:
        return
    search = Search(here, there, titles=True)
    best: dict[tuple[str, str, str], tuple[float, str, str]] = {}
    for one in announced:
        if fold(one.quote) in there.once(whole):
            continue  # still announced
        matter = terms(here, one.text)
        done = _done(pair, one, matter, search, here, there)
        if done:
            deed = (one.place, done.place, done.quote)
            best[deed] = max(
                best.get(deed, (0.0, "", "")),
                (done.share, done.name, one.saying(done.name)),
                key=lambda found: found[0],
            )
    for (place, other, quote), (_, name, said) in best.items():
        yield place, other, name, said, quote


@record
class Deed:
    """The sentence that says an announced matter is done: where, in which words, and what it is called."""

    place: str
    quote: str
    name: str
    share: float


def _done(
    pair: Pair, one: Announcement, matter: tuple[Term, ...], search: Search, here: Reading, there: Reading
) -> Deed | None:
    """The heaviest sentence of the other report that names the thing announced and says it is done; of equals the first."""
    where, config = there.once(places), pair.config
    linked = set(pair.in_new(one.place)) | set(pair.in_old(one.place))
    apart = config.progress_apart, config.progress_apart_share
    titles = _titles(one.text, there)
    best, top = None, 0.0
    for at, (score, share) in search.sentences(matter).items():
        locator, sentence = where.sentences[at]
        needed = (config.progress_linked, config.progress_share) if locator in linked else apart
        title = next((title for title in titles if fold(title) in fold(sentence)), "")
        if not title and (score < max(needed[0], top + 1e-9) or share < needed[1]):
            continue
        quote = _quote(sentence, at, matter, there)
        plain = where.text_of(at) if quote else ""
        name = quote and (title or _named(one, plain, here))
        if name and fold(quote) not in here.once(whole):  # else it was done before
            best, top = Deed(locator, quote, name, share), score
    return best


def _titles(text: str, there: Reading) -> list[str]:
    """The names in quotation marks that the other report has too, in few places: they tell a thing by themselves (“移动微法院”)."""
    names = (match.group(1) for match in TITLE.finditer(text))
    return [name for name in names if 0 < there.once(whole).count(fold(name)) <= TITLE_MOST]


def _quote(sentence: str, at: int, matter: tuple[Term, ...], there: Reading) -> str:
    """The clause that says it is done with the one that holds most words of the matter: itself, or the one beside it."""
    known, parts = there.language.once(words), clauses(sentence)
    telling = [term for term in matter if len(term.words) == 1 and term.base >= TELLING]
    held = Counter(clause for term in telling for clause in there.once(places).holding(at, [term]))
    says = [k for k, one in enumerate(parts) if known.done.search(one.text) and not known.no_status.search(one.text)]
    near = [
        (-count, abs(k - clause), k, clause) for clause, count in held.items() for k in says if abs(k - clause) < FAR
    ]
    if not near:
        return ""
    first, last = sorted(min(near)[2:])
    return sentence[parts[first].start : parts[last].end].strip(MARKS)


def _named(one: Announcement, other: str, here: Reading) -> str:
    """What is announced, as it is called there; ``""`` where the other sentence does not name that thing.

    It stands behind the phrase (正在建立选民名册); where nothing does that tells it, or the phrase says so, it is the subject, next before
    the phrase. The one who does it is never what is announced.
    """
    if one.pointed and here.language.once(reduced)(one.pointed).strip() in other:
        return one.pointed
    if not one.behind:
        name = _name(_runs(_thing(one, here), here), other, here)
        if name or _tells(here, one.rest):
            return name
    return _name(reversed(list(_runs(one.text[: one.at], here))), other, here)


def _thing(one: Announcement, here: Reading) -> str:
    """The quote up to where a place or an aim is named (把名录的数据迁移至…的名录), where a thing is named before that."""
    before = _until_aim(one.rest, here)
    tells = len(before) < len(one.rest) and _tells(here, before)
    return one.text[one.at : len(one.text) - len(one.rest) + len(before)] if tells else one.text[one.at :]


def _until_aim(text: str, reading: Reading) -> str:
    """What stands before the first word of direction or aim; the whole text where there is none."""
    toward, length = reading.language.once(words).toward, 0
    for word in reading.words(text):
        if word.strip().lower() in toward:
            return text[:length]
        length += len(word)
    return text


def _tells(reading: Reading, text: str) -> bool:
    """Whether a text names a thing: a date or what is done with it does not (预计将于2018年年底发布)."""
    deeds = reading.language.once(words).deeds
    found = (term.words[0] for term in terms(reading, text) if len(term.words) == 1 and term.base >= TELLING)
    return any(word.strip() not in deeds and not any(c.isdigit() for c in word) for word in found)


def _name(runs: Iterable[list[str]], other: str, here: Reading) -> str:
    """The first run of content words that the other sentence holds, with its last word, and half as much of it as the most.

    不具约束力的准则 are not 不具约束力的建议和结论: 8th report, 20; 2023 note, 25.
    """
    plain = here.language.once(reduced)
    named: list[tuple[int, str]] = []
    words: dict[str, None] = {}
    for run in runs:
        held = [bool(word.strip()) and plain(word).strip() in other for word in run]
        run = _cut(run, held, here)
        shared = sum(len(word) for word, is_held in zip(run, held, strict=False) if is_held and len(word.strip()) > 1)
        words |= dict.fromkeys(word.strip() for word, is_held in zip(run, held, strict=False) if is_held)
        if shared:
            named.append((shared, "".join(_undated(run, here)).strip()))
    most = max((size for size, _ in named), default=0)
    name = next((run for size, run in named if 2 * size >= most), "") if most > 2 else ""
    things = (
        word for word in words if len(word) > 1 and _undated([word], here)
    )  # the longest thing, where it is only a date
    return name or (max(things, key=len, default="") if most > 2 else "")


def _undated(run: list[str], here: Reading) -> list[str]:
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


def _runs(text: str, here: Reading) -> Iterator[list[str]]:
    """Runs of content words, held together by 的, 和, of, and; a word behind one of these belongs to the run whatever it is."""
    common, joiners = here.language.once(classes), here.language.once(words).joiners
    run: list[str] = []
    for word in here.words(text):
        plain = word.strip().lower()
        joined = bool(run) and run[-1].strip().lower() in joiners
        content = len(plain) > 1 and any(c.isalpha() for c in plain) and (joined or common.get(key(plain)) != "edge")
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
