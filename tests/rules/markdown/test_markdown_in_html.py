"""Markdown in HTML, where the parser wants to be told, and is told in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint_rules.html.unrendered_markdown import UnrenderedMarkdown

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        '<div class="grid cards" {}>\n\n- a\n- b\n\n</div>',
        "<details {}>\n<summary>S</summary>\n\n1. one\n2. `two`\n\n</details>",
        "<section {}>\n\n## Head\n\nSome text.\n\n</section>",
        "<p {}>**b**</p>",
        "<div {}>\n\nSee [x](y.md).\n\n</div>",
    ],
)
@pytest.mark.parametrize("attribute", ["markdown", 'markdown="1"', 'markdown = "block"'])
def test_the_attribute_without_the_extension(
    text: str, attribute: str, heard: Callable[..., list[str]]
) -> None:
    source = text.format(attribute)
    assert heard(UnrenderedMarkdown, source, "mkdocs") == [attribute]
    assert heard(UnrenderedMarkdown, source, "pelican") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("<details>\n<summary>S</summary>\n\n- first\n- second\n\n</details>", "- f"),
        ("<div>\n\n1. a\n2. b\n\n</div>", "1. a"),
        ("<section>\n\n## Head\n\nSome text.\n\n</section>", "## H"),
        ("<div>\n\nSee [x](y.md).\n\n</div>", "[x](y.md)"),
        ("<div>\n<p>\n\nThe **bridge**\n\n</p>\n</div>", "**bridge**"),
    ],
)
def test_blank_lines_do_not_help(text: str, place: str, heard: Callable[..., list[str]]) -> None:
    for generator in ("mkdocs", "pelican", "jekyll"):
        assert heard(UnrenderedMarkdown, f"{text}\n", generator) == [place]
    for generator in ("hugo", "hexo"):
        assert heard(UnrenderedMarkdown, f"{text}\n", generator) == []


@pytest.mark.parametrize(
    "text",
    [
        "<div>\n\n- one dash\n\n</div>",
        "<pre>\n\n- a\n- b\n\n</pre>",
        "<div>\n\n#hashtag\n\n</div>",
        "<ul>\n\n<li>a</li>\n\n</ul>",
        "- a\n- b",
    ],
)
def test_silence(text: str, heard: Callable[..., list[str]]) -> None:
    assert heard(UnrenderedMarkdown, f"{text}\n", "mkdocs") == []


@pytest.mark.parametrize("unit", ["<a markdown='x ", "<p>\n\n- a\n", "<div markdown ", "\n\n- a"])
def test_hostile_text_takes_linear_time(unit: str, grows_linearly: Callable[..., None]) -> None:
    grows_linearly(UnrenderedMarkdown, f"<div>\n{unit * (50_000 // len(unit))}", "mkdocs")
