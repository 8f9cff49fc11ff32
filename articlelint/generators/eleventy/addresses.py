"""Where Eleventy publishes a page: docs, "Permalinks" and "Data Cascade".

eleventy, ``TemplatePermalink.js`` (``generate``), ``TemplateFileSlug.js``, ``_getLink`` in
``Template.js``.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from articlelint.generators.eleventy.configuration import (
    commands,
    input_folder,
    input_of_scripts,
)
from articlelint.generators.eleventy.scripts import UNSEEN, permalinks
from articlelint.generators.reading import Reader, javascript_string, mapping, without_comments
from articlelint.generators.tree import tree
from articlelint.text.files import read_beginning
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from articlelint.generators.settings import Settings

_SCRIPTS: Final = (".js", ".cjs", ".mjs", ".ts")
_LAYOUTS: Final = frozenset({"_includes", "_layouts"})
_OWN_DATA: Final = regex(r"(?P<stem>.+?)\.11tydata\.\w+|(?P<json>.+)\.(?:json|ya?ml)")
TEMPLATE: Final = regex(r"\{[{%]|\$\{|<%|#\{")
_PART: Final = regex(
    r"\{\{-?\s*page\.(?P<name>fileSlug|filePathStem)\s*(?P<made>\|\s*slug(?:ify)?\s*)?-?\}\}"
)
_ENDING: Final = regex(rf"(?:|.*/){_PART.pattern}(?:/|/?index\.html|\.html)?", re.DOTALL)
_GIVEN: Final = regex(
    rb"""^permalink:[ \t]*(?P<quote>["']?)(?P<value>[^"'\n]*)(?P=quote)[ \t\r]*$""", re.MULTILINE
)
_SLUG: Final = regex(r"[a-z0-9-]*+")
_DATE: Final = regex(r".*?\d{4}-\d{2}-\d{2}-")
_BEGINNING: Final = 4_096
_ANYWHERE: Final = ("", "")
_BY_LAYOUT: Final = "*"
"""In place of a folder: what a layout has for pages whose own data have nothing."""
_INPUT: Final = regex(r"\binput\s*[:,]|setInputDirectory\(")
_OPTION: Final = regex(r"--(?:input|config)\b")


def patterns(root: Path, source: PurePosixPath, config: str) -> Iterator[tuple[str, str]]:
    """Yield folders, and files without extension, and what their data says of ``permalink``.

    The deepest come first, and win. The pattern is "" where it cannot be told; so it is for all
    where the configuration, whose text is *config*, or the command line may name another input
    than *source*. Those of layouts come last.
    """
    if not _is_input(root, source, config):
        yield _ANYWHERE
        return
    names = tree(root) or ()
    found = list(_of_data(root, source, names))
    yield from sorted(found, key=lambda each: -each[0].count("/"))
    own = (javascript_string(config, key) for key in ("includes", "layouts"))
    layouts = _LAYOUTS.union(*(name.split("/") for name in own if name)) - {"..", "."}
    for name in names:
        if (
            not layouts.isdisjoint(name.split("/"))
            and (given := _of_layout(root, name)) is not None
        ):
            yield (_BY_LAYOUT, given) if given else _ANYWHERE


def _is_input(root: Path, source: PurePosixPath, config: str) -> bool:
    reader = Reader(root)
    runs = commands(reader)
    # What is run without another configuration is the site; other sites may be tried out beside it.
    if not config:
        return False
    if runs and all(map(_OPTION.search, runs)):
        return input_of_scripts(reader) is not None
    if str(source) != "." or input_folder(reader, config) is not None:
        return True
    return _INPUT.search(without_comments(config)) is None


def _of_layout(root: Path, name: str) -> str | None:
    """Return the permalink that a layout has for its pages, "" where it cannot be told."""
    try:
        beginning = read_beginning(str(root / name), _BEGINNING)
    except OSError:
        return None
    if not beginning.startswith(b"---") or b"permalink" not in beginning.split(b"\n---")[0]:
        return None
    found = _GIVEN.search(beginning.split(b"\n---")[0])
    value = found["value"].decode("utf-8", "replace").strip() if found is not None else ""
    return UNSEEN if value == "false" else value


def _of_data(
    root: Path, source: PurePosixPath, names: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    reader = Reader(root)
    stems = {name.rpartition(".")[0] for name in names if not name.endswith(".json")}
    for name in names:
        path = PurePosixPath(name)
        if not path.is_relative_to(source):
            continue
        if "_data" in path.parts:
            if path.name.startswith("permalink.") or (
                "omputed" in path.name and _pattern(reader, name) is not None
            ):
                yield _ANYWHERE
            continue
        found = _OWN_DATA.fullmatch(path.name)
        if found is None:
            continue
        stem = found["stem"] or found["json"]
        folder = str(path.parent)
        of_folder = stem == (path.parent.name or root.name)
        own = stem if folder == "." else f"{folder}/{stem}"
        if found["json"] and not of_folder and own not in stems:
            continue
        pattern = _pattern(reader, name)
        if pattern is not None:
            yield (folder if of_folder else own), pattern


def _pattern(reader: Reader, name: str) -> str | None:
    """Return what a data file has for ``permalink``, "" where it cannot be told."""
    text = reader.text(name)
    if "permalink" not in text:
        return None
    if name.endswith((".json", ".yml", ".yaml")):  # YAML where the configuration reads it
        data = reader.json(name) if name.endswith(".json") else reader.yaml(name)
        value = data.get("permalink", mapping(data.get("eleventyComputed")).get("permalink", ""))
        return UNSEEN if value is False else value if isinstance(value, str) else ""
    given = permalinks(without_comments(text)) if name.endswith(_SCRIPTS) else None
    if given is None:
        return ""
    seen = given - {UNSEEN}  # what is not seen now and then is none of the site's pages
    if seen <= {""}:
        return None if seen else UNSEEN
    return next(iter(seen)) if len(seen) == 1 else ""


def address(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the URL path, without the base path, of the file at *path*; None: it is not known."""
    source = settings.content[0]
    if not path.is_relative_to(source) or data.get("pagination"):
        return None
    inner = path.relative_to(source)
    value = _value(path, data, settings)
    if value is None:
        return None if _of_layouts(settings) else _usual(inner)
    if not isinstance(value, str) or value in {"", UNSEEN}:
        return None
    return _filled(value, inner)


def folder(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> str | None:
    """Return the URL path below which an address is that cannot be told; None: anywhere."""
    value = _value(path, data, settings)
    if value is None and data.get("pagination"):
        value = address(path, {}, settings)
        return value.strip("/") or None if value is not None else None
    return beginning(value) if isinstance(value, str) else None


def keeps_name(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> bool:
    """Tell whether an address that cannot be told ends in the name of the file."""
    source = settings.content[0]
    if not path.is_relative_to(source):
        return True
    value = _value(path, data, settings)
    values = _of_layouts(settings) if value is None else [value]
    return all(_keeps_name(each, path.relative_to(source)) for each in values)


def _keeps_name(value: object, inner: PurePosixPath) -> bool:
    if value is False or value == UNSEEN:
        return True
    found = _ENDING.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return False
    stem = _DATE.sub("", inner.stem, count=1)
    return (
        not found["made"]
        or _SLUG.fullmatch(inner.parent.name if stem == "index" else stem) is not None
    )


def _of_layouts(settings: Settings) -> list[str]:
    return [pattern for folder, pattern in settings.patterns if folder == _BY_LAYOUT]


def _value(path: PurePosixPath, data: Mapping[str, object], settings: Settings) -> object:
    """Return what front matter, or else data, have for ``permalink``."""
    value = data.get("permalink", mapping(data.get("eleventyComputed")).get("permalink"))
    if value is not None:
        return None if value == "" else value  # ``_getLink``: as if there were none
    return next((pattern for folder, pattern in settings.patterns if _has(folder, path)), None)


def beginning(permalink: str) -> str | None:
    """Return the folder with which a permalink begins, or all of it; None where that is a template.

    ``/tags/{{ tag | slugify }}/`` is below ``tags``.
    """
    found = TEMPLATE.search(permalink)
    literal = permalink.strip() if found is None else permalink[: found.start()].rpartition("/")[0]
    return literal.strip().strip("/") or None


def _has(folder: str, path: PurePosixPath) -> bool:
    if folder in {"", "."}:
        return True
    whole = str(path)
    return whole.startswith(f"{folder}/") or str(path.with_suffix("")) == folder


def _usual(inner: PurePosixPath) -> str:
    stem, around = inner.stem, str(inner.parent)
    around = "" if around == "." else f"{around}/"
    return around if stem in {"index", inner.parent.name} else f"{around}{stem}/"


def _filled(pattern: str, inner: PurePosixPath) -> str | None:
    stem = _DATE.sub("", inner.stem, count=1)
    slug = _DATE.sub("", inner.parent.name, count=1) if stem == "index" else stem
    whole = f"/{inner.parent / stem}" if stem else ""
    if any(part["made"] for part in _PART.finditer(pattern)) and not _SLUG.fullmatch(slug):
        return None
    filled = _PART.sub(lambda part: slug if part["name"] == "fileSlug" else whole, pattern.strip())
    if TEMPLATE.search(filled) or ":" in filled:
        return None
    return re.sub(r"/{2,}", "/", filled).lstrip("/").removesuffix("index.html")
