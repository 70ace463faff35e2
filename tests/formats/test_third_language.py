"""A language that ccdiff does not know is data only: a folder of tables in the user's project. Here: a little French."""

from __future__ import annotations

from pathlib import Path

import pytest

from ccdiff.compare import compare, read_report
from ccdiff.language import load
from ccdiff.render import render

TABLES = {
    "roles": "role | introduction | 2 | introduction\ntitle | introduction | ^introduction$\n"
    "role | adoption | 3 | adoption of the report\ntitle | adoption | adoption du rapport",
    "headings": "annex | Annexe\nopening | Introduction\nsummary | Résumé\ncontents | Table des matières\nissued | Distr",
    "masthead": "noise | Distr\\.?:?.*\nnoise | Original:?.*\nnoise | Français\nkind | (Rapport|Note) .*",
    "months": "5 | mai\n6 | juin",
    "common": "le\nla\nles\ndes\ndu\nde\net\nà\nun\nune\nque\nsur\npar\npour\ndans\na\nont\nété",
    "qualifiers": "plus de | before | over\nprès de | before | nearly",
    "quantity_units": "pour cent | percent | percent |\nans | span | duration |",
    "number_words": "deux | 2\ntrois | 3\nquatre | 4\ncinq | 5\ndix | 10\nvingt | 20\nmillion | 1000000\nmillions | 1000000",
    "noun_stops": "avaient | hard\nont | hard\nà | hard\nau | hard\ndes | hard\nde | hard\ndu | hard\nqui | hard",
    "figure_nouns": "état | state\nréunion | meeting\nlangue | tool",
    "verbs": "recommend | recommande | recommandent\nencourage | encourage | encouragent",
}
OLD = """A/CONF.99/2023/5

Distr. : générale
12 juin 2023
Français

Rapport du groupe de travail sur les travaux de sa première réunion

I. Introduction

1. Le groupe de travail a tenu sa réunion à Genève du 6 au 8 mai 2023 et a élu son bureau.

2. À la date de la réunion, 129 États avaient fourni au secrétariat des informations sur leurs autorités centrales.

II. Débats

3. Un orateur a souligné que les demandes d’entraide judiciaire devaient être traitées dans les meilleurs délais.

4. Le secrétariat a présenté l’outil de rédaction des demandes d’entraide, qui existe en dix langues.

III. Adoption du rapport

5. Le groupe de travail a adopté son rapport le 8 mai 2023.
"""
NEW = (
    OLD.replace("2023", "2024")
    .replace("première", "deuxième")
    .replace("129 États", "131 États")
    .replace(
        "4. Le secrétariat a présenté l’outil de rédaction des demandes d’entraide, qui existe en dix langues.\n\n", ""
    )
    .replace("5. Le groupe", "4. Le groupe")
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "language" / "fr"
    folder.mkdir(parents=True)
    for name, rows in TABLES.items():
        (folder / f"{name}.txt").write_text(rows + "\n", encoding="utf-8")
    (tmp_path / "old.txt").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return tmp_path


def readings(project: Path):  # type: ignore[no-untyped-def]
    folders = (project / "language",)
    return [read_report(project / name, languages=folders) for name in ("old.txt", "new.txt")]


def test_the_language_is_told_by_its_commonest_words(project: Path) -> None:
    old, new = readings(project)
    assert (old.report.language, new.report.language) == ("fr", "fr")


def test_other_texts_stay_in_the_languages_they_are_in(project: Path) -> None:
    (project / "old.txt").write_text(
        "1. The group met in Vienna and adopted the report of its session.\n", encoding="utf-8"
    )
    (project / "new.txt").write_text("1. 会议于2024年5月3日在维也纳举行。\n", encoding="utf-8")
    assert [reading.report.language for reading in readings(project)] == ["en", "zh"]


def test_masthead_sections_and_paragraphs_are_read_by_the_tables(project: Path) -> None:
    report = readings(project)[0].report
    assert (report.symbol, report.date) == ("A/CONF.99/2023/5", "2023-06-12")
    assert [s.id for s in report.sections] == ["front", "I", "II", "III"]
    assert [p.id for p in report.paragraphs] == ["front", "1", "2", "3", "4", "5"]


def test_a_comparison_finds_what_changed(project: Path) -> None:
    comparison = compare(*readings(project))
    rows = {(row.old, row.new): row.relation for row in comparison.paragraphs}
    assert rows[("3",), ("3",)] == "unchanged"
    assert rows[("5",), ("4",)] in ("amended", "reworded")
    assert rows[("4",), ()] == "dropped"
    changed = [
        (f.old.value, f.new.value) for f in comparison.changes.figures if f.kind == "changed" and f.old and f.new
    ]
    assert (129, 131) in changed


@pytest.mark.parametrize("format", ["html", "md", "json", "docx", "redline"])
def test_every_output_is_made_with_the_words_of_a_language_that_has_them(project: Path, format: str) -> None:
    assert render(compare(*readings(project)), format)


def test_without_the_folder_the_language_is_unknown_and_the_message_says_what_to_do() -> None:
    from ccdiff.errors import CcdiffError

    with pytest.raises(CcdiffError, match="no language data for 'fr'"):
        load("fr")
