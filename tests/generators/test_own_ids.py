"""A generator of a plugin that makes ids of headings in a way of its own, or in an unknown way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from articlelint import Article
from articlelint.destinations.unseen import unseen
from articlelint.generators.generator import Generator
from articlelint.generators.id_style import IdStyle, OwnIds
from articlelint.linting.linter import lint
from articlelint.site import Site
from articlelint_rules.links.missing_anchor import MissingAnchor

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePath

    from articlelint.generators.id_style import AnyIds
    from articlelint.generators.settings import Settings

BODY = """\
---
title: Bridges
---
# Old bridges

## Old bridges

## <b id="mine">The new</b>

[one](#s:oldbridges) [two](#s:oldbridges.2) [three](#mine) [four](#old-bridges) [five](#s:stones)
"""


class _Quill(Generator):
    name = "quill"
    title = "Quill"

    def recognises(self, root: Path) -> bool:
        return True

    def asset_candidates(
        self, url_path: str, article: PurePath, settings: Settings, root: Path | None
    ) -> Sequence[Path]:
        return ()


class Own(_Quill):
    def heading_id_styles(self, root: Path) -> tuple[AnyIds, ...]:
        make = OwnIds(lambda text: f"s:{text.lower().replace(' ', '')}", mark=".", second=2)
        return (make,)


class NotKnown(_Quill):
    def heading_id_styles(self, root: Path) -> tuple[AnyIds, ...]:
        return (OwnIds(lambda _text: None),)


class Nothing(_Quill):
    def heading_id_styles(self, root: Path) -> tuple[AnyIds, ...]:
        return ()


class Github(_Quill):
    def heading_id_styles(self, root: Path) -> tuple[AnyIds, ...]:
        return (IdStyle.GITHUB,)


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (Own, ["#old-bridges", "#s:stones"]),
        (NotKnown, ["#s:stones"]),
        (Nothing, []),
        (Github, ["#s:oldbridges", "#s:oldbridges.2", "#s:stones"]),
    ],
)
def test_what_it_says_decides(tmp_path: Path, kind: type[_Quill], missing: list[str]) -> None:
    article = Article(BODY, tmp_path / "a.md", site=Site(tmp_path, kind()))
    found = lint(article, [MissingAnchor()]).diagnostics
    assert [each.span.of(BODY) for each in found] == missing


def test_that_nothing_is_known_of_them_is_said(tmp_path: Path) -> None:
    said = dict(unseen(tmp_path / "a.md", Site(tmp_path, Nothing())))
    assert said["ids of headings"] == "articlelint does not know how Quill makes them"
    assert "ids of headings" not in dict(unseen(tmp_path / "a.md", Site(tmp_path, Own())))
