from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.html.judge.verdict import GIVEN_UP, judge
from tests.growth import assert_linear


def seen(html: str, *, document: bool = False) -> list[tuple[str, str]]:
    return [(each.code, html[each.start : each.end]) for each in judge(html, document=document)]


CLEAN = [
    pytest.param("<p>a & b, AT&T, ?a=1&b=2", id="bare ampersands"),
    pytest.param('<a href="?a=1&copy=2&lang=en">x</a>', id="a reference's name in a query"),
    pytest.param("<ul><li>a<li>b</ul>", id="end tags of items left out"),
    pytest.param("<p>a<p>b", id="end tags of paragraphs left out"),
    pytest.param("<my-card><slot-x></slot-x></my-card>", id="custom elements"),
    pytest.param("<search><p>x</search>", id="search closes its paragraph"),
    pytest.param("<ruby>a<rb>b<rtc>c<rt>d</ruby>", id="ruby's rb and rtc"),
    pytest.param("<select><button><selectedcontent></selectedcontent></button><hr><option>a<hr>"
                 "<optgroup><legend>x</legend></select>", id="a select as of today"),
    pytest.param("<template><td>x</td></template>", id="a cell in a template"),
    pytest.param("<table><template><li>x</template><tr><td>y</table>", id="template in a table"),
    pytest.param("<table><caption>a<tr><td>b</table>", id="a caption without end tag"),
    pytest.param("<!-- a -- b --->", id="dashes in a comment"),
    pytest.param("<svg viewBox='0'><path d='x'/></svg>", id="SVG's empty elements"),
    pytest.param("<svg><a><text>x</text></a><![CDATA[ < ]]></svg>", id="CDATA in SVG"),
    pytest.param("<math><mi>x</mi></math>", id="MathML"),
    pytest.param("<isindex></isindex>", id="isindex is unknown"),
]  # fmt: skip


@pytest.mark.parametrize("html", CLEAN)
def test_todays_standard_finds_nothing(html: str) -> None:
    assert seen(html) == []


@pytest.mark.parametrize(
    ("html", "errors"),
    [
        pytest.param(
            "<div>\r\n<b>x</div>", [("end-tag-too-early", "</div>")], id="the tag's exact place"
        ),
        pytest.param("<table>&#32; ab <tr>", [
            ("text-in-table", "&#32; ab "), ("expected-closing-tag-but-got-eof", "")
        ], id="text in a table"),
        pytest.param("<a x=1 X=2>y</a>", [("duplicate-attribute", "X=2")], id="an attribute"),
        pytest.param("x &nope; y", [("unknown-named-character-reference", "&nope;")],
                     id="a reference"),
        pytest.param("a\r\n\x01b", [("control-character-in-input-stream", "\x01")],
                     id="a character after CRLF"),
        pytest.param("<i/>x</i>", [
            ("non-void-html-element-start-tag-with-trailing-solidus", "<i/>")
        ], id="a solidus"),
        pytest.param("<table><table></table></table>", [
            ("unexpected-start-tag-implies-end-tag", "<table>"), ("unexpected-end-tag", "</table>")
        ], id="a table in a table keeps its place"),
    ],
)  # fmt: skip
def test_errors_are_at_their_tags(html: str, errors: list[tuple[str, str]]) -> None:
    assert seen(html) == errors


def test_an_error_knows_what_was_open_before_and_after() -> None:
    (error,) = judge("<div><b id=x>y</div>")
    assert error.token is not None
    assert [each.name for each in error.token.before] == ["html", "div", "b"]
    assert [each.name for each in error.token.after] == ["html"]
    bold = error.token.before[2]
    assert (bold.start, bold.end) == (5, 13)


def test_a_formatting_element_opened_again_keeps_its_start_tag() -> None:
    html = "<p><b>x</p>y</b>"
    (error,) = judge(html)
    assert error.token is not None
    bold = error.token.before[2]
    assert bold.end_tag == (12, 16)


def test_documents_have_their_own_errors() -> None:
    assert seen("<!doctype html><title>x</title><p>y", document=True) == []
    assert seen("<p>x", document=True) == [("expected-doctype-but-got-start-tag", "<p>")]
    assert seen("<!doctype html>x") == [("unexpected-doctype", "<!doctype html>")]


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<div>" * 10_000, id="nested div"),
        pytest.param("".join(f"<font id={i}>" for i in range(100_000)), id="unclosed font"),
        pytest.param("<ul><li>" * 4000, id="nested lists"),
        pytest.param("".join(f"<p><b id={i}>" for i in range(20_000)), id="reopened elements"),
        pytest.param("<div>" * 500 + "<p>x" * 100_000, id="many paragraphs, deep down"),
        pytest.param("<" * 500_000, id="less-than signs"),
        pytest.param("</p>" * 200_000, id="stray end tags"),
        pytest.param("<a " + "b " * 100_000 + ">", id="duplicate attributes"),
        pytest.param('<a b="' * 50_000, id="unclosed quotes"),
        pytest.param("<!--" * 200_000, id="unclosed comments"),
        pytest.param("<table>" * 50_000, id="tables in tables"),
        pytest.param("&#" + "9" * 5000, id="a number with 5,000 digits"),
        pytest.param("\0" * 200_000, id="NULs"),
        pytest.param(")<a><math><TR><a><mI><a><p><a>", id="crashed html5lib: math"),
        pytest.param("-<math><sElect><mi><sElect>", id="crashed html5lib: select"),
        pytest.param("<template>" * 5000, id="nested templates"),
        pytest.param("<script><!--" * 50_000, id="scripts"),
    ],
)
def test_hard_pages_end_soon_with_an_error(html: str) -> None:
    assert judge(html)
    assert_linear(judge, html)


def test_what_is_too_deep_says_so_once() -> None:
    errors = judge("<div>" * 10_000)
    assert [error.code for error in errors] == ["too-deep"]
    assert errors[0].start == 511 * 5


PIECES = st.sampled_from(
    "<p> </p> <b> </b> <i> </i> <a> </a> <div> </div> <table> </table> <tr> </tr> <td> </td> <li> "
    "</li> <ul> </ul> <select> </select> <option> <svg> </svg> <math> </math> <mi> </mi> <title> "
    "</title> <template> </template> <form> </form> <button> </button> <h1> </h1> <h2> </h2> <col> "
    "<caption> </caption> <script> </script> <br> </br> <hr> <html> <body> </body> <frameset> <p/> "
    "<desc> <foreignObject> <annotation-xml> <ruby> <rt> <rtc> <nobr> <image> <textarea> & &lt; x "
    "\0 <!-- --> <!doctype> <![CDATA[ ]]> < > ' \" <a\tb= <?".split(" ")
)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=30).map("".join), st.booleans())
def test_no_markup_makes_html5lib_fail(html: str, document: bool) -> None:
    for error in judge(html, document=document):
        assert error.code not in GIVEN_UP, error.detail
        assert 0 <= error.start <= error.end <= len(html)
        assert 0 <= error.at <= len(html)


@given(st.text(max_size=80), st.booleans())
def test_no_text_makes_the_judge_fail(html: str, document: bool) -> None:
    for error in judge(html, document=document):
        assert error.code not in GIVEN_UP


def test_one_tag_has_no_more_errors_than_are_told() -> None:
    *errors, last = judge(f"<p{' a=b' * 20_010}>")
    assert len(errors) == 10_000
    assert last.code == "too-large"
