"""Causes that lie in how the lines of broken YAML stand: keys, colons, indentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from articlelint.front_matter.model import SyntaxProblem
from articlelint.front_matter.yaml import lines as yaml_lines
from articlelint.front_matter.yaml.lines import Line, line_at, previous_lines
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re

_EQUALS = regex(r"(?P<key>[A-Za-z_][\w.-]{0,40})(?P<sign>[ \t]*=[ \t]*)(?=[^\s=])")
_MISSING_COLON = regex(r"(?P<key>[A-Za-z_][\w.-]{1,40}?)[;；,，]?")
_ITEM = regex(r"(?:-(?=[^\s-])|[–—•·*][ \t]+(?=\S))")


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


def glued_key(source: str, line: Line) -> Cause:
    """Return the cause in a line whose colon is followed by no space."""
    problem = no_space(source, line)
    return Cause(problem, ": ", Span(problem.span.start, problem.span.start + 2))


def no_space(source: str, line: Line) -> SyntaxProblem:
    """Return the problem of a line whose colon is followed by no space."""
    colon = line.key_without_space or Span.at(line.start)
    key = yaml_lines.short(source[line.text.start : colon.start].lstrip("- ").rstrip())
    if source[colon.start] != ":":
        message = f"The colon after `{key}` is full-width; YAML reads it as a letter"
        return SyntaxProblem(colon, message, "fullwidth-colon", f"Write `{key}: `")
    message = f"A space is missing after the colon of `{key}`"
    odd = yaml_lines.ODD_SPACES.match(source, colon.end)
    if odd:
        message = (
            f"The space after `{key}:` is U+{ord(odd[0][0]):04X}, "
            "which YAML does not read as a space"
        )
    hint = f"Write `{key}: ` with a space"
    return SyntaxProblem(colon, message, "missing-space-after-colon", hint)


def equals_sign(source: str, line: Line) -> SyntaxProblem | None:
    """Return the problem of a line with the ``=`` of TOML, where it is one."""
    equals = _EQUALS.match(source, line.text.start, line.text.end)
    if equals is None:
        return None
    message = f"YAML writes `{equals['key']}: …`, not `=`"
    return SyntaxProblem(Span(*equals.span("sign")), message, "equals-sign")


def _opens_list(source: str, line: Line) -> bool:
    """Tell whether the next line is an item, or indented below this one."""
    following = next(yaml_lines.lines_of(source[line.end :]), None)
    return following is not None and (following.is_item or following.indent > line.indent)


def _as_key(match: re.Match[str]) -> str:
    """Return what *match* found, at equal length, as a key."""
    return f"{match[0][:-1]}:"


def not_key_value(source: str, line: Line) -> Cause:
    """Return the cause in a line that is neither a key nor goes on with a value."""
    odd = yaml_lines.ODD_SPACES.match(source, line.text.start)
    if odd:
        message = (
            f"The line is indented with U+{ord(odd[0][0]):04X}, which YAML does not read as a space"
        )
        problem = SyntaxProblem(Span(*odd.span()), message, "odd-space", "Indent it with spaces")
        return Cause(problem, " " * len(odd[0]))
    equals = equals_sign(source, line)
    if equals:
        length = equals.span.length
        return Cause(equals, ": ".ljust(length) if length > 1 else None)
    colon = _MISSING_COLON.fullmatch(source, line.text.start, line.text.end)
    if colon and _opens_list(source, line):
        message = f"A colon is missing after `{colon['key']}`"
        return Cause(SyntaxProblem(line.text, message, "missing-colon"), _as_key(colon))
    words = yaml_lines.short(line.text.of(source))
    message = f"`{words}` is not a `key: value` line"
    hint = "Indent the line if it continues the value above"
    return Cause(SyntaxProblem(line.text, message, "not-key-value", hint), " " * line.text.length)


def item(source: str, line: Line) -> Cause | None:
    """Return the cause in a line that was evidently meant for an item of a list."""
    mark = _ITEM.match(source, line.text.start, line.text.end)
    if mark is None:
        return None
    above = next(previous_lines(source, line.start), None)
    if above is None or not (
        above.is_item
        or (above.has_key and above.value is not None and not above.value.length)
        or _ITEM.match(source, above.text.start, above.text.end)
    ):
        return None
    if mark[0] == "-":
        message = "A space is missing after the `-` of this item"
    else:
        message = f"An item of a list begins with `-`, not with `{mark[0][0]}`"
    problem = SyntaxProblem(Span(*mark.span()), message, "item", "Write `- `")
    return Cause(problem, "- ", Span(mark.start(), mark.start() + 2))


def misplaced(source: str, offset: int) -> Cause | None:
    """Return the cause in the line of *offset*, at whose beginning the parser stopped."""
    line = line_at(source, offset)
    mark = source.find("\ufeff", line.start, line.text.start)
    if mark >= 0:
        message = "An invisible byte order mark comes before the key"
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
        message = "There is a key among the items of a list"
        if line.is_item:
            message = "A key was expected here, not a list item"
        return Cause(SyntaxProblem(start, message, "bad-indentation"), certain=False)
    return indentation(source, line, above)


def _is_alone(source: str, first: Line, line: Line) -> bool:
    """Tell whether *first* is the only key above *line*, and the only one that is indented."""
    before = next(previous_lines(source, first.start), None)
    after = next(previous_lines(source, line.start), None)
    is_next = after is not None and after.start == first.start
    return before is None and is_next and first.has_key and line.has_key and not line.indent


def indentation(source: str, line: Line, above: Line) -> Cause:
    """Return the cause in *line*, whose indentation does not go with the line *above*."""
    span = Span(line.start, line.text.start)
    if not span.length:
        span = Span(line.text.start, min(line.text.end, line.text.start + 40))
    kind = "list item" if line.is_item else "key"
    alike = (each for each in previous_lines(source, line.start) if each.is_item == line.is_item)
    like = next((each for each in alike if each.indent != line.indent), None)
    code = "bad-indentation"
    hint = None
    if like is not None and _is_alone(source, like, line):
        span = Span(like.start, like.text.start)
        message = "This key is indented, the others are not"
        code = "indented-key"
    elif above.value is not None and above.value.length and line.indent > above.indent:
        value = yaml_lines.short(above.value.of(source))
        message = f"The line is indented below a line that already has a value, `{value}`"
        hint = "Indent it like the line above"
        code = "indented-key" if line.has_key and not line.is_item else code
    elif like is not None:
        message = f"This {kind} is indented by {line.indent}, the one above by {like.indent}"
        hint = "Indent lines that belong together equally"
    else:
        message = f"The line is indented by {line.indent}, which matches no line above"
    return Cause(SyntaxProblem(span, message, code, hint), certain=False)
