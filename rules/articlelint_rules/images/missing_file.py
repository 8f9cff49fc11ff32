"""images/missing-file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from articlelint import Article, Diagnostic


class MissingFile(Rule):
    """An image of this site is not there."""

    name = "images/missing-file"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each image whose file is in none of the possible places."""
        for image in article.images:
            if image.dynamic or not image.url:
                continue
            candidates = article.site.asset_candidates(image.url, article.path)
            if candidates and not any(_exists(candidate) for candidate in candidates):
                yield self.diagnostic(
                    image.span,
                    f"`{image.url}` leads to no file",
                    hint=_hint(article, candidates),
                )


def _exists(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:  # a NUL in the name
        return False


def _hint(article: Article, candidates: Sequence[Path]) -> str:
    name = candidates[0].name
    for candidate in candidates:
        near = _nearest(name, candidate.parent)
        if near is not None:
            return f"Did you mean `{near}`, which is in `{_shown(article, candidate.parent)}`?"
    places = dict.fromkeys(_shown(article, candidate.parent) for candidate in candidates)
    return f"Looked in {', '.join(f'`{place}`' for place in places)}"


def _nearest(name: str, folder: Path) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415 - only for a file that is missing

    try:
        names = [path.name for path in folder.iterdir()]
    except (OSError, ValueError):  # no such folder
        return None
    lower = {each.lower(): each for each in sorted(names, reverse=True)}
    near = get_close_matches(name.lower(), lower, 1, 0.8)
    return lower[near[0]] if near else None


def _shown(article: Article, folder: Path) -> str:
    """Return *folder* as the author would say it: from the site's root where it lies there."""
    return f"{article.site.relative(folder)}/".removeprefix("./")
