"""Attributes in braces at the end of a block, as markdown-it-attrs reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import LEAF, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_AT_END: Final = regex(r"\s*(?<!\{)\{(?P<inner>[^{}\n]+)\}\s*\Z")
_ONE: Final = regex(
    r"""(?P<mark>[#.])(?P<name>[\w:-]+)|(?P<key>[^\s=.#]+)(?:=(?:"(?P<quoted>[^"]*)"|(?P<value>\S*)))?"""
)
_BLOCKS: Final = frozenset({"Paragraph", "Item"})


def attributes_at_ends(events: list[Event]) -> list[Event]:
    """Return *events* with the attributes that stand at the end of their paragraphs and items."""
    found: list[Event] = []
    opened: list[int] = []  # where in found the blocks begin that may have some
    for event in events:
        role, kind, _, _, _ = event
        if kind in _BLOCKS and role == START:
            opened.append(len(found))
        elif kind in _BLOCKS:
            begin = opened.pop()
            role, kind, data, start, end = found[-1]
            match = _AT_END.search(data) if kind == "Text" else None
            attributes = _written(match["inner"]) if match is not None else ""
            if match is not None and attributes:
                found[-1] = (role, kind, data[: match.start()], start, end)
                found.insert(begin + 1, (LEAF, "Attributes", attributes, start, end))
        found.append(event)
    return found


def _written(inner: str) -> str:
    """Return attributes as a start tag holds them."""
    classes, parts = [], []
    for one in _ONE.finditer(inner):
        if one["mark"] == ".":
            classes.append(one["name"])
        elif one["mark"]:
            parts.append(f' id="{one["name"]}"')
        else:
            parts.append(f' {one["key"]}="{one["quoted"] or one["value"] or ""}"')
    if classes:
        parts.append(f' class="{" ".join(classes)}"')
    return "".join(parts)
