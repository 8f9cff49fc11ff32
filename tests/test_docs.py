"""Documents that are made from the program stay true to it."""

from __future__ import annotations

import importlib
import os
import re
import runpy
import subprocess
import sys
import tomllib
from inspect import isfunction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft7Validator, Draft202012Validator

import articlelint.testing
from articlelint.cli import snippets
from articlelint.config import Configs
from articlelint.config.profiles import profiles
from articlelint.config.schema import json_schema
from articlelint.diagnostic import Severity
from articlelint.linting import on
from articlelint.linting.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

ROOT = Path(__file__).parent.parent
RULES = ROOT / "docs" / "rules.md"
PICTURE = ROOT / "docs" / "example.svg"
CONFIG = ROOT / "articlelint" / "config"
DEFAULT_RULES = """\
# Default rules

<!-- Made from the rules by `pytest tests/test_docs.py --accept`. -->

The default rules find what the generator misreads and what breaks the page or the build. Profiles
add good practice:

```toml
extends = ["accessibility", "hygiene"]
```

A family's name selects those of its rules that are on by default (`--select links`); `links/*`
selects all of them. The set changes in minor releases only.
"""
SEVERITIES = {
    Severity.ERROR: "The page, the data or the build is wrong.",
    Severity.WARNING: "Very likely a defect that a reader or the author would notice.",
    Severity.INFO: "Advice; it never makes a run fail.",
}
DOCUMENTS = sorted(ROOT.glob("*.md")) + sorted((ROOT / "docs").glob("*.md"))
SCHEMAS = {
    "repos": "https://json.schemastore.org/pre-commit-config.json",
    "jobs": "https://json.schemastore.org/github-workflow.json",
    "articlelint": "https://gitlab.com/gitlab-org/gitlab/-/raw/master/app/assets/javascripts"
    "/editor/schema/ci.json",
}
"""The schema of a configuration that has this key."""


def index_of_rules() -> str:
    """Return docs/rules.md: every rule with its sentence, linked to its page."""
    registry = Registry(entry_points=False)
    lines = [
        "# Rules",
        "",
        "<!-- Made from the rules by `pytest tests/test_docs.py --accept`. -->",
        "",
        "Each name leads to the",
        "rule's page, which `articlelint rule NAME` also prints. \\* means that `--fix` fixes the",
        "finding, ? that it takes `--unsafe-fixes`, (off) that the rule runs only when selected.",
    ]
    for family in registry.families:
        lines += [
            "",
            f"## {family}",
            "",
            "| rule | severity | | what it finds |",
            "| --- | --- | --- | --- |",
        ]
        for name in registry.names:
            if name.partition("/")[0] != family:
                continue
            rule = registry.load(name)
            page = registry.page_path(name)
            assert page is not None
            link = f"../{page.relative_to(ROOT).as_posix()}"
            mark = {None: "", 1: "?", 2: "\\*"}[None if rule.fixable is None else int(rule.fixable)]
            off = "" if rule.default else " (off)"
            summary = (rule.__doc__ or "").partition("\n")[0].replace("|", "\\|")
            lines.append(f"| [{name}]({link}) | {rule.severity}{off} | {mark} | {summary} |")
    return "\n".join(lines) + "\n"


def test_the_index_of_rules_is_up_to_date(accept: bool) -> None:
    text = index_of_rules()
    if accept:
        RULES.write_text(text, encoding="utf-8")
    assert RULES.read_text(encoding="utf-8") == text


def default_rules() -> str:
    """Return docs/default-rules.md: which rules run, and which profile has the others."""
    registry = Registry(entry_points=False)
    pages = {name: registry.page_path(name) for name in registry.names}

    def linked(names: Iterable[str]) -> str:
        return ", ".join(
            f"[{name}](../{page.relative_to(ROOT).as_posix()})"
            for name in names
            if (page := pages[name]) is not None
        )

    rules = [registry.load(name) for name in registry.names]
    lines = [DEFAULT_RULES]
    for severity, about in SEVERITIES.items():
        names = [each.name for each in rules if each.default and each.severity is severity]
        lines += [f"## {severity.value}: {len(names)} rules", "", about, "", linked(names), ""]
    left = [each.name for each in rules if not each.default]
    for profile in profiles():
        table = tomllib.loads((CONFIG / "profiles" / f"{profile}.toml").read_text(encoding="utf-8"))
        chosen = {
            name
            for name in left
            for each in table["extend-select"]
            if each in {name, f"{name.partition('/')[0]}/*"}
        }
        lines += [f"## Only in the profile `{profile}`", "", linked(sorted(chosen)), ""]
        left = [name for name in left if name not in chosen]
    lines += ["## In no profile", "", linked(left)]
    return "\n".join(lines) + "\n"


def test_the_page_of_default_rules_is_up_to_date(accept: bool) -> None:
    text = default_rules()
    path = ROOT / "docs" / "default-rules.md"
    if accept:
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def test_the_picture_shows_what_the_program_prints(accept: bool) -> None:
    picture = runpy.run_path(str(ROOT / "docs" / "picture.py"))
    text = picture["output"]()
    if accept:
        PICTURE.write_text(picture["draw"](text), encoding="utf-8")
    shown = picture["text_of"](PICTURE.read_text(encoding="utf-8"))
    assert shown == picture["plain"](text)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    text = re.sub(
        r"^(`{3,}).*?^\1$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
    )
    for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text):
        assert (path.parent / target).exists(), target


def fences(language: str) -> list[tuple[str, str]]:
    """Return the fences of *language* in all documents, each with the document's name."""
    fence = re.compile(rf"^```{language}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
    return [
        (path.name, text)
        for path in DOCUMENTS
        for text in fence.findall(path.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("name", "text"), fences("yaml"))
def test_configurations_are_what_their_readers_read(
    name: str, text: str, published_schema: Callable[[str], Mapping[str, Any]]
) -> None:
    document = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - the simplest; YAML 1.1 reads `on` as true
    keys = set(document) & set(SCHEMAS) if isinstance(document, dict) else set()
    if not keys:  # a part of a workflow
        steps = document["steps"] if isinstance(document, dict) else document
        document = {"on": "push", "jobs": {"a": {"runs-on": "ubuntu-latest", "steps": steps}}}
        keys = {"jobs"}
    schema = published_schema(SCHEMAS[keys.pop()])
    errors = [error.message for error in Draft7Validator(schema).iter_errors(document)]
    assert errors == [], name


def test_what_init_shows_stands_in_the_document_about_adopting() -> None:
    shown = [text for name, text in fences("yaml") if name == "adopting.md"]
    assert f"repos:\n{snippets.HOOK}" in shown
    assert snippets.GITHUB in shown
    assert snippets.GITLAB in shown


@pytest.mark.parametrize(("name", "text"), fences("toml"))
def test_settings_are_valid_for_the_schema_and_for_the_program(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "entry-points" in text:  # of a package with a plugin
        return
    monkeypatch.chdir(tmp_path)
    for folder in ("site", "docs", "lint", "schemas"):
        (tmp_path / folder).mkdir()
    guide = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    module = re.search(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    assert module is not None
    (tmp_path / "lint" / "former_name.py").write_text(module[1], encoding="utf-8")
    (tmp_path / "models.py").write_text("from pydantic import BaseModel as Post", encoding="utf-8")
    for file in ("frontmatter.json", "schemas/post.json"):
        (tmp_path / file).write_text("{}", encoding="utf-8")
    (tmp_path.parent / "shared").mkdir(exist_ok=True)
    (tmp_path.parent / "shared" / "articlelint.toml").touch()
    path = tmp_path / "articlelint.toml"
    path.write_text(text, encoding="utf-8")
    registry = Configs().root.registry  # which reads the file, and its plugins
    errors = Draft202012Validator(json_schema(registry)).iter_errors(tomllib.loads(text))
    assert [error.message for error in errors] == [], name


@pytest.mark.slow
def test_the_guide_to_rules_can_be_followed(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    fence = re.compile(r"^(`{3,})(python|toml|markdown)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
    named, site_rule, tests, *_ = [
        text for _, kind, text in fence.findall(guide) if kind == "python"
    ]
    settings = next(text for _, kind, text in fence.findall(guide) if kind == "toml")
    page = next(text for _, kind, text in fence.findall(guide) if kind == "markdown")
    for name, text in {
        "lint/former_name.py": named,
        "lint/former_name.md": page,
        "lint/test_former_name.py": tests,
        "lint/duplicate_title.py": site_rule,
        "conftest.py": 'pytest_plugins = ["articlelint.testing"]\n',
        "articlelint.toml": settings.replace('.py"]', '.py", "lint/duplicate_title.py"]'),
        "posts/a.md": "---\ntitle: One\ntags: [acme-classic]\n---\n",
        "posts/b.md": "---\ntitle: One\n---\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "rules")]),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
    }

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    found = run("articlelint", "check", "--select", "ours", "--output-format", "concise")
    first, second = found.stdout.splitlines()
    assert first.endswith("3:8: warning ours/former-name `acme-classic` is now called `acme`")
    assert second.partition(" ")[0] == f"{Path('posts/b.md')}:2:8:"
    assert second.endswith(f"ours/duplicate-title `{Path('posts/a.md')}` has this title too")
    assert "Readers do not find" in run("articlelint", "rule", "ours/former-name").stdout
    pytest_run = run("pytest", "--accept", "-p", "no:cacheprovider")
    assert pytest_run.returncode == 0, pytest_run.stdout
    text = (tmp_path / "lint" / "former_name.md").read_text(encoding="utf-8")
    assert "2:8-19 warning: `acme-legacy` is now called `acme`" in text
    assert "```md fixed unsafe\n---\ntags: [acme]\n" in text


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ModuleType]]:
    """Return what imports a script of the documentation."""
    monkeypatch.syspath_prepend(str(ROOT / "docs"))
    yield importlib.import_module
    for name in ("names", "reference"):
        sys.modules.pop(name, None)


def test_the_guides_list_what_there_is(scripts: Callable[[str], ModuleType]) -> None:
    names = scripts("names")
    listed = names.LIST.search(names.PAGE.read_text(encoding="utf-8"))
    assert listed is not None
    assert listed[0] == names.listed(), "run python docs/names.py"
    guide = names.GENERATORS.read_text(encoding="utf-8")
    assert guide.count("| attribute | default |") == len(names.GROUPS) + 1  # and the date reader's
    assert guide == names.with_tables(guide), "run python docs/names.py"


def test_the_reference_is_that_of_the_code(
    scripts: Callable[[str], ModuleType], accept: bool
) -> None:
    reference = scripts("reference")
    page = reference.page()
    if accept:
        reference.PAGE.write_text(page, encoding="utf-8")
    assert reference.PAGE.read_text(encoding="utf-8") == page, "run python docs/reference.py"
    before, _, behind = page.partition("## For generators\n")
    got, _, harness = behind.partition("## The test harness")
    listed = set(re.findall(r"^### (\w+)$", before + harness, re.MULTILINE))
    public = {name for name in articlelint.__all__ if not name.startswith("__")}
    assert listed == public | set(articlelint.testing.__all__)
    for name, module in re.findall(r"^### (\w+)\n\nIn `([\w.]+)`\.$", got, re.MULTILINE):
        assert hasattr(importlib.import_module(module), name)
    assert {"Generator", "OwnIds", "HtmlDocument"} <= set(
        re.findall(r"^### (\w+)$", got, re.MULTILINE)
    )


def test_the_guide_to_rules_names_every_subject() -> None:
    guide = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
    subjects = {
        name
        for name, value in vars(on).items()
        if isfunction(value) and not name.startswith("_") and value.__module__ == on.__name__
    }
    assert subjects == set(re.findall(r"`@on\.(\w+)\(", guide))
