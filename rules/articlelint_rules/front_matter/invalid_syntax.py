from collections.abc import Sequence

from articlelint import (
    ERROR,
    SAFE,
    Article,
    Findings,
    Fix,
    Format,
    FrontMatter,
    Related,
    Rule,
    SyntaxProblem,
)


class InvalidSyntax(Rule):
    """The front matter does not follow the grammar of its format."""

    name = "front-matter/invalid-syntax"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or not front_matter.problems:
            return
        problems = _own(article, front_matter)
        if not problems:
            return
        for problem, fix in zip(problems, _fixes(article, front_matter, problems), strict=True):
            yield self.diagnostic(
                problem.span,
                problem.message,
                hint=None if fix else problem.hint,
                fix=fix,
                related=(Related(span, message) for span, message in problem.related),
            )


def _own(article: Article, front_matter: FrontMatter) -> list[SyntaxProblem]:
    """Return the problems that no other rule tells of."""
    from articlelint_rules.front_matter import _placeholders  # noqa: PLC0415 - broken ones only

    problems = front_matter.problems
    if any(problem.code == "conflict-marker" for problem in problems):
        return []
    return [p for p in problems if not _placeholders.of_problem(article, p)]


def _fixes(
    article: Article, front_matter: FrontMatter, problems: Sequence[SyntaxProblem]
) -> list[Fix | None]:
    from articlelint_rules.front_matter import (  # noqa: PLC0415 - broken ones only
        _mending,
        _mending_others,
        _mending_yaml,
    )

    mends = {
        Format.YAML: _mending_yaml.MENDS,
        Format.TOML: _mending_others.TOML,
        Format.JSON: _mending_others.JSON,
    }.get(front_matter.format, {})
    cases = []
    for problem in problems:
        case = _mending.Case(article, front_matter.format, front_matter.content, problem)
        cases.append((case, mends.get(problem.code)))
    return _mending.fixes(article, front_matter, cases)
