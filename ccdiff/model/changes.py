"""What changed: figures, recommendations, topics, attendance, references, terminology, progress.

The field names are those of the published JSON; what a field means is said in the schema (render/schema) and docs/glossary.md.
"""

from __future__ import annotations

from ccdiff.model.alignment import Candidate, Note
from ccdiff.model.record import record


@record
class FigureMention:
    """A figure where it stands: ``quote == text(paragraph)[start:end]``; ``qualifier``: exact|over|nearly|about|at_least|up_to.

    ``value`` is the number (万, 亿 multiplied out; a per cent stays 7.1); ``value_to`` the upper end of a range, else ``None``.
    ``as_of`` is an ISO date ("2019-05-01", "2023-09" where no day is printed) or ``None``.
    """

    paragraph: str
    quote: str
    value: float | int
    qualifier: str
    as_of: str | None
    start: int
    end: int
    subject: str = ""
    unit: str = ""
    value_to: float | int | None = None


@record
class Figure:
    """``kind``: changed|unchanged|added|dropped. ``delta`` and ``percent`` are new minus old, where both are there.

    ``warning`` is a stable id where the text contradicts itself ("says-rise-but-fell"), else ``""``.
    """

    kind: str
    subject: str
    unit: str
    old: FigureMention | None
    new: FigureMention | None
    delta: float | int | None
    percent: float | None
    score: float = 1.0
    warning: str = ""


@record
class Recommendation:
    """One recommendation of either report and what became of it.

    ``status``: kept|amended|echoed|referred|dropped|new. ``strength_old``/``strength_new`` name the verb's strength
    (decide|request|urge|call|recommend|encourage|invite|note) or ``None``; ``shift`` says how an amended one moved
    (reversed|asked|strengthened|weakened|figures|widened|
    narrowed|""). ``candidates`` are the nearest places of the whole other report.
    """

    old: str | None
    new: tuple[str, ...]
    status: str
    text: str
    why: str
    addressee: str = ""
    strength_old: str | None = None
    strength_new: str | None = None
    hedges: tuple[str, ...] = ()
    shift: str = ""
    candidates: tuple[Candidate, ...] = ()


@record
class Topic:
    """``kind``: new|dropped. ``importance`` is 0 to 1. ``terms`` stand in the quoted paragraphs to the letter.

    ``what`` is said to be so: "matter", which the other report does not treat; or no more than a "theme" of discussion, an "item" of
    the agenda or a "chapter" of that title, though the other report speaks of the matter.
    """

    kind: str
    label: str
    terms: tuple[str, ...]
    paragraphs: tuple[str, ...]
    importance: float
    what: str = "matter"


@record
class Renamed:
    """One body under two names."""

    old: str
    new: str


@record
class SetChange:
    """How a set of names changed. ``old_places``/``new_places`` are the locators of the printed lists."""

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    old_places: tuple[str, ...] = ()
    new_places: tuple[str, ...] = ()


@record
class Attendance:
    """States, observers and persons, each a set; ``None`` where not both reports print such a list."""

    states: SetChange | None
    observers: SetChange | None
    people: SetChange | None = None

    def lists(self) -> tuple[tuple[str, SetChange], ...]:
        """The lists that both reports print, by name, in order."""
        named = (("states", self.states), ("observers", self.observers), ("people", self.people))
        return tuple((name, change) for name, change in named if change)


@record
class ReferencePlace:
    """Where a reference stands: its normal form, the body that owns it where the text says so, and the places."""

    reference: str
    owner: str
    old: tuple[str, ...]
    new: tuple[str, ...]


@record
class References:
    added: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    places: tuple[ReferencePlace, ...] = ()


@record
class Term:
    """The same thing under another wording. ``paragraphs``: pairs (old locator, new locator)."""

    old: str
    new: str
    paragraphs: tuple[tuple[str, str], ...]
    source: str = "aligned"


@record
class Progress:
    """A matter announced at ``old`` and done (or dropped) at ``new``; ``from_`` and ``to`` are quotes that stand there."""

    old: str
    new: str
    matter: str
    from_: str
    to: str


@record
class TableChange:
    """A cell that holds another number: ``sections`` and ``texts`` are (old, new); ``column`` names both where they differ.

    ``caption`` is that of the later report's table, or of the earlier one's; empty where neither has one.
    ``percent`` is ``None`` for shares and where the old number is nought.
    """

    sections: tuple[str, str]
    caption: str
    row: str
    column: str
    texts: tuple[str, str]
    delta: float
    percent: float | None


@record
class RowChange:
    """A row of a table of words that came, went, or holds another text: ``sections`` and ``texts`` are (old, new).

    ``row`` is what the row is called by; ``texts`` its other cells, of a changed row those alone that differ; empty on the side
    that has no such row.
    """

    sections: tuple[str, str]
    caption: str
    row: str
    texts: tuple[str, str]
    kind: str  # "new", "dropped", "amended"


@record
class Changes:
    figures: tuple[Figure, ...] = ()
    tables: tuple[TableChange, ...] = ()
    table_rows: tuple[RowChange, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    topics: tuple[Topic, ...] = ()
    attendance: Attendance | None = None
    references: References = References((), (), ())
    terminology: tuple[Term, ...] = ()
    progress: tuple[Progress, ...] = ()
    notes: tuple[Note, ...] = ()
