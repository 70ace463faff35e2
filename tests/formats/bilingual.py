"""One made-up report in Chinese and in English, paragraph by paragraph, as translators would write it."""

from __future__ import annotations

ZH = """联合国 A/CONF.99/2024/5

Distr.: General
12 June 2024
Chinese
Original: English

2024年5月6日至8日在日内瓦举行的第三次资产追回问题专家会议报告

一. 导言

1. 缔约国会议第8/2号决议决定，专家会议应每年至少举行一次。

2. 第三次会议于2024年5月6日至8日在日内瓦举行，共举行了六次会议。

二. 会议安排

3. 来自九十三个缔约国的二百一十名代表出席了会议，比上一次会议多出约15%。

4. 下列三个政府间组织派观察员出席了会议：非洲联盟、欧洲委员会和国际刑事警察组织。

5. 2024年5月6日，会议通过了下列议程：
1. 会议开幕。
2. 通过议程。
3. 其他事项。

三. 讨论

6. 秘书处的一位代表报告说，截至2024年4月30日，已有129个国家根据《公约》第四十六条第十三款提供了中央机关的信息，另有几个国家正在更新信息。

7. 自2010年以来，共收到自愿捐款17,731,900美元，其中近三分之一用于培训。2023年的支出为1.2亿美元，较2022年减少2 500万美元。

8. 两名发言者介绍了本国的做法。一位发言者指出，其本国在过去五年里处理了300多项请求，另一位发言者提到12月通过的新法律。¹

9. 会议注意到载于A/CONF.99/2024/2号文件的背景说明以及大会第74/276号决议，并回顾其第7/1号和第8/1号决议。

10. 会议商定：
(a) 请秘书处在六个月内编写一份十二页的指南；
(b) 鼓励各国每两年更新一次信息；
(c) 将第四次会议推迟到2026年第二季度。

四. 通过报告

11. 2024年5月8日，会议通过了经口头修正的报告。

¹ 见CAC/COSP/2023/1，第12至15段。
"""

EN = """United Nations A/CONF.99/2024/5

Distr.: General
12 June 2024
Original: English

Report of the third expert meeting on asset recovery, held in Geneva from 6 to 8 May 2024

I. Introduction

1. In its resolution 8/2, the Conference of the States Parties decided that the expert meeting should be held at least once a year.

2. The third meeting was held in Geneva from 6 to 8 May 2024 and comprised six meetings.

II. Organization of the meeting

3. The meeting was attended by 210 representatives of ninety-three States parties, about 15 per cent more than the previous one.

4. The following three intergovernmental organizations were represented by observers: African Union, Council of Europe and International Criminal Police Organization.

5. On 6 May 2024, the meeting adopted the following agenda:
1. Opening of the meeting.
2. Adoption of the agenda.
3. Other matters.

III. Deliberations

6. A representative of the Secretariat reported that, as at 30 April 2024, 129 States had provided information on their central authorities pursuant to article 46, paragraph 13, of the Convention, and that several others were updating theirs.

7. Since 2010, voluntary contributions of $17,731,900 had been received, nearly one third of which had been used for training. Expenditure in 2023 had amounted to $120 million, a decrease of $25 million compared with 2022.

8. Two speakers presented the practice of their countries. One speaker noted that his country had dealt with more than 300 requests over the previous five years, and another mentioned a new law adopted in December.¹

9. The meeting took note of the background paper contained in document A/CONF.99/2024/2 and of General Assembly resolution 74/276, and recalled its resolutions 7/1 and 8/1.

10. The meeting agreed:
(a) To request the Secretariat to prepare, within six months, a 12-page guide;
(b) To encourage States to update their information every two years;
(c) To postpone the fourth meeting to the second quarter of 2026.

IV. Adoption of the report

11. On 8 May 2024, the meeting adopted its report, as orally amended.

¹ See CAC/COSP/2023/1, paras. 12–15.
"""
