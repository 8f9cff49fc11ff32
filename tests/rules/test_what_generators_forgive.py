"""What one generator forgives and another does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import SAFE, WARNING, Article, Diagnostic, Rule
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint_rules.front_matter.ambiguous_scalar import AmbiguousScalar
from articlelint_rules.front_matter.blank_item import BlankItem
from articlelint_rules.front_matter.empty_value import EmptyValue
from articlelint_rules.front_matter.escaped_entity import EscapedEntity
from articlelint_rules.front_matter.malformed_fence import MalformedFence
from articlelint_rules.text.byte_order_mark import ByteOrderMark

PATHS = {"hexo": "source/_posts/a.md", "jekyll": "_posts/2024-05-01-a.md", "mkdocs": "docs/a.md"}


def found(rule: Rule, generator: str, text: str) -> tuple[Diagnostic, ...]:
    site = site_for(Path("/nowhere"), generator)
    path = Path("/nowhere", PATHS.get(generator, "content/a.md"))
    return tuple(lint(Article(text, path, site=site), [rule]).diagnostics)


@pytest.mark.parametrize("before", ["\n", "\n\n", "  \n", "\r\n", "\ufeff\n"])
@pytest.mark.parametrize(
    ("generator", "count"), [("hugo", 0), ("zola", 0), ("jekyll", 1), ("eleventy", 1)]
)
def test_blank_lines_before_front_matter(generator: str, count: int, before: str) -> None:
    text = f"{before}---\ntitle: A\n---\nText\n"
    assert len(found(MalformedFence(), generator, text)) == count


@pytest.mark.parametrize(
    ("before", "count"), [("\n", 0), ("\r\n", 0), ("\ufeff\n", 0), ("\n\n", 1), ("  \n", 1)]
)
def test_one_line_end_before_front_matter_of_hexo(before: str, count: int) -> None:
    text = f"{before}---\ntitle: A\n---\nText\n"
    assert len(found(MalformedFence(), "hexo", text)) == count


def test_another_defect_of_a_fence_in_hugo() -> None:
    assert len(found(MalformedFence(), "hugo", "\n---\ntitle: A\n--\nText\n")) == 1


@pytest.mark.parametrize(
    ("generator", "count"), [("hexo", 0), ("hugo", 0), ("jekyll", 0), ("zola", 1)]
)
def test_a_byte_order_mark_at_the_beginning(generator: str, count: int) -> None:
    assert len(found(ByteOrderMark(), generator, "\ufeff---\ntitle: A\n---\n")) == count
    assert not found(ByteOrderMark(), generator, "---\ntitle: A\n---\nA \ufeffb\n")
    (inside,) = found(ByteOrderMark(), generator, "---\ntitle: A\n---\nA\n\n\ufeff# b\n")
    assert inside.severity is WARNING


@pytest.mark.parametrize(
    ("generator", "lines", "count"),
    [
        ("hexo", "updated:", 0),
        ("hexo", "updated: ''", 0),
        ("hexo", "updated: '  '", 0),
        ("hexo", "date:", 1),
        ("hexo", "title:", 1),
        ("zola", "updated: ''", 1),
    ],
)
def test_empty_dates(generator: str, lines: str, count: int) -> None:
    assert len(found(EmptyValue(), generator, f"---\n{lines}\n---\n")) == count


@pytest.mark.parametrize(
    ("generator", "lines", "count"),
    [
        ("hexo", "tags: [a, '']", 0),
        ("hexo", "tags:\n  - a\n  -", 0),
        ("hexo", "categories: ['', a]", 0),
        ("hexo", "tags: [a, '  ']", 1),
        ("hexo", "photos: [a, '']", 1),
        ("jekyll", "tags: [a, '']", 1),
    ],
)
def test_blank_terms(generator: str, lines: str, count: int) -> None:
    assert len(found(BlankItem(), generator, f"---\n{lines}\n---\n")) == count


@pytest.mark.parametrize(
    ("generator", "lines", "count"),
    [
        ("hexo", "title: List&lt;E&gt;", 0),
        ("hexo", "title: Iron &amp; stone", 0),
        ("hexo", "description: Iron &amp; stone", 0),
        ("hexo", "tags: [Iron &amp; stone]", 0),
        ("pelican", "title: Iron &amp; stone", 0),
        ("hugo", "title: Iron &amp; stone", 1),
    ],
)
def test_references_in_titles(generator: str, lines: str, count: int) -> None:
    assert len(found(EscapedEntity(), generator, f"---\n{lines}\n---\n")) == count


@pytest.mark.parametrize(
    ("generator", "lines", "safe"),
    [
        ("jekyll", "name: 3.0", []),
        ("mkdocs", "name: 10.0", []),
        ("pelican", "name: 3.0", []),
        ("jekyll", "name: 1.10", [False]),
        ("jekyll", "name: 3.00", [False]),
        ("hexo", "name: 3.0", [False]),
        ("hugo", "name: 3.0", [False]),
        ("eleventy", "name: 3.0", [False]),
        ("hexo", "tags: [3.0]", [True]),
        ("hexo", "title: 3.0", [True]),
        ("hexo", "lang: no", [True]),
    ],
)
def test_numbers_that_are_versions(generator: str, lines: str, safe: list[bool]) -> None:
    diagnostics = found(AmbiguousScalar(), generator, f"---\n{lines}\n---\n")
    assert [each.fix is not None and each.fix.applicability == SAFE for each in diagnostics] == safe


@pytest.mark.parametrize(
    ("name", "is_read"),
    [("a.html", True), ("a.HTML", False), ("a.md", True), ("a.MD", False), ("A.md", True)],
)
def test_extensions_of_pelican(name: str, is_read: bool) -> None:
    site = site_for(Path("/nowhere"), "pelican")
    assert site.is_template(Path("/nowhere/content", name)) is not is_read
