from __future__ import annotations

import pytest

from articlelint.html.tree.compare import same_tree
from tests.growth import assert_linear


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("<div><b>x</div>", "<div><b>x</b></div>", id="an end tag put in"),
        pytest.param("a</x>b", "ab", id="a stray end tag deleted"),
        pytest.param("<p>x</p></p>", "<p>x</p><p></p>", id="a stray end tag of a paragraph"),
        pytest.param("<a x=1 X=2>y</a>", "<a x=1>y</a>", id="a duplicate attribute deleted"),
        pytest.param("<a b=c d>x</a>", "<a d='' b=\"c\">x</a>", id="attributes in another order"),
        pytest.param("1 < 2", "1 &lt; 2", id="a character escaped"),
        pytest.param("<!-- x --!>", "<!-- x -->", id="a comment's end"),
    ],
)
def test_the_same_tree(before: str, after: str) -> None:
    assert same_tree(before, after)
    assert same_tree(after, before)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("<b>x<p>y</b>", "<b>x</b><p>y", id="less is bold"),
        pytest.param("<p>x</p></p>", "<p>x</p>", id="an empty paragraph less"),
        pytest.param("x y", "x  y", id="white space"),
        pytest.param("<a href=x>y</a>", "<a href=z>y</a>", id="a value"),
        pytest.param("<a href=x>y</a>", "<b href=x>y</b>", id="a name"),
        pytest.param("<!-- x -->", "<!-- y -->", id="a comment"),
        pytest.param("<svg></svg>", "<my-svg></my-svg>", id="a namespace"),
        pytest.param("<b>x</b>y", "<b>xy</b>", id="text moved in"),
        pytest.param("<div><p>x</p></div>", "<div></div><p>x</p>", id="an element moved out"),
    ],
)
def test_another_tree(before: str, after: str) -> None:
    assert not same_tree(before, after)


def test_documents_are_compared_as_documents() -> None:
    assert same_tree("<!doctype html><p>x", "<!doctype html><body><p>x</p></body>", document=True)
    assert not same_tree("<!doctype html><p>x", "<p>x", document=True)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("x" * 1_000_000, id="too large"),
        pytest.param("".join(f"<p><b id={i}>" for i in range(20_000)), id="explosive"),
    ],
)
def test_what_cannot_be_compared_is_not_the_same(html: str) -> None:
    assert not same_tree(html, html + "y")
    assert_linear(lambda html: same_tree(html, html + "y"), html)
