"""What the pages promise is there: links, commands, options."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ccdiff.cli import COMMANDS, cli

ROOT = Path(__file__).parents[2]
PAGES = [
    *ROOT.glob("*.md"),
    *(ROOT / "docs").rglob("*.md"),
    *(ROOT / "corpus").glob("*.md"),
    *(ROOT / "tests").rglob("*.md"),
]
NAMES = [path.relative_to(ROOT).as_posix() for path in sorted(PAGES)]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)\s#]+)")
CALL = re.compile(r"(?<![/\w])ccdiff ([a-z]+)((?:[^`\n#|]|\|(?=[a-z]))*)")


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    page = ROOT / name
    lost = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert not lost


@pytest.mark.parametrize("name", ["README.md", "docs/ci.md", "CONTRIBUTING.md", "corpus/README.md"])
def test_every_command_and_option_that_is_shown_exists(name: str) -> None:
    for command, rest in CALL.findall((ROOT / name).read_text(encoding="utf-8")):
        if command in COMMANDS:
            known = {option for parameter in cli.get_command(None, command).params for option in parameter.opts}  # type: ignore[arg-type, union-attr]
            assert set(re.findall(r"--[a-z-]+", rest)) <= known | {"--help"}, f"ccdiff {command}{rest}"


def test_every_language_table_is_told_of() -> None:
    text = (ROOT / "docs" / "languages.md").read_text(encoding="utf-8")
    told = set(re.findall(r"`([a-z_]+)`", text.split("## The tables")[1].split("## Another language")[0]))
    there = {path.stem for path in (ROOT / "ccdiff" / "language").glob("*/*.txt")}
    assert there <= told
