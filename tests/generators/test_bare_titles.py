"""Whether a site's templates add its name to the titles of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.generators.layout_words import has_bare_titles

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("title", "is_bare"),
    [
        ("{{ page.title }}", True),
        ("{{ .Title }}", True),
        ("{{ .Title }} - Kites", False),
        ('{{ .Title }} | {{ .Param "brand" }}', False),
        ("{{ page.title }} | {{ site.title }}", False),
        ("{% if page.title %}{{ page.title }}{% else %}{{ site.title }}{% endif %}", False),
        ("Kites", False),
    ],
)
def test_titles_of_templates(title: str, is_bare: bool, tmp_path: Path) -> None:
    (tmp_path / "_layouts").mkdir()
    page = f"<html><head><title>{title}</title></head><body>{{{{ content }}}}</body></html>\n"
    (tmp_path / "_layouts/default.html").write_text(page, encoding="utf-8")
    assert has_bare_titles(tmp_path) is is_bare
