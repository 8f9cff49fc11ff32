"""MDX: modules, components and expressions masked, so that what is left is Markdown.

https://mdxjs.com/docs/what-is-mdx/. HTML elements that show images or lead somewhere stay, with
the expressions in their attributes masked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from articlelint.templates.filler import Filler, Stretch
from articlelint.templates.protected import protected_spans
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT: Final = frozenset(
    {"a", "area", "audio", "h1", "h2", "h3", "h4", "h5", "h6", "iframe", "img", "picture", "source",
     "track", "video"}
)  # fmt: skip
_MODULE: Final = regex(
    r"""^(?:import(?=[\s{*"'])|export(?=[\s{*])(?=\s*+(?:[{*]|(?:default|const|let|var|function|class
    |async|type|interface)\b)))""",
    re.MULTILINE | re.VERBOSE,
)
_START: Final = regex(r"(?<!\\)[{<]")
_TAG_NAME: Final = regex(r"</?(?:([A-Za-z_$][\w$.:-]*+)(?=[\s/>{])|(?=>))")
_IN_TAG: Final = regex(r"""[^"'{}<>]++|"[^"]*+"|'[^']*+'""")
_JAVASCRIPT: Final = regex(
    r"""[^"'`/{}()\[\]\r\n]++|"(?:[^"\\\r\n]|\\.)*+"|'(?:[^'\\\r\n]|\\.)*+'|`(?:[^`\\]|\\.)*+`"""
    r"""|//[^\r\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"""
    r"""|(?P<break>\r\n|\n|\r)(?P<blank>[ \t]*+(?=[\r\n]|\Z))?|.""",
    re.DOTALL,
)
_COMMENT: Final = regex(r"\{\s*/\*.*\*/\s*\}\Z", re.DOTALL)
_LONGEST: Final = 20_000
_ATTEMPTS: Final = 200


def mask_mdx(text: str) -> str:
    """Return *text*, which is MDX, with all that is not Markdown masked at equal length."""
    if "{" not in text and "<" not in text and _MODULE.search(text) is None:
        return text
    return Filler(text).fill(list(_Mdx(text).stretches()))


def modules(text: str) -> list[tuple[int, int]]:
    """Return the blocks of ``import`` and ``export`` in *text*, which is MDX."""
    return _Mdx(text).modules() if _MODULE.search(text) else []


class _Mdx:
    def __init__(self, text: str) -> None:
        self._text = text
        self._code = protected_spans(text, comments=True)
        self._attempts = _ATTEMPTS

    def stretches(self) -> Iterator[Stretch]:
        """Yield what to mask, in order and apart."""
        text = self._text
        blocks = self.modules()
        blocks.append((len(text), len(text)))
        at = 0
        for start, end in blocks:
            yield from self._markup(at, start)
            if end > start:
                yield Stretch(start, end, output=False)
            at = end

    def modules(self) -> list[tuple[int, int]]:
        """Find the blocks of ``import`` and ``export``, which end with a blank line."""
        text = self._text
        found = []
        at = 0
        while (match := _MODULE.search(text, at)) is not None:
            start = at = match.start()
            before = text[max(0, start - 200) : start].rstrip(" \t")
            begins = not before or (before[-1] in "\r\n" and _ends_block(before))
            if self._code.beyond(start) or not begins:
                at = match.end()
                continue
            at = self._end_of_module(start)
            found.append((start, at))
        return found

    def _end_of_module(self, start: int) -> int:
        """Return where the block ends: at a blank line outside of brackets."""
        text = self._text
        depth = 0
        first_blank = -1
        for token in _JAVASCRIPT.finditer(text, start, start + _LONGEST):
            if token["blank"] is not None:
                if depth <= 0:
                    return token.start()
                if first_blank < 0:
                    first_blank = token.start()
            elif token[0] in _DEPTHS:
                depth += _DEPTHS[token[0]]
        if first_blank >= 0:
            return first_blank  # brackets that are never closed
        return min(start + _LONGEST, len(text))

    def _markup(self, at: int, end: int) -> Iterator[Stretch]:
        """Find components and expressions in ``text[at:end]``."""
        text = self._text
        while (match := _START.search(text, at, end)) is not None:
            start = match.start()
            at = start + 1
            beyond = self._code.beyond(start)
            if beyond:
                at = beyond
            elif text[start] == "{":
                close = self._expression(start, end)
                if close:
                    at = close
                    output = _COMMENT.match(text, start, close) is None
                    yield Stretch(start, close, output=output, mark=not output)
            else:
                tag = self._tag(start, end)
                if tag is not None:
                    at = tag[0]
                    yield from tag[1]

    def _expression(self, start: int, end: int) -> int:
        """Return where the expression that begins at *start* ends; 0 where it does not."""
        if not self._attempts:
            return 0
        depth = 0
        for token in _JAVASCRIPT.finditer(self._text, start, min(end, start + _LONGEST)):
            depth += _DEPTHS.get(token[0], 0)
            if depth == 0:
                return token.end()
        self._attempts -= 1
        return 0

    def _tag(self, start: int, end: int) -> tuple[int, list[Stretch]] | None:
        """Read the tag that begins at *start*; None where none does."""
        text = self._text
        name = _TAG_NAME.match(text, start, end)
        if name is None or not self._attempts:
            return None
        at = name.end()
        limit = min(end, start + _LONGEST)
        expressions = []
        while at < limit and text[at] != ">":
            if text[at] == "{":
                close = self._expression(at, limit)
                if not close:
                    return None
                expressions.append(Stretch(at, close, output=True))
                at = close
                continue
            inner = _IN_TAG.match(text, at, limit)
            if inner is None:
                break
            at = inner.end()
        if at >= limit or text[at] != ">":
            self._attempts -= 1
            return None
        at += 1
        if (name[1] or "") in _KEPT:
            return at, expressions
        return at, [Stretch(start, at, output=False, mark=True)]


_DEPTHS: Final = {"{": 1, "(": 1, "[": 1, "}": -1, ")": -1, "]": -1}


def _ends_block(before: str) -> bool:
    """Tell whether a text that ends a line ends with a blank line or with a module's line."""
    lines = before.splitlines()
    last = lines[-1].strip() if lines else ""
    return not last or last.endswith((";", "'", '"', "}", ")", "*/"))
