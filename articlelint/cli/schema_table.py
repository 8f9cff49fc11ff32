"""Where ``schema infer --write`` puts its table: behind all else, and over no other setting."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from articlelint.cli.first_config import glob_of
from articlelint.cli.snippets import FILE_NAME
from articlelint.errors import ArticlelintError, named
from articlelint.text.files import is_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

_OWN = "[front-matter."


def with_table(paths: Sequence[str], lines: Sequence[str], origin: Path | None) -> tuple[Path, str]:
    """Return the configuration file, and its text with *lines*, the table of what is in *paths*.

    The table of a folder is an override for that folder. *origin* is the configuration that holds
    in the working directory. Raises ArticlelintError where it says something of them already.
    """
    path = _relative(origin) if origin else Path(FILE_NAME)
    if path.name == "pyproject.toml":
        raise ArticlelintError(f"cannot add to {path}; put the table into it by hand")
    text = path.read_text(encoding="utf-8") if origin else ""
    table = tomllib.loads(text)
    globs = [_glob(place, path.parent) for place in paths if Path(place) != path.parent]
    if globs:
        if any(globs == each.get("files") for each in _overrides(table)):
            raise ArticlelintError(f"{path} already has an override for {named(globs)}")
        listed = ", ".join(f'"{each}"' for each in globs)
        lines = [line.replace(_OWN, f"[overrides.{_OWN[1:]}", 1) for line in lines]
        head = next(
            (number for number, line in enumerate(lines) if line.startswith("[")), len(lines)
        )
        lines = [*lines[:head], "[[overrides]]", f"files = [{listed}]", "", *lines[head:]]
    elif "front-matter" in table:
        raise ArticlelintError(f"{path} already has a table `[front-matter]`")
    written = "".join(f"{line}\n" for line in lines)
    whole = f"{text.rstrip()}\n\n{written}" if text.strip() else written
    _require_same(table, whole, path)
    return path, whole


def _relative(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def _glob(place: str, folder: Path) -> str:
    """Return the glob of *place*, a folder or a file, as seen from *folder*."""
    relative = glob_of(Path(os.path.relpath(place, folder)).as_posix())
    return f"{relative}/" if is_folder(Path(place)) else relative


def _overrides(table: dict[str, Any]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = table.get("overrides", [])
    return found


def _require_same(before: dict[str, Any], whole: str, path: Path) -> None:
    """Raise ArticlelintError unless *whole* says all that was said before."""
    try:
        after = tomllib.loads(whole)
    except tomllib.TOMLDecodeError as error:
        raise ArticlelintError(f"cannot add to {path}; put the table into it by hand") from error
    overrides = _overrides(before)
    kept = {**after, "overrides": after.get("overrides", [])[: len(overrides)]}
    if "front-matter" not in before:
        kept.pop("front-matter", None)
    if not overrides:
        kept.pop("overrides")
    if kept != before:
        raise ArticlelintError(f"cannot add to {path}; put the table into it by hand")
