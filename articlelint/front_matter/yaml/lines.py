"""Lines of broken YAML: key, value, indentation, and what is wrong with a value by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.diagnostic import Related
from articlelint.front_matter.model import SyntaxProblem
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = regex(
    r"(?P<indent>[ \t\ufeff]*+)(?P<items>(?:-[ \t]++)*+)"
    r"(?:(?P<key>\"(?:[^\"\\\r\n]|\\[^\r\n])*+\"|'(?:[^'\r\n]|'')*+'"
    r"|[^\s#\[{\"'](?:[^:\r\n]|:(?![ \t\r\n]|\Z))*+)"
    r"[ \t]*+:(?=[ \t\r\n]|\Z)[ \t]*+)?(?P<rest>[^\r\n]*+)"
)
_GLUED = regex(r"(?!\d+:)\w[\w .\-]{0,40}?(:(?=[^ \t\r\n:/])|：)")
_PROPERTIES = regex(r"(?:[&!][\w:/.,!~*'()#%?;$+-]*+[ \t]++)*+")
_COMMENT = regex(r"(?<![ \t])[ \t]++#[^\r\n]*+\Z")
_QUOTED = {
    '"': regex(r'"(?:[^"\\]|\\[\s\S])*+"'),
    "'": regex(r"'(?:[^']|'')*+'"),
}
_AFTER = regex(r"[ \t]*(?:\Z|[\r\n]|#)")
_RESERVED = {
    "@": "is reserved in YAML",
    "`": "is reserved in YAML",
    "%": "is reserved in YAML",
    "*": "means an alias in YAML",
    "&": "means an anchor in YAML",
    "!": "means a tag in YAML",
    "|": "means a text on the lines below",
    ">": "means a text on the lines below",
    "?": "means a key in YAML",
    ",": "separates the items of a list in YAML",
    "]": "closes a list in YAML",
    "}": "closes a mapping in YAML",
    "-": "means a list item in YAML",
}
ODD_SPACES = regex("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]+")
"""Spaces that YAML takes for letters."""
_BLOCK_HEADER = regex(r"[|>](?:[-+]?[1-9]?|[1-9][-+])[ \t]*(?:#.*)?\Z")
_LINE_END = regex(r"[\r\n]|\Z")
_FLOW_COMMENT = regex(r"[\[{, \t](?P<comment>#[^\r\n]*)")
_QUOTE_IT = "Put quotes around the value"
_LOOK_BACK = 200  # lines above an error that are looked at


@dataclass(frozen=True, slots=True)
class Line:
    """One line: *text* is without indentation and trailing blanks, *value* without key.

    *value* is None where the line has neither key nor ``- ``; a comment after it is left off.
    *key_without_space* is the colon of a ``key:value``, where the line has no proper key.
    """

    start: int
    end: int
    indent: int
    text: Span
    value: Span | None
    is_item: bool
    has_key: bool
    key_without_space: Span | None


def short(text: str) -> str:
    """Return *text* cut to what a message can bear."""
    return text if len(text) <= 40 else f"{text[:39]}…"


def line_at(source: str, offset: int) -> Line:
    """Return the line in which *offset* lies."""
    start = source.rfind("\n", 0, offset) + 1
    start = max(start, source.rfind("\r", start, offset) + 1)
    match = _LINE.match(source, start)
    if match is None:  # pragma: no cover - the pattern matches anything
        return Line(start, start, 0, Span.at(start), None, False, False, None)
    text_start = match.end("indent")
    text_end = max(text_start, start + len(source[start : match.end()].rstrip(" \t")))
    value = None
    has_key = match["key"] is not None
    if has_key or match["items"]:
        rest = match["rest"].rstrip(" \t")
        if rest[:1] not in {'"', "'"}:
            rest = _COMMENT.sub("", rest)
        if rest.startswith("#"):
            rest = ""
        value = Span(match.start("rest"), match.start("rest") + len(rest))
    glued = None if has_key else _GLUED.match(source, match.end("items"), match.end())
    return Line(
        start=start,
        end=match.end(),
        indent=text_start - start,
        text=Span(text_start, text_end),
        value=value,
        is_item=bool(match["items"]) or source[text_start:text_end] == "-",
        has_key=has_key,
        key_without_space=Span(*glued.span(1)) if glued else None,
    )


def lines_of(source: str) -> Iterator[Line]:
    """Yield the lines that say anything, from the top."""
    start = 0
    while start < len(source):
        line = line_at(source, start)
        if line.text.length and source[line.text.start] != "#":
            yield line
        start = line.end + (2 if source.startswith("\r\n", line.end) else 1)


def previous_lines(source: str, start: int) -> Iterator[Line]:
    """Yield the lines above the one that begins at *start*, nearest first, that say anything."""
    for _ in range(_LOOK_BACK):
        if start <= 0:
            return
        end = start - 1
        if source[end] == "\n" and end and source[end - 1] == "\r":
            end -= 1
        line = line_at(source, end)
        start = line.start
        if line.text.length and source[line.text.start] != "#":
            yield line


def quoted_end(source: str, start: int) -> int | None:
    """Return where the quoted text that begins at *start* ends; None where nobody closes it."""
    pattern = _QUOTED.get(source[start : start + 1])
    match = pattern.match(source, start) if pattern else None
    return match.end() if match else None


def reaches(source: str, fault: SyntaxProblem, offset: int) -> bool:
    """Tell whether a quote or list that a line leaves open is still so at *offset*.

    A value may well go on over several lines; a fault of another kind always counts.
    """
    line = line_at(source, offset)
    if fault.code == "unterminated-quote":
        end = quoted_end(source, fault.span.start)
    elif fault.code == "flow":
        end = _flow_end(source, Span(fault.span.start, len(source)))
        if end is not None and end <= fault.span.end:
            return True
    else:
        return True
    return end is None or end > line.start


def value_fault(source: str, line: Line) -> SyntaxProblem | None:
    """Return what is wrong with the value of *line*, whatever stands around it."""
    if line.value is None or not line.value.length:
        return None
    properties = _PROPERTIES.match(source, line.value.start, line.value.end)
    start = properties.end() if properties else line.value.start
    value = Span(start, line.value.end)
    words = value.of(source)
    first = words[:1]
    if first in {'"', "'"} and "{{" in words:
        quoted = _quoted_fault(source, value)
        if quoted is None:
            return None
        message = "The template tag has quotes of its own, which end the value"
        return SyntaxProblem(value, message, "template", "Use the other kind of quotes around it")
    if words.startswith(("{{", "{%", "{#")):
        message = "The value begins with a template tag, whose braces mean a mapping in YAML"
        return SyntaxProblem(line.value, message, "template", _QUOTE_IT)
    if first in {'"', "'"}:
        return _quoted_fault(source, value)
    if first in {"[", "{"}:
        return _flow_fault(source, value)
    if first in {"|", ">"} and _BLOCK_HEADER.match(words):
        return None
    if first in {"-", "?"} and words[1:2].strip():
        return None
    return reserved(source, line.value, first) if first in _RESERVED else None


def reserved(source: str, span: Span, first: str = "") -> SyntaxProblem:
    """Return the problem of the text in *span*, which begins with a character of YAML's own."""
    first = first or source[span.start]
    shown = "a backtick" if first == "`" else f"`{first}`"
    message = f"A value cannot begin with {shown}, which {_RESERVED[first]}"
    hint = _QUOTE_IT if first != "-" else "Begin the list on the next line, or quote the value"
    return SyntaxProblem(span, message, "reserved-character", hint)


def _quoted_fault(source: str, value: Span) -> SyntaxProblem | None:
    quote = source[value.start]
    line_end = value.end
    pattern = _QUOTED[quote]
    match = pattern.match(source, value.start, line_end)
    if match is None:
        message = f"The quote `{quote}` is not closed on this line"
        hint = f"Write `{quote}` at the end of the value"
        return SyntaxProblem(value, message, "unterminated-quote", hint)
    if _AFTER.match(source, match.end(), line_end):
        return None
    after = Span(match.end(), line_end)
    rest = after.of(source)
    span = Span(after.end - len(rest.lstrip(" \t")), after.end)
    odd = ODD_SPACES.fullmatch(span.of(source))
    if odd:
        message = f"The invisible character U+{ord(odd[0][0]):04X} follows the closing quote"
        return SyntaxProblem(span, message, "odd-space", "Delete it")
    if quote == "'" and span.start == after.start:
        message = "The apostrophe ends the quoted value here; inside single quotes write it twice"
    else:
        message = f"`{short(span.of(source))}` follows the closing quote of the value"
    hint = "Put quotes around the whole value, or escape those inside it"
    related = (Related(span, "this is left over"),)
    return SyntaxProblem(value, message, "text-after-quote", hint, related)


def _flow_fault(source: str, value: Span) -> SyntaxProblem | None:
    opening = source[value.start]
    closing = "]" if opening == "[" else "}"
    end = _flow_end(source, value)
    if end is None:
        message = f"`{opening}` is never closed with `{closing}`"
        hint = f"Write `{closing}` at the end, or put quotes around the value if it is text"
        comment = _FLOW_COMMENT.search(source, value.start)
        if comment and closing in comment["comment"]:
            message += ", since `#` begins a comment"
            hint = "Put quotes around each item with a `#`"
        return SyntaxProblem(value, message, "flow", hint)
    if _AFTER.match(source, end, value.end):
        return None
    rest = value.of(source)[end - value.start :].strip()
    kind = "list" if opening == "[" else "mapping"
    message = f"`{opening}…{closing}` is a {kind} in YAML, so `{short(rest)}` cannot follow it"
    return SyntaxProblem(value, message, "flow", _QUOTE_IT)


def _flow_end(source: str, value: Span) -> int | None:
    depth = 0
    offset = value.start
    while offset < value.end:
        character = source[offset]
        if character in "\"'" and source[offset - 1] in "[{,: \t":
            match = _QUOTED[character].match(source, offset, value.end)
            if match is None:
                return None
            offset = match.end()
            continue
        if character == "#" and source[offset - 1] in "[{, \t\r\n":  # a comment
            line_end = _LINE_END.search(source, offset, value.end)
            offset = line_end.start() if line_end else value.end
            continue
        if character in "[{":
            depth += 1
        elif character in "]}":
            depth -= 1
            if depth == 0:
                return offset + 1
        offset += 1
    return None
