"""The quick look at a configuration never passes what pydantic would not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from articlelint.config.declared import Settings
from articlelint.config.model import model_of
from articlelint.options import fits, options_of

KEYS = list(options_of(Settings))
INNER = ["files", "select", "ignore", "severity", "generator", "root", "time-zone", "future", "x"]
scalars = st.sampled_from(["all", "error", "warning", "", 1, 0, True, 1.5, None])
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*INNER, *KEYS]), inner, max_size=3)
    ),
    max_leaves=6,
)


def passes(table: dict[str, object]) -> bool:
    try:
        model_of(Settings).model_validate(table)
    except ValidationError:
        return False
    return True


@settings(max_examples=400)
@given(st.dictionaries(st.sampled_from([*KEYS, "selct", "site"]), values, max_size=3))
def test_what_the_screen_passes_pydantic_passes(table: dict[str, object]) -> None:
    if fits(table, Settings):
        assert passes(table)


@pytest.mark.parametrize(
    "table",
    [
        {},
        {"select": ["all"], "ignore": [], "extend-select": ["html"], "exclude": ["a"]},
        {"severity": {"html": "error"}, "rules": {"a/b": {"c": [1]}}, "plugins": ["x.py"]},
        {"extends": "a.toml", "fail-on": "info", "jobs": 2, "output-format": "json"},
        {"extends": "untrusted", "baseline": "known.json"},
        {"extends": ["a.toml"], "site": {"generator": "hexo", "root": "."}},
        {"overrides": [{"files": ["a"], "ignore": ["html"], "severity": {"a/b": "info"}}]},
    ],
)
def test_what_people_write_is_plainly_fine(table: dict[str, object]) -> None:
    assert fits(table, Settings)
    assert passes(table)


@pytest.mark.parametrize(
    "table",
    [
        {"selct": []},
        {"select": "all"},
        {"select": [1]},
        {"jobs": 0},
        {"jobs": True},
        {"fail-on": "never"},
        {"severity": {"html": "eror"}},
        {"rules": {"a/b": 1}},
        {"overrides": [{"ignore": ["html"]}]},
        {"overrides": [{"files": []}]},
        {"overrides": {"files": ["a"]}},
        {"site": {"rot": "."}},
        {"extends": [1]},
    ],
)
def test_what_is_wrong_is_left_to_pydantic(table: dict[str, object]) -> None:
    assert not fits(table, Settings)
    assert not passes(table)
