"""The judge: every parse error of a page, at its exact place, by html5lib's tree construction.

What it changes in html5lib is in ``articlelint.html.construction``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.html.construction.parts import HTML, MATHML, SVG, HTMLParser
from articlelint.html.construction.phases import PHASES
from articlelint.html.construction.stack import OpenElement, Stack, TooDeepError
from articlelint.html.error import MarkupError, Opening, Token
from articlelint.html.tokenizer import (
    CHARACTERS,
    COMMENT,
    DATA,
    DOCTYPE,
    END_TAG,
    PLAINTEXT,
    RAWTEXT,
    RCDATA,
    SCRIPT,
    START_TAG,
    Tokenizer,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

TOO_DEEP: Final = "too-deep"
"""The code of the error that says that more elements are open than the judge follows."""
TOO_LARGE: Final = "too-large"
"""The code of the error that says that the page is more work than the judge does."""
UNJUDGED: Final = "unjudged"
"""The code of the error that says that html5lib itself failed on the page."""
GIVEN_UP: Final = frozenset({TOO_DEEP, TOO_LARGE, UNJUDGED})

CRASHES: Final = (AssertionError, AttributeError, IndexError, KeyError, RecursionError, TypeError,
                  ValueError)  # fmt: skip
"""What html5lib is known to raise on markup that it did not foresee."""

_WORK: Final = 12_000_000
"""How much work a page may be: open elements, summed over all tags and texts."""
_ERRORS: Final = 20_000
_TURNS: Final = 50
"""How many modes may look at one token, one after the other; a few do."""
_KINDS: Final = {
    CHARACTERS: "text", START_TAG: "start", END_TAG: "end", COMMENT: "comment",
    DOCTYPE: "doctype", None: "eof",
}  # fmt: skip
_END_OF_INPUT: Final[dict[str, Any]] = {"type": None}
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


def judge(html: str, *, document: bool = False, context: str = "div") -> Sequence[MarkupError]:
    """Return the parse errors of *html*, in the order in which a browser meets them.

    A fragment is judged as the content of a *context* element (``svg path`` is one too). No
    text makes it fail: where html5lib does, or where the page is too deep or too large, the
    last error says so.
    """
    parser = Judge(html, document=document, context=context)
    try:
        parser.run()
    except TooDeepError:
        parser.give_up(TOO_DEEP)
    except TooLargeError:
        parser.give_up(TOO_LARGE)
    except CRASHES as error:
        parser.give_up(UNJUDGED, f"{type(error).__name__}: {error}")
    return parser.markup_errors


class Judge(HTMLParser):  # type: ignore[misc] # the stubs know no types here
    """html5lib's parser on our tokenizer and our stack.

    *context* is the element whose content a fragment is, ``div`` or ``svg path``.
    """

    def __init__(self, html: str, *, document: bool, context: str = "div") -> None:
        self.strict = False
        self.scripting = False
        self.markup_errors: list[MarkupError] = []
        self.tree = Stack()
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
        self._before: Sequence[OpenElement] = ()
        self._token: Token | None = None
        self._current: dict[str, Any] = _END_OF_INPUT
        self._span = (0, 0)
        self._unended: dict[str, list[Opening]] = {}
        self._ended_last: dict[str, Opening] = {}

    @property
    def innerHTML(self) -> bool:  # noqa: N802 - html5lib asks for it
        """Tell whether tokens may come that a whole document does not let through."""
        return self.innerHTMLMode or bool(self.template_phases)

    def run(self) -> None:
        """Read the page."""
        tree = self.tree
        stack = tree.openElements
        simple = {self.phases[name] for name in ("inBody", "inCell", "inCaption")}
        for token in self.tokenizer:
            self._current = token
            self._token = None
            self._span = token["span"]
            tree.place = self._span[0]
            self._work += len(stack) + 4
            if self._work > _WORK or len(self.markup_errors) > _ERRORS:
                raise TooLargeError
            if (
                token["type"] == CHARACTERS
                and self.phase in simple
                and len(stack) > 1
                and stack[-1].namespace == HTML
            ):
                self._plain_text(token["data"])
            else:
                self._before = stack[:]
                self._take(token)
        self._end_of_input()

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
            self._ended(token["name"])
        elif kind == CHARACTERS:
            self._text(token, token["data"])
        else:
            self._process("processComment" if kind == COMMENT else "processDoctype", token)
        if self._token is not None:
            self._token.after = tuple([element.opening for element in self.tree.openElements])

    def _text(self, token: dict[str, Any], data: str) -> None:
        if "\0" in data:
            data = data.replace("\0", "\ufffd" if self._in_foreign() else "")
        rest = data.lstrip(_SPACE)
        if len(rest) < len(data):
            start, end = self._span
            cut = start + len(data) - len(rest) if len(data) == end - start else start
            space = {"type": 2, "data": data[: len(data) - len(rest)], "span": (start, cut)}
            self._process("processSpaceCharacters", space)
            self._span = (cut, end)
        if rest:
            self._process("processCharacters", {**token, "data": rest, "span": self._span})

    def _start_tag(self, token: dict[str, Any]) -> None:
        self._process("processStartTag", token)
        if token["selfClosing"] and not token["selfClosingAcknowledged"]:
            name = "non-void-html-element-start-tag-with-trailing-solidus"
            start, end = self._span
            error = MarkupError(name, name, end - 1, start, end, token["name"])
            error.token = self._step()
            self.markup_errors.append(error)
        before, stack = self._before, self.tree.openElements
        if before and (len(stack) < len(before) or stack[len(before) - 1] is not before[-1]):
            self._closed(None)

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

    def resetInsertionMode(self) -> None:  # noqa: N802 - html5lib calls it
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
        self._span = (self._length, self._length)
        self._before = self.tree.openElements[:]
        self._token = None
        self._current = _END_OF_INPUT
        for _ in range(len(PHASES)):
            if not self.phase.processEOF():
                break

    def _step(self) -> Token:
        """Return the token at hand for the errors and closings that it causes."""
        if self._token is None:
            before = tuple([element.opening for element in self._before])
            kind = _KINDS[self._current["type"]]
            self._token = Token(kind, self._current.get("name") or "", *self._span, before)
        return self._token

    def parseError(  # noqa: N802 - html5lib calls it
        self, errorcode: str = "XXX-undefined-error", datavars: dict[str, Any] | None = None
    ) -> None:
        """Take down an error of tree construction."""
        start, end = self._span
        detail = str((datavars or {}).get("name", ""))
        error = MarkupError(errorcode, "", start, start, end, detail, token=self._step())
        self.markup_errors.append(error)

    def text_in_table(self, first: dict[str, Any], last: dict[str, Any]) -> None:
        """Take down text that stands directly in a table."""
        start, end = first["span"][0], last["span"][1]
        token = Token("text", "", start, end)
        token.before = token.after = tuple([each.opening for each in self.tree.openElements])
        error = MarkupError("text-in-table", "", start, start, end, first["data"], token=token)
        self.markup_errors.append(error)

    def _ended(self, name: str) -> None:
        """Note which element an end tag closed, and what it closed besides."""
        before, stack = self._before, self.tree.openElements
        if not before:
            return
        top = before[-1]
        if len(stack) == len(before) - 1 and top.name == name and stack[-1] is before[-2]:
            top.opening.end_tag = self._span
            self._ended_last[name] = top.opening
            return
        open_now = {id(element.opening) for element in stack}
        for element in reversed(before):
            if element.name.lower() == name and id(element.opening) not in open_now:
                if element.opening.end_tag is None:
                    element.opening.end_tag = self._span
                self._ended_last[name] = element.opening
                self._closed(element.opening)
                return
        self._closed(None)
        if self._token is not None:
            self._adopt_orphan(name)

    def _closed(self, ended: Opening | None) -> None:
        """Note for all elements closed by this token without their own end tag that they were."""
        stack = self.tree.openElements
        open_now = {id(element.opening) for element in stack}
        for element in self._before:
            opening = element.opening
            if opening is ended or id(opening) in open_now or opening.end_tag is not None:
                continue
            opening.closer = self._step()
            opening.surroundings = stack[-1].opening if stack else None
            self._unended.setdefault(opening.name, []).append(opening)

    def _adopt_orphan(self, name: str) -> None:
        """Find the element that a stray end tag was very likely meant for."""
        self._of_token("previous", self._ended_last.get(name))
        here = self.tree.openElements[-1].opening
        for opening in reversed(self._unended.get(name, ())[-3:]):
            closer = opening.closer
            if opening.end_tag is not None or closer is None:
                continue
            if closer.kind == "start":
                belongs = opening.parent is here or here.start == closer.start
            else:
                belongs = opening.surroundings is here
            if belongs:
                opening.end_tag = self._span
                self._of_token("orphan", opening)
                return

    def _of_token(self, attribute: str, opening: Opening | None) -> None:
        """Give the errors of the present token what else is known about them."""
        for error in reversed(self.markup_errors):
            if error.token is not self._token:
                break
            setattr(error, attribute, opening)

    def give_up(self, code: str, detail: str = "") -> None:
        """Take down why the judgement ends here, and what was open."""
        start, end = self._span
        self._before = self.tree.openElements[:]
        self._token = None
        error = MarkupError(code, "", start, start, end, detail, token=self._step())
        self.markup_errors.append(error)
