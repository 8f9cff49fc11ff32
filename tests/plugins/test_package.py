"""A plugin that is a package of its own: found, configured, documented, tested as authors do."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ACME = Path(__file__).parent / "acme"
TEST = """
import pytest
from articlelint.testing import check_page, rules_of

pytest_plugins = ["articlelint.testing"]

@pytest.mark.parametrize("rule", rules_of("acme_rules"), ids=lambda rule: rule.name)
def test_page(rule, accept):
    check_page(rule, accept=accept)
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Return a folder that is to Python what pip makes of the package."""
    information = tmp_path / "site" / "acme_articles-1.0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Name: acme-articles\nVersion: 1.0\n", encoding="utf-8")
    (information / "entry_points.txt").write_text(
        "[articlelint.rules]\nacme = acme_rules\n", encoding="utf-8"
    )
    (information.parent / "acme_rules").symlink_to(ACME / "acme_rules", target_is_directory=True)
    return information.parent


def run(
    installed: Path, *arguments: str, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd or installed.parent,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(installed), *sys.path]),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_is_found_and_configured(installed: Path) -> None:
    (installed.parent / "a.md").write_text("It is simply so, or just so.\n", encoding="utf-8")
    found = run(installed, "articlelint", "check", "--select", "style", "a.md")
    assert found.stdout == "a.md:1:7: warning style/forbidden-word We do not say `simply`\n"
    assert found.returncode == 1
    (installed.parent / "articlelint.toml").write_text(
        'select = ["style"]\n[rules."style/forbidden-word"]\nwords = ["just"]', encoding="utf-8"
    )
    found = run(installed, "articlelint", "check", "a.md")
    assert found.stdout == "a.md:1:21: warning style/forbidden-word We do not say `just`\n"


def test_it_is_documented(installed: Path) -> None:
    page = run(installed, "articlelint", "rule", "style/forbidden-word").stdout
    assert "What is simple for one is not for another." in page
    assert '- `words = ["simply"]`: a list of strings' in page
    assert "- from: `acme` (acme_rules)" in page


def test_isolated_runs_go_without_it(installed: Path) -> None:
    found = run(installed, "articlelint", "check", "--isolated", "--select", "style")
    assert found.returncode == 2
    assert "no rule or family `style`" in found.stderr


def test_its_pages_are_its_tests(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "test_pages.py").write_text(TEST, encoding="utf-8")
    found = run(installed, "pytest", "-q", "-p", "no:cacheprovider", str(folder), cwd=folder)
    assert "1 passed" in found.stdout, found.stdout


def test_a_broken_one_ends_the_run(installed: Path) -> None:
    (installed / "acme_rules").unlink()
    found = run(installed, "articlelint", "check")
    assert found.returncode == 2
    assert "there is no package `acme_rules`" in found.stderr
