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

ENERGY = (
    (
        "论坛讨论了高原地区冬季供暖问题。",
        "不丹代表说，该国打算在廷布建造一座垃圾发电厂。",
        "秘书处通报，小水电站名录正在编纂，年底前可望面世。",
        "一位专家建议秘书处就屋顶光伏的并网手续编写一份说明。",
        "尼泊尔代表表示，该国电动公交车采购合同尚未签署。",
        "亚洲开发银行观察员宣布将为离网微电网提供3000万美元贷款。",
        "会议请秘书处与国际能源署商定统一的能效标签。",
        "老挝代表说，水库移民安置办法草案已提交国民议会审议。",
        "生物质炉灶试点项目预定2023年6月结束。",
        "泰国愿意于2023年下半年主办地热钻探培训班。",
        "缅甸代表说，原定2022年举行的能源普查推迟至2024年。",
        "发言者强调了能源获取的重要性。",
        "秘书处正在筹备一个面向妇女企业家的能源奖。",
        "该国计划逐步取消煤油补贴。",
    ),
    (
        "会议听取了关于能源获取的报告。",
        "廷布的垃圾发电厂于2023年10月投入运营，日处理垃圾60吨。",
        "收录了1,400座电站的小水电站名录已经上网。",
        "秘书处编写的屋顶光伏并网手续说明受到与会者欢迎。",
        "尼泊尔已签订200辆电动公交车的采购合同。",
        "由于汇率波动，亚行的微电网贷款被搁置。",
        "统一的能效标签已与国际能源署商定，并由七个国家采用。",
        "老挝国民议会已通过水库移民安置办法。",
        "生物质炉灶试点项目结束后，又有五个省推广了这种炉灶。",
        "地热钻探培训班于2023年11月在清迈举办，参加者31人。",
        "煤炭价格上涨了两成。",
        "越南代表介绍了海上风电。",
        "能源获取仍是各国优先事项。",
        "秘书处报告了会议文件的提交情况。",
    ),
    {("2", "2"), ("3", "3"), ("4", "4"), ("5", "5"), ("6", "6"), ("7", "7"), ("8", "8"), ("9", "9"), ("10", "10")},
)

POST = (
    (
        "The Board reviewed the state of rural postal services.",
        "The Bureau was compiling a directory of mobile post offices, to be issued by the end of 2022.",
        "The representative of Samoa said that her Government would replace its 40 delivery boats with electric ones.",
        "One speaker asked the Bureau to translate the parcel tracking manual into Portuguese.",
        "The observer for the Universal Alliance offered to run a course on customs declarations for island States.",
        "Negotiations on a regional address code were at an advanced stage.",
        "Tonga had not yet signed the agreement on terminal dues.",
        "It was suggested that the Bureau consider creating a stamp museum.",
        "Fiji intended to abolish the parcel tax as of January 2023.",
        "The pilot of drone deliveries in Vanuatu would end in June 2022.",
        "The Board recalled the importance of universal service.",
        "Consultations on the relief fund for cyclone damage would continue.",
        "The Bureau was to appoint a data protection officer.",
        "Kiribati planned to build a sorting centre in Tarawa.",
    ),
    (
        "The Board exchanged views on universal service.",
        "The directory of mobile post offices had come out in November 2022 and listed 2,100 vehicles.",
        "Samoa had so far replaced 12 of its delivery boats by electric ones.",
        "The parcel tracking manual was now available in Portuguese.",
        "A course on customs declarations, run by the Universal Alliance, had been attended by officials of nine island States.",
        "The regional address code had been adopted in Suva in March 2023.",
        "Tonga signed the agreement on terminal dues in April 2023.",
        "The stamp museum would not be created, for lack of a building.",
        "In Fiji, the parcel tax had been abolished.",
        "Following the pilot in Vanuatu, drone deliveries had become a permanent service.",
        "Letters had fallen by 9 per cent.",
        "Several members had contributed to the relief fund for cyclone damage.",
        "Ms. Ana Lolohea had been appointed data protection officer.",
        "A sorting machine had been stolen in Apia.",
    ),
    {("2", "2"), ("3", "3"), ("4", "4"), ("5", "5"), ("6", "6"), ("7", "7"), ("9", "9"), ("10", "10"), ("13", "13")},
)

CASES = {"harbours": ("zh", *HARBOURS), "soils": ("en", *SOILS), "energy": ("zh", *ENERGY), "post": ("en", *POST)}
