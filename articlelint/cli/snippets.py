"""What ``articlelint init`` shows for a hook and for continuous integration.

The documentation has the same texts.
"""

from __future__ import annotations

import os
import re
import shlex
from typing import TYPE_CHECKING

from articlelint.language import said
from articlelint.named_tuple import NamedTuple
from articlelint.project import addressed
from articlelint.text.files import read_bytes
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "articlelint"
_COMMAND = regex(r"\barticlelint check.*")

FILE_NAME = "articlelint.toml"
"""The configuration that ``articlelint init`` writes."""
HOOK_FILE = ".pre-commit-config.yaml"
GITHUB_FILE = ".github/workflows/articlelint.yml"
GITLAB_FILE = ".gitlab-ci.yml"

_BLANKS = ("<address of articlelint's repository>", "<tag>")
"""What is to be filled in, the only words in what is to be copied."""
HOOK = """\
  - repo: <address of articlelint's repository>
    rev: <tag>
    hooks:
      - id: articlelint
"""
GITHUB = """\
name: articlelint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  articlelint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-python@v6
        with:
          python-version: "3.x"
      - run: pip install articlelint
      - run: articlelint check
"""
GITLAB = """\
articlelint:
  image: python:3
  before_script:
    - pip install articlelint
  script:
    - articlelint check --output-format concise --output-format gitlab=gl-code-quality.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality.json
"""


class Snippet(NamedTuple):
    """Lines for the *file* named, seen from the repository's root; *exists*: to be added there."""

    file: str
    text: str
    exists: bool


def repository_of(folder: Path) -> Path | None:
    """Return the root of the git repository that *folder* is in."""
    return next(
        (each for each in (folder, *folder.parents) if os.path.lexists(each / ".git")), None
    )


def hook(repository: Path, place: str) -> Snippet | None:
    """Return what goes into the configuration of pre-commit; None where that names articlelint.

    *place* is the folder of the articles seen from the root of *repository*, "" for the root.
    A hook runs at the root, so that it has to be told of the configuration elsewhere.
    """
    text = addressed(HOOK)
    for blank in _BLANKS:
        text = text.replace(blank, said(blank))
    if place:
        text += f"        files: {_yaml(f'^{re.escape(place)}/')}\n"
        text += f"        args: [--config, {_yaml(f'{place}/{FILE_NAME}')}]\n"
    there = _text(repository / HOOK_FILE)
    if there is None:
        return Snippet(HOOK_FILE, f"repos:\n{text}", exists=False)
    return None if _NAME in there else Snippet(HOOK_FILE, text, exists=True)


def pipeline(repository: Path, place: str) -> Snippet | None:
    """Return what goes into the configuration of GitLab CI, if that is used, or GitHub Actions.

    None where it names articlelint already; *place* as for the hook.
    """
    there = _text(repository / GITLAB_FILE)
    if there is not None or "gitlab" in (_text(repository / ".git" / "config") or ""):
        if _NAME in (there or ""):
            return None
        return Snippet(GITLAB_FILE, _with_place(GITLAB, place), exists=there is not None)
    workflows = (repository / GITHUB_FILE).parent
    if any(_NAME in (_text(each) or "") for each in workflows.glob("*.y*ml")):
        return None
    return Snippet(GITHUB_FILE, _with_place(GITHUB, place), exists=False)


def _with_place(text: str, place: str) -> str:
    """Return *text* with *place* as the argument of its command."""
    if not place:
        return text
    command = next(_COMMAND.finditer(text))
    program, check, *rest = command[0].split(" ")
    configuration = shlex.quote(f"{place}/{FILE_NAME}")
    line = _yaml(" ".join([program, check, shlex.quote(place), "--config", configuration, *rest]))
    return text[: command.start()] + line + text[command.end() :]


def _yaml(value: str) -> str:
    """Return *value* as a YAML scalar on one line."""
    import yaml

    text: str = yaml.safe_dump([value], allow_unicode=True, width=len(value) * 8 + 80)
    return text.removeprefix("- ").rstrip("\n")


def _text(path: Path) -> str | None:
    try:
        return read_bytes(path).decode("utf-8", "replace")
    except OSError:
        return None
