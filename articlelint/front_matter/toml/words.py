"""Faults of TOML that only tomllib's own words tell, in an author's words and at their place."""

from __future__ import annotations

import re

from articlelint.front_matter.model import SyntaxProblem
from articlelint.text.regex import regex
from articlelint.text.span import Span

_TWICE = regex(r"Cannot declare \((?P<names>.*)\) twice")
_HEADER = regex(r"[ \t]*(?P<header>\[\[?[^\]\r\n#]*[^\]\s#])")
_SPACED = regex(r"[ \t]*(?P<key>[\w-]+(?:[ \t]+[\w-]+)+)[ \t]*=")
_OPENED = regex(r"=[ \t]*(?P<bracket>\[)")
_ITEM = regex(r"[^\s,\[\]{}\"'=#][^\r\n,\[\]{}\"'=#]*")
_INLINE = regex(r"=[ \t]*(?P<brace>\{)[^\r\n}]{0,200}[\r\n]")


def explained(source: str, line: Span, offset: int, words: str) -> SyntaxProblem | None:
    """Return the problem at *offset* of *source*, in its *line*, of which tomllib says *words*.

    None where they are too general to tell more.
    """
    if "Expected '=' after a key" in words:
        return _spaced_key(source, line)
    if "at the end of a table declaration" in words:
        return _open_header(source, line)
    twice = _TWICE.search(words)
    if twice:
        name = ".".join(re.findall(r"'([^']*)'", twice["names"]))
        message = f"The table `{name}` begins twice"
        return SyntaxProblem(line, message, "table-twice", "Put its keys under one header")
    if "Unclosed array" in words:
        return _array(source, offset)
    if "Invalid value" in words:
        return _bare_item(source, line, offset)
    if "key part" in words or "Unclosed inline table" in words:
        return _inline_table(source, offset)
    return None


def _spaced_key(source: str, line: Span) -> SyntaxProblem | None:
    match = _SPACED.match(source, line.start, line.end)
    if match is None:
        return None
    message = f"The key `{match['key']}` has a space in it"
    hint = "Write it in one word, or put it in quotes"
    return SyntaxProblem(Span(*match.span("key")), message, "spaced-key", hint)


def _open_header(source: str, line: Span) -> SyntaxProblem | None:
    match = _HEADER.match(source, line.start, line.end)
    if match is None:
        return None
    closing = "]" * (len(match["header"]) - len(match["header"].lstrip("[")))
    message = f"`{match['header']}` is never closed with `{closing}`"
    return SyntaxProblem(Span(*match.span("header")), message, "header", f"Write `{closing}`")


def _array(source: str, offset: int) -> SyntaxProblem | None:
    """Return the comma that is missing between two items, or the bracket that nobody closes."""
    before = len(source[:offset].rstrip())
    opened = [match.start("bracket") for match in _OPENED.finditer(source, 0, before)]
    if offset < len(source) and source[offset] in "\"'" and source.find("\n", before, offset) < 0:
        message = "A comma is missing after this"
        return SyntaxProblem(Span(before - 1, before), message, "missing-comma", "Write a comma")
    if not opened:
        return None
    span = Span(opened[-1], opened[-1] + 1)
    return SyntaxProblem(span, "`[` is never closed with `]`", "flow", "Write `]` at the end")


def _bare_item(source: str, line: Span, offset: int) -> SyntaxProblem | None:
    opened = _OPENED.search(source, line.start, offset)
    item = _ITEM.match(source, offset, line.end)
    if opened is None or item is None:
        return None
    end = source.find("]", offset, line.end)
    span = Span(opened.start("bracket"), (end + 1) or line.end)
    message = f"The text `{item[0].rstrip()}` in this list needs quotes"
    return SyntaxProblem(span, message, "unquoted-items", "Put quotes around each item")


def _inline_table(source: str, offset: int) -> SyntaxProblem | None:
    tables = list(_INLINE.finditer(source, 0, offset + 1))
    if not tables or "}" in source[tables[-1].end() : offset]:
        return None
    brace = tables[-1].start("brace")
    message = "A table between `{` and `}` must end on the line where it begins"
    end = source.find("}", brace) + 1
    return SyntaxProblem(Span(brace, end or brace + 1), message, "inline-table")
