"""docsify: what its page says of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.destinations.heading_ids import heading_ids
from articlelint.generators.id_style import IdStyle
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint_rules.links.empty_text import EmptyText
from articlelint_rules.links.missing_target import MissingTarget

if TYPE_CHECKING:
    from pathlib import Path


def index(settings: str, *scripts: str) -> str:
    sources = "".join(f"<script src='{each}'></script>" for each in scripts)
    return f"<script>window.$docsify = {{ {settings} }}</script>{sources}\n"


@pytest.mark.parametrize(
    ("page", "unknown"),
    [
        (index("name: 'x'", "//cdn.jsdelivr.net/npm/docsify@4/lib/docsify.min.js"), False),
        (index("", "//unpkg.com/docsify@4.13.1", "//unpkg.com/docsify@4/search.min.js"), False),
        (index("", "//unpkg.com/docsify/lib/docsify.min.js"), True),
        (index("", "//cdn.jsdelivr.net/npm/docsify@4", "docsify-tabs.js"), True),
        (index("plugins: [hook => hook.beforeEach(x)]"), True),
        (index("markdown: { smartypants: true }"), True),
    ],
)
def test_scripts_and_settings_may_add_markdown(tmp_path: Path, page: str, *, unknown: bool) -> None:
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (tmp_path / "README.md").write_text("# A\n", encoding="utf-8")
    site = find_site(tmp_path / "a.md", tmp_path)
    assert site.generator.name == "docsify"
    assert site.dialect.has_unknown_constructs == unknown


def test_a_page_of_another_program_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>Rain", encoding="utf-8")
    (tmp_path / "README.md").write_text("# A\n", encoding="utf-8")
    assert find_site(tmp_path / "a.md", tmp_path).generator.name == "generic"


@pytest.mark.parametrize(("settings", "count"), [("", 1), ("alias: { '/b': 'https://x/b' }", 0)])
def test_an_alias_may_show_another_file(tmp_path: Path, settings: str, count: int) -> None:
    (tmp_path / "index.html").write_text(index(settings), encoding="utf-8")
    path = tmp_path / "a.md"
    path.write_text("[b](b.md)\n", encoding="utf-8")
    article = Article("[b](b.md)\n", path, site=find_site(path, tmp_path))
    assert len(lint(article, [MissingTarget()]).diagnostics) == count


def test_a_file_that_is_put_in_needs_no_text(tmp_path: Path) -> None:
    article = Article("See [](a.html ':include') or [](a.html).\n", tmp_path / "a.md")
    found = lint(article, [EmptyText()]).diagnostics
    assert [each.span.of(article.text) for each in found] == ["[](a.html)"]


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("Two Wings", "two-wings"),
        ("2 wings", "_2-wings"),
        ("Wings :id=own-Name", "own-name"),
        ("Wings, `code`. {docsify-ignore}", "wings-code"),
        ("ÄÖ und Äpfel", "ÄÖ-und-Äpfel"),
        ("It's", None),  # docsify 4 makes `its39` of it
        ("A [link](b.md)", None),  # docsify 5 takes the address in
        ("A - b", None),  # and leaves three hyphens
        (":tada: A", None),
    ],
)
def test_ids_of_headings(line: str, made: str | None) -> None:
    assert heading_ids(Article(f"# {line}\n").headings, IdStyle.DOCSIFY) == (made,)
