from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.html.judge.verdict import judge
from articlelint.html.problems.explain import explain
from articlelint.html.problems.problem import Cause, HtmlProblem
from articlelint.markdown import Markdown
from articlelint.rendering import SourceMap, render
from articlelint.text.span import Span
from tests.growth import assert_linear


def problems(html: str, *, document: bool = False) -> tuple[HtmlProblem, ...]:
    errors = judge(html, document=document)
    return explain(html, errors, SourceMap.identity(0, len(html)))


def brief(html: str, *, document: bool = False) -> list[str]:
    """Each problem as ``kind text``, then what stands at its element and its other tag."""
    lines = []
    for each in problems(html, document=document):
        line = f"{each.kind} {html[each.start : each.end]}"
        if each.element is not None and each.kind != "unclosed-element":
            line += f" | {html[each.element.start : each.element.end]}"
        if each.other is not None:
            line += f" | {html[each.other.start : each.other.end]}"
        lines.append(line)
    return lines


CASES = [
    # elements without end tag
    ("<div><span>x</div>", ["unclosed-element <span> | </div>"]),
    ("<div><p>x", ["unclosed-element <div> | "]),
    ("<p><b>x</p><p>y</p>", ["unclosed-element <b> | </p>"]),
    ("<table><tr><td><b>x</td></tr></table>", ["unclosed-element <b> | </td>"]),
    ("<script>x", ["unclosed-element <script> | "]),
    ("<a href=1>x<a href=2>y</a>", ["unclosed-element <a href=1> | <a href=2>"]),
    ("<h2>a<h3>b</h3>", ["unclosed-element <h2> | <h3>"]),
    ("<div><ul><li>x</div>", ["unclosed-element <ul> | </div>"]),
    ("<svg><g><p>x</p>", ["unclosed-element <svg> | <p>"]),
    # end tags without element
    ("x</p>y", ["stray-end-tag </p>"]),
    ("<em>a</b></em>", ["stray-end-tag </b> | <em>"]),
    ("<ul><li>a</li></ul></li>", ["stray-end-tag </li>"]),
    ("<div><i>cout<<x<<endl;</i></div>", ["bare-less-than <", "bare-less-than <x<<"]),
    # elements that overlap
    ("<b><i>x</b>y</i>", ["overlapping-elements </b> | <i> | </i>"]),
    ("<b><i>x</b></i>", ["overlapping-elements </b> | <i> | </i>"]),
    ("<span><div></span></div>", ["overlapping-elements </span> | <div> | </div>"]),
    ("<p><b>x</p><p>y</b></p>", ["overlapping-elements </p> | <b> | </b>"]),
    ("<div><p>x</div></p>", ["overlapping-elements </div> | <p> | </p>"]),
    ("<a><div></a></div>", ["overlapping-elements </a> | <div> | </div>"]),
    ("<p><font>a<p>b<p>c</font>", ["overlapping-elements <p> | <font> | </font>"]),
    # blocks in paragraphs
    ("<p>a<div>b</div>c</p>", ["block-in-paragraph <div> | <p> | </p>"]),
    ("<p><b>a<div>b</div></b></p>", ["block-in-paragraph <div> | <p> | </p>"]),
    ("<p>a<div>b</div>", []),
    ("<p>a <b>b<div>c</b></p>", ["unclosed-element <div> | "]),
    ("<p>x</p>\n<p><em>a <ul><li>b</ul> c</em></p>", ["block-in-paragraph <ul> | <p> | </p>"]),
    # other tags
    ("<h2>x</h3>", ["mismatched-heading </h3> | <h2>"]),
    ("<h2>a<h3>b</h3></h2>", ["misplaced-element <h3> | <h2> | </h2>"]),
    ("a</br>b", ["void-end-tag </br>"]),
    ("<img></img>", ["void-end-tag </img>"]),
    ("<div/>text", ["self-closed-element <div/>"]),
    ("<a><a>x</a></a>", ["nested-interactive <a> | <a> | </a>"]),
    ("<button>a<button>b</button></button>",
     ["nested-interactive <button> | <button> | </button>"]),
    ("<form><form></form></form>", ["misplaced-element <form> | <form>"]),
    ("<td>x</td>", ["misplaced-element <td>"]),
    ("<html><body>x</body></html>", ["document-element <html>", "document-element <body>"]),
    ("<!DOCTYPE html>x", ["document-element <!DOCTYPE html>"]),
    ("<image src=x>", ["parse-error <image src=x>"]),
    ("<h2>a</h3><h3>b</h2>",
     ["mismatched-heading </h3> | <h2>", "mismatched-heading </h2> | <h3>"]),
    ("<select><option>a<select><option>b</select></select>",
     ["misplaced-element <select> | <select>"]),
    ("<div><p>x</p><img src='a.jp", ["unterminated-quote src='a.jp"]),
    ("<ul><li>a<ul><li>b</li></li><li>c</li></ul>", ["unclosed-element <ul> | </li>"]),
    ('<img alt="A "b" c" src="x">', ['unescaped-quote alt="A "b" c"']),
    ("<a href='a'id='b'>x</a>", ["missing-attribute-space href='a'"]),
    ("<p>a <b and c> d <b>x</p>",
     ["unclosed-element <b and c> | </p>", "unclosed-element <b> | </p>"]),
    # tables
    ("<table><tr><b><td>x</td></tr></table>", ["unclosed-element <b> | <td>"]),
    ("<template><td></td><tr></tr></template>", ["parse-error <tr>"]),
    ("<table><tr><td>1</tr><p>x</p> y", ["unclosed-element <table> | "]),
    ("<table><p>x</p><tr><td>1", ["unclosed-element <table> | ", "table-structure <p> | <table>"]),
    ("<tr><td>a</td><td><b>b</b></td></tr><tr><td>c</td></tr>",
     ["misplaced-element <tr>", "misplaced-element <tr>"]),
    ("<table>x<tr><td>y</table>", ["text-in-table x | <table>"]),
    ("<table><div>x</div><tr><td>a</table>", ["table-structure <div> | <table>"]),
    ("<table><tr><td>a<tr></table><table><td>b</table>", ["table-structure <td> | <table>"]),
    # attributes
    ("<div a=1 A=2>x</div>", ["duplicate-attribute A=2 | a=1"]),
    ("<a href=x?a=b>y</a>", ["unquoted-value href=x?a=b"]),
    ('<a href="x"title="y">z</a>', ['missing-attribute-space href="x"']),
    ("<a href=>x</a>", ["missing-attribute-value href="]),
    ('<a href="x"">y</a>', ['malformed-attribute "']),
    ("<a / href=x>y</a>", ["malformed-attribute /"]),
    ("<p>x</p class=y>", ["malformed-attribute </p class=y>"]),
    ("<img src=”a.jpg” alt=“b c”>", ["typographic-quotes src=”a.jpg”",
                                      "typographic-quotes alt=“b c”"]),
    # a quote or a bracket left out: one problem, not four
    ('<a href="x>one</a> and <a href="y">two</a>', ['unterminated-quote href="x']),
    ('<img src="a.jpg alt="x">', ['unterminated-quote src="a.jpg']),
    ('<div><a href="x>y</a></div>', ['unterminated-quote href="x']),
    ("<div <p>text</p></div>", ["unterminated-tag <div"]),
    ("<p>x</p><div class=y", ["unterminated-tag <div class=y"]),
    # text, references, comments
    ("<b>i<n</b> x", ["bare-less-than <"]),
    ("<pre><code.\n<i>x</i></code></pre>", ["unterminated-tag <code."]),
    ("1 < 2", ["bare-less-than <"]),
    ("<>", ["bare-less-than <"]),
    ("x <", ["bare-less-than <"]),
    ("&nbsq; &#x;", ["unknown-reference &nbsq;", "unknown-reference &#x"]),
    ("&copy 2024", ["missing-semicolon &copy"]),
    ("&#128; &#0;", ["forbidden-reference &#128;", "forbidden-reference &#0;"]),
    ("a\x01\x01b\x02", ["forbidden-character \x01\x01", "forbidden-character \x02"]),
    ("<!-- x --!>", ["malformed-comment <!-- x --!>"]),
    ("<?php x ?>", ["malformed-comment <?php x ?>"]),
    ("<div><!-- x</div>", ["unterminated-comment <!-- x</div>"]),
    ("<div></ div>", ["parse-error </ div>"]),
]  # fmt: skip


@pytest.mark.parametrize(("html", "expected"), CASES, ids=[html for html, _ in CASES])
def test_one_cause_is_one_problem(html: str, expected: list[str]) -> None:
    assert brief(html) == expected


def test_an_unclosed_element_tells_what_closed_it_and_where_its_end_tag_would_go() -> None:
    html = "<div><span>x</div>"
    (problem,) = problems(html)
    assert problem.span == Span(5, 11)
    assert problem.element is not None
    assert problem.element.span == Span(5, 11)
    assert problem.other is not None
    assert problem.other.tag == "div"
    assert problem.cause is Cause.END_TAG
    assert problem.closed_at == 12
    assert problem.tag == "span"


def test_an_element_open_at_the_end_was_closed_by_nothing_written() -> None:
    (problem,) = problems("<div>x")
    assert problem.cause is Cause.END_OF_INPUT
    assert problem.closed_at == 6
    assert problem.other is not None
    assert problem.other.span == Span(6, 6)


def test_a_stray_end_tag_names_what_is_open() -> None:
    (problem,) = problems("<div><em>x</b></em></div>")
    assert [place.tag for place in problem.open_elements] == ["div", "em"]
    assert problem.element is not None
    assert problem.element.tag == "em"


def test_errors_of_the_tokenizer_have_the_standards_name() -> None:
    (problem,) = problems("<a x x>y</a>")
    assert problem.name == "duplicate-attribute"
    assert problem.detail == "x"
    assert problem.tag == "a"


def test_errors_of_the_tree_have_html5libs_code() -> None:
    (problem,) = problems("<div><span>x</div>")
    assert (problem.code, problem.name) == ("end-tag-too-early", "")


def test_places_are_the_articles() -> None:
    html = "<div><span>x</div>"
    (problem,) = explain(html, judge(html), SourceMap.identity(1000, len(html)))
    assert problem.span == Span(1005, 1011)
    assert problem.start == 5


def test_markdowns_own_end_tag_that_strays_shows_the_authors_that_took_its_place() -> None:
    text = "- one\n- two</li>\n\nthree\n"
    rendering = render(Markdown(text))
    (problem,) = explain(rendering.html, judge(rendering.html), rendering.source_map)
    assert (problem.kind, problem.tag) == ("stray-end-tag", "li")
    assert not rendering.source_map.is_verbatim(problem.start, problem.end)
    assert problem.other is not None
    assert problem.other.span.of(text) == "</li>"


def test_a_document_reports_its_unclosed_elements_at_its_end() -> None:
    html = "<!doctype html><title>x</title><body><div>y</body></html>"
    assert brief(html, document=True) == ["unclosed-element <div> | </body>"]


def test_a_document_without_doctype() -> None:
    assert brief("<p>x", document=True) == ["parse-error <p>"]


def test_what_is_too_deep_is_one_problem() -> None:
    (problem,) = problems("<div>" * 10_000)
    assert problem.kind == "too-deep"


PIECES = st.sampled_from(
    "<p> </p> <b> </b> <i> </i> <a> </a> <div> </div> <table> </table> <tr> </tr> <td> </td> <li> "
    "</li> <ul> </ul> <svg> </svg> <h2> </h2> <h3> </h3> <br/> </br> <div/> x & &lt &#1; \0 <!-- "
    '--> < > \' " <a\thref=" <?'.split(" ")
)


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_every_error_leads_to_a_problem_in_the_text(html: str) -> None:
    found = problems(html)
    assert bool(found) == bool(judge(html))
    assert list(found) == sorted(found, key=lambda each: (each.start, each.end))
    for each in found:
        assert 0 <= each.start <= each.end <= len(html)
        assert each.closed_at is None or 0 <= each.closed_at <= len(html)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<a " + "b='x'c " * 50_000, id="attributes"),
        pytest.param("</p>" * 100_000, id="stray end tags"),
        pytest.param("<b><p>" * 250 + "</b></p>" * 2000, id="overlaps"),
        pytest.param('<a href="x>y</a>' * 20_000, id="quotes"),
    ],
)
def test_many_errors_are_explained_soon(html: str) -> None:
    assert problems(html)
    assert_linear(problems, html)
