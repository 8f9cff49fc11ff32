"""The addresses of one article, read as cheaply as they can be: an index asks for those of all."""

from __future__ import annotations

import posixpath
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.article import Article
from articlelint.front_matter.model import Format
from articlelint.front_matter.some import some
from articlelint.text.files import read_beginning, read_bytes
from articlelint.text.source import decode

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from articlelint.site import Site

_ALIASES: Final = ("aliases", "alias", "redirect_from")
_READ_WHOLE: Final = frozenset({Format.METADATA, Format.META})
_BEGINNING: Final = 4_096
"""Bytes in which front matter ends, nearly always."""


class UnknownAddress(ValueError):  # noqa: N818 - it is what the page has
    """The article chooses an address of its own, and it cannot be told which.

    It is *below* a URL path, without the base path, or anywhere where that is None.
    """

    def __init__(self, below: str | None) -> None:
        super().__init__(below)
        self.below = below


def addresses(name: str, site: Site) -> Sequence[str]:
    """Return the certain addresses of the article at *name*, relative to the root of *site*.

    The page's own is the first, then come its aliases; there are none where it is no article,
    or is copied as it is, unless a plugin makes a page of it.
    Raises UnknownAddress where front matter gives it one that cannot be told, and that need not
    end in the name of the file.
    """
    path = PurePosixPath(name)
    if site.takes_for_template(path):
        return ()
    keys = site.generator.address_keys(site.settings)
    try:
        data = {} if keys is not None and not keys else _front_matter(path, keys, site)
    except OSError:
        return ()
    if data is None:
        return ()
    own = site.generator.permalink(path, data, site.settings)
    if own is None:
        below = site.generator.folder_of(path, data, site.settings)
        if below is not None or not site.generator.keeps_name(path, data, site.settings):
            raise UnknownAddress(below)
        return ()
    return (own, *_aliases(own, data, site)) if data else (own,)


def _front_matter(
    path: PurePosixPath, keys: Collection[str] | None, site: Site
) -> Mapping[str, object] | None:
    """Return what the front matter has for *keys* and for aliases, or all that it has.

    None where there is none, and the file is copied for that.
    """
    file = f"{site.root}/{path}"
    if keys is not None and not _READ_WHOLE & site.generator.front_matter_formats:
        beginning = read_beginning(file, _BEGINNING).decode("utf-8", "replace")
        if not _has_fence(beginning) and site.generator.copies_without_front_matter(path):
            return None
        found = some(beginning.replace("\r\n", "\n"), frozenset((*keys, *_ALIASES)))
        if found is not None:
            return found
    matter = Article(decode(read_bytes(file)), Path(file), site=site).front_matter
    return matter.data if matter is not None and matter.root is not None else {}


def _has_fence(beginning: str) -> bool:
    return beginning.removeprefix("\ufeff").startswith("---")


def _aliases(own: str, data: Mapping[str, object], site: Site) -> Iterator[str]:
    """Yield where other addresses of the page are.

    Hugo looks for one without a slash beside the page (``renderAliases``), others at the root.
    """
    root, beside = site.settings.base_path.rstrip("/"), posixpath.dirname(own.rstrip("/"))
    for key, value in data.items():
        if key.lower() in _ALIASES:
            for alias in value if isinstance(value, list) else [value]:
                if isinstance(alias, str):
                    starts = (root,) if alias.startswith("/") else (root, beside.rstrip("/"))
                    for start in dict.fromkeys(starts):
                        yield posixpath.normpath(f"{start}/{alias.lstrip('/')}")
