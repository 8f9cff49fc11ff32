"""How far elements reach in the source, which their parts tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from articlelint.markdown.python_markdown.element import Element


def settle(root: Element) -> None:
    """Make every element reach over what is in it."""
    start, end = root.start, root.end
    for child in root.children:
        if child.children:
            settle(child)
        start = child.start if child.start < start else start  # noqa: FURB136 - faster
        end = child.end if child.end > end else end  # noqa: FURB136 - faster
        tail = child.tail
        if tail is not None and tail.text.strip():
            end = max(end, tail.end(len(tail.text.rstrip())))
    root.start, root.end = start, end
