"""What every command shares: results on standard output, one line on standard error when something goes wrong."""

from __future__ import annotations

import atexit
import errno
import os
import sys
import threading
from contextlib import suppress

import click

from ccdiff.errors import CcdiffError

INTERRUPTED = 130  # as a shell reports SIGINT
READER_GONE = 141  # as a shell reports SIGPIPE
CANNOT = 2


class Interrupted(Exception):
    """The person at the keyboard, or a signal, asked to stop."""


def emit(text: str) -> None:
    """Write a result to standard output, as UTF-8 whatever the terminal's settings, ending with a line feed."""
    data = text.encode("utf-8", "surrogatepass" if os.name == "nt" else "replace")
    if sys.stdout is None:  # as after "ccdiff ... >&-"
        raise OSError(errno.EBADF, "is closed", "standard output")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data if data.endswith(b"\n") or not data else data + b"\n")
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OSError(error.errno, error.strerror, "standard output") from error


def say(line: str) -> None:
    """Tell the person at the terminal something that is no result: on standard error, and only where that is a terminal."""
    if sys.stderr and sys.stderr.isatty():
        click.echo(line, err=True)


def leave(status: int) -> None:
    """End the process without taking its objects apart one by one, where nobody waits for that: no thread, nothing to do at exit."""
    alone = threading.active_count() == 1 and not atexit._ncallbacks()  # type: ignore[attr-defined]
    if alone and sys.gettrace() is None and sys.getprofile() is None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # full, closed, or never open
                stream.flush()
        os._exit(status)


def gone() -> int:
    """The reader of our output has gone away (``ccdiff ... | head``): stop without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return READER_GONE


def failed(error: BaseException) -> int:
    """Say in one line on standard error what went wrong; the exit status. An unforeseen error shows where it arose."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, (Interrupted, KeyboardInterrupt, click.Abort)):
        _complain("interrupted")
        return INTERRUPTED
    _complain(_line(error))
    return CANNOT


def _complain(line: str) -> None:
    click.echo(f"ccdiff: {' '.join(line.split())}", err=True)


def _line(error: BaseException) -> str:
    if isinstance(error, click.UsageError):
        asked = error.ctx.command_path if error.ctx else "ccdiff"
        return f"{error.format_message().rstrip('.')}; see '{asked} --help'"
    if isinstance(error, click.ClickException):
        return error.format_message()
    if isinstance(error, CcdiffError):
        return str(error)
    if isinstance(error, OSError):
        return _os_line(error)
    if isinstance(error, MemoryError):
        return "not enough memory for this input; try a smaller file"
    if isinstance(error, RecursionError):
        return "the input is nested too deeply; simplify it"
    return _unforeseen(error)


def _os_line(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{error.strerror or error}; check that the path exists, may be used, and that the disk has room"


def _unforeseen(error: BaseException) -> str:
    """An error of our own: its kind and the place in the code, for a bug report."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {os.path.basename(trace.tb_frame.f_code.co_filename)}:{trace.tb_lineno}" if trace else ""
    return f"internal error ({type(error).__name__}: {error}){place}; please report it with the input"
