"""HTML in Markdown, as Python-Markdown makes pages of them itself."""

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
            "<div>\n\n*a*\n\n</div>\n\n*b*\n",
            "<div>\n\n*a*\n\n</div>\n<p><em>b</em></p>\n",
            id="a block of HTML goes on behind empty lines",
        ),
        pytest.param(
            {},
            "a <div>*b*</div> c\n",
            "<p>a <div><em>b</em></div> c</p>\n",
            id="a block of HTML within a line",
        ),
        pytest.param(
            {},
            "<em>\n**a**\n</em>\n",
            "<p><em>\n<strong>a</strong>\n</em></p>\n",
            id="inline HTML alone on a line",
        ),
        pytest.param(
            {},
            "<p>a</p> *b*\n",
            "<p>a</p>\n<p><em>b</em></p>\n",
            id="what follows a block of HTML on its line",
        ),
        pytest.param({}, "</div>\n\na\n", "</div>\n<p>a</p>\n", id="an end tag alone"),
        pytest.param({}, "<div>\n\n*a*\n", "<div>\n\n*a*\n\n\n\n\n", id="HTML that has no end"),
        pytest.param(
            {}, "<!-- a\n\nb -->\n*c*\n", "<!-- a\n\nb -->\n<p><em>c</em></p>\n", id="a comment"
        ),
        pytest.param(
            {},
            '<div markdown="1">\n*a*\n</div>\n',
            '<div markdown="1">\n*a*\n</div>',
            id="Markdown in HTML without the extension",
        ),
        pytest.param(
            {"md_in_html": {}},
            '<div markdown="1">\n*a*\n\n- b\n</div>\n',
            ('<div markdown="1">\n<p><em>a</em></p>\n<ul>\n<li>b</li>\n</ul>\n</div>'),
            id="Markdown in HTML",
        ),
        pytest.param(
            {"md_in_html": {}},
            '<div class="x" markdown>\n\n*a*\n\n</div>\n',
            '<div class="x" markdown>\n<p><em>a</em></p>\n</div>',
            id="Markdown in HTML by the bare attribute",
        ),
        pytest.param(
            {"md_in_html": {}},
            "<p markdown>*a*\n\nb</p>\n",
            "<p markdown><em>a</em>\n\nb</p>",
            id="Markdown in a block of text",
        ),
        pytest.param(
            {"md_in_html": {}},
            "<div markdown>\n<div>\n*a*\n</div>\n*b*\n</div>\n",
            ("<div markdown><div>\n*a*\n</div>\n<p><em>b</em></p>\n</div>"),
            id="HTML in Markdown in HTML",
        ),
        pytest.param(
            {"md_in_html": {}},
            "<div markdown>\n*a*\n\n**b**\n",
            ("<div markdown>\n<p><em>a</em></p>\n<p><strong>b</strong></p>\n</div>"),
            id="Markdown in HTML without an end",
        ),
        pytest.param(
            {"md_in_html": {}},
            '<div class="a" class="b" markdown>\n<p id=c ID=d>e</p>\n</div>\n',
            '<div class="b" markdown><p ID=d>e</p></div>',
            id="the last of two equal attributes",
        ),
        pytest.param(
            {"md_in_html": {}},
            "<details>\n<summary>A</summary>\n\n- *b*\n\n</details>\n",
            "<details>\n<summary>A</summary>\n\n- *b*\n\n</details>",
            id="details are raw",
        ),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
