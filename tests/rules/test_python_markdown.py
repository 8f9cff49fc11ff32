"""What MkDocs makes of lists, HTML and boxes, and what the rules say of it."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest

from articlelint import check_text, fix_text

if TYPE_CHECKING:
    from pathlib import Path

BOXES = (
    "[admonition, pymdownx.details, pymdownx.tabbed, pymdownx.blocks.admonition,"
    " pymdownx.blocks.html, pymdownx.superfences]"
)
_number = count()


def article(root: Path, extensions: str, text: str) -> Path:
    site = root / str(next(_number))  # a site is read once, so that each has its own
    (site / "docs").mkdir(parents=True)
    config = f"site_name: x\nmarkdown_extensions: {extensions}\n"
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    path = site / "docs" / "index.md"
    path.write_bytes(text.encode())
    return path


def found(root: Path, extensions: str, text: str) -> list[tuple[int, str]]:
    report = check_text(text.encode(), article(root, extensions, text))
    return sorted(
        (each.place.start.line, each.diagnostic.rule)
        for file in report.files
        for each in file.findings
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("Kinds:\n* one\n* two\n", 2, id="bullets"),
        pytest.param("Kinds:\n1. one\n2. two\n", 2, id="numbers"),
        pytest.param("Kinds:\r\n+ one\r\n+ two\r\n", 2, id="CRLF"),
        pytest.param("**Kinds**\n- one\n- two\n", 2, id="after emphasis"),
        pytest.param("> Kinds:\n> - one\n> - two\n", 2, id="in a quote"),
        pytest.param("!!! note\n    Kinds:\n    - one\n    - two\n", 3, id="in an admonition"),
        pytest.param("/// note\nKinds:\n- one\n- two\n///\n", 3, id="between slashes"),
    ],
)
def test_a_list_without_a_blank_line_before_it(tmp_path: Path, text: str, line: int) -> None:
    assert found(tmp_path, BOXES, text) == [(line, "markdown/unread-list")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param("- one\n  - inner\n  - inner\n", 2, id="by two"),
        pytest.param("1. one\n   - inner\n   - inner\n", 2, id="by three"),
        pytest.param("- one\n  more\n  - inner\n", 3, id="behind a line of text"),
    ],
)
def test_a_list_that_is_not_nested(tmp_path: Path, text: str, line: int) -> None:
    assert found(tmp_path, "[]", text) == [(line, "markdown/flattened-list")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kinds:\n\n* one\n* two\n", id="a blank line"),
        pytest.param("# Kinds\n- one\n- two\n", id="after a heading"),
        pytest.param("- one\n    - inner\n    - inner\n", id="nested by four"),
        pytest.param("- one\n\t- inner\n", id="nested by a tab"),
        pytest.param("We had -\n- well, none,\nbut a dash.\n", id="a dash"),
        pytest.param("Born in\n1986. A great year.\n", id="a year"),
        pytest.param("```\nKinds\n- one\n- two\n```\n", id="code"),
    ],
)
def test_what_is_a_list_or_none(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, BOXES, text) == []


@pytest.mark.parametrize(
    ("extensions", "text", "line"),
    [
        pytest.param("[]", "<div class='grid' markdown>\n\n**a**\n\n</div>\n", 1, id="bare"),
        pytest.param("[]", "<div markdown='1'>\n**a**\n</div>\n", 1, id="with a value"),
        pytest.param("[]", "<section markdown=1>\n\n- a\n- b\n\n</section>\n", 1, id="a list"),
        pytest.param("[]", "<section>\n\n- a **b**\n\n</section>\n", 3, id="without it"),
        pytest.param("[extra]", "<div>\n**a**\n</div>\n", 2, id="extension without it"),
        pytest.param("[extra]", "<p markdown>a</p>\n<div>**b**</div>\n", 2, id="beside another"),
        pytest.param("[md_in_html]", "<div markdown>\n<p>**a**</p>\n</div>\n", 2, id="in another"),
    ],
)
def test_markdown_in_html_that_is_not_read(
    tmp_path: Path, extensions: str, text: str, line: int
) -> None:
    assert found(tmp_path, extensions, text) == [(line, "html/unrendered-markdown")]


@pytest.mark.parametrize(
    ("extensions", "text"),
    [
        pytest.param("[md_in_html]", "<div class='grid' markdown>\n\n**a**\n\n</div>\n", id="bare"),
        pytest.param("[extra]", '<div markdown = "1">\n**a**\n</div>\n', id="extra"),
        pytest.param("[pymdownx.extra]", "<p markdown='span'>**a**</p>\n", id="pymdownx.extra"),
        pytest.param(BOXES, "/// html | div.grid\n**a**\n///\n", id="between slashes"),
        pytest.param("[]", "- a\n\n    <div>**b**</div>\n", id="in an item"),
        pytest.param("[]", "<div>\n<p>a * b ** c</p>\n</div>\n", id="no Markdown"),
    ],
)
def test_markdown_in_html_that_is_read(tmp_path: Path, extensions: str, text: str) -> None:
    assert found(tmp_path, extensions, text) == []


@pytest.mark.parametrize(
    "opening",
    ["!!! note", '??? tip "Tip"', '=== "Tab"', "- item", "1. item"],
)
def test_what_is_in_a_box_is_seen(tmp_path: Path, opening: str) -> None:
    text = f"{opening}\n\n    [a](gone.md)\n\n    ![b](gone.png)\n\n    <b>c\n"
    lines = [line for line, _ in found(tmp_path, BOXES, text)]
    assert lines == [3, 5, 7]


def test_what_is_between_slashes_is_seen(tmp_path: Path) -> None:
    text = "/// note\n[a](gone.md)\n\n![b](gone.png)\n\n[c](#one)\n\n## One\n///\n"
    assert [line for line, _ in found(tmp_path, BOXES, text)] == [2, 4]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("!!! note\n    <div>\n    **a**\n    </div>\n", id="HTML in an admonition"),
        pytest.param("<div>\n\n!!! note\n    a\n\n</div>\n", id="an admonition in HTML"),
        pytest.param("- a\n\n    <div>\n\n    b\n\n    </div>\n", id="HTML in an item"),
        pytest.param("<blockquote>One.\n\nTwo.</blockquote>\n", id="a blank line"),
        pytest.param("<table>\n<tr>\n\n    <td>x</td>\n</tr>\n</table>\n", id="a table"),
        pytest.param("<em>\n **b** [x](https://e.org/y/)\n</em>\n", id="an inline tag alone"),
    ],
)
def test_html_that_is_right(tmp_path: Path, text: str) -> None:
    path = article(tmp_path, BOXES, text)
    assert [rule for _, rule in found(tmp_path, BOXES, text) if rule.startswith("html/")] == []
    assert fix_text(text, path).text == text


def test_ids_of_tabs(tmp_path: Path) -> None:
    text = (
        '## Logo\n\n=== ":a-b: Icon, bundled"\n\n    a\n\n[b](#logo-icon-bundled) [c](#logo-text)\n'
    )
    slugs = "[pymdownx.tabbed: {slugify: x, combine_header_slug: true}]"
    assert found(tmp_path, slugs, text) == [(7, "links/missing-anchor")]
    assert len(found(tmp_path, "[pymdownx.tabbed]", text)) == 2
