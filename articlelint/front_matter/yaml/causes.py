"""The causes for which front matter is not YAML, each recognised from the text at the error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.diagnostic import Related
from articlelint.front_matter.fences.looks import CONFLICT, CONFLICT_MARKER
from articlelint.front_matter.model import SyntaxProblem
from articlelint.front_matter.yaml import layout
from articlelint.front_matter.yaml import lines as yaml_lines
from articlelint.front_matter.yaml.layout import Cause
from articlelint.front_matter.yaml.lines import Line, line_at, previous_lines
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re

    import yaml

_TOKEN = regex(r"[^\s]{1,40}")
_SEPARATOR = regex("[\u0085\u2028\u2029]")
_ITEM = regex(r"[^\r\n,\[\]{}]*[^\s,\[\]{}]")
_TAG = regex(r"\{[{%#][^\r\n{}]*[%#}]\}")
_NEVER_FIRST = frozenset(",]}@`%*&!|>")  # at the beginning of a line
_NEVER_BARE = frozenset("@`%*&!|>")
_ESCAPE = regex(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|\r\n|[\s\S])?")
_GOOD_ESCAPE = regex(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abt\tnvfre \"/\\N_LP\r\n]|\r\n)"
)
_LEADING_TABS = regex(r"(?<![^\r\n])[ ]*\t[ \t]*(?=\S)")

_PLAIN_WORDS = {  # libyaml's words for what is left when no cause is recognised
    "did not find expected key": "A key was expected here",
    "did not find expected '-' indicator": "A list item that begins with `- ` was expected here",
    "did not find expected ',' or ']'": "A comma or the closing `]` was expected here",
    "did not find expected ',' or '}'": "A comma or the closing `}` was expected here",
    "did not find expected node content": "A value was expected here",
    "did not find expected <document start>": "The front matter was expected to end before this",
    "mapping values are not allowed in this context": "A colon is not allowed here",
    "could not find expected ':'": "A colon was expected after this key",
    "found undefined tag handle": "This tag is not known",
}


def find(source: str, error: yaml.MarkedYAMLError) -> Cause:
    """Return the cause of libyaml's *error* in *source*."""
    words = error.problem or ""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index if mark else 0, len(source))
    context = min(error.context_mark.index, len(source)) if error.context_mark else offset
    if "tab character" in words or source[offset : offset + 1] == "\t":
        return _tabs(source, offset)
    return (
        _conflict(source)
        or _separator(source, offset)
        or _separator(source, context)
        or _by_words(source, words, offset, context)
        or _unexplained(source, offset, words)
    )


def _by_words(source: str, words: str, offset: int, context: int) -> Cause | None:
    """Return the cause among those that libyaml's words for the error leave open."""
    if "escape" in words or "hexdecimal" in words:
        return _bad_escape(source, context, offset)
    if "mapping values" in words:
        return _stray_colon(source, offset)
    if "expected ':'" in words:
        return _no_key(source, context)
    if "unexpected end of stream" in words or "document indicator" in words:
        return _from_value(source, context, offset) or _unterminated(source, context)
    if "another document" in words:
        return _document(offset)
    return (
        _from_value(source, offset, offset)
        or _from_value(source, context, offset)
        or _open_line(source, context, offset)
        or _reserved(source, context)
        or _reserved(source, offset)
        or _template(source, offset)
        or _from_above(source, offset)
        or (layout.misplaced(source, offset) if "expected" in words else None)
    )


def _separator(source: str, offset: int) -> Cause | None:
    """Return the Unicode line separator on the line of *offset*, where there is one."""
    line = line_at(source, offset)
    match = _SEPARATOR.search(source, line.start, line.end)
    if match is None:
        return None
    message = f"YAML ends the line at the invisible line break U+{ord(match[0]):04X}"
    problem = SyntaxProblem(Span(*match.span()), message, "control-character", "Delete it")
    return Cause(problem, " ")


def _reserved(source: str, offset: int) -> Cause | None:
    """Return the fault of a key or value that begins with a character of YAML's own."""
    line = line_at(source, offset)
    item = layout.item(source, line)
    if item is not None:
        return item
    if source[line.text.start : line.text.start + 1] in _NEVER_FIRST:
        offset = line.text.start
    elif source[offset : offset + 1] not in _NEVER_BARE:
        return None
    if line.value is not None and offset == line.value.start:
        span = line.value
    else:
        match = _ITEM.match(source, offset + 1, line.end)
        span = Span(offset, match.end() if match else offset + 1)
    problem = yaml_lines.reserved(source, span)
    return Cause(problem, "x", Span(offset, offset + 1))


def _template(source: str, offset: int) -> Cause | None:
    """Return the template tag at *offset*, or the one that its line begins with."""
    line = line_at(source, offset)
    for start in (offset, line.text.start):
        match = _TAG.match(source, start, line.end)
        if match:
            message = "The braces of a template tag mean a mapping in YAML; the value needs quotes"
            problem = SyntaxProblem(Span(*match.span()), message, "template")
            return Cause(problem, "x" * len(match[0]))
    return None


def _open_line(source: str, context: int, offset: int) -> Cause | None:
    """Return the bracket at *context*, at the beginning of a line, that nobody closes."""
    line = line_at(source, context)
    bracket = source[context : context + 1]
    if bracket not in {"[", "{"} or context != line.text.start or offset <= line.end:
        return None
    message = f"`{bracket}` is never closed with `{']' if bracket == '[' else '}'}`"
    return Cause(SyntaxProblem(Span(context, line.text.end), message, "flow"))


def _unexplained(source: str, offset: int, words: str) -> Cause:
    token = _TOKEN.match(source, offset)
    if token is None and offset >= len(source.rstrip()):
        message = "The front matter ends in the middle of a value"
        last = len(source.rstrip())
        return Cause(SyntaxProblem(Span(max(0, last - 1), last), message), certain=False)
    span = Span(offset, token.end() if token else min(offset + 1, len(source)))
    message = _PLAIN_WORDS.get(words, f"YAML cannot be read from here on: {words}")
    return Cause(SyntaxProblem(span, message), certain=False)


def _tabs(source: str, offset: int) -> Cause:
    line = line_at(source, offset)
    tabs = _LEADING_TABS.match(source, line.start)
    if tabs is None:
        span = Span(offset, offset + 1)
        message = "YAML needs a space here, not a tab"
        return Cause(SyntaxProblem(span, message, "tab-indentation"), " ")
    message = "The line is indented with a tab, which YAML does not allow"
    problem = SyntaxProblem(Span(*tabs.span()), message, "tab-indentation", "Indent it with spaces")
    rest = _LEADING_TABS.sub(lambda match: match[0].replace("\t", " "), source[line.start :])
    return Cause(problem, rest, Span(line.start, len(source)))


def _conflict(source: str) -> Cause | None:
    marks = list(CONFLICT_MARKER.finditer(source))
    if not marks:
        return None
    related = tuple(Related(Span(*mark.span()), "and here") for mark in marks[1:4])
    hint = "Keep the lines of one side and delete the markers"
    problem = SyntaxProblem(Span(*marks[0].span()), CONFLICT, "conflict-marker", hint, related)
    filler = CONFLICT_MARKER.sub(lambda match: " " * len(match[0]), source)
    return Cause(problem, filler, Span(0, len(source)))


def _bad_escape(source: str, context: int, offset: int) -> Cause:
    start = max(source.rfind("\\", context, offset + 1), context)
    match = _ESCAPE.match(source, start)
    span = Span(start, match.end() if match else start + 1)
    message = f"`{span.of(source)}` is not a valid escape in double quotes"
    hint = "Write the backslash twice, or put the value in single quotes"
    quoted = yaml_lines.quoted_end(source, context) or len(source)
    filler = _ESCAPE.sub(_without_bad_escape, source[context:quoted])
    problem = SyntaxProblem(span, message, "bad-escape", hint)
    return Cause(problem, filler, Span(context, quoted))


def _without_bad_escape(match: re.Match[str]) -> str:
    return match[0] if _GOOD_ESCAPE.fullmatch(match[0]) else "x" * len(match[0])


def _stray_colon(source: str, offset: int) -> Cause | None:
    line = line_at(source, offset)
    if line.value is not None and offset >= line.value.start:
        return _from_value(source, offset, offset) or _colon_in_value(line, offset)
    opened = _from_above(source, offset)
    if opened is not None:
        return opened
    for above in previous_lines(source, line.start):
        if above.key_without_space is not None:
            return layout.glued_key(source, above)
        reserved = _reserved(source, above.text.start)
        if reserved is not None:
            return reserved
        if above.value is None and above.indent > line.indent:
            continue
        if above.value is None:
            return layout.not_key_value(source, above)
        return layout.indentation(source, line, above) if line.indent > above.indent else None
    return None


def _colon_in_value(line: Line, offset: int) -> Cause | None:
    value = line.value
    if value is None:
        return None
    colon = Span(offset, offset + 1)
    message = "The colon in this value is read as the end of another key; the value needs quotes"
    hint = "Put quotes around the value"
    related = (Related(colon, "this colon"),)
    problem = SyntaxProblem(value, message, "unquoted-colon", hint, related)
    return Cause(problem, "x" * value.length)


def _no_key(source: str, context: int) -> Cause:
    line = line_at(source, context)
    if line.key_without_space is not None:
        return layout.glued_key(source, line)
    return (
        _from_value(source, context, context)
        or _from_above(source, context)
        or layout.item(source, line)
        or layout.not_key_value(source, line)
    )


def _unterminated(source: str, start: int) -> Cause:
    line = line_at(source, start)
    span = Span(start, max(start, len(source[: line.end].rstrip())))
    message = f"The quote `{source[start : start + 1]}` is never closed"
    return Cause(SyntaxProblem(span, message, "unterminated-quote"))


def _document(offset: int) -> Cause:
    message = "A second YAML document begins here; front matter can have only one"
    return Cause(SyntaxProblem(Span(offset, offset + 3), message, "second-document"), "   ")


def _from_value(source: str, at: int, offset: int) -> Cause | None:
    """Return what is wrong with the value on the line of *at*, the error being at *offset*."""
    fault = yaml_lines.value_fault(source, line_at(source, at))
    if fault is None or not yaml_lines.reaches(source, fault, offset):
        return None
    return Cause(fault, _filler(fault))


def _from_above(source: str, offset: int) -> Cause | None:
    """Return the quote or bracket of a line above that is still open at *offset*."""
    for above in previous_lines(source, line_at(source, offset).start):
        fault = yaml_lines.value_fault(source, above)
        if fault is None or fault.code not in {"unterminated-quote", "flow"}:
            continue
        if fault.span.start < offset and yaml_lines.reaches(source, fault, offset):
            return Cause(fault, _filler(fault))
    return None


def _filler(fault: SyntaxProblem) -> str:
    return (" " if fault.code == "odd-space" else "x") * fault.span.length
