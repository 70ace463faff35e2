"""Changed cells of a table are figures like those of the text: counted, told first, never beside "no figure has changed"."""

from __future__ import annotations

from pathlib import Path

from ccdiff.compare import compare, read_report
from ccdiff.model.comparison import Comparison
from ccdiff.render import render
from ccdiff.render.messages import messages

TEXT = """# 山地气象工作组第{nth}次会议的报告

2021年5月{day}日

## 一、导言

1. 山地气象工作组系根据理事会第8/2号决议设立，负责就山区的气象观测提出意见。

## 二、审议情况

2. 下表列出各区域的观测站：

| 区域 | 观测站 | 国家 |
|---|---|---|
| 东部 | {east} | 40 |
| 西部 | 310 | 45 |

3. 一位发言者介绍了本国雪崩预警的做法，并强调长期观测的重要性。
"""


def compared(folder: Path) -> Comparison:
    old, new = folder / "old.md", folder / "new.md"
    old.write_text(TEXT.format(nth="三", day=11, east=210), encoding="utf-8")
    new.write_text(TEXT.format(nth="四", day=17, east=290), encoding="utf-8")
    return compare(read_report(old), read_report(new))


def test_a_changed_cell_is_told_first_and_counted(tmp_path: Path) -> None:
    comparison = compared(tmp_path)
    assert [entry.kind for entry in comparison.highlights] == ["table"]
    note, page = str(render(comparison, "md")), str(render(comparison, "html"))
    assert "东部（观测站）由210变为290" in note and "东部（观测站）由210变为290" in page
    none = messages("zh")("none.figures")
    assert none not in note and none not in page
    assert '<li class="figures"><a href="#part-figures" data-show="figures"><b>1</b>' in page
