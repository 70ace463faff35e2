"""Minutes and parts of reports as people put them on the web: what each line is."""

from __future__ import annotations


def outline(report):
    return {s.id: len(s.paragraphs) for s in report.sections if s.id != "front"}


def test_a_marked_heading_ends_the_front_whatever_numeral_comes_later(report):
    read = report("""
        # Council meeting

        ## Apologies (delete your name if you came after all):

        - Ana
        - Bo

        ## Old business

        The budget was sent to the members on 3 May and nobody objected to it within the week.

        ## New business

        The next matter was put off until the treasurer is back from the islands in June.

        A. Repairs

        The roof is to be repaired before the winter, at a cost that the council has not yet agreed.
    """)
    assert [s.title for s in read.sections][1:4] == [
        "Apologies (delete your name if you came after all):",
        "Old business",
        "New business",
    ]


def test_a_part_of_a_report_may_begin_with_a_later_chapter(report):
    read = report("""
        九、增进民生福祉，提高人民生活品质
        江山就是人民，人民就是江山。治国有常，利民为本。
        （一）完善分配制度。坚持按劳分配为主体，构建初次分配、再分配、第三次分配协调配套的制度体系。
        （二）实施就业优先战略。强化就业优先政策，健全就业促进机制。
        十、推动绿色发展，促进人与自然和谐共生
        大自然是人类赖以生存发展的基本条件，必须站在人与自然和谐共生的高度谋划发展。
        （一）加快发展方式绿色转型。推动经济社会发展绿色化、低碳化是实现高质量发展的关键环节。
        （二）深入推进环境污染防治。坚持精准治污、科学治污、依法治污。
    """)
    assert outline(read) == {"九": 1, "九.（一）": 1, "九.（二）": 1, "十": 1, "十.（一）": 1, "十.（二）": 1}


def test_a_part_of_a_report_may_be_one_later_chapter(report):
    read = report("""
        二、水情形势

        前三季度，全省江河水情总体平稳，大中型水库蓄水比上年同期多一成。

        （一）雨情

        汛期降水偏少。

        （二）墒情

        北部三县旱情持续。
    """)
    assert outline(read) == {"二": 1, "二.（一）": 1, "二.（二）": 1}


def test_numbered_titles_over_text_are_headings_though_a_colon_stood_before(report):
    read = report("""
        本次例会已结束，共15人参加。以下是本次会议的纪要：

        1. 关于新成员的投票

        所有参会成员均同意，无反对票，新的名单会于随后公示。

        2. 不再活跃的小组

        随后会联系各小组，确认是否不再参与，并在列表中移除。

        3. 提案流程

        暂定以网上提交的形式进行，合入即为正式采纳的标志。
    """)
    assert outline(read) == {"1": 1, "2": 1, "3": 1}


def test_a_list_after_a_colon_stays_a_list(report):
    read = report("""
        1. The Group met on 3 May and adopted the following agenda for its session:

        1. Opening of the session.

        2. Adoption of the agenda.

        3. Other matters.

        2. The Group then heard a statement by the Minister of the host country on its plans.

        3. The Group agreed to meet again in May and thanked the host country for its welcome.
    """)
    assert [p.id for p in read.paragraphs if p.id != "front"] == ["1", "2", "3"]


def test_lines_that_say_whose_they_are_stand_by_themselves(report):
    read = report("""
        ## Participants

        **Chair:** Ana Neves

        **Members:** Bo, Cai, Dee

        ## Fees

        Bo: the fee is too high
        Cai: it pays for the repairs

        The matter was left open. It comes back in May.
    """)
    assert [p.text for p in read.paragraphs if p.id != "front"] == [
        "Chair: Ana Neves",
        "Members: Bo, Cai, Dee",
        "Bo: the fee is too high",
        "Cai: it pays for the repairs",
        "The matter was left open. It comes back in May.",
    ]


def test_a_date_is_read_as_americans_write_it(report):
    read = report("""
        # Board issues statement

        July 29, 2020

        The Board is committed to using its full range of tools to support the economy in this challenging time.
    """)
    assert read.date == "2020-07-29"


def test_sentences_above_the_first_heading_are_paragraphs_and_the_lines_above_them_the_front(report):
    read = report("""
        # Report on the work of the courts

        12 March 2019

        Fellow deputies: on behalf of the Supreme Court I now report on its work in the past year.

        In 2018 the Court accepted 34,794 cases and concluded 31,883 of them, more than ever before.

        ## Justice for the people

        The courts concluded 1.2 million cases on the health and education of the people.
    """)
    assert [p.id for p in read.paragraphs] == ["front", "front¶1", "front¶2", "/Justice for the people¶1"]
    assert (read.title, read.date) == ("Report on the work of the courts", "2019-03-12")


def test_a_body_right_under_the_title_is_the_body(report):
    read = report("""
        1—7月份国民经济保持总体平稳
        国家统计局
        2026年8月17日

        1—7月份，各地区各部门认真贯彻落实决策部署，国民经济保持总体平稳、向新向优发展态势。

        一、工业生产较快增长

        1—7月份，规模以上工业增加值同比增长5.3%，采矿业增加值同比增长2.5%，制造业增长6.4%。
    """)
    assert (read.title, read.body, read.date) == ("1—7月份国民经济保持总体平稳", "国家统计局", "2026-08-17")


def test_bullets_that_are_sentences_are_paragraphs_however_short(report):
    read = report("""
        一、导言

        评估团于2021年11月访问了群岛，走访了三座火山和六个村庄。

        二、建议

        评估团建议政府：

        • 安装地震仪；

        • 修建一座跨越河流的桥梁；

        • 种树。

        三、结语

        评估团感谢政府和各村庄的接待，并期待再次到访群岛。
    """)
    assert outline(read) == {"一": 1, "二": 4, "三": 1}


def test_matters_with_bullets_under_each_are_headings(report):
    read = report("""
        日期：2023-11-22
        主持人：王建
        与会人：吴峰、任慰

        议题列表：

        1.深流申请捐赠混沌项目。汇报人：庾志（深流）
            - 模块后续会全部开源
            - 会议决策：全部委员赞同接受捐赠

        2. openSea 技术委员会委员变更
            - 刘寿因工作原因后续不再担任委员，空缺由社区中活跃的开发者替补

        3、 年度述职计划讨论
            - 初步计划在12月14日进行
    """)
    assert [(s.id, s.title) for s in read.sections if s.title] == [
        ("1", "深流申请捐赠混沌项目。汇报人：庾志（深流）"),
        ("2", "openSea 技术委员会委员变更"),
        ("3", "年度述职计划讨论"),
    ]
    assert [p.section for p in read.paragraphs if p.id != "front"] == ["1", "1", "2", "3"]


def test_a_list_without_bullets_under_its_entries_is_no_chapters(report):
    read = report("""
        Harbour Board

        The Board took up these matters:

        1. Fees of the year
        2. Rules of the port
        3. Accounts

        - The fees stay.
        - The rules stay.
    """)
    assert not [s for s in read.sections if s.title]


def test_the_word_item_and_its_number_are_a_headings_numeral_and_a_question_in_bold_is_none(report):
    read = report("""
        **会议主题：** 社区会议 3.25

        **参会人员：** Ana, Bo, Cem, Dana, Eli, Finn, Gus, Hana, Ida, Jon, Kai, Lea, Max, Nia, Ole.

        **会前必读：** http://example.org/

        ## 议程 1 ：新成员自我介绍

        内容：社区新成员和首次参加会议的成员分别进行自我介绍。

        ## 议程2：测试任务进展

        1. **领取进度：** 全部十四项任务中已有十项被社区的成员领取。
        2. **如何认领：** 在任务认领页面下方的评论中留言，写明需要认领的项目。
        3. **注意事项 ：**

           a. 提交一定要关联问题编号。

           b. 描述的前缀统一使用同一个词。
        4. **时间要求：** 认领之后半个月内提交，便于后续的意见修改和调试。

        ## 议程3：问答

        **Q：后续规划有哪些？**

        A：可以参考前期的会议纪要以及公布的路线图。
    """)
    assert [(s.number, s.title) for s in read.sections if s.id != "front"] == [
        ("1", "新成员自我介绍"),
        ("2", "测试任务进展"),
        ("3", "问答"),
    ]
    assert [p.id for p in read.paragraphs if p.section == "2"] == ["2¶1", "2¶2", "2¶3", "2¶3(a)", "2¶3(b)", "2¶4"]
    assert [p.id for p in read.paragraphs if p.section == "front"] == ["front"]
    assert read.title == "社区会议 3.25"


def test_questions_over_bullets_are_matters_of_the_heading_above_them(report):
    read = report("""
        # 2023 Annual Report: Documents Group

        ## Current initiatives

        1. What work did the group do this year that should be highlighted?

           - The group removed the old catalogue of tutorials, which had been shared as a resource for new users.
           - The role of the wrangler was formalized, with a named person who helps to sort what comes in.

        2. Are there any areas that your group needs help with?

           - The blog has only one active editor, and further people are being sought for its reviewing team.

        3. Did you have updates for the community in 2023?

           - A talk on how to translate documents was held at the conference in Amsterdam.

        4. Proposals (v1.27, v1.28):

           * N/A

        ## Operational

        The group met every second week, and published the notes of its meetings within three days.
    """)
    assert [s.id for s in read.sections[1:]] == ["/Current initiatives", "1", "2", "3", "4", "/Operational"]
    assert [p.id for p in read.paragraphs if p.section == "1"] == ["1¶1", "1¶2"]
    assert {s.id: s.parent for s in read.sections}["1"] == "/Current initiatives"


def test_marked_headings_that_nothing_follows_or_that_stand_before_the_numbered_ones_are_headings(report):
    read = report("""
        # 2026-05-07 Minutes of the Forum

        **Minutes:**

        ### 1. Begin Recording - Roll Call

        ### 2. Reading of Note-well

        The Note-Well was read

        ### 3. Minutes approval

        - The minutes of April 9, 2026 have not been distributed yet
        - The minutes of April 23, 2026 have not been distributed yet
    """)
    assert [s.id for s in read.sections if s.id != "front"] == ["1", "2", "3"]
    read = report("""
        # 珊瑚礁修复联合科学委员会第七次会议纪要

        时间：2022年4月21日至22日

        地点：海口

        ## 出席

        委员单位：海洋研究所、岭南大学、南方水产研究院、热带海洋观测中心和海岸带保护协会的代表出席了会议。

        ## 一、会议开始

        主任委员主持会议，副主任委员和秘书处的代表向与会者致了欢迎词，并介绍了会议的安排。
    """)
    assert [s.title for s in read.sections if s.id != "front"] == ["出席", "会议开始"]


def test_a_label_that_recurs_stands_on_a_line_of_its_own(report):
    read = report("""
        # 例会

        ## 议题1

        汇报人：张彬
        结论：
        1、SIG的技术地图及运作的会议纪要归档至社区。
        2、当前SIG进展较慢，需加快进度，下月再来汇报。

        ## 议题2

        汇报人：张守忠
        结论：
        1、建议内部做好工作交接，避免人员变动带来影响。
        2、重新澄清SIG的业务范围和计划，并刷新技术地图。

        ## 议题3

        汇报人：唐佐林
        结论：
        1、会议讨论了项目的进度和设备开发情况，下月再来汇报。
        2、涉及开源版权声明的问题，建议联系基金会律师团队处理。
    """)
    assert [p.text for p in read.paragraphs if p.text.startswith("汇报人")] == [
        "汇报人：张彬\n结论：",
        "汇报人：张守忠\n结论：",
        "汇报人：唐佐林\n结论：",
    ]


def test_who_was_there_is_no_title(report):
    for text, title in (
        (
            "村民委员会会议记录\n\n2022年6月3日\n\n出席：王大成、李小梅\n\n缺席：孙武\n\n一、道路\n\n路灯已经修好。",
            "村民委员会会议记录",
        ),
        ("主任办公会议纪要\n\n主持人：赵明\n\n一、道路\n\n路灯已经修好。", "主任办公会议纪要"),
        (
            "Annual General Meeting\n\nApologies: Tom Reid\n\n1. Opening\n\nThe lamps were mended.",
            "Annual General Meeting",
        ),
    ):
        assert report(text).title == title


def test_a_text_of_brief_paragraphs_under_lone_headings_has_them(report):
    read = report("""
        REPORT OF THE PANEL

        Introduction

        The Panel met in Basel from 2 to 4 June 2021.

        Attendance

        Experts from twelve countries attended.

        Recommendations

        The Panel recommended a new survey.
    """)
    assert outline(read) == {"/Introduction": 1, "/Attendance": 1, "/Recommendations": 1}
