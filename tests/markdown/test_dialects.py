"""What holds in every dialect, with any options, of any text."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.markdown import Markdown
from articlelint.markdown.goldmark import Goldmark
from articlelint.markdown.kramdown import Kramdown
from articlelint.markdown.markdown_it import MarkdownIt
from articlelint.markdown.marked import Marked
from articlelint.markdown.options import DEFINITION_LISTS, GFM_OPTIONS, HEADING_ATTRIBUTES
from articlelint.markdown.vue import Vue
from articlelint.rendering import render
from articlelint.text.span import Span
from tests.growth import assert_linear
from tests.markdown.dialects import CASES

if TYPE_CHECKING:
    from articlelint.markdown import Dialect

every_dialect = pytest.mark.parametrize("name", CASES)


def drawn(name: str, data: st.DataObject) -> tuple[Dialect, str]:
    return data.draw(CASES[name].dialects), data.draw(CASES[name].texts)


@every_dialect
@given(data=st.data(), offset=st.integers(0, 50))
def test_every_stretch_of_html_has_its_place_in_the_article(
    name: str, data: st.DataObject, offset: int
) -> None:
    dialect, source = drawn(name, data)
    rendering = render(Markdown(source, offset, dialect))
    start = data.draw(st.integers(0, len(rendering.html)))
    end = data.draw(st.integers(start, len(rendering.html)))
    whole = Span(offset, offset + len(source))
    span = rendering.source_map.span(start, end)
    assert whole.encloses(span)
    assert span.start <= span.end
    assert whole.start <= rendering.source_map.offset(start) <= whole.end


def assert_verbatim(dialect: Dialect, source: str) -> None:
    rendering = render(Markdown(source, 0, dialect))
    for index, character in enumerate(rendering.html):
        if rendering.source_map.is_verbatim(index, index + 1):
            assert source[rendering.source_map.offset(index)] == character


@every_dialect
@given(data=st.data())
def test_what_is_verbatim_equals_the_source_character_by_character(
    name: str, data: st.DataObject
) -> None:
    assert_verbatim(*drawn(name, data))


def assert_nested(dialect: Dialect, source: str) -> None:
    stack: list[tuple[str, int, int]] = []
    for role, kind, _, start, end in dialect.events(source):
        assert 0 <= start <= end <= len(source)
        if role > 0:
            stack.append((kind, start, end))
        elif role < 0:
            assert stack.pop() == (kind, start, end)
    assert not stack


@every_dialect
@given(data=st.data())
def test_what_begins_ends_within_what_it_stands_in(name: str, data: st.DataObject) -> None:
    assert_nested(*drawn(name, data))


@pytest.mark.parametrize(
    ("dialect", "source"),
    [
        pytest.param(Kramdown(), "> <b\r\n> c>", id="kramdown, a tag in a quote"),
        pytest.param(Kramdown(), "- <b\n\tc>\n\t- d\r\n", id="kramdown, a tag over a tab"),
        pytest.param(Kramdown(), '<p markdown="span">', id="kramdown, an element without end"),
        pytest.param(Marked(), "_a\n* \nb_", id="marked, a paragraph cut within emphasis"),
    ],
)
def test_what_once_failed(dialect: Dialect, source: str) -> None:
    assert_verbatim(dialect, source)
    assert_nested(dialect, source)


@every_dialect
@given(data=st.data())
def test_slips_and_definitions_have_their_places(name: str, data: st.DataObject) -> None:
    dialect, source = drawn(name, data)
    for slip in dialect.slips(source):
        tag = source[slip.tag.start : slip.tag.end]
        assert tag.startswith("</" if slip.kind == "stray" else "<")
        assert tag.endswith(">")
    for definition in dialect.definitions(source).values():
        assert source[definition.start] == "["
        assert definition.start < definition.end <= len(source)


@every_dialect
@given(data=st.data())
def test_a_dialect_is_a_value(name: str, data: st.DataObject) -> None:
    dialect, source = drawn(name, data)
    copy = pickle.loads(pickle.dumps(dialect))
    assert copy == dialect
    assert copy.events(source) == dialect.events(source)


@pytest.mark.parametrize(
    "part",
    [
        "*a **b ", "[", "![", "[a](", "<div>", "<div>\n", "<b>", "</b>", "- ", "- a\n", "> ",
        ": ", "a\n: b\n\n", "a  \n: b\n", "```\n~~~\n", "~~a ", "~~a~~ ", "<http:", "<a b='",
        "    a\nb\n", "1. a\n   2. b\n", "- a\n> b\n", "\t", " ", "::: tip\n", ":::\n",
        ":::: tip\n::: tip\n", "[[toc]]\n\n", "<Box>\n", "<Box @a ", "a {.b}\n\n", "{a",
        "> [!NOTE]\n", "www.a.b/*c*_", "https://a.b/*", "- \n", "a\n* \n", "- a\n  <p>\n",
        "- a\n</p>\n", "a\n\t\n", "<script>\n", "- a\n<b>\n", "  - a\n<b>\n", "`a ",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "dialect",
    [
        pytest.param(Goldmark(GFM_OPTIONS | DEFINITION_LISTS | HEADING_ATTRIBUTES), id="goldmark"),
        pytest.param(Marked(GFM_OPTIONS), id="marked"),
        pytest.param(MarkdownIt(GFM_OPTIONS, html=False, indented_code=False), id="markdown-it"),
        pytest.param(Vue(), id="vue"),
    ],
)
def test_no_text_takes_long(dialect: Dialect, part: str) -> None:
    source = part * (20_000 // len(part)) + "\n"

    def work(source: str) -> None:
        rendering = render(Markdown(source, 0, dialect))
        rendering.source_map.span(0, len(rendering.html))

    assert_linear(work, source)
