"""Tables, definition lists, footnotes, attributes and fences, as Python-Markdown has them."""

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
            {"tables": {}},
            "a | b\n--|:-:\n1 | `x|y`\n\\| | 3\n",
            (
                '<table><thead><tr><th>a</th><th style="text-align: center">b</th></tr>'
                "</thead><tbody>\n"
                '<tr><td>1</td><td style="text-align: center"><code>x|y</code></td></tr>\n'
                '<tr><td>|</td><td style="text-align: center">3</td></tr>\n'
                "</tbody></table>\n"
            ),
            id="a table",
        ),
        pytest.param(
            {"tables": {}},
            "|a|\n|-|\n|b|\n",
            (
                "<table><thead><tr><th>a</th></tr></thead><tbody>\n"
                "<tr><td>b</td></tr>\n</tbody></table>\n"
            ),
            id="a table of one column",
        ),
        pytest.param({"tables": {}}, "a | b\n1 | 2\n", "<p>a | b\n1 | 2</p>\n", id="no table"),
        pytest.param(
            {"def_list": {}},
            "A\nB\n:   c\n\n    d\n:   e\n",
            (
                "<dl>\n<dt>A</dt>\n<dt>B</dt>\n<dd>\n<p>c</p>\n<dl>\n"
                "<dt>d</dt>\n<dd>e</dd>\n</dl>\n</dd>\n</dl>\n"
            ),
            id="a definition list",
        ),
        pytest.param(
            {"footnotes": {}},
            "a[^1] b[^2]\n\n[^1]: c *d*\n\n    e\n",
            (
                '<p>a<sup class="footnote-reference"><a href="#1">1</a></sup> b[^2]</p>\n'
                '<div class="footnote-definition" id="1">'
                '<sup class="footnote-definition-label">1</sup>\n'
                "<p>c <em>d</em></p>\n<p>e</p>\n</div>\n"
            ),
            id="a footnote",
        ),
        pytest.param(
            {"abbr": {}},
            "An HTML a\n\n*[HTML]: Markup\n",
            '<p>An <abbr title="Markup">HTML</abbr> a</p>\n',
            id="an abbreviation",
        ),
        pytest.param(
            {"attr_list": {}},
            "# a { #b .c d=e }\n\nf *g*{: .h } i\n{: .j }\n",
            ('<h1 id="b" class="c" d="e">a</h1>\n<p class="j">f <em class="h">g</em> i</p>\n'),
            id="attributes",
        ),
        pytest.param(
            {"attr_list": {}},
            "- a\n{: .b }\n- c\n",
            '<ul>\n<li class="b">a</li>\n<li>c</li>\n</ul>\n',
            id="attributes of an item",
        ),
        pytest.param(
            {"attr_list": {}, "tables": {}},
            "a {: .b }|c\n-|-\n1|2\n",
            (
                '<table><thead><tr><th class="b">a</th><th>c</th></tr></thead><tbody>\n'
                "<tr><td>1</td><td>2</td></tr>\n</tbody></table>\n"
            ),
            id="attributes of a cell",
        ),
        pytest.param(
            {"attr_list": {}},
            "[a](b){ .c target=_blank hidden }\n",
            '<p><a class="c" target="_blank" hidden href="b">a</a></p>\n',
            id="attributes of a link",
        ),
        pytest.param(
            {"fenced_code": {}},
            "a\n```py\n<b>\n```\nc\n",
            ('<p>a</p>\n<pre><code class="language-py">&lt;b&gt;\n</code></pre>\n<p>c</p>\n'),
            id="fenced code",
        ),
        pytest.param(
            {"fenced_code": {}},
            "- a\n\n    ```py\n    b\n    ```\n",
            ("<ul>\n<li>\n<p>a</p>\n<p><code>py\nb</code></p>\n</li>\n</ul>\n"),
            id="a fence in an item",
        ),
        pytest.param(
            {"pymdownx.superfences": {}},
            "- a\n\n    ```py\n    b\n    ```\n",
            (
                '<ul>\n<li>\n<p>a</p>\n<pre><code class="language-py">b\n'
                "</code></pre>\n</li>\n</ul>\n"
            ),
            id="a superfence in an item",
        ),
        pytest.param(
            {"pymdownx.superfences": {}},
            "> ```\n> a\n> ```\n",
            "<blockquote>\n<pre><code>a\n</code></pre>\n</blockquote>\n",
            id="a superfence in a quote",
        ),
        pytest.param(
            {"pymdownx.superfences": {}},
            "    ```\n    a\n    ```\n",
            "<pre><code>```\na\n```\n</code></pre>\n",
            id="a superfence in code",
        ),
        pytest.param(
            {"pymdownx.superfences": {}},
            '``` py title="a"\nb\n```\n\n``` py what\nb\n```\n',
            ('<pre><code class="language-py">b\n</code></pre>\n<p><code>py what\nb</code></p>\n'),
            id="options of a superfence",
        ),
        pytest.param(
            {"fenced_code": {}},
            "```\na *b*\n",
            "<p>```\na <em>b</em></p>\n",
            id="a fence that has no end",
        ),
        pytest.param(
            {"codehilite": {}},
            "    :::python\n    a\n",
            "<pre><code>a\n</code></pre>\n",
            id="the language of indented code",
        ),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
