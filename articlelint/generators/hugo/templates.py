"""The shortcodes of a Hugo site: those of its layouts, themes and modules."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from articlelint.generators.hugo.configuration import configuration, lower, table
from articlelint.generators.reading import Reader, folder, text, texts
from articlelint.generators.tree import tree
from articlelint.templates.names import ANY, Names
from articlelint.text.files import is_file
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

LAYOUT: Final = regex(r"(?:^|/)layouts/(?!(?:_?shortcodes)/)")
"""The path of a template that is no shortcode."""
_FOLDERS: Final = ("shortcodes", "_shortcodes")
_PARTIALS: Final = ("partials", "_partials")
_CONFIGURATIONS: Final = ("hugo", "config", "theme")
_COMMENT: Final = regex(r"\{\{-?\s*/\*.*?\*/", 16)
_INNER: Final = regex(r"\{\{[^{}]*\.Inner(?:Deindent)?\b")
_ELSEWHERE: Final = regex(r"\{\{-?\s*(?:template|block|define)\b")
_REQUIRES: Final = regex(r"^[ \t]*require\b", 8)  # MULTILINE
_MOST: Final = 1_000


def names(root: Path) -> Names:
    """Return what articles of the site at *root* can call.

    A shortcode that may or may not make something of its content is both a tag and a block.
    """
    reader = Reader(root)
    paths = tree(root)
    if paths is None:
        return ANY
    config = configuration(root, reader)
    tags: set[str] = set()
    blocks: set[str] = set()
    for place in _places(config, paths):
        found: dict[str, set[bool | None]] = {}
        for name, path in _shortcodes(place, paths):
            found.setdefault(name, set()).add(_has_content(reader.text(path)))
        for name, kinds in found.items():
            if name not in tags and name not in blocks:  # the first place has it
                if kinds != {True}:
                    tags.add(name)
                if kinds != {False}:
                    blocks.add(name)
        if len(tags) + len(blocks) > _MOST:
            return ANY
    if not _complete(config, reader, paths):
        return Names(blocks=frozenset(blocks - tags))
    return Names(tags=frozenset(tags), blocks=frozenset(blocks))


def shortcode_sources(root: Path) -> dict[str, tuple[str, ...]]:
    """Return the templates of each shortcode of the site at *root*, by its name in lower case."""
    reader = Reader(root)
    paths = tree(root) or ()
    found: dict[str, tuple[str, ...]] = {}
    for place in _places(configuration(root, reader), paths):
        here: dict[str, tuple[str, ...]] = {}
        for name, path in _shortcodes(place, paths):
            here[name] = (*here.get(name, ()), reader.text(path))
        found = here | found  # the first place has it
    return found


def partial_source(root: Path, name: str) -> str | None:
    """Return the template of a partial of the site at *root*; None where it is not found."""
    reader = Reader(root)
    paths = tree(root) or ()
    for place in _places(configuration(root, reader), paths):
        for inner in _PARTIALS:
            for path in (f"{place}/{inner}/{name}", f"{place}/{inner}/{name}.html"):
                if is_file(root / path):
                    return reader.text(path)
    return None


def _places(config: Mapping[str, Any], paths: Iterable[str]) -> Iterator[str]:
    """Yield the folders of layouts, those first that win."""
    layouts = folder(config.get("layoutdir"), "layouts")
    yield str(layouts)
    yield from _mounted(config)
    themes = folder(config.get("themesdir"), "themes")
    for theme in _themes(config):
        yield str(themes / theme / "layouts")
    for vendored in sorted({path.partition("/layouts/")[0] for path in paths if _vendored(path)}):
        yield f"{vendored}/layouts"


def _mounted(config: Mapping[str, Any]) -> Iterator[str]:
    mounts = table(config, "module").get("mounts")
    for mount in mounts if isinstance(mounts, list) else []:
        each = lower(mount)
        source, target = text(each.get("source")), text(each.get("target"))
        if source and target and target.strip("/").split("/")[0] == "layouts":
            yield str(folder(source, ""))


def _holds(place: str, paths: Iterable[str]) -> bool:
    return any(path.startswith(f"{place}/") for path in paths)


def _vendored(path: str) -> bool:
    return path.startswith("_vendor/") and "/layouts/" in path


def _themes(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield the themes and modules by name."""
    yield from texts(config.get("theme"))
    imports = table(config, "module").get("imports")
    for each in imports if isinstance(imports, list) else []:
        if name := text(lower(each).get("path")):
            yield name


def _complete(config: Mapping[str, Any], reader: Reader, paths: Iterable[str]) -> bool:
    """Tell whether all themes and modules are there, and bring no others of their own."""
    if any(not _holds(place, paths) for place in _mounted(config)):
        return False
    themes = folder(config.get("themesdir"), "themes")
    for theme in _themes(config):
        place = str(PurePosixPath(themes / theme))
        inside = [path for path in paths if path.startswith(f"{place}/")]
        if not _holds(f"{place}/layouts", inside):
            return False
        own = [
            path
            for path in inside
            if PurePosixPath(path).stem in _CONFIGURATIONS
            and path.count("/") < place.count("/") + 3
        ]
        if any("import" in reader.text(path) or "\ntheme" in reader.text(path) for path in own):
            return False
    return not _REQUIRES.search(reader.text("go.mod")) and bool(
        any(path.startswith(("layouts/", "themes/")) for path in paths) or config.get("theme")
    )


def _shortcodes(place: str, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the names of the shortcodes below *place*, and where they are."""
    for path in paths:
        if not path.startswith(f"{place}/"):
            continue
        parts = path[len(place) + 1 :].split("/")
        at = next((parts.index(each) for each in _FOLDERS if each in parts[:-1]), None)
        if at is not None:
            *inner, last = parts[at + 1 :]
            yield "/".join([*inner, last.partition(".")[0]]).lower(), path


def _has_content(source: str) -> bool | None:
    """Tell whether a template makes something of what its shortcode holds; None for perhaps.

    hugo, ``tpl/tplimpl/templatetransform.go``, collectInnerInShortcode.
    """
    plain = without_comments(source)
    if _ELSEWHERE.search(plain):
        return None
    return _INNER.search(plain) is not None


def without_comments(source: str) -> str:
    """Return a template without what stands in comments, but for the braces that end them."""
    end = source.rfind("*/") + 2  # beyond, each beginning would be followed to the end of the text
    return _COMMENT.sub("", source[:end]) + source[end:]
