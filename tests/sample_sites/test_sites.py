"""What articlelint says of the images and links of small sites.

That it is right is shown by ``tests/oracles/built_sites.py``, which builds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint_rules.images.missing_file import MissingFile
from articlelint_rules.images.outside_site import OutsideSite
from articlelint_rules.images.wrong_case import WrongCase
from articlelint_rules.links.missing_anchor import MissingAnchor
from articlelint_rules.links.missing_page import MissingPage
from articlelint_rules.links.missing_target import MissingTarget
from tests.sample_sites import SITES, UNJUDGED, SampleSite

if TYPE_CHECKING:
    from pathlib import Path

RULES = (MissingFile(), OutsideSite(), WrongCase(), MissingAnchor(), MissingTarget(), MissingPage())


@pytest.mark.parametrize("sample", SITES, ids=lambda sample: sample.name)
def test_what_is_said_of_each_reference(sample: SampleSite, tmp_path: Path) -> None:
    root = tmp_path / "site"
    path = sample.write(root, "")
    site = find_site(path, tmp_path)
    assert (site.generator.name, site.root) == (sample.generator, root)
    said = {}
    for markup in sample.references:
        result = lint(Article(f"{sample.front_matter}{markup}\n", path, site=site), RULES)
        assert not result.crashes
        said[markup] = [found.rule.partition("/")[2] for found in result.diagnostics]
    assert said == {
        markup: [] if rule in {"", UNJUDGED} else [rule]
        for markup, rule in sample.references.items()
    }
