"""Configurations that come with articlelint and that others can build on by name."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent


def profiles() -> tuple[str, ...]:
    """Return the names of all profiles, sorted."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def profile(name: str) -> Path | None:
    """Return the file of the profile called *name*, or None where there is none."""
    return _FOLDER / f"{name}.toml" if name in profiles() else None
