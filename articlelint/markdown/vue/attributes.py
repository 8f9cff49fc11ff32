"""Attributes in braces at the end of a block, as markdown-it-attrs reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.markdown.events import LEAF, START
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.markdown.events import Event

_AT_END: Final = regex(r"(?<!\{)\{([^{}\n]+)\}\s*\Z")
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
        if kind == "Heading" and role == START and found[-1:] and found[-1][:2] == (START, "Item"):
            event = _moved(event, found)  # noqa: PLW2901 - as it now is
        if kind in _BLOCKS and role == START:
            opened.append(len(found))
        elif kind in _BLOCKS:
            begin = opened.pop()
            role, kind, data, start, end = found[-1]
            opening = data.rfind("{") if kind == "Text" else -1
            match = _AT_END.match(data, opening) if opening >= 0 else None
            attributes = _written(match[1]) if match is not None else ""
            if attributes:
                found[-1] = (role, kind, data[:opening].rstrip(), start, end)
                found.insert(begin + 1, (LEAF, "Attributes", attributes, start, end))
        found.append(event)
    return found


def _moved(heading: Event, found: list[Event]) -> Event:
    """Give the attributes of a heading that an item begins with to the item."""
    role, kind, data, start, end = heading
    pairs = [("id", data["id"]), ("class", " ".join(data["classes"]))]
    pairs = [*(pair for pair in pairs if pair[1]), *data["attrs"]]
    written = "".join(f' {name}="{value or ""}"' for name, value in pairs)
    if written:
        found.append((LEAF, "Attributes", written, start, end))
    return role, kind, {**data, "id": None, "classes": [], "attrs": []}, start, end


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
