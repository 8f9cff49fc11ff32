"""Every rule's page is run: its examples are its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint.testing import check_page, rules_of

if TYPE_CHECKING:
    from articlelint.linting.rule import Rule


@pytest.mark.parametrize("rule", rules_of("articlelint_rules"), ids=lambda rule: rule.name)
def test_page(rule: type[Rule], accept: bool) -> None:
    check_page(rule, accept=accept)
