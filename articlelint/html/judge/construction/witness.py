"""Takes down errors with what was open, and what became of every start tag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.html.judge.error import MarkupError, Opening, Token
from articlelint.html.judge.tokenizer import CHARACTERS, COMMENT, DOCTYPE, END_TAG, START_TAG

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.html.judge.construction.stack import OpenElement, Stack

_KINDS: Final = {
    CHARACTERS: "text", START_TAG: "start", END_TAG: "end", COMMENT: "comment",
    DOCTYPE: "doctype", None: "eof",
}  # fmt: skip
END_OF_INPUT: Final[dict[str, Any]] = {"type": None}
"""The token after the last."""


class Witness:
    """Watches the stack of open elements while a parser works.

    The parser sets *current* to the token at hand, *span* to its place and *before* to the
    elements open before it, and *token* to None.
    """

    def __init__(self, tree: Stack) -> None:
        self.tree = tree
        self.markup_errors: list[MarkupError] = []
        self.current: dict[str, Any] = END_OF_INPUT
        self.span = (0, 0)
        self.before: Sequence[OpenElement] = ()
        self.token: Token | None = None
        self._unended: dict[str, list[Opening]] = {}
        self._ended_last: dict[str, Opening] = {}

    def step(self) -> Token:
        """Return the token at hand for the errors and closings that it causes."""
        if self.token is None:
            before = tuple([element.opening for element in self.before])
            kind = _KINDS[self.current["type"]]
            self.token = Token(kind, self.current.get("name") or "", *self.span, before)
        return self.token

    def parseError(
        self, errorcode: str = "XXX-undefined-error", datavars: dict[str, Any] | None = None
    ) -> None:
        """Take down an error of tree construction."""
        start, end = self.span
        detail = str((datavars or {}).get("name", ""))
        error = MarkupError(errorcode, "", start, start, end, detail, token=self.step())
        self.markup_errors.append(error)

    def text_in_table(self, first: dict[str, Any], last: dict[str, Any]) -> None:
        """Take down text that stands directly in a table."""
        start, end = first["span"][0], last["span"][1]
        token = Token("text", "", start, end)
        token.before = token.after = tuple([each.opening for each in self.tree.openElements])
        error = MarkupError("text-in-table", "", start, start, end, first["data"], token=token)
        self.markup_errors.append(error)

    def note_ended(self, opening: Opening) -> None:
        """Note an element that its own end tag closed, without a word about it."""
        self._ended_last[opening.name] = opening

    def ended(self, name: str) -> None:
        """Note which element an end tag closed, and what it closed besides."""
        before, stack = self.before, self.tree.openElements
        if not before:
            return
        top = before[-1]
        if len(stack) == len(before) - 1 and top.name == name and stack[-1] is before[-2]:
            top.opening.end_tag = self.span
            self._ended_last[name] = top.opening
            return
        open_now = {id(element.opening) for element in stack}
        for element in reversed(before):
            if element.name.lower() == name and id(element.opening) not in open_now:
                if element.opening.end_tag is None:
                    element.opening.end_tag = self.span
                self._ended_last[name] = element.opening
                self.closed(element.opening)
                return
        self.closed(None)
        if self.token is not None:
            self._adopt_orphan(name)

    def closed(self, ended: Opening | None) -> None:
        """Note for all elements closed by this token without their own end tag that they were."""
        stack = self.tree.openElements
        open_now = {id(element.opening) for element in stack}
        for element in self.before:
            opening = element.opening
            if opening is ended or id(opening) in open_now or opening.end_tag is not None:
                continue
            opening.closer = self.step()
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
                opening.end_tag = self.span
                self._of_token("orphan", opening)
                return

    def _of_token(self, attribute: str, opening: Opening | None) -> None:
        """Give the errors of the present token what else is known about them."""
        for error in reversed(self.markup_errors):
            if error.token is not self.token:
                break
            setattr(error, attribute, opening)

    def give_up(self, code: str, detail: str = "") -> None:
        """Take down why the judgement ends here, and what was open."""
        start, end = self.span
        self.before = self.tree.openElements[:]
        self.token = None
        error = MarkupError(code, "", start, start, end, detail, token=self.step())
        self.markup_errors.append(error)
