"""What git ignores: the repository around a folder, and the .gitignore files in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias

from articlelint.text.files import read_bytes
from articlelint.text.gitignore import Ignored

if TYPE_CHECKING:
    from collections.abc import Container

Specs: TypeAlias = tuple[tuple[str, Ignored], ...]
"""Folders, with a separator at the end, and what their .gitignore says; the outermost first."""


class Repositories:
    """The git repositories of folders, all absolute paths, and what is ignored in them."""

    def __init__(self) -> None:
        self._roots: dict[str, str | None] = {}
        self._specs: dict[str, Specs] = {}

    def root(self, folder: str) -> str | None:
        """Return the root of the repository that *folder* is in, or None."""
        passed = []
        place = folder
        while place not in self._roots:
            passed.append(place)
            parent = os.path.dirname(place)
            if os.path.exists(os.path.join(place, ".git")):
                self._roots[place] = place
            elif parent == place:
                self._roots[place] = None
            else:
                place = parent
        for each in passed:
            self._roots[each] = self._roots[place]
        return self._roots[folder]

    def specs(self, folder: str) -> Specs:
        """Return what ignores files in *folder*: its own .gitignore last."""
        top = self.root(folder) or folder
        place, below = nearest_known(folder, top, self._specs)
        specs: Specs = self._specs.get(place, ())
        for each in below:
            specs = self._specs[each] = (*specs, *own_specs(each))
        return specs

    def ignores(self, path: str, *, folder: bool = False) -> bool:
        """Tell whether a .gitignore of the repository ignores *path* or a folder above it."""
        top = self.root(os.path.dirname(path))
        if top is None:
            return False
        place = top
        parts = [] if path == top else os.path.relpath(path, top).split(os.sep)
        for part in parts:
            specs = self.specs(place)
            place = os.path.join(place, part)
            if is_ignored_by(specs, place, folder=folder or place != path):
                return True
        return False


def own_specs(folder: str) -> Specs:
    """Return the .gitignore of *folder*, if it has one that says anything."""
    try:
        data = read_bytes(os.path.join(folder, ".gitignore"))
    except OSError:
        return ()
    lines = tuple(data.decode("utf-8", "replace").splitlines())
    return ((folder + os.sep, Ignored(lines)),) if lines else ()


def is_ignored_by(specs: Specs, path: str, *, folder: bool) -> bool:
    """Tell whether the last word on *path*, absolute, is to ignore it."""
    for root, spec in reversed(specs):
        inner = path[len(root) :].replace(os.sep, "/")
        verdict = spec.verdict(inner + "/" if folder else inner)
        if verdict is not None:
            return verdict
    return False


def nearest_known(folder: str, top: str, known: Container[str]) -> tuple[str, list[str]]:
    """Return the folder at or above *folder* that is *known*, or *top*, and those that are not.

    The outermost of these comes first.
    """
    passed: list[str] = []
    place = folder
    while place not in known:
        passed.append(place)
        if place == top:
            break
        place = os.path.dirname(place)
    return place, passed[::-1]
