"""The fix that shows a stretch of a text as it stands, whatever it means to the engine."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.named_tuple import NamedTuple
from articlelint.templates.problem import ProblemKind
from articlelint.templates.token import TokenKind
from articlelint.text.edit import Applicability, Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.templates.code import Code
    from articlelint.templates.problem import TemplateProblem
    from articlelint.templates.token import Token

_MOST: Final = 300
_RAW: Final = "{% raw %}"
_END_RAW: Final = "{% endraw %}"
_BEGINS_RAW: Final = regex(r"\{%-?\s*+raw\s*+-?%\}")
_MEANT: Final = frozenset(
    {
        ProblemKind.MISSING_ARGUMENT,
        ProblemKind.STRAY_END,
        ProblemKind.UNCLOSED_BLOCK,
        ProblemKind.UNKNOWN_FILTER,
    }
)
"""Problems of what was meant for the engine where it stands in running text."""
_NO_OPENERS: Final = frozenset({ProblemKind.INVALID_SYNTAX, ProblemKind.UNKNOWN_TAG})
_FORMULA: Final = regex(r"\$\$[^$]+\$\$|(?<![\w$\\])\$(?![{\s])[^$\r\n]+\$(?!\w)")
_TO_BRACE: Final = regex(r"[^\r\n{}]{0,60}\}")
"""What is left of something that looks closed to its author."""
_MORE_MARKS: Final = regex(r"[{%#]{1,300}+")
_LINE: Final = regex(r"[^\r\n]*")


_BEGINS_ADDRESS: Final = regex(r"(?:\b(?:href|src)=[\"']|\]\()\Z")
_IN_ADDRESS: Final = regex(r"(?:\b(?:href|src)=[\"'][^\"'\s]{0,150}|\]\([^()\s]{0,150})\Z")
_NEAR: Final = 160


class _Place(NamedTuple):
    """A stretch that is shown whole: *what* it is, "" for a token alone."""

    start: int
    end: int
    what: str


class Literal:
    """Attaches fixes to problems, and makes one finding of all that have the same fix."""

    def __init__(
        self, text: str, code: Sequence[Code], tokens: Sequence[Token], *, pipe: str = ""
    ) -> None:
        """Write *pipe*, if any, for each vertical bar of running text, which else makes a table."""
        self._pipe = pipe
        self._text = text
        self._code = code
        self._code_starts = [each.start for each in code]
        self._tokens = tokens
        self._starts = [token.start for token in tokens]
        regions = {token.start for token in tokens if token.kind is TokenKind.RAW}
        self._raw_is_open = any(
            token.kind is TokenKind.TAG
            and token.name == "raw"
            and not token.closing
            and token.end not in regions
            for token in tokens
        )
        self._formulas: list[tuple[int, int]] | None = None

    def fixed(self, problems: Iterable[TemplateProblem]) -> Iterator[TemplateProblem]:
        """Yield *problems*, the first hundreds, with their fixes; one for each place."""
        places: dict[_Place, list[TemplateProblem]] = {}
        seen = (problem for problem in problems if not self._in_comment(problem))
        for problem in sorted(islice(seen, _MOST), key=lambda problem: problem.span):
            place = self._place(problem)
            if place is None:
                yield problem
            else:
                places.setdefault(place, []).append(problem)
        last = max(places, default=None)
        for place, inside in places.items():
            first = next((each for each in inside if each.stops), inside[0])
            more = f", and {len(inside) - 1} more in this {place.what}" if len(inside) > 1 else ""
            yield first._replace(
                message=first.message + more, fix=self._fix(place, inside, is_last=place == last)
            )

    def _in_comment(self, problem: TemplateProblem) -> bool:
        """Tell whether something vanishes that nobody would see anyway."""
        if problem.kind is not ProblemKind.VANISHING_EXPRESSION:
            return False
        start = problem.span.start
        if _BEGINS_ADDRESS.search(self._text, max(start - 9, 0), start) and self._text.startswith(
            ("{{", "/"), problem.span.end
        ):
            return True  # what a theme's other pages set, and the address is right without it
        opened = self._text.rfind("<!--", 0, start)
        return opened >= 0 and self._text.find("-->", opened, start) < 0

    def _place(self, problem: TemplateProblem) -> _Place | None:
        """Return what is to be shown as it stands; None where something else is to be done."""
        span, kind = problem.span, problem.kind
        if kind is ProblemKind.MISSING_INCLUDE or problem.fix is not None:
            return None
        at = bisect_right(self._code_starts, span.start) - 1
        if at >= 0 and span.start < self._code[at].end:
            code = self._code[at]
            start, end = self._content(code)
            if span.start < start:  # in the line that opens it
                return _Place(*self._whole(span), "")
            return _Place(start, max(end, span.end), "code block" if code.fence else "code")
        is_tag = self._text.startswith("{%", span.start)
        if kind in _MEANT or (is_tag and (kind is ProblemKind.INVALID_SYNTAX or problem.hint)):
            return None
        if kind is ProblemKind.UNCLOSED_TAG:
            text, end = self._text, span.end
            if match := _TO_BRACE.match(text, end) or _MORE_MARKS.match(text, end):
                span = Span(span.start, match.end())
        return self._formula(span)

    def _content(self, code: Code) -> tuple[int, int]:
        """Return what is to be shown: of a fence its lines, without their margins."""
        if not code.fence:
            return code.start, code.end
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

    def _formula(self, span: Span) -> _Place:
        """Return the TeX formula that *span* stands in; itself where it stands in none."""
        if self._formulas is None:
            self._formulas = [match.span() for match in _FORMULA.finditer(self._text)]
        at = bisect_right(self._formulas, (span.start, len(self._text))) - 1
        if at >= 0 and span.end <= self._formulas[at][1]:
            return _Place(*self._formulas[at], "formula")
        return _Place(*span, "")

    def _fix(
        self, place: _Place, inside: Sequence[TemplateProblem], *, is_last: bool
    ) -> Fix | None:
        """Return the fix; None in an address, or where the stretch ends such a region itself."""
        if self._raw_is_open or "endraw" in self._text[place.start : place.end]:
            return None
        if self._is_inside(place.start) or self._is_inside(place.end):
            return None  # a tag whose text has the marks of code
        near = self._text[max(0, place.start - _NEAR) : place.start]
        if _IN_ADDRESS.search(near) and not near.endswith("$"):  # `${{ x }}` is none of ours
            return None
        stretches = [(place.start, place.end)]
        if place.what == "code block" and self._has_others(place, inside):
            stretches = [self._whole(each.span) for each in inside]
        stretches = sorted({*stretches, *self._ends(stretches, inside)})
        if is_last and "code" in place.what:
            stretches += self._hidden(place)
        edits = [
            edit
            for start, end in stretches
            for edit in (Edit.insert(start, _RAW), Edit.insert(end, _END_RAW))
        ]
        if self._pipe and "code" not in place.what:
            edits += [
                Edit(Span(at, at + 1), self._pipe)
                for start, end in stretches
                for at in range(start, end)
                if self._text[at] == "|"
            ]
        applicability = Applicability.SAFE if "code" in place.what else Applicability.UNSAFE
        return Fix("Show it literally, with {% raw %}", tuple(edits), applicability)

    def _hidden(self, place: _Place) -> Iterator[tuple[int, int]]:
        """Yield the code that is like *place*, and hidden by it: each begins what never ends."""
        text = self._text
        begins = _BEGINS_RAW.search(text, place.start, place.end) is not None
        if begins and "endraw" not in text[place.end :]:
            for code in self._code[bisect_left(self._code_starts, place.end) :]:
                if _BEGINS_RAW.search(text, code.start, code.end):
                    yield self._content(code)

    def _has_others(self, place: _Place, inside: Sequence[TemplateProblem]) -> bool:
        """Tell whether expressions stand there, too, of which something may be shown."""
        wrong = {self._whole(each.span)[0] for each in inside}
        first, last = (bisect_left(self._starts, at) for at in (place.start, place.end))
        return any(
            token.kind is TokenKind.EXPRESSION and token.closed and token.start not in wrong
            for token in self._tokens[first:last]
        )

    def _is_inside(self, offset: int) -> bool:
        token = self._token_at(offset)
        return token is not None and token.closed and token.start < offset < token.end

    def _whole(self, span: Span) -> tuple[int, int]:
        """Return the token that *span* lies in, as a stretch; itself where it lies in none."""
        token = self._token_at(span.start)
        within = token is not None and token.closed and span.end <= token.end
        return (token.start, token.end) if token and within else (span.start, span.end)

    def _token_at(self, offset: int) -> Token | None:
        at = bisect_right(self._starts, offset) - 1
        return self._tokens[at] if at >= 0 else None

    def _ends(
        self, stretches: Sequence[tuple[int, int]], inside: Sequence[TemplateProblem]
    ) -> Iterator[tuple[int, int]]:
        """Yield the ends of blocks that cannot be opened: an end alone stops the engine, too."""
        for problem in inside:
            opener = self._token_at(problem.span.start)
            if opener is None or problem.kind not in _NO_OPENERS:
                continue
            end = self._end_of(opener)
            if end and not any(start <= end.start < stop for start, stop in stretches):
                yield end.start, end.end

    def _end_of(self, opener: Token) -> Token | None:
        """Return the tag that ends the block of *opener*, by its name."""
        depth = 0
        for token in self._tokens[bisect_right(self._starts, opener.start) :]:
            if token.kind is not TokenKind.TAG or token.name != opener.name:
                continue
            depth += -1 if token.closing else 1
            if depth < 0:
                return token
        return None
