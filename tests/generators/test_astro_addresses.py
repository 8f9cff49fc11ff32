"""When all addresses of an Astro site are known, and which ids its headings have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = "export default defineConfig({ integrations: [mdx(), sitemap({})] });\n"
BLOG = {
    "astro.config.mjs": CONFIGURATION,
    "src/content/posts/owl.md": "# Owls\n",
    "src/pages/index.astro": "",
    "src/pages/about.md": "# About\n",
    "src/pages/us/index.astro": "",
    "src/pages/blog/[...slug].astro": "",
    "src/pages/feed.xml.js": "",
}


def gone(root: Path, files: dict[str, str], url: str) -> bool:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    site = find_site(root / "src" / "pages" / "about.md", root)
    pages = pages_of(site)
    assert pages is not None
    return pages.is_gone(url, site.settings.base_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/", False),
        ("/about/", False),
        ("/us/", False),
        ("/blog/owl/", False),
        ("/blog/withdrawn/", False),  # below what a page of a collection makes
        ("/owl/", False),  # a collection has it
        ("/withdrawn/", True),
    ],
)
def test_a_page_that_is_gone(tmp_path: Path, url: str, *, expected: bool) -> None:
    assert gone(tmp_path, BLOG, url) is expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("src/pages/[...slug].astro", ""),
        ("src/pages/[lang]/index.astro", ""),
        ("astro.config.mjs", CONFIGURATION.replace("mdx()", "more()")),
        ("astro.config.mjs", CONFIGURATION.replace("[mdx()", "[...ours, mdx()")),
        ("astro.config.mjs", "export default { integrations };\n"),
        ("astro.config.mjs", "export default { srcDir: folder };\n"),
        (
            "astro.config.mjs",
            "export default { integrations: [starlight({ plugins: [more()] })] };",
        ),
        ("astro.config.mjs", "export default { integrations: [starlight({ locales })] };\n"),
        (
            "astro.config.mjs",
            "export default { integrations: [starlight({ locales: { ...ours, fr: {} } })] };\n",
        ),
        ("astro.config.mjs", "export default { redirects: { '/withdrawn': '/about' } };\n"),
        ("astro.config.mjs", "export default { redirects: { '/withdrawn/[x]': '/about' } };\n"),
    ],
)
def test_nothing_is_gone_where_more_pages_may_be_made(tmp_path: Path, name: str, text: str) -> None:
    assert not gone(tmp_path, {**BLOG, name: text}, "/withdrawn/")


@pytest.mark.parametrize(
    ("version", "configuration", "expected"),
    [
        ("^5.1.0", CONFIGURATION, (IdStyle.ASTRO,)),
        ("^6.0.0", CONFIGURATION, (IdStyle.GITHUB,)),
        ("~7.0.2", CONFIGURATION, (IdStyle.GITHUB,)),
        ("catalog:", CONFIGURATION, (IdStyle.ASTRO, IdStyle.GITHUB)),
        ("5", "export default { markdown: { rehypePlugins: [ours] } };\n", ANY_STYLE),
        ("5", "// rehypePlugins: []\nexport default {};\n", (IdStyle.ASTRO,)),
    ],
)
def test_ways_to_make_ids(
    tmp_path: Path, version: str, configuration: str, expected: tuple[IdStyle, ...]
) -> None:
    (tmp_path / "package.json").write_text(f'{{"dependencies": {{"astro": "{version}"}}}}')
    (tmp_path / "astro.config.mjs").write_text(configuration)
    site = find_site(tmp_path / "src" / "a.md", tmp_path)
    assert site.root is not None
    assert site.generator.heading_id_styles(site.root) == expected


def test_documents_that_a_program_makes_are_not_gone(tmp_path: Path) -> None:
    files = {
        "package.json": '{"dependencies": {"astro": "5", "@astrojs/starlight": "0.36"}}',
        "astro.config.mjs": "export default { integrations: [starlight({ title: 'Kites' })] };\n",
        "src/content.config.ts": "docs: defineCollection({ loader: docsLoader() })\n",
        "src/content/docs/owl.md": "---\ntitle: Owls\n---\n",
        ".gitignore": "src/content/docs/reference/\n",
    }
    assert not gone(tmp_path, files, "/reference/owl/")
    assert gone(tmp_path, files, "/withdrawn/")


@pytest.mark.parametrize(
    "configuration",
    [
        "{ vite: { plugins: [styles()] }, integrations: [starlight({ title: 'Kites' })] }",
        "{ integrations: [starlight({ title: 'Kites' })], vite: { plugins: [styles()] } }",
        ("{ integrations: [starlight({ plugins: [...(a ? [starlightLinksValidator()] : [])] })] }"),
        (
            "{ integrations: [starlight({ title: 'Kites', locales })] };\n"
            "const locales = { root: { label: 'English', lang: 'en' } }"
        ),
    ],
)
def test_what_adds_no_documents_to_those_of_starlight(tmp_path: Path, configuration: str) -> None:
    files = {
        "package.json": '{"dependencies": {"astro": "5", "@astrojs/starlight": "0.36"}}',
        "astro.config.mjs": f"export default {configuration};\n",
        "src/content.config.ts": "docs: defineCollection({ loader: docsLoader() })\n",
        "src/content/docs/owl.md": "---\ntitle: Owls\n---\n",
    }
    assert gone(tmp_path, files, "/withdrawn/")
    assert not gone(tmp_path, files, "/owl/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/fr/owl/", False),  # the English page stands for it
        ("/de/owl/", False),
        ("/fr/gull/", False),
        ("/de/gull/", True),
        ("/owl/", True),
        ("/fr/withdrawn/", True),
        ("/fr/reference/owl/", False),  # as a program makes the English page
    ],
)
def test_pages_that_are_not_translated_are_not_gone(
    tmp_path: Path, url: str, *, expected: bool
) -> None:
    files = {
        "package.json": '{"dependencies": {"astro": "5", "@astrojs/starlight": "0.36"}}',
        "astro.config.mjs": "export default { integrations: [starlight({ title: 'Kites', "
        "defaultLocale: 'en', locales: { en: { label: 'English' }, fr: { label: 'Français' }, "
        "de: { label: 'Deutsch' } } })] };\n",
        "src/content.config.ts": "docs: defineCollection({ loader: docsLoader() })\n",
        "src/content/docs/en/owl.md": "---\ntitle: Owls\n---\n",
        "src/content/docs/fr/gull.md": "---\ntitle: Gulls\n---\n",
        ".gitignore": "src/content/docs/en/reference/\n",
    }
    assert gone(tmp_path, files, url) is expected
