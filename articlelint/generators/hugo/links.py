"""Where Hugo's ``ref`` and ``relref`` lead, and how it makes the ids of headings."""

from __future__ import annotations

import os
import posixpath
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import resolve, unique
from articlelint.generators.tree import PAGES, by_name, ending, logical_name, tree
from articlelint.text.files import is_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.generators.reading import Reader

_EXACT: Final = (0, 123)
"""The version since which ``/owl`` is at the root, and nowhere else."""


def page_candidates(
    target: str, here: Path, roots: Sequence[Path], version: tuple[int, int] | None
) -> Sequence[Path]:
    """Resolve ``ref`` and ``relref``: hugo, ``hugolib/pagecollections.go``, ``getContentNode``.

    The path is a logical one, with or without extension, from the page's folder or the
    content's root. A name alone is looked for everywhere, before Hugo 0.123 also with a slash
    before it.
    """
    if not target.strip("/"):
        return ()
    found: list[Path] = []
    is_new = _is_new(version)
    bare = target.rstrip("/") if is_new else target.strip("/")
    tail = None if bare.startswith(".") or "/" in bare else PurePosixPath(bare)
    name = logical_name(tail) if tail is not None else None
    for root in roots:
        if tree(root) is None:
            return ()  # too large to search
        found += [root / each for each in _looked_up(target, here, root, is_new=is_new)]
        if tail is not None and name in by_name(root):
            found += ending(root, tail)
    if found:
        return unique(found)
    beside = [] if target.startswith("/") else [resolve(here.parent, target)]
    from_root = [] if target.startswith(".") else [resolve(root, target) for root in roots]
    return unique([*beside, *from_root])


def _is_new(version: tuple[int, int] | None) -> bool:
    return version is not None and version >= _EXACT


def _looked_up(target: str, here: Path, root: Path, *, is_new: bool = False) -> Iterator[str]:
    """Yield the pages below *root* that ``.GetPage`` may take for *target*, the likelier first.

    What stands in a bundle is seen from its folder's folder, but ``../a.md``, before Hugo 0.123
    ``../a`` too.
    """
    ref = target.rstrip("/")
    top = os.path.join(root, "")  # noqa: PTH118 - with the separator at its end
    folder = os.path.join(here.parent, "")  # noqa: PTH118 - likewise
    if folder.startswith(top) and not ref.startswith("/"):
        own = folder[len(top) :].replace(os.sep, "/")
        has_extension = "." in ref.rpartition("/")[2]
        is_leaf = here.name.partition(".")[0] == "index"
        goes_up = ref.startswith("../")
        if not is_leaf or (goes_up and (has_extension or not is_new)):
            yield from _pages_at(_joined(own, ref), root)
        if is_leaf and not (goes_up and has_extension):
            yield from _pages_at(_joined(f"{own}..", ref), root)
        if has_extension and _joined(own, ref) in _files(root):
            yield from _pages_at(_joined(own, ref), root)
    if not ref.startswith("."):
        yield from _pages_at(_joined("", ref), root)


def _pages_at(path: str, root: Path) -> Sequence[str]:
    """Return the sources of the page at a logical path; a folder at the top has one without."""
    logical = _logical_path(path)
    pages = _by_logical_path(root)
    if logical in pages or "/" in logical:
        return pages.get(logical, ())
    return [logical] if logical and is_folder(root / logical) else []


def _joined(folder: str, path: str) -> str:
    """Return the path from the root, above which nothing leads."""
    return posixpath.normpath(f"/{folder}/{path}").lstrip("/")


@lru_cache(maxsize=64)
def _files(root: Path) -> frozenset[str]:
    return frozenset(tree(root) or ())


def hooked_candidates(
    target: str, here: Path, roots: Sequence[Path], version: tuple[int, int] | None
) -> Sequence[Path]:
    """Return the page that Hugo's own render hook puts for a logical path; none for another.

    hugo, ``embedded/templates/_markup/render-link.html``: the page is looked up from the article,
    and from the root of the content in its language.
    """
    place = str(here)
    own = [root for root in roots if place.startswith(f"{root}{os.sep}")]
    if not own or not target.strip("/."):
        return ()
    root = max(own, key=lambda each: len(each.parts))
    language = here.name.partition(".")[2]
    is_new = _is_new(version)
    for each in _looked_up(target.removeprefix("./"), here, root, is_new=is_new):
        if each.rpartition("/")[2].partition(".")[2] in {language, ""}:
            return (root / each,)
    return ()


@lru_cache(maxsize=64)
def content_roots(root: Path, content: tuple[PurePosixPath, ...]) -> list[Path]:
    """Return the folders of the *content* of the site at *root*: one for each of its languages."""
    return [root / each for each in content]


def _logical_path(path: str) -> str:
    """Return the path without extension, language and ``index``, in lower case."""
    folder, _, name = path.lower().rpartition("/")
    stem = name.partition(".")[0] if name.endswith(PAGES) else name
    if stem in {"index", "_index"}:
        return folder
    return f"{folder}/{stem}" if folder else stem


@lru_cache(maxsize=64)
def _by_logical_path(root: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for relative in tree(root) or ():
        logical = _logical_path(relative)
        found.setdefault(logical, []).append(relative)
        whole = relative.lower().rpartition(".")[0]
        if whole != logical and relative.lower().endswith(PAGES):
            found.setdefault(whole, []).append(relative)  # ``1.2-to-1.3.md``
    return found


def heading_id_styles(reader: Reader) -> tuple[IdStyle, ...]:
    """Return the ways of ``autoHeadingIDType``, all where another parser may be at work."""
    names = [
        f"{folder}{stem}.{extension}"
        for folder in ("", "config/_default/")
        for stem in ("hugo", "config", "markup")
        for extension in ("toml", "yaml", "yml", "json")
    ]
    config = "\n".join(map(reader.text, names))
    kind = re.search(r"autoHeadingIDType[\"']?\s*[:=]\s*[\"']?([\w-]+)", config, re.IGNORECASE)
    handler = re.search(r"defaultMarkdownHandler\W+(\w+)", config, re.IGNORECASE)
    if "[blackfriday]" in config.lower() or (handler and handler[1] != "goldmark"):
        return ANY_STYLE
    known = {
        "github": IdStyle.GOLDMARK,
        "github-ascii": IdStyle.GOLDMARK_ASCII,
        "blackfriday": IdStyle.BLACKFRIDAY,
    }
    if kind is None:
        return (IdStyle.GOLDMARK,)
    return (known[kind[1]],) if kind[1] in known else ANY_STYLE
