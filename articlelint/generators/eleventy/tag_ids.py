"""The ids that tags, shortcodes and includes of an Eleventy site put out."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.eleventy import configuration
from articlelint.generators.eleventy.markdown import sources
from articlelint.generators.eleventy.scripts import call
from articlelint.generators.ids import headings_in, ids_in
from articlelint.generators.reading import Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from articlelint.templates import TemplateTag

_NONE: Final = frozenset(
    """
    assign break capture case comment continue css cycle decrement echo elif else elseif elsif for
    from highlight if ifchanged import increment js liquid raw set tablerow unless verbatim when
    """.split()
)
"""Tags of Liquid and Nunjucks, and of Eleventy's own plugins, that put out no ids."""
_FILES: Final = frozenset({"include", "render"})
_NAME: Final = regex(r"""\s*(?:"([^"]+)"|'([^']+)'|([\w./-]+))""")
_OPEN: Final = regex(
    r"\b(?:content|templateContent|excerpt|body|html|collections|markdown\w*|md|render\w*|toc)\b|\("
)
"""Text of other pages, or what a function makes."""
_QUOTED: Final = regex(r""""[^"]*"|'[^']*'""")
_TAGS: Final = regex(
    r"\{\{(?P<output>.{0,2000}?)\}\}|\{%-?\s*(?P<name>\w+)(?P<rest>.{0,2000}?)-?%\}", 16
)
_ENDINGS: Final = ("", ".njk", ".liquid", ".html", ".md")
_DEEPEST: Final = 4
_SHORTCODE: Final = regex(r"""\.add\w*Shortcode\(\s*["'`](?P<name>[^"'`$]+)["'`]\s*,""")
_INLINE: Final = regex(r"\s*(?:async\b\s*)?(?:function\b|\(|\w+\s*=>)")
_NAMED: Final = regex(r"\s*(?:[\w$]+\.)*([\w$]+)\s*\Z")
_PUTS_IDS: Final = regex(
    r"\bid\b|[iI]nnerHTML|[mM]arkdown|\bmarked\b|\bmd\b|\.render|renderTemplate|readFile|\bfetch\("
)


def ids_of(tag: TemplateTag, root: Path) -> Collection[str] | None:
    """Return the ids that *tag* may put out; None: any."""
    if not tag.name:
        return None if _OPEN.search(_QUOTED.sub("", tag.source)) else ()
    return () if tag.closing else _of_tag(tag.name, tag.arguments, root, _DEEPEST)


def _of_tag(name: str, arguments: str, root: Path, depth: int) -> Collection[str] | None:
    if name in _NONE or name.startswith("end"):
        return ()
    if name not in _FILES:
        return _of_shortcode(name, root)
    named = _NAME.match(arguments)
    return _of_file(named[1] or named[2] or named[3], root, depth) if named is not None else None


@lru_cache(maxsize=256)
def _of_file(name: str, root: Path, depth: int) -> frozenset[str] | None:
    """Return the ids of a file that is included, and of what it includes."""
    reader = Reader(root)
    configured = configuration.file_name(reader)
    config = configuration.whole(reader, configured) if configured else ""
    source = configuration.input_folder(reader, config)
    folder = configuration.folder(config, "includes")
    if not depth or folder is None:
        return None
    place = posixpath.normpath(posixpath.join(source or ".", folder, name))
    known = (reader.text(f"{place}{ending}") for ending in _ENDINGS)
    text = next(filter(None, known), "") if not place.startswith("..") else ""
    found = ids_in(text, None) if text else None
    if found is None:
        return None
    found |= headings_in(text)
    for tag in _TAGS.finditer(text):
        ids: Collection[str] | None
        if tag["name"] is None:
            ids = None if _OPEN.search(_QUOTED.sub("", tag["output"])) else ()
        else:
            ids = _of_tag(tag["name"], tag["rest"], root, depth - 1)
        if ids is None:
            return None
        found = found.union(ids)
    return found


@lru_cache(maxsize=256)
def _of_shortcode(name: str, root: Path) -> tuple[str, ...] | None:
    """Return none where a shortcode of the site's own puts out no ids; None where it may."""
    configured = configuration.file_name(Reader(root))
    code = list(sources(root, configured)) if configured else []
    texts = [text for source in code for text in _texts_of(name, source, code)]
    return () if texts and not any(map(_PUTS_IDS.search, texts)) else None


def _texts_of(name: str, source: str, code: Collection[str]) -> Iterator[str]:
    """Yield what a configuration says of a shortcode: the call, or the function that it names.

    All of it where the function is not found.
    """
    for match in _SHORTCODE.finditer(source):
        if match["name"] != name:
            continue
        text = call(source, match.end())
        if _INLINE.match(text):
            yield text
            continue
        named = _NAMED.match(text)
        found = [each for other in code for each in _functions(named[1], other)] if named else []
        yield from found or [source]


def _functions(name: str, source: str) -> Iterator[str]:
    """Yield the bodies of the functions of a *name*."""
    pattern = regex(
        rf"\bfunction\s+{name}\s*\([^()]*\)\s*\{{"
        rf"|\b{name}\s*[:=]\s*(?:async\s*)?(?:function\b\s*\w*\s*\([^()]*\)|(?:\w+|\([^()]*\))\s*=>)"
        r"\s*(?P<short>(?!\{)[^;]{1,2000})?\{?"
    )
    for match in pattern.finditer(source):
        yield match["short"] or call(source, match.end())
