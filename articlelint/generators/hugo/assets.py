"""Which files Hugo publishes at an address: https://gohugo.io/configuration/module/#mounts."""

from __future__ import annotations

import os
from enum import Enum, auto
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from articlelint.generators.hugo.claims import lies_at_its_path
from articlelint.generators.hugo.templates import LAYOUT
from articlelint.generators.paths import resolve, rooted, unique, within, without_base
from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.text.files import is_folder
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import PurePath

    from articlelint.generators.settings import Settings


_FROM_SOURCE: Final = regex(
    r"""(?s:(\$\w+)\s*:=\s*(?:path\.Dir\s+[$.\w]*\.File\.Path|[$.\w]*\.File\.Dir)\b"""
    r""".{0,2000}?\bprintf\s+"/?%s/%s"\s+\1)"""
)
_HOLDS: Final = regex(r"(\$\w+)\s*:=[^{}]{0,300}\.Content\b")
_REPLACES: Final = regex(r"\{\{[^{}]*\breplace(?:RE)?\b([^{}]*)\}\}")
_ADDRESSES: Final = regex(r"\b(?:src|img|href)\b")


def candidates(
    url_path: str, article: PurePath, settings: Settings, root: Path, *, assets: bool
) -> Sequence[Path]:
    """Return the files that may be at *url_path* in *article*, those of *assets* too.

    A relative URL of a page that is no bundle starts at the page's own URL, ``/posts/a/`` for
    ``posts/a.md``.
    """
    if url_path.startswith("/"):
        names = without_base(url_path, settings)
        places = unique(
            [path for name in names for path in _published(name, settings, root, assets=assets)]
        )
        is_known = not settings.permalink or any(is_folder(path.parent) for path in places)
        return places if is_known else ()  # a page may be there, with what lies beside it
    relative = within(root, article)
    rewritten = _rewritten(root)
    if relative is None or rewritten is Rewritten.SOMEHOW:
        return ()
    folders = [name for name in settings.content if relative.is_relative_to(name)]
    if not folders:
        return ()
    inner = relative.relative_to(max(folders, key=lambda name: len(name.parts)))
    is_bundle = inner.name.partition(".")[0] in {"index", "_index"}
    # With ugly URLs a bundle's page lies beside the folder of its resources.
    is_beside = is_bundle and (not settings.ugly_urls or inner.name.startswith("_"))
    if rewritten is Rewritten.FROM_SOURCE:
        is_beside = True
    found = [resolve((root / relative).parent, url_path)] if is_beside else []
    if lies_at_its_path(str(inner.with_suffix("")), settings):
        page = inner.parent
        if not is_bundle and not settings.ugly_urls:
            page /= inner.name.partition(".")[0].lower().replace(" ", "-")
        elif is_bundle and settings.ugly_urls and not inner.name.startswith("_"):
            page = page.parent
        found += _published(rooted(str(page / url_path)), settings, root, assets=assets)
    elif not is_bundle:
        return ()
    if assets:
        found += _within(_mounted(settings, {"assets"}), url_path, root)
    return unique(found)


class Rewritten(Enum):
    """What layouts make of relative addresses of images in the text of a page."""

    NOT = auto()
    FROM_SOURCE = auto()
    """On some pages the folder of the source is put before them."""
    SOMEHOW = auto()


@lru_cache(maxsize=16)
def _rewritten(root: Path) -> Rewritten:
    """Tell whether a layout replaces something in the text of a page, addresses perhaps."""
    reader = Reader(root)
    found = Rewritten.NOT
    for name in tree(root) or ():
        if name.endswith(".html") and LAYOUT.search(name):
            source = reader.text(name)
            held = ("Content", *_HOLDS.findall(source))
            for match in _REPLACES.finditer(source) if "replace" in source else ():
                given = match[1].replace('"Content"', "")
                if any(each in match[0] for each in held) and (
                    _ADDRESSES.search(given) or '"' not in given
                ):
                    if not _FROM_SOURCE.search(source):
                        return Rewritten.SOMEHOW
                    found = Rewritten.FROM_SOURCE
    return found


@lru_cache(maxsize=4096)
def _published(name: str, settings: Settings, root: Path, *, assets: bool) -> tuple[Path, ...]:
    """Return the files that would be published at *name*, relative to the base URL.

    Pages in many languages link the same, and each language may have a folder of its own.
    """
    mounted = {mount.source for mount in settings.mounts}  # at a place of their own
    folders = [
        *((str(place), "") for place in settings.content if place not in mounted),
        *_mounted(settings, {"static", "content"}),
        *((str(place), "") for place in settings.static),
        *(_mounted(settings, {"assets"}) if assets else ()),
    ]
    # What is mounted from elsewhere for another language is below the folder of that language.
    absent = {
        str(mount.source)
        for mount in settings.mounts
        if mount.language
        and mount.language != settings.language
        and not name.startswith(f"{mount.language.lower()}/")
        and not is_folder(root / mount.source)
    }
    return _within([each for each in folders if each[0] not in absent], name, root)


def _mounted(settings: Settings, kinds: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the sources of mounts, and what addresses of what is in them begin with."""
    for mount in settings.mounts:
        if mount.kind in kinds:
            yield str(mount.source), "" if str(mount.target) == "." else f"{mount.target}/"


def _within(folders: Iterable[tuple[str, str]], name: str, root: Path) -> tuple[Path, ...]:
    found = dict.fromkeys(
        # As text, which is much quicker: there may be a hundred folders.
        os.path.normpath(f"{root}/{source}/{name[len(before) :].lstrip('/')}")
        for source, before in folders
        if name.startswith(before)
    )
    return tuple(map(Path, found))
