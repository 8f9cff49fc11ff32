"""Where JSX stands in MDX: outside of code, of modules, and of where links lead.

micromark tries a tag or an expression wherever ``<`` or ``{`` stands in text, and stops at one
that it cannot read. At the beginning of a line they may run on over blank lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from articlelint.templates.jsx.blocks import HEADING, PREFIX, blocks
from articlelint.templates.jsx.javascript import STATEMENTS, end_of, fault_of, never_closed
from articlelint.templates.jsx.piece import Piece, PieceKind
from articlelint.templates.jsx.tags import read_tag
from articlelint.templates.protected import closing_ticks, fences
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.jsx.compiler import Compiler

_STOP: Final = regex(
    # Of a bare URL's end: micromark-extension-gfm-autolink-literal, ``trailBracketAfter``.
    r"\\[!-/:-@\[-`{-~]|`+|\{|<|\](?=\()"
    r"|(?<![^\W_])(?:https?://(?![\W_])|www\.)(?:[^\s<\]]|\](?![(\[\s]|\Z))*+"
    r"|(?<!\$)\$++"
)
_RESOURCE: Final = regex(
    r"\]\(\s*+(?:<[^<>\r\n]*+>|(?:[^\s()<][^\s()]*+)?(?:\([^\s()]*+\)[^\s()]*+)*+)"
    r"""(?:\s++(?:"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?\s*+\)"""
)
_DEFINITION: Final = regex(r"\[(?:[^\[\]\\\r\n]|\\.)++\]:")
_DIRECTIVE: Final = regex(r":{1,3}[\w-]+(?:\[[^\[\]]*\])?\Z")
_LINE_AFTER: Final = regex(r"[ \t>]*+(?:[\r\n]|\Z)")
_LINE_COMMENT: Final = regex(r"\{\s*+//[^\r\n{}]*+\}")
_NAME: Final = regex(
    rf"\{{(?!(?:{'|'.join(sorted(STATEMENTS))})\b)[^\W\d][\w$]*+(?:\.[^\W\d][\w$]*+)*+\}}"
)
"""A variable and nothing else."""
_DOLLARS: Final = regex(r"\$++")
_META: Final = regex(r"[^$\r\n]*+(?=[\r\n]|\Z)")
_FORMULA: Final = regex(rf"^{PREFIX.pattern}(\$\$++)(?=[^$\r\n]*+$)", re.MULTILINE)
_FORMULA_END: Final = regex(r"^(?:[ \t]*+>)*+[ \t]*+(\$\$++)[ \t]*+$", re.MULTILINE)
_BLANKS: Final = regex(r"[ \t]*+")
_LINE_BEGIN: Final = regex(r"(?<=\n)(?:[ \t]*+>)*+")
_QUOTED: Final = regex(r"^(?:[ \t]*+>)++", re.MULTILINE)
_MARKUP: Final = regex(r"=\{\s*<[^<>]*>[^<>{}]*['\"]")
"""An attribute that holds markup with an apostrophe in its text, which is read as code here."""
_LONGEST_PREFIX: Final = 1_000
_MOST_MARKS: Final = 16  # of quotes in quotes; for each number there is a copy of the text
_LONGEST: Final = 50_000
_LONGEST_EXPRESSION: Final = 8_000
_MOST: Final = 20_000
_ATTEMPTS: Final = 40
_FAULTS: Final = 8
_RESTARTS: Final = 25
_MOST_AGAIN: Final = 1_000_000
"""How often code is looked for again behind a tag that holds what looks like some, and how many
characters may be looked at for it."""


def scan(
    text: str, modules: Sequence[tuple[int, int]], compiler: Compiler
) -> tuple[list[Piece], int]:
    """Return the tags and expressions of *text*, and from where on they are not to be judged."""
    found = _Scan(text, compiler)
    pieces = list(found.pieces(modules))
    return pieces, found.unsure


class _Scan:
    def __init__(self, text: str, compiler: Compiler) -> None:
        self._text = text
        self._compiler = compiler
        self._failed = 0
        self._restarts = min(_RESTARTS, _MOST_AGAIN // (len(text) + 1))
        self.unsure = len(text)
        self._never_closed: frozenset[int] | None = None
        self._last_comment = text.rfind("-->")
        self._has_ends = "}" in text
        self._line = 0  # where the line begins that was looked at last, and up to where it was
        self._seen = 0
        self._flow = 0  # where the last tag or expression ends that is a block
        self._quoted: dict[int, str] = {}

    def pieces(self, modules: Sequence[tuple[int, int]]) -> Iterator[Piece]:
        """Yield what is found, in order and apart."""
        after = count = 0
        begin: int | None = 0
        while begin is not None:
            code = fences(self._text, begin, to_end=True)
            gaps = sorted([*modules, *code, *self._formulas(code, begin)])
            stretches = blocks(self._text, gaps, begin)
            begin = None
            for start, end in stretches:
                at = max(start, after)
                while at < end and count < _MOST and self._failed <= _ATTEMPTS:
                    found = self._next(at, start, end)
                    if isinstance(found, int):
                        at = found
                        after = max(after, at) if at > end else after  # a comment may be longer
                        continue
                    yield found
                    count += 1
                    if self._is_flow(found.start):
                        self._flow = found.end
                    at = after = max(found.end, found.start + 1)
                if at < end:  # it is too much: what ends an element may come later
                    self.unsure = min(self.unsure, at)
                    return
                if self._restarts and _holds(code, end, after):
                    begin = after
                    self._restarts -= 1
                    break

    def _formulas(self, code: Sequence[tuple[int, int]], begin: int) -> Iterator[tuple[int, int]]:
        """Yield the formulas behind *begin* that stand between lines of ``$$``, outside of *code*.

        Blank lines do not end them: micromark-extension-math, ``lib/math-flow.js``.
        """
        text = self._text
        match = _FORMULA.search(text, begin) if self._compiler.math and "$$" in text else None
        while match is not None:
            start, at = match.span(1)
            gap, gap_end = code[max(0, bisect_left(code, (start, start)) - 1)] if code else (0, 0)
            if not gap <= start < gap_end:
                at = self._after_math(start, at, at)
                if at == len(text) and not text.rstrip().endswith("$$"):
                    return  # it is never closed, and no formula perhaps
                yield start, at
            match = _FORMULA.search(text, at)

    def _next(self, at: int, block: int, end: int) -> Piece | int:
        """Return what is found from *at* on in a block, or where to go on."""
        text = self._text
        if at == block and _begins_definition(text, block, end):
            return end
        match = _STOP.search(text, at, end)
        if match is None:
            return end
        start, found = match.start(), match[0]
        if found == "<":
            return self._tag(start, end)
        if found == "{":
            return self._expression(start, block, end)
        if found[0] == "`":
            return self._after_code(match.end(), len(found), end)
        if found[0] == "$":
            return self._after_math(start, match.end(), end)
        if found == "]":
            resource = _RESOURCE.match(text, start, end)
            return resource.end() if resource else start + 1
        return match.end()

    def _after_code(self, at: int, width: int, end: int) -> int:
        """Return where the inline code ends whose mark ends at *at*; *at* where there is none."""
        close = closing_ticks(self._text, at, end, width)
        return close if close >= 0 else at

    def _after_math(self, start: int, at: int, end: int) -> int:
        """Return where the formula ends whose dollars end at *at*; *at* where there is none.

        micromark-extension-math, ``lib/math-flow.js`` and ``lib/math-text.js``.
        """
        if not self._compiler.math:
            return at
        text, width = self._text, at - start
        if width > 1 and _META.match(text, at) and self._begins_line(start):
            ends = (each for each in _FORMULA_END.finditer(text, at) if len(each[1]) >= width)
            return next((each.end() for each in ends), len(text))
        same = (each.end() for each in _DOLLARS.finditer(text, at, end) if len(each[0]) == width)
        return next(same, at)

    def _is_flow(self, start: int) -> bool:
        """Tell whether JSX at *start* is a block: it begins a line, or follows on such a one.

        micromark-extension-mdx-jsx, ``lib/jsx-flow.js``.
        """
        if self._begins_line(start):
            return True
        blanks = _BLANKS.match(self._text, self._flow) if self._flow else None
        return blanks is not None and blanks.end() >= start

    def _begins_line(self, start: int) -> bool:
        line = self._line_of(start)
        if start - line > _LONGEST_PREFIX:
            return False
        prefix = PREFIX.match(self._text, line, start)
        return prefix is not None and prefix.end() == start

    def _line_of(self, start: int) -> int:
        """Return where the line begins that *start* is in; no text is looked at twice."""
        text, seen = self._text, self._seen
        found = max(text.rfind("\n", seen, start), text.rfind("\r", seen, start)) + 1
        self._line, self._seen = found or self._line, start
        return self._line

    def _marks_before(self, start: int) -> int:
        """Return of how many block quotes the line is that *start* is in."""
        line = self._line_of(start)
        if ">" not in self._text[line : min(start, line + _LONGEST_PREFIX)]:
            return 0
        prefix = PREFIX.match(self._text, line, start)
        return min(prefix[0].count(">"), _MOST_MARKS) if prefix else 0

    def _quote_end(self, start: int, marks: int) -> int:
        """Return where the first line begins behind *start* that has no *marks*: none is lazy."""
        for line in _LINE_BEGIN.finditer(self._text, start, start + _LONGEST):
            if line[0].count(">") < marks:
                return line.start()
        return len(self._text)

    def _without_marks(self, marks: int) -> str:
        """Return the text with blanks for as many *marks* of quotes a line, at equal length."""
        if marks not in self._quoted:
            self._quoted[marks] = _QUOTED.sub(
                lambda found: found[0].replace(">", " ", marks), self._text
            )
        return self._quoted[marks]

    def _limit(self, start: int, end: int) -> int:
        """Return up to where what begins at *start* may run."""
        return min(len(self._text) if self._is_flow(start) else end, start + _LONGEST)

    def _tag(self, start: int, end: int) -> Piece | int:
        text = self._text
        following = text[start + 1 : start + 2]
        if not following or following.isspace():
            near = text[start + 1 : min(end, start + _LONGEST_PREFIX)]
            return start + 1 if near.strip() else self._at_end(start, end)
        if text.startswith("<!--", start):
            stop = len(text) if self._begins_line(start) else end
            close = text.find("-->", start + 4, stop) if start < self._last_comment else -1
            if close >= 0:
                piece = Piece(PieceKind.COMMENT, start, close + 3)
                return piece if not self._compiler.comments else close + 3
            return Piece(PieceKind.COMMENT, start, start + 4, closed=False)
        limit = self._limit(start, end)
        if marks := self._marks_before(start):
            limit = min(limit, self._quote_end(start, marks))
            text = self._without_marks(marks)
        piece = read_tag(text, start, limit)
        if piece.fault and _MARKUP.search(text, start, limit):
            return self._give_up(start)
        self._fail(start, failed=bool(piece.fault))
        if not piece.closed and limit - start >= _LONGEST:
            return self._give_up(start)
        if piece.fault and self._runs_through_quote(start, piece.end):
            return piece.end
        return piece

    def _at_end(self, start: int, end: int) -> Piece | int:
        """Return the tag that the end of a paragraph cuts: a blank would make it text."""
        following = _LINE_AFTER.match(self._text, end)
        if self._text[start + 1 : start + 2] in {" ", "\t"} or following is None:
            return start + 1
        return Piece(PieceKind.TAG, start, start + 1, fault="its name is missing", at=start + 1)

    def _runs_through_quote(self, start: int, end: int) -> bool:
        """Tell whether the marks of a block quote may stand within."""
        return "\n" in self._text[start:end] and self._text[start:end].count("\n>") > 0

    def _expression(self, start: int, block: int, end: int) -> Piece | int:
        text = self._text
        if self._is_no_expression(start, block, end):
            return start + 1
        if name := _NAME.match(text, start, end):
            return Piece(PieceKind.EXPRESSION, start, name.end(), at=start)
        limit = min(self._limit(start, end), start + _LONGEST_EXPRESSION)
        close = end_of(text, start, limit)
        if close < 0:
            self._fail(start)
            if _LINE_COMMENT.match(text, start):
                fault = "`//` comments out the brace that should end it"
                end = text.find("}", start, limit) + 1
                return Piece(PieceKind.EXPRESSION, start, end, fault=fault, at=start)
            if not self._stays_open(start, end):
                return self._give_up(start) if limit - start >= _LONGEST_EXPRESSION else start + 1
            fault = "`}` is missing"
            return Piece(
                PieceKind.EXPRESSION, start, start + 1, fault=fault, at=start, closed=False
            )
        fault = fault_of(text[start + 1 : close - 1])
        if fault and "\n" in text[start:close] and ">" in text[start:close]:
            return close
        return Piece(PieceKind.EXPRESSION, start, close, fault=fault, at=start)

    def _fail(self, start: int, *, failed: bool = True) -> None:
        """Count what cannot be read: where much cannot be, nothing more is judged."""
        self._failed += failed
        if self._failed > _FAULTS:
            self.unsure = min(self.unsure, start)

    def _give_up(self, start: int) -> int:
        """Go on, and judge no more: what is too long to be read may hold anything."""
        self.unsure = min(self.unsure, start)
        return start + 1

    def _stays_open(self, start: int, end: int) -> bool:
        """Tell whether nothing could close the brace at *start*: nowhere, or not in its block."""
        if not self._has_ends:
            return True
        if not self._is_flow(start) and end - start <= _LONGEST_EXPRESSION:
            return 0 in never_closed(self._text[start:end])
        if self._never_closed is None:
            self._never_closed = never_closed(self._text)
        return start in self._never_closed

    def _is_no_expression(self, start: int, block: int, end: int) -> bool:
        """Tell whether something else is in braces: an id, attributes of a directive."""
        text = self._text
        before = text[start - 1] if start > block else ""
        if (before == "]" or before.isalnum()) and _DIRECTIVE.search(
            text, max(block, start - 200), start
        ):
            return True
        prefix = PREFIX.match(text, block)
        inner = prefix.end() if prefix else block
        is_row = text.startswith("|", inner) and "|" in text[start:end].partition("}")[0]
        is_id = text.startswith("{#", start) and HEADING.match(text, block) is not None
        return is_row or (is_id and self._compiler.heading_ids)


def _holds(code: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether any code begins from *start* to *end*."""
    at = bisect_left(code, (start, 0)) if start < end else len(code)
    return at < len(code) and code[at][0] < end


def _begins_definition(text: str, block: int, end: int) -> bool:
    prefix = PREFIX.match(text, block)
    return _DEFINITION.match(text, prefix.end() if prefix else block, end) is not None
