from __future__ import annotations

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.options import STRIKETHROUGH, TABLES
from articlelint.rendering import render

OPTIONS = TABLES | STRIKETHROUGH


@pytest.mark.parametrize(
    ("source", "dialect", "html"),
    [
        pytest.param(
            "~a~ ~~b~~", MarkdownIt(OPTIONS), "<p>~a~ <del>b</del></p>\n", id="single tildes"
        ),
        pytest.param("a\nb", MarkdownIt(breaks=True), "<p>a<br />\nb</p>\n", id="breaks"),
        pytest.param(
            "a <b>c</b>\n\n<div>",
            MarkdownIt(html=False),
            "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<p>&lt;div&gt;</p>\n",
            id="no HTML",
        ),
        pytest.param(
            "[a](<b c>) <xy:z>",
            MarkdownIt(html=False),
            '<p><a href="b%20c">a</a> <a href="xy:z">xy:z</a></p>\n',
            id="what is no HTML",
        ),
        pytest.param(
            "a\n\n    b",
            MarkdownIt(indented_code=False),
            "<p>a</p>\n<p> b</p>\n",
            id="no code by indentation",
        ),
        pytest.param(
            "    a", MarkdownIt(), "<pre><code>a</code></pre>\n", id="code by indentation"
        ),
    ],
)
def test_its_options(source: str, dialect: MarkdownIt, html: str) -> None:
    assert render(Markdown(source, 0, dialect)).html == html
