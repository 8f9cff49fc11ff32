from __future__ import annotations

from typing import TYPE_CHECKING

import pyromark
import pytest
from hypothesis import example, given

from articlelint.markdown import END, LEAF, START, CommonMark, Dialect, Event, Markdown
from articlelint.rendering import Rendering, SourceMap, render
from articlelint.text.span import Span
from tests.growth import assert_linear
from tests.markdown.dialects import CASES, EVERY_OPTION, PULLDOWN

if TYPE_CHECKING:
    from articlelint.markdown.dialect import DefinitionPlace


def rendered(source: str, options: int = 0, offset: int = 0) -> Rendering:
    return render(Markdown(source, offset, CommonMark(options)))


@given(CASES["commonmark"].texts, PULLDOWN)
@example("> <b\r\n> c>", 0)
@example("![a\n`b` <i> $x$ [^1]](c)", EVERY_OPTION)
@example("|a|b|\n|-|:-:|\n|**x**|**y**|", EVERY_OPTION)
def test_the_html_is_pyromark_s(source: str, options: int) -> None:
    expected = pyromark.html(source, options=pyromark.Options(options))
    assert rendered(source, options).html == expected


def place(source: str, part: str, options: int = 0b11110) -> str:
    """Return the source of the first *part* of the HTML."""
    rendering = rendered(source, options)
    start = rendering.html.index(part)
    return rendering.source_map.span(start, start + len(part)).of(source)


@pytest.mark.parametrize(
    ("source", "part", "expected"),
    [
        pytest.param("a *b* c", "b", "b", id="text"),
        pytest.param("a *b* c", "<em>b</em>", "*b*", id="an element"),
        pytest.param("a *b* c", "<em>", "*b*", id="a start tag is its construct"),
        pytest.param("a **b** c", "</strong>", "**", id="an end tag is what follows"),
        pytest.param("a [b](c 'd') e", "</a>", "](c 'd')", id="the end of a link"),
        pytest.param("a\n\nb\n\nc", "<p>b</p>", "b", id="a paragraph without its line ending"),
        pytest.param("x < y & z", "&amp;", "&", id="an escaped character"),
        pytest.param("x < y & z", "z", "z", id="what follows escaped characters"),
        pytest.param("a `b<c` d", "c</code>", "c`", id="code"),
        pytest.param("![a *b*](c 'd')", '<img src="c"', "![a *b*](c 'd')", id="an image"),
        pytest.param("![a *b*](c 'd')", "b", "b", id="its alternative text"),
        pytest.param("智 <b>é</b> x", "<b>", "<b>", id="HTML after other scripts"),
        pytest.param("> <b\r\n> c='1'> x", "<b\r\nc='1'>", "<b\r\n> c='1'>", id="HTML in a quote"),
        pytest.param("> <b\r\n> c='1'> x", "c='1'", "c='1'", id="an attribute in a quote"),
        pytest.param("- a\n- b\n\nc", "<li>b</li>", "- b", id="an item"),
        pytest.param("|a|b|\n|-|-|\n|c|d|", "<td>d</td>", "d", id="a cell"),
        pytest.param("a &copy; b", "©", "&copy;", id="a character reference"),
        pytest.param("# a #\nb", "<h1>a</h1>", "# a #", id="a heading"),
        pytest.param("```py\nx < y\n```", "&lt; y", "< y", id="a code block's text"),
    ],
)
def test_the_place_of(source: str, part: str, expected: str) -> None:
    assert place(source, part) == expected


@pytest.mark.parametrize(
    ("source", "part", "verbatim"),
    [
        pytest.param("a <b>c</b>", "<b>c</b>", True, id="inline HTML"),
        pytest.param("<div>\n<p>\n</div>", "<div>\n<p>\n</div>", True, id="a block"),
        pytest.param("> <b\n> c>", "<b\nc>", True, id="over the lines of a quote"),
        pytest.param("- <b\n\tc>", "<b\nc>", True, id="over lines that a tab begins"),
        pytest.param("- <div\n\tc>", "<div\n  c>", True, id="over a part of a tab"),
        pytest.param("*a*", "<em>", False, id="a rendered tag"),
        pytest.param("<b>*a*</b>", "<b><em>a</em></b>", False, id="both"),
        pytest.param("a < b", "&lt;", False, id="an escaped character"),
    ],
)
def test_only_what_was_copied_is_verbatim(source: str, part: str, verbatim: bool) -> None:
    rendering = rendered(source)
    start = rendering.html.index(part)
    assert rendering.source_map.is_verbatim(start, start + len(part)) is verbatim


class Fixed(Dialect):
    """A dialect that finds the same in every text."""

    name = "fixed"

    def __init__(self, events: list[Event]) -> None:
        self.found = events

    def events(self, text: str) -> list[Event]:
        return self.found

    def definitions(self, text: str) -> dict[str, DefinitionPlace]:
        return {}


LINK = {"link_type": "Inline", "dest_url": "b", "title": "", "id": ""}


@pytest.mark.parametrize(
    ("events", "html"),
    [
        pytest.param(
            [
                (START, "Element", "mark", 0, 2),
                (LEAF, "Text", "a", 1, 2),
                (END, "Element", "mark", 0, 2),
            ],
            "<mark>a</mark>",
            id="an element",
        ),
        pytest.param([(LEAF, "Markup", "<hr>", 0, 2)], "<hr>", id="markup"),
        pytest.param(
            [
                (START, "Paragraph", None, 0, 2),
                (LEAF, "Attributes", ' class="b"', 1, 2),
                (LEAF, "Code", "<a>", 0, 2),
                (LEAF, "Attributes", ' id="c"', 1, 2),
                (END, "Paragraph", None, 0, 2),
            ],
            '<p class="b"><code id="c">&lt;a&gt;</code></p>\n',
            id="attributes of a block and of a leaf",
        ),
        pytest.param(
            [
                (LEAF, "Text", "a", 0, 1),
                (START, "Heading", {"level": "H1", "id": None, "classes": [], "attrs": []}, 0, 2),
                (LEAF, "Attributes", " id='b'", 1, 2),
                (END, "Heading", "H1", 0, 2),
            ],
            "a\n<h1 id='b'></h1>\n",
            id="attributes of what begins a line",
        ),
        pytest.param(
            [
                (START, "Image", LINK, 0, 2),
                (LEAF, "Text", "<a", 1, 2),
                (LEAF, "Attributes", " hidden", 1, 2),
                (END, "Image", None, 0, 2),
            ],
            '<img hidden src="b" alt="&lt;a" />',
            id="attributes of an image",
        ),
    ],
)
def test_what_only_dialects_find(events: list[Event], html: str) -> None:
    assert render(Markdown("a" * 2, 0, Fixed(events))).html == html


def test_spans_count_from_the_article_s_beginning() -> None:
    rendering = rendered("a <b>", offset=100)
    start = rendering.html.index("<b>")
    assert rendering.source_map.span(start, start + 3) == Span(102, 105)
    assert rendering.source_map.offset(start) == 102


def test_html_is_its_own_rendering() -> None:
    source_map = SourceMap.identity(10, 5)
    assert source_map.span(1, 3) == Span(11, 13)
    assert source_map.offset(5) == 15
    assert source_map.is_verbatim(0, 5)


def test_an_empty_text_has_a_place_too() -> None:
    rendering = rendered("", offset=3)
    assert rendering.html == ""
    assert rendering.source_map.span(0, 0) == Span(3, 3)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("x" * 5_000_000, id="one long line"),
        pytest.param("智<b " * 200_000, id="open tags"),
        pytest.param("a <b\n" * 100_000, id="open tags on lines"),
        pytest.param("> " * 10_000 + "a", id="nested quotes"),
        pytest.param("*a **b " * 100_000, id="open emphasis"),
        pytest.param("[a](" * 100_000, id="open links"),
        pytest.param("<div>" * 100_000, id="nested HTML"),
        pytest.param("- a\n" * 100_000, id="a long list"),
    ],
)
def test_no_text_takes_long(source: str) -> None:
    def work(source: str) -> None:
        rendering = rendered(source, 0b11110)
        rendering.source_map.span(0, len(rendering.html))

    assert_linear(work, source)
