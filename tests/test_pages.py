"""Every rule's page is run: its examples are its tests."""

from __future__ import annotations

import pytest

from articlelint.rule import Rule
from articlelint.testing import check_page, rules_of


@pytest.mark.parametrize("rule", rules_of("articlelint_rules"), ids=lambda rule: rule.name)
def test_page(rule: type[Rule], accept: bool) -> None:  # noqa: FBT001 - a fixture
    check_page(rule, accept=accept)
