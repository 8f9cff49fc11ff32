"""Files that hold a schema, as a configuration names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.errors import ConfigError
from articlelint.text.files import is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_SOURCE = regex(r"(?P<path>.+\.(?:json|py))(?::(?P<name>[^:/\\]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that holds a schema, and the name of the one meant: a class, a content type."""

    path: Path
    name: str = ""


def source_of(text: str, folder: Path) -> Source:
    """Return the source that *text* names, seen from *folder*: ``post.json``, ``models.py:Post``.

    Raises ConfigError where it names none, or there is no such file.
    """
    match = _SOURCE.fullmatch(text)
    if match is None:
        raise ConfigError(
            f"`{text}` is not a schema: name a JSON Schema, a frontmatter.json, or `models.py:Post`"
        )
    path = folder / match["path"]
    if not is_file(path):
        raise ConfigError(f"there is no schema file `{match['path']}`")
    name = match["name"] or ""
    if path.suffix.lower() == ".py" and not name:
        raise ConfigError(f"`{text}` does not say which class: write `{text}:Post`")
    return Source(path, name)
