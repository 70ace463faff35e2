"""Invented reports: what the one announces and the other tells as done, in other words, among matters that only look like it."""

from __future__ import annotations

HARBOURS = (
    (
        "会议讨论了小型渔港的淤积问题。",
        "越南代表说，该国拟于2022年在岘港兴建一座冷藏库。",
        "秘书处正与国际海事组织合编一本拖船安全手册，预定年内印发。",
        "一位发言者询问灯塔的维修经费。",
        "印度代表宣布，其政府将为五个渔港购置除冰船。",
        "该平台正在由六个港口试用渔获申报系统。",
        "会议注意到燃油价格上涨。",
        "智利代表表示，该国愿意承办下一届渔港论坛。",
        "专家们介绍了防波堤的养护办法。",
        "秘书处计划对渔民信贷合作社进行一次调查。",
    ),
    (
        "越南代表告知会议，岘港的冷藏库已于2023年3月投入使用。",
        "与国际海事组织共同编写的拖船安全手册已经出版。",
        "几位代表谈到码头照明。",
        "印度代表说，防波堤的修复工程已经完成。",
        "渔获申报系统已在十四个港口正式启用。",
        "会议欢迎由智利主办的第九届渔港论坛取得成功。",
        "秘书处报告说，灯塔名录已更新。",
        "渔民信贷合作社的坏账有所增加。",
    ),
    {("2", "1"), ("3", "2"), ("6", "5"), ("8", "6")},
)

SOILS = (
    (
        "The meeting considered the loss of topsoil in the uplands.",
        "The secretariat was developing an online atlas of saline soils, which was to be released in 2022.",
        "The representative of Chad said that a seed bank was to open in Moundou in 2021.",
        "One delegation asked about fertilizer subsidies.",
        "Peru intended to plant 4,000 hectares of windbreaks along the coast.",
        "A questionnaire on composting would be circulated to members before the end of the year.",
        "The Chair recalled the mandate of the group.",
        "The representative of Mongolia announced that his country would host the next field school on dunes.",
        "Speakers deplored the lack of laboratories.",
        "The observer for the World Bank was preparing a loan for drainage in three provinces.",
    ),
    (
        "The atlas of saline soils had gone online in March 2022 and was consulted 9,000 times a month.",
        "Chad reported that the seed bank in Moundou had been inaugurated in June 2021.",
        "Fertilizer prices had doubled.",
        "Along its coast, Peru had planted windbreaks on 2,600 hectares.",
        "The field school on dunes had been hosted by Mongolia in September.",
        "The laboratory in Lima had been accredited.",
        "The replies to the composting questionnaire, which had been circulated in November, were under review.",
        "The World Bank presented its annual report on poverty.",
    ),
    {("2", "1"), ("3", "2"), ("5", "4"), ("6", "7"), ("8", "5")},
)

CASES = {"harbours": ("zh", *HARBOURS), "soils": ("en", *SOILS)}
