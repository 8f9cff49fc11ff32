"""Where documents are published: the loader of ``lib/source.ts``, docs, "Loader API"."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Final

from articlelint.generators import next_site
from articlelint.generators.literals import pairs, text_of
from articlelint.generators.reading import Reader, without_comments
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path, PurePosixPath

_PLACES: Final = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("", "src/")
    for name in ("lib/source", "lib/source/index", "app/source")
    for ending in ("ts", "tsx", "js")
)
_LOADER: Final = regex(r"\bloader\s*+\((?:[^{}]{0,300}?,)?\s*+(?=\{)")
_DOCS: Final = regex(r"\bdefineDocs\s*\(\s*(?=\{|\))")
_GROUP: Final = regex(r"(?:^|(?<=/))\([^/]+\)/")
_CATCH_ALL: Final = regex(r"(?P<before>(?:.*/)?)\[{1,2}\.\.\.[^/]+\]{1,2}/(?:page|route)\.\w+")
_KNOWN: Final = frozenset({"baseUrl", "source", "icon", "plugins", "pageTree"})
"""Options of a loader that change no address."""


def routes(root: Path, config: str) -> tuple[tuple[str, str], ...]:
    """Return the folder of the documents and its route; nothing where they are not literals."""
    reader = Reader(root)
    sources = [without_comments(text) for name in _PLACES if (text := reader.text(name))]
    loaders = [code[match.end() :] for code in sources for match in _LOADER.finditer(code)]
    code = without_comments(config)
    docs = [code[match.end() :] for match in _DOCS.finditer(code)]
    if len(loaders) != 1 or len(docs) != 1 or any("loader" in each for each in sources[1:]):
        return ()
    options = pairs(loaders[0])
    base = text_of(options.get("baseUrl", ""))
    folder = text_of(pairs(docs[0]).get("dir", '"content/docs"')) if docs[0] else "content/docs"
    if base is None or folder is None or folder.startswith("..") or options.keys() - _KNOWN:
        return ()
    return ((posixpath.normpath(folder), base.strip("/")),)


def route(path: PurePosixPath, patterns: Sequence[tuple[str, str]]) -> str | None:
    """Return the route of the document at *path*; None for a file that is none."""
    for folder, before in patterns:
        if path.is_relative_to(folder) and path.suffix in {".md", ".mdx"}:
            inner = _GROUP.sub("", str(path.relative_to(folder).with_suffix("")))
            inner = "" if inner == "index" else inner.removesuffix("/index")
            return f"{before}/{inner}".strip("/")
    return None


def others(root: Path, patterns: Sequence[tuple[str, str]]) -> list[str]:
    """Return the files of the site but the program that publishes the documents."""
    own = {before for _, before in patterns}
    return [name for name in tree(root) or () if _route_of(name) not in own]


def _route_of(name: str) -> str | None:
    """Return the route below which a program makes all pages; None for another file."""
    match = _CATCH_ALL.fullmatch(name)
    if match is None:
        return None
    first, _, folders = match["before"].removeprefix("src/").partition("/")
    return next_site.without_groups(folders) if first == "app" else None


def unknown(root: Path, patterns: Sequence[tuple[str, str]]) -> str:
    """Return why there may be pages anywhere; "" for no reason."""
    names = tree(root)
    if names is None:
        return "the site has too many files"
    if not next_site.configuration(Reader(root)):
        return "the site is not made with Next.js"
    if not {before for _, before in patterns} & set(map(_route_of, names)):
        return "no route publishes the documents"
    mine = [name for name in others(root, patterns) if "[" in name]
    return "a page at the root may have any address" if "" in next_site.routes(mine) else ""
