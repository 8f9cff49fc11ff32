"""The open elements of html5lib's tree construction, each knowing its start tag.

A judge needs no tree: nothing in tree construction reads it but where text that was moved
out of a table would go. So nodes are not linked, and only the stack of open elements and the
list of active formatting elements are kept.
"""

from __future__ import annotations

from typing import Any, Final

from articlelint.html.judge.construction.parts import HTML, SCOPE, TreeBuilder
from articlelint.html.judge.error import Opening
from articlelint.html.standard.parsing import IMPLIED, IMPLIED_THOROUGHLY

DEEPEST: Final = 512
"""How many elements may be open at once; Chromium flattens what is nested more deeply."""

_SCOPES: Final[dict[str | None, set[tuple[str, str]]]] = {
    None: SCOPE,
    "button": SCOPE | {(HTML, "button")},
    "list": SCOPE | {(HTML, "ol"), (HTML, "ul")},
    "table": {(HTML, "html"), (HTML, "table"), (HTML, "template")},
}


class TooDeepError(Exception):
    """More elements are open than the judge looks at."""


class OpenElement:
    """An element as far as tree construction looks at it."""

    __slots__ = ("attributes", "name", "nameTuple", "namespace", "opening", "parent")

    childNodes: tuple[()] = ()

    def __init__(
        self, name: str, namespace: str, attributes: dict[Any, str], opening: Opening
    ) -> None:
        self.name = name
        self.namespace = namespace
        self.nameTuple = (namespace, name)
        self.attributes = attributes
        self.opening = opening
        self.parent: OpenElement | None = None

    def cloneNode(self) -> OpenElement:
        """Return another element of the same start tag."""
        return OpenElement(self.name, self.namespace, self.attributes, self.opening)

    def appendChild(self, node: object) -> None:
        """Build nothing."""

    def hasContent(self) -> bool:
        """Say no: what is in an element is not kept."""
        return False


class Stack(TreeBuilder):  # type: ignore[misc] # the stubs know no types here
    """html5lib's tree builder without a tree."""

    documentClass = staticmethod(lambda: None)

    def __init__(self) -> None:
        super().__init__(namespaceHTMLElements=True)
        self.place = 0
        """Where the token stands that is being processed, for tags that are implied."""

    def insertRoot(self, token: dict[str, Any]) -> None:
        """Open the root element."""
        self.insertElementNormal(token)

    def createElement(self, token: dict[str, Any]) -> OpenElement:
        """Return the element of a start tag."""
        opening = token.get("opening")
        if opening is None:
            start, end = token.get("span") or (self.place, self.place)
            parent = self.openElements[-1].opening if self.openElements else None
            opening = Opening(token["name"], start, end, parent)
        return OpenElement(token["name"], token.get("namespace", HTML), token["data"], opening)

    def insertElementNormal(self, token: dict[str, Any]) -> OpenElement:
        """Open the element of a start tag."""
        if len(self.openElements) >= DEEPEST:
            raise TooDeepError
        element = self.createElement(token)
        self.openElements.append(element)
        return element

    insertElementTable = insertElementNormal

    def insertText(self, data: str, parent: object = None) -> None:
        """Keep no text."""

    def insertComment(self, token: dict[str, Any], parent: object = None) -> None:
        """Keep no comments."""

    def insertDoctype(self, token: dict[str, Any]) -> None:
        """Keep no doctype."""

    def elementInScope(self, target: str | OpenElement, variant: str | None = None) -> bool:
        """Tell whether *target* is open with nothing in between that shuts it off."""
        scope = _SCOPES[variant]
        if isinstance(target, str):
            for node in reversed(self.openElements):
                if node.name == target and node.namespace == HTML:
                    return True
                if node.nameTuple in scope:
                    return False
            return False
        for node in reversed(self.openElements):
            if node is target:
                return True
            if node.nameTuple in scope:
                return False
        return False

    def generateImpliedEndTags(self, exclude: str | None = None) -> None:
        """Close what needs no end tag, from the innermost outwards."""
        stack = self.openElements
        while stack[-1].name in IMPLIED and stack[-1].name != exclude:
            stack.pop()

    def generate_all_implied_end_tags(self) -> None:
        """Close what needs no end tag, those of tables included."""
        while self.openElements[-1].name in IMPLIED_THOROUGHLY:
            self.openElements.pop()

    def elementInActiveFormattingElements(self, name: str) -> OpenElement | None:
        """Return the last formatting element *name* since the last marker."""
        for item in reversed(self.activeFormattingElements):
            if item is None:
                return None
            if item.name == name:
                found: OpenElement = item
                return found
        return None

    def reconstructActiveFormattingElements(self) -> None:
        """Open again the formatting elements that were closed without their end tags."""
        entries = self.activeFormattingElements
        stack = self.openElements
        first = len(entries)
        while first and entries[first - 1] is not None and entries[first - 1] not in stack:
            first -= 1
        for index in range(first, len(entries)):
            entry = entries[index]
            entries[index] = self.insertElementNormal(
                {
                    "name": entry.name,
                    "namespace": entry.namespace,
                    "data": entry.attributes,
                    "opening": entry.opening,
                }
            )
