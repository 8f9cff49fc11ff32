"""What an author would have written in place of a shortcode that Hugo cannot read."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING, Final

from articlelint.templates.code import code_of
from articlelint.templates.fault import SyntaxFault
from articlelint.templates.hugo.lexer import Lexer
from articlelint.templates.token import TokenKind
from articlelint.text.edit import Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from articlelint.templates.code import Code
    from articlelint.templates.hugo.read import Action

# Strings in straight quotes stay; then typographic ones, and pairs of which one is straight.
_QUOTES: Final = regex(
    r'"(?:[^"\\\n]|\\.)*+"|`[^`]*+`'
    r'|(?<=[=\s])["“”„‟″«»]([^"“”„‟″«»\n]*+)["“”„‟″«»](?=[\s/>%])'
    r"|(?<=[=\s])['‘’‚‛]([^'\"‘’‚‛“”\n]*+)['‘’‚‛](?=[\s/>%])"
)
_HALF_END: Final = regex(r"[ \t]*+(?:[>%]\}\}?|\}\}|[>%][ \t]+\}\}|[>%](?=[ \t\r\n]|\Z))")
_LONGEST: Final = 1_000
_MARGIN: Final = " \t>*+-"
_SWALLOWED: Final = regex(r"(?<=[^\s=\"`])(?=/?[>%]\}\}\Z)")


class Fixes:
    """Makes the fixes for the shortcodes of one text."""

    def __init__(self, text: str, actions: Sequence[Action]) -> None:
        self._text = text
        self._actions = actions

    @cached_property
    def _code(self) -> list[Code]:
        return code_of(self._text)

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self._code]

    def straight(self, action: Action) -> Fix | None:
        """Return the fix that writes straight double quotes; None where that is not enough."""
        source = self._text[action.start : action.end]
        if len(source) > _LONGEST:
            return None
        edits = [
            Edit(Span(at, at + 1).shift(action.start), '"')
            for match in _QUOTES.finditer(source)
            if match[1] is not None or match[2] is not None
            for at in (match.start(), match.end() - 1)
            if source[at] != '"'
        ]
        if not edits or not self._reads(action, _QUOTES.sub(_straightened, source)):
            return None
        return Fix.safe("Write straight quotes", *edits)

    def spaced(self, action: Action) -> Fix | None:
        """Return the fix that puts a blank before an end that an argument runs on into."""
        source = self._text[action.start : action.end]
        match = _SWALLOWED.search(source)
        if match is None:
            return None
        at = match.start()
        if not self._reads(action, f"{source[:at]} {source[at:]}"):
            return None
        return Fix.safe("Put a space before its end", Edit.insert(action.start + at, " "))

    def closed(self, action: Action, closer: str) -> Fix | None:
        """Return the fix that closes a shortcode at what looks like its end, or its line's.

        Where text stands before it, text may go on behind it, and its end is anywhere.
        """
        text, start = self._text, action.start
        if self._in_code(start) is not None:
            return None
        stop = text.find("\n", start, start + _LONGEST)
        stop = start + len(text[start : stop if stop >= 0 else start + _LONGEST].rstrip())
        half = _HALF_END.search(text, start + 3, stop)
        if half is None and text[text.rfind("\n", 0, start) + 1 : start].strip(_MARGIN):
            return None
        at, end = half.span() if half else (stop, stop)
        if not self._reads(action, f"{text[start:at]} {closer}"):
            return None
        return Fix.unsafe("Close it there", Edit(Span(at, end), f" {closer}"))

    def literal(self, action: Action) -> Fix | None:
        """Return the fix that shows a shortcode in code as it stands."""
        code = self._in_code(action.start)
        if code is None or not action.closed:
            return None
        start, end = code
        edits = [
            edit
            for each in self._actions
            if start <= each.start < end and each.kind is TokenKind.TAG and each.closed
            if each.start == action.start or (each.name == action.name and each.name)
            for edit in (Edit.insert(each.start + 3, "/*"), Edit.insert(each.end - 3, "*/"))
        ]
        return Fix.safe("Show it literally, with /* and */", *edits)

    def _in_code(self, at: int) -> tuple[int, int] | None:
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self._code[index].end:
            return None
        return self._code[index].start, self._code[index].end

    def _reads(self, action: Action, source: str) -> bool:
        """Tell whether Hugo could read *source* in place of *action*."""
        if action.kind is TokenKind.ESCAPED:
            return True
        closer = source[-3:]
        try:
            code = Lexer(source).read(3, closer, len(source))
        except SyntaxFault:
            return False
        return code.end + 3 == len(source)


def _straightened(match: re.Match[str]) -> str:
    inner = match[1] if match[1] is not None else match[2]
    return match[0] if inner is None else f'"{inner}"'
