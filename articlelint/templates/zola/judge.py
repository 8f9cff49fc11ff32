"""What stops Zola, and what it shows as text."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from articlelint.templates.code import code_of
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.templates.words import shown
from articlelint.templates.zola.call import read_call
from articlelint.text.edit import Edit, Fix
from articlelint.text.near import nearest
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.names import Names
    from articlelint.templates.token import Token

_MOST: Final = 300
_CALL: Final = regex(
    r"\{([{%])[ \t]*+([A-Za-z_]\w*+)[ \t]*+\(([^{}]{0,1000}?)(%\}|\}\}|(?=[{}\n]|\Z))"
)
_TYPOGRAPHIC: Final = regex(r"(?<==)(\s*)[“”„‟″«»‘’‚‛]([^\"'“”„‟″«»‘’‚‛]*)[“”„‟″«»‘’‚‛\"]")


def problems(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    """Yield what is wrong with *tokens*, and with what is none, each with its fix."""
    judge = _Judge(text, tokens, names)
    for number, problem in enumerate(judge.problems()):
        if number >= _MOST:
            return
        yield problem


class _Judge:
    def __init__(self, text: str, tokens: Sequence[Token], names: Names) -> None:
        self._text = text
        self._tokens = tokens
        self._names = names.tags
        self._blocks_as_text: list[TemplateProblem] = []
        self._code = code_of(text)
        self._starts = [each.start for each in self._code]

    def problems(self) -> Iterator[TemplateProblem]:
        """Yield the problems."""
        open_blocks: list[tuple[Token, bool]] = []
        for token in self._tokens:
            if token.kind is TokenKind.RAW:
                continue
            if token.kind is TokenKind.ESCAPED or not token.closed:
                if not token.closed:
                    yield from self._not_closed(token)
            elif token.closing:
                yield from self._end(token, open_blocks)
            else:
                unknown = self._names is not None and token.name not in self._names
                if unknown:
                    yield self._unknown(token, self._names or frozenset())
                if token.kind is TokenKind.TAG:
                    open_blocks.append((token, unknown))
        yield from (self._unclosed(token) for token, unknown in open_blocks if not unknown)
        yield from self._blocks_as_text

    def _not_closed(self, token: Token) -> Iterator[TemplateProblem]:
        if token.kind is TokenKind.ESCAPED:
            yield self._escaped(token)
            return
        match = _CALL.match(self._text, token.start)
        known = token.name in (self._names or frozenset())
        if match is None or not known or self._in_code(token.start):
            return
        problem = self._shown(Span(*match.span()), match[1], closed=bool(match[4]))
        if token.kind is TokenKind.TAG:
            self._blocks_as_text.append(problem)  # until its end is seen
        else:
            yield problem

    def _end(
        self, token: Token, open_blocks: list[tuple[Token, bool]]
    ) -> Iterator[TemplateProblem]:
        if open_blocks:
            block = open_blocks.pop()[0]
            if not self._text[block.end : token.start].strip():
                yield self._empty(block, token)
        elif self._blocks_as_text:
            yield self._blocks_as_text.pop()._replace(stops=True)
        else:
            yield self._stray(token)

    def _unknown(self, token: Token, names: frozenset[str]) -> TemplateProblem:
        near = nearest(token.name, sorted(names), likeness=0.75)
        return TemplateProblem(
            ProblemKind.UNKNOWN_TAG,
            Span(token.start, token.end),
            f"There is no shortcode `{token.name}`",
            hint=f"Did you mean `{near}`?" if near else None,
            fix=self._literal(token),
        )

    def _literal(self, token: Token) -> Fix | None:
        """Return the fix that shows a shortcode in code as it stands."""
        if not self._in_code(token.start):
            return None
        marks = [token]
        if token.kind is TokenKind.TAG and not token.closing:
            at = self._tokens.index(token)
            depth = 1
            for each in self._tokens[at + 1 :]:
                if each.kind is TokenKind.TAG:
                    depth += -1 if each.closing else 1
                if not depth:
                    marks.append(each)
                    break
            else:
                return None
        edits = [
            edit
            for mark in marks
            for edit in (Edit.insert(mark.start + 2, "/*"), Edit.insert(mark.end - 2, "*/"))
        ]
        return Fix.safe("Show it literally, with /* and */", *edits)

    def _in_code(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and at < self._code[index].end

    def _unclosed(self, token: Token) -> TemplateProblem:
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK,
            Span(token.start, token.end),
            f"The shortcode `{token.name}` is never closed",
            hint=f"Put {{% end %}} where it ends; {{{{ {token.name}(…) }}}} needs none",
        )

    def _escaped(self, token: Token) -> TemplateProblem:
        span = Span(token.start, token.end)
        if token.closing:
            message = f"`{span.of(self._text)}` does not end a shortcode that is shown literally"
            return TemplateProblem(ProblemKind.STRAY_END, span, message)
        return TemplateProblem(
            ProblemKind.UNCLOSED_BLOCK,
            span,
            f"The shortcode `{token.name}`, which is to be shown literally, is never closed",
            hint="Put {%/* end */%} where it ends",
        )

    def _stray(self, token: Token) -> TemplateProblem:
        span = Span(token.start, token.end)
        fix = self._literal(token) or Fix.unsafe("Delete the end tag", Edit(span, ""))
        source = shown(span.of(self._text))
        return TemplateProblem(ProblemKind.STRAY_END, span, f"`{source}` ends nothing", fix=fix)

    def _empty(self, block: Token, end: Token) -> TemplateProblem:
        name = block.name
        return TemplateProblem(
            ProblemKind.INVALID_SYNTAX,
            Span(block.start, end.end),
            f"The shortcode `{name}` is empty, which Zola cannot read",
            hint=f"Write {{{{ {name}(…) }}}} if it is to be empty",
        )

    def _shown(self, span: Span, opening: str, *, closed: bool) -> TemplateProblem:
        message = f"`{shown(span.of(self._text))}` is shown literally"
        if not closed:
            closer = "}}" if opening == "{" else "%}"
            why = f"{message}: `{closer}` is missing"
            return TemplateProblem(ProblemKind.UNCLOSED_TAG, span, why, stops=False)
        if (fix := self._straight(span)) is not None:
            why = f"{message}: an argument needs straight quotes"
            kind = ProblemKind.TYPOGRAPHIC_QUOTES
            return TemplateProblem(kind, span, why, fix=fix, stops=False)
        return TemplateProblem(
            ProblemKind.INVALID_SYNTAX,
            span,
            f"{message}: it does not call a shortcode",
            hint='Each argument is written name="value"',
            stops=False,
        )

    def _straight(self, span: Span) -> Fix | None:
        source = span.of(self._text)
        written = _TYPOGRAPHIC.sub(r'\1"\2"', source)
        if written == source:
            return None
        call = read_call(written, 2, len(written))
        if call is None or written[call.end :].strip() not in {"}}", "%}"}:
            return None
        return Fix.safe("Write straight quotes", Edit(span, written))
