from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articlelint.html.tree.document import HtmlDocument
from articlelint.html.tree.nodes import Element, Text
from articlelint.rendering import Rendering, SourceMap
from articlelint.text.span import Span


def page(html: str, *, document: bool = False, offset: int = 0) -> HtmlDocument:
    return HtmlDocument(Rendering(html, SourceMap.identity(offset, len(html))), document=document)


def only(found: HtmlDocument, tag: str) -> Element:
    (element,) = found.elements(tag)
    return element


def test_tags_and_attributes_are_at_their_places() -> None:
    html = "one <a href=\"x\" title='y z' hidden>two</a>"
    link = only(page(html), "a")
    assert link.start_tag is not None
    assert link.start_tag.of(html) == "<a href=\"x\" title='y z' hidden>"
    assert link.end_tag is not None
    assert link.end_tag.of(html) == "</a>"
    assert link.span.of(html) == html[4:]
    assert {name: each.span.of(html) for name, each in link.attributes.items()} == {
        "href": 'href="x"',
        "title": "title='y z'",
        "hidden": "hidden",
    }
    assert link.attributes["title"].value_span.of(html) == "y z"
    assert link.attributes["hidden"].value_span == Span.at(html.index(">"))


def test_places_count_from_the_article() -> None:
    link = only(page("<i>x</i>", offset=100), "i")
    assert link.start_tag == Span(100, 103)
    assert link.end_tag == Span(104, 108)


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_endings_do_not_shift_places(ending: str) -> None:
    html = ending.join(["<p>", "a", "</p>", "<b", 'id="x"', 'class="', 'y"', ">", "</b>"])
    bold = only(page(html), "b")
    assert bold.start_tag is not None
    assert bold.start_tag.of(html).startswith("<b")
    assert bold.start_tag.of(html).endswith(">")
    assert bold.attributes["id"].span.of(html) == 'id="x"'
    assert bold.attributes["class"].value_span.of(html) == f"{ending}y"
    assert bold.end_tag is not None
    assert bold.end_tag.of(html) == "</b>"


def test_values_have_their_references_decoded_and_spans_do_not() -> None:
    html = '<a href="?a=1&amp;b=2">x &lt; y</a>'
    link = only(page(html), "a")
    assert link.get("href") == "?a=1&b=2"
    assert link.attributes["href"].value_span.of(html) == "?a=1&amp;b=2"
    assert link.text() == "x < y"
    assert link.get("title") is None


def test_implied_elements_have_no_tags() -> None:
    found = page("<table><tr><td>x</table>")
    body = only(found, "tbody")
    assert body.start_tag is None
    assert body.end_tag is None
    assert not body.authored
    assert only(found, "td").authored
    assert only(found, "td").end_tag is None
    assert only(found, "td").span == Span(11, 16)


def test_a_fragment_has_no_html_element_and_a_document_has() -> None:
    assert [each.tag for each in page("<p>x").elements()] == ["p"]
    found = page("<!doctype html><p>x", document=True)
    assert [each.tag for each in found.elements()] == ["html", "head", "body", "p"]


def test_children_ancestors_and_texts() -> None:
    html = "<div>a <b>c</b><!-- n --> d</div>"
    outer = only(page(html), "div")
    kinds = [child.value if isinstance(child, Text) else child.tag for child in outer.children]
    assert kinds == ["a ", "b", " d"]
    texts = [child for child in outer.children if isinstance(child, Text)]
    assert [text.span.of(html) for text in texts] == ["a ", " d"]
    bold = outer.elements("b")[0]
    assert [each.tag for each in bold.ancestors()] == ["div"]
    assert bold.parent is outer


def test_elements_are_found_by_tag_and_by_attribute_in_document_order() -> None:
    found = page('<h2 id=a></h2><h1></h1><h2 ID=b></h2><svg viewBox="0"></svg>')
    assert [each.tag for each in found.elements("h1", "h2")] == ["h2", "h1", "h2"]
    assert [each.get("id") for each in found.with_attribute("id")] == ["a", "b"]
    assert found.elements("img") == ()
    assert only(found, "svg").namespace == "svg"


def test_the_same_element_is_the_same_object() -> None:
    found = page("<p id=x>")
    assert found.elements("p")[0] is found.with_attribute("id")[0]


def test_problems_are_kept_by_kind() -> None:
    found = page("<div><p>x</span></p>")
    assert [each.kind for each in found.problems] == ["unclosed-element", "stray-end-tag"]
    assert [each.tag for each in found.problems_of("stray-end-tag")] == ["span"]
    assert found.problems_of("void-end-tag") == ()


@given(st.text(alphabet=st.sampled_from("<>/abp\"'= \r\n&;-!x"), max_size=60))
def test_any_text_makes_a_tree_whose_spans_lie_in_it(html: str) -> None:
    found = page(html)
    for element in found.elements():
        assert 0 <= element.span.start <= element.span.end <= len(html)
        for attribute in element.attributes.values():
            assert attribute.span.encloses(attribute.value_span)
        for child in element.children:
            assert 0 <= child.span.start <= child.span.end <= len(html)


def test_a_page_that_would_explode_is_empty() -> None:
    html = "".join(f"<p><b id={number}>" for number in range(5000))
    assert list(page(html).elements()) == []
