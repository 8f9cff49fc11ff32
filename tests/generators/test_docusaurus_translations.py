"""Where links to sources lead in a translation: a translation, or else the original."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.linting.linter import lint
from articlelint.recognition import find_site
from articlelint_rules.links.missing_anchor import MissingAnchor
from articlelint_rules.links.missing_target import MissingTarget

if TYPE_CHECKING:
    from pathlib import Path

_INNER = "i18n/fr/docusaurus-plugin-content-docs/current"
SITE = {
    "docusaurus.config.js": "export default { presets: ['classic'], i18n: { defaultLocale: 'en', "
    "locales: ['en', 'fr'] } };\n",
    "docs/birds/owl.md": "## Wings\n",
    "docs/birds/crow.md": "## Beak\n",
    "docs/birds/jay.md": "Jays\n",
    "docs/kite.md": "## Tails\n",
    f"{_INNER}/birds/owl.md": "## Ailes\n",
}


@pytest.mark.parametrize(
    ("link", "rules"),
    [
        ("owl.md", []),
        ("./owl.md#ailes", []),
        ("./owl.md#wings", ["missing-anchor"]),  # of the original alone
        ("./crow.md#beak", []),  # not translated
        ("./crow.md#wings", ["missing-anchor"]),
        ("../kite.md", []),
        ("birds/crow.md", []),
        ("/birds/crow.md", []),
        ("./gull.md", ["missing-target"]),
        ("../kites.md#tails", ["missing-target"]),
    ],
)
def test_links_of_a_translation(link: str, rules: list[str], tmp_path: Path) -> None:
    for name, text in SITE.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    path = tmp_path / _INNER / "birds" / "jay.md"
    article = Article(f"[x]({link})\n", path, site=find_site(path, tmp_path))
    found = lint(article, (MissingTarget(), MissingAnchor())).diagnostics
    assert [each.rule.partition("/")[2] for each in found] == rules
