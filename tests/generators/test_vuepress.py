"""VuePress: which version makes a site, and what its configuration may change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.generators.vuepress import configured
from articlelint.recognition import find_site
from articlelint.templates.language import tokens_of

if TYPE_CHECKING:
    from pathlib import Path

NEW = "export default { bundler: viteBundler(), theme: defaultTheme({}) }\n"
OLD = "module.exports = { themeConfig: { nav: [] } }\n"


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "name"),
    [
        ({"docs/.vuepress/config.ts": NEW}, "vuepress"),
        ({"docs/.vuepress/config.js": OLD}, "vuepress1"),
        (
            {
                "docs/.vuepress/config.js": OLD,
                "package.json": '{"dependencies": {"vuepress": "^2.0.0-rc.1"}}',
            },
            "vuepress",
        ),
        (
            {
                "docs/.vuepress/config.js": "// bundler\nmodule.exports = {}\n",
                "package.json": '{"devDependencies": {"vuepress": "~1.8.0"}}',
            },
            "vuepress1",
        ),
        ({"docs/.vuepress/theme/index.js": "", "docs/.vuepress/a": ""}, "vuepress1"),
        ({"docs/.vuepress/public/a.txt": ""}, "generic"),
    ],
)
def test_the_version_is_told_by_the_package_or_the_configuration(
    tmp_path: Path, files: dict[str, str], name: str
) -> None:
    write(tmp_path, {**files, ".git/HEAD": ""})
    site = find_site(tmp_path / "docs" / "a.md", tmp_path)
    assert site.generator.name == name
    assert site.root == (tmp_path if name == "generic" else tmp_path / "docs")


@pytest.mark.parametrize(
    ("config", "unknown", "adds"),
    [
        (NEW, False, False),
        (OLD, False, False),
        ("module.exports = { plugins: ['@vuepress/back-to-top', ['medium-zoom', {}]] }", 0, 0),
        ("module.exports = { plugins: [['container', { type: 'right' }]] }", False, True),
        ("module.exports = { plugins: ['@vuepress/blog'] }", True, True),
        ("module.exports = { plugins: { '@vuepress/pwa': {}, 'x': {} } }", True, True),
        ("module.exports = { theme: 'reco' }", True, True),
        ("export default { theme: defaultTheme(), plugins: [searchPlugin()] }", False, False),
        ("export default { theme: defaultTheme(), plugins: [blogPlugin()] }", True, True),
        ("export default { theme: hopeTheme({}) }", True, True),
        ("export default { theme, markdown: { headers: {} } }", True, True),
        ("export default { theme: defaultTheme(), markdown: { headers: {} } }", False, True),
        ("export default { theme: defaultTheme(), pagePatterns: ['a/*.md'] }", True, False),
        ("", True, True),
    ],
)
def test_what_a_configuration_may_change(config: str, *, unknown: bool, adds: bool) -> None:
    assert (configured.unknown(config) != "") == unknown
    assert configured.adds_markdown(config) == adds


@pytest.mark.parametrize(
    ("config", "expressions"), [(NEW, ["a"]), (OLD, ["a", "b"])], ids=["2", "1"]
)
def test_inline_code_is_run_in_the_first_version_alone(
    tmp_path: Path, config: str, expressions: list[str]
) -> None:
    write(tmp_path, {".vuepress/config.js": config})
    path = tmp_path / "a.md"
    text = "{{ a }} `{{ b }}`\n\n```\n{{ c }}\n```\n"
    article = Article(text, path, site=find_site(path, tmp_path))
    found = [token.arguments for token in tokens_of(text, article.template_syntax)]
    assert found == expressions


def test_boxes_and_attributes_are_those_of_the_default_theme(tmp_path: Path) -> None:
    write(tmp_path, {".vuepress/config.js": NEW})
    path = tmp_path / "a.md"
    text = "# A {#b}\n\n::: caution\n\nYes\n\n:::\n\n> [!NOTE]\n> No\n"
    article = Article(text, path, site=find_site(path, tmp_path))
    assert [heading.text for heading in article.headings] == ["A {#b}"]
    assert len(list(article.markdown.nodes("BlockQuote"))) == 1
    assert [node.data for node in article.markdown.nodes("Rule")] == []
