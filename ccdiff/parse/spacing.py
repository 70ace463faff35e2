"""Blanks between Chinese characters that a page's setting left in a line: justified lines, letter-spaced headings, broken words.

A blank between two Han characters says nothing in a sentence. It is kept where it parts something: names in a row ("张三 李四
王五"), an article's number from its words ("第一条 为了…"), the columns of a line that is no sentence.
"""

from __future__ import annotations

import re

from ccdiff.parse.patterns import HAN, HAN_NUMERAL, width

SOLID = rf"[{HAN}“”‘’《》（）「」【】，、；：。]"
GAP = re.compile(rf" (?<={SOLID} )(?={SOLID})")  # begins with the blank, so that few places are tried
SENTENCE = re.compile(rf"[，、；。]|[{HAN}][,;.]")  # a line that has none may be one of columns
PROSE = 40  # width from which a line is one of running text
# a line of a masthead, its parts side by side: "工作组 第三届会议 2021年5月17日，青岛"
HEAD = re.compile(rf"(?:^|\s)第[{HAN_NUMERAL}\d]+[届次]\S{{0,4}}会议(?:\s|$)")
LABEL = re.compile(rf"第[{HAN_NUMERAL}千\d]+(?:[条條章节節编編篇]|部分)(?:之[{HAN_NUMERAL}]+)? ")
# "世 界 卫 生 组 织", "报 告" alone on a line, "日 期：" before its colon
SPACED = re.compile(
    rf"(?<![{HAN}])[{HAN}](?: [{HAN}]){{2,}}(?![{HAN}])|^[{HAN}] [{HAN}](?=$|\s?[：:])|(?<=[)）] )[{HAN}] [{HAN}]$"
)
NAME = re.compile(rf"(?<=[{HAN}] )[{HAN}]{{2,4}}(?= [{HAN}])")  # a short word between two blanks


def without_gaps(text: str) -> str:
    """``text`` without the blanks that stand inside Chinese words or sentences.

    >>> without_gaps("会议汇集了来自三十个非政府组 织的代表，以及研究机构的代表。"), without_gaps("目 录"), without_gaps("张三 李四")
    ('会议汇集了来自三十个非政府组织的代表，以及研究机构的代表。', '目录', '张三 李四')
    """
    if " " not in text or not GAP.search(text) or "\t" in text or " | " in text:
        return text
    text = SPACED.sub(lambda found: found.group().replace(" ", ""), text)
    if width(text) < PROSE or not SENTENCE.search(text) or HEAD.search(text):
        return text
    kept = {label.end() - 1 for label in [LABEL.match(text)] if label}
    kept.update(at for name in NAME.finditer(text) for at in (name.start() - 1, name.end()))
    return GAP.sub(lambda gap: gap.group() if gap.start() in kept else "", text)
