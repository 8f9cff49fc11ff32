"""The sources of the documentation site, which ``docs/site/build.py`` puts together."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from articlelint import project
from articlelint.generators import GENERATORS
from articlelint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def build() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "docs" / "site"))
        yield import_module("build")


@pytest.fixture(scope="module")
def folder(build: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    build.assemble(folder)
    return folder


def names_in(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from names_in(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from names_in(each)


def test_each_page_is_in_the_navigation_once(folder: Path) -> None:
    nav = json.loads((folder / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    pages = {path.relative_to(folder / "docs").as_posix() for path in folder.rglob("*.md")}
    assert sorted(names_in(nav)) == sorted(pages - {"reporting.md"})


def test_links_lead_from_page_to_page(folder: Path) -> None:
    page = (folder / "docs/default-rules.md").read_text(encoding="utf-8")
    assert "](rules/images/missing-file.md)" in page
    page = (folder / "docs/rules/index.md").read_text(encoding="utf-8")
    assert "](images/missing-file.md)" in page


def test_a_link_that_leads_to_no_page_is_refused(build: Any) -> None:
    targets = build.sources()
    del targets["docs/schemas.md"]
    with pytest.raises(ValueError, match=r"no page of the site"):
        build.page("docs/configuration.md", targets)


def test_pages_have_the_address_of_the_project(
    build: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository = "https://forge.example.org/weavers/articlelint"
    monkeypatch.setattr(project, "REPOSITORY", repository)
    monkeypatch.setattr(project, "DOCUMENTATION", "https://articlelint.example.org")
    found = "\n".join(build.assemble(tmp_path).values())
    assert f"- repo: {repository}\n    rev: v{__version__}\n" in found
    assert f"uses: weavers/articlelint/.github/actions/articlelint@v{__version__}\n" in found
    assert [each for each in project.PLACEHOLDERS if each in found] == []
    configuration = json.loads((tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))
    assert configuration["site_url"] == "https://articlelint.example.org/"
    assert configuration["repo_url"] == f"{repository}/"


def test_examples_say_what_they_are(folder: Path) -> None:
    page = (folder / "docs/rules/images/missing-file.md").read_text(encoding="utf-8")
    assert '```md title="Found: source/_posts/bridge.md (hexo)"' in page
    assert not re.search(r"^```\w+ (?!title=)", page, re.MULTILINE)


def test_a_page_to_copy_is_shown_as_it_is(folder: Path) -> None:
    # The reader copies it, and its fences are what the tests of a rule read.
    page = (folder / "docs/writing-rules.md").read_text(encoding="utf-8")
    shown = page.partition("# ours/former-name")[2].partition("````")[0]
    fences = re.findall(r"^```(.+)$", shown, re.MULTILINE)
    assert fences == ["md bad", "text diagnostics", "md fixed unsafe", "md good"]


@pytest.mark.parametrize("generator", GENERATORS)
def test_each_generator_has_a_page(generator: str, folder: Path) -> None:
    page = (folder / f"docs/generators/{generator}.md").read_text(encoding="utf-8")
    assert "## How a site is recognised" in page
    assert "## What is not known\n\n- " in page


def test_the_command_line_has_every_command(folder: Path) -> None:
    page = (folder / "docs/command-line.md").read_text(encoding="utf-8")
    assert "## articlelint check" in page
    assert "### articlelint schema infer" in page
    assert "`--output-format" in page


@pytest.mark.parametrize(
    ("page", "shown"),
    [("command-line", "`--color [auto|always|never]`"), ("rules/index", "A `|` turns a line")],
)
def test_no_backslash_is_shown_in_code(page: str, shown: str, folder: Path) -> None:
    # Python-Markdown shows it in the code of a table; GitHub's Markdown does not.
    text = (folder / f"docs/{page}.md").read_text(encoding="utf-8")
    assert shown in text
    assert not re.search(r"^\|.*`[^`\n]*\\\|[^`\n]*`", text, re.MULTILINE)


def test_what_may_be_anything_is_said_to_be_so(folder: Path) -> None:
    pages = "\n".join(each.read_text("utf-8") for each in folder.glob("docs/generators/*.md"))
    assert "| any value |" in pages
    assert "something else" not in pages
