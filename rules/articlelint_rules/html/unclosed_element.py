"""html/unclosed-element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Related, Rule, Severity, Syntax
from articlelint.html import Cause
from articlelint_rules.html._blocks import block_name
from articlelint_rules.html._verified import inserted, verified
from articlelint_rules.html._vocabulary import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html import HtmlProblem


class UnclosedElement(Rule):
    """An element is opened and not closed."""

    name = "html/unclosed-element"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each element, at its start tag."""
        problems = [
            problem
            for problem in article.html_problems("unclosed-element")
            if problem.tag in KNOWN  # the others are html/unknown-element
        ]
        candidates = [
            (f"Insert `</{problem.tag}>`", _edits(article, problem)) for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            related = []
            if problem.other is not None:
                related = [Related(problem.other.span, "the browser closes it here")]
            yield self.diagnostic(
                problem.span,
                _message(article, problem),
                hint=None if fix else f"Put `</{problem.tag}>` where it should end",
                fix=_doubted(fix) if fix and _may_be_text(article, problem) else fix,
                related=related,
            )


_PHRASING = frozenset(
    {"a", "b", "button", "code", "em", "i", "kbd", "label", "map", "mark", "q", "s", "samp",
     "small", "span", "strong", "sub", "sup", "template", "time", "title", "u", "var", "slot"}
)  # fmt: skip


def _may_be_text(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether the tag may be text about HTML: "the <label> element"."""
    bare = problem.end - problem.start == len(problem.tag) + 2
    return article.syntax is Syntax.MARKDOWN and bare and problem.tag in _PHRASING


def _doubted(fix: Fix) -> Fix:
    return Fix.unsafe(fix.title, *fix.edits)


def _message(article: Article, problem: HtmlProblem) -> str:
    block = block_name(article, problem.other)
    if block is not None:
        return f"`<{problem.tag}>` is not closed in its {block}"
    match problem.cause:
        case Cause.END_TAG if problem.other is not None:
            return f"`<{problem.tag}>` is not closed before `</{problem.other.tag}>`"
        case Cause.START_TAG if problem.other is not None:
            return f"`<{problem.tag}>` is not closed before the next `<{problem.other.tag}>`"
        case _:
            return f"`<{problem.tag}>` is never closed"


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that closes the element where the parser did; none where it cannot be."""
    end_tag = f"</{problem.tag}>"
    if problem.closed_at is None:
        return ()
    if problem.cause is not Cause.END_OF_INPUT:
        return inserted(article, problem.closed_at, end_tag)
    if article.syntax is Syntax.HTML:
        html = article.rendering.html
        return inserted(article, len(html.rstrip()), end_tag)
    # Behind the last paragraph of a Markdown body, in a block of its own.
    end = article.body.start + len(article.body.of(article.text).rstrip())
    newline = "\r\n" if "\r\n" in article.text else "\n"
    return (Edit.insert(end, f"{newline}{newline}{end_tag}"),)
