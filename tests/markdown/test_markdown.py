from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articlelint.markdown import END, START, CommonMark, Markdown, Node
from articlelint.markdown.mdx import Mdx
from articlelint.markdown.parts import link_parts, unescape
from articlelint.templates import FILLER
from articlelint.text.span import Span
from tests.growth import assert_linear

GFM = 0b11110
WIKI_LINKS = 1 << 15

LINKS = [
    "[", "![", "]", "](", ")", "[a", "b]", "][", "][]", "a", "智", " ", "\n", "\r\n", "\n> ",
    "\n- ", "\n  ", "\n\n", "\\", "\\)", "\\]", "<", ">", "<u v>", "<\\>>", "/u", "u(v)", "(",
    "&amp;", "&#x29;", "%20", '"t"', "'t'", "(t)", ' "t \\" 智"', " 't\nt'", "`]`", "*e*", "[a]",
    "[B  c]", "\n[a]: /x\n", "\n[a]: <x y> 't'\n", '\n[b c]:\n/y\n"t\nu"\n',
    "\n> [B C]: y\n> 't\n> u'\n", "<http://e.x>", "<m@e.x>", "[[w]]", "[[w|x]]", "![[w]]",
    "\ue000", "<b>", "![i](j)", "[x](y 'z')", "[x](\n> y\n> 'z'\n> )", "|", "\n|-|\n",
]  # fmt: skip
MARKDOWN = st.lists(st.sampled_from(LINKS), max_size=16).map("".join)


def nodes(source: str, *kinds: str, options: int = GFM) -> list[Node]:
    return list(Markdown(source, 0, CommonMark(options)).nodes(*kinds))


@given(MARKDOWN, st.integers(0, 20))
def test_parts_of_links_are_exact(source: str, offset: int) -> None:
    markdown = Markdown(source, offset, CommonMark(GFM | WIKI_LINKS))
    article = "-" * offset + source
    for node in markdown.nodes("Link", "Image"):
        parts = link_parts(markdown, node)
        if node.data["link_type"] == "WikiLink":  # no escapes; some spans are wrong
            assert parts.destination is None or (
                parts.destination.of(article) == node.data["dest_url"]
            )
            continue
        assert parts.destination is not None
        assert unescape(parts.destination.of(article)) == node.data["dest_url"]
        assert parts.text is not None
        assert node.span.encloses(parts.text)
        assert (parts.title is None) == (node.data["title"] == "")
        if parts.title is not None and "\n" not in node.data["title"]:
            assert unescape(parts.title.of(article)) == node.data["title"]


@given(MARKDOWN | st.text(max_size=40), st.integers(0, 20))
def test_spans_lie_in_the_article(source: str, offset: int) -> None:
    markdown = Markdown(source, offset, CommonMark(GFM))
    whole = Span(offset, offset + len(source))
    depth = 0
    for role, _, _, start, end in markdown.events:
        assert 0 <= start <= end <= len(source)
        depth += role
    assert depth == 0
    for kind in {event[1] for event in markdown.events}:
        for node in markdown.nodes(kind):
            assert whole.encloses(node.span)
            assert isinstance(markdown.text_of(node), str)


def parts(source: str, kind: str = "Link", options: int = GFM) -> tuple[str | None, ...]:
    markdown = Markdown(source, 0, CommonMark(options))
    return tuple(
        None if span is None else span.of(source)
        for span in link_parts(markdown, markdown.nodes(kind)[0])
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("[a](b)", ("b", "a", None), id="inline"),
        pytest.param("[a](b 'c')", ("b", "a", "c"), id="with a title"),
        pytest.param("[a](<b c> (d))", ("b c", "a", "d"), id="in pointed brackets"),
        pytest.param("[a]()", ("", "a", None), id="no destination"),
        pytest.param("[](b)", ("b", "", None), id="no text"),
        pytest.param("[](<>)", ("", "", None), id="nothing at all"),
        pytest.param("[a\\]](b\\)c)", ("b\\)c", "a\\]", None), id="escapes"),
        pytest.param("[a](b(c)d)", ("b(c)d", "a", None), id="brackets in the destination"),
        pytest.param("[a](b?c=d&amp;e)", ("b?c=d&amp;e", "a", None), id="a character reference"),
        pytest.param("智[é](智 'é')", ("智", "é", "é"), id="other scripts"),
        pytest.param("[`]`](b)", ("b", "`]`", None), id="a bracket in code"),
        pytest.param("[![a](b)](c)", ("c", "![a](b)", None), id="an image"),
        pytest.param("> [a](\n> <b>\n> 'c'\n> )", ("b", "a", "c"), id="in a quote"),
        pytest.param("[a](>b)", (">b", "a", None), id="a destination that looks like a quote"),
        pytest.param("[a][b]\n\n[b]: c 'd'", ("c", "a", "d"), id="full reference"),
        pytest.param("[B][]\n\n[b]: c", ("c", "B", None), id="collapsed reference"),
        pytest.param("[b]\n\n[b]: <c>", ("c", "b", None), id="shortcut reference"),
        pytest.param("[ẞ]\n\n[SS]:\n  c", ("c", "ẞ", None), id="a folded label"),
        pytest.param(
            "[a][b]\n\n[b]: c\n[b]: d", ("c", "a", None), id="the first of two definitions"
        ),
        pytest.param("<http://a>", ("http://a", "http://a", None), id="autolink"),
        pytest.param("<a@b>", ("a@b", "a@b", None), id="mail"),
        pytest.param(f"[a]({FILLER * 3}/b)", (f"{FILLER * 3}/b", "a", None), id="a masked tag"),
    ],
)
def test_parts_of_a_link(source: str, expected: tuple[str | None, ...]) -> None:
    assert parts(source) == expected


def test_parts_of_an_image() -> None:
    assert parts("a ![b *c*](d 'e')", "Image") == ("d", "b *c*", "e")


def test_parts_of_a_wiki_link() -> None:
    assert parts("[[a|b]]", options=WIKI_LINKS) == ("a", "b", None)
    assert parts("![[a]]", "Image", WIKI_LINKS) == ("a", "a", None)


def test_a_collapsed_reference_reaches_to_its_end() -> None:
    (node,) = nodes("[a][] b\n\n[a]: c", "Link")
    assert node.span == Span(0, 5)


def test_nodes_of_several_kinds_are_in_reading_order() -> None:
    source = "# a ![b](c)\n\n[d](e) `f`"
    assert [node.kind for node in nodes(source, "Link", "Code", "Heading", "Image")] == [
        "Heading",
        "Image",
        "Link",
        "Code",
    ]


def test_a_node_has_pyromark_s_data() -> None:
    (heading,) = nodes("## a {#b .c}", "Heading", options=1 << 6)
    assert heading.data == {"level": "H2", "id": "b", "classes": ("c",), "attrs": ()}
    (code,) = nodes("```py x\na\n```", "CodeBlock")
    assert code.data == {"Fenced": "py x"}


def test_an_index_is_the_event_s() -> None:
    markdown = Markdown("a *b*", 0, CommonMark(GFM))
    (node,) = markdown.nodes("Emphasis")
    assert markdown.events[node.index][:2] == (START, "Emphasis")
    assert markdown.events[node.index + 2][:2] == (END, "Emphasis")


def test_offsets_are_characters_of_the_article() -> None:
    (node,) = Markdown("é智\U0001f600 *a*", 7, CommonMark(GFM)).nodes("Emphasis")
    assert node.span == Span(11, 14)


@pytest.mark.parametrize(
    ("source", "kind", "expected"),
    [
        pytest.param("# a *b* `c` &amp; <b>d</b>", "Heading", "a b c & d", id="a heading"),
        pytest.param("![a *b*\nc](d)", "Image", "a b c", id="an alternative text"),
        pytest.param("[![a](b) c](d)", "Link", "a c", id="a link with an image"),
        pytest.param("a `b`", "Code", "b", id="code"),
        pytest.param(f"a\n\n# {'*b* `c` ' * 40}", "Heading", ("b c " * 40).strip(), id="long"),
        pytest.param(f"a\n\n![{'*b* ' * 600}](c)", "Image", "b " * 500, id="a long one"),
        pytest.param("```\na\nb\n```", "CodeBlock", "a\nb\n", id="a code block"),
        pytest.param("---", "Rule", "", id="a rule"),
    ],
)
def test_the_text_of(source: str, kind: str, expected: str) -> None:
    markdown = Markdown(source, 0, CommonMark(GFM))
    assert markdown.text_of(markdown.nodes(kind)[0]) == expected


@pytest.mark.parametrize(
    ("source", "has_html"),
    [
        pytest.param("a <b>c</b>", True, id="inline"),
        pytest.param("<div>", True, id="a block"),
        pytest.param("<!-- c -->", True, id="a comment"),
        pytest.param("`<b>`\n\n    <div>\n", False, id="in code"),
        pytest.param("a < b, <http://c>", False, id="not HTML"),
        pytest.param(f"<!--{FILLER}-->\n\na", False, id="a masked tag"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_whether_the_author_wrote_html(source: str, has_html: bool) -> None:
    assert Markdown(source, 0, CommonMark(GFM)).has_html is has_html


def test_reference_definitions_have_spans() -> None:
    source = "智 [a]\n\n[a]: b 'c'\n"
    definitions = Markdown(source, 2, CommonMark(GFM)).reference_definitions
    assert [(each.label, each.destination, each.title) for each in definitions.values()] == [
        ("a", "b", "c")
    ]
    assert definitions["a"].span.shift(-2).of(source) == "[a]: b 'c'"


MDX = """\
import A from 'a';
import {
  B,

  C,
} from "b";

export const meta = () => {
  return <p>Don't</p>;
};

# Title {props.x}

<Tabs values={[{a: 1}, {b: "}"}]}>
    <TabItem value="a">

    Text ![one](one.png) {/* a comment */}

    ```js
    const x = {a: <b/>, c: "![no](no.png)"};
    ```

    </TabItem>
</Tabs>

Text `<A>{x}</A>` and <img src={require("./two.png")} style={{
  width: 1,
}} alt="two" {...props} />, [link](/three) <Kbd>x</Kbd> <></> a < b {y

<div className="x">
![four](four.png)
</div>
"""


def test_mdx_is_read_as_markdown_and_elements() -> None:
    markdown = Markdown(MDX, 0, Mdx(GFM))
    assert len(markdown.text) == len(MDX)
    assert [node.data["dest_url"] for node in markdown.nodes("Image")] == ["one.png", "four.png"]
    assert [node.data["dest_url"] for node in markdown.nodes("Link")] == ["/three"]
    assert [markdown.text_of(node).strip(f" {FILLER}") for node in markdown.nodes("Heading")] == [
        "Title"
    ]
    elements = [data for _, kind, data, _, _ in markdown.events if kind == "InlineHtml"]
    assert [data[:4] for data in elements if FILLER not in data[:5]] == ["<img"]
    assert "import" not in markdown.text
    assert "Don't" not in markdown.text
    assert "Tab" not in markdown.text
    assert "`<A>{x}</A>`" in markdown.text


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{" * 200_000, id="open braces"),
        pytest.param("<A " * 100_000, id="open tags"),
        pytest.param("<A {" * 100_000, id="open tags and braces"),
        pytest.param("import a\n" * 50_000, id="modules"),
        pytest.param("    a\n\nb\n" * 20_000, id="indented lines"),
        pytest.param("`" * 100_000 + "{", id="ticks"),
    ],
)
def test_no_mdx_takes_long(source: str) -> None:
    assert len(Markdown(source, 0, Mdx(GFM)).text) == len(source)
    assert_linear(lambda source: Markdown(source, 0, Mdx(GFM)).text, source)


@given(st.text(alphabet="{}<>/Aa \n'\"`*()=\\;:import export", max_size=60))
@example("<{}>")
def test_any_text_is_mdx(source: str) -> None:
    markdown = Markdown(source, 0, Mdx(GFM))
    assert len(markdown.text) == len(source)
    assert [c for c in markdown.text if c in "\r\n"] == [c for c in source if c in "\r\n"]
