"""Which `data:` URLs run code, however their media type is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint_rules.security.script_url import ScriptUrl


@pytest.mark.parametrize(
    ("media_type", "count"),
    [
        ("text/html", 1),
        ("image/svg+xml", 1),
        (f"application/{'a' * 500}+xml", 1),
        ("text/plain", 0),
    ],
)
def test_a_media_type_of_any_length(media_type: str, count: int) -> None:
    article = Article(f"[a](data:{media_type},b)\n", Path("a.md"))
    assert len(lint(article, [ScriptUrl()]).diagnostics) == count
