"""Pages of a MkDocs site that no file of ``docs/`` is the source of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.mkdocs.configuration import (
    HARMLESS,
    is_part,
    markdown_extensions,
    plugins,
    read_configuration,
)
from articlelint.generators.reading import Reader, mapping, text, texts
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path, PurePosixPath

_MAKING: Final = frozenset(
    {"gen-files", "monorepo", "multirepo", "projects", "print-site", "mike", "group"}
)
_KNOWN: Final = (HARMLESS - _MAKING) | {"autorefs", "macros", "mkdocstrings"}
_ADDS_FILES: Final = regex(r"\bon_files\b|\bFile[.(]|\bon_post_build\b|\bwrite|[\"']w")


_LISTING: Final = regex(r"^[ \t]*+<!--[ \t]*+material/tags\b|^\[TAGS\]", re.MULTILINE)
_READ: Final = 100_000


def unknown(root: Path) -> str:
    """Return why there may be further pages; "" for no reason."""
    reader = Reader(root)
    config = read_configuration(reader)
    if is_part(root):
        return "the site is part of another one"
    for name in sorted(plugins(config).keys() - _KNOWN):
        return f"the plugin {name} may make pages"
    for name in texts(config.get("hooks")):
        source = reader.text(name)
        if not source or _ADDS_FILES.search(source):
            return f"the hook {name} may make pages"
    return ""


def made_folders(root: Path) -> Iterator[str]:
    """Yield the folders of blogs and translations, and redirected pages."""
    config = read_configuration(Reader(root))
    for name, options in plugins(config).items():
        if name == "blog":
            yield (text(mapping(options).get("blog_dir")) or "blog").strip("/.")
        elif name == "tags":
            yield (text(mapping(options).get("tags_file")) or "tags").removesuffix(".md")
        elif name == "redirects":
            for source in mapping(mapping(options).get("redirect_maps")):
                yield source.removesuffix(".md").removesuffix("index").strip("/")
        elif name in {"i18n", "static-i18n"}:
            languages = mapping(options).get("languages")
            listed = languages if isinstance(languages, list) else list(mapping(languages))
            for each in listed:
                locale = text(mapping(each).get("locale")) if isinstance(each, dict) else each
                if isinstance(locale, str):
                    yield locale


def lists_tags(path: PurePosixPath, root: Path) -> bool:
    """Tell whether Material's plugin lists the tags on the page at *path*, with an id for each.

    ``material/plugins/tags/config.py``: ``tags_file``, ``listings_directive``.
    """
    listing = _tags_file(root)
    if listing is None:
        return False
    if listing == path.name:
        return True
    try:
        beginning = read_beginning(root / path, _READ)
    except OSError:
        return False
    return _LISTING.search(beginning.decode(errors="replace")) is not None


@lru_cache(maxsize=64)
def _tags_file(root: Path) -> str | None:
    """Return the name of the page that lists the tags, "" for none; None without the plugin."""
    found = plugins(read_configuration(Reader(root)))
    if "tags" not in found:
        return None
    return (text(mapping(found["tags"]).get("tags_file")) or "").rpartition("/")[2]


def is_put_in(path: PurePosixPath, root: Path) -> bool:
    """Tell whether other pages put in the file at *path*, whose links then lead on from theirs."""
    return any(map(_OF_PARTS.fullmatch, path.parts[:-1])) and _puts_in(root)


_OF_PARTS: Final = regex(r"_?(?:includes?|partials?|snippets?)")


@lru_cache(maxsize=64)
def _puts_in(root: Path) -> bool:
    config = read_configuration(Reader(root))
    names = {name for name, _ in markdown_extensions(config)}
    return "pymdownx.snippets" in names or not plugins(config).keys().isdisjoint(_INCLUDING)


_INCLUDING: Final = frozenset({"include-markdown", "macros"})
