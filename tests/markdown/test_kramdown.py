from __future__ import annotations

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.kramdown import Kramdown, Options
from articlelint.rendering import Rendering, render
from tests.growth import assert_linear


def rendered(source: str, options: Options = Options(), offset: int = 0) -> Rendering:  # noqa: B008 - it never changes
    return render(Markdown(source, offset, Kramdown(options)))


@pytest.mark.parametrize(
    ("source", "html"),
    [
        pytest.param(
            "<div>\n\n**a**\n\nb\n</div>",
            "<div>\n\n**a**\n\nb\n</div>",
            id="a block of HTML runs to its end tag",
        ),
        pytest.param(
            "<blockquote>a\n\nb.</blockquote>",
            "<blockquote>a\n\nb.</blockquote>",
            id="over blank lines",
        ),
        pytest.param(
            "<div>\n<p>a</b>\n</div>\n\n## b",
            "<div>\n<p>a&lt;/b&gt;\n&lt;/div&gt;\n\n## b</p></div>",
            id="an end tag that closes nothing is text",
        ),
        pytest.param(
            "<ul>\n<li>a\n<li>b\n</ul>\n\n## c",
            "<ul>\n<li>a\n<li>b\n&lt;/ul&gt;\n\n## c</li></li></ul>",
            id="no end tag is optional",
        ),
        pytest.param(
            "<pre>\nif (a<b && c <d)\n</pre>",
            "<pre>\nif (a&lt;b && c &lt;d)\n</pre>",
            id="a sign that begins no tag is text",
        ),
        pytest.param(
            "<script>\na < b\n</script>",
            "<script>\na < b\n</script>",
            id="scripts are left as they are",
        ),
        pytest.param(
            '<div class="a" markdown="1">\n**b**\n</div>',
            '<div class="a" markdown="1">\n<p><strong>b</strong></p>\n</div>',
            id="Markdown in HTML",
        ),
        pytest.param(
            "<div markdown = 1>\n**a**\n</div>",
            "<div markdown = 1>\n<p><strong>a</strong></p>\n</div>",
            id="any spelling of it",
        ),
        pytest.param(
            '<div markdown="1">\n<div>*a*</div>\n</div>',
            '<div markdown="1">\n<div>*a*</div>\n</div>',
            id="not for elements in it",
        ),
        pytest.param(
            '<p markdown="1">*a*</p>',
            '<p markdown="1"><em>a</em></p>',
            id="Markdown in an element of text",
        ),
        pytest.param(
            '<table><tr><td markdown="1">*a*</td></tr></table>',
            '<table><tr><td markdown="1">\n<p>'
            "<em>a</em>&lt;/td&gt;&lt;/tr&gt;&lt;/table&gt;</p>\n</td></tr></table>",
            id="a cell ends at the beginning of a line",
        ),
        pytest.param(
            "<!-- a -->\nb",
            "<!-- a -->\n<p>b</p>\n",
            id="a comment is no paragraph",
        ),
        pytest.param(
            "<foo>\n*a*\n</foo>",
            "<foo>\n*a*\n</foo>",
            id="an unknown element is a block",
        ),
        pytest.param(
            "<em>\n **a**\n</em>",
            "<p><em>\n<strong>a</strong>\n</em></p>\n",
            id="an inline element alone on its line opens a paragraph",
        ),
        pytest.param(
            '<img src="a.png">\nSee <https://example.org/>.',
            '<p><img src="a.png">\n'
            'See <a href="https://example.org/">https://example.org/</a>.</p>\n',
            id="so does an image",
        ),
        pytest.param(
            "a <div>b</div> c",
            "<p>a &lt;div&gt;b&lt;/div&gt; c</p>\n",
            id="a block within text is text",
        ),
        pytest.param(
            "a </br> b",
            "<p>a &lt;/br&gt; b</p>\n",
            id="the end tag of a void element is text",
        ),
        pytest.param(
            "a <img src=a.png> b",
            "<p>a &lt;img src=a.png&gt; b</p>\n",
            id="an unquoted value may be a word only",
        ),
        pytest.param(
            '<div data-a="{"b": 1}">\nc\n</div>',
            '<p>&lt;div data-a="{"b": 1}"&gt;\nc\n&lt;/div&gt;</p>\n',
            id="a malformed attribute makes text of a tag",
        ),
        pytest.param(
            '<a name="a"/>b',
            '<p><a name="a"/></a>b</p>\n',
            id="a slash closes an inline element",
        ),
        pytest.param(
            "<b>a",
            "<p><b>a</b></p>\n",
            id="what is left open ends with the paragraph",
        ),
        pytest.param(
            "<kbd>*a* &lt;</kbd>",
            "<p><kbd>*a* &lt;</kbd></p>\n",
            id="raw content within a line",
        ),
        pytest.param(
            "## ",
            "<p>##</p>\n",
            id="a mark without a heading",
        ),
        pytest.param(
            "##a\n# b #",
            "<p>##a</p>\n<h1>b</h1>\n",
            id="headings of GFM",
        ),
        pytest.param(
            "# a {#b}",
            '<h1 id="b">a</h1>\n',
            id="an id",
        ),
        pytest.param(
            "a\n===\nb\n---",
            "<h1>a</h1>\n<p>b\n—</p>\n",
            id="an underline takes one line",
        ),
        pytest.param(
            "a\nb\n---",
            "<p>a\nb\n—</p>\n",
            id="and none that goes on a paragraph",
        ),
        pytest.param(
            "a\n- b",
            "<p>a</p>\n<ul>\n<li>b</li>\n</ul>\n",
            id="a list ends a paragraph",
        ),
        pytest.param(
            "- a\n- b",
            "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n",
            id="a tight list",
        ),
        pytest.param(
            "- a\n\n  b\n- c",
            "<ul>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n",
            id="a loose list",
        ),
        pytest.param(
            "- a\n      - b\n- c",
            "<ul>\n<li>a\n- b</li>\n<li>c</li>\n</ul>\n",
            id="a list in a list",
        ),
        pytest.param(
            "3. a\n4. b",
            "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n",
            id="numbers count from one",
        ),
        pytest.param(
            "- [x] a",
            '<ul>\n<li><input disabled="" type="checkbox" checked=""/>\na</li>\n</ul>\n',
            id="a task",
        ),
        pytest.param(
            "* a\n{:toc}",
            "",
            id="the place of the table of contents",
        ),
        pytest.param(
            "> a\nb\n- c",
            "<blockquote>\n<p>a\nb</p>\n<ul>\n<li>c</li>\n</ul>\n</blockquote>\n",
            id="a quotation takes what follows",
        ),
        pytest.param(
            "    a\nb",
            "<pre><code>a b\n</code></pre>\n",
            id="indented code takes what follows",
        ),
        pytest.param(
            "```py\na\n```",
            '<pre><code class="language-py">a\n</code></pre>\n',
            id="a fence",
        ),
        pytest.param(
            "``` a b\nc\n```",
            "<p><code>a b c </code></p>\n",
            id="with two words it is none",
        ),
        pytest.param(
            "a | b\nc",
            "<p>a | b\nc</p>\n",
            id="a pipe makes no table of one line of two",
        ),
        pytest.param(
            "a | b",
            "<table><tr><td>a</td><td>b</td></tr>\n</tbody></table>\n",
            id="but of one",
        ),
        pytest.param(
            "- a | b",
            "<ul>\n<li><table><tr><td>a</td><td>b</td></tr>\n</tbody></table>\n</li>\n</ul>\n",
            id="in an item too",
        ),
        pytest.param(
            "|a|b|\n|-|:-:|\n|`|`|*c*|",
            '<table><thead><tr><th>a</th><th style="text-align: center">b</th></tr>'
            '</thead><tbody>\n<tr><td><code>|</code></td><td style="text-align: center">'
            "<em>c</em></td></tr>\n</tbody></table>\n",
            id="a table with a head",
        ),
        pytest.param(
            "a\n|b|c|\n|-|-|",
            "<p>a\n|b|c|\n|-|-|</p>\n",
            id="a table after a line of text is none",
        ),
        pytest.param(
            "a\n: b\n\nc\n\n: d",
            "<dl>\n<dt>a</dt>\n<dd>b</dd>\n<dt>c</dt>\n<dd>\n<p>d</p>\n</dd>\n</dl>\n",
            id="definitions",
        ),
        pytest.param(
            "a[^1] b[^2]\n\n[^1]: c",
            '<p>a<sup class="footnote-reference"><a href="#1">1</a></sup> b[^2]</p>\n'
            '<div class="footnote-definition" id="1">'
            '<sup class="footnote-definition-label">1</sup>\n<p>c</p>\n</div>\n',
            id="a footnote",
        ),
        pytest.param(
            "{: .a #b}\nc\n\nd\n{:e}\n\n{:e: f='g'}",
            '<p class="a" id="b">c</p>\n<p f="g">d</p>\n',
            id="attributes of blocks",
        ),
        pytest.param(
            "*a*{: .b}{: .c #d} `e`{: .f}{:.g}",
            '<p><em class="b c" id="d">a</em> <code class="f g">e</code></p>\n',
            id="attribute lists one after the other",
        ),
        pytest.param(
            "*a*{: .b} [c](d){:e='f'}",
            '<p><em class="b">a</em> <a e="f" href="d">c</a></p>\n',
            id="attributes of spans",
        ),
        pytest.param(
            "中文**强调**中文",
            "<p>中文<strong>强调</strong>中文</p>\n",
            id="emphasis without spaces",
        ),
        pytest.param(
            "他说**“你好”**了",
            "<p>他说<strong>“你好”</strong>了</p>\n",
            id="emphasis around quotation marks",
        ),
        pytest.param(
            "a_b_c *d **e** f* ***g***",
            "<p>a_b_c <em>d <strong>e</strong> f</em> <strong><em>g</em></strong></p>\n",
            id="emphasis",
        ),
        pytest.param(
            "[a](b c) [d](<e f>) [g](h 'i')",
            '<p><a href="b%20c">a</a> <a href="e%20f">d</a> <a href="h" title="i">g</a></p>\n',
            id="links",
        ),
        pytest.param(
            "[a][b] [B] ![c]\n\n[b]: /d\n[b]: /e\n[c]: /f",
            '<p><a href="/e">a</a> <a href="/e">B</a> <img src="/f" alt="c" /></p>\n',
            id="the last definition counts",
        ),
        pytest.param(
            "a  \nb\\\nc",
            "<p>a<br />\nb<br />\nc</p>\n",
            id="line breaks",
        ),
        pytest.param(
            "a--b---c... <<d>>",
            "<p>a–b—c… «d»</p>\n",
            id="typographic signs",
        ),
        pytest.param(
            "&copy; &check; &#65;",
            "<p>© &amp;check; A</p>\n",
            id="references that it knows",
        ),
        pytest.param(
            "``a`b`` `c",
            "<p><code>a`b</code> `c</p>\n",
            id="code",
        ),
        pytest.param(
            "$$a$$\n\nb $$c$$",
            '<span class="math math-display">a</span>\n'
            '<p>b <span class="math math-inline">c</span></p>\n',
            id="mathematics",
        ),
        pytest.param(
            "~~a~~ ~b~",
            "<p><del>a</del> ~b~</p>\n",
            id="deleted text",
        ),
        pytest.param(
            "{::comment}\na\n{:/comment}\n{::nomarkdown}\n<b>\n{:/}",
            "<b>\n",
            id="extensions",
        ),
    ],
)
def test_the_page_is_kramdown_s(source: str, html: str) -> None:
    # Each was rendered by kramdown 2.4 with its GFM parser 1.1; see tests/oracles/kramdown.py.
    assert rendered(source).html == html


@pytest.mark.parametrize(
    ("source", "options", "html"),
    [
        pytest.param("##a", Options(gfm=False), "<h2>a</h2>\n", id="a heading without a blank"),
        pytest.param("a\n- b", Options(gfm=False), "<p>a\n- b</p>\n", id="no list in a paragraph"),
        pytest.param("a\nb", Options(hard_wrap=True), "<p>a<br />\nb</p>\n", id="every line"),
        pytest.param(
            "<b>a\nb</b>", Options(hard_wrap=True), "<p><b>a\nb</b></p>\n", id="but in HTML"
        ),
        pytest.param(
            "<div>*a*</div>",
            Options(parse_block_html=True),
            "<div>\n<p><em>a</em>&lt;/div&gt;</p>\n</div>",
            id="Markdown in any block of HTML",
        ),
        pytest.param("a--b", Options(typographic=False), "<p>a--b</p>\n", id="signs as they are"),
        pytest.param(
            "<ul>a<li>b</li></ul>",
            Options(native=True),
            "<ul><li>b</li></ul>",
            id="no text in lists",
        ),
    ],
)
def test_options(source: str, options: Options, html: str) -> None:
    assert rendered(source, options).html == html


def test_options_are_read_as_jekyll_gives_them() -> None:
    assert Kramdown.configured({}) == Kramdown()
    assert Kramdown.configured({"input": "kramdown", "hard_wrap": True}).options == Options(
        gfm=False
    )
    quirks = Kramdown.configured({"gfm_quirks": "no_auto_typographic", "parse_block_html": True})
    assert quirks.options == Options(quirk=False, typographic=False, parse_block_html=True)


def test_a_definition_has_its_place() -> None:
    text = "> [a]: /b 'c'\n\n[d]: <e f>\n"
    assert Kramdown().definitions(text) == {
        "a": ("/b", "c", 2, 14),
        "d": ("e f", None, 15, 26),
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("a </b> c", [("stray", "</b>", [])], id="an end tag"),
        pytest.param("> <p>a</b>\n> </p>", [("stray", "</b>", ["<p>"])], id="within a quotation"),
        pytest.param("a <b>c *d", [("unclosed", "<b>", [])], id="an element of a line"),
        pytest.param("<p>a", [("unclosed", "<p>", [])], id="a block"),
        pytest.param("a <div> b", [("shown", "<div>", [])], id="a block within a line"),
        pytest.param("*a <b>c* d", [("unclosed", "<b>", [])], id="one that was looked at twice"),
    ],
)
def test_slips(source: str, expected: list[tuple[str, str, list[str]]]) -> None:
    found = [
        (
            slip.kind,
            source[slip.tag.start : slip.tag.end],
            [source[tag.start : tag.end] for tag in slip.open],
        )
        for slip in Kramdown().slips(source)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "part",
    [
        "*a **b ", "*a _b ", "[", "![", "[a](", "![a](", "[a][b] ", "[a](b 'c ", "<div>", "<div>\n",
        "<b>", "*<b>", "</b>", "- ", "- a\n", "  - a\n", "> ", "> a\nb\n", ": ", "a\n: b\n\n",
        "`a ``b ", "```\n~~~\n", "``` a b\n", "<!-- ", "<!-- \n\n", "<div>\n<!-- ", "<div>\n<?a ",
        "$$a\n\n", "a|b\nc\n\n", "|`a`|<b>|\n", "[^a]: b\n\n    c\n", "{: .a\n", "*a*{: .b}",
        "[a]: b          \n", "~~a ", "<http:", "<a@b ", "<a b='", "&amp;&a", "a -- b...", "\\*",
        '<div markdown="1">\n', '<p markdown="span">', "{::comment}\n", "a\n---\n", "# a #\n",
        "    a\nb\n", "* * *\n", "1. a\n   1. b\n", "a\r\n", "\t", " ",
    ],
)  # fmt: skip
def test_no_text_takes_long(part: str) -> None:
    def work(text: str) -> None:
        rendering = rendered(text)
        rendering.source_map.span(0, len(rendering.html))

    assert_linear(work, part * (20_000 // len(part)))
