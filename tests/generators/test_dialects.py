"""How a site's Markdown is read, as far as its configuration and its packages tell."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.generators.hugo.markdown import DEFAULT as HUGO
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.goldmark import Goldmark
from articlelint.markdown.kramdown import Kramdown
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.marked import Marked
from articlelint.markdown.options import (
    FOOTNOTES,
    GFM_OPTIONS,
    HEADING_ATTRIBUTES,
    STRIKETHROUGH,
    TABLES,
    TASK_LISTS,
)
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.unknown import Unknown
from articlelint.markdown.vue import Vue
from articlelint.recognition import site_for

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.markdown import Dialect


def packages(**versions: str) -> str:
    return json.dumps({"dependencies": {name.replace("_", "-"): v for name, v in versions.items()}})


def dialect(root: Path, generator: str, files: dict[str, str]) -> Dialect:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return site_for(root, generator).dialect


MARKED = Marked(GFM_OPTIONS)
MARKDOWN_IT = MarkdownIt(TABLES | STRIKETHROUGH, breaks=True)


@pytest.mark.parametrize(
    ("config", "package", "expected"),
    [
        pytest.param("title: a", "", MARKED, id="nothing said"),
        pytest.param(
            "marked: {gfm: false}",
            packages(hexo_renderer_marked="^7.0.0"),
            Marked(breaks=False, urls=False),
            id="gfm",
        ),
        pytest.param(
            "marked: {breaks: false, autolink: false, descriptionLists: false}",
            packages(hexo_renderer_marked="^7.0.0", hexo_renderer_ejs="1"),
            Marked(GFM_OPTIONS, breaks=False, urls=False, descriptions=False),
            id="other options",
        ),
        pytest.param("marked: {pedantic: true}", "", Unknown, id="pedantic"),
        pytest.param("marked: {dompurify: true}", "", MARKED.opened(), id="sanitised"),
        pytest.param(
            "a: b",
            packages(hexo_renderer_marked="^6.3.0"),
            Marked(GFM_OPTIONS, old_emphasis=True),
            id="marked 4",
        ),
        pytest.param("a: b", packages(hexo_renderer_marked="^2.0.0"), Unknown, id="marked 0.7"),
        pytest.param("a: b", packages(hexo_renderer_kramed="^0.1.4"), Unknown, id="kramed"),
        pytest.param("a: b", packages(hexo_renderer_pandoc="^0.3.0"), Unknown, id="pandoc"),
        pytest.param(
            "a: b",
            packages(hexo_renderer_marked="^7.0.0", hexo_renderer_markdown_it="^7.0.0"),
            Unknown,
            id="two renderers",
        ),
        pytest.param(
            "a: b",
            packages(hexo_renderer_marked="^7.0.0", hexo_admonition="1"),
            MARKED.opened(),
            id="a plugin that adds boxes",
        ),
        pytest.param(
            "a: b", packages(hexo_renderer_markdown_it="^7.0.0"), MARKDOWN_IT, id="markdown-it"
        ),
        pytest.param(
            "markdown: {render: {html: false, breaks: false}, plugins: [markdown-it-footnote]}",
            packages(hexo_renderer_markdown_it="^7.0.0"),
            MarkdownIt(TABLES | STRIKETHROUGH | FOOTNOTES, html=False),
            id="its options",
        ),
        pytest.param(
            "markdown: {preset: commonmark}",
            packages(hexo_renderer_markdown_it="^7.0.0"),
            MarkdownIt(breaks=True),
            id="its preset",
        ),
        pytest.param(
            "markdown: zero", packages(hexo_renderer_markdown_it="^7.0.0"), Unknown, id="no rules"
        ),
        pytest.param(
            "markdown: {disable_rules: [html_block]}",
            packages(hexo_renderer_markdown_it="^7.0.0"),
            Unknown,
            id="its rules",
        ),
        pytest.param(
            "markdown: {plugins: [{name: markdown-it-container}]}",
            packages(hexo_renderer_markdown_it="^7.0.0"),
            MARKDOWN_IT.opened(),
            id="a plugin with blocks",
        ),
        pytest.param(
            "markdown_it_plus: {breaks: false}",
            packages(hexo_renderer_markdown_it_plus="^1.0.0"),
            MarkdownIt(TABLES | STRIKETHROUGH | FOOTNOTES).opened(),
            id="markdown-it-plus",
        ),
    ],
)
def test_hexo(tmp_path: Path, config: str, package: str, expected: Dialect | type[Dialect]) -> None:
    found = dialect(tmp_path, "hexo", {"_config.yml": config, "package.json": package or "{}"})
    assert isinstance(found, expected) if isinstance(expected, type) else found == expected


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param("scripts/a.js", MARKED.opened(), id="of the site"),
        pytest.param("themes/b/scripts/c/a.js", MARKED.opened(), id="of its theme"),
        pytest.param("themes/c/scripts/a.js", MARKED, id="of another theme"),
    ],
)
def test_scripts_of_hexo_change_the_parser(tmp_path: Path, script: str, expected: Dialect) -> None:
    source = "hexo.extend.filter.register('marked:extensions', extensions => {})"
    assert dialect(tmp_path, "hexo", {"_config.yml": "theme: b", script: source}) == expected


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        pytest.param("title: a", HUGO, id="nothing said"),
        pytest.param("markup: {defaultMarkdownHandler: pandoc}", Unknown, id="another handler"),
        pytest.param("blackfriday: {smartypants: false}", Unknown, id="blackfriday"),
        pytest.param(
            "{blackfriday: {a: b}, markup: {goldmark: {renderer: {unsafe: true}}}}",
            HUGO,
            id="both",
        ),
        pytest.param(
            "markup: {goldmark: {extensions: {table: false, footnote: {enable: false}, "
            "definitionList: false}, renderer: {hardWraps: true}}}",
            Goldmark(STRIKETHROUGH | TASK_LISTS | HEADING_ATTRIBUTES, breaks=True),
            id="extensions",
        ),
        pytest.param(
            "markup: {goldmark: {parser: {attribute: {title: false}}}}",
            Goldmark(HUGO.options & ~HEADING_ATTRIBUTES),
            id="attributes of headings",
        ),
        pytest.param(
            "markup: {goldmark: {parser: {attribute: {block: true}}}}",
            HUGO.opened(),
            id="attributes of blocks",
        ),
        pytest.param(
            "markup: {goldmark: {extensions: {passthrough: {enable: true}}}}",
            HUGO.opened(),
            id="passthrough",
        ),
        pytest.param(
            "markup: {goldmark: {extensions: {extras: {insert: {enable: true}}}}}",
            HUGO.opened(),
            id="extras",
        ),
        pytest.param("languages: {de: {markup: {goldmark: {}}}}", HUGO.opened(), id="by language"),
    ],
)
def test_hugo(tmp_path: Path, config: str, expected: Dialect | type[Dialect]) -> None:
    found = dialect(tmp_path, "hugo", {"hugo.yaml": config})
    assert isinstance(found, expected) if isinstance(expected, type) else found == expected


def test_hugo_before_goldmark(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": "title: a",
        "netlify.toml": '[build.environment]\nHUGO_VERSION = "0.55.6"',
    }
    assert not dialect(tmp_path, "hugo", files).is_known
    files["netlify.toml"] = 'HUGO_VERSION = "0.60.0"'
    assert dialect(tmp_path, "hugo", files) == HUGO


@pytest.mark.parametrize(
    ("front_matter", "is_known"),
    [
        pytest.param("title: a", True, id="nothing said"),
        pytest.param("markup: md", True, id="the usual"),
        pytest.param("Markup: pandoc", False, id="another"),
    ],
)
def test_a_page_of_hugo_says_how_it_is_read(
    tmp_path: Path, front_matter: str, is_known: bool
) -> None:
    path = tmp_path / "content/a.md"
    article = Article(f"---\n{front_matter}\n---\n", path, site=site_for(tmp_path, "hugo"))
    assert article.dialect.is_known is is_known


ELEVENTY = MarkdownIt(TABLES | STRIKETHROUGH, indented_code=False)
WITH_FOOTNOTES = MarkdownIt(TABLES | STRIKETHROUGH | FOOTNOTES, breaks=True, indented_code=False)


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        pytest.param("export default function (config) {}", ELEVENTY, id="nothing said"),
        pytest.param(
            """
            import markdownIt from "markdown-it";
            import footnotes from "markdown-it-footnote";
            const options = { html: true, breaks: true };
            export default config => {
              config.setLibrary("md", markdownIt(options).use(footnotes));
            };
            """,
            WITH_FOOTNOTES,
            id="a library with options and a plugin",
        ),
        pytest.param(
            """
            const markdownIt = require("markdown-it");
            const { default: anchor } = require("markdown-it-anchor");
            module.exports = config => {
              config.amendLibrary("md", md => md.use(anchor, {}).enable("code"));
            };
            """,
            MarkdownIt(TABLES | STRIKETHROUGH),
            id="indented code switched on",
        ),
        pytest.param(
            "config.amendLibrary('md', md => md.use(require('markdown-it-container'), 'tip'))",
            ELEVENTY.opened(),
            id="a plugin with blocks",
        ),
        pytest.param(
            "config.amendLibrary('md', md => md.use(mine))",
            ELEVENTY.opened(),
            id="a plugin that came as an argument",
        ),
        pytest.param(
            "markdown.use(mine); config.amendLibrary('md', markdown)",
            ELEVENTY.opened(),
            id="a plugin of nobody knows where",
        ),
        pytest.param(
            "const markdown = make(); config.setLibrary('md', markdown)",
            ELEVENTY.opened(),
            id="a library of nobody knows where",
        ),
        pytest.param(
            "config.amendLibrary('md', markdown => markdown.inline.ruler.push('a', b))",
            ELEVENTY.opened(),
            id="a rule of one's own",
        ),
        pytest.param(
            "config.setLibrary('md', markdownIt())",
            MarkdownIt(TABLES | STRIKETHROUGH, html=False, indented_code=False).opened(),
            id="no HTML",
        ),
        pytest.param(
            "config.setLibrary('md', markdownIt('commonmark'))", Unknown, id="another preset"
        ),
    ],
)
def test_eleventy(tmp_path: Path, config: str, expected: Dialect | type[Dialect]) -> None:
    found = dialect(tmp_path, "eleventy", {"eleventy.config.js": config})
    assert isinstance(found, expected) if isinstance(expected, type) else found == expected


def test_eleventy_s_configuration_may_lie_in_many_files(tmp_path: Path) -> None:
    files = {
        "eleventy.config.js": "import { md } from './config/markdown.js'",
        "config/markdown.js": "import x from '../y'; config.amendLibrary('md', markdown => x)",
        "y/index.js": "export default markdown => markdown.use(z)",
    }
    assert dialect(tmp_path, "eleventy", files) == ELEVENTY.opened()


def test_eleventy_before_version_2_has_indented_code(tmp_path: Path) -> None:
    package = json.dumps({"devDependencies": {"@11ty/eleventy": "^1.0.0"}})
    files = {".eleventy.js": "module.exports = {}", "package.json": package}
    assert dialect(tmp_path, "eleventy", files) == MarkdownIt(TABLES | STRIKETHROUGH)
    assert dialect(tmp_path / "a", "eleventy", {"package.json": package}).has_unknown_constructs


@pytest.mark.parametrize(
    ("config", "problems"),
    [
        pytest.param(
            "markup: {goldmark: {parser: {attribute: {block: true}}, renderer: {unsafe: true}}}",
            1,
            id="extended",
        ),
        pytest.param("markup: {defaultMarkdownHandler: pandoc}", 0, id="unknown"),
    ],
)
def test_extensions_of_a_known_parser_leave_html_as_it_is(
    tmp_path: Path, config: str, problems: int
) -> None:
    (tmp_path / "hugo.yaml").write_text(config, encoding="utf-8")
    site = site_for(tmp_path, "hugo")
    article = Article("<p><b>a</p>\n", tmp_path / "content/a.md", site=site)
    assert not article.knows_constructs
    assert len(article.html_problems("unclosed-element")) == problems


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        pytest.param("export default { title: 'a' }", Vue(), id="nothing said"),
        pytest.param(
            "export default { markdown: { lineNumbers: true, breaks: true } }",
            Vue(breaks=True),
            id="breaks",
        ),
        pytest.param(
            "export default { markdown: { config: (md) => { md.use(a) } } }",
            Vue().opened(),
            id="a hook",
        ),
        pytest.param(
            "export default { markdown: { config(md) { md.use(a) } } }",
            Vue().opened(),
            id="a hook that is a method",
        ),
        pytest.param("export default { markdown: { math: true } }", Vue().opened(), id="math"),
        pytest.param("export default { markdown }", Vue().opened(), id="from elsewhere"),
        pytest.param("export default { extends: a }", Vue().opened(), id="on top of another"),
        pytest.param(
            "export default { nav: [{ text: 'config: markdown' }] } // markdown: a",
            Vue(),
            id="words and comments",
        ),
    ],
)
def test_vitepress(tmp_path: Path, config: str, expected: Dialect) -> None:
    assert dialect(tmp_path, "vitepress", {".vitepress/config.ts": config}) == expected


def test_tags_are_components_in_vitepress(tmp_path: Path) -> None:
    site = site_for(tmp_path, "vitepress")
    text = "<Box>\n\n<sup class='a' /> *a*\n\n</Box>\n\n::: tip\n- b\n  :::\n"
    article = Article(text, tmp_path / "a.md", site=site)
    assert not any(article.html_problems(kind) for kind in ("unclosed-element", "stray-end-tag"))
    assert not article.html_problems("overlapping-elements")
    unclosed = Article("a Array<string> b\n", tmp_path / "a.md", site=site)
    assert len(unclosed.html_problems("unclosed-element")) == 1


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        pytest.param("title: a", Kramdown().without_wiki_links(), id="nothing said"),
        pytest.param("markdown: GFM", CommonMark(TABLES | STRIKETHROUGH | FOOTNOTES), id="GFM"),
        pytest.param(
            "markdown: CommonMark\n"
            "commonmark: {options: [UNSAFE, HARDBREAKS], extensions: [table]}",
            CommonMark(TABLES, breaks=True),
            id="CommonMark",
        ),
        pytest.param("markdown: CommonMark", Unknown, id="CommonMark, which leaves HTML out"),
        pytest.param(
            "markdown: CommonMarkGhPages", CommonMark(GFM_OPTIONS | FOOTNOTES), id="GitHub's"
        ),
        pytest.param("markdown: redcarpet", Unknown, id="redcarpet"),
    ],
)
def test_jekyll(tmp_path: Path, config: str, expected: Dialect | type[Dialect]) -> None:
    found = dialect(tmp_path, "jekyll", {"_config.yml": config})
    assert isinstance(found, expected) if isinstance(expected, type) else found == expected


@pytest.mark.parametrize(
    ("toml", "on", "off"),
    [
        pytest.param("", ("admonitions", "magic_links", "footnotes"), ("snippets",), id="none"),
        pytest.param(
            "[project.markdown_extensions]\nadmonition = {}\npymdownx.blocks.tab = {}\n"
            "pymdownx.tasklist.custom_checkbox = true\n",
            ("admonitions", "task_lists", "toc", "tables"),
            ("magic_links", "unknown"),
            id="some",
        ),
        pytest.param(
            'markdown_extensions = ["footnotes"]\n', ("footnotes",), ("admonitions",), id="a list"
        ),
    ],
)
def test_zensical_has_extensions_of_its_own(
    toml: str, on: tuple[str, ...], off: tuple[str, ...], tmp_path: Path
) -> None:
    begin = "" if toml.startswith("m") else "[project]\n"
    files = {"zensical.toml": f"{begin}site_name = 'x'\n{toml}"}
    read = dialect(tmp_path, "zensical", files)
    assert isinstance(read, PythonMarkdown)
    assert read.features.fences == "nested"
    assert all(getattr(read.features, name) for name in on)
    assert not any(getattr(read.features, name) for name in off)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({"b/refs.md": "[a]: /a/\n"}, False, id="in the second folder"),
        pytest.param({"b/refs.md": "--8<--\nmore.md\n--8<--\n"}, True, id="with another"),
        pytest.param({}, True, id="not there"),
    ],
)
def test_what_is_appended_may_define_more(
    files: dict[str, str], expected: bool, tmp_path: Path
) -> None:
    config = (
        "site_name: x\nmarkdown_extensions:\n- pymdownx.snippets:\n"
        "    base_path: [a, b]\n    auto_append: [refs.md]\n"
    )
    read = dialect(tmp_path, "mkdocs", {"mkdocs.yml": config, **files})
    assert read.has_unknown_definitions is expected
