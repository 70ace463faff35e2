"""Blanks that the setting of a page left between Chinese characters."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("1. 本次会议汇集了四十个国家、九个非政府组 织以及六个研究机构的代表，并听取了介绍。", "九个非政府组织以及"),
        ("1. 会议设在一个名为“ 集市” 的大厅里，其中陈列了各项方案的年度报告和手册。", "名为“集市”的大厅"),
        ("1. 出席会议的有张三 李四 王五 赵六，他们代表各区域的秘书处并提交了书面发言。", "张三 李四 王五 赵六"),
        ("1. 预算草案 已获核准", "预算草案 已获核准"),
    ],
)
def test_a_blank_inside_a_chinese_sentence_is_spacing_and_one_between_names_is_not(report, raw, text):
    assert text in report(f"第三次会议报告\n\n{raw}\n\n2. 会议于五月闭幕，与会者感谢东道国。\n").paragraphs[1].text


def test_an_article_stays_apart_from_its_words_and_a_spaced_heading_is_a_word(report):
    read = report("""
        林 业 论 坛

        第三届会议报告

        附 件

        第一条 为了保护森林，促进可持续经营，规范采伐活动，制定本办法。
        第二条 本办法适用于全国的森林、林木和林地，以及在其中从事的活动。
        第三条 国家鼓励植树造林，保护林农的合法权益，任何单位不得侵占。
    """)
    assert "林业论坛" in read.paragraphs[0].text
    assert "附件" in [s.number for s in read.sections] or "附件" in read.paragraphs[0].text
    assert "第一条" in [p.id for p in read.paragraphs]
