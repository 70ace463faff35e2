"""A chapter and its agenda item under another name are no topic; an item on another matter in the same place is one."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from ccdiff.align import align
from ccdiff.align.thresholds import AlignThresholds
from ccdiff.derive.context import Pair
from ccdiff.derive.relations import relations
from ccdiff.derive.thresholds import DeriveThresholds
from ccdiff.derive.titled import titled
from ccdiff.derive.topics import topics
from ccdiff.derive.topics.clusters import Cluster, kinship
from ccdiff.derive.topics.matter import Candidate
from ccdiff.derive.topics.titles import strangers
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.parse import parse
from ccdiff.reading import Reading, segmenter

ZH = """港口安全工作组的报告

一. 引言

1. 港口安全工作组第{n}届会议于{year}年5月3日在日内瓦举行。

2. 工作组通过了以下议程：

1. 会议开幕。

2. {title}。

3. 通过报告。

二. {title}

{body}
三. 通过报告

9. {year}年5月5日，工作组通过了本报告。
"""
EN = """Report of the Working Group on Port Safety

I. Introduction

1. The Working Group on Port Safety held its {n} session in Geneva on 3 May {year}.

2. The Working Group adopted the following agenda:

1. Opening of the session.

2. {title}.

3. Adoption of the report.

II. {title}

{body}
III. Adoption of the report

9. On 5 May {year}, the Working Group adopted the present report.
"""
# paragraphs that both reports have, but for their figures
BODY_ZH = [
    "秘书处介绍了其所作的说明，说明载有{n}个国家的答复，其中三分之一来自岛国。",
    "巴西代表说，该国已在{n}个港口设立值班室，由港务局出资，昼夜有人值守。",
    "一位发言者强调，各国应当互相通报事故，并请秘书处编列一份清单。",
]
BODY_EN = [
    "The secretariat introduced its note, which contained replies from {n} countries, a third of them island States.",
    "The representative of Brazil said that duty rooms had been set up in {n} ports and were paid for by the port authority.",
    "One speaker stressed that States should notify one another of accidents and asked the secretariat to draw up a list.",
]
RENAMED = [
    ("能力建设和技术援助", "技术合作与供资", True),
    ("技术援助和培训", "能力建设", True),
    ("引航员的资格认证", "引航员资质", True),
    ("车速管理和酒后驾驶", "速度管理和酒驾", True),
    ("Capacity-building", "Exchange of staff and technical cooperation", False),
    ("Effectiveness of buoy recalls", "Recalls", False),
    ("Training", "Technical assistance", False),
    ("Safety of pilots on ladders", "Pilots' ladders", False),
]


def labels(folder: Path, old: str, new: str, bodies: tuple[list[str], list[str]], han: bool) -> list[str]:
    """The topics of two reports that have one chapter between introduction and adoption."""
    texts = []
    for k, (title, body) in enumerate(zip((old, new), bodies, strict=True)):
        text = "\n".join(f"{place}. {line.format(n=14 + 5 * k)}\n" for place, line in enumerate(body, 3))
        number = ("七八" if han else ("seventh", "eighth"))[k]
        texts.append((ZH if han else EN).format(title=title, body=text, n=number, year=2018 + k))
    return [label for _, label in told(folder, "txt", *texts)]


def told(folder: Path, kind: str, *texts: str) -> list[tuple[str, str]]:
    """The topics of two reports, by what they are and their labels."""
    sides = []
    for k, text in enumerate(texts):
        path = folder / f"{k}.{kind}"
        path.write_text(text, "utf-8")
        report = parse(read(path))
        sides.append(Reading(report, load(report.language)))
    pair = Pair(*sides, align(*sides, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    return [(topic.kind, topic.label) for topic in topics(pair)]


@pytest.mark.parametrize(("old", "new", "han"), RENAMED, ids=[f"{old} - {new}" for old, new, _ in RENAMED])
def test_a_chapter_with_the_same_paragraphs_under_another_name_is_no_topic(
    tmp_path: Path, old: str, new: str, han: bool
) -> None:
    body = BODY_ZH if han else BODY_EN
    assert not {old, new} & set(labels(tmp_path, old, new, (body, body), han))


OTHER_ZH = [
    "秘书处介绍了关于鲸鱼搁浅的报告，去年有{n}头鲸鱼在沙洲上搁浅。",
    "挪威专家展示了声学驱赶装置，这种装置可使鲸鱼远离航道。",
    "与会者观看了鲸鱼迁徙路线的海图。",
]
OTHER_EN = [
    "A panellist showed that {n} whales had been stranded on sandbanks and that strandings of whales were rising.",
    "The expert from Norway demonstrated acoustic devices that keep whales away from shipping lanes.",
    "Participants looked at charts of the migration routes of whales.",
]


@pytest.mark.parametrize(
    ("old", "new", "bodies", "han"),
    [
        ("引航员的资格认证", "搁浅的鲸鱼", (BODY_ZH, OTHER_ZH), True),
        ("Certification of pilots", "Stranded whales", (BODY_EN, OTHER_EN), False),
    ],
)
def test_a_chapter_on_another_matter_is_a_topic(  # type: ignore[no-untyped-def]
    tmp_path: Path, old: str, new: str, bodies, han: bool
) -> None:
    assert new in labels(tmp_path, old, new, bodies, han)


def test_the_date_and_place_of_a_coming_session_by_its_number_is_no_topic(tmp_path: Path) -> None:
    told = labels(tmp_path, "第九届会议的日期、地点和临时议程", "搁浅的鲸鱼", (BODY_ZH, OTHER_ZH), True)
    assert not any("届会议" in label for label in told)


def test_a_pattern_of_titles_may_hold_words_in_one_anothers_place() -> None:
    pattern = titled(["第 * (届/次)会议的(日期/地点)", "^date * place$"])
    assert pattern.search("第四届会议的日期和临时议程") and pattern.search("Date and place")
    assert not pattern.search("第四条的日期") and not pattern.search("Date and places")


@pytest.mark.parametrize(
    ("old", "new", "bodies", "han"),
    [
        ("引航员的资格认证", "结论和建议", (BODY_ZH, OTHER_ZH), True),
        ("Certification of pilots", "Conclusions and recommendations", (BODY_EN, OTHER_EN), False),
    ],
)
def test_an_agenda_item_that_names_a_function_of_the_report_is_no_topic(  # type: ignore[no-untyped-def]
    tmp_path: Path, old: str, new: str, bodies, han: bool
) -> None:
    assert new not in labels(tmp_path, old, new, bodies, han)


def test_a_chapter_whose_matter_the_other_report_has_under_another_word_is_no_topic(tmp_path: Path) -> None:
    old = [BODY_ZH[1], "秘书处通报说，预警尚未送到小港。", "一位发言者建议改进预警，并说预警应当免费。"]
    new = ["秘书处说，早期警报已发到十个港口。", "巴西代表演示了警报器。", "与会者赞扬了早期警报。"]
    assert "早期警报" not in labels(tmp_path, "引航员的资格认证", "早期警报", (old, new), True)


TALK = [
    "The group went through the definition of the humidity constraint and agreed to keep both limits.",
    "The reviewers asked for a table of the elements that the stations report every hour.",
]
TASK = "To send the revised wording of the limits to all members before the next call and to collect their replies."


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Edna Cervantos", False),
        ("Patrik Munyoki and Jens", False),
        ("Station Grouping", True),
        ("Archive Policy", True),
        ("Cyberlogging", True),  # a compound with a word that a dictionary knows
    ],
)
def test_a_heading_that_is_a_persons_name_is_no_matter(tmp_path: Path, name: str, told: bool) -> None:
    readings = []
    for n in (0, 1):
        path = tmp_path / f"{n}.md"
        tail = f"### {name}\n\n{TASK} Somebody else was to look at the rainfall gauges of the coast.\n" if n else ""
        body = "\n\n".join(TALK)
        path.write_text(f"# Meeting of the Data Group\n\n## Discussion\n\n{body}\n\n## Action items\n\n{tail}", "utf-8")
        report = parse(read(path))
        readings.append(Reading(report, load(report.language)))
    pair = Pair(*readings, align(*readings, AlignThresholds(), ()), DeriveThresholds())
    pair.rows = relations(pair)
    assert any(name in topic.label for topic in topics(pair)) == told


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("sig_opencv工作进展汇报", "sig_openblock工作进展汇报", True),
        ("sig_opencv工作进展汇报", "sig_opencv工作进展的汇报", False),
        ("sig_opencv工作进展汇报", "桥梁维修工程", False),  # not of one formula: another name may be of the same matter
        ("桥梁维修工程", "桥梁检测工程", False),  # 桥梁 and 工程 are of no formula
    ],
)
def test_two_titles_of_one_formula_are_strangers_by_what_each_has_alone(one: str, other: str, apart: bool) -> None:
    titles = [one, other, "sig_python工作进展汇报", "sig_mips工作进展汇报"]
    language = load("zh")
    report = SimpleNamespace(sections=[SimpleNamespace(title=title) for title in titles])
    here = SimpleNamespace(words=language.once(segmenter).words, language=language, report=report)
    side = SimpleNamespace(here=here, there=here, once=lambda find: find(side))
    assert strangers(one, other, side) is apart  # type: ignore[arg-type]


def test_what_merely_shares_a_noun_brings_none_of_its_places_into_a_topic() -> None:
    award = Candidate("Local Council Award Scheme", "caps", {"5.2.1": ""}, ("award", "scheme"))
    known = Cluster("local council award scheme", 0.9)
    known.add(award)
    known.add(Candidate("Scheme", "term", {"5.2.1": "", "5.1.2": ""}, ("scheme",)))
    tree = Candidate("Big Tree Plant", "term", {"5.1.2": "", "5.2.7": ""}, ("big", "tree", "plant"))
    assert list(known.units) == ["5.2.1"] and kinship(tree, known, "big tree plant") == 0.0


MINUTES = """# Minutes of {month}

## Agenda

- {a}
- {b}
- {c}

## Notes

- The chair opened the meeting and thanked the host for the room.
- {note}
"""


def test_the_lines_under_the_heading_agenda_are_the_agenda_of_minutes(tmp_path: Path) -> None:
    lines = {"a": "Publicity for the harbour museum", "b": "Ferry timetable", "c": "Crane maintenance"}
    note = "The ferry timetable was read; crane maintenance follows in autumn."
    old = MINUTES.format(month="May", note=note, **lines)
    new = MINUTES.format(
        month="June", note=note, **{**lines, "a": "Dredging of the inner basin (https://port.example/dredging)"}
    )
    found = told(tmp_path, "md", old, new)
    assert ("new", "Dredging of the inner basin") in found
    assert ("dropped", "Publicity for the harbour museum") in found


def test_a_heading_with_nothing_under_it_is_no_matter(tmp_path: Path) -> None:
    body = "# Report of the Port Group\n\n## Ferries\n\nThe ferry timetable was read and adopted by all members.\n"
    old = body + "\n## Working parties on dredging\n\n* N/A\n"
    assert not told(tmp_path, "md", old, body)


@pytest.mark.parametrize(
    ("heading", "told_of"), [("Treasurer - John Hargreaves", False), ("Dredging - North Quay", True)]
)
def test_a_heading_that_says_who_speaks_is_no_matter(tmp_path: Path, heading: str, told_of: bool) -> None:
    body = "# Report of the Port Group\n\n## Ferries\n\nThe ferry timetable was read and adopted by all members.\n"
    new = body + f"\n## {heading}\n\nAll Parties were thanked for the contributions that they had paid.\n"
    assert (("new", heading) in told(tmp_path, "md", body, new)) is told_of
