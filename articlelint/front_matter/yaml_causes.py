"""The causes for which front matter is not YAML, each recognised from the text at the error."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.front_matter import yaml_lines
from articlelint.front_matter.model import SyntaxProblem
from articlelint.front_matter.yaml_lines import Line, line_at, previous_lines
from articlelint.span import Span

if TYPE_CHECKING:
    import yaml

_TOKEN = re.compile(r"[^\s]{1,40}")
_ODD_SPACES = re.compile("[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000]+")
_SEPARATOR = re.compile("[\u0085\u2028\u2029]")
_ITEM = re.compile(r"[^\r\n,\[\]{}]*[^\s,\[\]{}]")
_CONFLICT = re.compile(r"(?<![^\r\n])(?:<{7}|={7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)")
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|\r\n|[\s\S])?")
_GOOD_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abt\tnvfre \"/\\N_LP\r\n]|\r\n)"
)
_LEADING_TABS = re.compile(r"(?<![^\r\n])[ ]*\t[ \t]*(?=\S)")

_PLAIN_WORDS = {  # libyaml's words for what is left when no cause is recognised
    "did not find expected key": "A key was expected here",
    "did not find expected '-' indicator": "A list item that begins with `- ` was expected here",
    "did not find expected ',' or ']'": "A comma or the closing `]` was expected here",
    "did not find expected ',' or '}'": "A comma or the closing `}` was expected here",
    "did not find expected node content": "A value was expected here",
    "did not find expected <document start>": "The front matter was expected to end before this",
    "mapping values are not allowed in this context": "A colon cannot stand here",
    "could not find expected ':'": "A colon was expected after this key",
    "found undefined tag handle": "This tag is not known",
}


@dataclass(frozen=True, slots=True)
class Cause:
    """What is wrong, and what to put in place of *masked* to read on.

    *filler* is as long as the place it takes (the problem's span where *place* is None).
    *certain* is False where the text leaves room for another explanation.
    """

    problem: SyntaxProblem
    filler: str | None = None
    place: Span | None = None
    certain: bool = True

    def mask(self, source: str) -> str | None:
        """Return *source* without the fault, at equal length; None where that cannot be."""
        if self.filler is None:
            return None
        place = self.place or self.problem.span
        return source[: place.start] + self.filler + source[place.end :]


def find(source: str, error: yaml.MarkedYAMLError) -> Cause:
    """Return the cause of libyaml's *error* in *source*."""
    words = error.problem or ""
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index if mark else 0, len(source))
    context = min(error.context_mark.index, len(source)) if error.context_mark else offset
    if "tab character" in words or source[offset : offset + 1] == "\t":
        return _tabs(source, offset)
    conflict = _CONFLICT.search(source)
    if conflict:
        return _conflict(source, conflict)
    found: Cause | None
    separator = _separator(source, offset) or _separator(source, context)
    if separator is not None:
        return separator
    if "escape" in words or "hexdecimal" in words:
        found = _bad_escape(source, context, offset)
    elif "mapping values" in words:
        found = _stray_colon(source, offset)
    elif "expected ':'" in words:
        found = _no_key(source, context)
    elif "unexpected end of stream" in words or "document indicator" in words:
        found = _from_value(source, context) or _unterminated(source, context)
    elif "another document" in words:
        found = _document(offset)
    elif words == "second occurrence":
        name = yaml_lines.short((_TOKEN.match(source, offset) or [""])[0])
        span = Span(offset, offset + len(name))
        found = Cause(SyntaxProblem(span, f"The anchor `{name}` is defined twice", "alias"))
    else:
        found = _from_value(source, offset) or _from_value(source, context)
        found = found or _reserved(source, context) or _reserved(source, offset)
        if found is None and words.startswith("did not find expected"):
            found = _misplaced(source, offset)
    return found or _unexplained(source, offset, words)


def _separator(source: str, offset: int) -> Cause | None:
    """Return the Unicode line separator on the line of *offset*, where there is one."""
    line = line_at(source, offset)
    match = _SEPARATOR.search(source, line.start, line.end)
    if match is None:
        return None
    message = (
        f"The invisible line break U+{ord(match[0]):04X} stands here, where YAML ends the line"
    )
    problem = SyntaxProblem(Span(*match.span()), message, "control-character", "Delete it")
    return Cause(problem, " ")


def _reserved(source: str, offset: int) -> Cause | None:
    """Return the fault of a key or value that begins with a character of YAML's own."""
    line = line_at(source, offset)
    character = source[offset : offset + 1]
    if not character or character not in "@`%*&!":
        return None
    if line.value is not None and offset == line.value.start:
        span = line.value
    else:
        match = _ITEM.match(source, offset, line.end)
        span = Span(offset, match.end() if match else offset + 1)
    problem = yaml_lines.reserved(source, span)
    return Cause(problem, "x" * span.length)


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
        message = "A tab stands where YAML wants a space"
        return Cause(SyntaxProblem(span, message, "tab-indentation"), " ")
    message = "The line is indented with a tab, which YAML does not allow"
    problem = SyntaxProblem(Span(*tabs.span()), message, "tab-indentation", "Indent it with spaces")
    rest = _LEADING_TABS.sub(lambda match: match[0].replace("\t", " "), source[line.start :])
    return Cause(problem, rest, Span(line.start, len(source)))


def _conflict(source: str, first: re.Match[str]) -> Cause:
    marks = list(_CONFLICT.finditer(source))
    related = tuple((Span(*mark.span()), "and here") for mark in marks[1:4])
    message = "A conflict that Git could not merge was committed with its markers"
    hint = "Keep the lines of one side and delete the markers"
    problem = SyntaxProblem(Span(*first.span()), message, "conflict-marker", hint, related)
    filler = _CONFLICT.sub(lambda match: " " * len(match[0]), source)
    return Cause(problem, filler, Span(0, len(source)))


def _bad_escape(source: str, context: int, offset: int) -> Cause:
    start = max(source.rfind("\\", context, offset + 1), context)
    match = _ESCAPE.match(source, start)
    span = Span(start, match.end() if match else start + 1)
    message = f"`{span.of(source)}` is not an escape that double quotes know"
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
        return _from_value(source, offset) or _colon_in_value(line, offset)
    for above in previous_lines(source, line.start):
        if above.key_without_space is not None:
            return _no_space(source, above)
        if above.value is None and not above.is_item and above.text.length:
            if above.indent <= line.indent:
                return _not_key_value(source, above)
            continue
        break
    else:
        return None
    opened = _from_value(source, above.start)
    if opened is not None and opened.problem.code in {"unterminated-quote", "flow"}:
        return opened
    if line.indent > above.indent:
        return _indentation(source, line, above)
    return None


def _colon_in_value(line: Line, offset: int) -> Cause | None:
    value = line.value
    if value is None:
        return None
    colon = Span(offset, offset + 1)
    message = "The colon in this value is read as the end of another key; the value needs quotes"
    hint = "Put quotes around the value"
    problem = SyntaxProblem(value, message, "unquoted-colon", hint, ((colon, "this colon"),))
    return Cause(problem, "x" * value.length)


def _no_key(source: str, context: int) -> Cause:
    line = line_at(source, context)
    if line.key_without_space is not None:
        return _no_space(source, line)
    return _from_value(source, context) or _not_key_value(source, line)


def _no_space(source: str, line: Line) -> Cause:
    problem = no_space(source, line)
    return Cause(problem, ": ", Span(problem.span.start, problem.span.start + 2))


def no_space(source: str, line: Line) -> SyntaxProblem:
    """Return the problem of a line whose colon is followed by no space."""
    colon = line.key_without_space or Span.at(line.start)
    key = yaml_lines.short(source[line.text.start : colon.start].strip())
    if source[colon.start] != ":":
        message = f"The colon after `{key}` is a full-width one, which YAML takes for a letter"
        return SyntaxProblem(colon, message, "fullwidth-colon", f"Write `{key}: `")
    message = f"A space is missing after the colon of `{key}`"
    odd = _ODD_SPACES.match(source, colon.end)
    if odd:
        message = f"The space after `{key}:` is U+{ord(odd[0][0]):04X}, which is no space to YAML"
    hint = f"Write `{key}: ` with a space"
    return SyntaxProblem(colon, message, "missing-space-after-colon", hint)


def _not_key_value(source: str, line: Line) -> Cause:
    odd = _ODD_SPACES.match(source, line.text.start)
    if odd:
        message = f"The line is indented with U+{ord(odd[0][0]):04X}, which is no space to YAML"
        problem = SyntaxProblem(Span(*odd.span()), message, "odd-space", "Indent it with spaces")
        return Cause(problem, " " * len(odd[0]))
    words = yaml_lines.short(line.text.of(source))
    message = f"`{words}` is not a `key: value` line"
    hint = "Indent the line if it goes on with the value above"
    return Cause(SyntaxProblem(line.text, message, "not-key-value", hint), " " * line.text.length)


def _unterminated(source: str, start: int) -> Cause:
    line = line_at(source, start)
    span = Span(start, max(start, len(source[: line.end].rstrip())))
    message = f"The quote `{source[start : start + 1]}` is never closed"
    return Cause(SyntaxProblem(span, message, "unterminated-quote"), "x" * span.length)


def _document(offset: int) -> Cause:
    message = "A second YAML document begins here; front matter is only one"
    return Cause(SyntaxProblem(Span(offset, offset + 3), message, "second-document"), "   ")


def _from_value(source: str, offset: int) -> Cause | None:
    """Return what is wrong with the value on the line of *offset*, or on a line above."""
    line = line_at(source, offset)
    fault = yaml_lines.value_fault(source, line)
    if fault is None and (line.value is None or offset <= line.text.start):
        for above in previous_lines(source, line.start):
            if above.value is None:
                continue
            fault = yaml_lines.value_fault(source, above)
            if fault is not None and fault.code not in {"unterminated-quote", "flow"}:
                fault = None
            break
    if fault is None:
        return None
    return Cause(fault, "x" * fault.span.length)


def _misplaced(source: str, offset: int) -> Cause | None:
    line = line_at(source, offset)
    mark = source.find("\ufeff", line.start, line.text.start)
    if mark >= 0:
        message = "An invisible byte order mark stands before the key"
        span = Span(mark, mark + 1)
        return Cause(SyntaxProblem(span, message, "control-character", "Delete it"))
    if offset != line.text.start:
        return None
    start = Span(line.text.start, min(line.text.end, line.text.start + 40))
    if source.startswith(":", offset):
        return Cause(SyntaxProblem(start, "A key is missing before the colon"), certain=False)
    above = next(previous_lines(source, line.start), None)
    if above is None:
        return None
    if line.is_item != above.is_item and line.indent == above.indent:
        message = "A key stands among the items of a list"
        if line.is_item:
            message = "A list item stands where a key was expected"
        return Cause(SyntaxProblem(start, message, "bad-indentation"), certain=False)
    return _indentation(source, line, above)


def _indentation(source: str, line: Line, above: Line) -> Cause:
    span = Span(line.start, line.text.start)
    if not span.length:
        span = Span(line.text.start, min(line.text.end, line.text.start + 40))
    kind = "list item" if line.is_item else "key"
    alike = (each for each in previous_lines(source, line.start) if each.is_item == line.is_item)
    like = next((each for each in alike if each.indent != line.indent), None)
    hint = None
    if above.value is not None and above.value.length and line.indent > above.indent:
        value = yaml_lines.short(above.value.of(source))
        message = f"The line is indented below a line that already has a value, `{value}`"
    elif like is not None:
        message = f"This {kind} is indented by {line.indent}, the one above by {like.indent}"
        hint = "Indent alike what belongs together"
    else:
        message = f"The line is indented by {line.indent}, which fits none of the lines above"
    return Cause(SyntaxProblem(span, message, "bad-indentation", hint), certain=False)
