"""What stops Hexo, and what is lost."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from articlelint.templates.code import code_of
from articlelint.templates.hexo.tags import BLOCKS, QUOTED, TAGS, VARIABLES
from articlelint.templates.literal import Literal
from articlelint.templates.names import Names
from articlelint.templates.nunjucks.judge import Judge
from articlelint.templates.nunjucks.tags import TAGS as NUNJUCKS_TAGS
from articlelint.templates.nunjucks.tokens import Reader
from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.quotes import with_quotes
from articlelint.templates.token import TokenKind
from articlelint.templates.words import shown
from articlelint.text.edit import Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from articlelint.templates.hexo.spared import Handed
    from articlelint.templates.token import Token

_MARKED: Final = frozenset({TokenKind.EXPRESSION, TokenKind.TAG})
_BACKSLASH: Final = regex(r"(?<!\\)\\(?:\\\\)*\Z")
_ENDED: Final = regex(r"[^\r\n{}\"]*\"[^\r\n{}\"]*\}\}")


def problems(
    text: str, tokens: Sequence[Token], names: Names, handed: Handed | None
) -> Iterator[TemplateProblem]:
    """Yield what is wrong with *tokens*, each with its fix; *handed* says where a page is lost."""
    own = Names(
        tags=None if names.tags is None else names.tags | TAGS,
        blocks=names.blocks | BLOCKS,
        filters=names.filters,
        variables=None if names.variables is None else names.variables | VARIABLES,
        files=names.files,
    )
    found = with_quotes(
        text,
        tokens,
        _judged(text, tokens, own),
        lambda source: _judged(source, Reader(source).tokens(), own),
        minds=lambda token: token.name in NUNJUCKS_TAGS or token.name in QUOTED,
    )
    seen = (_seen(text, problem, handed) for problem in found)
    others = chain(_escaped(text, tokens), _lacking(tokens))
    return Literal(text, code_of(text), tokens).fixed(chain(others, seen))


def _lacking(tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
    """Yield the tag of Hexo that stops it without an argument; others leave nothing."""
    for token in tokens:
        if token.name == "post_link" and token.closed and not token.arguments:
            yield TemplateProblem(
                ProblemKind.MISSING_ARGUMENT,
                Span(token.start, token.end),
                "`post_link` needs the name of a post",
            )


def _judged(text: str, tokens: Sequence[Token], names: Names) -> Iterator[TemplateProblem]:
    return Judge(text, names, raw_arguments=True).problems(tokens)


def _escaped(text: str, tokens: Sequence[Token]) -> Iterator[TemplateProblem]:
    """Yield what a backslash stands before: Markdown then shows Hexo's own mark for the tag."""
    for token in tokens:
        start, end = token.start, token.end
        if (
            not token.closed
            or token.kind not in _MARKED
            or not _BACKSLASH.search(text[:start][-9:])
        ):
            continue
        source = shown(text[start:end])
        fix = None
        if token.kind is TokenKind.EXPRESSION:
            edit = Edit(Span(start - 1, end), f"`{text[start:end]}`")
            fix = Fix.unsafe("Write it as code", edit)
        yield TemplateProblem(
            ProblemKind.VANISHING_EXPRESSION,
            Span(start - 1, end),
            f"Hexo replaces `{source}` with a placeholder, since a backslash comes before it",
            fix=fix,
            stops=False,
        )


def _seen(text: str, problem: TemplateProblem, handed: Handed | None) -> TemplateProblem:
    """Return the problem as Hexo has it."""
    if problem.kind is not ProblemKind.UNCLOSED_TAG:
        return problem
    if handed is not None and problem.span.start == handed.lost:
        message = f"{problem.message}, and the rest of the page is lost"
        hint = problem.hint
        if handed.closing:
            message = (
                f"Hexo looks for an `{handed.closing}` after this tag, finds none, and loses the"
                " rest of the page"
            )
            hint = (
                f"Write `{{% {handed.closing} %}}` where a block is to end;"
                f" else move the tag before the last `{handed.closing}`"
            )
        return problem._replace(message=message, hint=hint, stops=False)
    # Markdown makes typographic quotes of those that hide the end.
    return problem._replace(stops=False) if _ENDED.match(text, problem.span.end) else problem
