"""How an Eleventy site gives headings their ids, and which ids its layouts put out.

``markdown-it-anchor`` does the former, with a ``slugify`` of its own or github-slugger's.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.eleventy import configuration
from articlelint.generators.eleventy.markdown import sources
from articlelint.generators.eleventy.scripts import call
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.ids import headings_in, ids_in
from articlelint.generators.reading import Reader
from articlelint.generators.tree import SOURCES, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ANCHOR: Final = regex(r"""["']markdown-it-anchor["']""")
_OTHERS: Final = regex(
    r"IdAttributePlugin|heading-anchors|headingAnchors|markdown-it-(?:attrs|named-headings|toc)"
    r"|slugify-headings|permalinkHeadings"
)
_OPTION: Final = regex(r"\bslugify\s*(?P<given>:\s*(?P<value>[^\n]{0,80}))?(?=[,}\n])")
_GITHUB: Final = regex(r"(?:\(?\w+\)?\s*=>\s*)?(?:\w*[sS]lugger\.)?slug(?:\(\w+\))?\s*(?:[,})]|\Z)")
_WRITES: Final = regex(r"""\.id\s*=[^=]|(?:setAttribute|attrSet|attr)\(\s*["']id["']""")
_SHORTCODE: Final = regex(r"""\.add\w*Shortcode\(\s*["'`](?P<name>[^"'`$]+)["'`]\s*,""")
_INLINE: Final = regex(r"\s*(?:async\b\s*)?(?:function\b|\(|\w+\s*=>)")
_PUTS_IDS: Final = regex(
    r"\bid\b|[iI]nnerHTML|[mM]arkdown|\bmarked\b|\bmd\b|\.render|renderTemplate|readFile|\bfetch\("
)
_PARTS: Final = frozenset({"_includes", "_layouts"})
_TEXTS: Final = (".njk", ".liquid", ".html", ".webc", ".hbs", ".mustache", ".ejs", ".vto")


@lru_cache(maxsize=16)
def styles(root: Path) -> tuple[IdStyle, ...]:
    """Return the way that the configuration plainly says; else all."""
    name = configuration.file_name(Reader(root))
    code = "\n".join(sources(root, name)) if name else ""
    if not _ANCHOR.search(code) or _OTHERS.search(code):
        return ANY_STYLE
    given = [match["value"] or "" for match in _OPTION.finditer(code)]
    if not given and "slugify" not in code:
        return (IdStyle.MARKDOWN_IT_ANCHOR,)
    if len(given) == 1 and "github-slugger" in code and _GITHUB.match(given[0]):
        return (IdStyle.GITHUB,)
    return ANY_STYLE


@lru_cache(maxsize=256)
def of_shortcode(name: str, root: Path) -> tuple[str, ...] | None:
    """Return none where a shortcode of the site's own puts out no ids; None where it may."""
    configured = configuration.file_name(Reader(root))
    texts = [
        text
        for source in (sources(root, configured) if configured else ())
        for text in _texts_of(name, source)
    ]
    return () if texts and not any(map(_PUTS_IDS.search, texts)) else None


def _texts_of(name: str, source: str) -> Iterator[str]:
    """Yield what a configuration says of a shortcode: the call; all where it names a function."""
    for match in _SHORTCODE.finditer(source):
        if match["name"] == name:
            text = call(source, match.end())
            yield text if _INLINE.match(text) else source


@lru_cache(maxsize=16)
def of_layouts(root: Path) -> frozenset[str] | None:
    """Return the ids in layouts and includes; None where they, or programs, may put out any."""
    name = configuration.file_name(Reader(root))
    if not name or any(map(_WRITES.search, sources(root, name))):
        return None
    reader = Reader(root)
    found: set[str] = set()
    parts = [each for each in tree(root) or () if not _PARTS.isdisjoint(each.split("/"))]
    for each in parts:
        is_markdown = each.endswith(SOURCES)
        text = reader.text(each) if is_markdown or each.endswith(_TEXTS) else ""
        ids = ids_in(text, "")
        if ids is None:
            return None
        found |= ids | (headings_in(text) if is_markdown else frozenset())
    return frozenset(found) if parts else None
