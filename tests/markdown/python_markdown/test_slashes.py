"""Blocks between lines of slashes, as Python-Markdown makes pages of them itself."""

from __future__ import annotations

from typing import Any

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.python_markdown import PythonMarkdown
from articlelint.markdown.python_markdown.configuration import features
from articlelint.rendering import render

A = "pymdownx.blocks.admonition"
C = "pymdownx.blocks.caption"
D = "pymdownx.blocks.details"
F = "pymdownx.blocks.definition"
H = "pymdownx.blocks.html"
S = "pymdownx.superfences"
T = "pymdownx.blocks.tab"


@pytest.mark.parametrize(
    ("extensions", "text", "html"),
    [
        pytest.param(
            {A: {}},
            "/// note | A *b*\nc\n\n- d\n///\ne\n",
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">A <em>b</em></p>\n<p>c</p>\n<ul>\n'
                "<li>d</li>\n</ul>\n</div>\n<p>e</p>\n"
            ),
            id="an admonition",
        ),
        pytest.param(
            {A: {}},
            "/// tip |\na\n///\n",
            '<div class="admonition tip">\n<p>a</p>\n</div>',
            id="an admonition without a title",
        ),
        pytest.param(
            {A: {}},
            '/// admonition | A\n    type: warning\n    attrs: {class: "b c", id: d}\n\ne\n///\n',
            (
                '<div class="admonition warning b c" id="d">\n'
                '<p class="admonition-title">A</p>\n<p>e</p>\n</div>'
            ),
            id="one with options",
        ),
        pytest.param(
            {A: {"types": ["a", {"name": "b", "class": "c", "title": "D"}]}},
            "/// b\ne\n///\n",
            ('<div class="admonition c">\n<p class="admonition-title">D</p>\n<p>e</p>\n</div>'),
            id="a type of the site's own",
        ),
        pytest.param(
            {A: {}},
            "/// what | A\nb\n///\n",
            "<p>/// what | A\nb\n///</p>\n",
            id="a name that is none",
        ),
        pytest.param(
            {A: {}},
            "/// note\n    b: c\nd\n///\n",
            "<p>/// note\nb: c\nd\n///</p>\n",
            id="an option that is none",
        ),
        pytest.param(
            {A: {}},
            "/// note | ## A\nb\n///\n",
            (
                '<div class="admonition note">\n'
                '<h2 class="admonition-title">A</h2>\n<p>b</p>\n</div>'
            ),
            id="a title that is a heading",
        ),
        pytest.param(
            {A: {}},
            "//// note\na\n/// tip\nb\n///\nc\n////\n",
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>a</p>\n'
                '<div class="admonition tip">\n'
                '<p class="admonition-title">Tip</p>\n<p>b</p>\n</div>\n'
                "<p>c</p>\n</div>"
            ),
            id="one in another",
        ),
        pytest.param(
            {A: {}},
            "/// note\na\n/// tip\nb\n///\nc\n///\n",
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>a</p>\n'
                '<div class="admonition tip">\n'
                '<p class="admonition-title">Tip</p>\n<p>b</p>\n</div>\n'
                "<p>c</p>\n</div>"
            ),
            id="one in another with as many slashes",
        ),
        pytest.param(
            {A: {}},
            "/// note\na\n\n# B\n",
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>a</p>\n<h1>B</h1>\n'
                "</div>"
            ),
            id="one without an end",
        ),
        pytest.param(
            {A: {}},
            "- a\n\n    /// note\n    b\n\n    c\n    ///\n\n- d\n",
            (
                '<ul>\n<li>\n<p>a</p>\n<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>b</p>\n<p>c</p>\n'
                "</div></li>\n<li>\n<p>d</p>\n</li>\n</ul>\n"
            ),
            id="one in an item",
        ),
        pytest.param(
            {A: {}},
            "> /// note\n> a\n> ///\n",
            (
                '<blockquote>\n<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>a</p>\n'
                "</div></blockquote>\n"
            ),
            id="one in a quote",
        ),
        pytest.param(
            {A: {}, "admonition": {}},
            "!!! tip\n    a\n    /// note\n    b\n    ///\n\n    c\n",
            (
                '<div class="admonition tip">\n'
                '<p class="admonition-title">Tip</p>\n<p>a</p>\n'
                '<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>b</p>\n</div>\n'
                "<p>c</p>\n</div>"
            ),
            id="one in an old one",
        ),
        pytest.param(
            {A: {}, "admonition": {}},
            "/// note\n!!! tip\n    a\n\n    b\n\nc\n///\n",
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n'
                '<div class="admonition tip">\n'
                '<p class="admonition-title">Tip</p>\n<p>a</p>\n<p>b</p>\n'
                "</div>\n<p>c</p>\n</div>"
            ),
            id="an old one in one",
        ),
        pytest.param(
            {A: {}, S: {}},
            "/// note\n```py\na\n///\n```\nb\n///\n",
            (
                '<div class="admonition note">\n'
                '<p class="admonition-title">Note</p>\n<p>\n'
                '<pre><code class="language-py">a\n///\n</code></pre>\n\nb</p>\n'
                "</div>"
            ),
            id="a fence with slashes",
        ),
        pytest.param(
            {D: {"types": ["more"]}},
            "/// details | A\n    open: true\nb\n///\n\n/// more\nc\n///\n",
            (
                '<details open="open"><summary>A</summary>\n<p>b</p>\n'
                '</details><details class="more"><summary>More</summary>\n'
                "<p>c</p>\n</details>"
            ),
            id="details",
        ),
        pytest.param(
            {H: {}},
            "/// html | div.a#b[title='c d'][hidden]\n*e*\n\n- f\n///\n",
            (
                '<div id="b" title="c d" hidden="hidden" class="a">\n'
                "<p><em>e</em></p>\n<ul>\n<li>f</li>\n</ul>\n</div>"
            ),
            id="HTML",
        ),
        pytest.param(
            {H: {}},
            "/// html | p\n*a*\n\n- b\n///\n",
            "<p><em>a</em>\n\n- b</p>\n",
            id="HTML with text",
        ),
        pytest.param(
            {H: {}},
            "/// html | h2#x.y\n*a*\n///\n",
            '<h2 id="x" class="y"><em>a</em></h2>\n',
            id="HTML that is a heading",
        ),
        pytest.param(
            {H: {}},
            "/// html | pre\n    *a* <b>\n      c\n///\n",
            "<p>/// html | pre\n<em>a</em> <b>\nc\n///</p>\n",
            id="HTML as it stands",
        ),
        pytest.param(
            {H: {}}, "/// html | script\na < b\n///\n", "<script>a < b</script>", id="a script"
        ),
        pytest.param(
            {H: {}, S: {}},
            "/// html | pre\n```py\na\n```\n///\n",
            "<pre>```py\na\n```\n</pre>",
            id="a fence as it stands",
        ),
        pytest.param(
            {H: {"custom": [{"tag": "x-a", "mode": "block"}]}},
            "/// html | x-a\n- b\n///\n\n/// html | div\n    markdown: raw\n*c*\n///\n",
            "<x-a>\n<ul>\n<li>b</li>\n</ul>\n</x-a><div>*c*\n</div>",
            id="a mode",
        ),
        pytest.param(
            {H: {}},
            "/// html | div.a#b#c\nd\n///\n",
            "<p>/// html | div.a#b#c\nd\n///</p>\n",
            id="no selector",
        ),
        pytest.param(
            {T: {}},
            (
                "/// tab | A\nb\n///\n/// tab | C\n    select: true\nd\n///\n\n"
                "/// tab | E\n    new: true\nf\n///\n"
            ),
            (
                '<div class="tabbed-set">'
                '<input id="__tabbed_1_1" name="__tabbed_1" type="radio">'
                '<label for="__tabbed_1_1">A</label><div class="tabbed-content">\n'
                "<p>b</p>\n</div>"
                '<input id="__tabbed_1_2" name="__tabbed_1" type="radio" checked="check'
                'ed"><label for="__tabbed_1_2">C</label><div class="tabbed-content">\n'
                '<p>d</p>\n</div></div><div class="tabbed-set">'
                '<input id="__tabbed_2_1" name="__tabbed_2" type="radio" checked="check'
                'ed"><label for="__tabbed_2_1">E</label><div class="tabbed-content">\n'
                "<p>f</p>\n</div></div>"
            ),
            id="tabs",
        ),
        pytest.param(
            {T: {"alternate_style": True}},
            "/// tab | A\nb\n///\n/// tab | C\nd\n///\n",
            (
                '<div class="tabbed-set tabbed-alternate">'
                '<input id="__tabbed_1_1" name="__tabbed_1" type="radio" checked="check'
                'ed"><input id="__tabbed_1_2" name="__tabbed_1" type="radio">'
                '<div class="tabbed-labels"><label for="__tabbed_1_1">A</label>'
                '<label for="__tabbed_1_2">C</label></div><div class="tabbed-content">'
                '<div class="tabbed-block">\n<p>b</p>\n'
                '</div><div class="tabbed-block">\n<p>d</p>\n</div></div></div>'
            ),
            id="alternate tabs",
        ),
        pytest.param(
            {F: {}},
            "/// define\nA\n\n- b\n\n- c\n\nD\n\n- e\n///\n",
            (
                "<dl>\n<dt>A</dt>\n<dd>\n<p>b</p>\n</dd>\n<dd>\n<p>c</p>\n</dd>\n"
                "<dt>D</dt>\n<dd>e</dd>\n</dl>\n"
            ),
            id="definitions",
        ),
        pytest.param(
            {C: {}},
            "![a](b.png)\n/// caption\nc *d*\n///\n",
            (
                '<figure>\n<p><img src="b.png" alt="a" /></p>\n<figcaption>\n'
                "<p>c <em>d</em></p>\n</figcaption></figure>"
            ),
            id="a caption",
        ),
        pytest.param(
            {C: {}},
            (
                "a\n\n"
                "/// figure-caption\nb\n///\n\n"
                "c\n\n"
                "/// figure-caption | 4.2 .d\ne\n///\n\n"
                "f\n\n"
                "/// table-caption | <\ng\n///\n"
            ),
            (
                '<figure id="__figure-caption_1">\n<p>a</p>\n<figcaption>\n'
                '<p><span class="caption-prefix">Figure 1.</span> b</p>\n'
                '</figcaption></figure><figure class="d" id="__figure-caption_4_2">\n'
                "<p>c</p>\n<figcaption>\n"
                '<p><span class="caption-prefix">Figure 4.2.</span> e</p>\n'
                '</figcaption></figure><figure id="__table-caption_1"><figcaption>\n'
                '<p><span class="caption-prefix">Table 1.</span> g</p>\n'
                "</figcaption>\n<p>f</p>\n</figure>"
            ),
            id="figures with numbers",
        ),
    ],
)
def test_the_page_is(extensions: dict[str, dict[str, Any]], text: str, html: str) -> None:
    dialect = PythonMarkdown(features(extensions.items()))
    assert render(Markdown(text, 0, dialect)).html == html
