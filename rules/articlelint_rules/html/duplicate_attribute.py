from articlelint import (
    ERROR,
    SAFE,
    Article,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Related,
    Rule,
    Syntax,
    on,
)
from articlelint_rules.html._vocabulary import KNOWN

_HALVES = ("{{", "}}", "{%", "%}")
"""Of a template's tag that is none; rules about templates say so."""


class DuplicateAttribute(Rule):
    """A tag has the same attribute twice."""

    name = "html/duplicate-attribute"
    severity = ERROR
    fixable = SAFE

    @on.problem("duplicate-attribute")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        name, first = problem.detail, problem.other
        if any(half in name for half in _HALVES):
            return
        if problem.tag not in KNOWN and "-" not in problem.tag:
            return  # words between angle brackets: html/unknown-element says it
        if article.dialect.first_attribute_counts or article.syntax is Syntax.HTML:
            yield self.diagnostic(
                problem.span,
                f"`{name}` is in this tag twice; browsers use the first",
                fix=Fix.page(
                    f"Delete the second `{name}`",
                    *_deleted(article, problem.start, problem.end),
                    otherwise=None,
                ),
                related=[Related(first.span, "the one that is used")] if first else [],
            )
        else:
            edits = _deleted(article, first.start, first.end) if first else ()
            yield self.diagnostic(
                first.span if first else problem.span,
                f"`{name}` is in this tag twice; {article.site.generator.title} uses the last",
                fix=Fix.unsafe(f"Delete the first `{name}`", *edits) if edits else None,
                related=[Related(problem.span, "the one that is used")],
            )


def _deleted(article: Article, start: int, end: int) -> tuple[Edit, ...]:
    """Return the edit that deletes an attribute and the white space before it."""
    return article.replace_html(len(article.rendering.html[:start].rstrip()), end, "")
