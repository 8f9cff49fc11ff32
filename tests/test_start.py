"""A run over one article imports what that article needs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LIBRARIES = frozenset(
    """
    asyncio bz2 concurrent email frontmatter hashlib html html5lib http httpx imagesize json logging
    lzma markdown_it multiprocessing pathspec pickle pydantic rich shutil socket sqlite3 ssl
    subprocess tempfile tomlkit tomllib turbohtml typing_extensions xml zoneinfo
    """.split()
)
OURS = frozenset(
    """
    cache.store config.model front_matter.json front_matter.toml html.judge html.tree.document
    language.phrases markdown.kramdown markdown.python_markdown online records reporters.html
    runner.memory runner.partitions schema.inference server sources templates.hexo templates.hugo
    templates.jinja templates.jsx templates.liquid templates.nunjucks templates.vue
    """.split()
)
"""What an article of plain Markdown, with front matter in YAML, has nothing for."""
MOST = 380
"""Modules of ours, rules included; the fewer, the better."""

PLAIN = """\
---
title: A page
date: 2024-03-01
tags: [one, two]
---

Some *text* with a [link](https://example.com/) and a list:

- one
- two

## A heading

![A picture](picture.png)
"""


def imported(folder: Path, *arguments: str, before: str = "") -> set[str]:
    """Return the modules that a run in *folder* has imported at its end; *before* is run first."""
    code = (
        f"import sys; {before}\nfrom articlelint.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", "-q", *arguments]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return set(run.stderr.split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("node_modules/\n*.log\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "page.md").write_text(PLAIN)
    return tmp_path


def test_a_plain_article_needs_nothing_that_is_made_for_others(folder: Path) -> None:
    found = imported(folder, "--no-cache", "page.md")
    assert not {each.partition(".")[0] for each in found} & LIBRARIES
    assert not {each.removeprefix("articlelint.") for each in found} & OURS
    assert len({each for each in found if each.startswith("articlelint")}) < MOST


def test_what_is_known_needs_neither_rules_nor_parsers(folder: Path) -> None:
    settled = "from articlelint.cache import places; places.RACY = 0"  # files are as old as that
    imported(folder, "page.md", before=settled)
    found = imported(folder, "page.md", before=settled)
    assert not {"yaml", "pyromark", "articlelint.linting.linter", "articlelint.runner.run"} & found
    assert not {each for each in found if each.startswith("articlelint_rules.")}
