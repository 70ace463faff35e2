"""One change, one sentence: a template around quoted facts. Nothing here weighs or chooses; nothing is said that is not there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import Any

from ccdiff.model.alignment import Link
from ccdiff.model.changes import Progress, Recommendation, SetChange, Topic
from ccdiff.model.comparison import Comparison, Highlight, ParagraphRow
from ccdiff.model.record import record
from ccdiff.model.report import Report
from ccdiff.render.alone import Alone
from ccdiff.render.clean import one_line, opening, shorten
from ccdiff.render.figure_words import FigureTeller
from ccdiff.render.messages import Messages
from ccdiff.render.officers import told
from ccdiff.render.passages import changed_passages, retold, same_statement
from ccdiff.render.printed import text_of

GONE = ("echoed", "referred", "dropped")  # the statuses of a recommendation that is no longer one
PASSAGE = 90  # characters of the clause that tells how far a matter has come
FEW = 3  # recommendations of one fate that are quoted in one sentence; more are counted
BESIDES = 2  # sentences of a paragraph told anew that are quoted beside those that say the same
QUOTE = 60  # characters of a paragraph's opening that are quoted


@record
class Statement:
    """A sentence without its full stop, and the places in both reports that prove it."""

    text: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    kind: str = ""
    index: int = 0


class Teller:
    """Puts the changes of one comparison into sentences of one language."""

    def __init__(self, comparison: Comparison, say: Messages) -> None:
        self.comparison, self.old, self.new, self.say = comparison, comparison.old, comparison.new, say
        self.numbers = FigureTeller(self.old, self.new, say)

    @cached_property
    def single(self) -> Alone:
        """The sentences of both reports; made where a paragraph is told anew."""
        return Alone(self.old, self.new)

    # recommendations

    def recommendation(self, entry: Recommendation) -> str:
        """What became of one recommendation."""
        quoted = self.say.quote(shorten(entry.text, QUOTE).rstrip("。.；;"))
        return self.say(f"recommendation.{entry.status}.sentence", text=quoted, shift=self.shift(entry))

    def shift(self, entry: Recommendation) -> str:
        """How an amended recommendation moved, in parentheses; empty where nothing is known."""
        words = [self.say(f"shift.{entry.shift}")] if entry.shift else []
        if entry.strength_old and entry.strength_new and entry.strength_old != entry.strength_new:
            words.append(
                self.say("strength.moved", old=self.strength(entry.strength_old), new=self.strength(entry.strength_new))
            )
        return self.say("paren", text=self.say("list.and").join(words)) if words else ""

    def strength(self, name: str | None) -> str:
        """The strength of a recommendation's verb in words."""
        return self.say(f"strength.{name}") if name else ""

    def ledger(self) -> str:
        """How many recommendations are no longer listed and what became of them; empty where the old report makes none."""
        entries = self.comparison.changes.recommendations
        mine = [entry for entry in entries if entry.old]
        gone = [entry for entry in mine if entry.status in GONE]
        if not mine:
            return ""
        fates = [(status, sum(entry.status == status for entry in mine)) for status in ("kept", "amended", *GONE)]
        again, lost = (
            self.say.join(
                [self.say(f"recommendation.{status}.count", n=n) for status, n in fates if n and status in which]
            )
            for which in (("kept", "amended"), GONE)
        )
        if len({entry.status for entry in gone}) == 1:
            lost = self.say(f"recommendation.{gone[0].status}.alone")
        form = "all" if len(gone) == len(mine) else "some" if gone else "none"
        return self.say(f"ledger.{form}", n=len(mine), gone=len(gone), told=again, lost=lost)

    # topics, attendance, progress

    def topic(self, topic: Topic) -> str:
        """A topic that only one report treats, or that is a theme, an agenda item or a chapter in one of them only."""
        of = "" if topic.what == "matter" else f".{topic.what}"
        return self.say(f"topic.{topic.kind}{of}.sentence", label=one_line(topic.label))

    def attendance(self, name: str, change: SetChange) -> str:
        """How a list of those present changed."""
        both = len(change.kept) + len(change.renamed)
        old, new = both + len(change.removed), both + len(change.added)
        form = "more" if new > old else "fewer" if new < old else "same"
        who = self.say(f"who.{name}")
        moves = [("added", change.added), ("removed", change.removed), ("renamed", change.renamed)]
        told = self.say.join([self.say(f"attendance.{move}.count", n=len(items)) for move, items in moves if items])
        tail = self.say("attendance.told", told=told) if told else ""
        return self.say(f"attendance.{form}", who=who, old=old, new=new) + tail

    def progress(self, entry: Progress) -> str:
        """A matter announced in one report and settled in the other."""
        values = {"from": shorten(entry.from_, PASSAGE), "to": shorten(entry.to, PASSAGE)}
        return self.say("progress.sentence", matter=one_line(entry.matter), **values)

    # sections and paragraphs

    def section(self, link: Link) -> str:
        """A section that is new, dropped, renamed, moved, split or merged."""
        titles = {
            "old": self.say.join([self.heading(self.old, locator) for locator in link.old]),
            "new": self.say.join([self.heading(self.new, locator) for locator in link.new]),
        }
        return self.say(f"section.{link.relation}.sentence", **titles)

    def heading(self, report: Report, locator: str) -> str:
        """A section's numeral and title in quotation marks."""
        try:
            section = report.section(locator)
        except KeyError:
            return locator
        return (
            self.say.quote(shorten(section.title or locator, QUOTE)) if locator != "front" else self.say("place.front")
        )

    def paragraph(self, row: ParagraphRow) -> str:
        """A new, dropped, amended, reworded or unchanged paragraph."""
        if row.relation == "amended":
            return self.amended(row, 2)
        report, places = (self.new, row.new) if row.new else (self.old, row.old)
        text = opening(" ".join(text_of(report, locator) for locator in places[:3]), QUOTE)
        return self.say(f"paragraph.{row.relation}.sentence", text=self.say.quote(text))

    def amended(self, row: ParagraphRow, most: int) -> str:
        """What an amended row says otherwise: its officers, its opening where all is retold, else its ``most`` longest changes."""
        old = " ".join(text_of(self.old, at) for at in row.old)
        new = " ".join(text_of(self.new, at) for at in row.new)
        elected = told(old, new, (self.old.language, self.new.language), self.say)
        if elected:
            return elected
        if retold(row.diff):
            same = same_statement(old, new)
            was, now = (shorten(text.rstrip("。.；;：:"), PASSAGE) for text in same)
            return self.say("phrase.retold", old=was, new=now) + self._besides(old, new, same)
        passages = changed_passages(row.diff, self.new.language, most)
        return self.say(
            "paragraph.amended.sentence", phrases=self.say("list.and").join(self.phrase(*p) for p in passages)
        )

    def _besides(self, old: str, new: str, same: Collection[str]) -> str:
        """What each of two texts says besides the sentences ``same``, and nothing of the other report is like; empty where there is nothing."""
        told = ""
        for side, text, other in (("new", new, "old"), ("old", old, "new")):
            found = [one for one in self.single.of(text, other, BESIDES + 1) if one not in same][:BESIDES]
            if found:
                quoted = [self.say.quote(shorten(one.rstrip("。.；;：:"), PASSAGE)) for one in found]
                told += self.say(f"phrase.besides.{side}", text=self.say.join(quoted))
        return told

    def phrase(self, gone: str, come: str) -> str:
        """One change of words."""
        gone, come = one_line(gone), one_line(come)
        form = "phrase.replaced" if gone and come else "phrase.added" if come else "phrase.removed"
        return self.say(form, old=shorten(gone, PASSAGE), new=shorten(come, PASSAGE))

    # the most important of them

    def highlight(self, entry: Highlight) -> Statement | None:
        """The sentence of a highlight; ``None`` where its list has no such entry."""
        text = self._highlight(entry)
        return Statement(text, entry.old, entry.new, entry.kind, entry.index) if text else None

    def _highlight(self, entry: Highlight) -> str:
        changes, at = self.comparison.changes, entry.index
        if entry.kind == "attendance" and changes.attendance:
            name = ("states", "observers", "people")[min(at, 2)]
            change = getattr(changes.attendance, name)
            return self.attendance(name, change) if change else ""
        if entry.kind == "reference" and at < len(changes.references.places):
            place = changes.references.places[at]
            return self.say(
                "reference.added" if place.new else "reference.removed", reference=one_line(place.reference)
            )
        lists: dict[str, tuple[Sequence[Any], Callable[[Any], str]]] = {
            "figure": (changes.figures, self.numbers.sentence),
            "table": (changes.tables, lambda _: self.numbers.table([changes.tables[k] for k in entry.members])),
            "table_row": (
                changes.table_rows,
                lambda _: self.numbers.rows([changes.table_rows[k] for k in entry.members]),
            ),
            "recommendation": (changes.recommendations, self.recommendation),
            "topic": (changes.topics, self.topic),
            "progress": (changes.progress, self.progress),
            "section": (self.comparison.sections, self.section),
            "paragraph": (self.comparison.paragraphs, self.paragraph),
        }
        entries, tell = lists.get(entry.kind, ((), str))
        if len(entry.members) > 1 and entry.kind in ("figure", "recommendation"):
            return self._together(entry)
        return tell(entries[at]) if at < len(entries) else ""

    def _together(self, entry: Highlight) -> str:
        """Several figures of one place, or several recommendations of one fate, in one sentence."""
        changes = self.comparison.changes
        if entry.kind == "figure":
            return self.numbers.together([changes.figures[at] for at in entry.members if at < len(changes.figures)])
        members = [changes.recommendations[at] for at in entry.members]
        if members[0].status == "new":
            named = self._named(members)
            return self.say(f"recommendation.new.{'few' if named else 'many'}", n=len(members), text=named)
        lost = [member for member in members if member.status == "dropped"]
        named = self._named(lost)
        return self.ledger() + (self.say("ledger.named", text=named) if named else "")

    def _named(self, entries: list[Recommendation]) -> str:
        """Recommendations quoted, where they are few."""
        few = entries if len(entries) <= FEW else []
        return self.say.join([self.say.quote(shorten(entry.text, QUOTE).rstrip("。.；;")) for entry in few])
