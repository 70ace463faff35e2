"""What figures are called; ``figure_subjects.txt`` is for anyone to read and extend."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from figure_reports import language_of, reading

from ccdiff.derive.figures import find_figures
from ccdiff.ingest import read
from ccdiff.language import load
from ccdiff.parse import parse
from ccdiff.reading import Reading

HERE = Path(__file__).parent
CORPUS = sorted((HERE.parents[1] / "corpus").glob("*.zh.txt"))
WORDS = re.compile(r"[A-Za-z][A-Za-z’'‑\-]*")


def cases() -> list[tuple[str, str]]:
    lines = (HERE / "figure_subjects.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("=>") for line in lines if line and not line.startswith("#"))
    return [(sentence.strip(), wanted.strip()) for sentence, _, wanted in rows]


@pytest.mark.parametrize(("sentence", "wanted"), cases())
def test_a_figure_is_called_as_in_the_first_column_of_a_table(sentence: str, wanted: str) -> None:
    found = reading(sentence, language=language_of(sentence)).once(find_figures)
    assert "; ".join(mention.subject for mention in found) == wanted


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in cases() if language_of(sentence) == "en"])
def test_an_english_subject_is_made_of_whole_words_of_the_sentence(sentence: str) -> None:
    for mention in reading(sentence, language="en").once(find_figures):
        assert set(WORDS.findall(mention.subject)) <= set(WORDS.findall(sentence))


def stands_in_order(subject: str, text: str) -> bool:
    """Whether the characters of ``subject`` stand in ``text`` in their order; 的 may take the place of 了."""
    letters = iter(text.replace("了", "的").replace("着", "的").replace("过", "的"))
    wanted = subject.replace("了", "的").replace("着", "的").replace("过", "的")
    return all(letter in letters for letter in wanted if not letter.isspace())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_subject_of_the_corpus_is_short_whole_and_of_words_of_its_paragraph(path: Path) -> None:
    report = parse(read(path))
    for mention in Reading(report, load(report.language)).once(find_figures):
        subject = mention.subject
        assert subject == subject.strip() and 1 < len(subject) <= 40, subject
        assert "…" not in subject and all(subject.count(a) == subject.count(b) for a, b in ("《》", "（）", "()", "“”"))
        assert stands_in_order(subject, report.text(mention.paragraph)), subject


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_no_subject_of_the_corpus_holds_another_figure(path: Path) -> None:
    report = parse(read(path))
    reading_ = Reading(report, load(report.language))
    found = reading_.once(find_figures)
    for mention in found:
        others = [m for m in found if m.paragraph == mention.paragraph and m.start != mention.start]
        assert not [m.quote for m in others if m.quote in mention.subject], mention.subject


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("秘书处对 31 份国家报告作了分析。", "份国家报告"),
        ("29 个缔约国答复了问卷。", "个缔约国"),
        ("已完成 48 项国别审议。", "项国别审议"),
        ("报告查明了 70 项技术援助需要。", "项技术援助需要"),
        ("准则载有 13 项高级别非规定性原则。", "项非规定性原则"),
        ("Of 85 States parties, 12 replied.", "States parties"),
        ("The patrol saw two Israel Defense Forces main battle tanks.", "main battle tanks"),
        ("They destroyed six former armed forces positions.", "armed forces positions"),
        ("The gate served 32 operational, one emergency and two humanitarian crossings.", "operational crossings"),
        ("There were 25 vacant posts (1 P-5 and 15 national General Service).", "vacant posts"),
    ],
)
def test_a_unit_is_the_counter_with_its_noun(sentence: str, unit: str) -> None:
    first = reading(sentence, language=language_of(sentence)).once(find_figures)[0]
    assert first.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "、" * 50_000 + "3个国家",
        "（" * 50_000 + "3个国家" + "）" * 50_000,
        "3 men (" * 1_000,
        "3个国家的" * 1_000,
        "《" * 50_000 + "3个国家",
    ],
)
def test_a_long_line_of_anything_gets_its_subjects(text: str) -> None:
    reading(text, language=language_of(text)).once(find_figures)
