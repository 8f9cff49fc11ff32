"""The version of Hugo that a site is built with, where it is pinned."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.generators.reading import Reader

_PLACES: Final = ("netlify.toml", "package.json", ".gitlab-ci.yml", ".hugo_version", "vercel.json")
_WORKFLOWS: Final = ".github/workflows"
_PINNED: Final = regex(
    r"hugo[-_a-z]{0,40}+[\"']?[ \t]*+[:=][ \t]*+[\"']?[v^~]?(\d+)\.(\d+)"
    r"|hugo(?:-extended|-bin)?[@:/_]v?(\d+)\.(\d+)",
    re.IGNORECASE,
)
_VERSION: Final = regex(r"v?(\d+)\.(\d+)")


def pinned(reader: Reader, least: object = None) -> tuple[int, int] | None:
    """Return the highest version that a file of the site names; None where none does.

    *least* is what the configuration asks for: docs, "Configure modules", ``hugoVersion``.
    """
    root = reader.root
    workflows = root / _WORKFLOWS
    names = [*_PLACES, *sorted(f"{_WORKFLOWS}/{path.name}" for path in workflows.glob("*.y*ml"))]
    found = []
    if asked := _VERSION.match(str(least)):
        found.append((int(asked[1]), int(asked[2])))
    for name in names:
        for match in _PINNED.finditer(reader.text(name)):
            major, minor = (part for part in match.groups() if part is not None)
            found.append((int(major), int(minor)))
    return max(found, default=None)
