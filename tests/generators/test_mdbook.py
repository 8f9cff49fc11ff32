"""What mdBook puts in place of tags; compared with version 0.5.4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.markdown.common_mark import CommonMark
from articlelint.recognition import find_site

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.site import Site


def book(root: Path, **files: str) -> Site:
    for name, text in {
        "book.toml": "",
        "src/SUMMARY.md": "- [A](a.md)\n",
        "src/code/a.rs": "",
        **files,
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return find_site(root / "src" / "a.md", root)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        pytest.param("```rust\n{{#include code/a.rs:2:anchor}}\n```", [], id="lines"),
        pytest.param("{{#include code/b.rs:2}}", ["code/b.rs"], id="gone"),
        pytest.param("{{#rustdoc_include code/b c.rs}}", ["code/b c.rs"], id="with a blank"),
        pytest.param("{{#playground code/a.rs editable}}", [], id="words behind it"),
        pytest.param("{{#playground code/b.rs editable}}", ["code/b.rs"], id="gone, with words"),
        pytest.param(r"\{{#include code/b.rs}}", [], id="shown"),
        pytest.param("{{#title Birds}} {{#other x}} {{ x }}", [], id="no file"),
        pytest.param("{{#include made/b.rs}}", [], id="in a folder that is made"),
    ],
)
def test_what_is_included(text: str, gone: list[str], tmp_path: Path) -> None:
    article = Article(f"{text}\n", tmp_path / "src" / "a.md", site=book(tmp_path))
    found = [each.span.of(article.text) for each in article.template_problems("missing-include")]
    assert found == gone


@pytest.mark.parametrize(
    ("toml", "has_unknown", "lists"),
    [
        pytest.param("", False, True, id="nothing said"),
        pytest.param("[preprocessor.mermaid]\ncommand = 'x'\n", False, True, id="harmless"),
        pytest.param("[preprocessor.own]\ncommand = 'x'\n", True, False, id="of its own"),
    ],
)
def test_preprocessors(toml: str, *, has_unknown: bool, lists: bool, tmp_path: Path) -> None:
    site = book(tmp_path, **{"book.toml": toml})
    assert isinstance(site.dialect, CommonMark)
    assert site.dialect.has_unknown_constructs is has_unknown
    assert site.is_template(tmp_path / "src" / "part.md") is lists
    assert site.is_template(tmp_path / "src" / "SUMMARY.md")
    assert not site.is_template(tmp_path / "src" / "a.md")
