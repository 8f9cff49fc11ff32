"""Finding template tags in a text, whatever the language.

Every scan is linear: a delimiter that is not closed once is not looked for again, and what is
tried at a place and fails is bounded.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from articlelint.templates.model import TemplateSyntax
from articlelint.templates.protected import protected_spans
from articlelint.templates.tags import CLOSERS, VERBATIM, Tag
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator


_ATTEMPTS: Final = 200
_LONGEST: Final = 20_000

_WORDS: Final = regex(r"[\s+~-]*([^\s\"'|(]*)\s*(.*?)[\s+~-]*\Z", re.DOTALL)
_EXPRESSION: Final = regex(r"[\s+~-]*(.*?)[\s+~-]*\Z", re.DOTALL)
_MACRO: Final = regex(
    r"""\{\{(?<!\\\{\{)\s*+([A-Za-z][\w.-]*+)\s*+
    (?:\(((?:[^"'{}()]++|"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\{[^{}]*+\})*+)\)\s*+)?\}\}""",
    re.VERBOSE | re.DOTALL,
)
# A tag's content up to its end, which does not count inside of quotes.
_QUOTED: Final = {
    closer: regex(
        rf"""(?:(?!{re.escape(closer)})[^{quotes}]|"(?:[^"\\\n]|\\.)*+"|'(?:[^'\\\n]|\\.)*+'"""
        rf"""|`[^`\n]*+`)*+(?={re.escape(closer)})""",
        re.DOTALL,
    )
    for closer, quotes in (("%}", "\"'"), ("}}", "\"'"))
}


class Scanner:
    """Finds the tags of one text."""

    def __init__(self, text: str, syntax: TemplateSyntax) -> None:
        self._text = text
        self._syntax = syntax
        self._verbatim = VERBATIM.get(syntax, frozenset())
        self._attempts = _ATTEMPTS
        self._unclosed: set[str] = set()
        self._closers = {
            opener: closer
            for opener, closer in CLOSERS.get(syntax, {}).items()
            if opener in text and closer in text
        }
        self._openers = _alternatives(tuple(self._closers))
        self._next_brace = -1
        self._wasted = 0

    def tags(self) -> Iterator[Tag]:
        """Yield the tags in reading order."""
        match self._syntax:
            case TemplateSyntax.MDN:
                return self._macros()
            case TemplateSyntax.NONE:
                return iter(())
        return self._statements()

    def _macros(self) -> Iterator[Tag]:
        r"""Find MDN's macros: ``{{Name}}``, ``{{Name("argument", 2)}}``; ``\{{`` is text."""
        for match in _MACRO.finditer(self._text):
            yield Tag(*match.span(), match[1], match[2] or "", output=True)

    def _statements(self) -> Iterator[Tag]:
        """Find the tags of Liquid and Nunjucks."""
        text = self._text
        liquid = self._syntax is TemplateSyntax.LIQUID
        hexo = self._syntax is TemplateSyntax.HEXO
        protected = protected_spans(text) if hexo and self._closers else None
        at = 0
        while (match := self._opener(at)) is not None:
            start = match.start()
            at = start + 2
            if protected is not None and (beyond := protected.beyond(start)):
                at = beyond
                continue
            opener = match[0]
            if opener == "{#":
                end = self._close("#}", at)
                if end >= 0:
                    yield Tag(start, end + 2, "", "", silent=True)
                    at = end + 2
            elif opener == "{{":
                end = self._close_expression(at) if liquid or hexo else self._close("}}", at)
                if end >= 0:
                    inner = _EXPRESSION.match(text, at, end)
                    yield Tag(start, end + 2, "", inner[1] if inner else "", output=True)
                    at = end + 2
            else:
                end = self._close("%}", at)
                if end < 0:
                    continue
                tag = self._statement(start, end + 2)
                yield tag
                at = tag.verbatim_end or tag.end

    def _statement(self, start: int, end: int) -> Tag:
        words = _WORDS.match(self._text, start + 2, end - 2)
        name, arguments = (words[1], words[2]) if words else ("", "")
        if name.startswith("end") and name != "end":
            return Tag(start, end, name[3:], arguments, closing=True)
        if name in self._verbatim and not (name == "set" and "=" in arguments):
            closing = self._closing(
                rf"\{{%[-+\s]*end{re.escape(name)}\b[^%]{{0,200}}%\}}", name, end
            )
            if closing:
                content_end, verbatim_end = closing
                return Tag(
                    start, end, name, arguments, verbatim_end=verbatim_end, content_end=content_end
                )
        return Tag(start, end, name, arguments)

    def _close(self, closer: str, at: int) -> int:
        """Return where *closer* stands at or after *at*, outside of quotes; -1 for nowhere."""
        if closer in self._unclosed:
            return -1
        end = self._text.find(closer, at)
        if end < 0:
            self._give_up(closer)
            return -1
        quoted = _QUOTED.get(closer)
        if quoted is not None and self._attempts and self._has_open_quote(at, end):
            self._attempts -= 1
            match = quoted.match(self._text, at, at + _LONGEST)
            if match:
                return match.end()
        return end

    def _failed(self, closer: str, length: int) -> None:
        """Note that what is closed was no tag; its text will be looked at again."""
        self._wasted += length
        if self._wasted > _LONGEST + 4 * len(self._text):
            self._give_up(closer)

    def _give_up(self, closer: str) -> None:
        """Look no more for tags that end with *closer*."""
        self._unclosed.add(closer)
        self._closers = {
            opener: other for opener, other in self._closers.items() if other != closer
        }
        self._openers = _alternatives(tuple(self._closers))

    def _opener(self, at: int) -> re.Match[str] | None:
        """Return where the next tag may begin."""
        return self._openers.search(self._text, at) if self._openers else None

    def _has_open_quote(self, start: int, end: int) -> bool:
        if self._syntax is TemplateSyntax.LIQUID:
            return False  # Liquid's tokenizer knows no quotes
        return any(self._text.count(quote, start, end) % 2 for quote in "\"'")

    def _close_expression(self, at: int) -> int:
        """Return where the ``}}`` of an expression stands that one brace does not end before."""
        if self._next_brace < at:
            self._next_brace = self._text.find("}", at)
            if self._next_brace < 0:
                self._next_brace = len(self._text)
                self._give_up("}}")
        end = self._next_brace
        if self._syntax is TemplateSyntax.HEXO and end < len(self._text):
            end = self._close("}}", at) if self._text.startswith("}}", end) else end
        return end if self._text.startswith("}}", end) else -1

    def _closing(self, pattern: str, name: str, at: int) -> tuple[int, int] | None:
        """Return the place of the first tag after *at* that matches *pattern*."""
        if f"end {name}" in self._unclosed:
            return None
        match = regex(pattern).search(self._text, at)
        if match is None:
            self._unclosed.add(f"end {name}")
            return None
        return match.span()


@cache
def _alternatives(openers: tuple[str, ...]) -> re.Pattern[str] | None:
    return regex("|".join(map(re.escape, openers))) if openers else None
