"""Which files Hugo publishes at an address: https://gohugo.io/configuration/module/#mounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.paths import resolve

if TYPE_CHECKING:
    from pathlib import Path

    from articlelint.generators.settings import Settings


def published(name: str, settings: Settings, root: Path) -> list[Path]:
    """Return the files that would be published at *name*, relative to the base URL."""
    found = [resolve(root / place, name) for place in settings.content]
    found += [
        resolve(root / mount.source, name[len(prefix) :])
        for mount in settings.mounts
        if mount.kind in {"static", "content"}
        and name.startswith(prefix := "" if str(mount.target) == "." else f"{mount.target}/")
    ]
    found += [resolve(root / place, name) for place in settings.static]
    return [*found, *in_assets(name, settings, root)]


def in_assets(name: str, settings: Settings, root: Path) -> list[Path]:
    """Return the files that ``resources.Get`` would find at *name*."""
    return [
        resolve(root / mount.source, name[len(prefix) :])
        for mount in settings.mounts
        if mount.kind == "assets"
        and name.startswith(prefix := "" if str(mount.target) == "." else f"{mount.target}/")
    ]
