"""Tags of components: to ``@mdit-vue/plugin-component`` every tag that is no inline element's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.twin import Change

_ATTRIBUTES: Final = (
    r"""(?:\s+[a-zA-Z_:@][a-zA-Z0-9:._-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^"'=<>`\s]+))?)*+"""
)
_BEGIN: Final = regex(r"<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|\Z)")
_BEFORE: Final = regex(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
_IN_ONE_LINE: Final = regex(rf"<([A-Za-z][A-Za-z0-9-]*){_ATTRIBUTES}\s*(?:/>|>[^\n]*</\1\s*>)")
_TAG: Final = regex(rf"<[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTES}\s*/?>")
_LONGEST_TAG: Final = 2_000
_MOST_SIGNS: Final = 3
_SHORTHAND: Final = regex(r"(?<=\s)@(?=[a-zA-Z])")

INLINE: Final = frozenset(
    """a abbr acronym audio b bdi bdo big br button canvas cite code data datalist del dfn em embed
    i iframe img input ins kbd label map mark meter noscript object output picture progress q ruby s
    samp script select small span strong sub sup svg textarea time u tt var video wbr""".split()
)
"""Elements that begin no block, as the plugin has them (``TAGS_INLINE``)."""
BLOCKS: Final = frozenset(
    """address article aside base basefont blockquote body caption center col colgroup dd details
    dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hr html legend li link main menu menuitem nav noframes ol optgroup option p param
    search section summary table tbody td tfoot th thead title tr track ul pre style""".split()
)
"""Elements that begin a block to pulldown-cmark too."""


def component_tags(text: str) -> Iterator[Change]:
    """Yield what makes blocks of components, and attributes of ``@event``."""
    if "<" not in text:
        return
    line = seen = 0
    for match in _BEGIN.finditer(text):
        name = match["name"]
        at = match.start("name")
        line, seen = (text.rfind("\n", seen, at) + 1) or line, at
        if name in INLINE or name.lower() in BLOCKS:
            continue
        if _BEFORE.fullmatch(text, line, match.start()) is None:
            continue
        if not match["end"] and name[1:2].isalpha() and _is_in_one_line(text, at - 1):
            yield at, "!"  # a declaration, a block that ends where its line does
        else:
            yield at, "p " if len(name) > 1 else "p"
    yield from _shorthands(text)


def _shorthands(text: str) -> Iterator[Change]:
    """Yield what makes plain attributes of those that begin with ``@``."""
    for sign in _SHORTHAND.finditer(text):
        at = sign.start()
        begin = text.rfind("<", max(0, at - _LONGEST_TAG), at)
        # A sign of ``<`` may stand in an attribute before it.
        for _ in range(_MOST_SIGNS):
            tag = _TAG.match(text, begin) if begin >= 0 else None
            if tag is not None and tag.end() > at:
                yield at, ":"
                break
            begin = text.rfind("<", max(0, at - _LONGEST_TAG), max(begin, 0))


def _is_in_one_line(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return _IN_ONE_LINE.match(text, at, len(text) if end < 0 else end) is not None
