"""Small reports made by hand, for the aligner's tests."""

from __future__ import annotations

from collections.abc import Sequence

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.language import load
from ccdiff.model.alignment import Alignment, Link, ReviewedRow
from ccdiff.model.report import Paragraph, Report, Section
from ccdiff.reading import Reading

Part = tuple[
    str, str, Sequence[str]
]  # numeral ("二.A"; "" for the front), title, paragraphs; "(a) ..." is an item of the one above

MEETING: tuple[Part, ...] = (
    ("一", "引言", ["缔约国会议在第4/2号决议中决定举行专家会议，就引渡和司法协助问题提供建议和协助。", "缔约国会议在第5/1号决议中指示专家会议继续研究执法合作遇到的障碍，并拟订如何排除这些障碍的建议。"]),
    ("二", "会议安排", []),
    ("二.A", "会议开幕", ["第八次专家会议于2019年5月31日在维也纳举行。", "第一场会议由候任主席主持，第二场会议由副主席主持。"]),
    ("二.B", "出席情况", ["下列缔约国出席了会议：阿富汗、巴西、中国、埃及、法国、德国、印度和日本。", "下列政府间组织派观察员出席了会议：阿拉伯国家联盟和欧洲安全与合作组织。"]),
    ("三", "公约第四章实施情况", [
        "秘书处的一位代表介绍了第四章实施工作中最普遍的趋势。她提到逾6,000项建议。该文件已提交审议组。",
        "在随后的讨论中，发言者强调了国际合作的必要性。一些发言者提到双边协定的作用。",
        "来自瑞士的讨论嘉宾介绍了人权因素如何指导该国主管机关的工作。法院考虑从各种渠道获得的信息。",
        "一位发言者提到本国一起备受瞩目的案件。被请求国仅作出了三份答复，对调查造成重大影响。",
    ]),
    ("四", "结论和建议", ["会议商定了下列建议：", "(a) 鼓励缔约国继续向秘书处提供关于良好做法的信息；", "(b) 请秘书处继续组织专家小组讨论会。"]),
    ("五", "通过报告", ["2019年5月31日，会议通过了本报告。"]),
)  # fmt: skip


def report(
    parts: Sequence[Part],
    first: int = 1,
    name: str = "old",
    language: str = "zh",
    front: str = "联合国 缔约国会议 报告",
) -> Reading:
    """A reading of ``parts``; paragraphs are numbered from ``first``."""
    sections = [Section("front", None, "", 0, None, ("front",))]
    paragraphs = [Paragraph("front", "front", front, kind="front")]
    number = first - 1
    for numeral, title, texts in parts:
        ids = []
        for text in texts:
            item = text.startswith("(") and text[2:3] == ")"
            number += not item
            at = f"{number}{text[:3]}" if item else str(number)
            ids.append(at)
            kind, parent = ("item", str(number)) if item else ("paragraph", None)
            paragraphs.append(Paragraph(at, numeral, text[4:] if item else text, number=at, kind=kind, parent=parent))
        above = numeral.rpartition(".")[0] or None
        sections.append(Section(numeral, numeral.split(".")[-1], title, numeral.count(".") + 1, above, tuple(ids)))
    made = Report(name, name, name, None, None, None, language, "0", tuple(sections), tuple(paragraphs))
    return Reading(made, load(language))


def aligned(old: Reading, new: Reading, reviewed: Sequence[ReviewedRow] = ()) -> Alignment:
    """The alignment with the default thresholds."""
    return align(old, new, AlignThresholds(), reviewed)


def pairs(links: Sequence[Link]) -> set[tuple[str, str]]:
    """All pairs of locators that the rows link."""
    return {(one, other) for link in links for one in link.old for other in link.new}


def row(links: Sequence[Link], *, old: str = "", new: str = "") -> Link:
    """The row in which a place stands."""
    return next(link for link in links if (old and old in link.old) or (new and new in link.new))


def with_texts(numeral: str, texts: Sequence[str], parts: Sequence[Part] = MEETING) -> list[Part]:
    """``parts`` with the paragraphs of one section replaced."""
    return [(part[0], part[1], list(texts)) if part[0] == numeral else part for part in parts]


def texts_of(numeral: str) -> list[str]:
    """The paragraphs of a section of ``MEETING``."""
    return list(next(part[2] for part in MEETING if part[0] == numeral))
