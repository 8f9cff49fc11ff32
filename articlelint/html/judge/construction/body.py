"""The body: today's ``select``, ``search``, ``dialog`` and ruby, and forms in templates."""

from __future__ import annotations

from articlelint.html.judge.construction.formatting import Formatting
from articlelint.html.judge.construction.parts import (
    HTML,
    SPECIAL,
    InBodyBase,
    Token,
    end_in_head,
    handlers,
    implied,
    start_in_head,
)
from articlelint.html.standard.parsing import FORMATTING, MAY_STAY_OPEN


class InBody(Formatting):
    """The body, where nearly everything happens."""

    __slots__ = ()

    def processEOF(self) -> None:
        """Report that something is still open."""
        if self.parser.template_phases:
            self.parser.phases["inTemplate"].processEOF()
            return
        if any(node.name not in MAY_STAY_OPEN for node in self.tree.openElements):
            self.parser.parseError("expected-closing-tag-but-got-eof")

    def startTagForm(self, token: Token) -> None:
        """Open a form unless one is open."""
        templates = self.parser.template_phases
        if self.tree.formPointer and not templates:
            self.parser.parseError("unexpected-start-tag", {"name": "form"})
            return
        self.startTagCloseP(token)
        if not templates:
            self.tree.formPointer = self.tree.openElements[-1]

    def startTagListItem(self, token: Token) -> None:
        """Open a list item and close the one before."""
        self.parser.framesetOK = False
        name = token["name"]
        stops = ("li",) if name == "li" else ("dt", "dd")
        for node in reversed(self.tree.openElements):
            if node.name in stops and node.namespace == HTML:
                self.endTagListItem(implied(node.name))
                break
            if node.nameTuple in SPECIAL and node.name not in ("address", "div", "p"):
                break
        self.startTagCloseP(token)

    def startTagSelect(self, token: Token) -> None:
        """Open a select; a select in a select closes it and is ignored."""
        if self.tree.elementInScope("select"):
            self.parser.parseError("unexpected-select-in-select")
            self._pop_until("select")
            return
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)
        self.parser.framesetOK = False

    def startTagOption(self, token: Token) -> None:
        """Open an option and close the one before."""
        if self.tree.elementInScope("select"):
            self.tree.generateImpliedEndTags("optgroup")
            if self.tree.elementInScope("option"):
                self.parser.parseError("unexpected-start-tag-in-select", {"name": "option"})
        elif self.tree.openElements[-1].name == "option":
            self.tree.openElements.pop()
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)

    def startTagOptgroup(self, token: Token) -> None:
        """Open a group of options and close what is open of the one before."""
        if self.tree.elementInScope("select"):
            self._close_options("optgroup")
        elif self.tree.openElements[-1].name == "option":
            self.tree.openElements.pop()
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)

    def _close_options(self, name: str) -> None:
        self.tree.generateImpliedEndTags()
        if self.tree.elementInScope("option") or self.tree.elementInScope("optgroup"):
            self.parser.parseError("unexpected-start-tag-in-select", {"name": name})

    def startTagInput(self, token: Token) -> None:
        """Insert an input; in a select it closes the select."""
        if self.tree.elementInScope("select"):
            self.parser.parseError("unexpected-input-in-select")
            self._pop_until("select")
        InBodyBase.startTagInput(self, token)

    def startTagHr(self, token: Token) -> None:
        """Insert a rule; it may separate a select's options."""
        if self.tree.elementInScope("p", variant="button"):
            self.endTagP(implied("p"))
        if self.tree.elementInScope("select"):
            self._close_options("hr")
        self.tree.insertElement(token)
        self.tree.openElements.pop()
        token["selfClosingAcknowledged"] = True
        self.parser.framesetOK = False

    def startTagRuby(self, token: Token) -> None:
        """Open a part of a ruby annotation."""
        if self.tree.elementInScope("ruby"):
            inner = token["name"] in ("rp", "rt")
            self.tree.generateImpliedEndTags("rtc" if inner else None)
            name = self.tree.openElements[-1].name
            if name != "ruby" and not (inner and name == "rtc"):
                self.parser.parseError("unexpected-start-tag", {"name": token["name"]})
        self.tree.insertElement(token)

    def _pop_until(self, name: str) -> None:
        while self.tree.openElements.pop().name != name:
            pass

    def endTagForm(self, token: Token) -> None:
        """Close the open form."""
        if not self.parser.template_phases:
            InBodyBase.endTagForm(self, token)
        elif not self.tree.elementInScope("form"):
            self.parser.parseError("unexpected-end-tag", {"name": "form"})
        else:
            self.tree.generateImpliedEndTags()
            if self.tree.openElements[-1].name != "form":
                self.parser.parseError("end-tag-too-early", {"name": "form"})
            self._pop_until("form")

    def endTagHtml(self, token: Token) -> Token | None:
        """End the body; without one, as in a fragment, the tag is stray."""
        if self.tree.elementInScope("body"):
            reprocess: Token | None = InBodyBase.endTagHtml(self, token)
            return reprocess
        self.parser.parseError("unexpected-end-tag", {"name": "html"})
        return None

    startTagHandler = handlers(
        "inBody",
        "startTagHandler",
        (("dialog", "search"), InBodyBase.startTagCloseP),
        ("form", startTagForm),
        (("li", "dd", "dt"), startTagListItem),
        ("select", startTagSelect),
        ("option", startTagOption),
        ("optgroup", startTagOptgroup),
        ("input", startTagInput),
        ("hr", startTagHr),
        (("rb", "rp", "rt", "rtc"), startTagRuby),
        ("template", start_in_head),
    )
    del startTagHandler["isindex"]
    del startTagHandler["command"]
    endTagHandler = handlers(
        "inBody", "endTagHandler",
        (("search", "select"), InBodyBase.endTagBlock),
        ("form", endTagForm),
        ("html", endTagHtml),
        (FORMATTING, Formatting.endTagFormatting),
        ("template", end_in_head),
    )  # fmt: skip
    endTagHandler.default = Formatting.endTagOther
