"""How far elements reach in the source, which their parts tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.element import Element


def settle(root: Element) -> None:
    """Make every element reach over what is in it."""
    for element in reversed(list(root.walk())):
        children = element.children
        if children:
            element.start = min([element.start, *[child.start for child in children]])
            element.end = max([element.end, *[_end(child) for child in children]])


def _end(child: Element) -> int:
    """Return where an element and the text after it end."""
    tail = child.tail
    if tail is None or not tail.text.strip():
        return child.end
    return max(child.end, tail.end(len(tail.text.rstrip())))
