"""Texts that were made to take for ever: their time grows with their length, and no faster."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.generators import by_name
from articlelint.linting.linter import gather, lint
from articlelint.markdown.python_markdown.blocks import containers
from articlelint.site import Site
from tests.growth import assert_linear
from tests.robustness.fuzz import NOW, RULES

if TYPE_CHECKING:
    from collections.abc import Callable

MARKDOWN = ("generic", "a.md")
HTML = ("generic", "a.html")
MDX = ("docusaurus", "docs/a.mdx")
JEKYLL = ("jekyll", "_posts/2024-01-01-a.md")
MKDOCS = ("mkdocs", "docs/a.md")
HUGO = ("hugo", "content/posts/a.md")
LENGTH = 12_000
ONCE = {"_CONSTANT", "_FOOT", "_HEADING", "_SEPARATOR", "_JSX", "_LINE", "_IMAGE_PATH"}
"""Expressions that are tried at one place of a text."""


def checked(generator: str, path: str) -> Callable[[str], object]:
    """Return what puts a text before all rules as the article at *path*."""
    root, of_site = Path("/nowhere"), by_name(generator)
    site = Site(root, of_site, of_site.settings(root))

    def check(text: str) -> None:
        article = Article(text, root / path, site=site, now=NOW)
        assert not lint(article, RULES, known=RULES.names).crashes
        assert not gather(article, RULES)[1]

    return check


@pytest.mark.parametrize(
    ("kind", "piece"),
    [
        *((HTML, piece) for piece in ("<", "\x01", "\0", "&", "&#0;", "<!--", "</div>", "<a b='")),
        *((MARKDOWN, piece) for piece in ("<", "\x01", "\0", "[", "![](", "`a``", "*a **b", "> ")),
        *((HTML, piece) for piece in ("<h1><h2>", "<div/>", "<ul><li>")),
        (JEKYLL, "<div>"),
        (MKDOCS, "</b>"),
        *((MARKDOWN, piece) for piece in ("<!-- articlelint-disable", "articlelint-disable")),
        (MARKDOWN, "1. "),
        (MARKDOWN, "<!-- articlelint-disable -->\n"),
        (MARKDOWN, "<!-- articlelint-disable a/b -->\n<!-- articlelint-enable a/c -->\n"),
        (MARKDOWN, "<!-- articlelint-disable-next-line html -->\n<p>a</i></p>\n\n"),
        *((MDX, piece) for piece in ("{/*", "{/* articlelint-disable", "www.", "<A>", "{", "{`${")),
        *((("hexo", "source/_posts/a.md"), piece) for piece in ("www.", "http://", "{% raw %}")),
        *((JEKYLL, piece) for piece in ("[", "{: .a}", "*a**b", "|a\n", "> ", "{{", "{% if a %}")),
        *((MKDOCS, piece) for piece in ("![", "!!! note\n", "*a**b", "<", "&", "[a](")),
        *((HUGO, piece) for piece in ("{{<", "{{< a >}}", "[[a]]", "$a")),
    ],
)  # fmt: skip
def test_a_piece_again_and_again(kind: tuple[str, str], piece: str) -> None:
    assert_linear(checked(*kind), piece * (LENGTH // len(piece)))


@pytest.mark.parametrize(
    ("kind", "head", "piece"),
    [
        (MARKDOWN, "[a](<http", " "),
        (MARKDOWN, "<!-- articlelint-disable", " "),
        (MARKDOWN, "---\na: ", "["),
        (MARKDOWN, "---\n", "a: b: c\n"),
        (MARKDOWN, "---\n", "a：b\n"),
        (MARKDOWN, "---\na:\n", "\tb: c\n"),
        (("zola", "content/a.md"), "---\ntitle: a\ncategories:\n", "- [a, b]\n"),
        (HUGO, "+++\n", "a = b\n"),
        (HUGO, "", '{"a":'),
    ],
)
def test_a_beginning_and_a_piece(kind: tuple[str, str], head: str, piece: str) -> None:
    assert_linear(checked(*kind), head + piece * (LENGTH // len(piece)))


@pytest.mark.parametrize(
    ("name", "head", "piece"),
    [
        ("articlelint.adopting.proof:_BETWEEN", "", " "),
        ("articlelint.article.images.expressions:_JSX", '{"a"', " "),
        ("articlelint.article.images.template_tags:_IMAGE_PATH", "", "/.png?"),
        ("articlelint.article.images.markup:_CONSTANT", "'i'", " "),
        ("articlelint.article.links:_OVERRUN", "", "\u30feA"),
        ("articlelint.destinations.hooks:_MARK", "#", "{"),
        ("articlelint.destinations.hooks:_MARK", "#", "-->"),
        ("articlelint.destinations.made_ids:_FILLED", "", "id="),
        ("articlelint.destinations.made_ids:_OPENING", "", "{!<"),
        ("articlelint.destinations.made_ids:_SCRIPT", "", "<script>"),
        ("articlelint.destinations.programs:_NAME", "", "a"),
        ("articlelint.destinations.programs:_PATH", "", "a"),
        ("articlelint.front_matter.toml.faults:_LINE", "a", " "),
        ("articlelint.front_matter.toml.words:_INLINE", "", "= {"),
        ("articlelint.front_matter.yaml.lines:_COMMENT", "", " "),
        ("articlelint.front_matter.yaml.lines:_FLOW_COMMENT", "", "a"),
        ("articlelint.generators.fumadocs.source:_LOADER", "loader(", " "),
        ("articlelint.generators.hugo.hooks:_STRING", '"', '\\"'),
        ("articlelint.generators.hugo.hooks:_WORD", "", "$"),
        ("articlelint.generators.hugo.partials:_ASSIGNED", "{{$a=", "\n"),
        ("articlelint.generators.hugo.partials:_ID", "id={{.", "d"),
        ("articlelint.generators.ids:_ID", "", "id={{<"),
        ("articlelint.generators.newer_toml:_PIECE", '"', '\\"'),
        ("articlelint.markdown.kramdown.blocks:_GFM_HEADING", "#\t", "\t"),
        ("articlelint.markdown.kramdown.definitions:_QUOTE", "", " "),
        ("articlelint.markdown.kramdown.tables:_FOOT", "", "=+"),
        ("articlelint.markdown.kramdown.tables:_SEPARATOR", "", "-+"),
        ("articlelint.markdown.kramdown.tables:_LINE", "", "||"),
        ("articlelint.markdown.python_markdown.blocks.containers:_HEADING", "#", "#"),
        ("articlelint.markdown.vue.attributes:_AT_END", "{", " "),
        ("articlelint.html.problems.lexical:_OPENING_QUOTE", "", "<"),
        ("articlelint.markdown.jsx_fixes:_DECLARATION", "a:a", " "),
        ("articlelint.schema.json_file:_COMMENT", '"', '\\"'),
        ("articlelint.schema.json_file:_TRAILING", '"', '\\"'),
        ("articlelint_rules.images.lazy_placeholder:_URL", "", "./"),
        ("articlelint_rules.links.unused_definition:_BRACKETS", "[", "\\["),
        ("articlelint_rules.markdown._links:_BRACKETS", "[", "\\["),
    ],
)
def test_an_expression(name: str, head: str, piece: str) -> None:
    module, _, attribute = name.partition(":")
    expression = getattr(import_module(module), attribute)

    def tried(text: str) -> None:
        expression.match(text)
        for _ in () if name.rpartition(":")[2] in ONCE else expression.finditer(text):
            pass

    assert_linear(tried, f"{head}{piece * (5 * LENGTH // len(piece))}\0")


@pytest.mark.parametrize("sign", ["\u202e", "\ufeff"])
def test_a_long_line_of_invisible_signs(sign: str) -> None:
    assert_linear(checked(*MARKDOWN), sign * (4 * LENGTH))


def test_a_title_in_which_no_heading_ends() -> None:
    text = "# " + "#x" * 60 + "\\"
    assert_linear(containers._HEADING.match, text)


def test_images_in_images() -> None:
    count = LENGTH // 16
    assert_linear(checked(*MARKDOWN), "![" * count + "](a)" * count)
