"""What the readers of template languages found, as findings of the rule of that name."""

from collections.abc import Iterator

from articlelint import WARNING, Article, Diagnostic, Rule


def findings(rule: Rule, article: Article) -> Iterator[Diagnostic]:
    """Yield the problems of *article* that *rule* is named after.

    Where the build goes on one is a warning at most.
    """
    milder = rule.severity if rule.severity.rank < WARNING.rank else WARNING
    for problem in article.template_problems(rule.name.partition("/")[2]):
        yield rule.diagnostic(
            problem.span,
            problem.message,
            hint=problem.hint,
            fix=problem.fix,
            related=problem.related,
            severity=rule.severity if problem.stops else milder,
        )
