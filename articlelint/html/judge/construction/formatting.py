"""Formatting elements and the adoption agency algorithm (13.2.6.4.7), without a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.html.judge.construction.parts import HTML, SPECIAL, InBodyBase, Token

if TYPE_CHECKING:
    from articlelint.html.judge.construction.stack import OpenElement


class Formatting(InBodyBase):  # type: ignore[misc] # html5lib has no types
    """What the body does with ``b``, ``i``, ``a`` and their like, and with unknown elements."""

    __slots__ = ()

    def addFormattingElement(self, token: Token) -> None:
        """Open a formatting element; of four alike the first is forgotten (Noah's Ark)."""
        element = self.tree.insertElement(token)
        entries = self.tree.activeFormattingElements
        alike = []
        for node in reversed(entries):
            if node is None:
                break
            if node.nameTuple == element.nameTuple and node.attributes == element.attributes:
                alike.append(node)
        if len(alike) >= 3:
            entries.remove(alike[2])
        list.append(entries, element)

    def endTagOther(self, token: Token) -> None:
        """Close the innermost element of this name, if nothing special is in the way."""
        stack = self.tree.openElements
        name = token["name"]
        for node in reversed(stack):
            if node.name == name and node.namespace == HTML:
                self.tree.generateImpliedEndTags(name)
                if stack[-1] is not node:
                    self.parser.parseError("unexpected-end-tag", {"name": name})
                while stack.pop() is not node:
                    pass
                return
            if node.nameTuple in SPECIAL:
                self.parser.parseError("unexpected-end-tag", {"name": name})
                return

    def endTagFormatting(self, token: Token) -> None:
        """Run the adoption agency algorithm on the stack and the list, without a tree."""
        name = token["name"]
        stack = self.tree.openElements
        entries = self.tree.activeFormattingElements
        if stack[-1].nameTuple == (HTML, name) and stack[-1] not in entries:
            stack.pop()
            return
        for turn in range(8):
            entry = self.tree.elementInActiveFormattingElements(name)
            if entry is None:
                self.endTagOther(token)
                return
            if entry not in stack:
                self.parser.parseError("adoption-agency-1.2", {"name": name})
                entries.remove(entry)
                return
            if not self.tree.elementInScope(entry):
                self.parser.parseError("adoption-agency-4.4", {"name": name})
                return
            if entry is not stack[-1] and not turn:
                self.parser.parseError("adoption-agency-1.3", {"name": name})
            index = stack.index(entry)
            furthest = next(
                (node for node in stack[index + 1 :] if node.nameTuple in SPECIAL), None
            )
            if furthest is None:
                del stack[index:]
                entries.remove(entry)
                return
            self._adopt(entry, furthest)

    def _adopt(self, entry: OpenElement, furthest: OpenElement) -> None:
        """Move the end of *entry* to before *furthest* and open it again inside."""
        stack = self.tree.openElements
        entries = self.tree.activeFormattingElements
        place = stack.index(furthest)
        bookmark = entries.index(entry)
        last = furthest
        count = 0
        while stack[place - 1] is not entry:
            place -= 1
            count += 1
            node = stack[place]
            if count > 3 and node in entries:
                bookmark -= entries.index(node) < bookmark
                entries.remove(node)
            if node not in entries:
                del stack[place]
                continue
            clone = node.cloneNode()
            entries[entries.index(node)] = stack[place] = clone
            if last is furthest:
                bookmark = entries.index(clone) + 1
            last = clone
        clone = entry.cloneNode()
        bookmark -= entries.index(entry) < bookmark
        entries.remove(entry)
        entries.insert(bookmark, clone)
        stack.remove(entry)
        stack.insert(stack.index(furthest) + 1, clone)
