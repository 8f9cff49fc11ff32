"""Pages as trees that can be compared: html5lib's, white space folded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import html5lib

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_PREFORMATTED: Final = frozenset({"pre", "textarea", "script", "style"})

Tree = tuple[str, dict[str, str], list[Any]]
"""An element: its name, its attributes, and its children; a string is text."""


def tree(html: str) -> Tree:
    """Return the tree of a fragment of a page, without comments."""
    parsed: Any = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return ("", {}, list(_children(parsed, preformatted=False)))


def _children(element: Element, *, preformatted: bool) -> Iterator[Any]:
    text = element.text or ""
    found: list[Any] = []
    for child in element:
        if isinstance(child.tag, str):
            name = child.tag.rsplit("}", 1)[-1]
            if text:
                found.append(text)
            inner = list(_children(child, preformatted=preformatted or name in _PREFORMATTED))
            found.append((name, {str(key): value for key, value in child.attrib.items()}, inner))
            text = ""
        text += child.tail or ""
    if text:
        found.append(text)
    for each in found:
        if not isinstance(each, str) or preformatted:
            yield each
        elif folded := " ".join(each.split()):
            yield folded


def difference(first: Tree, second: Tree, path: str = "") -> str | None:
    """Return the first place where two trees differ, and how; None where they are equal."""
    name, attributes, children = first
    if name != second[0]:
        return f"{path}: <{name}> and <{second[0]}>"
    path = f"{path}/{name}"
    if attributes != second[1]:
        return f"{path}: {attributes} and {second[1]}"
    others = second[2]
    for index in range(max(len(children), len(others))):
        one = children[index] if index < len(children) else None
        other = others[index] if index < len(others) else None
        if one == other:
            continue
        if isinstance(one, tuple) and isinstance(other, tuple):
            return difference(one, other, f"{path}[{index}]")
        return f"{path}[{index}]: {_shown(one)} and {_shown(other)}"
    return None


def _shown(node: Any) -> str:
    if isinstance(node, tuple):
        return f"<{node[0]}> {_text(node)[:60]!r}"
    return repr(node)[:300]


def _text(node: Tree) -> str:
    return " ".join(each if isinstance(each, str) else _text(each) for each in node[2])
