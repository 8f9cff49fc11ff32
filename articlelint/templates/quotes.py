"""Typographic quotes in tags and expressions: to the engines they are letters like any others."""

from __future__ import annotations

from bisect import bisect_left
from itertools import islice
from typing import TYPE_CHECKING, Final

from articlelint.templates.problem import ProblemKind, TemplateProblem
from articlelint.templates.token import TokenKind
from articlelint.templates.words import shown
from articlelint.text.edit import Edit, Fix
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from articlelint.templates.token import Token

# Strings in straight quotes stay, of several lines and with escaped quotes too; then typographic
# ones.
_QUOTED: Final = regex(
    r"\"(?:[^\"\\]|\\[\s\S])*+\"?|'(?:[^'\\]|\\[\s\S])*+'?"
    r"|(?<=[\s=(,:<>\[{])[“”„‟″«»][^\"“”„‟″«»\n{}%]*+[“”„‟″«»](?=[\s),|%}\]-])"
    r"|(?<=[\s=(,:<>\[{])[‘’‚‛][^\"'‘’‚‛“”\n{}%]*+[‘’‚‛](?=[\s),|%}\]-])"
)
_SIGNS: Final = regex(r"[“”„‟″«»‘’‚‛]")
_TOKENS: Final = frozenset({TokenKind.TAG, TokenKind.EXPRESSION})
_STAYS: Final = frozenset({ProblemKind.UNCLOSED_BLOCK, ProblemKind.STRAY_END})
_LONGEST: Final = 1_000
_MOST: Final = 100


def with_quotes(
    text: str,
    tokens: Iterable[Token],
    problems: Iterable[TemplateProblem],
    judge: Callable[[str], Iterable[TemplateProblem]],
    *,
    minds: Callable[[Token], bool] = lambda _: True,
) -> Iterator[TemplateProblem]:
    """Yield *problems*, and in place of those that typographic quotes cause what they are.

    *judge* says what is wrong with a tag alone: with straight quotes it has to be nothing. Of an
    expression, and of a tag whose arguments the engine *minds*, something is said, too, where it
    reads another thing than was meant.
    """
    if _SIGNS.search(text) is None:
        yield from problems
        return
    found = sorted(problems, key=lambda problem: problem.span)
    starts = [problem.span.start for problem in found]
    told: set[int] = set()
    for token in islice((token for token in tokens if _may_be_wrong(text, token)), _MOST):
        whole = Span(token.start, token.end)
        inside = range(bisect_left(starts, whole.start), bisect_left(starts, whole.end))
        caused = [at for at in inside if found[at].kind not in _STAYS]
        reads = token.kind is TokenKind.EXPRESSION or minds(token)
        fix = _fix(text, whole, judge) if caused or reads else None
        if fix is None:
            continue
        told.update(caused)
        stops = any(found[at].stops for at in caused)
        how = "cannot be read" if stops else "is not read as intended"
        yield TemplateProblem(
            ProblemKind.TYPOGRAPHIC_QUOTES,
            whole,
            f"`{shown(whole.of(text))}` {how}: text needs straight quotes",
            fix=fix,
            stops=stops,
        )
    yield from (problem for at, problem in enumerate(found) if at not in told)


def _may_be_wrong(text: str, token: Token) -> bool:
    short = token.closed and token.kind in _TOKENS and token.end - token.start < _LONGEST
    return short and _SIGNS.search(text, token.start, token.end) is not None


def _fix(text: str, whole: Span, judge: Callable[[str], Iterable[TemplateProblem]]) -> Fix | None:
    """Return the fix after which nothing is wrong with the tag; None where there is none."""
    source = whole.of(text)
    pairs = [match for match in _QUOTED.finditer(source) if source[match.start()] not in "\"'"]
    places = [at for match in pairs for at in (match.start(), match.end() - 1)]
    for mark, title in (('"', "Write straight quotes"), ("", "Leave the quotes out")):
        straight = source
        for at in reversed(places):
            straight = straight[:at] + mark + straight[at + 1 :]
        if places and all(each.kind in _STAYS for each in judge(straight)):
            edits = [Edit(Span(at, at + 1).shift(whole.start), mark) for at in places]
            return Fix.safe(title, *edits)
    return None
