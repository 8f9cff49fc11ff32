"""``frontmatter.json`` beside a site: it holds though no configuration names it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.errors import ConfigError
from articlelint.named_tuple import NamedTuple
from articlelint.text.files import is_file

if TYPE_CHECKING:
    from pathlib import Path, PurePosixPath

    from articlelint.schema.own import OwnSchema

NAME: Final = "frontmatter.json"


class Beside(NamedTuple):
    """What the file says of the front matter of articles, and the folders that these are in."""

    schema: OwnSchema
    folders: tuple[PurePosixPath, ...]


@lru_cache(maxsize=64)
def beside(root: Path) -> Beside | None:
    """Return what the file in *root* says; None where it is not there, or says nothing of it.

    Nobody named the file, so that one that cannot be read is passed over.
    """
    path = root / NAME
    if not is_file(path):
        return None
    from articlelint.schema import cms, json_file
    from articlelint.schema.own import OwnSchema
    from articlelint.schema.source import Source

    source = Source(path)
    own = OwnSchema(sources=(source,))
    try:
        document = json_file.read(source)
        if not cms.is_settings(document):
            return None
        own.load()
    except ConfigError:
        return None
    return Beside(own, tuple(cms.page_folders(document)))
