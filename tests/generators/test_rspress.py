"""Rspress: which pages its configuration makes, and how it reads emphasis."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.generators.rspress import configured
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint_rules.markdown.unread_emphasis import UnreadEmphasis

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("config", "unknown"),
    [
        ("export default defineConfig({ root: 'docs' })", False),
        ("export default defineConfig({ plugins: [pluginRss(), pluginSass({})] })", False),
        ("export default defineConfig({ plugins: [pluginTypeDoc({ entryPoints: [] })] })", True),
        ("export default defineConfig({ plugins: [...common] })", True),
        ("export default defineConfig({ plugins })", True),
        ("export default defineConfig({ route: { exclude: ['a/**'] } })", True),
        ("export default defineConfig({ multiVersion: { default: 'v1' } })", True),
        ("", True),
    ],
)
def test_what_a_configuration_may_make(config: str, *, unknown: bool) -> None:
    assert (configured.unknown(config) != "") == unknown


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"rspress.config.mts": ""}, "rspress"),
        (
            {"rstack.config.ts": "", "package.json": '{"dependencies": {"@rspress/core": "2"}}'},
            "rspress",
        ),
        ({"rstack.config.ts": "", "package.json": "{}"}, "generic"),
    ],
)
def test_how_a_site_is_recognised(tmp_path: Path, files: dict[str, str], name: str) -> None:
    for each, text in files.items():
        (tmp_path / each).write_text(text, encoding="utf-8")
    assert find_site(tmp_path / "docs" / "a.md", tmp_path).generator.name == name


@pytest.mark.parametrize("name", ["a.md", "a.mdx"])
def test_emphasis_may_end_at_punctuation_before_a_chinese_letter(tmp_path: Path, name: str) -> None:
    (tmp_path / "rspress.config.ts").write_text("export default {}", encoding="utf-8")
    path = tmp_path / "docs" / name
    article = Article("**所有：**站内\n", path, site=find_site(path, tmp_path))
    assert lint(article, [UnreadEmphasis()]).diagnostics == ()
