"""Which resolutions, decisions and documents a report cites, and whose they are."""

from __future__ import annotations

import pytest
from ledger_reports import corpus_pair, from_text, gold, of_paragraphs, pair

from ccdiff.derive.references import Mention, find_inner_references, find_references, references
from ccdiff.reading import Reading


def cited(reading: Reading) -> list[str]:
    return [mention.number for mention in reading.once(find_references)]


def owners(reading: Reading) -> list[tuple[str, str]]:
    return [(mention.number, mention.owner) for mention in reading.once(find_references)]


SHORT_SYMBOLS = [
    ("en", "The agenda (SCCB 7/1) was adopted.", ["SCCB 7/1"]),
    ("en", "as set out in documents EB150/3 and EB150/4", ["EB150/3", "EB150/4"]),
    ("en", "see the note (CL 168/REP) and document A40-WP/12", ["CL 168/REP", "A40-WP/12"]),
    ("en", "The G20/2023 process, a sheet of A4/5 paper and Q1/2 of the year", []),
    ("en", "the annotations in document FER 5/1/1", ["FER 5/1/1"]),
    ("en", "see A/76/121 and Corr.1", ["A/76/121", "A/76/121/Corr.1"]),
    ("zh", "载于A/76/121和Corr.1", ["A/76/121", "A/76/121/Corr.1"]),
    ("zh", "载于EB150/3号文件，文件A75/9和A75/10", ["EB150/3", "A75/9", "A75/10"]),
    ("zh", "新冠COVID19/2型，G20/2023年进程", []),
    (
        "zh",
        "会议报告（UNODC/42/L.1和Add.1至Add.3）",
        [f"UNODC/42/L.1{end}" for end in ("", "/Add.1", "/Add.2", "/Add.3")],
    ),
    (
        "zh",
        "举行了会议(见CRC/C/SR.2138和2139)，审议了报告(CRC/C/ NZL/Q/5/Add.1)",
        ["CRC/C/SR.2138", "CRC/C/SR.2139", "CRC/C/NZL/Q/5/Add.1"],
    ),
    (
        "en",
        "the records (A/BUR/52/SR.1 and 2), and see A/C.3/SR.2 and 15 States",
        ["A/BUR/52/SR.1", "A/BUR/52/SR.2", "A/C.3/SR.2"],
    ),
    ("en", "circulated as document _G/STR/M/46, not as file_A/B/12", ["G/STR/M/46"]),
]


@pytest.mark.parametrize(("language", "text", "symbols"), SHORT_SYMBOLS)
def test_short_symbols_are_documents_where_the_text_says_so(language: str, text: str, symbols: list[str]) -> None:
    assert cited(of_paragraphs(text, language=language)) == symbols


CHINESE = [
    ("缔约国会议第7/1号决议", ["7/1"]),
    ("根据第 73/191 号和第 74/276 号决议", ["73/191", "74/276"]),
    ("第 5/1 号、第 7/1 号、第 8/1 号、第 8/2 号和第 9/5 号决议", ["5/1", "7/1", "8/1", "8/2", "9/5"]),
    ("第5/1、7/1和9/5号决议", ["5/1", "7/1", "9/5"]),
    ("安全理事会第1244（1999）号决议", ["1244(1999)"]),
    ("安全理事会第 2254 (2015) 号和第 2268 (2016) 号决议", ["2254(2015)", "2268(2016)"]),
    ("大会第 217 A（III）号决议", ["217A(III)"]),
    ("大会第S-32/1号决议", ["S-32/1"]),
    ("大会第70/1号、第72/305号和第75/290A号决议", ["70/1", "72/305", "75/290A"]),
    ("第5/1号至第5/3号决议", ["5/1", "5/2", "5/3"]),
    ("经济及社会理事会第 2020/230 号决定", ["2020/230"]),
    ("上述决议第 18 段", []),
    ("该决议第 8 段和《公约》第 46 条", []),
    ("见 CAC/COSP/IRG/2020/5、CAC/COSP/IRG/2020/5/Add.1 和 CAC/COSP/IRG/2020/5/Add.2。", 
     ["CAC/COSP/IRG/2020/5", "CAC/COSP/IRG/2020/5/Add.1", "CAC/COSP/IRG/2020/5/Add.2"]),
    ("CTOC/COP/WG.2/2012/3-CTOC/COP/WG.3/2012/4", ["CTOC/COP/WG.2/2012/3", "CTOC/COP/WG.3/2012/4"]),
    ("2025年2月13日的信（A/79/795-S/2025/96）", ["A/79/795-S/2025/96"]),
    ("大会 A/RES/74/276 号文件", ["74/276"]),
    ("会议通过了会议形式和议程（A/AC.259/L.17）", ["A/AC.259/L.17"]),
    ("网址 https://www.unodc.org/A/B/2020/1 可查阅", []),
    ("艾滋病毒/艾滋病（HIV/AIDS）和 UNODC/INTERPOL 项目", []),
    ("2021年9/11日，共24/7小时", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CHINESE)
def test_a_chain_of_resolutions_is_read_whole_and_other_numbers_are_none(text: str, wanted: list[str]) -> None:
    assert cited(of_paragraphs(text)) == wanted


ENGLISH = [
    ("decisions 3/CMA.1 to 5/CMA.1", [("3/CMA.1", ""), ("5/CMA.1", "")]),
    ("adopted by the General Assembly in its resolution 74/276", [("74/276", "GA")]),
    ("General Assembly resolutions 73/191 and 74/276", [("73/191", "GA"), ("74/276", "GA")]),
    ("Security Council resolution 350 (1974), most recently resolution 2766 (2024)", [("350(1974)", "SC"), ("2766(2024)", "SC")]),
    ("Economic and Social Council decision 2020/230", [("2020/230", "ECOSOC")]),
    ("resolutions 5/1, 7/1, and 9/5 of the Conference", [("5/1", "Conference"), ("7/1", "Conference"), ("9/5", "Conference")]),
    ("see S/RES/2766 (2024)", [("2766(2024)", "SC")]),
    ("the report (A/80/596) and A/79/795", [("A/80/596", ""), ("A/79/795", "")]),
    ("resolution 5 of the board", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english_references_are_read_with_their_owner(text: str, wanted: list[tuple[str, str]]) -> None:
    assert owners(of_paragraphs(text, language="en")) == wanted


OWNERS = [
    ("根据打击有组织犯罪公约缔约方会议第 9/1 号决议设立的审议机制", "UNTOC-COP"),
    ("缔约国会议题为“宣言”的第 9/1 号决议", "UNCAC-COSP"),
    ("秘书处向缔约国会议报告。在题为“文化财产”的第 5/7 号决议中，缔约方会议请工作组研究。", "UNTOC-COP"),
    ("经济及社会理事会核准了议程。根据理事会第 2020/230 号决定，委员会举行了常会。", "ECOSOC"),
    ("凡提及科索沃之处，均按第 1244（1999）号决议解读。", "SC"),
    ("第 9/1 号决议", ""),
    ("世卫大会第 71.5 号决议促请各国评估负担。", "WHA"),
    ("根据联大第 75/1 号决议设立的基金", "GA"),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS)
def test_a_resolution_belongs_to_the_body_named_near_it(text: str, owner: str) -> None:
    assert owners(of_paragraphs(text))[0][1] == owner


def test_a_report_does_not_cite_itself() -> None:
    own = of_paragraphs(
        "见 A/80/604/Add.1 和 A/80/596。", symbol="A/80/604/Add.1", front="联合国\nA/80/604/Add.1\n临时议程项目 6"
    )
    assert cited(own) == ["A/80/596"]


def test_a_symbol_printed_in_the_masthead_is_no_reference_where_the_report_bears_only_a_handle() -> None:
    own = of_paragraphs("本报告（E/CN.15/2021/4）概述了活动。", symbol="my-report", front="联合国 E/CN.15/2021/4\n大会")
    assert cited(own) == []


def test_footnotes_and_tables_count() -> None:
    report = of_paragraphs("正文。", footnotes=("见 CAC/COSP/2023/1。",), cells=("CTOC/COP/2012/9", "4"))
    assert [(m.number, m.place) for m in report.once(find_references)] == [
        ("CAC/COSP/2023/1", "fn1"),
        ("CTOC/COP/2012/9", "一"),
    ]


def test_each_reference_is_told_once_in_its_normal_form_with_all_its_places() -> None:
    old = of_paragraphs("缔约国会议第 8/2 号决议。", "缔约国会议第8/2号决议。")
    found = references(pair(old, of_paragraphs("缔约国会议第 ８/２ 号决议和第 8/6 号决议。")))
    assert (found.kept, found.added, found.removed) == (("第8/2号决议",), ("第8/6号决议",), ())
    assert found.places[0].old == ("1", "2")


def test_one_number_of_two_bodies_is_two_resolutions() -> None:
    old = of_paragraphs("根据缔约方会议第 9/1 号决议。")
    new = of_paragraphs("根据缔约国会议第 9/1 号决议。")
    found = references(pair(old, new))
    assert found.kept == ()
    assert (found.added, found.removed) == (("第9/1号决议",), ("第9/1号决议",))
    assert [(p.owner, p.old, p.new) for p in found.places] == [("缔约方会议", ("1",), ()), ("缔约国会议", (), ("1",))]


def test_a_resolution_whose_owner_is_not_named_is_taken_for_the_only_one_of_that_number() -> None:
    found = references(pair(of_paragraphs("大会第 74/276 号决议。"), of_paragraphs("第 74/276 号决议。")))
    assert found.kept == ("第74/276号决议",)


def test_a_symbol_of_a_resolution_is_that_resolution() -> None:
    found = references(pair(of_paragraphs("大会第 74/276 号决议。"), of_paragraphs("见 A/RES/74/276。")))
    assert (found.kept, found.added) == (("第74/276号决议",), ())


INNER = [
    ("见上文第2段。", "zh", [("2", True)]),
    ("见上文第12段。", "zh", [("12", False)]),
    ("（另见关于偷运移民问题的第 2-31 段）", "zh", [("2", True), ("31", False)]),
    ("缔约国会议第 8/2 号决议第 18 段", "zh", []),
    ("见《公约》第十条第 18 段", "zh", []),
    ("见 CAC/COSP/2023/1 第 18 段", "zh", []),
    ("(see para. 43 below)", "en", [("43", False)]),
    ("contained in paragraphs 1 and 2 above", "en", [("1", True), ("2", True)]),
    ("paragraphs 32 and 54 of the report", "en", []),
]


@pytest.mark.parametrize(("text", "language", "wanted"), INNER)
def test_references_to_paragraphs_of_the_report_itself_are_checked(
    text: str, language: str, wanted: list[tuple[str, bool]]
) -> None:
    found = find_inner_references(of_paragraphs(text, "又一段。", language=language))
    assert [(inner.number, inner.stands) for inner in found] == wanted


def test_a_reference_to_a_paragraph_that_does_not_exist_is_noted() -> None:
    both = pair(of_paragraphs("见上文第12段。"), of_paragraphs("见上文第1段。"))
    references(both)
    assert [note.id for note in both.notes] == ["dangling-reference"]


def test_a_long_line_without_end_is_read_in_time() -> None:
    assert cited(of_paragraphs("第 5/1 号、" * 20000)) == []


def test_the_judged_pairs_come_out_as_judged() -> None:
    for names, file in (
        (("8th", "9th"), "CAC-COSP-EG.1-2019-4__CAC-COSP-EG.1-2020-3"),
        (("CTOC", "9th"), "CTOC-COP-WG.3-2012-report__CAC-COSP-EG.1-2020-3"),
    ):
        found, wanted = references(corpus_pair(*names)), gold(file)["references"]
        for kind in ("added", "removed", "kept"):
            said, asked = set(getattr(found, kind)), set(wanted[kind])
            print(
                f"{names} references {kind}: precision {len(said & asked)}/{len(said)} recall {len(said & asked)}/{len(asked)}"
            )
            assert said == asked


def test_turned_round_what_was_added_is_removed() -> None:
    there, back = references(corpus_pair("8th", "9th")), references(corpus_pair("9th", "8th"))
    assert (set(there.added), set(there.removed), set(there.kept)) == (
        set(back.removed),
        set(back.added),
        set(back.kept),
    )


def test_a_mention_quotes_what_stands_there() -> None:
    for mention in corpus_pair("8th", "2023").new.once(find_references):
        text = corpus_pair("8th", "2023").new.report
        if text.has(mention.place) and mention.kind == "symbol" and mention.place not in {s.id for s in text.sections}:
            assert text.text(mention.place)[mention.start : mention.end] == mention.number
    assert Mention("symbol", "A", "", "1", 0, 1).sure is False


CONFERENCES = [
    (
        "zh",
        "委员会通过了ICCD/COP(15)/CST/1号文件所载的议程，并回顾第23/COP.14号决定。",
        ["ICCD/COP(15)/CST/1", "第23/COP.14号决定"],
    ),
    (
        "en",
        "The agenda (IOC/ITWS-XII/1) was adopted, as asked for in decision XII/5.",
        ["IOC/ITWS-XII/1", "decision XII/5"],
    ),
    (
        "en",
        "The agenda (TEA-GRO/4/1) and a note (XYZ-QUAL.2/2021/7/Rev.1) stood beside A/79/795-S/2025/96 and COVID-19/2020/3.",
        ["TEA-GRO/4/1", "XYZ-QUAL.2/2021/7/Rev.1", "A/79/795-S/2025/96"],
    ),
    ("zh", "会议通过了议程（TEA-GRO/4/1），审议了COFFEE-SUS/2021/3号文件。", ["TEA-GRO/4/1", "COFFEE-SUS/2021/3"]),
    (
        "en",
        "It adopted Resolution MSC.518(106), recalled Resolutions WHA74.7 and A40-18, decision EB148(5) and Decision 18.116, at a resolution 2.5 times finer.",
        [
            "resolution MSC.518 (106)",
            "resolution WHA74.7",
            "resolution A40-18",
            "decision EB148 (5)",
            "decision 18.116",
        ],
    ),
    (
        "zh",
        "委员会通过了MSC.518(106)号决议，并回顾第WHA74.7号决议、A40-18号决议和第XIII.8号决议。COVID-19号决议草案未获通过。",
        ["第MSC.518（106）号决议", "第WHA74.7号决议", "第A40-18号决议", "第XIII.8号决议"],
    ),
    (
        "en",
        "Recalling its resolutions 1325 (2000) on women, peace and security, 1379 (2001) and 1460 (2003) on children, and 1265 (1999) on civilians, and resolution 1325 of 31 October 2000, adopted by 1,200 (2001) votes.",
        ["resolution 1325 (2000)", "resolution 1379 (2001)", "resolution 1460 (2003)", "resolution 1265 (1999)"],
    ),
    ("zh", "工作组由第EM/RC67/4号决议设立，审议了EM/RC64/R.4号文件。", ["第EM/RC67/4号决议", "EM/RC64/R.4"]),
    ("en", "It recalled resolution EUR/RC70/5 and document EUR/RC71/8.", ["resolution EUR/RC70/5", "EUR/RC71/8"]),
    ("en", "It recalled decision 1/CP.21 and UNEP/CBD/COP/DEC/14/8.", ["decision 1/CP.21"]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CONFERENCES)
def test_symbols_and_decisions_of_conferences_of_parties_are_read_whole(
    language: str, text: str, wanted: list[str]
) -> None:
    none = "1. 委员会举行了会议。" if language == "zh" else "1. The Committee met."
    found = references(pair(from_text(none, language), from_text(f"1. {text}", language)))
    assert set(wanted) <= set(found.added)
    assert not found.removed and not found.kept
    assert not {"resolution 1325", "resolution 2.5", "第ID-19号决议"} & set(found.added)


def test_a_paragraph_of_the_above_mentioned_resolution_is_none_of_the_report() -> None:
    text = "In paragraph 18 of the above-mentioned resolution States were invited to report; see paragraph 4 above."
    found = of_paragraphs(text, language="en").once(find_inner_references)
    assert [inner.number for inner in found] == ["4"]


OWNED = [
    ("zh", "海事大会第6/5号决议涉及港口费。", [("6/5", "海事大会")]),
    ("zh", "与会者提到大会第6/5号决议。", [("6/5", "GA")]),
    ("zh", "鲸类委员会在其第8/3号决定中讨论了港口费。", [("8/3", "鲸类委员会")]),
    ("zh", "港口费由理事会第9/1号决议规定。", [("9/1", "理事会")]),
    ("zh", "根据理事会第2020/230号决定。", [("2020/230", "ECOSOC")]),
    ("en", "Resolution 6/5 of the Maritime Assembly concerns port fees.", [("6/5", "Maritime Assembly")]),
    ("en", "The Whale Commission, in its decision 8/3, discussed port fees.", [("8/3", "Whale Commission")]),
    (
        "en",
        "Council resolutions 6/5 to 6/7 concern port fees.",
        [("6/5", "Council"), ("6/6", "Council"), ("6/7", "Council")],
    ),
    ("en", "The Working Group considered resolution 6/5 at length.", [("6/5", "")]),
]


@pytest.mark.parametrize(("language", "text", "wanted"), OWNED)
def test_a_resolution_is_of_the_body_named_beside_it_whatever_it_is_called(
    language: str, text: str, wanted: list[tuple[str, str]]
) -> None:
    assert owners(of_paragraphs(text, language=language)) == wanted


RECALLED = [
    ("en", "By Environment Assembly resolution 6/3 a panel was set up. The General Assembly recalled resolution 6/3."),
    ("zh", "环境大会第6/3号决议设立了专家组。大会回顾第6/3号决议。"),
]
OWN = [
    (
        "en",
        "By Environment Assembly resolution 6/3 a panel was set up. The General Assembly recalled its resolution 6/3.",
    ),
    ("zh", "环境大会第6/3号决议设立了专家组。大会在其第6/3号决议中提出要求。"),
]


@pytest.mark.parametrize(("language", "text"), RECALLED)
def test_what_a_body_recalls_is_of_the_one_that_surely_adopted_it(language: str, text: str) -> None:
    assert owners(of_paragraphs(text, language=language)) == [("6/3", "UNEA"), ("6/3", "UNEA")]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_it_recalls_of_its_own_is_its_own(language: str, text: str) -> None:
    assert owners(of_paragraphs(text, language=language)) == [("6/3", "UNEA"), ("6/3", "GA")]


def test_a_short_name_and_the_full_one_are_one_owner_and_two_general_names_are_two() -> None:
    def told(old: str, new: str) -> list[tuple[str, str]]:
        rows = references(pair(of_paragraphs(old, language="en"), of_paragraphs(new, language="en"))).places
        return [(row.reference, row.owner) for row in rows]

    commission = "Economic and Social Commission for Asia and the Pacific"
    whole = f"In its resolution 74/6, the {commission} set up a forum."
    assert told(whole, "Under Commission resolution 74/6 a forum was set up.") == [("resolution 74/6", commission)]
    assert told("Assembly resolution 6/5 is on fees.", "Council resolution 6/5 is on fees.") == [
        ("resolution 6/5", "Assembly"),
        ("resolution 6/5", "Council"),
    ]
