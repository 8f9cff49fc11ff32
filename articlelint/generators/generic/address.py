"""Addresses by a pattern that the configuration of articlelint says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.generators.paths import filled
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import PurePosixPath

_DATED: Final = regex(r"(\d{4}-\d{2}-\d{2})-(.+)")
_INDEX: Final = frozenset({"index", "_index"})
_NAMES: Final = regex(r":(?:name|slug|title)\b")


def address(
    path: PurePosixPath,
    data: Mapping[str, object],
    pattern: str,
    content: Sequence[PurePosixPath],
) -> str | None:
    """Return the URL path of the article at *path*, without the base path; None: it is not known.

    ``:path`` is the path below the folder of *content*, ``:name`` (or ``:title``, ``:slug``) its
    last part or the ``slug`` of the front matter, ``:year``, ``:month`` and ``:day`` are those of
    ``date``, or of the file's name. An index stands for its folder.
    """
    inside = [folder for folder in content if path.is_relative_to(folder)]
    if not inside:
        return None
    inner = path.relative_to(max(inside, key=lambda each: len(each.parts))).with_suffix("")
    is_index = inner.name in _INDEX
    if is_index:
        inner = inner.parent
    dated = _DATED.fullmatch(inner.name)
    slug = data.get("slug")
    name = slug if isinstance(slug, str) and slug else dated[2] if dated else inner.name
    whole = "" if str(inner) == "." else str(inner.parent / name.strip("/"))
    if is_index and ":path" not in pattern and not dated:
        return None  # a list, perhaps
    written = pattern.replace(":path", whole)
    own = filled(_NAMES.sub(":title", written), name, data.get("date") or (dated and dated[1]))
    return None if own is None else own.replace("//", "/").lstrip("/")
