"""What ``mkdocs.yml`` and ``pelicanconf.py`` say of Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site


def dialect(root: Path, files: dict[str, str]) -> PythonMarkdown:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    site: Site = find_site(root / "a" / "docs" / "index.md", root)
    found = site.dialect
    assert isinstance(found, PythonMarkdown)
    return found


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param("[footnotes, attr_list, {admonition: {}}]", id="a list"),
        pytest.param("{footnotes: {}, attr_list: , admonition: {x: 1}}", id="a mapping"),
        pytest.param(
            "[markdown.extensions.footnotes, markdown.extensions.attr_list, admonition]",
            id="long names",
        ),
    ],
)
def test_extensions_of_mkdocs(tmp_path: Path, listed: str) -> None:
    found = dialect(tmp_path, {"a/mkdocs.yml": f"site_name: x\nmarkdown_extensions: {listed}\n"})
    names = ["toc", "tables", "fenced_code", "footnotes", "attr_list", "admonition"]
    assert found.features == features([(name, {}) for name in names])


def test_options_of_extensions_and_tags_of_yaml(tmp_path: Path) -> None:
    found = dialect(
        tmp_path,
        {
            "a/mkdocs.yml": "extra: !ENV X\nmarkdown_extensions:\n  - pymdownx.tabbed:\n"
            "      alternate_style: true\n      slugify: !!python/object/apply:a.b {kwds: {}}\n"
            "  - pymdownx.betterem:\n      smart_enable: all\n"
        },
    )
    assert found.features.tabs == "alternate"
    assert [each.smart for each in found.features.emphasis] == [True, True]


def test_what_a_configuration_inherits(tmp_path: Path) -> None:
    found = dialect(
        tmp_path,
        {
            "base.yml": "markdown_extensions: {footnotes: {}, attr_list: {}}\nplugins: [search]\n",
            "a/mkdocs.yml": "INHERIT: ../base.yml\nmarkdown_extensions: {abbr: {}}\n",
        },
    )
    assert found.features.footnotes
    assert found.features.abbreviations
    assert not found.features.unknown


def test_snippets_that_every_page_ends_with(tmp_path: Path) -> None:
    found = dialect(
        tmp_path,
        {
            "a/mkdocs.yml": "markdown_extensions:\n  - abbr\n  - pymdownx.snippets:\n"
            "      auto_append: [includes/a.md, gone.md]\n",
            "a/includes/a.md": "*[HTML]: Markup\n\n[x]: /y\n",
        },
    )
    events = found.events("HTML and [x]\n")
    assert [data for role, kind, data, _, _ in events if role == 0 and kind == "Text"] == [
        *("HTML", " and ", "x")
    ]
    assert not found.definitions("HTML and [x]\n")


@pytest.mark.parametrize(
    ("config", "unknown"),
    [
        pytest.param("plugins: [search, blog, material/tags]", set(), id="plugins that are known"),
        pytest.param("plugins: {search: {}, ezlinks: {}}", {"ezlinks"}, id="a plugin that is not"),
        pytest.param("hooks: [hooks/a.py]", {"hooks/a.py"}, id="a hook"),
        pytest.param("markdown_extensions: [my.extension:Mine]", {"my.extension"}, id="its own"),
        pytest.param("markdown_extensions: 7", set(), id="nonsense"),
    ],
)
def test_what_is_not_known_of_mkdocs(tmp_path: Path, config: str, unknown: set[str]) -> None:
    found = dialect(tmp_path, {"a/mkdocs.yml": f"site_name: x\n{config}\n"})
    assert found.features.unknown == unknown


@pytest.mark.parametrize(
    ("config", "names", "unknown"),
    [
        pytest.param("", ["codehilite", "extra", "meta"], set(), id="nothing"),
        pytest.param(
            "MARKDOWN = {'extensions': ['toc'], 'extension_configs': {'smarty': {}}}",
            ["toc", "smarty"],
            set(),
            id="a literal",
        ),
        pytest.param(
            "MARKDOWN = dict(a=b())", ["codehilite", "extra"], {"MARKDOWN"}, id="an expression"
        ),
        pytest.param(
            "MARKDOWN['extension_configs']['x'] = {}",
            ["codehilite", "extra"],
            {"MARKDOWN"},
            id="a change",
        ),
        pytest.param(
            "PLUGINS = ['sitemap', 'render_math']",
            ["codehilite", "extra"],
            {"render_math"},
            id="a plugin",
        ),
    ],
)
def test_extensions_of_pelican(
    tmp_path: Path, config: str, names: list[str], unknown: set[str]
) -> None:
    found = dialect(tmp_path, {"a/pelicanconf.py": f"PATH = 'content'\n{config}\n"})
    expected = features([(name, {}) for name in names], frozenset(unknown))
    assert found.features == expected


def test_a_dialect_is_a_value() -> None:
    one = PythonMarkdown(features([("tables", {})]))
    assert one == PythonMarkdown(features([("markdown.extensions.tables", {})]))
    assert one != PythonMarkdown(features([("tables", {})]), "[a]: b")
    assert hash(one) == hash(PythonMarkdown())
