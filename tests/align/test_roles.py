"""What headings and paragraphs are for, recognised from language data."""

import pytest

from ccdiff.align.roles import roles
from ccdiff.errors import CcdiffError
from ccdiff.language import load
from ccdiff.text.normalise import fold


@pytest.mark.parametrize(
    ("code", "heading", "role"),
    [
        ("zh", "导言", "introduction"),
        ("zh", "会议开幕和会期", "opening"),
        ("zh", "通过议程和工作安排", "agenda"),
        ("zh", "出席情况", "attendance"),
        ("zh", "结论和建议", "recommendations"),
        ("zh", "审议情况概要", "deliberations"),
        ("zh", "通过报告", "adoption"),
        ("zh", "引渡（第 16 条）", ""),
        ("en", "Organization of the meeting", "organization"),
        ("en", "Attendance", "attendance"),
        ("en", "Adoption of the report", "adoption"),
        ("en", "Observations", "observations"),
        ("en", "Date and venue of the next session", "next"),
        ("en", "Election of the Chair and Vice-Chairs", "officers"),
        ("en", "Other matters", "other"),
        ("zh", "其他事项", "other"),
        ("en", "Extradition", ""),
    ],
)
def test_a_heading_names_its_function(code: str, heading: str, role: str):
    assert load(code).once(roles).of_title(fold(heading).lower()) == role


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("zh", "2019年5月31日，会议通过了下列议程：\n1. 会议开幕。", "agenda-adopted"),
        ("zh", "下列《公约》缔约国出席了会议：阿富汗和日本。", "states"),
        ("zh", "区域经济一体化组织欧洲联盟派代表出席了会议。", "integration"),
        ("zh", "在总部设有常驻观察员办公室的实体马耳他主权教团派员出席了会议。", "entity"),
        ("zh", "秘书处的另一名代表概要介绍了工作组的审议成果。", "briefing"),
        ("zh", "经口头修正的会议报告（CAC/COSP/EG.1/2019/L.1）获得通过。", "report-adopted"),
        ("zh", "在随后的讨论中，发言者强调了合作。", "discussion"),
        ("zh", "各位代表，责任重大。我们要扎实工作，以优异成绩庆祝建国周年。", "appeal"),
        ("en", "The meeting was called to order by the Chair.", "sittings"),
        ("en", "Also represented were the following intergovernmental organizations: African Union.", "igos"),
        ("en", "The session was attended by delegations from 40 members.", "states"),
        ("en", "The following States were represented at the meeting: Austria and Brazil.", "states"),
        ("en", "In the ensuing discussion, speakers welcomed the report.", "discussion"),
        ("en", "The Working Group adopted its report on 3 June.", "report-adopted"),
        ("en", "The Forum met for the fourth time in Malé from 22 to 24 November 2022.", "held"),
        ("en", "The agenda of the session, as contained in document A/2022/1, was adopted.", "agenda-adopted"),
        ("zh", "届会议程（A/AC.1/2022/1）未经修正获得通过。", "agenda-adopted"),
        ("zh", "论坛由经社会第76/1号决议设立，旨在推动成员国合作。", "mandate"),
        ("zh", "委员会商定第五届会议将以农村金融为主题，并确定举行会议的日期和地点。", "next-meeting"),
        ("zh", "专家组接受埃及政府的邀请，决定于2023年6月在开罗举行第七次会议。", "next-meeting"),
        (
            "en",
            "Having agreed to meet again in Geneva in March 2025, the Working Group adopted its report.",
            "next-meeting",
        ),
        ("en", "Agenda item 3 was considered on the basis of a note by the secretariat.", "documents-had"),
        ("en", "The Chair opened the twelfth session of the Group at 9.30 a.m. on 11 March 2019 in Mombasa.", "held"),
        ("en", "Observers attended from the World Health Organization and the African Union.", "igos"),
        ("zh", "前体管制工作组由马来西亚代表担任主席，共开会两次。", "sittings"),
        ("zh", "主管法律事务副秘书长致了开幕词。", "opening-statement"),
        ("en", "On 24 November, after an exchange of courtesies, the Chair closed the fourth session.", "closed"),
    ],
)
def test_a_paragraph_shows_its_function(code: str, text: str, role: str):
    assert role in load(code).once(roles).of_paragraph(fold(text).lower())


def test_a_pattern_does_not_reach_across_sentences():
    known = load("zh").once(roles)
    assert "agenda-adopted" not in known.of_paragraph(fold("会议通过了决议。下列议程：无。").lower())


def test_headings_that_translate_the_same_words_are_the_same():
    known = load("zh").once(roles)
    assert known.same_title("引言", "导言")
    assert not known.same_title("引言", "结论")


def test_items_of_a_paragraph_that_recommends_are_recommendations():
    known = load("zh").once(roles)
    assert known.of_items(known.of_paragraph(fold("会议还商定了下列建议：").lower())) == {"recommendation"}


@pytest.mark.parametrize("code", ["zh", "en"])
def test_every_function_that_a_pattern_names_has_a_strength(code: str):
    known = load(code).once(roles)
    named = {role for role, _ in known.title} | set(known.areas)
    tables = [rows for table in (known.lead, known.body) for words in table.values() for _, rows in words]
    named |= {role for rows in tables for role, *_ in rows}
    assert named <= known.strength.keys()


def test_a_record_that_cannot_be_read_is_an_error(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "roles.txt").write_text("tilte | opening | 会议开幕\n", encoding="utf-8")
    with pytest.raises(CcdiffError, match="tilte"):
        load("zh", (tmp_path,)).once(roles)


def test_a_million_characters_without_a_point_are_read_in_time():
    load("zh").once(roles).of_paragraph("秘书处代表决议" * 150_000)


@pytest.mark.parametrize(
    ("code", "text"), [("zh", "缔约国会议不妨促请缔约国："), ("en", "The Conference may wish to urge States:")]
)
def test_a_paragraph_that_recommends_is_the_head_of_recommendations_once_it_has_items(code: str, text: str):
    known = load(code).once(roles)
    shown = known.of_paragraph(fold(text).lower())
    assert "recommendation" in shown
    assert "recommends" not in shown
    assert "recommends" in known.of_chapeau(shown)
    assert "recommendation" not in known.of_chapeau(shown)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_voices_are_functions_that_patterns_name(code: str):
    known = load(code).once(roles)
    assert known.voices
    assert all(voice <= known.strength.keys() for voice in known.voices)


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("en", "The Working Party met at the Palais des Nations in Geneva from 14 to 17 October 2024.", "held"),
        ("en", "The Committee met for its seventh session in Bangkok and online from 25 to 27 August 2021.", "held"),
        (
            "en",
            "The second meeting of the Expert Group was held at the United Nations Office at Nairobi from 6 to 8 June 2023.",
            "held",
        ),
        ("en", "The twelfth session of the Statistical Committee took place virtually on 3 and 4 May 2021.", "held"),
        (
            "en",
            "The Commission held its sixty-fifth session at United Nations Headquarters, New York, from 8 to 19 March 2021.",
            "held",
        ),
        ("en", "The Open-ended Working Group convened its third session in Vienna from 2 to 5 June 2020.", "held"),
        ("en", "The Task Force gathered in Addis Ababa from 4 to 6 May 2022 for its fifth meeting.", "held"),
        ("en", "The Ad Hoc Expert Group on Cocoa met in London on 12 September 2023, in hybrid format.", "held"),
        ("en", "The ninth session of the Forum was convened online on 14 June 2021.", "held"),
        (
            "en",
            "The Chair, Mr. Dharmesh Wickramage (Sri Lanka), opened the twelfth session of the Intergovernmental Coordination Group at 9.30 a.m. on 11 March 2019 at the Pwani Conference Centre, Mombasa, Kenya.",
            "sittings",
        ),
        ("en", "The session was opened by the outgoing Chair, who welcomed participants.", "sittings"),
        ("en", "The Director of the Division declared the meeting open.", "sittings"),
        ("en", "Six formal meetings were held. They were chaired by Ms. Lopez.", "sittings"),
        ("en", "The meeting was presided over by Mr. Kim.", "sittings"),
        (
            "en",
            "The provisional agenda (ECE/FOR/WP.3/2024/1) was approved with the addition of an item on seed supply.",
            "agenda-adopted",
        ),
        ("en", "The following agenda, contained in document UNEP/EGM.FIRE/2/1, was adopted:", "agenda-adopted"),
        ("en", "The Group adopted its agenda, as amended orally:", "agenda-adopted"),
        ("en", "The Committee agreed on the following agenda:", "agenda-adopted"),
        ("en", "The agenda read as follows: 1. Opening. 2. Other matters.", "agenda-adopted"),
        ("en", "The Commission endorsed the provisional agenda contained in document E/CN.9/2020/1.", "agenda-adopted"),
        ("en", "The delegates approved the draft agenda without change.", "agenda-adopted"),
        (
            "en",
            "Delegations of the following member States took part in the session: Austria, Bulgaria and Canada.",
            "states",
        ),
        ("en", "The meeting was attended by 46 experts from the following countries: Angola and Chile.", "states"),
        ("en", "The following countries participated in the meeting: Chile, Peru.", "states"),
        ("en", "Representatives of 32 States members of the Committee attended the session.", "states"),
        ("en", "The session was attended by representatives of the following members: Fiji, Samoa.", "states"),
        ("en", "Experts from 21 countries took part: Brazil, Chad and Italy.", "states"),
        ("en", "Participants came from Algeria, Benin, Chad and Togo.", "states"),
        ("en", "Attending were delegations from Kenya, Malawi and Zambia.", "states"),
        ("en", "Twenty-three member States were represented: Angola, Benin, Chad.", "states"),
        ("en", "The following members and associate members attended the session: Armenia, Bhutan.", "states"),
        (
            "en",
            "The following United Nations bodies and programmes were represented: UNEP and UN-Habitat.",
            "un-bodies",
        ),
        ("en", "Representatives of the United Nations Development Programme and the World Bank attended.", "un-bodies"),
        (
            "en",
            "Observers from the following intergovernmental organizations took part: African Union, ECOWAS.",
            "igos",
        ),
        (
            "en",
            "The African Union and the Arab Maghreb Union were also represented as intergovernmental organizations.",
            "igos",
        ),
        ("en", "The following civil society organizations attended as observers: Greenpeace.", "ngos"),
        ("en", "Also present were representatives of non-governmental organizations: Oxfam.", "ngos"),
        (
            "en",
            "The Coordination Group elected Ms. Ratna Kusumawardani (Indonesia) as Chair for the next intersessional period.",
            "elected",
        ),
        (
            "en",
            "On 25 August, the Committee elected the following officers: Chair: Ms. Lavinia Tuiloma (Fiji).",
            "elected",
        ),
        ("en", "Mr. Ali Rahman (Qatar) was elected Chair and Ms. Lena Berg (Norway) Rapporteur.", "elected"),
        (
            "en",
            "The bureau was composed of the following: Chair: Ms. Ndiaye; Vice-Chairs: Mr. Roy and Mr. Ito.",
            "elected",
        ),
        (
            "en",
            "The Working Party re-elected Ms. Horvat (Croatia) as its Chair and elected Mr. Blom (Sweden) as Vice-Chair.",
            "elected",
        ),
        ("en", "The following were elected to the Bureau: Ms. Abdi (Somalia), Chair.", "elected"),
        ("en", "Ms. Sato was unanimously appointed Chairperson of the session.", "elected"),
        (
            "en",
            "The Coordination Group accepted with gratitude the offer of the Government of India to host the thirteenth session in Hyderabad in November 2020.",
            "next-meeting",
        ),
        (
            "en",
            "The Committee agreed that its eighth session should be held in Bangkok in the second half of 2023, on dates to be determined by the secretariat.",
            "next-meeting",
        ),
        ("en", "The Group decided to hold its tenth meeting in Lima in May 2024.", "next-meeting"),
        ("en", "It was agreed that the following session would take place in Geneva in October 2025.", "next-meeting"),
        ("en", "The delegation of Morocco offered to host the next meeting.", "next-meeting"),
        ("en", "The report was taken up. Its next session would be held in Rome.", "next-meeting"),
        ("zh", "报告于2022年11月25日通过。第八届会议将于2024年在乌兰巴托举行。", "next-meeting"),
        ("zh", "第八届会议将于2024年在乌兰巴托举行。报告于2022年11月25日通过。", "report-adopted"),
        ("en", "The session ended at noon. The report was adopted on 4 June 2021.", "report-adopted"),
        ("en", "The dates and venue of the sixth session would be communicated in due course.", "next-meeting"),
        ("en", "The fourth session is scheduled to be held in Rome from 4 to 8 March 2026.", "next-meeting"),
        ("en", "The Committee adopted the present report on 27 August 2021.", "report-adopted"),
        ("en", "The draft report was considered and adopted as orally amended.", "report-adopted"),
        ("en", "The Working Party approved the report of its session paragraph by paragraph.", "report-adopted"),
        (
            "en",
            "At its final meeting, the Group adopted the draft report, and entrusted its completion to the secretariat.",
            "report-adopted",
        ),
        ("en", "The present report was adopted by correspondence.", "report-adopted"),
        ("en", "The Chair thanked participants and declared the meeting closed at 5.30 p.m.", "closed"),
        ("en", "After the customary exchange of courtesies, the session was closed.", "closed"),
        ("en", "The Chair closed the twelfth session at 1 p.m.", "closed"),
        ("en", "There being no further business, the meeting rose at 12.45 p.m.", "closed"),
        ("en", "The Executive Secretary of ESCAP delivered the opening address.", "opening-statement"),
        ("en", "Opening remarks were delivered by the Minister of Health of Kenya.", "opening-statement"),
        ("en", "Welcoming remarks were made by the Deputy Mayor.", "opening-statement"),
        ("en", "In her opening statement, the Director recalled that fires had doubled.", "opening-statement"),
        ("en", "The Governor welcomed participants on behalf of the host country.", "opening-statement"),
        (
            "en",
            "The Committee had before it the note by the secretariat on tsunamis (ESCAP/CDR/2021/2).",
            "documents-had",
        ),
        ("en", "For its consideration of the item, the Group had before it document X/1.", "documents-had"),
        ("en", "The documents before the session are listed in the annex.", "documents-had"),
        ("zh", "政府间协调组第十二届会议于2019年3月11日至14日在肯尼亚蒙巴萨举行。", "held"),
        ("zh", "委员会于2021年8月25日至27日在曼谷召开了第七届会议。", "held"),
        ("zh", "第三次会议2022年5月3日至5日在内罗毕以线上线下结合方式召开。", "held"),
        ("zh", "工作组2023年6月6日至8日在日内瓦万国宫开会。", "held"),
        ("zh", "专家组以视频方式举行了第六次会议，会期为2022年5月16日至19日。", "held"),
        ("zh", "本届会议于2024年10月14日至17日在日内瓦举行，共举行七次会议。", "held"),
        ("zh", "会议由秘书处统计司司长主持开幕。", "sittings"),
        ("zh", "主席张先生（中国）宣布会议开幕。", "sittings"),
        ("zh", "会议由挪威的林德女士担任主席。", "sittings"),
        ("zh", "会议核准了下列议程：", "agenda-adopted"),
        ("zh", "专家组通过了载于 E/CN.3/2021/1 号文件的议程。", "agenda-adopted"),
        ("zh", "会议按秘书处提出的草案核可了议程，议程如下：", "agenda-adopted"),
        ("zh", "委员会通过其议程如下：", "agenda-adopted"),
        ("zh", "与会者商定议程如下：", "agenda-adopted"),
        ("zh", "临时议程经口头修订后获得核准。", "agenda-adopted"),
        ("zh", "下列国家的专家参加了会议：安哥拉、智利。", "states"),
        ("zh", "下列会员国派代表与会：法国、德国。", "states"),
        ("zh", "出席会议的有来自下列国家的代表：巴西、智利。", "states"),
        ("zh", "来自46个国家的72名专家出席了会议，这些国家是：", "states"),
        ("zh", "会议有以下成员国代表参加：斐济、萨摩亚。", "states"),
        ("zh", "32个缔约国派代表团参加了本届会议。", "states"),
        ("zh", "下列联合国机构和专门机构派代表参加：开发署、粮农组织。", "un-bodies"),
        ("zh", "联合国儿童基金会、世界卫生组织等联合国机构的代表与会。", "un-bodies"),
        ("zh", "下列政府间组织作为观察员与会：非洲联盟。", "igos"),
        ("zh", "民间社会组织的观察员也参加了会议：绿色和平。", "ngos"),
        ("zh", "专家组推选李女士（新加坡）为主席。", "elected"),
        ("zh", "会议选举下列人士为主席团成员：", "elected"),
        ("zh", "委员会以鼓掌方式选举产生了下列主席团成员：主席：王先生。", "elected"),
        ("zh", "主席团由下列人员组成：主席：佩雷斯女士（秘鲁）。", "elected"),
        ("zh", "塞内加尔的恩迪亚耶女士当选为主席。", "elected"),
        ("zh", "委员会商定第八届会议于2023年下半年在曼谷举行。", "next-meeting"),
        ("zh", "协调组欣然接受印度政府关于2020年11月在海得拉巴主办第十三届会议的提议。", "next-meeting"),
        ("zh", "会议决定下一届会议在利马举行。", "next-meeting"),
        ("zh", "下届会议拟于2025年5月在罗马召开。", "next-meeting"),
        ("zh", "摩洛哥代表表示愿意担任下次会议的东道国。", "next-meeting"),
        ("zh", "第七次会议的时间和地点将由秘书处另行通知。", "next-meeting"),
        ("zh", "专家组协商一致通过了本届会议的报告。", "report-adopted"),
        ("zh", "会议审议并通过了经口头修正的报告草稿。", "report-adopted"),
        ("zh", "委员会在最后一次会议上通过本报告。", "report-adopted"),
        ("zh", "报告草案逐段通过，并授权报告员最后定稿。", "report-adopted"),
        ("zh", "与会者核准了会议报告。", "report-adopted"),
        ("zh", "主席宣布会议结束。", "closed"),
        ("zh", "主席致闭幕词后宣布第六次会议闭幕。", "closed"),
        ("zh", "在例行的致谢之后，主席宣布本届会议闭会。", "closed"),
        ("zh", "执行秘书发表了开幕讲话。", "opening-statement"),
        ("zh", "泰国内政部长致辞欢迎与会代表。", "opening-statement"),
        ("zh", "环境规划署副执行主任在开幕式上讲话。", "opening-statement"),
        ("zh", "专家组面前有秘书处的说明（E/CN.3/CRVS/2022/2）。", "documents-had"),
        ("zh", "为审议该项目，委员会备有以下文件：", "documents-had"),
        ("zh", "工作组通过了议程（ECE/TRADE/BI/2023/1），并审议了秘书处的说明。", "agenda-adopted"),
        ("zh", "专家组通过了FAO/TPP/2022/1号文件所载的议程。", "agenda-adopted"),
        ("en", "The Working Party adopted these proceedings on 9 October 2021.", "report-adopted"),
        ("en", "Representatives of Spain, Morocco and France attended the congress.", "states"),
        ("en", "Austria, Italy, Slovenia and Switzerland were represented.", "states"),
        ("en", "FAO, IMO and UNICEF were also represented.", "igos"),
        ("en", "The following documents were before the Committee: MRS/19/1 (draft agenda).", "documents-had"),
        ("en", "The seventh congress was held in Agadir from 2 to 4 April 2019.", "held"),
        ("zh", "工作队于2021年10月9日通过了本记录。", "report-adopted"),
        ("zh", "出席大会的有西班牙、摩洛哥和法国的代表。", "states"),
        ("zh", "奥地利、意大利和瑞士派代表与会。", "states"),
        ("zh", "委员会收到了下列文件：MRS/19/1（议程草案）。", "documents-had"),
        ("zh", "摆在会议面前的文件有校舍调查的结果（ED/SSS/2024/2）。", "documents-had"),
        ("zh", "工作队主席迪瓦尔女士于2021年10月7日主持会议开幕。", "sittings"),
        ("zh", "第七届大会于2019年4月2日至4日在阿加迪尔举行。", "held"),
        ("zh", "应葡萄牙政府邀请，第五次会议将于2026年在里斯本召开。", "next-meeting"),
        ("en", "At its 3rd meeting, on 4 May, the Commission considered agenda item 5.", "item-taken-up"),
        ("zh", "专家组在5月12日第4次会议上审议了议程项目4。", "item-taken-up"),
    ],
)
def test_a_function_shows_in_whatever_words_a_secretariat_tells_it(code: str, text: str, role: str):
    assert role in load(code).once(roles).of_paragraph(fold(text).lower())


@pytest.mark.parametrize(
    ("code", "text", "role"),
    [
        ("en", "The elected representatives of local communities took part in the decisions.", "elected"),
        ("en", "In 12 countries, women elected to office rose to 30 per cent.", "elected"),
        ("en", "The workshop was held in Quito in May 2020 for 40 judges.", "held"),
        ("en", "The secretariat held three training courses in Suva from 3 to 14 June.", "held"),
        ("en", "The following countries had ratified the Protocol: Chile, Peru.", "states"),
        ("en", "Training was provided to judges of the following countries: Chad, Mali.", "states"),
        ("en", "The meeting noted that 12 stations had been closed.", "closed"),
        ("en", "The African Union adopted Agenda 2063 in 2015.", "agenda-adopted"),
        ("en", "The 2030 Agenda for Sustainable Development was adopted in 2015.", "agenda-adopted"),
        ("en", "Ministers approved an agenda for reform of the water sector.", "agenda-adopted"),
        ("zh", "联合国大会2015年通过了《2030年可持续发展议程》。", "agenda-adopted"),
        ("zh", "有12个国家选举产生的地方代表参与了决策。", "elected"),
        ("zh", "秘书处于2020年5月在基多举行了法官培训班。", "held"),
        ("zh", "下列国家批准了议定书：智利、秘鲁。", "states"),
        ("zh", "下列国家得到了技术援助：乍得、马里。", "states"),
        ("zh", "会议指出有12个台站已关闭。", "closed"),
        ("zh", "下一次培训班将于2024年在基多举行。", "next-meeting"),
        ("en", "The speaker welcomed the opening of the new laboratory.", "opening-statement"),
        ("en", "The new centre was opened by the Minister in 2019.", "sittings"),
        ("en", "The Conference adopted the programme and a record number of pledges.", "report-adopted"),
        ("en", "Documents on the fire were kept before the flood.", "documents-had"),
        ("zh", "会议记录显示，有三国提出了异议。", "report-adopted"),
        ("zh", "出席率最高的国家为智利。", "states"),
    ],
)
def test_what_only_sounds_like_a_function_is_none(code: str, text: str, role: str):
    assert role not in load(code).once(roles).of_paragraph(fold(text).lower())


def test_a_point_of_a_short_form_or_a_symbol_ends_no_sentence():
    text = "The Group elected Ms. Abdi (Somalia) and Mr. Roy, at 9.30 a.m., in document UNEP/EGM.FIRE/2, as Chair."
    assert "elected" in load("en").once(roles).of_paragraph(fold(text).lower())


def test_brackets_of_a_pattern_hold_words_that_stand_in_one_anothers_place(tmp_path):
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "roles.txt").write_text(
        "role | greeting | 1 | x\nlead | greeting | (晨/晚)安 * (诸/各)位\n", encoding="utf-8"
    )
    known = load("zh", (tmp_path,)).once(roles)
    assert "greeting" in known.of_paragraph("晚安，尊敬的各位代表")
    assert "greeting" not in known.of_paragraph("午安，各位代表")
