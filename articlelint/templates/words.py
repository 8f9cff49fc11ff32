"""What all readers say in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.text.near import nearest
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from articlelint.templates.token import Token

_ENDS: Final = {"{{": "}}", "{%": "%}", "{#": "#}"}
_WHAT: Final = {
    TokenKind.EXPRESSION: "The expression",
    TokenKind.TAG: "The tag",
    TokenKind.COMMENT: "The comment",
}
_LONGEST: Final = 40


def unclosed(text: str, token: Token) -> TemplateProblem:
    """Return the problem of a token without its end."""
    span = Span(token.start, token.end)
    if token.closing:
        return TemplateProblem(ProblemKind.STRAY_END, span, f"`{span.of(text)}` ends no comment")
    end = _ENDS.get(span.of(text)[:2], "")
    what = _WHAT.get(token.kind, "The tag")
    return TemplateProblem(
        ProblemKind.UNCLOSED_TAG, span, f"{what} is never closed: `{end}` is missing"
    )


def vanishing(text: str, token: Token, name: str) -> TemplateProblem:
    """Return the problem of an expression that shows nothing, for want of a variable *name*."""
    source = shown(text[token.start : token.end])
    why = f"there is no variable `{name}`" if name else "it is not a variable"
    return TemplateProblem(
        ProblemKind.VANISHING_EXPRESSION,
        Span(token.start, token.end),
        f"`{source}` shows nothing, because {why}",
        stops=False,
    )


def unreadable(text: str, token: Token, why: str) -> TemplateProblem:
    """Return the problem of a token that the engine cannot read, be it for want of arguments."""
    source = shown(text[token.start : token.end])
    lacks = token.kind is TokenKind.TAG and token.name and not token.arguments
    return TemplateProblem(
        ProblemKind.MISSING_ARGUMENT if lacks else ProblemKind.INVALID_SYNTAX,
        Span(token.start, token.end),
        f"`{source}` cannot be read: {why}",
    )


def idle(token: Token) -> TemplateProblem:
    """Return the problem of a raw block without its end, which the engine takes for nothing."""
    return TemplateProblem(
        ProblemKind.UNCLOSED_BLOCK,
        Span(token.start, token.end),
        f"The block `{token.name}` is never closed, and does nothing",
        hint=f"Put {{% end{token.name} %}} where it ends",
        stops=False,
    )


def unknown_filter(text: str, token: Token, name: str, known: Iterable[str]) -> TemplateProblem:
    """Return the problem of a filter that nobody defines, at its name."""
    at = text.find(name, text.find("|", token.start), token.end)
    near = nearest(name, sorted(known), likeness=0.75)
    return TemplateProblem(
        ProblemKind.UNKNOWN_FILTER,
        Span(at, at + len(name)) if at >= 0 else Span(token.start, token.end),
        f"There is no filter `{name}`",
        hint=f"Did you mean `{near}`?" if near else None,
    )


def shown(source: str) -> str:
    """Return *source* in one line, cut where it is long."""
    line = " ".join(source.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
