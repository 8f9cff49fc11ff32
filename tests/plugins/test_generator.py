"""A generator that nobody knows: the one of the guide, as a package and as one of our own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
PAGE = """\
---
title: One
written: 2024-05-02
---

![](gone.png)

| a |
|---|
| b |

[% if x %][Two](quill:two), [three](quill:three)[% end %] [four]([[ url ]]) [five](/lighthose/)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    guide = (ROOT / "docs" / "writing-generators.md").read_text(encoding="utf-8")
    module = re.search(r"^```python\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    entry = re.search(r"^quill = \"(.*)\"$", guide, re.MULTILINE)
    assert module is not None
    assert entry is not None
    for name, text in {
        "site-packages/quill_generator/__init__.py": module[1],
        "site-packages/quill-1.0.dist-info/METADATA": "Name: quill\nVersion: 1.0\n",
        "site-packages/quill-1.0.dist-info/entry_points.txt": (
            f"[articlelint.generators]\nquill = {entry[1]}\n"
        ),
        "site/quill.toml": "[quill]\nurl = 'https://quill.example/'\n",
        "site/pages/one.md": PAGE,
        "site/pages/two.md": "---\ntitle: Two\nwritten: 02.05.2024\n---\n",
        "site/pages/lighthouse.md": "---\ntitle: The lighthouse\n---\n",
        "site/theme/page.md": "![](gone.png)\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "site"


OWN = """\
import articlelint.generators
from articlelint.generators.built_in import BuiltIn
articlelint.generators.GENERATORS["quill"] = BuiltIn("quill_generator", "Quill", ("quill.toml",))
from articlelint.cli import main
main()
"""
"""A program in whose list of generators there is one more."""


def check(
    site: Path, *arguments: str, program: Sequence[str] = ("-m", "articlelint")
) -> subprocess.CompletedProcess[str]:
    packages = [str(site.parent / "site-packages"), str(ROOT), str(ROOT / "rules")]
    return subprocess.run(
        [sys.executable, *program, "check", *arguments],
        cwd=site,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*packages, *sys.path])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_package_adds_it(site: Path) -> None:
    found = check(site)
    assert "`2024-05-02` is not a date format that Quill documents" in found.stdout
    assert "`gone.png` leads to no file" in found.stdout
    assert "`quill:three` leads to no file" in found.stdout
    assert "`/lighthose/`" in found.stdout
    assert "url" not in found.stdout
    assert "quill:two" not in found.stdout
    assert "two.md" not in found.stdout
    assert "theme" not in found.stdout
    assert found.returncode == 1


def test_an_entry_in_the_list_adds_it(site: Path) -> None:
    of_package = check(site).stdout
    (site.parent / "site-packages" / "quill-1.0.dist-info" / "entry_points.txt").unlink()
    assert check(site).stdout != of_package
    assert check(site, program=("-c", OWN)).stdout == of_package
    assert check(site, "--isolated", program=("-c", OWN)).stdout == of_package


def test_its_markdown_is_its_own(site: Path) -> None:
    (site / "pages" / "one.md").write_text(
        "---\ntitle: One\n---\n\n| a |\n|---|\n| <b>b |\n", encoding="utf-8"
    )
    assert "in its table cell" not in check(site).stdout  # there are no tables


def test_isolated_runs_go_without_it(site: Path) -> None:
    assert "Quill" not in check(site, "--isolated").stdout


def test_the_configuration_can_name_it(site: Path) -> None:
    (site / "quill.toml").unlink()
    (site / "articlelint.toml").write_text('[site]\ngenerator = "quill"\n', encoding="utf-8")
    assert "`quill:three` leads to no file" in check(site).stdout


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("quill_generator:Page", "is not a subclass of `Generator`"),
        ("nowhere:Quill", "ModuleNotFoundError"),
        ("articlelint.generators.generator:Generator", "lacks `asset_candidates`, `recognises`"),
    ],
)
def test_a_broken_one_ends_the_run(site: Path, value: str, said: str) -> None:
    entry = site.parent / "site-packages" / "quill-1.0.dist-info" / "entry_points.txt"
    entry.write_text(f"[articlelint.generators]\nquill = {value}\n", encoding="utf-8")
    found = check(site)
    assert found.returncode == 2
    assert said in found.stderr


def _edited(site: Path, before: str, after: str) -> None:
    module = site.parent / "site-packages" / "quill_generator" / "__init__.py"
    text = module.read_text(encoding="utf-8")
    assert before in text
    module.write_text(text.replace(before, after), encoding="utf-8")


def test_one_without_a_title_says_so(site: Path) -> None:
    _edited(site, '    title = "Quill"\n', "")
    found = check(site)
    assert found.returncode == 2
    assert "lacks `title`" in found.stderr


def test_one_that_fails_in_its_settings_is_named(site: Path) -> None:
    _edited(site, 'config.get("url")', 'config["address"]')
    found = check(site)
    assert found.returncode == 2
    assert "generator plugin `quill`: settings: KeyError: 'address'" in found.stderr


def test_an_address_that_is_no_text_is_a_problem_of_the_site(site: Path) -> None:
    (site / "quill.toml").write_text("[quill]\nurl = 5\n", encoding="utf-8")
    found = check(site)
    assert found.returncode == 1
    assert "`5` is not a URL" in found.stderr
