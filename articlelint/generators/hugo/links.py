"""Where Hugo's ``ref`` and ``relref`` lead, and how it makes the ids of headings."""

from __future__ import annotations

import os
import posixpath
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from articlelint.generators.hugo.configuration import configuration, table
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.paths import resolve, unique
from articlelint.generators.reading import Reader, folder, has_any, texts
from articlelint.generators.tree import PAGES, by_name, ending, logical_name, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_LOOKS_UP = regex(r"\.(?:GetPage|Ref|RelRef)\b|\b(?:rel)?ref\b")


def page_candidates(target: str, here: Path, roots: Sequence[Path]) -> Sequence[Path]:
    """Resolve ``ref`` and ``relref``: hugo, ``hugolib/pagecollections.go``, ``getPageRef``.

    The path is a logical one, with or without extension, from the page's folder or the
    content's root. A name alone is looked for everywhere, up to Hugo 0.122 also with a slash
    before it.
    """
    if not target.strip("/"):
        return ()
    found: list[Path] = []
    from_root = _logical_path(posixpath.normpath(target.strip("/")))
    bare = target.strip("/")
    tail = None if target.startswith(".") or "/" in bare else PurePosixPath(bare)
    name = logical_name(tail) if tail is not None else None
    folder = os.path.join(here.parent, "")  # noqa: PTH118 - with the separator at its end
    for root in roots:
        if tree(root) is None:
            return ()  # too large to search
        pages = _by_logical_path(root)
        top = os.path.join(root, "")  # noqa: PTH118 - likewise
        if folder.startswith(top) and not target.startswith("/"):
            inner = folder[len(top) :].replace(os.sep, "/")
            beside = _logical_path(posixpath.normpath(f"{inner}{target}"))
            found += [root / each for each in pages.get(beside, ())]
        found += [root / each for each in pages.get(from_root, ())]
        if tail is not None and name in by_name(root):
            found += ending(root, tail)
    if found:
        return unique(found)
    places = [] if target.startswith("/") else [resolve(here.parent, target)]
    return unique([*places, *(resolve(root, target) for root in roots)])


def hooked_candidates(target: str, here: Path, roots: Sequence[Path]) -> Sequence[Path]:
    """Return the page that Hugo's own render hook puts for a logical path; none for another.

    hugo, ``embedded/templates/_markup/render-link.html``: the page is looked up from the article,
    and from the root of the content in its language.
    """
    own = [root for root in roots if here.is_relative_to(root)]
    if not own or not target.strip("/."):
        return ()
    root = max(own, key=lambda each: len(each.parts))
    inner = here.parent.relative_to(root).as_posix()
    places = [target.strip("/")]
    if not target.startswith("/"):
        places.insert(0, f"{inner}/{target.strip('/')}")
    language = here.name.partition(".")[2]
    pages = _by_logical_path(root)
    for place in places:
        for each in pages.get(_logical_path(posixpath.normpath(place)), ()):
            if each.rpartition("/")[2].partition(".")[2] == language:
                return (root / each,)
    return ()


def may_have_hooks(config: Mapping[str, Any], root: Path) -> bool:
    """Tell whether the site, a theme or a module of it may have render hooks.

    Sites of several languages have Hugo's own: docs, "Image render hooks".
    """
    module = table(config, "module")
    if config.get("theme") or module.get("imports") or has_any(("go.mod",), root):
        return True
    if len(table(config, "languages")) > 1 or not (root / "layouts").is_dir():
        return True  # a site without theme and layouts is not wholly there
    goldmark = table(config, "markup", "goldmark")
    return "renderhooks" in goldmark or any((root / "layouts").rglob("_markup/render-*"))


@lru_cache(maxsize=64)
def has_resolving_hook(root: Path) -> bool:
    """Tell whether a render hook for links looks up pages: of ``layouts``, or perhaps another.

    Hugo's own does, in sites of several languages (docs, "Link render hooks"); nothing is known of
    a theme that is not there.
    """
    reader = Reader(root)
    config = configuration(root, reader)
    if len(table(config, "languages")) > 1:
        return True
    themes = folder(config.get("themesdir"), "themes")
    places = [root / themes / name for name in texts(config.get("theme"))]
    if table(config, "module").get("imports") or not all(map(os.path.isdir, places)):
        return True
    hooks = [
        hook
        for place in (root, *places)
        for hook in (place / "layouts").rglob("_markup/render-link*")
    ]
    return any(_LOOKS_UP.search(reader.text(str(hook.relative_to(root)))) for hook in hooks)


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
        found.setdefault(_logical_path(relative), []).append(relative)
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
