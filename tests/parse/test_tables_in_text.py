"""Which lines of a text are a table."""

from __future__ import annotations


def test_tables_of_pipes_and_of_tabs_are_tables(report):
    read = report("""
        一. 会议

        1. 见下表。

        | 文件 | 标题 |
        |---|:---:|
        | A/1 | 议程 |

        2. 另见附件。

        附件

        文件\t标题
        A/2\t报告
    """)
    assert [(t.section, t.rows) for t in read.tables] == [
        ("一", (("文件", "标题"), ("A/1", "议程"))),
        ("附件", (("文件", "标题"), ("A/2", "报告"))),
    ]


def test_rows_of_as_many_cells_are_a_table_without_a_line_that_divides_them(report):
    read = report("""
        一. 会议

        1. 见下表。

        国家 | 讲习班 | 学员
        古巴 | 2 | 64
        秘鲁 | 3 | 97

        2. 费用如下。

        差旅 | 8千欧元
        印刷 | 2千欧元
        场地 | 1千欧元
    """)
    assert [t.rows for t in read.tables] == [(("国家", "讲习班", "学员"), ("古巴", "2", "64"), ("秘鲁", "3", "97"))]
    assert "差旅 | 8千欧元" in read.text("2")
