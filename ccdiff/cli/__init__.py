"""The command line: the only place that prints, asks or exits. One file a group of commands, loaded when it is called."""

from __future__ import annotations

import gc

# before Python looks for circles among them; a pair makes fewer, and looking takes a tenth of its time
MANY_OBJECTS = 200_000
gc.set_threshold(MANY_OBJECTS, 10, 10)  # before anything is loaded: modules hold many objects, too

import sys  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from importlib import import_module  # noqa: E402

import click  # noqa: E402

from ccdiff import __version__  # noqa: E402
from ccdiff.cli.console import Interrupted, failed, gone, leave  # noqa: E402

# Command: (module that defines it, what `ccdiff --help` says of it). "track" is kept free: it comes later.
COMMANDS = {
    "compare": ("compare", "Compare two reports: what changed, for whom it matters, where it stands."),
    "outline": ("outline", "Show how a report was read: sections, paragraphs, footnotes, tables."),
    "align": ("align", "Write or refresh the alignment file of a pair, keeping what a person settled."),
    "verify": ("verify", "Hold two language versions of one report against each other."),
    "build": ("build", "Bring reports/ up to date for every comparison that the corpus asks for."),
    "add": ("add", "Take a report into the corpus."),
    "check": ("check", "For CI: are manifest, alignments and reports consistent and up to date?"),
    "comment": ("comment", "For CI: post or update the comment on a pull request."),
    "evaluate": ("evaluate", "Score the aligner and the differ against the project's gold files."),
}

COMPARING = ("compare", "align", "outline", "verify")  # commands that use most patterns, whatever they are asked

EPILOG = """\b
Examples:
  ccdiff compare old.docx new.docx -o changes.html
  ccdiff compare CAC/COSP/EG.1/2019/4 CAC/COSP/EG.1/2020/3
  ccdiff outline report.pdf
  ccdiff build && ccdiff check

\b
Exit status: 0 done, 1 something differs or is out of date (compare --exit-code, check), 2 could not do it.
"""


class Commands(click.Group):
    """A group whose commands are imported only when they are called, so that ``--help`` costs little."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise Interrupted from error  # click would print an empty line first

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name in COMPARING:
            for kept in ("ccdiff.modules", "ccdiff.patterns"):
                import_module(kept).recall()
        found = import_module(f"ccdiff.cli.{COMMANDS[cmd_name][0]}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, help) for name, (_, help) in COMMANDS.items()])


@click.group(
    cls=Commands,
    no_args_is_help=False,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """What changed between two reports: which paragraphs correspond, what became of each, and which changes matter."""


def main(args: Sequence[str] | None = None) -> None:
    """Run a command and exit: 0 done, 1 differs (where asked for), 2 could not do it, 130 interrupted."""
    status = run(args)
    if args is None:
        leave(status)
    sys.exit(status)


def run(args: Sequence[str] | None = None) -> int:
    """Run a command; its exit status. Whatever goes wrong is one line on standard error."""
    try:
        return int(cli.main(args, prog_name="ccdiff", standalone_mode=False) or 0)
    except BrokenPipeError:
        return gone()
    except (Exception, KeyboardInterrupt) as error:
        return failed(error)
