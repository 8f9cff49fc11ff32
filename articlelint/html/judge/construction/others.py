"""Templates, and what else has a mode of its own: SVG, MathML, the head."""

from __future__ import annotations

from articlelint.html.judge.construction.parts import (
    HTML,
    SVG,
    AfterHeadBase,
    InBodyBase,
    InForeignContentBase,
    InHeadBase,
    Token,
    handlers,
)
from articlelint.html.standard.parsing import IN_HEAD


class InHead(InHeadBase):  # type: ignore[misc] # html5lib has no types
    """The contents of ``head``, and everywhere: ``template``."""

    __slots__ = ()

    def startTagTemplate(self, token: Token) -> None:
        """Open a template and the mode for its contents."""
        self.tree.insertElement(token)
        self.tree.activeFormattingElements.append(None)
        self.parser.framesetOK = False
        self.parser.phase = self.parser.phases["inTemplate"]
        self.parser.template_phases.append("inTemplate")

    def endTagTemplate(self, token: Token) -> None:
        """Close the innermost template."""
        stack = self.tree.openElements
        if not any(node.nameTuple == (HTML, "template") for node in stack):
            self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
            return
        self.tree.generate_all_implied_end_tags()
        if stack[-1].name != "template":
            self.parser.parseError("end-tag-too-early", {"name": token["name"]})
        self.parser.close_template()

    def startTagNoscript(self, token: Token) -> None:
        """Take what only those see who run no scripts for text, as browsers do that run them."""
        self.parser.parseRCDataRawtext(token, "RAWTEXT")

    startTagHandler = handlers(
        "inHead",
        "startTagHandler",
        ("noscript", startTagNoscript),
        ("meta", InHeadBase.startTagBaseLinkCommand),  # the encoding is known
        ("template", startTagTemplate),
    )
    del startTagHandler["command"]
    endTagHandler = handlers("inHead", "endTagHandler", ("template", endTagTemplate))


class AfterHead(AfterHeadBase):  # type: ignore[misc] # html5lib has no types
    """Between ``</head>`` and ``<body>``."""

    __slots__ = ()

    def endTagTemplate(self, token: Token) -> None:
        """Close a template as in the head."""
        self.parser.phases["inHead"].processEndTag(token)

    startTagHandler = handlers(
        "afterHead",
        "startTagHandler",
        ("template", AfterHeadBase.startTagFromHead),
    )
    endTagHandler = handlers("afterHead", "endTagHandler", ("template", endTagTemplate))


class InTemplate(InBodyBase):  # type: ignore[misc] # html5lib has no types
    """The contents of a template."""

    __slots__ = ()

    def processCharacters(self, token: Token) -> Token | None:
        """Take text as in the body."""
        again: Token | None = self.parser.phases["inBody"].processCharacters(token)
        return again

    def processStartTag(self, token: Token) -> Token | None:
        """Choose the mode that the first start tag asks for."""
        name = token["name"]
        if name in IN_HEAD:
            again: Token | None = self.parser.phases["inHead"].processStartTag(token)
            return again
        if name in ("caption", "colgroup", "tbody", "tfoot", "thead"):
            phase = "inTable"
        else:
            phase = {"col": "inColumnGroup", "tr": "inTableBody", "td": "inRow", "th": "inRow"}.get(
                name, "inBody"
            )
        self.parser.template_phases[-1] = phase
        self.parser.phase = self.parser.phases[phase]
        return token

    def processEndTag(self, token: Token) -> Token | None:
        """Close the template; ignore any other end tag."""
        if token["name"] == "template":
            again: Token | None = self.parser.phases["inHead"].processEndTag(token)
            return again
        self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
        return None

    def processEOF(self) -> None:
        """Report that the template is still open."""
        self.parser.parseError("expected-closing-tag-but-got-eof")


class InForeignContent(InForeignContentBase):  # type: ignore[misc] # html5lib has no types
    """SVG and MathML."""

    __slots__ = ()

    def processStartTag(self, token: Token) -> Token | None:
        """Open an element of the same language; many an HTML element leaves it."""
        name = token["name"]
        if name in self.breakoutElements or (
            name == "font" and not {"color", "face", "size"}.isdisjoint(token["data"])
        ):
            self.parser.parseError("unexpected-html-element-in-foreign-content", {"name": name})
            self.parser.leave_foreign_content()
            again: Token | None = self.parser.phase.processStartTag(token)
            return again
        token["namespace"] = self.parser.adjusted_node().namespace
        if token["namespace"] == SVG:
            self.adjustSVGTagNames(token)
        self.tree.insertElement(token)
        if token["selfClosing"]:
            self.tree.openElements.pop()
            token["selfClosingAcknowledged"] = True
        return None

    def processEndTag(self, token: Token) -> Token | None:
        """Close the element of this name; ``</p>`` and ``</br>`` leave SVG and MathML."""
        stack = self.tree.openElements
        name = token["name"]
        again: Token | None
        if name in ("p", "br"):
            self.parser.parseError("unexpected-end-tag", {"name": name})
            self.parser.leave_foreign_content()
            again = self.parser.phase.processEndTag(token)
            return again
        if stack[-1].name.lower() != name:
            self.parser.parseError("unexpected-end-tag", {"name": name})
        for index in range(len(stack) - 1, 0, -1):
            if stack[index].namespace == HTML:
                again = self.parser.phase.processEndTag(token)
                return again
            if stack[index].name.lower() == name:
                del stack[index:]
                return None
        return None
