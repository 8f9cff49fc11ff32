"""The fix that shows a stretch of a text as it stands, whatever it means to the engine."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.edit import Applicability, Edit, Fix
from articlelint.regex import regex
from articlelint.templates.problem import ProblemKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.span import Span
    from articlelint.templates.code import Code
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

_MOST: Final = 300
_RAW: Final = "{% raw %}"
_END_RAW: Final = "{% endraw %}"
_OWN_WAY: Final = frozenset({ProblemKind.MISSING_INCLUDE, ProblemKind.MISSING_ARGUMENT})
"""Problems of tags that were certainly meant as such."""
_FORMULA: Final = regex(r"\$\$[^$]+\$\$|(?<![\w$\\])\$(?![{\s])[^$\r\n]+\$(?!\w)")
_LINE: Final = regex(r"[^\r\n]*")


class Literal:
    """Attaches fixes to problems, and makes one finding of all that stand in one block of code."""

    def __init__(self, text: str, code: Sequence[Code], tokens: Sequence[Token]) -> None:
        self._text = text
        self._code = code
        self._starts = [each.start for each in code]
        self._tokens = tokens
        self._formulas: list[tuple[int, int]] | None = None

    def fixed(self, problems: Iterable[TemplateProblem]) -> Iterator[TemplateProblem]:
        """Yield *problems*, the first hundreds, with their fixes; one for each block of code."""
        fences: dict[int, list[TemplateProblem]] = {}
        for problem in sorted(islice(problems, _MOST), key=lambda problem: problem.span):
            if problem.kind in _OWN_WAY or problem.fix is not None:
                yield problem
                continue
            code = self.code_at(problem.span.start)
            if code is not None and code.fence:
                fences.setdefault(code.start, []).append(problem)
            else:
                yield self._alone(problem, code)
        for start, inside in fences.items():
            code = self.code_at(start)
            if code is not None:
                yield from self._in_fence(inside, code)

    def code_at(self, offset: int) -> Code | None:
        """Return the code that *offset* lies in."""
        at = bisect_right(self._starts, offset) - 1
        return self._code[at] if at >= 0 and offset < self._code[at].end else None

    def _alone(self, problem: TemplateProblem, code: Code | None) -> TemplateProblem:
        if code is not None:
            start, end = code.start, max(code.end, problem.span.end)
        else:
            start, end = self._formula(problem.span)
        safe = code is not None
        return problem._replace(fix=self._wrap(start, end, safe=safe))

    def _in_fence(self, inside: list[TemplateProblem], code: Code) -> Iterator[TemplateProblem]:
        """Yield one finding for a block of code, which wants to be shown whole."""
        first = next((each for each in inside if each.stops), inside[0])
        count = len(inside) - 1
        more = f", and {count} more in this block of code" if count else ""
        start, end = self._content(code)
        fix = self._wrap(start, max(end, first.span.end), safe=True)
        yield first._replace(message=first.message + more, fix=fix)

    def _content(self, code: Code) -> tuple[int, int]:
        """Return where the lines of a fence begin and end, without their margins."""
        text = self._text
        opening = _LINE.match(text, code.start)
        start = opening.end() if opening else code.start
        while start < code.end and text[start] in "\r\n \t>":
            start += 1
        last = max(text.rfind("\n", start, code.end), text.rfind("\r", start, code.end))
        end = last if last > start else code.end
        while end > start and text[end - 1] in "\r\n \t":
            end -= 1
        return start, end

    def _formula(self, span: Span) -> tuple[int, int]:
        """Return the TeX formula that *span* stands in; itself where it stands in none."""
        if self._formulas is None:
            self._formulas = [match.span() for match in _FORMULA.finditer(self._text)]
        at = bisect_right(self._formulas, (span.start, len(self._text))) - 1
        if at >= 0 and span.end <= self._formulas[at][1]:
            return self._formulas[at]
        return span

    def _wrap(self, start: int, end: int, *, safe: bool) -> Fix | None:
        """Return the fix; None where the stretch ends such a region itself."""
        if "raw" in self._text[start:end] and "endraw" in self._text[start:end]:
            return None
        return Fix(
            "Show it as it stands, with {% raw %}",
            (Edit.insert(start, _RAW), Edit.insert(end, _END_RAW)),
            Applicability.SAFE if safe else Applicability.UNSAFE,
        )
