"""Pages as VitePress makes them; white space aside, these are its own."""

from __future__ import annotations

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.vue import Vue
from articlelint.rendering import render


def tip(inner: str, kind: str = "tip") -> str:
    title = f'<p class="custom-block-title">{kind.upper()}</p>\n'
    return f'<div class="{kind} custom-block">{title}{inner}</div>\n'


@pytest.mark.parametrize(
    ("source", "html"),
    [
        pytest.param("::: tip\na\n:::", tip("<p>a</p>\n"), id="a box"),
        pytest.param(
            "::: details b *c*\na\n:::",
            '<details class="details custom-block"><summary>b <em>c</em></summary>\n'
            "<p>a</p>\n</details>\n",
            id="a title is Markdown",
        ),
        pytest.param(
            ":::: danger\n::: tip\na\n:::\n::::",
            tip(tip("<p>a</p>\n"), "danger"),
            id="a box in a box has fewer colons",
        ),
        pytest.param(
            "::: danger\n:::: tip\na\n::::\n:::",
            tip(tip("<p>a</p>\n"), "danger") + "<p>:::</p>\n",
            id="more colons end both",
        ),
        pytest.param(
            "> ::: tip\n> a\n> :::",
            f"<blockquote>\n{tip('<p>a</p>' + chr(10))}</blockquote>\n",
            id="a box in a quote",
        ),
        pytest.param(
            "> [!NOTE]\n> a",
            '<div class="note custom-block github-alert"><p class="custom-block-title">NOTE</p>\n'
            "<p>a</p>\n</div>\n",
            id="an alert",
        ),
        pytest.param(
            "::: tip\n- a\n  :::\n- b",
            tip("<ul>\n<li>a</li>\n</ul>\n") + "<ul>\n<li>b</li>\n</ul>\n",
            id="the end of a box ends what is in it",
        ),
        pytest.param(
            "> ::: tip\n> a\n\nb\n\n:::",
            f"<blockquote>\n{tip('<p>a</p>' + chr(10))}</blockquote>\n<p>b</p>\n<p>:::</p>\n",
            id="a box ends with what it is in",
        ),
        pytest.param("::: other\na\n:::", "<p>::: other\na\n:::</p>\n", id="an unknown box"),
        pytest.param("<Box>\n*a*\n</Box>", "<Box>\n*a*\n</Box>", id="a component is a block"),
        pytest.param(
            "<Box />\n*a*", "<Box /></Box>\n<p><em>a</em></p>\n", id="one that ends in its line"
        ),
        pytest.param("<b>*a*</b>", "<p><b><em>a</em></b></p>\n", id="an element of text is none"),
        pytest.param(
            'a <Box @b="c">*d*</Box>',
            '<p>a <Box @b="c"><em>d</em></Box></p>\n',
            id="an attribute that begins with @",
        ),
        pytest.param(
            "[[toc]]", '<nav class="table-of-contents"></nav>\n', id="the table of contents"
        ),
        pytest.param(
            "a <sup b='/>' /> <br/> <svg><path/></svg>",
            "<p>a <sup b='/>' /></sup> <br/> <svg><path/></svg></p>\n",
            id="any element may close itself",
        ),
        pytest.param(
            "<Box\n  a='b'\n/>\n*a*",
            "<Box\n  a='b'\n/></Box>\n*a*",
            id="over several lines",
        ),
        pytest.param(
            'a <Link to="b">*c*</Link>', "<p>a <em>c</em></p>\n", id="a component is no element"
        ),
        pytest.param("a {.b}", '<p class="b">a</p>\n', id="attributes of a paragraph"),
        pytest.param("- a {.b}", '<ul>\n<li class="b">a</li>\n</ul>\n', id="of an item"),
        pytest.param(
            "- # a {#b .c d=e}",
            '<ul>\n<li id="b" class="c" d="e">\n<h1>a</h1>\n</li>\n</ul>\n',
            id="of an item that begins with a heading",
        ),
        pytest.param(
            '`<Box\n@a="b">`',
            '<p><code>&lt;Box @a="b"&gt;</code></p>\n',
            id="code over lines",
        ),
        pytest.param("# a {#b}", '<h1 id="b">a</h1>\n', id="of a heading"),
        pytest.param(
            "<script setup>\na\n</script>\n\nb", "<p>b</p>\n", id="the component's script"
        ),
    ],
)
def test_what_vitepress_makes(source: str, html: str) -> None:
    assert render(Markdown(source, 0, Vue())).html == html
