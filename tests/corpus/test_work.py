"""The work of a build: what it holds in memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff import compare
from ccdiff.config import Config
from ccdiff.corpus.work import Batch, PairJob, ReportFile, work
from ccdiff.files import digest
from ccdiff.reading import Reading

PARAGRAPHS = ["专家组请秘书处提供更多资料。", "专家组欢迎缔约国提交的{}份报告。", "会议于{}年在维也纳举行。"]


def report(folder: Path, number: int) -> ReportFile:
    text = "\n\n".join(f"{k}. {line.format(2000 + number)}" for k, line in enumerate(PARAGRAPHS, 1))
    path = folder / f"r{number}.txt"
    path.write_text(f"第{number}次会议报告\n\n一、导言\n\n{text}\n", encoding="utf-8")
    return ReportFile(f"r{number}", path, digest(path.read_bytes()), {"language": "zh"})


def test_what_was_found_in_a_report_is_given_back_with_its_last_pair(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, read = compare.read_report, list[Reading]()
    monkeypatch.setattr(compare, "read_report", lambda *given, **more: read.append(own(*given, **more)) or read[-1])
    files = {file.id: file for file in (report(tmp_path, number) for number in range(3))}
    pairs = tuple(PairJob(f"p{k}", f"r{k}", f"r{k + 1}", "") for k in range(2))
    held = []
    for done in work(Batch(files, pairs, Config(), (), "")):
        assert not done.error
        held.append([bool(reading._found) for reading in read])
    assert held == [[True, True], [False, True, True]]
    assert not any(reading._found for reading in read)
