"""Pages as marked makes them with hexo-renderer-marked; white space aside, these are its own."""

from __future__ import annotations

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.marked import Marked
from articlelint.markdown.marked.addresses import markup_in_urls
from articlelint.markdown.options import GFM_OPTIONS
from articlelint.rendering import render
from tests.growth import assert_linear


def page(source: str, dialect: Marked) -> str:
    return render(Markdown(source, 0, dialect)).html


@pytest.mark.parametrize(
    ("source", "html"),
    [
        pytest.param("a\nb", "<p>a<br />\nb</p>\n", id="a line ending is a break"),
        pytest.param("~~a~~ b ~c~ d", "<p><del>a</del> b <del>c</del> d</p>\n", id="tildes"),
        pytest.param("~a ~ b", "<p>~a ~ b</p>\n", id="tildes beside white space"),
        pytest.param("~~a ~b~~", "<p><del>a ~b</del></p>\n", id="tildes of equal number"),
        pytest.param(
            "- a\n  <div>\n  b",
            "<ul>\n<li>a<div>\nb</li>\n</ul>\n",
            id="a tag that begins a line of an item begins a block",
        ),
        pytest.param(
            "- a\n</div>\nb",
            "<ul>\n<li>a\n</div>\nb</li>\n</ul>\n",
            id="an end tag does not end the item",
        ),
        pytest.param(
            "- a\n<b>c</b>",
            "<ul>\n<li>a</li>\n</ul>\n<p><b>c</b></p>\n",
            id="a start tag does",
        ),
        pytest.param(
            "1. a\n   2. b",
            '<ol>\n<li>a\n<ol start="2">\n<li>b</li>\n</ol>\n</li>\n</ol>\n',
            id="any number begins a list in an item",
        ),
        pytest.param(
            "- \n- a", "<p>-</p>\n<ul>\n<li>a</li>\n</ul>\n", id="a mark, a blank and no more"
        ),
        pytest.param("a\n* \nb", "<p>a</p>\n<p>*<br />\nb</p>\n", id="the same behind text"),
        pytest.param(
            "|a|\n|-|\n|b|\n    |c|\n|d|",
            "<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n"
            "</tbody></table>\n<pre><code>|c|\n</code></pre>\n<p>|d|</p>\n",
            id="a row indented by four ends the table",
        ),
        pytest.param(
            "|a|\n|-|\n|b|\n\t|c|",
            "<table><thead><tr><th>a</th></tr></thead><tbody>\n<tr><td>b</td></tr>\n"
            "</tbody></table>\n<pre><code>|c|</code></pre>\n",
            id="a row behind a tab ends it, too",
        ),
        pytest.param("a\n```", "<p>a<br />\n```</p>\n", id="a fence at the very end"),
        pytest.param("a\n```\n", "<p>a</p>\n<pre><code></code></pre>\n", id="one with a line"),
        pytest.param("a\n \t\nb", "<p>a<br />\n\t<br />\nb</p>\n", id="a line of tabs"),
        pytest.param(
            "- a\n> b\n- c",
            "<ul>\n<li>a\n<blockquote>\n<p>b</p>\n</blockquote>\n</li>\n<li>c</li>\n</ul>\n",
            id="a quote behind an item belongs to it",
        ),
        pytest.param(
            "https://e.x/*a* b", "<p>https://e.x/*a* b</p>\n", id="no markup in a bare URL"
        ),
        pytest.param(
            "https://e.x`a`b `c`",
            "<p>https://e.x`a`b <code>c</code></p>\n",
            id="no code in a bare URL",
        ),
        pytest.param("ab\n: cd", "<dl>\n<dt>ab</dt>\n<dd>cd</dd>\n</dl>\n", id="a description"),
        pytest.param(
            "ab\n: cd\n: *e*",
            "<dl>\n<dt>ab<br />\n: cd</dt>\n<dd><em>e</em></dd>\n</dl>\n",
            id="the last colon counts",
        ),
        pytest.param("a\n: cd", "<p>a<br />\n: cd</p>\n", id="one letter is described by nothing"),
        pytest.param("[a](b_(c)", '<p><a href="b_(c">a</a></p>\n', id="an open parenthesis"),
        pytest.param(
            '![a](((b "c") (d',
            '<p><img src="((b" alt="a" title="c" /> (d</p>\n',
            id="two, and a title",
        ),
        pytest.param("[a](b_(c)d(e)", "<p>[a](b_(c)d(e)</p>\n", id="one open, one closed"),
        pytest.param("[a](b_(c) )", '<p><a href="b_(c)">a</a></p>\n', id="closed at the end"),
        pytest.param("`[a](b_(c)`", "<p><code>[a](b_(c)</code></p>\n", id="parentheses in code"),
        pytest.param("[^1]\n\n[^1]: b", '<p><a href="b">^1</a></p>\n', id="footnotes are unknown"),
    ],
)
def test_what_marked_makes(source: str, html: str) -> None:
    assert page(source, Marked(GFM_OPTIONS)) == html


@pytest.mark.parametrize(
    ("source", "dialect", "html"),
    [
        pytest.param("a\nb", Marked(breaks=False), "<p>a\nb</p>\n", id="breaks"),
        pytest.param(
            "www.e.x/*a*", Marked(urls=False), "<p>www.e.x/<em>a</em></p>\n", id="autolink"
        ),
        pytest.param(
            "ab\n: cd",
            Marked(descriptions=False),
            "<p>ab<br />\n: cd</p>\n",
            id="descriptionLists",
        ),
        pytest.param(
            "**a。**b *《c》* _《d》_，",
            Marked(old_emphasis=True),
            "<p><strong>a。</strong>b <em>《c》</em> _《d》_，</p>\n",
            id="marked 4, to which other scripts' punctuation is letters",
        ),
        pytest.param("~~a~~", Marked(), "<p>~~a~~</p>\n", id="gfm"),
    ],
)
def test_its_options(source: str, dialect: Marked, html: str) -> None:
    assert page(source, dialect) == html


def test_urls_without_a_space_take_linear_time() -> None:
    text = "https://a.b/c" * 10_000
    assert list(markup_in_urls(text, GFM_OPTIONS)) == []
    assert_linear(lambda text: list(markup_in_urls(text, GFM_OPTIONS)), text)
