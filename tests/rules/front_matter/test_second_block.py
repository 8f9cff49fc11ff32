"""What is a second block of front matter, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import site_for
from articlelint_rules.front_matter.second_block import SecondBlock

FIRST = "---\ntitle: A\nown: b\n---\n"


def places(text: str, generator: str = "hexo") -> list[tuple[int, bool]]:
    """Return where second blocks begin in *text*, and whether each may be deleted."""
    article = Article(text, "/nowhere/a.md", site=site_for(Path("/nowhere"), generator))
    found = lint(article, [SecondBlock()]).diagnostics
    return [(each.span.start, each.fix is not None) for each in found]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("blanks", ["", "\n", "\n\n"])
def test_a_second_block(blanks: str, newline: str) -> None:
    above = f"{FIRST}{blanks}".replace("\n", newline)
    below = "---\ntitle: B\nown: c\n---\nbody\n".replace("\n", newline)
    assert places(above + below) == [(len(above), False)]


@pytest.mark.parametrize(
    ("second", "is_same"),
    [
        ('title: "A"\nown: b', True),
        ("own: b\ntitle: A", True),
        ("title: A\nown: c", False),
        ("title: A\ndate: 2024-05-01", False),
        ("title: A\nown: 1", False),
    ],
)
def test_only_what_stands_in_the_first_block_is_deleted(second: str, is_same: bool) -> None:
    assert places(f"{FIRST}---\n{second}\n---\nbody\n") == [(len(FIRST), is_same)]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("---\n\nbody\n\n---\n", id="thematic breaks"),
        pytest.param("---\ntitle: B\n---\n", id="one key"),
        pytest.param("---\nTitle: B\nDate: c\n---\n", id="words like sentences"),
        pytest.param("---\ntitle: B\nWeather: fine\n---\n", id="an unknown key"),
        pytest.param("---\nnote: a\nanswer: one two three four five\n---\n", id="sentences"),
        pytest.param("---\ntitle: B\n\ndate: c\n---\n", id="a blank line"),
        pytest.param("---\ntitle: B\ndate: c\n\n---\n", id="a blank line before the end"),
        pytest.param("---\ntitle: B\ndate: c\nSome words.\n---\n", id="prose"),
        pytest.param("---\ntitle: B\ndate: c\n", id="not closed"),
        pytest.param("---\ntitle: B\ndate: c\n----\n", id="another fence"),
        pytest.param("Words.\n\n---\ntitle: B\ndate: c\n---\n", id="below the text"),
        pytest.param("```\n---\ntitle: B\ndate: c\n---\n```\n", id="code"),
        pytest.param("- - -\ntitle: B\ndate: c\n---\n", id="another thematic break"),
    ],
)
def test_what_is_no_second_block(body: str) -> None:
    assert places(f"{FIRST}\n{body}") == []


def test_toml() -> None:
    first = '+++\ntitle = "A"\n+++\n\n'
    text = f'{first}+++\ntitle = "A"\ndraft = true\n+++\nbody\n'
    assert places(text, "hugo") == [(len(first), False)]
