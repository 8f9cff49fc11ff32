"""What may put out ids that a page does not name."""

from __future__ import annotations

import pytest

from articlelint.article import Article
from articlelint.destinations.made_ids import made_ids


@pytest.mark.parametrize(
    "text",
    [
        "<template><p>x</p></template>",
        'import Part from "./part.mdx"',
        "[TOC]",
        '<p :id="place">x</p>',
        '<p v-bind:id="place">x</p>',
        '<p v-html="part"></p>',
        '<p v-bind="all">x</p>',
        "<p id={place}>x</p>",
        '--8<-- "part.md"',
        "{!part.md!}",
        "<!-- @include: part.md -->",
        "<!--@include: part.md-->",
        "<<< part.js",
        "::: shelf",
        "<script>document.body.innerHTML = 'x'</script>",
        "<script>a.setAttribute('id', 'x')</script>",
        "<script>a.setAttribute(name, 'x')</script>",
    ],
)
def test_any_id_may_come_of_it(text: str) -> None:
    assert made_ids(Article(f"x\n\n{text}\n")) is None


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "import duties",
        "::: tip\nx\n:::",
        "a v-neck",
        "`[TOC]`",
        "<script>1</script>",
        "<script>a.setAttribute('data-id', 'x')</script>",
        "<kites@a.example.org>",
    ],
)
def test_none_comes_of_it(text: str) -> None:
    assert made_ids(Article(f"x\n\n{text}\n")) == frozenset()
