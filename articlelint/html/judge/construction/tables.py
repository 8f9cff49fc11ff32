"""Tables: with ``template``, with text reported, with captions whose end tag is left out."""

from __future__ import annotations

from typing import Final

from articlelint.html.judge.construction.parts import (
    InCaptionBase,
    InColumnGroupBase,
    InRowBase,
    InTableBase,
    InTableBodyBase,
    InTableTextBase,
    Token,
    end_in_head,
    handlers,
    implied,
    start_in_head,
)

_SPACE: Final = "\t\n\f\r "


class InTable(InTableBase):  # type: ignore[misc] # html5lib has no types
    """Directly in a table."""

    __slots__ = ()

    def processEOF(self) -> None:
        """Report that something is still open."""
        self.parser.phases["inBody"].processEOF()

    def clearStackToTableContext(self) -> None:
        """Close what is open in the table."""
        while self.tree.openElements[-1].name not in ("table", "template", "html"):
            self.tree.openElements.pop()

    def startTagTable(self, token: Token) -> Token | None:
        """Close this table and open the other after it."""
        self.parser.parseError(
            "unexpected-start-tag-implies-end-tag", {"startName": "table", "endName": "table"}
        )
        if not self.tree.elementInScope("table", variant="table"):
            return None
        self.endTagTable(implied("table"))
        return token

    def startTagForm(self, token: Token) -> None:
        """Insert an empty form, where none is open."""
        self.parser.parseError("unexpected-form-in-table")
        if self.tree.formPointer is None and not self.parser.template_phases:
            self.tree.formPointer = self.tree.insertElement(token)
            self.tree.openElements.pop()

    def endTagTable(self, token: Token) -> None:
        """Close the table and all in it."""
        if not self.tree.elementInScope("table", variant="table"):
            self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
            return
        while self.tree.openElements.pop().name != "table":
            pass
        self.parser.resetInsertionMode()

    startTagHandler = handlers(
        "inTable",
        "startTagHandler",
        ("table", startTagTable),
        ("form", startTagForm),
        ("template", start_in_head),
    )
    endTagHandler = handlers(
        "inTable",
        "endTagHandler",
        ("table", endTagTable),
        ("template", end_in_head),
    )


class InTableText(InTableTextBase):  # type: ignore[misc] # html5lib has no types
    """Text directly in a table; html5lib 1.1 forgot to report it."""

    __slots__ = ()

    def flushCharacters(self) -> None:
        """Report text that is not white space, at its exact place."""
        tokens: list[Token] = self.characterTokens[:]
        self.characterTokens.clear()
        text = [token for token in tokens if token["data"].strip(_SPACE)]
        if not text:
            return
        self.parser.text_in_table(text[0], text[-1])
        self.tree.reconstructActiveFormattingElements()
        self.parser.framesetOK = False


class InCaption(InCaptionBase):  # type: ignore[misc] # html5lib has no types
    """A table's caption; its end tag may be left out."""

    __slots__ = ()

    def _close(self, token: Token) -> Token | None:
        if not self.tree.elementInScope("caption", variant="table"):
            self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
            return None
        self.endTagCaption(implied("caption"))
        return token

    startTagHandler = handlers(
        "inCaption",
        "startTagHandler",
        (("caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"), _close),
    )
    endTagHandler = handlers("inCaption", "endTagHandler", ("table", _close))


class InColumnGroup(InColumnGroupBase):  # type: ignore[misc] # html5lib has no types
    """A table's group of columns."""

    __slots__ = ()

    def ignoreEndTagColgroup(self) -> bool:
        """Tell whether no group of columns is open."""
        return bool(self.tree.openElements[-1].name != "colgroup")

    def processEOF(self) -> None:
        """Report that something is still open."""
        self.parser.phases["inBody"].processEOF()

    startTagHandler = handlers("inColumnGroup", "startTagHandler", ("template", start_in_head))
    endTagHandler = handlers("inColumnGroup", "endTagHandler", ("template", end_in_head))


class InTableBody(InTableBodyBase):  # type: ignore[misc] # html5lib has no types
    """Directly in a table's group of rows."""

    __slots__ = ()

    def clearStackToTableBodyContext(self) -> None:
        """Close what is open in the group of rows."""
        ends = ("tbody", "tfoot", "thead", "template", "html")
        while self.tree.openElements[-1].name not in ends:
            self.tree.openElements.pop()


class InRow(InRowBase):  # type: ignore[misc] # html5lib has no types
    """Directly in a table's row."""

    __slots__ = ()

    def clearStackToTableRowContext(self) -> None:
        """Close what is open in the row, and report it."""
        stack = self.tree.openElements
        if stack[-1].name not in ("tr", "template", "html"):
            name = stack[-1].name
            self.parser.parseError("unexpected-implied-end-tag-in-table-row", {"name": name})
        while stack[-1].name not in ("tr", "template", "html"):
            stack.pop()
