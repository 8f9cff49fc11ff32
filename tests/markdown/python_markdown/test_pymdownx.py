"""Marks, symbols, formulas, white space, as Python-Markdown makes pages of them itself."""

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
            {"pymdownx.tilde": {}, "pymdownx.caret": {}, "pymdownx.mark": {}},
            "~~a~~ H~2~O ^^b^^ x^2^ ==c==\n",
            "<p><del>a</del> H<sub>2</sub>O <ins>b</ins> x<sup>2</sup> <mark>c</mark></p>\n",
            id="marks",
        ),
        pytest.param(
            {"pymdownx.betterem": {}},
            "a_b_c **a*b*c** ***d***\n",
            "<p>a_b_c <strong>a<em>b</em>c</strong> <em><strong>d</strong></em></p>\n",
            id="better emphasis",
        ),
        pytest.param(
            {"pymdownx.magiclink": {}},
            "See https://a.b/c_d). and www.e.f, m@n.op\n",
            (
                '<p>See <a href="https://a.b/c_d">https://a.b/c_d</a>'
                '). and <a href="http://www.e.f">www.e.f</a>, <a href="mailto:m@n.op">'
                "m@n.op</a></p>\n"
            ),
            id="bare addresses",
        ),
        pytest.param(
            {"pymdownx.smartsymbols": {}},
            "(c) 1/2 2nd --> +/- =/= (tm)\n",
            "<p>© ½ 2<sup>nd</sup> → ± ≠ ™</p>\n",
            id="symbols",
        ),
        pytest.param(
            {"smarty": {}},
            '"a" it\'s -- b --- c...\n',
            "<p>“a” it’s – b — c…</p>\n",
            id="quotes and dashes",
        ),
        pytest.param(
            {"pymdownx.arithmatex": {"generic": True}},
            "$a$ \\(b\\)\n\n$$\nc\n$$\n",
            (
                '<p><span class="math math-inline">a</span> <span class="math math-inline">'
                'b</span></p>\n<span class="math math-display">\nc\n</span>'
            ),
            id="formulas",
        ),
        pytest.param(
            {"pymdownx.keys": {}}, "++ctrl+c++\n", "<p><kbd>ctrl+c</kbd></p>\n", id="keys"
        ),
        pytest.param(
            {"pymdownx.inlinehilite": {}},
            "`#!py a` `:::py b`\n",
            "<p><code>a</code> <code>b</code></p>\n",
            id="code with a language",
        ),
        pytest.param(
            {"pymdownx.snippets": {}},
            ';--8<-- "a"\n',
            '<p>--8&lt;-- "a"</p>\n',
            id="an escaped snippet",
        ),
        pytest.param(
            {},
            "-\ta\n\n\tb\n",
            "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ul>\n",
            id="tabs are blanks",
        ),
        pytest.param(
            {},
            "a\r\n\r\n- b\r- c\r\n",
            "<p>a</p>\n<ul>\n<li>b</li>\n<li>c</li>\n</ul>\n",
            id="line endings",
        ),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
