"""XML, written as text: the few elements of our reports need no tree."""

from __future__ import annotations

from articlelint.reporters.style import visible

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def text(value: str) -> str:
    """Return *value* for an element or a quoted attribute.

    Characters that XML 1.0 forbids even as references (section 2.2, "Char") are shown as
    signs, as are all others that a terminal would obey.
    """
    return visible(value).translate(_ESCAPES)


def tag(name: str, attributes: dict[str, object], end: str = ">") -> str:
    """Return a start tag, with *end* ``/>`` an empty element."""
    pairs = "".join(f' {key}="{text(str(value))}"' for key, value in attributes.items())
    return f"<{name}{pairs}{end}"
