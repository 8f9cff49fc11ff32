from __future__ import annotations

import importlib
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articlelint.html.judge.verdict import judge
from articlelint.html.screen.screen import is_certainly_clean
from tests.growth import assert_linear

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from articlelint.html.judge.error import MarkupError, Opening

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def fuzz() -> dict[str, Callable[..., str]]:
    """The makers of texts of the fuzz script."""
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        fuzz_screen = importlib.import_module("fuzz_screen")
    finally:
        sys.path.pop(0)
    return {"grammar": fuzz_screen.grammar_made, "mutated": fuzz_screen.mutated}


ACCEPTED = [
    "plain text",
    "<p>a <b>b</b> &amp; <i>c</i>\n<p>d</p>",
    "<ul><li>a<li>b</ul>",
    "<ul>\n<li>a<ul><li>b</li></ul></li>\n</ul>",
    "<dl><dt>a<dd>b<dt>c</dl>",
    '<a href="?a=1&b=2">x</a><br/><img src=a.png alt>',
    "<table>\n<thead><tr><th>a</th></tr></thead>\n<tr><td>b<td>c\n<tr><td><p>d</table>",
    "<table><caption>a</caption><col><tr><td><table><tr><td>x</table></table>",
    "<!-- a < b --><p>x",
    "<script>if (a < b) '<p>';</script>",
    "<iframe src=x></iframe><style>a > b {}</style>",
    "<ruby>a<rt>b<rp>c</ruby>",
    "<h2>a</h2><my-card x-y>b</my-card>",
    "a & b, AT&T, &#65; &x",
    "<P CLASS=x>A</P>",
    "中文<b>文</b>\u00a0é",
]


@pytest.mark.parametrize("html", ACCEPTED)
def test_plain_markup_is_accepted(html: str) -> None:
    assert judge(html, skips_clean=False) == []
    assert is_certainly_clean(html)


REFUSED = [
    pytest.param("<div", id="no bracket at the end"),
    pytest.param("<br", id="no bracket after a tag that is known"),
    pytest.param("<p></p><br>x<br", id="likewise, with the tag remembered"),
    pytest.param("</b>", id="a stray end tag"),
    pytest.param("<b>x", id="an element left open"),
    pytest.param("<p><b>x</p></b>", id="overlapping elements"),
    pytest.param("<p>a<div>b</div></p>", id="a block in a paragraph"),
    pytest.param("<p><span><div></div></span></p>", id="a block deep in a paragraph"),
    pytest.param("<a><b><a></a></b></a>", id="a link in a link"),
    pytest.param("<h1><h2></h2></h1>", id="a heading in a heading"),
    pytest.param("<table>x<tr><td>y</table>", id="text in a table"),
    pytest.param("<table>\u00a0</table>", id="a no-break space in a table"),
    pytest.param("<table><tr><td>a</td>&nbsp;</tr></table>", id="a reference in a table"),
    pytest.param("<table><td>x</table>", id="a cell without a row"),
    pytest.param("<table><b></b></table>", id="an element in a table"),
    pytest.param("<tr></tr>", id="a row without a table"),
    pytest.param("<li><span><li></span>", id="an item in an open element of an item"),
    pytest.param("&copy 1", id="a reference without semicolon"),
    pytest.param("&nope;", id="an unknown reference"),
    pytest.param("&#0;", id="a forbidden reference"),
    pytest.param("&#x;", id="a reference without digits"),
    pytest.param("a\x00b", id="a NUL"),
    pytest.param("a\x85b", id="a C1 control"),
    pytest.param("a\ufffeb", id="a noncharacter"),
    pytest.param("a\U0003ffffb", id="a noncharacter of a higher plane"),
    pytest.param("a\ud800b", id="a surrogate"),
    pytest.param("<div/>", id="a solidus"),
    pytest.param("<p a A>", id="a duplicate attribute"),
    pytest.param('<p a="b"c>', id="a missing space"),
    pytest.param("<p a=>", id="a missing value"),
    pytest.param('<a title="<!--"></b>-->">x</a>', id="a comment that begins in a value"),
    pytest.param('<a title="</script>"><script></a>', id="raw text that begins before a value"),
    pytest.param("<!-- <!-- x -->", id="a comment in a comment"),
    pytest.param("<!>", id="an empty declaration"),
    pytest.param("<!-->", id="a comment cut short"),
    pytest.param("<script>x", id="a script without end"),
    pytest.param("1 < 2", id="a less-than sign"),
    pytest.param("<img src=”a.jpg”>", id="typographic quotes"),
    pytest.param("<div>" * 600 + "</div>" * 600, id="too deep"),
]


@pytest.mark.parametrize("html", REFUSED)
def test_what_may_be_wrong_is_not_accepted(html: str) -> None:
    assert judge(html, skips_clean=False)
    assert not is_certainly_clean(html)


def test_markup_with_rules_of_its_own_is_left_to_the_judge() -> None:
    for html in ("<svg></svg>", "<form></form>", "<template></template>", "<Vec></Vec>",
                 "<script><!-- </script>"):  # fmt: skip
        assert judge(html, skips_clean=False) == []
        assert not is_certainly_clean(html)


def test_what_the_grammar_makes_is_never_accepted_wrongly(
    fuzz: dict[str, Callable[..., str]],
) -> None:
    pick = random.Random(20240601)
    accepted = 0
    for _ in range(6000):
        html = fuzz["grammar"](pick)
        if is_certainly_clean(html):
            accepted += 1
            assert judge(html, skips_clean=False) == [], html
    assert accepted > 200


def test_mutations_of_clean_pages_are_never_accepted_wrongly(
    fuzz: dict[str, Callable[..., str]],
) -> None:
    pick = random.Random(7)
    accepted = 0
    for _ in range(6000):
        html = fuzz["mutated"](pick, ACCEPTED)
        if is_certainly_clean(html):
            accepted += 1
            assert judge(html, skips_clean=False) == [], html
    assert accepted > 1000


SKIPPED = [
    "<p>a</p><b>b</b></b>",
    "<p>a <i>b</i></p> c </p><p>d</p></i>",
    "<ul><li>a<li>b</ul></li><p>c</p>",
    "<table><tr><td>a</table></tbody><hr><p>b<hr></p>",
    "<p>a<p>b</p></p>",
    "<p>a</p>&nope;<p>b</p>&#0;<table>x</table>\0<p>c</p>",
    "<p>a</p><script>x</script><!-- y --><style>z</style></style>",
    "<div>a</div></div><div>b</div><a>c<a>d</a><div>e</div>",
]


def told(errors: Sequence[MarkupError]) -> list[object]:
    """Return all that the explanation of errors goes by."""

    def opened(openings: Sequence[Opening | None]) -> list[object]:
        return [each and (each.name, each.start, each.end, each.end_tag) for each in openings]

    return [
        (
            error.code, error.name, error.at, error.start, error.end, error.detail,
            opened([error.orphan, error.previous]),
            error.token and (error.token.kind, error.token.name, error.token.start,
                             opened(error.token.before), opened(error.token.after)),
        )
        for error in errors
    ]  # fmt: skip


def test_the_judge_finds_the_same_where_it_skips_what_is_clean(
    fuzz: dict[str, Callable[..., str]],
) -> None:
    pick = random.Random(11)
    pages = [*ACCEPTED, *SKIPPED]
    texts = pages + ["".join(pick.choices(pages, k=4)) for _ in range(300)]
    texts += [fuzz["mutated"](pick, pages) + fuzz["grammar"](pick) for _ in range(700)]
    for html in texts:
        assert told(judge(html)) == told(judge(html, skips_clean=False)), html


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("<>/!-=\"' \n&;#xabpitdrle"), max_size=60))
def test_no_text_is_accepted_wrongly(html: str) -> None:
    if is_certainly_clean(html):
        assert judge(html, skips_clean=False) == []


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000,
        "<" * 1_000_000,
        "<a b='" * 200_000,
        "<!-- " * 200_000,
        "<!--" + "-x" * 500_000,
        "<script><" * 100_000,
        "&" * 1_000_000,
        "&a" * 500_000,
        "<p>x" * 250_000,
        "<li>" * 250_000,
        "<a " + "b=c " * 250_000 + ">",
        "<table><tr> " * 100_000,
        "<td > " * 200_000,
    ],
    ids=lambda html: html[:12],
)
def test_the_screen_takes_time_in_proportion(html: str) -> None:
    assert_linear(is_certainly_clean, html)
