"""``tag#id.class[name=value]``, which names an element: ``pymdownx/blocks/html.py``."""

from __future__ import annotations

import re
from typing import Final

from articlelint.text.regex import regex

_ESCAPE: Final = r"\\(?:[a-f0-9]{1,6}[ \t]?+|[^\r\n\f]|$)"
_CHARACTER: Final = r"[-0-9A-Za-z_\x80-\U0010ffff]"
_IDENTIFIER: Final = (
    rf"(?:--|-?+(?:[A-Za-z_\x80-\U0010ffff]|{_ESCAPE}))(?:{_CHARACTER}|{_ESCAPE})*+"
)
_TAG: Final = regex(_IDENTIFIER, re.IGNORECASE)
_PART: Final = regex(
    rf"#(?P<id>{_IDENTIFIER})|\.(?P<class>{_IDENTIFIER})|(?P<bracket>\[[ \t]*+)", re.IGNORECASE
)
_ATTRIBUTE: Final = regex(
    rf"[ \t]*+(?P<name>{_IDENTIFIER})(?:[ \t]*+=[ \t]*+(?P<value>"
    rf""""(?:\\.|[^\\"\r\n\f])*+"|'(?:\\.|[^\\'\r\n\f])*+'|(?:{_IDENTIFIER})++))?+""",
    re.IGNORECASE,
)
_BRACKET_END: Final = regex(r"[ \t]*+\]")

Attributes = dict[str, str | None]


def selected(selector: str, *, with_tag: bool) -> tuple[str, Attributes] | None:
    """Return the element and the attributes that *selector* names; None where it is none."""
    tag = _TAG.match(selector) if with_tag else None
    if with_tag and tag is None:
        return None
    found: Attributes = {}
    classes: list[str] = []
    at = tag.end() if tag is not None else 0
    while at < len(selector):
        match = _PART.match(selector, at)
        if match is None:
            return None
        at = match.end()
        if match["id"] is not None:
            if "id" in found:
                return None
            found["id"] = match["id"]
        elif match["class"] is not None:
            classes.append(match["class"])
        else:
            while (each := _ATTRIBUTE.match(selector, at)) is not None:
                at = each.end()
                _add(found, classes, each["name"].lower(), each["value"])
            closing = _BRACKET_END.match(selector, at)
            if closing is None:
                return None
            at = closing.end()
    if classes:
        found["class"] = " ".join(sorted(classes))
    return tag[0].lower() if tag is not None else "", found


def _add(found: Attributes, classes: list[str], name: str, value: str | None) -> None:
    plain = value[1:-1] if value and value[0] in "\"'" else value
    if name == "class":
        classes += (plain or "").split()
    else:
        found[name] = name if plain is None else plain
