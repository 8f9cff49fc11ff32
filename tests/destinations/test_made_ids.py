"""What may put out ids that a page does not name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.destinations.made_ids import made_ids
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path


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


@pytest.mark.parametrize(
    ("script", "text", "any_id"),
    [
        pytest.param("", "<bird-list></bird-list>", False, id="nothing defines it"),
        pytest.param(
            "customElements.define('bird-list', List)", "<bird-list></bird-list>", True, id="a file"
        ),
        pytest.param(
            "", "<bird-list></bird-list>\n<script>own('bird-list')</script>", True, id="the page"
        ),
        pytest.param("find('bird-lists')", "<bird-list></bird-list>", False, id="another name"),
    ],
)
def test_elements_that_scripts_define(
    script: str, text: str, *, any_id: bool, tmp_path: Path
) -> None:
    for name, content in {
        "_config.yml": "source_dir: source\n",
        "source/js/own.js": script,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    path = tmp_path / "source" / "kite.md"
    found = made_ids(Article(f"x\n\n{text}\n", path, site=find_site(path, tmp_path)))
    assert (found is None) is any_id


@pytest.mark.parametrize(
    ("text", "any_id"),
    [
        pytest.param("{% include birds.html %}", True, id="in the text"),
        pytest.param("```\n{% include birds.html %}\n```", False, id="in a block of code"),
        pytest.param("a `{{ page.birds }}` b", False, id="in code"),
        pytest.param("```\nx\n```\n\n{% include birds.html %}", True, id="below code"),
    ],
)
def test_what_a_tag_puts_into_code_is_no_id(text: str, *, any_id: bool, tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: Kites\n")
    (tmp_path / "_posts").mkdir()
    path = tmp_path / "_posts" / "2024-05-03-kite.md"
    found = made_ids(Article(f"---\n---\nx\n\n{text}\n", path, site=find_site(path, tmp_path)))
    assert (found is None) is any_id
