"""Invented reports that recommend the same in other words, and look-alikes: what became of each recommendation is written beside it."""

from __future__ import annotations

LIBRARIES = (
    """
图书馆专家组第四届会议的报告

一. 讨论情况

1. 专家组讨论了公共图书馆的经费和乡村流动书车。

2. 一位发言者介绍了盲文出版物的借阅情况。有代表询问版权问题。

二. 结论和建议

3. 专家组提出下列建议：

(a) 建议各国延长公共图书馆的周末开放时间；

(b) 鼓励各国为偏远村庄购置流动书车；

(c) 请秘书处编写盲文读物互借指南；

(d) 吁请捐助方资助受灾图书馆的重建；

(e) 敦促各国免除儿童借书证的费用；

(f) 请秘书处开设馆员修复古籍的课程；

(g) 建议各国将报纸缩微胶卷转为电子文本；

(h) 鼓励各国邀请作家驻馆。
""",
    """
图书馆专家组第五届会议的报告

一. 建议

1. 专家组通过以下建议：

(a) 敦促各国让公共图书馆在周六和周日更晚闭馆，周末开放至晚九时；

(b) 促请各国用流动书车服务边远的村庄和牧区；

(c) 建议各国对儿童办理借书证一律不收费；

(d) 请捐助方支持重修毁于灾害的图书馆；

(e) 请秘书处就电子书的借阅次数编写研究报告；

(f) 建议各国在新校舍中预留阅览室。

二. 审议情况

2. 秘书处汇报说，盲文读物互借指南已经完成，并以六种文字分发。

3. 专家组听取了关于馆员工资的说明。与会者提到阅览室取暖费用上涨。

4. 一位发言者询问了印刷品进口税。
""",
    {"a": "1(a)", "b": "1(b)", "c": "echoed", "d": "1(d)", "e": "1(c)", "f": "dropped", "g": "dropped", "h": "dropped"},
)

BEES = (
    """
蜜蜂健康工作组第二次会议的报告

一. 审议经过

1. 工作组听取了关于蜂群越冬损失的介绍。

2. 与会者讨论了杀虫剂的登记和野生传粉昆虫的栖息地。

二. 建议

3. 工作组通过了下列建议：

(a) 敦促成员国禁止在花期喷洒新烟碱类杀虫剂；

(b) 建议成员国对蜂箱实行强制登记；

(c) 请秘书处建立瓦螨抗药性数据库；

(d) 鼓励成员国沿田边种植野花带；

(e) 请秘书处组织一次养蜂人研讨会；

(f) 吁请捐助方为小型养蜂场提供越冬补贴；

(g) 建议成员国对进口蜂王进行检疫。
""",
    """
蜜蜂健康工作组第三次会议的报告

一. 建议

1. 工作组商定以下建议：

(a) 要求成员国在作物开花期间停止施用新烟碱类杀虫剂；

(b) 鼓励成员国要求养蜂人登记所有蜂箱；

(c) 敦促成员国在农田边缘播种野花，宽度不少于三米；

(d) 建议成员国对境外引进的蜂王先行隔离检疫三十日；

(e) 请秘书处编写大黄蜂防治手册；

(f) 建议成员国公布蜂蜜掺假的处罚结果。

二. 审议经过

2. 秘书处说明，瓦螨抗药性数据库已于三月启用，收录了十二个国家的资料。

3. 工作组讨论了蜂蜜价格。一位代表介绍了城市屋顶养蜂。

4. 与会者谈到气候变暖使花期提前。
""",
    {"a": "1(a)", "b": "1(b)", "c": "echoed", "d": "1(c)", "e": "dropped", "f": "dropped", "g": "1(d)"},
)

FERRIES = (
    """
Report of the fourth session of the Working Group on Passenger Ferries

I. Proceedings

1. The Working Group considered the loss of ferries on inland lakes.

2. One representative described night patrols. Speakers also discussed ticket prices.

II. Conclusions and recommendations

3. The Working Group adopted the following recommendations:

(a) Urges member States to install automatic passenger counters at ferry terminals;

(b) Requests the secretariat to prepare a manual on the stowage of vehicles;

(c) Encourages member States to replace wooden hulls by 2024;

(d) Calls upon donors to fund lifejackets for children;

(e) Invites member States to publish the findings of accident inquiries;

(f) Requests the secretariat to hold a seminar on lake charts;

(g) Recommends that member States oblige operators to carry liability insurance;

(h) Encourages member States to open ferry ports to bicycles.
""",
    """
Report of the fifth session of the Working Group on Passenger Ferries

I. Recommendations

1. The Working Group agreed on the following recommendations:

(a) Calls upon member States to count passengers automatically when they board at terminals;

(b) Urges Governments to take ferries with wooden hulls out of service before 2026;

(c) Invites donors to supply children with lifejackets;

(d) Recommends that States make the outcome of inquiries into accidents public;

(e) Requests the secretariat to draw up a list of wrecks in navigable channels;

(f) Encourages member States to require insurance against liability from every operator.

II. Proceedings

2. The secretariat presented the manual on the stowage of vehicles, which had been issued in three languages.

3. The Working Group heard an account of fuel prices. Several delegations regretted the shortage of pilots.

4. One representative spoke of the dredging of harbours.
""",
    {"a": "1(a)", "b": "echoed", "c": "1(b)", "d": "1(c)", "e": "1(d)", "f": "dropped", "g": "1(f)", "h": "dropped"},
)

MIDWIVES = (
    """
Report of the second meeting of the Expert Group on Midwifery

I. Discussion

1. The experts discussed rural clinics and the supply of oxytocin.

2. A participant from a landlocked country described boat ambulances.

II. Recommendations

3. The Expert Group makes the following recommendations:

(a) Governments should license midwives to prescribe oxytocin;

(b) Governments should pay a housing allowance to midwives in remote districts;

(c) The secretariat should compile curricula for midwifery schools;

(d) Governments should record every stillbirth;

(e) Donors should equip rural clinics with solar refrigerators;

(f) The secretariat should organize a conference on obstetric fistula;

(g) Governments should end the separation of newborns from their mothers after birth.
""",
    """
Report of the third meeting of the Expert Group on Midwifery

I. Recommendations

1. The Expert Group makes the following recommendations:

(a) Governments should amend their laws so that midwives may prescribe oxytocin and antibiotics;

(b) Countries should grant allowances for housing to midwives who serve in remote districts;

(c) Countries should keep registers of stillbirths;

(d) The secretariat should study the cost of home visits;

(e) Governments should limit elective surgery at weekends.

II. Discussion

2. The experts noted that solar refrigerators had been delivered to 140 rural clinics with the help of donors.

3. A participant spoke of salaries in private hospitals. Another mentioned telephone advice.

4. The experts took note of a survey of waiting times.
""",
    {"a": "1(a)", "b": "1(b)", "c": "dropped", "d": "1(c)", "e": "echoed", "f": "dropped", "g": "dropped"},
)

CASES = {
    "libraries": ("zh", *LIBRARIES),
    "bees": ("zh", *BEES),
    "ferries": ("en", *FERRIES),
    "midwives": ("en", *MIDWIVES),
}
