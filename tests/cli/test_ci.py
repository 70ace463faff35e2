"""CI: the action's own steps on a real repository, and comments against a code host that a local server plays."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from .conftest import ROOT, Run, failed

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step.get("name"): step for step in ACTION["runs"]["steps"]}
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


class CodeHost(HTTPServer):
    """Keeps comments as GitHub and GitLab do; ``calls`` are the requests that changed something."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.comments: list[dict[str, Any]] = [{"id": n, "body": f"somebody's {n}"} for n in range(1, 131)]
        self.calls: list[tuple[str, str, str]] = []
        self.status = 200

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Answer(BaseHTTPRequestHandler):
    server: CodeHost

    def do_GET(self) -> None:
        page = int(re.search(r"[?&]page=(\d+)", self.path)[1])  # type: ignore[index]
        self.reply(self.server.comments[(page - 1) * 100 : page * 100])

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["body"]
        token = self.headers.get("Authorization") or self.headers.get("PRIVATE-TOKEN") or ""
        self.server.calls.append((self.command, self.path, token))
        if self.command == "POST":
            self.server.comments.append({"id": len(self.server.comments) + 1, "body": body})
        else:
            self.server.comments[int(self.path.rsplit("/", 1)[1]) - 1]["body"] = body
        self.reply({})

    do_PATCH = do_PUT = do_POST

    def reply(self, data: object) -> None:
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(json.dumps(data).encode())

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def host() -> Iterator[CodeHost]:
    server = CodeHost()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def github(host: CodeHost) -> dict[str, str]:
    return {"GITHUB_API_URL": host.address, "GITHUB_REPOSITORY": "o/r", "GITHUB_TOKEN": "t", "CCDIFF_PULL_REQUEST": "7"}


def test_a_comment_is_posted_once_and_then_updated(run: Run, host: CodeHost, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("<!-- ccdiff -->\n\nfirst 第一\n", encoding="utf-8")
    assert run("comment", note, **github(host)).stdout == "commented on the pull request\n"
    assert run("comment", note, **github(host)).stdout == "the comment is up to date\n"
    note.write_text("second", encoding="utf-8")
    assert run("comment", note, **github(host)).stdout == "updated the comment\n"
    assert [comment["body"] for comment in host.comments[130:]] == ["<!-- ccdiff -->\nsecond"]
    assert host.calls == [
        ("POST", "/repos/o/r/issues/7/comments", "Bearer t"),
        ("PATCH", "/repos/o/r/issues/comments/131", "Bearer t"),
    ]


def test_a_merge_request_of_gitlab_is_served_alike(run: Run, host: CodeHost, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("first", encoding="utf-8")
    job = {
        "CI_API_V4_URL": host.address,
        "CI_PROJECT_ID": "3",
        "CI_MERGE_REQUEST_IID": "9",
        "CCDIFF_TOKEN": "t",
        "GITHUB_REPOSITORY": "",
    }
    assert run("comment", "note.md", **job).stdout == "commented on the merge request\n"
    (tmp_path / "note.md").write_text("second", encoding="utf-8")
    assert run("comment", "note.md", **job).stdout == "updated the comment\n"
    assert host.calls == [
        ("POST", "/projects/3/merge_requests/9/notes", "t"),
        ("PUT", "/projects/3/merge_requests/9/notes/131", "t"),
    ]


def test_no_note_means_no_comment(run: Run, host: CodeHost) -> None:
    assert run("comment", "nothing.md", **github(host)).stdout == "nothing changed: no comment\n"
    assert host.calls == []


def test_a_comment_that_no_longer_holds_says_so(run: Run, host: CodeHost, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("first", encoding="utf-8")
    run("comment", "note.md", **github(host))
    assert run("comment", "nothing.md", **github(host)).stdout == "updated the comment\n"
    assert run("comment", "nothing.md", **github(host)).stdout == "the comment is up to date\n"
    assert len(host.comments) == 131
    assert "no longer" in host.comments[130]["body"]


def test_where_nothing_changed_a_job_needs_no_token_and_no_answer(run: Run, host: CodeHost) -> None:
    host.status = 403
    for job in ({**github(host), "GITHUB_TOKEN": ""}, github(host), {"GITHUB_REPOSITORY": "", "CI_API_V4_URL": ""}):
        done = run("comment", "nothing.md", **job)
        assert (done.returncode, done.stdout, done.stderr) == (0, "nothing changed: no comment\n", "")


def test_a_refusal_of_the_code_host_is_one_line(run: Run, host: CodeHost, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("first", encoding="utf-8")
    host.status = 403
    assert "403" in failed(run("comment", "note.md", **github(host)))
    assert "CCDIFF_TOKEN" not in failed(run("comment", "note.md", **{**github(host), "GITHUB_TOKEN": ""}))
    assert "pull request" in failed(run("comment", "note.md", **{**github(host), "CCDIFF_PULL_REQUEST": "7; rm"}))


def step(name: str, values: Mapping[str, str], cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step of action.yml as a runner does: its expressions filled in from ``values``."""
    given = {
        key: EXPRESSION.sub(lambda match: values[match[1]], str(text))
        for key, text in STEPS[name].get("env", {}).items()
    }
    assert not EXPRESSION.search(STEPS[name]["run"]), "expressions in a script can be injected into"
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    env = {**os.environ, **given, "PATH": path, **environment}
    command = ["bash", "-e", "-o", "pipefail", "-c", STEPS[name]["run"]]
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, encoding="utf-8", timeout=120)


def git(root: Path, *args: str) -> str:
    settings = [
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "init.defaultBranch=main",
    ]
    return subprocess.run(
        ["git", *settings, *args], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()


@pytest.fixture
def repository(run: Run, project: Path) -> Path:
    """The project, built and committed."""
    run("build", "--root", project)
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-q", "-m", "first")
    return project


def build_step(repository: Path, base: str, tmp_path: Path) -> tuple[str, str]:
    """The action's build step; what it says has changed, and the note."""
    values = {
        "inputs.root": ".",
        "inputs.base || github.event.pull_request.base.sha || github.event.before": base,
        "runner.temp": str(tmp_path),
    }
    output, summary = tmp_path / "output", tmp_path / "summary"
    for path in (output, summary):
        path.write_text("")
    done = step("Build", values, repository, GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 0, done.stderr
    note = tmp_path / "ccdiff-note.md"
    text = note.read_text(encoding="utf-8") if note.exists() else ""
    assert summary.read_text(encoding="utf-8") == text
    return output.read_text(), text


def test_a_pull_request_that_adds_a_report_is_built_and_commented(
    run: Run, repository: Path, host: CodeHost, tmp_path: Path
) -> None:
    base = git(repository, "rev-parse", "HEAD")
    report = tmp_path / "2024.txt"
    report.write_text(
        (repository / "corpus" / "2023.txt").read_text(encoding="utf-8").replace("83个", "96个"), encoding="utf-8"
    )
    assert (
        run(
            "add",
            report,
            "--symbol",
            "CAC/WG.9/2024/1",
            "--date",
            "2024-06-03",
            "--series",
            "working-group",
            "--root",
            repository,
        ).returncode
        == 0
    )
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "a report")
    changed, note = build_step(repository, base, tmp_path)
    assert changed == "changed=true\n"
    assert "96" in note and "83" in note
    assert "82" not in note
    assert (repository / "reports" / "CAC-WG.9-2023-1__CAC-WG.9-2024-1.html").exists()
    values = {"inputs.token": "t", "github.event.pull_request.number": "7", "runner.temp": str(tmp_path)}
    for expected in ("commented on the pull request\n", "the comment is up to date\n"):
        assert (
            step("Comment", values, repository, GITHUB_API_URL=host.address, GITHUB_REPOSITORY="o/r").stdout == expected
        )


def test_a_pull_request_that_touches_no_comparison_stays_silent(repository: Path, tmp_path: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    (repository / "README.md").write_text("words")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "words")
    assert build_step(repository, base, tmp_path) == ("changed=false\n", "")


def test_a_comment_line_in_the_manifest_touches_no_comparison(repository: Path, tmp_path: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    manifest = repository / "corpus" / "corpus.toml"
    manifest.write_text("# one more remark\n" + manifest.read_text(encoding="utf-8"), encoding="utf-8")
    assert build_step(repository, base, tmp_path) == ("changed=false\n", "")


def test_a_settled_alignment_touches_its_comparison(run: Run, repository: Path, tmp_path: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    run("align", "CAC/WG.9/2021/1", "CAC/WG.9/2022/1", "--root", repository)
    changed, note = build_step(repository, base, tmp_path)
    assert changed == "changed=true\n"
    assert "81" in note


@pytest.mark.parametrize("base", ["", "0" * 40])
def test_the_first_push_of_a_branch_and_a_run_by_hand_count_everything_as_new(
    repository: Path, tmp_path: Path, base: str
) -> None:
    changed, note = build_step(repository, base, tmp_path)
    assert changed == "changed=true\n"
    assert note.count("\n# ") == 2


def test_the_base_of_a_shallow_clone_is_fetched(repository: Path, tmp_path: Path) -> None:
    base = git(repository, "rev-parse", "HEAD")
    (repository / "README.md").write_text("words")
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "words")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository}", "clone")
    assert build_step(tmp_path / "clone", base, tmp_path) == ("changed=false\n", "")


def test_the_pages_of_a_merge_request_lie_where_gitlab_shows_them() -> None:
    """In ``artifacts:paths`` no variable and no leading "./", and a slash at the end: else ``expose_as`` shows nothing."""
    template = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    (path,) = template["ccdiff"]["artifacts"]["paths"]
    assert re.fullmatch(r"[\w-]+/", path)
    assert any(line.endswith(f"{path[:-1]}; fi") for line in template["ccdiff"]["script"])


def test_the_script_of_the_gitlab_template_keeps_pages_and_comments(
    run: Run, repository: Path, host: CodeHost, tmp_path: Path
) -> None:
    template = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    job = {"CI_API_V4_URL": host.address, "CI_PROJECT_ID": "3", "CI_MERGE_REQUEST_IID": "9", "CCDIFF_TOKEN": "t"}
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "HEAD", "CCDIFF_ROOT": ".", "GITHUB_REPOSITORY": "", "PATH": path}
    command = ["bash", "-e", "-o", "pipefail", "-c", "\n".join(template["ccdiff"]["script"])]
    said = []
    for words in ("83个", "90个"):
        report = repository / "corpus" / "2023.txt"
        report.write_text(report.read_text(encoding="utf-8").replace("83个", words), encoding="utf-8")
        done = subprocess.run(
            command, cwd=repository, env={**os.environ, **job, **given}, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        said.append((done.stdout.splitlines()[-1], (repository / "ccdiff-pages" / "index.html").exists()))
    assert said == [("nothing changed: no comment", False), ("commented on the merge request", True)]


def test_actions_are_pinned_to_commits() -> None:
    uses = [step["uses"] for step in ACTION["runs"]["steps"] if "uses" in step]
    assert uses
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in uses)


def test_the_hooks_and_the_gitlab_template_call_commands_that_exist(run: Run) -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    template = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
    calls = [hook["entry"] for hook in hooks] + re.findall(
        r"ccdiff (?:build|comment)[^;\n]*", "\n".join(template["ccdiff"]["script"])
    )
    assert len(calls) >= 4
    for call in calls:
        words = [word for word in call.split() if word.startswith("--")]
        text = run(call.split()[1], "--help").stdout
        assert all(word in text for word in words)
