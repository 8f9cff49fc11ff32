"""html5lib's insertion modes where today's standard has others (13.2.6.4).

Changed since html5lib 1.1: ``template`` and its mode; ``select`` has no mode of its own any
more; ``search`` and ``dialog``; ruby's ``rb`` and ``rtc``; the adoption agency's count;
``isindex`` and ``command`` are gone. Mended: text in tables is an error, a caption's end tag
may be left out, a table in a table keeps its place.
"""

from __future__ import annotations

from typing import Any, Final

from html5lib._utils import MethodDispatcher
from html5lib.constants import headingElements, namespaces, spaceCharacters, specialElements
from html5lib.html5parser import getPhases, impliedTagToken

from articlelint.html._stack import HTML

_Token = dict[str, Any]
_BASE: Final = getPhases(False)
_SPECIAL: Final = frozenset(specialElements) | {
    (HTML, name)
    for name in ("figcaption", "keygen", "main", "search", "source", "summary", "template", "track")
}
_STAY_OPEN: Final = frozenset(
    {"dd", "dt", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc", "tbody", "td",
     "tfoot", "th", "thead", "tr", "body", "html"}
)  # fmt: skip
"""What may be open when the input ends."""

_TEMPLATE_IN_HEAD: Final = ("base", "basefont", "bgsound", "link", "meta", "noframes", "script",
                            "style", "template", "title")  # fmt: skip


def _with(base: MethodDispatcher, *items: tuple[Any, Any]) -> MethodDispatcher:
    """Return a copy of html5lib's table of handlers with some entries replaced."""
    table = MethodDispatcher(items)
    for name, handler in base.items():
        table.setdefault(name, handler)
    table.default = base.default
    return table


class InHead(_BASE["inHead"]):  # type: ignore[misc] # made by a function of html5lib's
    """The contents of ``head``, and everywhere: ``template``."""

    __slots__ = ()

    def startTagTemplate(self, token: _Token) -> None:
        """Open a template and the mode for its contents."""
        self.tree.insertElement(token)
        self.tree.activeFormattingElements.append(None)
        self.parser.framesetOK = False
        self.parser.phase = self.parser.phases["inTemplate"]
        self.parser.template_phases.append("inTemplate")

    def endTagTemplate(self, token: _Token) -> None:
        """Close the innermost template."""
        stack = self.tree.openElements
        if not any(node.nameTuple == (HTML, "template") for node in stack):
            self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
            return
        self.tree.generate_all_implied_end_tags()
        if stack[-1].name != "template":
            self.parser.parseError("end-tag-too-early", {"name": token["name"]})
        self.parser.close_template()

    startTagHandler = _with(
        _BASE["inHead"].startTagHandler.dispatcher,
        ("meta", _BASE["inHead"].startTagBaseLinkCommand),  # the encoding is known
        ("template", startTagTemplate),
    )
    del startTagHandler["command"]
    endTagHandler = _with(_BASE["inHead"].endTagHandler.dispatcher, ("template", endTagTemplate))


class AfterHead(_BASE["afterHead"]):  # type: ignore[misc] # likewise
    """Between ``</head>`` and ``<body>``."""

    __slots__ = ()

    def endTagTemplate(self, token: _Token) -> None:
        """Close a template as in the head."""
        self.parser.phases["inHead"].processEndTag(token)

    startTagHandler = _with(
        _BASE["afterHead"].startTagHandler.dispatcher,
        ("template", _BASE["afterHead"].startTagFromHead),
    )
    endTagHandler = _with(_BASE["afterHead"].endTagHandler.dispatcher, ("template", endTagTemplate))


class InBody(_BASE["inBody"]):  # type: ignore[misc] # likewise
    """The body, where nearly everything happens."""

    __slots__ = ()

    def processEOF(self) -> None:
        """Report that something is still open."""
        if self.parser.template_phases:
            self.parser.phases["inTemplate"].processEOF()
            return
        if any(node.name not in _STAY_OPEN for node in self.tree.openElements):
            self.parser.parseError("expected-closing-tag-but-got-eof")

    def addFormattingElement(self, token: _Token) -> None:
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

    def startTagForm(self, token: _Token) -> None:
        """Open a form unless one is open."""
        templates = self.parser.template_phases
        if self.tree.formPointer and not templates:
            self.parser.parseError("unexpected-start-tag", {"name": "form"})
            return
        self.startTagCloseP(token)
        if not templates:
            self.tree.formPointer = self.tree.openElements[-1]

    def startTagListItem(self, token: _Token) -> None:
        """Open a list item and close the one before."""
        self.parser.framesetOK = False
        name = token["name"]
        stops = ("li",) if name == "li" else ("dt", "dd")
        for node in reversed(self.tree.openElements):
            if node.name in stops and node.namespace == HTML:
                self.endTagListItem(impliedTagToken(node.name))
                break
            if node.nameTuple in _SPECIAL and node.name not in ("address", "div", "p"):
                break
        self.startTagCloseP(token)

    def startTagSelect(self, token: _Token) -> None:
        """Open a select; a select in a select closes it and is ignored."""
        if self.tree.elementInScope("select"):
            self.parser.parseError("unexpected-select-in-select")
            self._pop_until("select")
            return
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)
        self.parser.framesetOK = False

    def startTagOption(self, token: _Token) -> None:
        """Open an option and close the one before."""
        if self.tree.elementInScope("select"):
            self.tree.generateImpliedEndTags("optgroup")
            if self.tree.elementInScope("option"):
                self.parser.parseError("unexpected-start-tag-in-select", {"name": "option"})
        elif self.tree.openElements[-1].name == "option":
            self.tree.openElements.pop()
        self.tree.reconstructActiveFormattingElements()
        self.tree.insertElement(token)

    def startTagOptgroup(self, token: _Token) -> None:
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

    def startTagInput(self, token: _Token) -> None:
        """Insert an input; in a select it closes the select."""
        if self.tree.elementInScope("select"):
            self.parser.parseError("unexpected-input-in-select")
            self._pop_until("select")
        _BASE["inBody"].startTagInput(self, token)

    def startTagHr(self, token: _Token) -> None:
        """Insert a rule; it may separate a select's options."""
        if self.tree.elementInScope("p", variant="button"):
            self.endTagP(impliedTagToken("p"))
        if self.tree.elementInScope("select"):
            self._close_options("hr")
        self.tree.insertElement(token)
        self.tree.openElements.pop()
        token["selfClosingAcknowledged"] = True
        self.parser.framesetOK = False

    def startTagRuby(self, token: _Token) -> None:
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

    def endTagForm(self, token: _Token) -> None:
        """Close the open form."""
        if not self.parser.template_phases:
            _BASE["inBody"].endTagForm(self, token)
        elif not self.tree.elementInScope("form"):
            self.parser.parseError("unexpected-end-tag", {"name": "form"})
        else:
            self.tree.generateImpliedEndTags()
            if self.tree.openElements[-1].name != "form":
                self.parser.parseError("end-tag-too-early", {"name": "form"})
            self._pop_until("form")

    def endTagOther(self, token: _Token) -> None:
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
            if node.nameTuple in _SPECIAL:
                self.parser.parseError("unexpected-end-tag", {"name": name})
                return

    def endTagFormatting(self, token: _Token) -> None:
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
                (node for node in stack[index + 1 :] if node.nameTuple in _SPECIAL), None
            )
            if furthest is None:
                del stack[index:]
                entries.remove(entry)
                return
            self._adopt(entry, furthest)

    def _adopt(self, entry: Any, furthest: Any) -> None:  # noqa: ANN401 - html5lib is untyped
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

    def _in_head(self, token: _Token) -> Any:  # noqa: ANN401 - html5lib is untyped
        return self.parser.phases["inHead"].processStartTag(token)

    def _end_in_head(self, token: _Token) -> Any:  # noqa: ANN401 - likewise
        return self.parser.phases["inHead"].processEndTag(token)

    startTagHandler = _with(
        _BASE["inBody"].startTagHandler.dispatcher,
        (("dialog", "search"), _BASE["inBody"].startTagCloseP),
        ("form", startTagForm),
        (("li", "dd", "dt"), startTagListItem),
        ("select", startTagSelect),
        ("option", startTagOption),
        ("optgroup", startTagOptgroup),
        ("input", startTagInput),
        ("hr", startTagHr),
        (("rb", "rp", "rt", "rtc"), startTagRuby),
        ("template", _in_head),
    )
    del startTagHandler["isindex"]
    del startTagHandler["command"]
    endTagHandler = _with(
        _BASE["inBody"].endTagHandler.dispatcher,
        (("search", "select"), _BASE["inBody"].endTagBlock),
        ("form", endTagForm),
        (("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong",
          "tt", "u"), endTagFormatting),
        ("template", _end_in_head),
    )  # fmt: skip
    endTagHandler.default = endTagOther


class InTable(_BASE["inTable"]):  # type: ignore[misc] # likewise
    """Directly in a table."""

    __slots__ = ()

    def processEOF(self) -> None:
        """Report that something is still open."""
        self.parser.phases["inBody"].processEOF()

    def clearStackToTableContext(self) -> None:
        """Close what is open in the table."""
        while self.tree.openElements[-1].name not in ("table", "template", "html"):
            self.tree.openElements.pop()

    def startTagTable(self, token: _Token) -> _Token | None:
        """Close this table and open the other after it."""
        self.parser.parseError(
            "unexpected-start-tag-implies-end-tag", {"startName": "table", "endName": "table"}
        )
        if not self.tree.elementInScope("table", variant="table"):
            return None
        self.endTagTable(impliedTagToken("table"))
        return token

    def startTagForm(self, token: _Token) -> None:
        """Insert an empty form, where none is open."""
        self.parser.parseError("unexpected-form-in-table")
        if self.tree.formPointer is None and not self.parser.template_phases:
            self.tree.formPointer = self.tree.insertElement(token)
            self.tree.openElements.pop()

    def endTagTable(self, token: _Token) -> None:
        """Close the table and all in it."""
        if not self.tree.elementInScope("table", variant="table"):
            self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
            return
        while self.tree.openElements.pop().name != "table":
            pass
        self.parser.resetInsertionMode()

    def _in_head(self, token: _Token) -> Any:  # noqa: ANN401 - html5lib is untyped
        return self.parser.phases["inHead"].processStartTag(token)

    def _end_in_head(self, token: _Token) -> Any:  # noqa: ANN401 - likewise
        return self.parser.phases["inHead"].processEndTag(token)

    startTagHandler = _with(
        _BASE["inTable"].startTagHandler.dispatcher,
        ("table", startTagTable),
        ("form", startTagForm),
        ("template", _in_head),
    )
    endTagHandler = _with(
        _BASE["inTable"].endTagHandler.dispatcher,
        ("table", endTagTable),
        ("template", _end_in_head),
    )


class InTableText(_BASE["inTableText"]):  # type: ignore[misc] # likewise
    """Text directly in a table; html5lib 1.1 forgot to report it."""

    __slots__ = ()

    def flushCharacters(self) -> None:
        """Report text that is not white space, at its exact place."""
        tokens = self.characterTokens
        self.characterTokens = []
        text = [token for token in tokens if not token["data"].isspace() or _not_space(token)]
        if not text:
            return
        self.parser.text_in_table(text[0], text[-1])
        self.tree.reconstructActiveFormattingElements()
        self.parser.framesetOK = False


def _not_space(token: _Token) -> bool:
    return any(character not in spaceCharacters for character in token["data"])


class InCaption(_BASE["inCaption"]):  # type: ignore[misc] # likewise
    """A table's caption; its end tag may be left out."""

    __slots__ = ()

    def _close(self, token: _Token) -> _Token | None:
        if not self.tree.elementInScope("caption", variant="table"):
            self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
            return None
        self.endTagCaption(impliedTagToken("caption"))
        return token

    startTagHandler = _with(
        _BASE["inCaption"].startTagHandler.dispatcher,
        (("caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"), _close),
    )
    endTagHandler = _with(_BASE["inCaption"].endTagHandler.dispatcher, ("table", _close))


class InColumnGroup(_BASE["inColumnGroup"]):  # type: ignore[misc] # likewise
    """A table's group of columns."""

    __slots__ = ()

    def ignoreEndTagColgroup(self) -> bool:
        """Tell whether no group of columns is open."""
        return bool(self.tree.openElements[-1].name != "colgroup")

    def processEOF(self) -> None:
        """Report that something is still open."""
        self.parser.phases["inBody"].processEOF()

    def _in_head(self, token: _Token) -> Any:  # noqa: ANN401 - html5lib is untyped
        return self.parser.phases["inHead"].processStartTag(token)

    def _end_in_head(self, token: _Token) -> Any:  # noqa: ANN401 - likewise
        return self.parser.phases["inHead"].processEndTag(token)

    startTagHandler = _with(
        _BASE["inColumnGroup"].startTagHandler.dispatcher, ("template", _in_head)
    )
    endTagHandler = _with(
        _BASE["inColumnGroup"].endTagHandler.dispatcher, ("template", _end_in_head)
    )


class InTableBody(_BASE["inTableBody"]):  # type: ignore[misc] # likewise
    """Directly in a table's group of rows."""

    __slots__ = ()

    def clearStackToTableBodyContext(self) -> None:
        """Close what is open in the group of rows."""
        ends = ("tbody", "tfoot", "thead", "template", "html")
        while self.tree.openElements[-1].name not in ends:
            self.tree.openElements.pop()


class InRow(_BASE["inRow"]):  # type: ignore[misc] # likewise
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


class InTemplate(_BASE["inBody"]):  # type: ignore[misc] # likewise
    """The contents of a template."""

    __slots__ = ()

    def processCharacters(self, token: _Token) -> Any:  # noqa: ANN401 - html5lib is untyped
        """Take text as in the body."""
        return self.parser.phases["inBody"].processCharacters(token)

    def processStartTag(self, token: _Token) -> Any:  # noqa: ANN401 - likewise
        """Choose the mode that the first start tag asks for."""
        name = token["name"]
        if name in _TEMPLATE_IN_HEAD:
            return self.parser.phases["inHead"].processStartTag(token)
        if name in ("caption", "colgroup", "tbody", "tfoot", "thead"):
            phase = "inTable"
        else:
            phase = {"col": "inColumnGroup", "tr": "inTableBody", "td": "inRow", "th": "inRow"}.get(
                name, "inBody"
            )
        self.parser.template_phases[-1] = phase
        self.parser.phase = self.parser.phases[phase]
        return token

    def processEndTag(self, token: _Token) -> Any:  # noqa: ANN401 - likewise
        """Close the template; ignore any other end tag."""
        if token["name"] == "template":
            return self.parser.phases["inHead"].processEndTag(token)
        self.parser.parseError("unexpected-end-tag", {"name": token["name"]})
        return None

    def processEOF(self) -> None:
        """Report that the template is still open."""
        self.parser.parseError("expected-closing-tag-but-got-eof")


class InForeignContent(_BASE["inForeignContent"]):  # type: ignore[misc] # likewise
    """SVG and MathML."""

    __slots__ = ()

    def processStartTag(self, token: _Token) -> Any:  # noqa: ANN401 - html5lib is untyped
        """Open an element of the same language; many an HTML element leaves it."""
        name = token["name"]
        if name in self.breakoutElements or (
            name == "font" and not {"color", "face", "size"}.isdisjoint(token["data"])
        ):
            self.parser.parseError("unexpected-html-element-in-foreign-content", {"name": name})
            self.parser.leave_foreign_content()
            return self.parser.phase.processStartTag(token)
        token["namespace"] = self.parser.adjusted_node().namespace
        if token["namespace"] == namespaces["svg"]:
            self.adjustSVGTagNames(token)
        self.tree.insertElement(token)
        if token["selfClosing"]:
            self.tree.openElements.pop()
            token["selfClosingAcknowledged"] = True
        return None

    def processEndTag(self, token: _Token) -> Any:  # noqa: ANN401 - html5lib is untyped
        """Close the element of this name; ``</p>`` and ``</br>`` leave SVG and MathML."""
        stack = self.tree.openElements
        name = token["name"]
        if name in ("p", "br"):
            self.parser.parseError("unexpected-end-tag", {"name": name})
            self.parser.leave_foreign_content()
            return self.parser.phase.processEndTag(token)
        if stack[-1].name.lower() != name:
            self.parser.parseError("unexpected-end-tag", {"name": name})
        for index in range(len(stack) - 1, 0, -1):
            if stack[index].namespace == HTML:
                return self.parser.phase.processEndTag(token)
            if stack[index].name.lower() == name:
                del stack[index:]
                return None
        return None


HEADINGS: Final = frozenset(headingElements)

PHASES: Final = dict(_BASE) | {
    "inHead": InHead,
    "afterHead": AfterHead,
    "inBody": InBody,
    "inTable": InTable,
    "inTableText": InTableText,
    "inCaption": InCaption,
    "inColumnGroup": InColumnGroup,
    "inTableBody": InTableBody,
    "inRow": InRow,
    "inTemplate": InTemplate,
    "inForeignContent": InForeignContent,
}
