"""How an Eleventy site gives headings their ids, and which ids its layouts put out.

``markdown-it-anchor`` does the former, with a ``slugify`` of its own, github-slugger's or
Eleventy's, or Eleventy's ``IdAttributePlugin``.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from articlelint.generators.eleventy import configuration
from articlelint.generators.eleventy.data_ids import without_data
from articlelint.generators.eleventy.markdown import sources
from articlelint.generators.id_style import ANY_STYLE, IdStyle
from articlelint.generators.ids import headings_in, ids_in
from articlelint.generators.reading import Reader
from articlelint.generators.tree import SOURCES, tree
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from pathlib import Path

_ANCHOR: Final = regex(r"""["']markdown-it-anchor["']""")
_OTHERS: Final = regex(
    r"heading-anchors|headingAnchors|markdown-it-(?:named-headings|toc)"
    r"|slugify-headings|permalinkHeadings"
)
_ATTRIBUTES: Final = "markdown-it-attrs"
_PLUGIN: Final = regex(r"addPlugin\(\s*IdAttributePlugin\s*(?P<options>,[^;]{0,400})?\)")
_PLAIN: Final = regex(r"(?!.*\b(?:slugify|selector|filter)\s*[:(])", 16)  # DOTALL
_FILTER: Final = regex(r"[\w.$]+\.getFilter\(\s*[\"'`]slugify[\"'`]\s*\)")
_OPTION: Final = regex(r"\bslugify\s*(?P<given>:\s*(?P<value>[^\n]{0,80}))?(?=[,}\n])")
_GITHUB: Final = regex(r"(?:\(?\w+\)?\s*=>\s*)?(?:\w*[sS]lugger\.)?slug(?:\(\w+\))?\s*(?:[,})]|\Z)")
_WRITES: Final = regex(r"""\.id\s*=[^=]|(?:setAttribute|attrSet|attr)\(\s*["']id["']""")
_PARTS: Final = frozenset({"_includes", "_layouts"})
_TEXTS: Final = (".njk", ".liquid", ".html", ".webc", ".hbs", ".mustache", ".ejs", ".vto")


@lru_cache(maxsize=16)
def styles(root: Path) -> tuple[IdStyle, ...]:
    """Return the way that the configuration plainly says; else all."""
    name = configuration.file_name(Reader(root))
    code = "\n".join(sources(root, name)) if name else ""
    has_own = "slugify" in code or "IdAttributePlugin" in code
    unclear = (*ANY_STYLE, IdStyle.ELEVENTY) if has_own else ANY_STYLE
    has_anchors, plugin = _ANCHOR.search(code) is not None, _PLUGIN.search(code)
    if _OTHERS.search(code) or has_anchors is (plugin is not None):
        return unclear
    if plugin is not None:
        plain = "IdAttributePlugin" in code and _PLAIN.match(plugin["options"] or "")
        return (IdStyle.ELEVENTY_PLUGIN,) if plain else unclear
    given = [match["value"] or "" for match in _OPTION.finditer(code)]
    if len(given) == 1 and _FILTER.match(given[0]):
        return (IdStyle.ELEVENTY,)
    if _ATTRIBUTES in code:
        return unclear
    if not given and "slugify" not in code:
        return (IdStyle.MARKDOWN_IT_ANCHOR,)
    if len(given) == 1 and "github-slugger" in code and _GITHUB.match(given[0]):
        return (IdStyle.GITHUB,)
    return unclear


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
        made = without_data(text, root)
        ids = ids_in(made[0], "") if made is not None else None
        if made is None or ids is None:
            return None
        found |= ids | made[1] | (headings_in(text) if is_markdown else frozenset())
    return frozenset(found) if parts else None
