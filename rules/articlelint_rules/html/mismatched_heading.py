from articlelint import ERROR, SAFE, Article, Findings, Fix, Related, Rule
from articlelint_rules.html._blocks import made_by_markdown
from articlelint_rules.html._verified import replaced, verified


class MismatchedHeading(Rule):
    """A heading is closed by the end tag of another level."""

    name = "html/mismatched-heading"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = [
            (problem, problem.element)
            for problem in article.html_problems("mismatched-heading")
            if problem.element is not None
        ]
        candidates = [
            (
                f"Write `</{heading.tag}>`",
                replaced(article, problem.start, problem.end, f"</{heading.tag}>"),
            )
            for problem, heading in problems
        ]
        fixes = verified(article, candidates)
        for (problem, heading), fix in zip(problems, fixes, strict=True):
            if made_by_markdown(article, heading.start, heading.end):
                edits = replaced(article, problem.start, problem.end, "")
                yield self.diagnostic(
                    problem.span,
                    f"`</{problem.tag}>` ends the heading that Markdown closes itself",
                    fix=Fix.unsafe(f"Delete `</{problem.tag}>`", *edits) if edits else None,
                )
                continue
            yield self.diagnostic(
                problem.span,
                f"`<{heading.tag}>` is closed by `</{problem.tag}>`",
                fix=fix,
                related=[Related(heading.span, "opened here")],
            )
