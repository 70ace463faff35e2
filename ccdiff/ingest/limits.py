"""How large an input may be. A limit exists so that a wrong file is refused at once instead of filling the memory."""

from __future__ import annotations

from ccdiff.model.record import record


@record
class Limits:
    """What is refused. A project sets its own in the table ``[limits]`` of ``ccdiff.toml`` (docs/limits.md)."""

    largest_file: int = 100_000_000  # bytes; the longest UN report as PDF is some 20 MB
    largest_text: int = 20_000_000  # characters; the five reports of the corpus have 8,000 to 20,000
    largest_unpacked: int = (
        200_000_000  # bytes of a Word file's text when unpacked; the longest UN reports have some 20 MB
    )
    densest: int = 200  # times smaller packed than unpacked; documents reach about 60, bombs 1,000 and more
    deepest: int = 200  # levels of XML; Word's own nest about 40 deep
    most_pages: int = 3_000  # pages of a PDF; the longest UN reports have some 1,000


DEFAULT = Limits()
_in_force = [DEFAULT]


def use(limits: Limits) -> None:
    """Makes ``limits`` those of this process, which reads for one project."""
    _in_force[0] = limits


def in_force() -> Limits:
    """The limits of this process."""
    return _in_force[0]
