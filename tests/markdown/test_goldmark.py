from __future__ import annotations

import pytest

from articlelint.markdown import Markdown
from articlelint.markdown.goldmark import Goldmark
from articlelint.markdown.options import DEFINITION_LISTS, GFM_OPTIONS, HEADING_ATTRIBUTES
from articlelint.rendering import render

HUGO = Goldmark(GFM_OPTIONS | DEFINITION_LISTS | HEADING_ATTRIBUTES)


@pytest.mark.parametrize(
    ("source", "html"),
    [
        pytest.param("a\n: b", "<dl>\n<dt>a</dt>\n<dd>b</dd>\n</dl>\n", id="a definition"),
        pytest.param(
            "a\n\n: b",
            "<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n</dl>\n",
            id="a definition behind a blank line",
        ),
        pytest.param("a\n:b", "<p>a\n:b</p>\n", id="a colon without a blank"),
        pytest.param("~a~ ~~b~~", "<p><del>a</del> <del>b</del></p>\n", id="tildes"),
        pytest.param("# a {#b}", '<h1 id="b">a</h1>\n', id="a heading's attributes"),
    ],
)
def test_what_goldmark_makes(source: str, html: str) -> None:
    assert render(Markdown(source, 0, HUGO)).html == html
