"""The project's address: one place has it, and every output and page follows."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint import project
from articlelint.cli import main
from articlelint.cli.snippets import hook
from articlelint.linting.registry import Registry
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
REPOSITORY = "https://forge.example.org/weavers/articlelint"
DOCUMENTATION = "https://articlelint.example.org/docs"
PAGE = f"{DOCUMENTATION}/rules/html/unclosed-element/"
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]


@pytest.fixture
def addressed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the project an address."""
    monkeypatch.setattr(project, "REPOSITORY", REPOSITORY)
    monkeypatch.setattr(project, "DOCUMENTATION", DOCUMENTATION)


@pytest.fixture
def printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[str], str]:
    """Return what prints a finding in a format."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text("<div>\n\nA bridge.\n", encoding="utf-8")

    def run(form: str) -> str:
        main(["check", "--isolated", "--no-cache", "--output-format", form, "a.md"])
        return capsys.readouterr().out

    return run


@pytest.mark.usefixtures("addressed")
@pytest.mark.parametrize("form", ["json", "json-lines", "rdjson", "sarif", "html"])
def test_an_output_leads_to_the_page_of_a_rule(form: str, printed: Callable[[str], str]) -> None:
    assert PAGE in printed(form)


@pytest.mark.usefixtures("addressed")
def test_sarif_says_where_its_tool_is(printed: Callable[[str], str]) -> None:
    [run] = json.loads(printed("sarif"))["runs"]
    assert run["tool"]["driver"]["informationUri"] == DOCUMENTATION
    [rule] = run["tool"]["driver"]["rules"]
    assert rule["helpUri"] == PAGE


def test_without_an_address_none_is_claimed(
    printed: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(project, "REPOSITORY", None)
    monkeypatch.setattr(project, "DOCUMENTATION", None)
    [run] = json.loads(printed("sarif"))["runs"]
    assert "informationUri" not in run["tool"]["driver"]
    assert "helpUri" not in run["tool"]["driver"]["rules"][0]
    assert printed("json").count("file://") == 1


@pytest.mark.usefixtures("addressed")
def test_a_rule_of_a_plugin_has_its_own_page(tmp_path: Path) -> None:
    file = tmp_path / "acme.py"
    file.write_text(
        "from articlelint import Rule, WARNING\n\n\n"
        "class Acme(Rule):\n"
        '    """A word is ours."""\n\n'
        '    name = "acme/word"\n'
        "    severity = WARNING\n\n"
        "    def check(self, article):\n"
        "        return ()\n",
        encoding="utf-8",
    )
    registry = Registry([file], entry_points=False)
    assert registry.page_url("acme/word") is None
    (tmp_path / "word.md").write_text("# acme/word\n\nA word is ours.\n", encoding="utf-8")
    assert registry.page_url("acme/word") == (tmp_path / "word.md").as_uri()
    assert registry.page_url("html/unclosed-element") == PAGE


@pytest.mark.usefixtures("addressed")
def test_init_shows_the_address(tmp_path: Path) -> None:
    snippet = hook(tmp_path, "")
    assert snippet is not None
    assert f"- repo: {REPOSITORY}\n    rev: v{__version__}\n" in snippet.text


def test_whatever_else_names_the_project_agrees() -> None:
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert metadata.get("urls", {}) == project.urls()
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert project.addressed(text) == text, f"{page} has no address yet"
