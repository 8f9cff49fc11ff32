"""``book.toml`` and ``SUMMARY.md``: which files are chapters, and how they are read."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from articlelint.generators.reading import folder, mapping
from articlelint.markdown.common_mark import CommonMark
from articlelint.markdown.options import (
    DEFINITION_LISTS,
    FOOTNOTES,
    GFM,
    GFM_OPTIONS,
    HEADING_ATTRIBUTES,
)
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from articlelint.generators.reading import Reader
    from articlelint.markdown.dialect import Dialect

SUMMARY: Final = "SUMMARY.md"
OWN_PAGES: Final = ("print", "toc", "404")
_EXTENSIONS: Final = GFM_OPTIONS | FOOTNOTES | HEADING_ATTRIBUTES
# mdbook, crates/mdbook-markdown/src/lib.rs, new_cmark_parser; alerts and definitions since 0.5.
DIALECT: Final = CommonMark(_EXTENSIONS | DEFINITION_LISTS | GFM)
_HARMLESS: Final = frozenset(
    {"links", "index", "mermaid", "toc", "katex", "linkcheck", "linkcheck2", "pagetoc", "quiz"}
)
"""Preprocessors that leave the Markdown of a chapter as it is written, and add none."""
_WITHOUT_IDS: Final = frozenset(
    {"admonish", "alerts", "d2", "embedify", "emojicodes", "gettext", "open-on-gh", "svgbob"}
)
"""Others that make no ids that a link names, and leave links as they are."""
_LINK: Final = regex(
    r"\[(?:[^\[\]\n]|\n(?![ \t]*(?:\n|[-*+][ \t])))*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\]"
    r"\(\s*+<?([^()<>\n]++)>?\s*\)"
)
"""The text may go on in the next line."""
_COMMENT: Final = regex(r"<!--.*?-->", re.DOTALL)


def table(config: Mapping[str, Any], *names: str) -> dict[str, Any]:
    """Return a table of ``book.toml``, empty where it is none."""
    found: Any = config
    for name in names:
        found = mapping(found).get(name)
    return mapping(found)


def source(reader: Reader) -> PurePosixPath:
    """Return the folder of the chapters."""
    return folder(table(reader.toml("book.toml"), "book").get("src"), "src")


def dialect(config: Mapping[str, Any]) -> Dialect:
    """Return how chapters are read, with what preprocessors may add."""
    html = table(config, "output", "html")
    options = _EXTENSIONS
    options |= GFM if html.get("admonitions") is not False else 0
    options |= DEFINITION_LISTS if html.get("definition-lists") is not False else 0
    made = CommonMark(options).without_wiki_links()
    # ``mathjax-support`` and the like leave `\\(` and `$` to a script.
    return made.opened() if _others(config) else made


def _others(config: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(table(config, "preprocessor")) - _HARMLESS


def may_make_ids(config: Mapping[str, Any]) -> bool:
    """Tell whether a preprocessor may make ids, or resolve links in a way of its own."""
    return bool(_others(config) - _WITHOUT_IDS)


def chapters(
    reader: Reader, source: PurePosixPath, config: Mapping[str, Any]
) -> frozenset[PurePosixPath] | None:
    """Return the files that the summary lists; None where a preprocessor may add some."""
    if _others(config):
        return None
    return frozenset(_listed(reader.text(f"{source}/{SUMMARY}"), source))


def _listed(summary: str, source: PurePosixPath) -> Iterator[PurePosixPath]:
    end = summary.rfind("-->") + 3  # from here on no comment ends
    for match in _LINK.finditer(_COMMENT.sub("", summary[:end]) + summary[end:]):
        target = unquote(match[1].strip()).removeprefix("./")
        yield PurePosixPath(posixpath.normpath(source / target.lstrip("/")))


def redirects(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield the URL paths that ``output.html.redirect`` sends elsewhere."""
    for path in table(config, "output", "html", "redirect"):
        if "#" not in path:
            yield path.removesuffix(".html").removesuffix("index").strip("/")


def redirected_ids(config: Mapping[str, Any]) -> Iterator[str]:
    """Yield the fragments of a page that are sent elsewhere, on whichever page."""
    for path in table(config, "output", "html", "redirect"):
        if "#" in path:
            yield unquote(path.partition("#")[2])
