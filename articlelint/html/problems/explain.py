"""From parse errors to problems: one for each cause, at the place where it can be fixed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.html.problems.drafting import Draft
from articlelint.html.problems.joining import joined
from articlelint.html.problems.lexical import explain_tokens
from articlelint.html.problems.tree_errors import TreeErrors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from articlelint.html.judge.error import MarkupError, Token
    from articlelint.html.problems.problem import HtmlProblem
    from articlelint.rendering import SourceMap


def explain(
    html: str, errors: Sequence[MarkupError], source_map: SourceMap
) -> tuple[HtmlProblem, ...]:
    """Return the problems behind *errors* in reading order."""
    draft = Draft(html, source_map)
    explain_tokens(draft, (error for error in errors if error.name))
    explain_tokens(draft, (error for error in errors if not error.name and error.token is None))
    for error in errors:
        for opening in error.token.before if error.token is not None else ():
            if "<" in opening.name:
                draft.mistake_text(opening.start, opening.end)
    tree = TreeErrors(draft)
    for token, of_token in _by_token(errors):
        tree.explain(token, of_token)
    problems = joined(draft)
    return tuple(sorted(problems, key=lambda problem: (problem.start, problem.end)))


def _by_token(errors: Iterable[MarkupError]) -> Iterator[tuple[Token, list[MarkupError]]]:
    """Yield the errors of tree construction, those of one token together."""
    group: list[MarkupError] = []
    for error in errors:
        if error.token is None or error.name:
            continue
        if group and group[-1].token is not error.token:
            yield _token_of(group), group
            group = []
        group.append(error)
    if group:
        yield _token_of(group), group


def _token_of(group: Sequence[MarkupError]) -> Token:
    token = group[0].token
    if token is None:
        raise ValueError("an error of tree construction has a token")
    return token
