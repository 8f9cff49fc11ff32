"""The date in an article's file name or in the folders above it, as its generator reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.dates.parse import parse
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import PurePath

    from articlelint.dates.model import Outcome

_NAME = regex(r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})(?=[-_. ]|$)")
_FOLDERS = regex(r"(?:^|/)([0-9]{4})/([0-9]{2})(?:/([0-9]{2}))?/[^/]+$")


def file_name_date(path: PurePath) -> tuple[str, Outcome] | None:
    """Return the date that begins the file's name or makes up its folders, and its text."""
    match = _NAME.match(path.name)
    if match:
        return match[1], parse(match[1])
    folders = _FOLDERS.search(path.as_posix())
    if folders:
        text = "-".join(part for part in folders.groups() if part)
        return text, parse(text)
    return None
