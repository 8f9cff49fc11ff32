"""html5lib's parser on our tokenizer and our stack; it builds nothing and takes down errors."""

from __future__ import annotations

from typing import Any, Final

from articlelint.html.judge.construction.parts import HTML, MATHML, SVG, HTMLParser
from articlelint.html.judge.construction.phases import PHASES
from articlelint.html.judge.construction.stack import OpenElement, Stack
from articlelint.html.judge.construction.witness import END_OF_INPUT, Witness
from articlelint.html.judge.error import MarkupError, Opening
from articlelint.html.judge.tokenizer import (
    CHARACTERS,
    COMMENT,
    DATA,
    END_TAG,
    PLAINTEXT,
    RAWTEXT,
    RCDATA,
    SCRIPT,
    START_TAG,
    Tokenizer,
)
from articlelint.html.screen.beginning import Beginnings

_WORK: Final = 12_000_000
"""How much work a page may be: open elements, summed over all tags and texts."""
_ERRORS: Final = 10_000
_TURNS: Final = 50
"""How many modes may look at one token, one after the other; a few do."""
_SPACE: Final = "\t\n\f\r "
_RAW: Final = {
    "title": RCDATA, "textarea": RCDATA, "style": RAWTEXT, "xmp": RAWTEXT, "iframe": RAWTEXT,
    "noembed": RAWTEXT, "noframes": RAWTEXT, "script": SCRIPT, "plaintext": PLAINTEXT,
}  # fmt: skip
_MODES: Final = {
    "tr": "inRow", "tbody": "inTableBody", "thead": "inTableBody", "tfoot": "inTableBody",
    "caption": "inCaption", "colgroup": "inColumnGroup", "table": "inTable", "body": "inBody",
    "frameset": "inFrameset",
}  # fmt: skip


class TooLargeError(Exception):
    """The page is more work than the judge does."""


class Parser(Witness, HTMLParser):  # type: ignore[misc] # the stubs know no types here
    """html5lib's parser on our tokenizer and our stack.

    *context* is the element whose content a fragment is, ``div`` or ``svg path``.
    """

    def __init__(
        self, html: str, *, document: bool, context: str = "div", skips_clean: bool = True
    ) -> None:
        super().__init__(Stack())
        self.strict = False
        self.scripting = False
        self.phases = {name: phase(self, self.tree) for name, phase in PHASES.items()}
        self.template_phases: list[str] = []
        self.compatMode = "no quirks"
        self.framesetOK = True
        self.firstStartTag = False
        self.originalPhase = None
        self.innerHTMLMode = not document
        namespace, _, self.container = context.rpartition(" ")
        opening = Opening(self.container, 0, 0, None)
        self._context: OpenElement | None = None
        state = DATA
        if document:
            self.phase = self.phases["initial"]
        else:
            uri = {"svg": SVG, "math": MATHML}.get(namespace, HTML)
            self._context = OpenElement(self.container, uri, {}, opening)
            if uri == HTML:
                state = _RAW.get(self.container, DATA)
            self.phases["beforeHtml"].insertHtmlElement()
            if self.container == "template":
                self.template_phases.append("inTemplate")
            self.resetInsertionMode()
        self.tokenizer = Tokenizer(html, self.markup_errors, self._in_foreign, state=state)
        self._work = 0
        self._length = len(html)
        self._beginnings = (
            Beginnings(html) if skips_clean and not document and context == "div" else None
        )

    @property
    def innerHTML(self) -> bool:
        """Tell whether tokens may come that a whole document does not let through."""
        return self.innerHTMLMode or bool(self.template_phases)

    def run(self) -> None:
        """Read the page."""
        tree = self.tree
        stack = tree.openElements
        simple = {self.phases[name] for name in ("inBody", "inCell", "inCaption")}
        self._skip_clean()
        for token in self.tokenizer:
            self.current = token
            self.token = None
            self.span = token["span"]
            tree.place = self.span[0]
            self._work += len(stack) + 4
            if self._work > _WORK or len(self.markup_errors) > _ERRORS:
                del self.markup_errors[_ERRORS:]  # one tag may have any number
                raise TooLargeError
            if (
                token["type"] == CHARACTERS
                and self.phase in simple
                and len(stack) > 1
                and stack[-1].namespace == HTML
            ):
                self._plain_text(token["data"])
            else:
                self.before = stack[:]
                self._take(token)
                if len(stack) == 1 and token["type"] == END_TAG:
                    self._skip_clean()
        self._end_of_input()

    def _skip_clean(self) -> None:
        """Go on where the page ceases to be certainly clean, if all is as at its beginning."""
        if (
            self._beginnings is None
            or self.phase is not self.phases["inBody"]
            or self.tree.activeFormattingElements
            or self.tokenizer.state is not DATA
        ):
            return
        self.tokenizer.place, ended = self._beginnings.clean_from(self.tokenizer.place)
        root = self.tree.openElements[0].opening
        for name, (start_tag, end_tag) in ended.items():
            self.note_ended(Opening(name, *start_tag, root, end_tag=end_tag))

    def _plain_text(self, data: str) -> None:
        """Take text where it can do no more than open formatting elements again."""
        if "\0" in data and not data.strip("\0"):
            return
        self.tree.reconstructActiveFormattingElements()
        if self.framesetOK and data.strip(_SPACE):
            self.framesetOK = False

    def _take(self, token: dict[str, Any]) -> None:
        """Take any token."""
        kind = token["type"]
        if kind == START_TAG:
            self._start_tag(token)
        elif kind == END_TAG:
            self._process("processEndTag", token)
            self.ended(token["name"])
        elif kind == CHARACTERS:
            self._text(token, token["data"])
        else:
            self._process("processComment" if kind == COMMENT else "processDoctype", token)
        if self.token is not None:
            self.token.after = tuple([element.opening for element in self.tree.openElements])

    def _text(self, token: dict[str, Any], data: str) -> None:
        if "\0" in data:
            data = data.replace("\0", "\ufffd" if self._in_foreign() else "")
        rest = data.lstrip(_SPACE)
        if len(rest) < len(data):
            start, end = self.span
            cut = start + len(data) - len(rest) if len(data) == end - start else start
            space = {"type": 2, "data": data[: len(data) - len(rest)], "span": (start, cut)}
            self._process("processSpaceCharacters", space)
            self.span = (cut, end)
        if rest:
            self._process("processCharacters", {**token, "data": rest, "span": self.span})

    def _start_tag(self, token: dict[str, Any]) -> None:
        self._process("processStartTag", token)
        if token["selfClosing"] and not token["selfClosingAcknowledged"]:
            name = "non-void-html-element-start-tag-with-trailing-solidus"
            start, end = self.span
            error = MarkupError(name, name, end - 1, start, end, token["name"])
            error.token = self.step()
            self.markup_errors.append(error)
        before, stack = self.before, self.tree.openElements
        if before and (len(stack) < len(before) or stack[len(before) - 1] is not before[-1]):
            self.closed(None)

    def _process(self, method: str, token: dict[str, Any]) -> None:
        """Hand a token to the mode in charge until none wants to see it again."""
        stack = self.tree.openElements
        for _ in range(_TURNS):
            phase = self.phase
            if stack and (stack[-1].namespace != HTML or len(stack) == 1):
                top = self.adjusted_node()
                if top.namespace != HTML and self._is_foreign(top, token):
                    phase = self.phases["inForeignContent"]
            token = getattr(phase, method)(token)
            if token is None:
                return
        raise AssertionError("a token is handed round for ever")

    def adjusted_node(self) -> OpenElement:
        """Return the innermost open element; for a fragment's root, its context (13.2.4.2)."""
        stack = self.tree.openElements
        if len(stack) == 1 and self._context is not None:
            return self._context
        top: OpenElement = stack[-1]
        return top

    def _in_foreign(self) -> bool:
        return bool(self.tree.openElements) and self.adjusted_node().namespace != HTML

    def _is_foreign(self, top: OpenElement, token: dict[str, Any]) -> bool:
        """Tell whether a token in SVG or MathML is read by their rules (13.2.6)."""
        kind = token["type"]
        if kind not in (CHARACTERS, 2, START_TAG):
            return True
        if self.isMathMLTextIntegrationPoint(top) and (
            kind != START_TAG or token["name"] not in ("mglyph", "malignmark")
        ):
            return False
        if top.name == "annotation-xml" and kind == START_TAG and token["name"] == "svg":
            return False
        return not self.isHTMLIntegrationPoint(top)

    def leave_foreign_content(self) -> None:
        """Close SVG and MathML up to where HTML is allowed."""
        stack = self.tree.openElements
        while (
            len(stack) > 1
            and stack[-1].namespace != HTML
            and not self.isHTMLIntegrationPoint(stack[-1])
            and not self.isMathMLTextIntegrationPoint(stack[-1])
        ):
            stack.pop()

    def close_template(self) -> None:
        """Close the innermost template and go back to the mode around it."""
        while self.tree.openElements.pop().name != "template":
            pass
        self.tree.clearActiveFormattingElements()
        self.template_phases.pop()
        self.resetInsertionMode()

    def resetInsertionMode(self) -> None:
        """Choose the mode by the open elements (13.2.4.1)."""
        stack = self.tree.openElements
        mode = "inBody"
        for node in reversed(stack):
            last = node is stack[0]
            if last and self._context is not None:
                node = self._context  # noqa: PLW2901 - the standard's "if last, node is context"
            if node.namespace != HTML:
                continue
            if node.name in ("td", "th") and not last:
                mode = "inCell"
            elif node.name == "template":
                mode = self.template_phases[-1]
            elif node.name == "head" and not last:
                mode = "inHead"
            elif node.name == "html":
                mode = "beforeHead" if self.tree.headPointer is None else "afterHead"
            elif node.name in _MODES:
                mode = _MODES[node.name]
            else:
                continue
            break
        self.phase = self.phases[mode]

    def _end_of_input(self) -> None:
        self.span = (self._length, self._length)
        self.before = self.tree.openElements[:]
        self.token = None
        self.current = END_OF_INPUT
        for _ in range(len(PHASES)):
            if not self.phase.processEOF():
                break
