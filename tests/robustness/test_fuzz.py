"""Some hundred mutated articles; ``python -m tests.robustness.fuzz`` tries more."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from tests.robustness.fuzz import Ground, draw, ground, tried

if TYPE_CHECKING:
    from pathlib import Path

EACH = 40


@pytest.fixture(scope="module")
def common(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    return ground([], tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("start", range(0, 400, EACH))
def test_mutated_articles_do_no_harm(start: int, common: Ground) -> None:
    outcome = tried(common, 2024, range(start, start + EACH))
    assert outcome.count == EACH
    assert not outcome.found, [
        (number, trouble.kind, trouble.detail, article)
        for number, article, trouble in outcome.found.values()
    ]


def test_the_same_number_gives_the_same_article(common: Ground, tmp_path: Path) -> None:
    first, second = (
        [draw(random.Random("1:1"), each).text for _ in "12"]
        for each in (common, ground([], tmp_path))
    )
    assert first == second
