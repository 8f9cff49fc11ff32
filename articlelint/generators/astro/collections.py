"""What Astro's ``content.config.ts`` says of the collections, read and not run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.generators.reading import folder, without_comments
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePosixPath

    from articlelint.generators.reading import Reader

_EXTENSIONS = ("ts", "mjs", "js", "mts")
# Where loaders of collections look: docs, "Content Loader API", ``glob``.
_BASE = regex(r"\bbase\s*:\s*[\"'`]([^\"'`$]+)")
_COLLECTION = regex(r"(?:\b(\w+)\s*[:=]\s*)?\bdefineCollection\s*\(")
_EXPORTED = regex(r"\bcollections\s*=\s*\{([^{}]*)\}")
_NAMES = regex(r"(?<![\w-])[\"'`]?([\w-]++)[\"'`]?(?:\s*:\s*(\w+))?\s*(?:,|$)")
_SCHEMA = regex(
    r"\bschema\s*+:\s*+(?:(?:async\s++)?\(?\s*+(?:\{[^{}()]*+\}|\w*+)\s*+\)?\s*+=>\s*+)?"
    r"z\s*\.\s*(?:strictObject|looseObject|object)\s*\(\s*\{"
)
# A string, which is passed over, or what opens or closes.
_MARK = regex(
    r"\"(?:[^\"\\\n]|\\.){0,500}+\"|'(?:[^'\\\n]|\\.){0,500}+'|`(?:[^`\\]|\\.){0,2000}+`|[\[\](){}]"
)
# ``z.date()`` and what leaves it a date: after ``or`` and ``catch`` a text may be one.
_DATE = regex(
    r"[\"']?(?<![\w.$])(\w++)[\"']?\s*+:\s*+z\s*+\.\s*+date\s*+\(\s*+\)"
    r"(?:\s*+\.\s*+(?:optional|nullable|nullish|min|max|describe|default|transform|refine)"
    r"\s*+\(\))*+"
    r"\s*+(?:,|$)"
)
_OTHERWISE = regex(r"\s*\)\s*\.\s*(?:or|catch|and|merge|extend|omit|pick)\b")


class Collection(NamedTuple):
    """A collection that is defined, by the name of its constant or key, and its definition."""

    name: str
    text: str


def loaded(reader: Reader, source: PurePosixPath) -> list[PurePosixPath]:
    """Return the folders outside of *source* from which collections are loaded."""
    config = _configuration(reader, source)
    found = (folder(match[1], ".") for match in _BASE.finditer(config))
    return [each for each in dict.fromkeys(found) if not each.is_relative_to(source)]


def typed_dates(reader: Reader, source: PurePosixPath) -> tuple[tuple[PurePosixPath, str], ...]:
    """Return the keys that are ``z.date()``, each with the folder of its collection.

    Only what stands in the schema's own braces counts: what it is made of elsewhere is not read.
    """
    config = _configuration(reader, source)
    if "z.date(" not in "".join(config.split()):
        return ()
    return tuple(
        (place, key)
        for collection in _collections(config)
        for place in _folders(collection, config, source)
        for key in _keys(collection.text)
    )


def _configuration(reader: Reader, source: PurePosixPath) -> str:
    names = (f"{source}/content{sep}config.{end}" for sep in "./" for end in _EXTENSIONS)
    return without_comments(next((text for name in names if (text := reader.text(name))), ""))


def _collections(config: str) -> Iterator[Collection]:
    for match in _COLLECTION.finditer(config):
        text, _ = _enclosed(config, match.end())
        yield Collection(match[1] or "", text)


def _folders(collection: Collection, config: str, source: PurePosixPath) -> Iterator[PurePosixPath]:
    """Yield where the entries of *collection* lie; nothing where a loader does not say so."""
    if base := _BASE.search(collection.text):
        yield folder(base[1], ".")
    if "loader" in collection.text:
        return
    exported = _EXPORTED.search(config)
    for name in _NAMES.finditer(exported[1] if exported else ""):
        if (name[2] or name[1]) == collection.name:
            yield source / "content" / name[1]
    if exported is None and "collections" in config:  # defined where they are exported
        yield source / "content" / collection.name


def _keys(definition: str) -> Iterator[str]:
    """Yield the keys of the schema that take nothing but a date."""
    match = _SCHEMA.search(definition)
    if match is None:
        return
    inside, end = _enclosed(definition, match.end())
    if not _OTHERWISE.match(definition, end + 1):
        yield from (found[1] for found in _DATE.finditer(_shallow(inside)))


def _enclosed(text: str, start: int) -> tuple[str, int]:
    """Return what stands between *start* and the mark that closes it, and where that stands."""
    depth = 1
    for match in _MARK.finditer(text, start):
        depth += (match[0] in "([{") - (match[0] in ")]}")
        if depth == 0:
            return text[start : match.start()], match.start()
    return "", len(text)


def _shallow(text: str) -> str:
    """Return *text* without what stands within brackets."""
    depth, after = 0, 0
    found: list[str] = []
    for mark in _MARK.finditer(text):
        opens, closes = mark[0] in "([{", mark[0] in ")]}"
        depth -= closes
        if depth == 0:
            found.append(mark[0] if closes else text[after : mark.end()])
        depth += opens
        after = mark.end()
    return "".join([*found, text[after:]])
