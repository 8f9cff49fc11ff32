"""The ids that shortcodes put out, and the images."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.hugo.partials import ids_of_partials
from articlelint.generators.hugo.templates import LAYOUT, shortcode_sources
from articlelint.generators.ids import headings_in, ids_in
from articlelint.generators.reading import Reader
from articlelint.generators.tree import tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from articlelint.templates import TemplateTag

_OWN: Final = frozenset(
    {"comment", "details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref",
     "relref", "tweet", "twitter", "vimeo", "vimeo_simple", "x", "youtube"}
)  # fmt: skip
"""Hugo's own shortcodes: docs, "Shortcodes"."""
_LITERAL_ID: Final = regex(r"""\sid\s*=\s*["']?([\w:.-]+)(?=["'\s>])""")
_READ_IN: Final = regex(
    r"""\breadFile\b\s*+(?:(?:["`]([^"`\n]+)["`]|\$(\w+))\s*+\|)?[^{}]{0,300}?\bmarkdownify\b"""
)
_SHOWS_TEXT: Final = regex(r"\b(?:markdownify|RenderString|safeHTML)\b")
_ASKS_DATA: Final = regex(r"\b(?:[sS]ite|hugo)\.Data\b")
_DATA: Final = regex(r"(?:^|/)data/.*\.(?:ya?ml|toml|json|csv)\Z")
_SHOWN: Final = regex(
    r"""\b(?:src|srcset|poster|href)\s*=\s*["']?\{\{-?\s*\$?\.Get\s+(["'`]?)([\w-]+)\1"""
    r"""(?:\s*\|\s*(?:safeURL|relURL|absURL)\b)*\s*-?\}\}"""
)
_ASKED: Final = regex(
    r"""\{\{-?\s*(?:else\s+)?(?:if|with)\s+\$?\.Get\s+(["'`]?)([\w-]+)\1"""
    r"""(?:\s*\|\s*(?:safeURL|relURL|absURL)\b)*\s*-?\}\}"""
)
_KEPT: Final = regex(
    r"""\{\{-?\s*\$(\w+)\s*:=\s*(\$?\.Get\s+(["'`]?)[\w-]+\3"""
    r"""(?:\s*\|\s*(?:safeURL|relURL|absURL)\b)*)\s*-?\}\}"""
)
"""A variable that is a parameter."""
_PRINTED: Final = regex(
    r"""\$(?P<name>\w+)\s*:=\s*printf\s+["`](?P<text>[a-z0-9_-]*)%[^"`]*["`](?:\s+\$(?P<first>\w+))?"""
)
_VARIABLE: Final = regex(r"\{\{-?\s*\$(\w+)\s*-?\}\}")
_GIVEN: Final = regex(r"""\.Get\s+["'`]?([\w-]+)""")


def ids_of(tag: TemplateTag, root: Path) -> Collection[str] | None:
    """Return the ids that the shortcode *tag* may put out; None: any."""
    name = tag.name.lower()
    sources = _sources(root).get(name)
    if sources is None:
        return () if name in _OWN or not name else None
    found: set[str] = set()
    for source in sources:
        ids = ids_in(_with_beginnings(source), tag.arguments)
        if _SHOWS_TEXT.search(source) and _ASKS_DATA.search(source):
            found |= _of_data(root)
        inner = ids_of_partials(source, root, tag.arguments)
        if ids is None or inner is None:
            return None
        found.update(ids, inner)
    return found


def _with_beginnings(source: str) -> str:
    """Return a template with what is known of ids that a variable is: their beginning and a brace.

    ``{{ $id := printf "tabs-%d" .Ordinal }}`` and then ``id="{{ $id }}"``.
    """
    if "printf" not in source:
        return source
    beginnings: dict[str, str] = {}
    for match in _PRINTED.finditer(source):
        beginning = match["text"] or beginnings.get(match["first"] or "", "")
        if beginning and len(re.findall(rf"\$(?:{match['name']})\s*:?=", source)) == 1:
            beginnings[match["name"]] = beginning
    return _VARIABLE.sub(
        lambda each: f"{beginnings[each[1]]}{{" if each[1] in beginnings else each[0], source
    )


@lru_cache(maxsize=256)
def image_parameters(name: str, root: Path) -> frozenset[str]:
    """Return the parameters of a shortcode that are an image's address, as they are given.

    Their names, or their numbers. None of them is looked up by the template.
    """
    sources = map(_without_variables, _sources(root).get(name.lower(), ()))
    found: list[set[str]] = []
    for source in sources:
        shown = Counter(match[2] for match in _SHOWN.finditer(source))
        asked = Counter(match[2] for match in _ASKED.finditer(source))
        given = Counter(_GIVEN.findall(source))
        found.append({each for each in shown if shown[each] + asked[each] == given[each]})
    return frozenset(found[0].intersection(*found)) if found else frozenset()


def _without_variables(source: str) -> str:
    """Return a template with parameters in place of the variables that are nothing else."""
    for kept in _KEPT.findall(source):
        name, parameter = kept[0], kept[1]
        if len(re.findall(rf"\$(?:{name})\s*:?=", source)) == 1:
            source = _KEPT.sub(lambda match: "" if match[1] == name else match[0], source)  # noqa: B023
            source = re.sub(rf"\$(?:{name})\b", lambda _: parameter, source)  # noqa: B023
    return source


@lru_cache(maxsize=4)
def _of_data(root: Path) -> frozenset[str]:
    """Return the headings and ids in data files, of which a template may make a part of a page.

    In JSON and in quotes a line ends with an escape.
    """
    reader = Reader(root)
    found: set[str] = set()
    for name in tree(root) or ():
        if _DATA.search(name):
            text = reader.text(name).replace("\\n", "\n").replace('\\"', '"')
            lines = "\n".join(line.lstrip(" \t-") for line in text.split("\n"))
            found.update(headings_in(lines), ids_in(lines, None) or ())
    return frozenset(found)


@lru_cache(maxsize=16)
def layout_ids(root: Path) -> Collection[str] | None:
    """Return the ids that templates have, and the headings of files that they put into pages.

    None: any file may be one.
    """
    reader = Reader(root)
    found: set[str] = set()
    has_data = False
    for name in tree(root) or ():
        if not name.endswith(".html") or not LAYOUT.search(name):
            continue
        source = reader.text(name)
        found.update(_LITERAL_ID.findall(source))
        if not has_data and _SHOWS_TEXT.search(source) and _ASKS_DATA.search(source):
            has_data = True
            found |= _of_data(root)
        for match in _READ_IN.finditer(source) if "readFile" in source else ():
            files = [match[1].lstrip("/")] if match[1] else _files_of(match[2], source, root)
            if files is None:
                return None
            for file in files:
                found |= headings_in(reader.text(file))
    return found


def _files_of(variable: str | None, template: str, root: Path) -> list[str] | None:
    """Return the files of the folder that a *variable* has before a name: ``parts/%s``."""
    folder = variable and re.search(
        rf"""\$(?:{variable})\s*:=\s*printf\s+["`]/?([\w.-]+(?:/[\w.-]+)*/)%""", template
    )
    if not folder:
        return None
    return [name for name in tree(root) or () if name.startswith(folder[1])]


@lru_cache(maxsize=16)
def _sources(root: Path) -> Mapping[str, tuple[str, ...]]:
    return shortcode_sources(root)
