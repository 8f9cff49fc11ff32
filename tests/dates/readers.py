from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from articlelint.dates.readers.html_time import HtmlTime
from articlelint.generators import by_name

if TYPE_CHECKING:
    from articlelint.dates import Reader

_KEYS = {"docusaurus_update": ("docusaurus", "last_update.date")}
_POST = PurePath("docs/blog/posts/a.md")


def reader_of(name: str) -> Reader:
    """Return the reader that the tables call *name*: a generator, or a place with its own."""
    if name == "html_time":
        return HtmlTime()
    generator, key = _KEYS.get(name, (name, ""))
    return by_name(generator).date_reader(_POST, key)
