"""Editions made by machine from the corpus, with known changes: what the aligner and the differ must find, and must not.

``python -m tests.editions`` writes them to ``tests/gold/editions``: the base texts, the editions, and a gold file each. The
same seed gives the same bytes. The words used for "another translation" are kept here on purpose, apart from the language
data that the tool folds variants with.
"""

from __future__ import annotations

import json
import random
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from ccdiff.ingest import read
from ccdiff.model.report import Report
from ccdiff.parse import parse

HERE = Path(__file__).parent
CORPUS, TARGET = HERE.parent / "corpus", HERE / "gold" / "editions"
CHAPTERS = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
ENDS = re.compile(r"(?<=[。；])")
COUNTED = re.compile(r"(?<![\d/第.,])(\d{1,3}(?:,\d{3})+|\d{2,4})(?=\s?多?\s?(?:个|名|项|份|起|次)(?!月))")

# Words that another translator chose for the same English: (one, other). Only such as change no fact.
OTHER_WORDS = (
    ("着重指出", "强调指出"), ("表示", "称"), ("一位发言者", "一名发言者"), ("另一位", "另一名"), ("概要介绍", "简要介绍"), ("此外", "另外"),
    ("以便", "以期"), ("依照", "按照"), ("根据", "依据"), ("包括", "其中包括"), ("各国", "各个国家"), ("促进", "推动"), ("加强", "增强"),
    ("开展", "进行"), ("遇到的", "面临的"), ("挑战", "难题"), ("协助", "帮助"), ("有关", "相关"), ("例如", "比如"), ("确保", "保证"),
    ("举办", "举行"), ("讨论了", "探讨了"), ("方面的", "领域的"), ("请求国", "提出请求的国家"), ("在随后的讨论中", "在其后的讨论中"),
    ("协同增效", "协同作用"), ("从业人员", "从业者"), ("良好做法", "良好实践"), ("信息", "资料"), ("本报告所述期间", "报告期内"), ("继续", "仍继续"),
    ("旨在", "目的是"), ("提供了", "给予了"), ("所有", "一切"), ("发言者们", "各位发言者"), ("重要性", "重要意义"), ("为了", "为"),
)  # fmt: skip


@dataclass(frozen=True)
class Para:
    """A paragraph of an edition. ``came_from`` are locators of the base; ``relation`` what it must be judged."""

    text: str
    items: tuple[tuple[str, str], ...] = ()  # (locator in the base, text)
    came_from: tuple[str, ...] = ()
    relation: str | None = "unchanged"
    figures: tuple[tuple[str, float, float], ...] = ()  # (locator in the base, old value, new value)


@dataclass(frozen=True)
class Part:
    """A section of an edition; ``level`` 1 is a chapter. ``printed``: whether its heading has a numeral."""

    title: str
    level: int
    printed: bool
    came_from: str | None
    paras: tuple[Para, ...]


@dataclass
class Edition:
    """A text to write, and where its numbering starts."""

    front: str
    parts: list[Part]
    first: int = 1
    first_chapter: int = 0
    gold: dict = field(default_factory=dict)


def base(report: Report) -> Edition:
    """The report as an edition that changes nothing. Annexes, tables and footnotes are left out."""
    parts = []
    for section in report.sections:
        if section.id == "front" or section.id.startswith("附件"):
            continue
        whole = [report.paragraph(p) for p in section.paragraphs if report.paragraph(p).kind == "paragraph"]
        items = {p.id: tuple((i.id, i.text) for i in report.paragraphs if i.parent == p.id) for p in whole}
        paras = tuple(Para(p.text, items[p.id], (p.id,)) for p in whole)
        parts.append(Part(section.title, section.level, section.number is not None, section.id, paras))
    return Edition(report.text("front"), parts)


def write(edition: Edition) -> tuple[str, dict[str, list[str]], list[dict]]:
    """The text, base section -> its ids here, and the gold rows of the paragraphs."""
    lines, sections, rows = [edition.front, ""], {}, [_row(["front"], ["front"], "unchanged")]
    chapter, number, counts, path = edition.first_chapter, edition.first, {}, []
    for part in edition.parts:
        if part.level == 1:
            numeral, counts = CHAPTERS[chapter], {}
            chapter += 1
        else:
            counts[part.level] = counts.get(part.level, 0) + bool(part.printed)
            counts = {level: count for level, count in counts.items() if level <= part.level}
            numeral = chr(64 + counts[part.level]) if part.level == 2 else str(counts[part.level])
        above = ".".join(path[: part.level - 1])
        path = [*path[: part.level - 1], numeral] if part.printed else path
        here = ".".join(path) if part.printed else f"{above}/{part.title}"
        lines += [f"{numeral}. {part.title}" if part.printed else part.title, ""]
        if part.came_from:
            sections.setdefault(part.came_from, []).append(here)
        for para in part.paras:
            lines += [f"{number}. {para.text}", ""]
            rows.append(_row(para.came_from, [str(number)] if para.came_from else [], para.relation))
            for k, (came_from, text) in enumerate(para.items):
                lines += [f"({chr(97 + k)}) {text}", ""]
                rows.append(_row([came_from], [f"{number}({chr(97 + k)})"], para.relation))
            edition.gold.setdefault("figures", []).extend(_figure(f, str(number)) for f in para.figures)
            number += 1
    return "\n".join(lines), sections, _joined(rows)


def _row(old, new, relation):
    return {"old": list(old), "new": list(new), "relation": relation} if old and new else {"old": [], "new": []}


def _joined(rows: list[dict]) -> list[dict]:
    """Rows of one old place joined: a split."""
    joined: dict[tuple, dict] = {}
    for row in rows:
        if row["old"]:
            known = joined.setdefault(tuple(row["old"]), {**row, "new": []})
            known["new"] += row["new"]
    return list(joined.values())


def _figure(figure, number):
    place, old, new = figure
    return {"kind": "changed", "old": {"para": place, "value": old}, "new": {"para": number, "value": new}}


def paragraphs(edition: Edition) -> list[tuple[int, int]]:
    """Every paragraph's place in the edition: (part, paragraph)."""
    return [(i, j) for i, part in enumerate(edition.parts) for j in range(len(part.paras))]


def put(edition: Edition, at: tuple[int, int], *paras: Para, width: int = 1) -> None:
    """``paras`` instead of ``width`` paragraphs from ``at``."""
    i, j = at
    part = edition.parts[i]
    edition.parts[i] = replace(part, paras=(*part.paras[:j], *paras, *part.paras[j + width :]))


def drop(edition: Edition, dice: random.Random, count: int) -> None:
    """``count`` paragraphs go."""
    for _ in range(count):
        put(edition, dice.choice(paragraphs(edition)))


def insert(edition: Edition, dice: random.Random, texts: list[str]) -> None:
    """Paragraphs of another report come in."""
    for text in texts:
        at = dice.choice(paragraphs(edition))
        put(edition, at, Para(text), edition.parts[at[0]].paras[at[1]])


def split(edition: Edition, dice: random.Random, count: int) -> None:
    """``count`` long paragraphs become two each."""
    can = [at for at in paragraphs(edition) if _splittable(_at(edition, at))]
    for at in sorted(dice.sample(can, min(count, len(can))), reverse=True):
        para = _at(edition, at)
        pieces = [piece for piece in ENDS.split(para.text) if piece]
        half = len(pieces) // 2
        put(edition, at, *(Para("".join(some), (), para.came_from, None) for some in (pieces[:half], pieces[half:])))


def _at(edition: Edition, at: tuple[int, int]) -> Para:
    return edition.parts[at[0]].paras[at[1]]


def _splittable(para: Para) -> bool:
    pieces = [piece for piece in ENDS.split(para.text) if piece.strip()]
    half = len(pieces) // 2
    sides = ("".join(pieces[:half]), "".join(pieces[half:]))
    return not para.items and _whole(para) and "\n" not in para.text and min(map(len, sides)) > 60


def merge(edition: Edition, dice: random.Random, count: int) -> None:
    """``count`` times two neighbours become one."""
    for _ in range(count):
        can = [
            (i, j) for i, j in paragraphs(edition) if j + 1 < len(edition.parts[i].paras) and _mergeable(edition, i, j)
        ]
        if can:
            i, j = dice.choice(can)
            one, two = edition.parts[i].paras[j : j + 2]
            put(edition, (i, j), Para(one.text + two.text, (), one.came_from + two.came_from, None), width=2)


def _mergeable(edition: Edition, i: int, j: int) -> bool:
    pair = edition.parts[i].paras[j : j + 2]
    return all(_whole(p) and not p.items and "\n" not in p.text and len(p.text) > 40 for p in pair)


def _whole(para: Para) -> bool:
    """A paragraph of the base that is still as it was."""
    return len(para.came_from) == 1 and para.relation == "unchanged"


def change_figures(edition: Edition, dice: random.Random, count: int) -> None:
    """``count`` counts get another number."""
    can = [at for at in paragraphs(edition) if COUNTED.search(_at(edition, at).text) and _whole(_at(edition, at))]
    for at in dice.sample(can, min(count, len(can))):
        para = _at(edition, at)
        match = COUNTED.search(para.text)
        old = int(match.group(1).replace(",", ""))
        new = old + max(1, old // dice.choice((4, 7, 12)))
        text = f"{para.text[: match.start(1)]}{new:,}{para.text[match.end(1) :]}"
        put(
            edition,
            at,
            replace(para, text=text, relation="amended", figures=((para.came_from[0], float(old), float(new)),)),
        )


def translate(edition: Edition, dice: random.Random, share: float = 0.7) -> None:
    """Another translator's words, each used with chance ``share`` in a paragraph."""
    for at in paragraphs(edition):
        para = _at(edition, at)
        text = _other_words(para.text, dice, share)
        items = tuple((came_from, _other_words(item, dice, share)) for came_from, item in para.items)
        if (text, items) != (para.text, para.items):
            relation = "reworded" if para.relation == "unchanged" and not items else para.relation
            put(edition, at, replace(para, text=text, items=items, relation=None if items else relation))


def _other_words(text: str, dice: random.Random, share: float) -> str:
    for one, other in OTHER_WORDS:
        if one in text and other not in text and dice.random() < share:
            text = text.replace(one, other)
    return text


def damage(text: str, dice: random.Random) -> str:
    """Pages that break inside paragraphs, page lines, spaces around digits, half-width points."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        long = len(line) > 160 and re.match(r"\d+\. ", line)
        if long and dice.random() < 0.2:
            at = dice.randrange(80, len(line) - 60)
            if not re.search(r"[0-9A-Za-z.(（]", line[at - 3 : at + 3]):
                lines += [line[:at], "", f"V.21-0{1350 + number} {number % 9 + 2}/**18**", "", line[at:]]
                continue
        if dice.random() < 0.3 and long:
            line = line[:6] + re.sub(r"(?<=[一-鿿])(\d+)(?=[一-鿿])", r" \1 ", line[6:])
        if dice.random() < 0.3 and long:
            line = line.replace("，", ",").replace("；", ";")
        lines.append(line)
    return "\n".join(lines)


def move_chapter(edition: Edition, take: int, to: int) -> None:
    """The ``take``-th chapter with all under it goes before the chapter that is then the ``to``-th."""
    starts = [k for k, part in enumerate(edition.parts) if part.level == 1] + [len(edition.parts)]
    chapters = [edition.parts[a:b] for a, b in zip(starts, starts[1:], strict=False)]
    chapters.insert(to, chapters.pop(take))
    edition.parts = [part for chapter in chapters for part in chapter]


def _report(stem: str) -> Report:
    return parse(read(next(CORPUS.glob(f"{stem}*"))))


def make(target: Path = TARGET) -> None:
    """Write every edition with its gold file."""
    target.mkdir(parents=True, exist_ok=True)
    reports = {
        "eg8": "CAC-COSP-EG.1-2019-4",
        "eg9": "CAC-COSP-EG.1-2020-3",
        "ctoc": "CTOC",
        "sg": "E-CN.15",
        "note": "CAC-COSP-2023",
    }
    read_in = {name: _report(stem) for name, stem in reports.items()}
    for name, report in read_in.items():
        (target / f"{name}.txt").write_text(write(base(report))[0], encoding="utf-8")
    foreign = [p.text for p in read_in["sg"].paragraphs if p.kind == "paragraph" and 80 < len(p.text) < 400]
    strange = [p.text for p in read_in["ctoc"].paragraphs if p.kind == "paragraph" and 80 < len(p.text) < 400]

    def quiet(edition, dice):
        edition.first, edition.first_chapter, edition.gold["no_change"] = 12, 2, True

    def reorder(edition, dice):
        move_chapter(edition, 1, 2)
        edition.gold["no_change"] = True

    def other_words(edition, dice):
        translate(edition, dice)
        edition.gold["no_change"] = True

    def scan(edition, dice):
        edition.gold["no_change"] = edition.gold["damage"] = True

    def edit(more):
        def many(edition, dice):
            split(edition, dice, 4)
            merge(edition, dice, 4)
            drop(edition, dice, 5)
            insert(edition, dice, dice.sample(more, 5))
            change_figures(edition, dice, 6)

        return many

    def edit_and_translate(edition, dice):
        edit(strange)(edition, dice)
        translate(edition, dice, 0.5)
        move_chapter(edition, 1, 2)

    plan = (
        ("eg8", "renumbered", quiet), ("eg9", "reordered", reorder), ("eg8", "retranslated", other_words), ("sg", "retranslated", other_words),
        ("eg9", "damaged", scan), ("note", "edited", edit(strange)), ("eg8", "edited", edit(foreign)), ("sg", "edited", edit_and_translate),
        ("ctoc", "edited", edit(foreign)), ("eg9", "edited", edit_and_translate),
    )  # fmt: skip
    for name, kind, change in plan:
        dice = random.Random(f"{name} {kind}")
        edition = base(read_in[name])
        change(edition, dice)
        text, sections, rows = write(edition)
        gold = {"old": name, "new": f"{name}-{kind}", "edition": True, **edition.gold, "paragraphs": rows}
        gold["sections"] = [
            {"old": ["front"], "new": ["front"]},
            *({"old": [o], "new": n} for o, n in sections.items()),
        ]
        if gold.pop("damage", False):
            text = damage(text, dice)
        (target / f"{name}-{kind}.txt").write_text(text, encoding="utf-8")
        shown = json.dumps(gold, ensure_ascii=False, indent=0)
        (target / f"{name}__{name}-{kind}.json").write_text(shown + "\n", encoding="utf-8")


if __name__ == "__main__":
    make()
