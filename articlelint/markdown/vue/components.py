"""Tags of components: to ``@mdit-vue/plugin-component`` every tag that is no inline element's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.markdown.twin import Change

_ATTRIBUTES: Final = (
    r"""(?:\s+[a-zA-Z_:@][a-zA-Z0-9:._-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^"'=<>`\s]+))?)*+"""
)
_LINE: Final = regex(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?"
    r"<(?P<end>/)?(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>]|\Z)",
    re.MULTILINE,
)
_IN_ONE_LINE: Final = regex(rf"<([A-Za-z][A-Za-z0-9-]*){_ATTRIBUTES}\s*(?:/>|>[^\n]*</\1\s*>)")
_TAG: Final = regex(rf"<[A-Za-z][A-Za-z0-9-]*{_ATTRIBUTES}\s*/?>")
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
    for match in _LINE.finditer(text):
        name = match["name"]
        if name in INLINE or name.lower() in BLOCKS:
            continue
        at = match.start("name")
        if not match["end"] and name[1:2].isalpha() and _is_in_one_line(text, at - 1):
            yield at, "!"  # a declaration, a block that ends where its line does
        else:
            yield at, "p " if len(name) > 1 else "p"
    if "@" in text:
        for tag in _TAG.finditer(text):
            for sign in _SHORTHAND.finditer(text, tag.start(), tag.end()):
                yield sign.start(), ":"


def _is_in_one_line(text: str, at: int) -> bool:
    end = text.find("\n", at)
    return _IN_ONE_LINE.match(text, at, len(text) if end < 0 else end) is not None
