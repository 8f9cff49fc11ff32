"""A site of no known generator says how its Markdown is read, and which templates run over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.article import Article
from articlelint.errors import ConfigError
from articlelint.recognition import site_for
from articlelint.templates import TemplateSyntax

if TYPE_CHECKING:
    from pathlib import Path

# kramdown reads no Markdown in a block of HTML; CommonMark does after a blank line, and
# Python-Markdown reads no list below a line of text.
TEXT = "<div>\n\n*a*\n\n</div>\n\nText\n- item\n"


@pytest.mark.parametrize(
    ("dialect", "kinds"),
    [
        ("commonmark", {"Emphasis", "List"}),
        ("goldmark", {"Emphasis", "List"}),
        ("marked", {"Emphasis", "List"}),
        ("markdown-it", {"Emphasis", "List"}),
        ("kramdown", {"List"}),
        ("python-markdown", set()),
    ],
)
def test_dialects(tmp_path: Path, dialect: str, kinds: set[str]) -> None:
    site = site_for(tmp_path, "generic", {"dialect": dialect})
    markdown = Article(TEXT, tmp_path / "a.md", site=site).markdown
    assert {kind for kind in ("Emphasis", "List") if markdown.nodes(kind)} == kinds


def test_a_template_language(tmp_path: Path) -> None:
    site = site_for(tmp_path, "generic", {"template-language": "hugo"})
    article = Article("A {{< kite >}} b\n", tmp_path / "a.md", site=site)
    assert site.settings.template_syntax is TemplateSyntax.HUGO
    assert [tag.name for tag in article.masked.tags] == ["kite"]


@pytest.mark.parametrize("setting", ["dialect", "template-language"])
def test_others_are_refused(tmp_path: Path, setting: str) -> None:
    with pytest.raises(ConfigError, match=setting):
        site_for(tmp_path, "generic", {setting: "nothing"})
