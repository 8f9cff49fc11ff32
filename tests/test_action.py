"""The GitHub Action: what its file says, and what its shell does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".github" / "actions" / "articlelint"
ACTION = yaml.safe_load((FOLDER / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["id"]: step for step in ACTION["runs"]["steps"] if "id" in step}
NASTY = "$(touch pwned) `touch pwned`; touch pwned\"' && touch pwned #"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")


def test_the_file_is_what_github_reads(
    published_schema: Callable[[str], Mapping[str, Any]],
) -> None:
    schema = published_schema("https://json.schemastore.org/github-action.json")
    assert [error.message for error in Draft7Validator(schema).iter_errors(ACTION)] == []
    del ACTION["runs"]["using"]
    assert list(Draft7Validator(schema).iter_errors(ACTION))
    ACTION["runs"]["using"] = "composite"


def test_no_step_is_made_of_what_a_workflow_says() -> None:
    assert not [step for step in STEPS.values() if "${{" in step.get("run", "")]


def test_every_input_is_used() -> None:
    text = (FOLDER / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(ACTION["inputs"])


@dataclass
class Run:
    """What a step left behind."""

    code: int
    stdout: str
    stderr: str
    outputs: dict[str, str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """Return what runs a step as GitHub does: ``bash -eo pipefail``, in the repository."""
    (tmp_path / "site").mkdir()
    (tmp_path / "temp").mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / "site")

    def start(step: str, **variables: str) -> Run:
        output = tmp_path / "output"
        output.touch()
        script = tmp_path / "step.sh"
        script.write_text(STEPS[step]["run"], encoding="utf-8")
        names = set(STEPS[step]["env"])
        assert set(variables) == names
        environment = {
            "PATH": os.environ["PATH"],
            "RUNNER_TEMP": str(tmp_path / "temp"),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_ACTIONS": "true",
            **variables,
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        lines = output.read_text(encoding="utf-8").splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        assert not list(tmp_path.rglob("pwned"))
        return Run(done.returncode, done.stdout, done.stderr, outputs)

    return start


@pytest.fixture
def echo(tmp_path: Path) -> str:
    """Return a program that prints each of its arguments in brackets."""
    program = tmp_path / "echo.sh"
    program.write_text("#!/bin/sh\nprintf '[%s]' \"$@\"\n", encoding="utf-8")
    program.chmod(0o755)
    return str(program)


@needs_bash
@pytest.mark.parametrize(
    ("version", "what"),
    [
        ("", f"{FOLDER}/../../.."),
        ("1.2.3", "articlelint==1.2.3"),
        (NASTY, f"articlelint=={NASTY}"),
    ],
)
def test_install(run: Callable[..., Run], echo: str, version: str, what: str) -> None:
    done = run("install", PYTHON=echo, VERSION=version, ACTION=str(FOLDER))
    assert done.code == 0, done.stderr
    assert done.stdout.startswith("[-m][pip][install]")
    assert done.stdout.endswith(f"[--][{what}]")
    assert (FOLDER / ".." / ".." / ".." / "pyproject.toml").exists()


def check(
    run: Callable[..., Run], paths: str = ".", arguments: str = "", sarif: str = "false"
) -> Run:
    environment = {"PYTHON": sys.executable, "PATHS": paths, "ARGUMENTS": arguments, "SARIF": sarif}
    return run("check", **environment)


@pytest.fixture
def installed(tmp_path: Path) -> None:
    """Put what is tested where the step before installs it."""
    folder = tmp_path / "temp" / "articlelint"
    folder.mkdir(parents=True)
    for package in (ROOT / "articlelint", ROOT / "rules" / "articlelint_rules"):
        (folder / package.name).symlink_to(package)


@needs_bash
@pytest.mark.usefixtures("installed")
class TestCheck:
    def test_findings_are_annotations_and_fail_the_step(self, run: Callable[..., Run]) -> None:
        Path("a.md").write_text("[a]()\n", encoding="utf-8")
        done = check(run)
        assert done.code == 1
        assert "::warning file=a.md,line=1," in done.stdout
        assert done.outputs == {"exit-code": "1"}

    def test_nothing_found(self, run: Callable[..., Run]) -> None:
        Path("a.md").write_text("Hello\n", encoding="utf-8")
        done = check(run)
        assert (done.code, done.stdout) == (0, ""), done.stderr
        assert done.outputs == {"exit-code": "0"}

    def test_paths_and_arguments_are_taken_by_the_line(self, run: Callable[..., Run]) -> None:
        for name in ("a b.md", "-c.md", "d.md"):
            Path(name).write_text("[a]()\n", encoding="utf-8")
        done = check(run, "a b.md\n\n-c.md\n", "--output-format\nconcise\n")
        assert {line.partition(":")[0] for line in done.stdout.splitlines()} == {"a b.md", "-c.md"}

    def test_nothing_is_run_that_stands_in_an_input(self, run: Callable[..., Run]) -> None:
        done = check(run, NASTY, f"--select\n{NASTY}", NASTY)
        assert done.code == 2
        assert "there is no rule or family `$(touch pwned)" in done.stderr

    def test_no_module_of_the_repository_runs(self, run: Callable[..., Run]) -> None:
        Path("a.md").write_text("Hello\n", encoding="utf-8")
        Path("click.py").write_text("open('pwned', 'w')\n", encoding="utf-8")
        assert check(run).code == 0

    def test_sarif(self, run: Callable[..., Run], tmp_path: Path) -> None:
        Path("a.md").write_text("[a]()\n", encoding="utf-8")
        done = check(run, sarif="true")
        assert "title=articlelint (links/empty-target)::" in done.stdout
        file = str(tmp_path / "temp" / "articlelint.sarif")
        assert done.outputs == {"exit-code": "1", "sarif-file": file}
        assert '"links/empty-target"' in Path(file).read_text(encoding="utf-8")

    def test_no_sarif_of_an_earlier_run_is_uploaded(
        self, run: Callable[..., Run], tmp_path: Path
    ) -> None:
        (tmp_path / "temp" / "articlelint.sarif").write_text("old", encoding="utf-8")
        done = check(run, arguments="--no-such-flag", sarif="true")
        assert done.outputs == {"exit-code": "2"}
