"""What a rule says of a text, generator by generator."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.fixing import fix
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint.text.edit import Applicability
from tests.growth import assert_linear

if TYPE_CHECKING:
    from collections.abc import Callable

    from articlelint.linting.rule import Rule


_PATHS = {
    "hexo": "source/_posts/a.md",
    "hugo": "content/a.md",
    "jekyll": "_posts/2024-05-01-a.md",
    "mkdocs": "docs/a.md",
    "pelican": "content/a.md",
    "zola": "content/a.md",
}


def _article(text: str, generator: str) -> Article:
    path = _PATHS.get(generator, "a.md")
    return Article(text, path, site=site_for(Path("/nowhere"), generator))


@pytest.fixture(scope="session")
def heard() -> Callable[..., list[str]]:
    """Return what gives the source of each finding: ``heard(rule, text, generator)``."""

    def heard(rule: type[Rule], text: str, generator: str) -> list[str]:
        found = lint(_article(text, generator), [rule()]).diagnostics
        return [each.span.of(text) for each in found]

    return heard


@pytest.fixture(scope="session")
def fixed() -> Callable[[type[Rule], str, str], str]:
    """Return what makes all fixes, unsafe ones too: ``fixed(rule, text, generator)``."""

    def fixed(rule: type[Rule], text: str, generator: str) -> str:
        return fix(_article(text, generator), [rule()], Applicability.UNSAFE).article.text

    return fixed


@pytest.fixture(scope="session")
def grows_linearly() -> Callable[[type[Rule], str, str], None]:
    """Return what sees that an article's time grows with its text: ``(rule, text, generator)``."""

    def check(rule: type[Rule], text: str, generator: str) -> None:
        assert_linear(lambda text: lint(_article(text, generator), [rule()]), text)

    return check
