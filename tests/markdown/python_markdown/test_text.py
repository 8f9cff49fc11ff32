"""The text of blocks, as Python-Markdown makes pages of them itself."""

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
            "[a](the brief.md)\n",
            '<p><a href="the%20brief.md">a</a></p>\n',
            id="a blank in an address",
        ),
        pytest.param(
            {},
            "[a](/x 'it''s' \"t\")\n",
            '<p><a href="/x%20&#x27;it&#x27;&#x27;s&#x27;" title="t">a</a></p>\n',
            id="a title",
        ),
        pytest.param(
            {},
            "[a](/x_(y)_z)\n",
            '<p><a href="/x_(y)_z">a</a></p>\n',
            id="parentheses in an address",
        ),
        pytest.param(
            {},
            "[a](<x y> 'z')\n",
            '<p><a href="x%20y" title="z">a</a></p>\n',
            id="an address in pointed brackets",
        ),
        pytest.param(
            {}, "![a *b* `c`](x.png)\n", '<p><img src="x.png" alt="a *b* c" /></p>\n', id="an image"
        ),
        pytest.param(
            {},
            "[a ![b](c) d](e)\n",
            '<p><a href="e">a <img src="c" alt="b" /> d</a></p>\n',
            id="a link in a link",
        ),
        pytest.param(
            {},
            "`a` ``b`c`` \\`d` `e\n",
            "<p><code>a</code> <code>b`c</code> `d<code></code>e</p>\n",
            id="code",
        ),
        pytest.param({}, "\\*a\\* \\q \\\\ \\[b](c)\n", "<p>*a* \\q \\ [b](c)</p>\n", id="escapes"),
        pytest.param(
            {},
            "*a* __b__ ***c*** a_b_c a*b*c\n",
            (
                "<p><em>a</em> <strong>b</strong> <strong><em>c</em></strong> a_b_c a<em>"
                "b</em>c</p>\n"
            ),
            id="emphasis",
        ),
        pytest.param(
            {},
            "中**文**中 **中。**文\n",
            "<p>中<strong>文</strong>中 <strong>中。</strong>文</p>\n",
            id="emphasis beside Chinese",
        ),
        pytest.param(
            {},
            "<http://a.b/c_d_> <m@e.x>\n",
            (
                '<p><a href="http://a.b/c_d_">http://a.b/c_d_</a> <a href="mailto:m@e.x">'
                "m@e.x</a></p>\n"
            ),
            id="an address",
        ),
        pytest.param(
            {},
            "a <b class='x'>b</b> <!-- c --> &copy; &nope; & < d\n",
            "<p>a <b class='x'>b</b> <!-- c --> © &amp;nope; &amp; &lt; d</p>\n",
            id="HTML in text",
        ),
        pytest.param({}, "a  \nb\n", "<p>a<br />\nb</p>\n", id="a break"),
        pytest.param({"nl2br": {}}, "a\nb\n", "<p>a<br />\nb</p>\n", id="breaks by lines"),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
