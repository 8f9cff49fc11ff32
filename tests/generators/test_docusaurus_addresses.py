"""What a Docusaurus site publishes where, and when all of its pages are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.generators.docusaurus.addresses import Part, parts
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

DOCS, BLOG, PAGES = (
    Part("docs", "docs", "docs"), Part("blog", "blog", "blog"), Part("pages", "src/pages", ""),
)  # fmt: skip
CONFIGURATION = """
import {themes} from 'prism-react-renderer';
const config: Config = {
  url: 'https://kites.example.edu', baseUrl: '/', // presets: []
  presets: [['classic', {docs: {sidebarPath: require.resolve('./sidebars.js')}} satisfies Options]],
};
export default config;
"""
SITE = {
    "docusaurus.config.ts": CONFIGURATION,
    "docs/owl.md": "# Owls\n",
    "docs/birds/index.md": "# Birds\n",
}


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        (CONFIGURATION, (DOCS, BLOG, PAGES)),
        ("presets: [['@docusaurus/preset-classic', {blog: false, pages: false}]]", (DOCS,)),
        (
            """presets: [["classic", {docs: {routeBasePath: "/", path: "../docs/", a: "{,["}}]]""",
            (Part("docs", "../docs", ""), BLOG, PAGES),
        ),
        (
            (
                "presets: ['classic'], plugins: [['@docusaurus/plugin-content-docs', "
                "{id: 'api', path: 'api', routeBasePath: 'reference'}], 'docusaurus-plugin-sass'], "
                "themes: ['@docusaurus/theme-mermaid']"
            ),
            (DOCS, BLOG, PAGES, Part("docs", "api", "reference")),
        ),
    ],
)
def test_parts_of_a_site(config: str, expected: tuple[Part, ...]) -> None:
    assert parts(config) == (expected, "")


@pytest.mark.parametrize(
    "config",
    [
        "",
        "presets: [ours]",
        "presets: [['classic', options]]",
        "presets: [['classic', {...options}]]",
        "presets: [['classic', {docs: options}]]",
        "presets: [['classic', {docs: {path: folder}}]]",
        "presets: [['classic', {docs: {routeBasePath: `${base}/a`}}]]",
        "presets: ['classic'], plugins: [async () => ({name: 'ours'})]",
        "presets: ['classic'], plugins: ['docusaurus-plugin-makes-more']",
        "presets: ['classic'], plugins: [['@docusaurus/plugin-client-redirects', {}]]",
        "presets: ['classic'], plugins: ours",
        "presets: ['classic'",
    ],
)
def test_what_is_no_literal_may_make_pages(config: str) -> None:
    assert parts(config).unknown


def gone(root: Path, files: dict[str, str], url: str) -> bool:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    site = find_site(root / "docs" / "owl.md", root)
    pages = pages_of(site)
    assert pages is not None
    return pages.is_gone(url, site.settings.base_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/docs/owl", False),
        ("/docs/owl/", False),
        ("/docs/birds/", False),
        ("/docs/tags/a", False),
        ("/blog/page/2", False),
        ("/docs/withdrawn", True),
        ("/withdrawn", True),
        ("/blog/withdrawn", True),
    ],
)
def test_a_page_that_is_gone(tmp_path: Path, url: str, *, expected: bool) -> None:
    assert gone(tmp_path, SITE, url) is expected


@pytest.mark.parametrize(
    ("name", "text", "url"),
    [
        ("versions.json", '["1.0"]', "/withdrawn"),
        (
            "docusaurus.config.ts",
            CONFIGURATION.replace("presets:", "plugins: [ours], presets:"),
            "/withdrawn",
        ),
        ("sidebars.js", "a: [{link: {type: 'generated-index', slug: '/all'}}]", "/docs/all"),
        ("docs/birds/_category_.yml", "link:\n  slug: all\n", "/docs/all"),
        ("src/pages/all.tsx", "", "/all"),
        ("src/pages/all/index.js", "", "/all"),
        (
            "docusaurus.config.ts",
            CONFIGURATION.replace(
                "url:", "i18n: {defaultLocale: 'en', locales: ['en', 'fr']}, url:"
            ),
            "/fr/docs/owl",
        ),
    ],
)
def test_nothing_is_gone_where_something_else_makes_pages(
    tmp_path: Path, name: str, text: str, url: str
) -> None:
    assert not gone(tmp_path, {**SITE, name: text}, url)


def test_translations_that_git_ignores_open_no_address(tmp_path: Path) -> None:
    assert gone(tmp_path / "a", {**SITE, ".gitignore": "i18n/**/*\n"}, "/docs/withdrawn")
    assert not gone(tmp_path / "b", {**SITE, ".gitignore": "docs/made.md\n"}, "/docs/made")


def test_documents_in_a_folder_of_any_name(tmp_path: Path) -> None:
    plugin = "['@docusaurus/plugin-content-docs', {id: 'b', path: 'guide', routeBasePath: 'help'}]"
    files = {
        **SITE,
        "docusaurus.config.ts": CONFIGURATION.replace("presets:", f"plugins: [{plugin}], presets:"),
        "guide/01-owl.md": "# Owls\n",
    }
    assert not gone(tmp_path, files, "/help/owl")
    assert gone(tmp_path, files, "/help/withdrawn")
