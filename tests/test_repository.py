"""The files that say what is run before a change lands."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator

from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).parent.parent
WORKFLOW = ".github/workflows/ci.yml"
RELEASE = ".github/workflows/release.yml"
ACTION = ".github/actions/articlelint/action.yml"
FORMS = tuple(
    f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("false-alarm", "missed-defect", "bad-fix")
)
HOOKS = ".pre-commit-config.yaml"


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "schema", "needed"),
    [
        (WORKFLOW, "github-workflow", "jobs"),
        (RELEASE, "github-workflow", "jobs"),
        (HOOKS, "pre-commit-config", "repos"),
        *((form, "github-issue-forms", "body") for form in FORMS),
    ],
)
def test_the_file_is_what_its_reader_reads(
    name: str, schema: str, needed: str, published_schema: Callable[[str], Mapping[str, Any]]
) -> None:
    validator = Draft7Validator(published_schema(f"https://json.schemastore.org/{schema}.json"))
    document = read(name)
    assert [error.message for error in validator.iter_errors(document)] == []
    del document[needed]
    assert list(validator.iter_errors(document))


def test_ci_runs_on_every_python_that_is_promised() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = re.findall(r"Python :: (3\.\d+)", "\n".join(project["classifiers"]))
    job = read(WORKFLOW)["jobs"]["everything"]
    assert job["strategy"]["matrix"]["python-version"] == promised
    assert project["requires-python"] == f">={promised[0]}"


def used_in(document: Any) -> Iterator[str]:
    """Yield the actions that a workflow or an action uses."""
    if isinstance(document, dict):
        if isinstance(used := document.get("uses"), str):
            yield used
        for each in document.values():
            yield from used_in(each)
    elif isinstance(document, list):
        for each in document:
            yield from used_in(each)


@pytest.mark.parametrize("name", [WORKFLOW, RELEASE, ACTION])
def test_actions_are_pinned(name: str) -> None:
    # GitHub's own by their major version, as they advise; those of others by the commit.
    used = list(used_in(read(name)))
    assert used
    pinned = r"(?:actions|github)/[\w/-]+@v\d+|[\w.-]+/[\w./-]+@[0-9a-f]{40}"
    assert [each for each in used if not re.fullmatch(pinned, each)] == []


def test_pages_use_the_same_versions_of_actions_as_our_own_files() -> None:
    ours = dict(
        each.split("@") for name in (WORKFLOW, RELEASE, ACTION) for each in used_in(read(name))
    )
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "\n".join(page.read_text(encoding="utf-8") for page in pages)
    shown = re.findall(r"uses: ((?:actions|github)/[\w/-]+)@(v\d+)", text)
    assert [(name, version) for name, version in shown if ours.get(name, version) != version] == []
    assert len(shown) > 3


def test_what_the_hooks_check_ci_checks_too() -> None:
    everything = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for hook in read(HOOKS)["repos"][0]["hooks"]:
        tool = re.sub(r" --.*", "", hook["entry"])
        assert re.search(rf"^{tool}\b", everything, re.MULTILINE)


def test_whatever_is_released_has_the_same_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (\S+)", changelog, re.MULTILINE)[0] == __version__
    extension = ROOT / "editors" / "vscode"
    package = json.loads((extension / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((extension / "package-lock.json").read_text(encoding="utf-8"))
    assert package["version"] == __version__
    assert (lock["version"], lock["packages"][""]["version"]) == (__version__, __version__)
