"""``ccdiff comment``: the one command that talks to a network, and only to the code host that CI names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import click

from ccdiff.cli.console import emit
from ccdiff.corpus.summaries import MARK
from ccdiff.errors import CcdiffError

EPILOG = """\b
Examples:
  ccdiff build --changed-since "$BASE" --note note.md
  ccdiff comment note.md
"""
PAGES = 20  # of a hundred comments; the own comment of a longer discussion is posted anew
SECONDS = 30
SILENT = "nothing changed: no comment"
NO_LONGER = "本次改动不再涉及任何比较。 · This change no longer touches any comparison."


@dataclass(frozen=True)
class Host:
    """Where comments are: ``comments`` lists and takes them, ``one`` + id is a single one; ``headers`` carry the token."""

    name: str
    comments: str
    one: str
    headers: Mapping[str, str]
    update: str


@click.command("comment", epilog=EPILOG)
@click.argument("note", type=click.Path(path_type=Path))
def command(note: Path) -> None:
    """For CI: post the Markdown in NOTE to the pull request (GitHub) or merge request (GitLab) that this job runs for.

    Updates the comment posted before instead of adding another. Where NOTE is not there nothing is touched: then nothing is
    posted, and a comment posted before says that it no longer holds.
    """
    if note.exists():
        emit(post(_host(os.environ), f"{MARK}\n{note.read_text(encoding='utf-8').removeprefix(MARK).lstrip()}"))
        return
    try:
        said = post(_host(os.environ), f"{MARK}\n{NO_LONGER}", anew=False)
    except CcdiffError:  # nothing to say, and perhaps nowhere to say it
        said = SILENT
    emit(said)


def _host(environment: Mapping[str, str]) -> Host:
    """The code host that the environment of the CI job names. Raises ``CcdiffError`` where it names none."""
    if environment.get("GITHUB_REPOSITORY"):
        return _github(environment)
    if environment.get("CI_API_V4_URL"):
        return _gitlab(environment)
    raise CcdiffError("this is no CI job of GitHub or GitLab", remedy="run it in one, or post the file yourself")


def _github(environment: Mapping[str, str]) -> Host:
    number = environment.get("CCDIFF_PULL_REQUEST") or _number(environment.get("GITHUB_EVENT_PATH", ""))
    base = (
        f"{environment.get('GITHUB_API_URL', 'https://api.github.com')}/repos/{environment['GITHUB_REPOSITORY']}/issues"
    )
    token = _needed(environment, "GITHUB_TOKEN")
    headers = {"Authorization": f"Bearer {token}", "Accept": "application/vnd.github+json"}
    return Host("pull request", f"{base}/{_whole(number)}/comments", f"{base}/comments/", headers, "PATCH")


def _gitlab(environment: Mapping[str, str]) -> Host:
    number = _whole(_needed(environment, "CI_MERGE_REQUEST_IID"))
    base = (
        f"{environment['CI_API_V4_URL']}/projects/{_needed(environment, 'CI_PROJECT_ID')}/merge_requests/{number}/notes"
    )
    return Host("merge request", base, f"{base}/", {"PRIVATE-TOKEN": _needed(environment, "CCDIFF_TOKEN")}, "PUT")


def _needed(environment: Mapping[str, str], name: str) -> str:
    if not environment.get(name):
        raise CcdiffError(f"{name} is not set", remedy="see docs/ci.md")
    return environment[name]


def _whole(number: str) -> int:
    if not number.isdigit():
        raise CcdiffError(f"{number!r} is no pull request's number", remedy="run this in a job for a pull request")
    return int(number)


def _number(event: str) -> str:
    """The pull request's number in the event file of GitHub; "" where there is none."""
    try:
        data = json.loads(Path(event).read_bytes()) if event else {}
    except (OSError, ValueError):
        data = {}
    return str(data.get("pull_request", {}).get("number", "") or data.get("number", ""))


def post(host: Host, body: str, anew: bool = True) -> str:
    """Bring the comment posted before up to date, or (``anew``) post ``body``; what was done, in words."""
    mine = next((comment for comment in _comments(host) if str(comment.get("body", "")).startswith(MARK)), None)
    if mine is None and not anew:
        return SILENT
    if mine is None:
        _call(host, "POST", host.comments, {"body": body})
        return f"commented on the {host.name}"
    if str(mine["body"]).replace("\r\n", "\n").strip() == body.strip():
        return "the comment is up to date"
    _call(host, host.update, f"{host.one}{mine['id']}", {"body": body})
    return "updated the comment"


def _comments(host: Host) -> Iterator[dict[str, Any]]:
    for page in range(1, PAGES + 1):
        found = _call(host, "GET", f"{host.comments}?per_page=100&page={page}")
        yield from found
        if len(found) < 100:
            return


def _call(host: Host, method: str, url: str, data: Mapping[str, str] | None = None) -> Any:
    content = json.dumps(data).encode() if data else None
    headers = {**host.headers, "Content-Type": "application/json", "User-Agent": "ccdiff"}
    try:
        with urlopen(Request(url, content, headers, method=method), timeout=SECONDS) as answer:
            return json.load(answer)
    except HTTPError as error:
        raise CcdiffError(
            f"{method} answered {error.code} {error.reason}", where=url, remedy="may this job's token write comments?"
        ) from error
    except (URLError, TimeoutError, ValueError) as error:
        raise CcdiffError(f"{method}: {error}", where=url, remedy="try the job again") from error
