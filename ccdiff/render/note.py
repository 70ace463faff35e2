"""The draft note as blocks, whatever form it takes: parts in the order of their weight to an officer, empty parts left out."""

from __future__ import annotations

from collections.abc import Callable

from ccdiff.model.changes import Recommendation, SetChange, Topic
from ccdiff.model.comparison import ParagraphRow
from ccdiff.model.named import NamedTuple
from ccdiff.render.blocks import Block, Fold, Grid, Items, Para, cut, cut_rows
from ccdiff.render.clean import nearest_sentence, one_line, opening, shorten
from ccdiff.render.figure_part import figures
from ccdiff.render.places import cited
from ccdiff.render.printed import date_words, report_name, text_of
from ccdiff.render.sentences import GONE, Statement
from ccdiff.render.view import View, best_places, runs

LABEL = 120  # characters of a label or name that a table cell shows at most
BRIEF = 40  # characters of a recommendation of which nothing is found in a report that has little to do with it
QUOTED = 60  # characters of each of two paragraphs that correspond
POSSIBLE = 0.2  # score from which half of the nearest places were counterparts of some kind (66 of 123 in 71 judged pairs; below it 139 of 905)
NEAREST = 3  # places beside a recommendation that is not taken up


class Part(NamedTuple):
    """A chapter of the note. ``id`` is stable (templates, the order in which a summary sheds)."""

    id: str
    title: str
    blocks: tuple[Block, ...] = ()


# The chapters in order. A delegate is spared those that an officer needs for checking.
PARTS = (
    "highlights", "recommendations", "figures", "topics", "progress", "meeting", "table_rows", "paragraphs", "references",
    "terminology", "concordance", "doubts",
)  # fmt: skip
FOR_OFFICERS = ("paragraphs", "terminology", "concordance")


def note_title(view: View) -> str:
    """The heading of the note."""
    return view.say("note.title", old=report_name(view.old), new=report_name(view.new))


def opening_blocks(view: View) -> tuple[Block, ...]:
    """What must be known first, what is compared, and the line of figures in words."""
    names = [(view.say(f"side.{side}"), _what(view, side)) for side in ("old", "new")]
    first = [Para(text) for text in view.first()]
    return (*first, Para(view.say("note.opening")), Items(tuple(names)), Para(counts_sentence(view)))


def _what(view: View, side: str) -> str:
    report = view.report(side)
    date = date_words(report.date, view.say)
    name, title = report_name(report), view.title(report)
    facts = view.say("list.facts").join(filter(None, [name, date]))
    return facts if title in ("", name) else view.say("note.report", title=_inner(title, view), facts=facts)


def _inner(title: str, view: View) -> str:
    """A title within title marks: those inside become inner ones, as "《增进〈公约〉…》"."""
    outer, inner = view.say("title.outer"), view.say("title.inner")
    return title.translate(str.maketrans(outer, inner)) if len(outer) == len(inner) == 2 else title


def counts_sentence(view: View) -> str:
    """How many rows are unchanged, reworded, amended, new and dropped."""
    say, rows = view.say, view.comparison.paragraphs
    told = []
    for relation in ("unchanged", "reworded", "amended", "new", "dropped"):
        n = sum(row.relation == relation for row in rows)
        told += [say(f"relation.{relation}.count", n=n)] if n else []
    sizes_ = {side: sum(p.kind == "paragraph" for p in view.report(side).paragraphs) for side in ("old", "new")}
    text = say("note.counts", old=sizes_["old"], new=sizes_["new"], told=say("list.and").join(told))
    return text if len(told) else say("note.nothing")


def note_parts(view: View, audience: str = "secretariat", most: int | None = None) -> list[Part]:
    """The chapters that have something to say; of long lists the first ``most`` entries, with a line on the rest."""
    skipped = FOR_OFFICERS if audience == "delegate" else ()
    names = [name for name in PARTS if name not in skipped or (view.apart and name == "paragraphs")]
    if view.apart:  # what the two have in common comes first
        names.sort(key=lambda name: (name != "highlights", name != "paragraphs"))
    parts = [Part(name, view.say(f"part.{name}"), BUILD[name](view, most)) for name in names]
    return [part for part in parts if part.blocks]


def _highlights(view: View, most: int | None) -> tuple[Block, ...]:
    entries = [("", view.cited(statement)) for statement in view.highlights()]
    return (Items(cut(view, entries, most), ordered=True),) if entries else (Para(view.say("none.highlights")),)


def _recommendations(view: View, most: int | None) -> tuple[Block, ...]:
    entries = view.changes.recommendations
    mine = [entry for entry in entries if entry.old]
    if not entries:
        return ()
    blocks: list[Block] = [Para(view.tell.ledger() + view.say("sentence.end"))] if mine else []
    for status in (*reversed(GONE), "amended", "kept", "new"):
        group = [_recommendation(view, entry) for entry in entries if entry.status == status]
        if group:
            blocks += [Para(view.say(f"recommendation.{status}.lead", n=len(group))), Items(cut(view, group, most))]
    return tuple(blocks)


def _recommendation(view: View, entry: Recommendation) -> tuple[str, str]:
    say = view.say
    lead = view.at("old", (entry.old,)) if entry.old else view.at("new", entry.new)
    brief = view.apart and entry.status == "dropped"
    text = say.quote(shorten(entry.text, BRIEF if brief else LABEL).rstrip("。.；;"))
    if entry.old and entry.new:
        places = _traces(view, entry) if entry.status == "echoed" else view.at("new", entry.new)
        text += say("recommendation.at", at=places)
    text += view.tell.shift(entry) + _nearest(view, entry, 1 if brief else NEAREST)
    return lead, text + say("sentence.end")


def _traces(view: View, entry: Recommendation) -> str:
    """The places that take up a recommendation, the two nearest to it with the sentence that does.

    In which manner the ledger thinks it is taken up (``why``) is not said: it is a guess, the sentence is not.
    """
    told, quoted = [], best_places(entry, 2)
    for place in quoted:
        text = nearest_sentence(text_of(view.new, place), entry.text, 90, view.rarity)
        told.append(view.say("trace.quoted", where=view.at("new", (place,)), text=text))
    rest = view.at("new", [place for place in entry.new if place not in quoted])
    again = [reason.partition(":")[2] for reason in entry.why.split(";") if reason.startswith("recommended:")]
    another = view.say("trace.recommended", where=view.at("new", again)) if again else ""
    return view.say("list.and").join(filter(None, [*told, rest, another]))


def _nearest(view: View, entry: Recommendation, most: int) -> str:
    """Of a dropped recommendation: whether its subject is gone altogether, and the nearest places that were found."""
    if entry.status != "dropped":
        return ""
    absent = [reason.partition(":")[2] for reason in entry.why.split(";") if reason.startswith("theme-absent:")]
    told = [view.say("fate.theme-absent", value=one_line(subject)) for subject in absent[:1]]
    near = [f"{view.at('new', (c.locator,))} {c.score:.2f}" for c in entry.candidates[:most]]
    told += [view.say("recommendation.nearest", near=view.say.join(near))] if near else []
    return view.say("paren", text=view.say("list.and").join(told)) if told else ""


def _topics(view: View, most: int | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for kind in ("new", "dropped"):
        side = "new" if kind == "new" else "old"
        topics = sorted((t for t in view.changes.topics if t.kind == kind), key=lambda topic: -topic.importance)
        entries = [(shorten(t.label, LABEL), view.say("paren", text=_told_as(view, t, side))) for t in topics]
        if entries:
            blocks += [Para(view.say(f"topics.{kind}.lead", n=len(entries))), Items(cut(view, entries, most))]
    return tuple(blocks)


def _told_as(view: View, topic: Topic, side: str) -> str:
    """The places of a topic, after what alone is said of it: that it is a theme, an agenda item or a chapter."""
    places = _one_side(view, side, topic.paragraphs)
    return places if topic.what == "matter" else view.say(f"topics.{topic.what}.places", places=places)


def _one_side(view: View, side: str, places: tuple[str, ...]) -> str:
    return view.cite(places, ()) if side == "old" else view.cite((), places)


def _progress(view: View, most: int | None) -> tuple[Block, ...]:
    entries = [
        ("", view.cited(Statement(view.tell.progress(entry), (entry.old,), (entry.new,))))
        for entry in view.changes.progress
    ]
    return (Items(cut(view, entries, most)),) if entries else ()


def _meeting(view: View, most: int | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    agenda = view.agenda()
    told = [row for row in view.meeting_rows() if not agenda or row is not agenda[0]]
    rows = [("", view.cited(Statement(view.tell.paragraph(row), row.old, row.new))) for row in told]
    rows += _agenda(view)
    if rows:
        blocks.append(Items(cut(view, rows, most)))
    attendance = view.changes.attendance
    for name, change in attendance.lists() if attendance else ():
        blocks += _set(view, name, change)
    return tuple(blocks)


def _agenda(view: View) -> list[tuple[str, str]]:
    """Agenda items that only one of the meetings had."""
    found = view.agenda()
    if not found:
        return []
    row, pairs = found
    places = view.say("paren", text=view.cite(row.old, row.new)) + view.say("sentence.end")
    gone, come = [a for a, b in pairs if not b], [b for a, b in pairs if not a]
    return [
        (view.say(f"agenda.{name}", n=len(items)), view.say("list.and").join(items) + places)
        for name, items in (("removed", gone), ("added", come))
        if items
    ]


def _set(view: View, name: str, change: SetChange) -> list[Block]:
    say = view.say
    sentence = Statement(view.tell.attendance(name, change), change.old_places, change.new_places)
    entries = [
        (say(f"attendance.{move}", n=len(names)), say.join([one_line(entry) for entry in names]) + say("sentence.end"))
        for move, names in (("added", change.added), ("removed", change.removed))
        if names
    ]
    renamed = [say("attendance.was", old=one_line(entry.old), new=one_line(entry.new)) for entry in change.renamed]
    entries += (
        [(say("attendance.renamed", n=len(renamed)), say("list.and").join(renamed) + say("sentence.end"))]
        if renamed
        else []
    )
    return [Para(view.cited(sentence)), *([Items(tuple(entries))] if entries else [])]


def _table_rows(view: View, most: int | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for first, rows in view.table_rows():
        caption = one_line(first.caption) or view.say("tables.untitled")
        places = view.cite(first.sections[:1], first.sections[1:])
        entries = [
            (shorten(one_line(row.row), LABEL), view.say("paren", text=view.tell.numbers.row(row))) for row in rows
        ]
        lead = Para(view.say("table-rows.lead", caption=caption, places=places))
        blocks += [lead, Items(cut(view, entries, most))]
    return tuple(blocks)


def _paragraphs(view: View, most: int | None) -> tuple[Block, ...]:
    return _counterparts(view, most) if view.apart else _changed(view, most)


def _counterparts(view: View, most: int | None) -> tuple[Block, ...]:
    """Of reports that share little: what they share, with the openings of both; the rest by its numbers alone."""
    rows = [row for row in view.comparison.paragraphs if row.old and row.new and row.old != ("front",)]
    entries = [(view.cite(row.old, row.new), _openings(view, row)) for row in rows]
    blocks: list[Block] = [Items(cut(view, entries, most))] if entries else []
    for relation, side in (("new", "new"), ("dropped", "old")):
        alone = [at for row in view.in_order(relation) for at in getattr(row, side) if at != "front"]
        blocks += [Para(view.say(f"paragraphs.{relation}.brief", at=view.at(side, alone)))] if alone else []
    return tuple(blocks)


def _openings(view: View, row: ParagraphRow) -> str:
    told = [
        view.say(f"opening.{side}", text=opening(" ".join(text_of(view.report(side), at) for at in places[:2]), QUOTED))
        for side, places in (("old", row.old), ("new", row.new))
    ]
    return view.say("list.and").join([*told, view.say(f"relation.{row.relation}")]) + view.say("sentence.end")


def _changed(view: View, most: int | None) -> tuple[Block, ...]:
    blocks: list[Block] = []
    meeting = {id(row) for row in view.meeting_rows()}
    listed = {entry.old for entry in view.changes.recommendations if entry.old}
    for relation in ("amended", "new", "dropped"):
        rows = [
            row
            for row in view.in_order(relation)
            if id(row) not in meeting and not listed.issuperset(row.old or ("",)) and not _masthead(row)
        ]
        entries = [_paragraph(view, row) for row in rows]
        if entries:
            title = view.say(f"paragraphs.{relation}.lead", n=len(entries))
            blocks.append(Fold(title, (Items(cut(view, entries, most)),)))
    return tuple(blocks)


def _masthead(row: ParagraphRow) -> bool:
    """Whether a row is that of the two mastheads, which the note names at its head."""
    return (row.old, row.new) == (("front",), ("front",))


def _paragraph(view: View, row: ParagraphRow) -> tuple[str, str]:
    if row.relation == "amended" and view.lists_members(row):
        told = view.say("paragraph.listed", part=view.say("part.meeting"))
        return view.cite(row.old, row.new), told + view.say("sentence.end")
    text = ""
    if row.relation == "amended":
        text = view.tell.amended(row, 4)
    if not text:
        report, places = (view.new, row.new) if row.new else (view.old, row.old)
        text = view.say.quote(opening(" ".join(text_of(report, place) for place in places[:2]), LABEL))
    return view.cite(row.old, row.new), text + view.say("sentence.end") + _possible(view, row)


def _possible(view: View, row: ParagraphRow) -> str:
    """Of a paragraph told as new or gone: the counterpart that was found and not stated, where it is about as likely as not."""
    if (row.old and row.new) or not row.candidates or row.candidates[0].score < POSSIBLE:
        return ""
    near = row.candidates[0]
    sides: tuple[tuple[str, ...], tuple[str, ...]] = ((), (near.locator,)) if row.old else ((near.locator,), ())
    return view.say("paragraph.possible", at=view.cite(*sides), score=f"{near.score:.2f}")


def _references(view: View, most: int | None) -> tuple[Block, ...]:
    references, say = view.changes.references, view.say
    shared = {
        row.reference for row in references.places if sum(row.reference == r.reference for r in references.places) > 1
    }
    entries = []
    for name in ("added", "removed", "kept"):
        rows = cited(references, name)
        names = [
            say("reference.of", reference=one_line(row.reference), owner=one_line(row.owner))
            if row.reference in shared and row.owner
            else one_line(row.reference)
            for row in rows
        ]
        if names:
            entries.append(
                (say(f"references.{name}", n=len(names)), say.join(names[: most or None]) + say("sentence.end"))
            )
    return (Items(tuple(entries)),) if entries else ()


def _terminology(view: View, most: int | None) -> tuple[Block, ...]:
    terms, say = view.changes.terminology, view.say
    if not terms:
        return ()
    rows = [
        (
            shorten(t.old, LABEL),
            shorten(t.new, LABEL),
            view.cite(tuple(a for a, _ in t.paragraphs[:4]), tuple(b for _, b in t.paragraphs[:4])),
        )
        for t in terms
    ]
    head = (say("side.old"), say("side.new"), say("figures.places"))
    return (Fold(say("terminology.lead", n=len(rows)), (Grid(head, cut_rows(view, rows, most)),)),)


def _concordance(view: View, most: int | None) -> tuple[Block, ...]:
    say = view.say
    rows = [
        (
            view.at("old", old) or "—",
            view.at("new", new) or "—",
            say(f"relation.{row.relation}"),
            view.origin(row),
        )
        for row, old, new in runs(view.comparison.paragraphs)
    ]
    if not rows:
        return ()
    head = tuple(say(f"concordance.{name}") for name in ("old", "new", "relation", "why"))
    paragraphs = Fold(say("concordance.lead", n=len(rows)), (Grid(head, cut_rows(view, rows, most)),))
    return (*_sections(view, most), paragraphs)


def _sections(view: View, most: int | None) -> tuple[Block, ...]:
    say, links = view.say, view.comparison.sections
    rows = [
        (
            _titles(view, "old", link.old),
            _titles(view, "new", link.new),
            say(f"relation.section.{link.relation or 'same'}"),
        )
        for link in links
    ]
    head = tuple(say(f"concordance.{name}") for name in ("old", "new", "relation"))
    return (Fold(say("concordance.sections", n=len(rows)), (Grid(head, cut_rows(view, rows, most)),)),) if rows else ()


def _titles(view: View, side: str, places: tuple[str, ...]) -> str:
    return view.say.join([shorten(view.section_name(side, place), LABEL) for place in places]) or "—"


def _doubts(view: View, most: int | None) -> tuple[Block, ...]:
    entries = [("", text) for text in view.doubts()]
    return (Items(cut(view, entries, most)),) if entries else (Para(view.say("none.doubts")),)


BUILD: dict[str, Callable[[View, int | None], tuple[Block, ...]]] = {
    "highlights": _highlights, "recommendations": _recommendations, "figures": figures, "topics": _topics,
    "progress": _progress, "meeting": _meeting, "table_rows": _table_rows, "paragraphs": _paragraphs, "references": _references,
    "terminology": _terminology, "concordance": _concordance, "doubts": _doubts,
}  # fmt: skip
