"""The ids that Liquid's tags put out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.ids import headings_in, ids_in
from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from articlelint.templates import TemplateTag

_NONE: Final = frozenset(
    {"assign", "break", "capture", "case", "comment", "continue", "cycle", "decrement", "else",
     "elsif", "feed_meta", "for", "highlight", "if", "increment", "link", "liquid", "post_url",
     "raw", "seo", "tablerow", "unless", "when", "endraw", "gist", "avatar"}
)  # fmt: skip
_OPEN: Final = regex(
    r"markdownify|(?<!include\.)\b(?:content|excerpt)\b(?!\s*+=(?!=))|\brender\b|\btoc\b"
)
"""Text of other pages; what is given to an include is looked at where it is given."""
_QUOTED: Final = regex(r""""[^"]*"|'[^']*'""")
_TAGS: Final = regex(r"\{\{.{0,2000}?\}\}|\{%.{0,2000}?%\}", 16)  # DOTALL
_INCLUDE: Final = regex(
    r"\{%-?\s*include(?P<relative>_relative)?(?:_cached)?\s++(?P<name>[\w./-]++)\s*+"
    r"(?P<arguments>.*?)-?%\}",
    16,
)
_ANY_INCLUDE: Final = regex(r"\{%-?\s*include")
_FILE: Final = regex(r"([\w./-]++)\s*+(.*)", 16)  # DOTALL
_DEEPEST: Final = 4
_MOST: Final = 20


def ids_of(tag: TemplateTag, path: PurePosixPath, root: Path) -> Collection[str] | None:
    """Return the ids that *tag* in the article at *path* may put out; None: any."""
    if tag.name in {"include", "include_cached", "include_relative"}:
        match = _FILE.fullmatch(tag.arguments.strip())
        if match is None or _OPEN.search(_QUOTED.sub("", match[2])):
            return None
        if tag.name == "include_relative":
            return _of_relative(path.parent / match[1], match[2], root, _DEEPEST)
        return _of_include(f"_includes/{match[1]}", match[2], root, _DEEPEST)
    if tag.name:
        return () if tag.closing or tag.name in _NONE else None
    return None if _OPEN.search(tag.source) else ()


def _of_relative(
    file: PurePosixPath, arguments: str, root: Path, depth: int
) -> Collection[str] | None:
    """Return the ids of a file beside a page, else of all that bear its name.

    A page that is put together of parts may lie elsewhere than they do.
    """
    every, ending = tree(root) or (), f"/{file.name}"
    name = str(file)
    paths = [name] if name in every else [each for each in every if f"/{each}".endswith(ending)]
    found: set[str] = set()
    for path in paths:
        ids = _of_include(path, arguments, root, depth) if len(paths) <= _MOST else None
        if ids is None:
            return None
        found |= ids
    return found if paths else None


@lru_cache(maxsize=1024)
def _of_include(path: str, arguments: str, root: Path, depth: int) -> frozenset[str] | None:
    text = Reader(root).text(path)
    if not text or not depth or any(map(_OPEN.search, _TAGS.findall(text))):
        return None
    found = ids_in(text, arguments)
    tags = list(_INCLUDE.finditer(text, 0, text.rfind("%}") + 2))
    if found is None or len(_ANY_INCLUDE.findall(text)) > len(tags):
        return None
    headings = headings_in(text)
    if any("{{" in each for each in headings):
        return None  # made of data
    found |= headings
    for match in tags:
        name, given = match["name"], f"{match['arguments']} {arguments}"
        inner: Collection[str] | None
        if match["relative"]:
            inner = _of_relative(PurePosixPath(path).parent / name, given, root, depth - 1)
        else:
            inner = _of_include(f"_includes/{name}", given, root, depth - 1)
        if inner is None:
            return None
        found = found.union(inner)
    return found
