"""When all pages of an Eleventy site are known: what else may add pages or change addresses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from articlelint.destinations.page_index import pages_of
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = """
import { HtmlBasePlugin } from "@11ty/eleventy";
import { feedPlugin } from "@11ty/eleventy-plugin-rss";
import filters from "./filters.js";
export default c => {
  c.addPlugin(HtmlBasePlugin); c.addPlugin(filters);
  c.addPlugin(feedPlugin, { outputPath: "/feed.xml" });
  c.addPassthroughCopy({ "./public/": "/" });
  c.addPassthroughCopy("src/**/*.{png,jpg}");
  return { dir: { input: "src" } };
};
"""
SITE = {
    "package.json": '{"dependencies": {"@11ty/eleventy": "3"}}',
    "eleventy.config.js": CONFIGURATION,
    "filters.js": "export default c => { c.addFilter('a', x => x); };\n",
    "src/about.md": "# About\n",
    "src/posts/owl.md": "# Owls\n",
    "src/kinds/bird.md": "# Birds\n",
    "src/_includes/post.njk": "---\nlayout: base.njk\n---\n{{ content }}\n",
}


def gone(root: Path, files: dict[str, str], url: str) -> bool:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    site = find_site(root / "src" / "about.md", root)
    pages = pages_of(site)
    assert pages is not None
    return pages.is_gone(url, site.settings.base_path)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("/about/", False),
        ("/posts/", False),  # a list of what is below it, perhaps
        ("/posts/owl/", False),
        ("/posts/owl/index.html", False),
        ("/withdrawn/", True),
        ("/posts/withdrawn/", True),
        ("/page/2/", False),
    ],
)
def test_a_page_that_is_gone(tmp_path: Path, url: str, *, expected: bool) -> None:
    assert gone(tmp_path, SITE, url) is expected


@pytest.mark.parametrize(
    "plugin",
    ["eleventy-plugin-date", "eleventy-auto-cache-buster", "@kites/eleventy-plugin-embed-youtube"],
)
def test_a_plugin_whose_name_tells_that_it_makes_no_pages(tmp_path: Path, plugin: str) -> None:
    configuration = CONFIGURATION.replace("@11ty/eleventy-plugin-rss", plugin)
    assert gone(tmp_path, {**SITE, "eleventy.config.js": configuration}, "/withdrawn/")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("src/all.njk", "---\npermalink: '{{ x }}/'\n---\n"),
        ("src/all.md", "---\npermalink: '{{ x }}/'\n---\n"),
        ("src/all.11ty.js", "export const data = { permalink: d => d.url };"),
        ("src/all.njk", "---\npermalink: >-\n  /a/\n---\n"),
        ("src/index.njk", "---\npagination:\n  data: posts\n---\n"),
        (
            "filters.js",
            "export default c => c.addGlobalData('eleventyComputed.permalink', d => { return d });",
        ),
        ("filters.js", "export default c => c.addTemplate('a.md', 'A', {});"),
        ("filters.js", "export default c => c.on('eleventy.after', () => fs.writeFileSync(a, b));"),
        (
            "eleventy.config.js",
            CONFIGURATION.replace("c.addPlugin(filters)", "c.addPlugin(more())"),
        ),
        ("eleventy.config.js", CONFIGURATION.replace("@11ty/eleventy-plugin-rss", "makes-more")),
        (
            "eleventy.config.js",
            CONFIGURATION.replace("@11ty/eleventy-plugin-rss", "eleventy-generate-category-pages"),
        ),
        ("filters.js", "import more from './more.js';\nexport default c => c.addPlugin(more);"),
        ("src/posts/posts.11tydata.js", "export default { permalink: d => d.address };"),
        ("src/posts/posts.json", '{"permalink": "/{{ title | slug }}/"}'),
        ("src/_includes/post.njk", "---\npermalink: /{{ title | slug }}/\n---\n"),
    ],
)
def test_nothing_is_gone_where_pages_may_be_made_anywhere(
    tmp_path: Path, name: str, text: str
) -> None:
    assert not gone(tmp_path, {**SITE, name: text}, "/withdrawn/")


@pytest.mark.parametrize(
    "call",
    [
        'c.addPassthroughCopy("src/**/*")',
        "c.addPassthroughCopy(copied)",
        'c.addPassthroughCopy({ "../manual/*": "manual" })',
    ],
)
def test_nothing_is_gone_where_pages_may_be_copied(tmp_path: Path, call: str) -> None:
    configuration = CONFIGURATION.replace("c.addPlugin(filters)", call)
    files = {**SITE, "eleventy.config.js": configuration, "src/tries/wing.html": "<p>A</p>"}
    assert not gone(tmp_path, files, "/withdrawn/")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("filters.js", "export default c => c.on('eleventy.after', () => fs.cpSync('a', 'b'));"),
        ("filters.js", "export default c => { fs.writeFileSync(`${out}/birds.json`, b); };"),
        ("filters.js", "import tags from './tags.js'; export default c => c.addPlugin(tags);"),
        ("filters.js", "export default c => c.addGlobalData('eleventyComputed', { a: d => d });"),
        (
            "eleventy.config.js",
            CONFIGURATION.replace("c.addPlugin(filters)", "c.addPlugin(a => a)"),
        ),
        (
            "eleventy.config.js",
            CONFIGURATION.replace("c.addPlugin(filters)", "c.addPlugin(own); function own(c) {}"),
        ),
        ("eleventy.config.js", CONFIGURATION.replace('"src/**/*.{png,jpg}"', "copied")),
        ("src/_data/eleventyComputed.js", "export default { permalink: d => d.permalink };\n"),
        (
            "src/posts/posts.11tydata.js",
            "export default { permalink: d => `/p/${d.page.fileSlug}/` }",
        ),
        (
            "src/posts/posts.11tydata.js",
            "export default { permalink(data) { return data.draft ? false : data.permalink; } };",
        ),
        (
            "src/posts/wing.md",
            "---\npermalink: '/{{ page.date | year }}/{{ page.fileSlug }}/'\n---\n",
        ),
        ("src/posts/wing.md", "---\npermalink: ''\n---\n"),
        ("src/posts/wing.md", "---\npermalink: false\nurl: https://kites.example.edu/\n---\n"),
        (
            "src/_includes/post.njk",
            '---\npermalink: "/{{ page.date | year }}/{{ page.fileSlug }}/index.html"\n---\n',
        ),
    ],
)
def test_what_makes_no_page_of_another_name_leaves_the_others_known(
    tmp_path: Path, name: str, text: str
) -> None:
    files = {"tags.js": "export default c => { c.addFilter('b', x => x); };\n", **SITE, name: text}
    assert gone(tmp_path, files, "/withdrawn/")
    assert not gone(tmp_path, files, "/about/")


@pytest.mark.parametrize(
    ("name", "text", "url"),
    [
        (
            "src/kinds/kinds.11tydata.js",
            "export default { permalink: function (data) { const a = 1; return `/sorts/${a}/`; } }",
            "/sorts/a/",
        ),
        ("src/kinds.njk", "---\npermalink: /kinds/{{ x | slugify }}/\n---\n", "/kinds/a/"),
        ("src/kinds.njk", "---\npagination:\n  data: kinds\n---\n", "/kinds/a/"),
        ("src/kinds.md", "---\npagination:\n  data: kinds\n---\n", "/kinds/a/"),
        ("src/a.md", "---\npermalink: /kinds/{{ x }}/\n---\n", "/kinds/a/"),
        ("src/a.njk", "---js\nconst permalink = d => `/kinds/${d.x}/`;\n---\n", "/kinds/a/"),
        (
            "src/a.njk",
            "---js\n({ permalink: function (d) { return `/kinds/${this.slug(d.x)}/`; } })\n---\n",
            "/kinds/a/",
        ),
        ("src/kinds/kinds.yml", "permalink: /sorts/{{ title | slug }}/", "/sorts/a/"),
        ("src/a.11ty.js", "export const data = { permalink: `/kinds/${x}/`, };", "/kinds/a/"),
        ("src/kinds/kinds.json", '{"permalink": "/sorts/{{ title | slug }}/"}', "/sorts/a/"),
    ],
)
def test_nothing_is_gone_below_what_makes_pages(
    tmp_path: Path, name: str, text: str, url: str
) -> None:
    files = {**SITE, name: text}
    assert not gone(tmp_path, files, url)
    assert gone(tmp_path, files, "/withdrawn/")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("src/_includes/post.njk", "---\npermalink: /p/{{ page.fileSlug }}/\n---\n"),
        ("src/_data/permalink.js", "export default '/p/{{ page.fileSlug }}/';\n"),
        ("src/_data/eleventyComputed.js", "export default { permalink: d => '/p/' };\n"),
        ("src/posts/posts.11tydata.js", "export default { permalink: d => d.place };\n"),
        ("src/posts/posts.11tydata.js", "export default { permalink: d => d.a ? '/p/' : '/q/' };"),
        ("src/posts/owl.11tydata.json", '{"permalink": {"build": "/p/"}}'),
        ("src/src.json", '{"eleventyComputed": {"permalink": "/p/{{ title }}/"}}'),
    ],
)
def test_what_data_and_layouts_decide_is_not_known(tmp_path: Path, name: str, text: str) -> None:
    for file, content in {**SITE, name: text}.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    site = find_site(tmp_path / "src" / "about.md", tmp_path)
    assert site.permalink(tmp_path / "src" / "posts" / "owl.md", {}) is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("eleventy.config.js", ""),
        ("eleventy.config.js", "export default c => ({ dir: { input: folder } });"),
        (
            "package.json",
            '{"scripts": {"a": "npx @11ty/eleventy --input=a", "b": "eleventy --input=b"}}',
        ),
        ("package.json", '{"scripts": {"build": "eleventy --input=../pages"}}'),
        ("package.json", '{"scripts": {"build": "rm -r eleventy-out; eleventy --config=a.js"}}'),
    ],
)
def test_where_the_input_is_not_known_no_address_is(tmp_path: Path, name: str, text: str) -> None:
    for file, content in {**SITE, name: text}.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    assert pages_of(find_site(tmp_path / "src" / "about.md", tmp_path)) is None


def test_nothing_is_gone_where_the_layouts_are_elsewhere(tmp_path: Path) -> None:
    files = {name: text for name, text in SITE.items() if "_includes" not in name}
    assert not gone(tmp_path, files, "/withdrawn/")


def test_another_site_that_is_tried_out_beside_it_changes_nothing(tmp_path: Path) -> None:
    scripts = '{"scripts": {"build": "eleventy", "try": "npx @11ty/eleventy --config=try.js"}}'
    assert gone(tmp_path, {**SITE, "package.json": scripts}, "/withdrawn/")


def test_the_folder_of_the_configuration_may_be_named_as_input(tmp_path: Path) -> None:
    files = {**SITE, "eleventy.config.js": CONFIGURATION.replace('"src" }', '"." }')}
    assert gone(tmp_path, files, "/withdrawn/")
    assert not gone(tmp_path, files, "/src/about/")


def test_scripts_may_name_the_input(tmp_path: Path) -> None:
    scripts = {
        "build": "gulp && eleventy --input=./docs --output=x",
        "try": "eleventy --input docs",
    }
    files = {
        **SITE,
        "package.json": json.dumps({"scripts": scripts}),
        "eleventy.config.js": "export default c => { c.addPassthroughCopy('a.txt'); };",
        "docs/kite.md": "# Kites\n",
        "docs/_includes/kite.njk": "{{ content }}",
    }
    assert gone(tmp_path, files, "/withdrawn/")
    assert not gone(tmp_path, files, "/kite/")


def test_a_module_is_looked_for_beside_the_file_that_takes_it(tmp_path: Path) -> None:
    files = {
        **SITE,
        "filters.js": "import { tags } from './own'; export default c => tags(c);",
        "own/index.js": "export { tags } from './tags';",
        "own/tags.js": "export const tags = c => c.addFilter('b', x => x);",
    }
    assert gone(tmp_path / "a", files, "/withdrawn/")
    files["own/tags.js"] = "export const tags = c => c.addTemplate('a.md', '');"
    assert not gone(tmp_path / "b", files, "/withdrawn/")


def test_what_lies_outside_of_the_site_is_a_library(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib/kites.js").write_text("import { wind } from './wind'; export default wind;")
    files = {**SITE, "filters.js": "import k from '../lib/kites.js'; export default c => k;"}
    assert gone(tmp_path / "docs", files, "/withdrawn/")
    (tmp_path / "lib/kites.js").write_text("export default c => c.addTemplate('a.md', '');")
    assert not gone(tmp_path / "site", files, "/withdrawn/")
