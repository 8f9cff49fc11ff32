"""Blocks, as Python-Markdown makes pages of them itself."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.rendering import render


@pytest.mark.parametrize(
    ("extensions", "text", "html"),
    [
        pytest.param(
            {},
            "Text\n- a\n- b\n",
            "<p>Text\n- a\n- b</p>\n",
            id="a list needs an empty line before it",
        ),
        pytest.param(
            {},
            "Text\n\n- a\n- b\n",
            "<p>Text</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n",
            id="a list after an empty line",
        ),
        pytest.param(
            {}, "- a\n  - b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", id="two blanks do not nest"
        ),
        pytest.param(
            {},
            "- a\n    - b\n",
            "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n",
            id="four blanks nest",
        ),
        pytest.param(
            {},
            "- a\n\n- b\n- c\n",
            ("<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n<li>c</li>\n</ul>\n"),
            id="a loose item",
        ),
        pytest.param(
            {},
            "- a\n\n    b\n",
            "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n",
            id="a paragraph of an item",
        ),
        pytest.param(
            {}, "- a\nb\n", "<ul>\n<li>a\nb</li>\n</ul>\n", id="lines of an item go on anywhere"
        ),
        pytest.param(
            {}, "1. a\n* b\n", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n", id="kinds of lists are one"
        ),
        pytest.param(
            {"sane_lists": {}},
            "1. a\n\n* b\n",
            "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>\n",
            id="kinds of lists with sane_lists",
        ),
        pytest.param(
            {"sane_lists": {}},
            "7. a\n8. b\n",
            '<ol start="7">\n<li>a</li>\n<li>b</li>\n</ol>\n',
            id="where a list begins counts with sane_lists",
        ),
        pytest.param(
            {}, "a\nb\n===\n", "<p>a\nb\n===</p>\n", id="only the line above is underlined"
        ),
        pytest.param({}, "a\n---\nb\n", "<h2>a</h2>\n<p>b</p>\n", id="underlined"),
        pytest.param(
            {}, "a\n# b #\nc\n", "<p>a</p>\n<h1>b</h1>\n<p>c</p>\n", id="a heading in a paragraph"
        ),
        pytest.param({}, "#a\n", "<h1>a</h1>\n", id="a heading needs no blank"),
        pytest.param(
            {"pymdownx.saneheaders": {}}, "#a\n", "<p>#a</p>\n", id="a heading with saneheaders"
        ),
        pytest.param({}, "a\n\n* * *\nb\n", "<p>a</p>\n<hr />\n<p>b</p>\n", id="a rule"),
        pytest.param(
            {},
            "a\n> b\nc\n",
            "<p>a</p>\n<blockquote>\n<p>b\nc</p>\n</blockquote>\n",
            id="a quote in a paragraph",
        ),
        pytest.param(
            {},
            "> a\n>\n> > b\n",
            ("<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n"),
            id="quotes in each other",
        ),
        pytest.param(
            {},
            "    a <b>\n\n    c\n\nd\n",
            "<pre><code>a &lt;b&gt;\n\nc\n</code></pre>\n<p>d</p>\n",
            id="indented code",
        ),
        pytest.param(
            {},
            "- a\n\n        b\n",
            "<ul>\n<li>a\n<pre><code>b\n</code></pre>\n</li>\n</ul>\n",
            id="code in an item",
        ),
        pytest.param(
            {},
            "[a]: /x\n\n[a]: /y 'T'\n\n[b][a] [a]\n",
            '<p><a href="/y" title="T">b</a> <a href="/y" title="T">a</a></p>\n',
            id="the last definition counts",
        ),
        pytest.param(
            {},
            "[a]:\n  /x\n  (T)\n\n[a]\n",
            '<p><a href="/x" title="T">a</a></p>\n',
            id="a definition over two lines",
        ),
        pytest.param(
            {}, "[a][b] and [c]\n", "<p>[a][b] and [c]</p>\n", id="what is defined nowhere"
        ),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
