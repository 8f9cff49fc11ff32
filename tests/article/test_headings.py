from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.destinations.heading_ids import heading_ids
from articlelint.generators import by_name
from articlelint.generators.id_style import IdStyle
from articlelint.site import Site

if TYPE_CHECKING:
    from pathlib import Path

_GENERATORS = {
    IdStyle.GITHUB: "generic",
    IdStyle.ASTRO: "astro",
    IdStyle.DOCUSAURUS: "docusaurus",
    IdStyle.KRAMDOWN: "jekyll",
    IdStyle.KRAMDOWN_GFM: "jekyll",
    IdStyle.GOLDMARK: "hugo",
    IdStyle.GOLDMARK_ASCII: "hugo",
    IdStyle.HEXO_MARKED: "hexo",
    IdStyle.HEXO_MARKED_5: "hexo",
    IdStyle.MARKDOWN_IT_ANCHOR: "eleventy",
    IdStyle.ELEVENTY: "eleventy",
    IdStyle.ELEVENTY_PLUGIN: "eleventy",
    IdStyle.PYTHON_MARKDOWN: "mkdocs",
    IdStyle.ZOLA: "zola",
    IdStyle.MDN: "mdn",
    IdStyle.PANDOC: "quarto",
}


def ids(text: str, style: IdStyle) -> list[str | None]:
    site = Site(None, by_name(_GENERATORS[style]))
    return list(heading_ids(Article(text, "a.md", site=site).headings, style))


def test_parts_of_a_heading() -> None:
    (heading,) = Article("# A *b* `c` ![d](e.png) \\_f ##\n").headings
    assert (heading.level, heading.text, heading.id) == (1, "A b c d _f", None)
    assert heading.source == "A *b* `c` ![d](e.png) \\_f"
    assert heading.span == (0, 31)


def test_headings_of_both_syntaxes_in_reading_order() -> None:
    headings = Article('<h2 id="x">One</h2>\n\n# Two\n\nThree\n===\n').headings
    assert [(each.text, each.id, each.html) for each in headings] == [
        ("One", "x", True),
        ("Two", None, False),
        ("Three", None, False),
    ]


# What the libraries themselves say; see tests/oracles/heading_ids.py.
@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (IdStyle.GITHUB, "hello-world-code-link"),
        (IdStyle.DOCUSAURUS, "hello-world-code-link"),
        (IdStyle.KRAMDOWN_GFM, "hello-world-code-link"),
        (IdStyle.KRAMDOWN, "hello-world-code-linkhttpxyz"),
        (IdStyle.GOLDMARK, "hello-world-code-linkhttpxyz"),
        (IdStyle.HEXO_MARKED, "Hello-World-code-link"),
        (IdStyle.MARKDOWN_IT_ANCHOR, "hello-world-code()-link"),
        (IdStyle.ELEVENTY, "hello-world-code-link"),
        (IdStyle.PYTHON_MARKDOWN, "hello-world-code-link"),
        (IdStyle.ZOLA, "hello-world-code-link"),
        (IdStyle.MDN, "hello_world_code_link"),
        (IdStyle.PANDOC, "hello-world-code-link"),
    ],
)
def test_markup_in_a_heading(style: IdStyle, expected: str) -> None:
    assert ids("# Hello *World* `code()` [link](http://x.y/z)\n", style) == [expected]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (IdStyle.GITHUB, "中文标题-test_a"),
        (IdStyle.DOCUSAURUS, "中文标题-test_a"),
        (IdStyle.KRAMDOWN_GFM, "中文标题-test_a"),
        (IdStyle.KRAMDOWN, "testa"),
        (IdStyle.GOLDMARK, "中文标题-test_a"),
        (IdStyle.GOLDMARK_ASCII, "-test_a"),
        (IdStyle.HEXO_MARKED, "中文标题-test-a"),
        (
            IdStyle.MARKDOWN_IT_ANCHOR,
            "%E4%B8%AD%E6%96%87%E6%A0%87%E9%A2%98-test_a",
        ),
        (IdStyle.PYTHON_MARKDOWN, "test_a"),
        (IdStyle.ZOLA, None),  # it transliterates
        (IdStyle.MDN, "中文标题_test_a"),
        (IdStyle.PANDOC, "中文标题-test_a"),
    ],
)
def test_chinese(style: IdStyle, expected: str | None) -> None:
    assert ids("# 中文标题 test_a\n", style) == [expected]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (IdStyle.GITHUB, ["a", "a-1", "a-1-1", "a-2"]),
        (IdStyle.KRAMDOWN_GFM, ["a", "a-1", "a-1", "a-2"]),
        (IdStyle.GOLDMARK, ["a", "a-1", "a-1-1", "a-2"]),
        (IdStyle.HEXO_MARKED, ["A", "A-1", "A-1", "A-2"]),
        (IdStyle.PYTHON_MARKDOWN, ["a", "a_1", "a-1", "a_2"]),
        (IdStyle.MDN, ["a", "a_2", "a-1", "a_3"]),
        (IdStyle.ELEVENTY, ["a", "a-1", "a-1-1", "a-2"]),
        (IdStyle.ELEVENTY_PLUGIN, ["a", "a-2", "a-1", "a-3"]),
        (IdStyle.PANDOC, ["a", "a-1", "a-1-1", "a-2"]),
    ],
)
def test_repeated_headings(style: IdStyle, expected: list[str]) -> None:
    assert ids("# A\n\n# A\n\n# A 1\n\n# A\n".replace("A 1", "A-1"), style) == expected


@pytest.mark.parametrize(
    ("style", "text", "expected"),
    [
        (IdStyle.DOCUSAURUS, "## Title {#own}", "own"),
        (IdStyle.GOLDMARK, "## Title {#own .class}", "own"),
        (IdStyle.GOLDMARK, '## Title { id="own" }', "own"),
        (IdStyle.PANDOC, '## Title { id="own" }', "own"),
        (IdStyle.ZOLA, '## Title { id="own" }', "title"),
        (IdStyle.GOLDMARK, "## Title {data-x=1}", "title"),
        (IdStyle.GOLDMARK, "## Title {: id=own }", "title--idown-"),
        (IdStyle.ZOLA, "## Title {#own}", "own"),
        (IdStyle.KRAMDOWN_GFM, "## Title {#own}", "own"),
        (IdStyle.KRAMDOWN_GFM, "## Title\n{: #own .class}", "own"),
        (IdStyle.KRAMDOWN_GFM, "Title\n-----\n{:#own}", "own"),
        (IdStyle.PYTHON_MARKDOWN, "## Title {: #own }", "own"),
        (IdStyle.GITHUB, "## Title {#own}", "title-own"),
        (IdStyle.GITHUB, "## Title 🪁", "title-"),
        (IdStyle.ASTRO, "## Title 🪁", "title"),
        (IdStyle.ELEVENTY, "## Kites & NASA's", None),
        (IdStyle.ELEVENTY, "## Kites & JavaScript 2.0", "kites-and-javascript-2-0"),
        (IdStyle.ELEVENTY, "## Title {#own}", "own"),
        (IdStyle.ELEVENTY, "## kites.md { .file }", "kites-md"),
        (IdStyle.HEXO_MARKED, "## Title {#own}", "Title-own"),
        (IdStyle.GITHUB, '<h2 id="own">Title</h2>', "own"),
        (IdStyle.PANDOC, "## Title {#own .class}", "own"),
        (IdStyle.PANDOC, "## Title {.unnumbered}", "title"),
        (
            IdStyle.PANDOC,
            "## 2. *Dogs*?--in `a--b` x_y.z... *my* “house”",
            "dogsin-a--b-x_y.z-my-house",
        ),
        (IdStyle.PANDOC, "## ![Kite](a.png) [owl](b.qmd)", "kite-owl"),
        (IdStyle.PANDOC, "## 33", "section"),
        (IdStyle.PANDOC, "## From $20", "from-20"),
        (IdStyle.PANDOC, "## The $x^2$ of it", None),
        (IdStyle.PANDOC, "## [Kites]{.big} here", None),
        (IdStyle.PANDOC, "## Kites^[Of paper.]", None),
    ],
)
def test_own_ids(style: IdStyle, text: str, expected: str | None) -> None:
    assert ids(f"{text}\n", style)[0] == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (IdStyle.GITHUB, "whats-new----really"),
        (IdStyle.KRAMDOWN_GFM, "whats-new--really"),
        (IdStyle.GOLDMARK, "whats-new----really"),
        (IdStyle.HEXO_MARKED, "What’s-“new”-–-really"),
        (IdStyle.ZOLA, "what-s-new-really"),
        (IdStyle.ELEVENTY, None),  # the quotes may be curled before
    ],
)
def test_punctuation(style: IdStyle, expected: str | None) -> None:
    assert ids('## What\'s "new" -- really?\n', style) == [expected]


def test_only_the_last_line_counts_for_goldmark() -> None:
    assert ids("One\ntwo *three*\n---\n", IdStyle.GOLDMARK) == ["two-three"]


def test_letters_that_languages_make_small_in_ways_of_their_own() -> None:
    text = "## İNDİR\n\n## ΣΑΣ\n"
    assert ids(text, IdStyle.GOLDMARK) == ["indir", "σασ"]
    assert ids(text, IdStyle.GITHUB) == ["i̇ndi̇r", "σας"]


def test_a_heading_that_a_template_makes_has_no_known_id() -> None:
    assert ids("## About {{ page.title }}\n\n## Rest\n", IdStyle.KRAMDOWN_GFM) == [None, "rest"]


def test_many_equal_headings_are_numbered_in_linear_time() -> None:
    made = ids("# A\n" * 20_000, IdStyle.GITHUB)
    assert made[-1] == "a-19999"


# What hexo-renderer-marked 0.3.2 says; 6.2 and later say what HEXO_MARKED does.
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Direct `<script>` Include", ["Direct-lt-script-gt-Include"]),
        ("## What's New in A & B", ["What’s-New-in-A-amp-B"]),
        ('## `it\'s "q"` x', ["it-39-s-quot-q-quot-x"]),
        ("## a < b > c", ["a-lt-b-gt-c"]),
        ("## 中文 & é", ["中文-amp-e"]),
        ("## A\n\n## A", ["A", "A-1"]),
        ("## a *b* [c](d) `e`", ["a-b-c-e"]),
    ],
)
def test_ids_in_which_names_of_characters_are_left(text: str, expected: list[str]) -> None:
    assert ids(f"{text}\n", IdStyle.HEXO_MARKED_5) == expected


@pytest.mark.parametrize(
    ("version", "expected"),
    [
        ("^0.3.2", (IdStyle.HEXO_MARKED_5,)),
        ("^6.0.0", (IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5)),
        ("^7.0.0", (IdStyle.HEXO_MARKED,)),
        ("latest", (IdStyle.HEXO_MARKED, IdStyle.HEXO_MARKED_5)),
    ],
)
def test_the_version_of_a_renderer_tells_its_ids(
    tmp_path: Path, version: str, expected: tuple[IdStyle, ...]
) -> None:
    packages = f'{{"dependencies": {{"hexo-renderer-marked": "{version}"}}}}'
    (tmp_path / "package.json").write_text(packages)
    assert by_name("hexo").heading_id_styles(tmp_path) == expected


def test_an_own_id_counts_from_where_it_stands() -> None:
    text = "## A\n\n## A\n\n## B {#a-1}\n\n## C {#a-2}\n\n## A\n"
    assert ids(text, IdStyle.PANDOC) == ["a", "a-1", "a-1", "a-2", "a-3"]
