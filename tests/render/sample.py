"""A comparison made by hand, with one change of each kind, and one whose reports are full of markup."""

from __future__ import annotations

from dataclasses import replace

from ccdiff.model.alignment import Candidate, Link, Note
from ccdiff.model.changes import (
    Attendance,
    Changes,
    Figure,
    FigureMention,
    Progress,
    Recommendation,
    ReferencePlace,
    References,
    Renamed,
    SetChange,
    Term,
    Topic,
)
from ccdiff.model.comparison import Comparison, Diff, Highlight, ParagraphRow
from ccdiff.model.report import Footnote, Paragraph, Report, Section, SetAside, Table

OLD = {
    "front": "某公约缔约国会议\n第一次会议的报告",
    "1": "会议根据第1/1号决议举行。",
    "2": "会议通过了下列议程：\n1. 开幕。\n2. 司法协助。\n3. 通过报告。",
    "3": "下列国家出席了会议：甲国、乙国和丙国。",
    "4": "秘书处表示，截至2019年5月1日，115个国家提供了资料。手册预计将于2019年发布。",
    "5": "一位代表指出，请求常被拒绝和延迟。",
    "6": "会议讨论了保密措施。",
    "7": "会议商定了下列建议：",
    "7(a)": "鼓励缔约国继续提供资料；",
    "7(b)": "请秘书处组织讨论会。",
    "8": "会议通过了报告。会议于当日闭幕。",
}
NEW = {
    "front": "某公约缔约国会议\n第二次会议的报告",
    "1": "会议根据第1/1号决议举行。",
    "2": "会议以线上方式举行。",
    "3": "会议通过了下列议程：\n1. 开幕。\n2. 通过报告。",
    "4": "下列国家出席了会议：甲国、乙国、丁国和戊国。",
    "5": "一名代表指出，请求常被拒绝和拖延。",
    "6": "秘书处表示，截至2020年11月11日，119个缔约国提供了资料。手册已经发布。",
    "7": "一些代表鼓励缔约国继续提供资料。",
    "8": "会议通过了报告。",
    "9": "会议于当日闭幕。",
}
OLD_SECTIONS = (("一", "引言", ("1",)), ("二", "会议安排", ("2", "3")), ("三", "讨论", ("4", "5", "6")), ("四", "结论和建议", ("7", "7(a)", "7(b)")), ("五", "通过报告", ("8",)))  # fmt: skip
NEW_SECTIONS = (("一", "导言", ("1",)), ("二", "会议安排", ("2", "3", "4")), ("三", "讨论", ("5", "6", "7")), ("四", "通过报告", ("8", "9")))  # fmt: skip


def report(id: str, texts: dict[str, str], sections: tuple[tuple[str, str, tuple[str, ...]], ...], date: str) -> Report:
    """A report of the given texts."""
    places = {place: number for number, _, inside in sections for place in inside} | {"front": "front"}
    paragraphs = tuple(
        Paragraph(
            place,
            places[place],
            text,
            kind="front" if place == "front" else "item" if "(" in place else "paragraph",
            parent=place.partition("(")[0] if "(" in place else None,
            footnotes=("fn1",) if place == "3" else (),
        )
        for place, text in texts.items()
    )
    headings = (Section("front", None, "", 0, None, ("front",)),)
    headings += tuple(Section(number, number, title, 1, None, inside) for number, title, inside in sections)
    notes = (Footnote("fn1", "1", "以签到为准。", "3"),)
    tables = (Table("三", (("国家", "件数"), ("甲国", "3"))),)
    aside = (SetAside(7, "V.19-00001 2/9", "page-line"),)
    return Report(id.replace("/", "-"), id, f"{id}的报告", "某公约缔约国会议", None, date, "zh", "0" * 64, headings, paragraphs, notes, tables, aside)  # fmt: skip


def row(old: tuple[str, ...], new: tuple[str, ...], relation: str, diff: Diff, **more: object) -> ParagraphRow:
    """A row with a plain reason."""
    why = "text:0.90+function:agenda-adopted" if old == ("2",) else "text:0.90"
    return ParagraphRow(old, new, relation, 0.9, "auto", why, diff, **more)  # type: ignore[arg-type]


def same(old: str, new: str) -> ParagraphRow:
    """An unchanged row."""
    return row((old,), (new,), "unchanged", (("=", OLD[old]),))


ROWS = (
    row(("front",), ("front",), "amended", (("=", "某公约缔约国会议\n"), ("-", "第一次"), ("+", "第二次"), ("=", "会议的报告"))),
    same("1", "1"),
    row((), ("2",), "new", (("+", NEW["2"]),), candidates=(Candidate("1", 0.21),)),
    row(("2",), ("3",), "amended", (("=", "会议通过了下列议程：\n1. 开幕。\n2. "), ("-", "司法协助。\n3. "), ("=", "通过报告。"))),
    row(("3",), ("4",), "amended", (("=", "下列国家出席了会议：甲国、乙国"), ("-", "和丙国"), ("+", "、丁国和戊国"), ("=", "。"))),
    row(("5",), ("5",), "reworded", (("=", "一"), ("-", "位"), ("+", "名"), ("=", "代表指出，请求常被拒绝和"), ("-", "延迟"), ("+", "拖延"), ("=", "。"))),
    row(("4",), ("6",), "amended", (("=", "秘书处表示，截至"), ("-", "2019年5月1日，115个国家"), ("+", "2020年11月11日，119个缔约国"), ("=", "提供了资料。手册"), ("-", "预计将于2019年发布"), ("+", "已经发布"), ("=", "。"))),
    row(("6",), (), "dropped", (("-", OLD["6"]),), candidates=(Candidate("7", 0.12),)),
    row((), ("7",), "new", (("+", NEW["7"]),)),
    row(("7",), (), "dropped", (("-", OLD["7"]),)),
    row(("7(a)",), (), "dropped", (("-", OLD["7(a)"]),)),
    row(("7(b)",), (), "dropped", (("-", OLD["7(b)"]),)),
    row(("8",), ("8", "9"), "reworded", (("=", "会议通过了报告。"), ("+", "\n"), ("=", "会议于当日闭幕。"))),
)  # fmt: skip
SECTIONS = (
    Link(("front",), ("front",), 1.0, relation="same"),
    Link(("一",), ("一",), 1.0, why="function:introduction", relation="renamed"),
    Link(("二",), ("二",), 1.0, relation="same"),
    Link(("三",), ("三",), 1.0, relation="same"),
    Link(("四",), (), 1.0, relation="dropped"),
    Link(("五",), ("四",), 1.0, origin="reviewed", relation="same"),
)


def mention(texts: dict[str, str], place: str, quote: str, value: int, as_of: str) -> FigureMention:
    """A figure where it stands."""
    start = texts[place].index(quote)
    return FigureMention(place, quote, value, "exact", as_of, start, start + len(quote), "提供资料的国家数", "个国家")


CHANGES = Changes(
    figures=(
        Figure("changed", "提供资料的国家数", "个国家", mention(OLD, "4", "115个国家", 115, "2019-05-01"), mention(NEW, "6", "119个缔约国", 119, "2020-11-11"), 4, 100 * 4 / 115),
    ),
    recommendations=(
        Recommendation("7(a)", ("7",), "echoed", OLD["7(a)"], "text:0.70", strength_old="encourage"),
        Recommendation("7(b)", (), "dropped", OLD["7(b)"], "", strength_old="request", candidates=(Candidate("7", 0.31), Candidate("2", 0.2))),
    ),
    topics=(
        Topic("new", "线上方式举行会议", ("线上方式",), ("2",), 0.8),
        Topic("dropped", "保密措施", ("保密措施",), ("6",), 0.6),
    ),
    attendance=Attendance(
        SetChange(("丁国", "戊国"), ("丙国",), ("甲国", "乙国"), (), ("3",), ("4",)),
        SetChange((), (), (), (Renamed("某骑士团", "某教团"),), ("3",), ("4",)),
    ),
    references=References(("第2/2号决议",), (), ("第1/1号决议",), (ReferencePlace("第1/1号决议", "缔约国会议", ("1",), ("1",)),)),
    terminology=(Term("拒绝和延迟", "拒绝和拖延", (("5", "5"),)),),
    progress=(Progress("4", "6", "手册", "预计将于2019年发布", "已经发布"),),
    notes=(Note("an-id-without-words", (("paragraph", "6"),)),),
)  # fmt: skip
HIGHLIGHTS = (
    Highlight("section", 4, 1.0, ("四",), ()),
    Highlight("recommendation", 1, 0.9, ("7(b)",), ()),
    Highlight("attendance", 0, 0.8, ("3",), ("4",)),
    Highlight("figure", 0, 0.7, ("4",), ("6",)),
    Highlight("topic", 0, 0.6, (), ("2",)),
    Highlight("progress", 0, 0.5, ("4",), ("6",)),
    Highlight("reference", 0, 0.4, ("1",), ("1",)),
    Highlight("paragraph", 2, 0.3, (), ("2",)),
)
SAMPLE = Comparison(
    report("A/1", OLD, OLD_SECTIONS, "2019-07-02"),
    report("A/2", NEW, NEW_SECTIONS, "2020-12-21"),
    {"align": {"near": 0.8}, "derive": {"topic": 0.5}},
    SECTIONS,
    ROWS,
    CHANGES,
    HIGHLIGHTS,
)

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:alert(1)) `code` a|b *b* _i_ ~~s~~ $x$ @someone #12 &amp; </style> "
    "]]> <!-- -- {{ 7*7 }} {% raw %} \" ' \\ \u202eabc\u202c \u200b\ufeff \x00\x0b\x9f \ud800 ![i](http://x/y.png)"
)


def hostile() -> Comparison:
    """The sample with markup in every text, title, name and quotation that a report can bring in."""
    texts = [dict.fromkeys(OLD, HOSTILE), dict.fromkeys(NEW, "- " + HOSTILE)]
    titles = [tuple((number, HOSTILE, inside) for number, _, inside in part) for part in (OLD_SECTIONS, NEW_SECTIONS)]
    old, new = report("A/1", texts[0], titles[0], "2019-07-02"), report("A/2", texts[1], titles[1], "2020-12-21")
    old, new = replace(old, title=HOSTILE, symbol=HOSTILE), replace(new, title="# " + HOSTILE, body=HOSTILE)
    changes = CHANGES
    rows = tuple(replace(r, diff=_diff(r)) for r in ROWS)
    figure = replace(changes.figures[0], subject=HOSTILE, unit=HOSTILE)
    topics = tuple(replace(topic, label=HOSTILE, terms=(HOSTILE,)) for topic in changes.topics)
    names = SetChange((HOSTILE,), (HOSTILE,), (HOSTILE,), (Renamed(HOSTILE, HOSTILE),), ("3",), ("4",))
    changes = replace(
        changes,
        figures=(figure,),
        topics=topics,
        attendance=Attendance(names, names),
        recommendations=tuple(replace(entry, text=HOSTILE, addressee=HOSTILE) for entry in changes.recommendations),
        references=References((HOSTILE,), (), (), (ReferencePlace(HOSTILE, HOSTILE, ("1",), ()),)),
        terminology=(Term(HOSTILE, "1. " + HOSTILE, (("5", "5"),)),),
        progress=(Progress("4", "6", HOSTILE, HOSTILE, HOSTILE),),
        notes=(Note(HOSTILE, ((HOSTILE, HOSTILE),)),),
    )
    return replace(SAMPLE, old=old, new=new, paragraphs=rows, changes=changes)


def _diff(row: ParagraphRow) -> Diff:
    old = "\n".join([HOSTILE] * len(row.old))
    new = "\n".join(["- " + HOSTILE] * len(row.new))
    return tuple(edit for edit in (("-", old), ("+", new)) if edit[1])
