from collections.abc import Sequence

from articlelint import UNSAFE, WARNING, Article, Findings, Fix, HtmlProblem, Related, Rule, on
from articlelint_rules.html._stray import (
    edits_of,
    ends_paragraph,
    makes_paragraph,
    message,
    unexcused,
)


class ExtraParagraph(Rule):
    """A `</p>` that closes nothing makes an empty paragraph."""

    name = "html/extra-paragraph"
    severity = WARNING
    default = False
    fixable = UNSAFE

    @on.problems("stray-end-tag")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        for problem in unexcused(problems, article):
            if not makes_paragraph(problem, article):
                continue
            if problem.other is not None:
                yield self.diagnostic(
                    problem.other.span,
                    "`</p>` is superfluous: Markdown closes its paragraph itself",
                    fix=Fix.unsafe("Delete `</p>`", (problem.other.span, "")),
                )
            else:
                edits = edits_of(article, problem)
                yield self.diagnostic(
                    problem.span,
                    message(article, problem),
                    fix=Fix.unsafe("Delete `</p>`", *edits) if edits else None,
                )

    @on.problem("overlapping-elements")
    def check_end(self, problem: HtmlProblem, article: Article) -> Findings:
        if ends_paragraph(problem) and problem.other is not None:
            yield self.diagnostic(
                problem.span,
                f"`</{problem.tag}>` ends the paragraph, and its `</p>` makes an empty one",
                hint=f"Close the paragraph before `</{problem.tag}>`",
                related=[Related(problem.other.span, "closed here")],
            )
