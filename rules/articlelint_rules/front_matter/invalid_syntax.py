from articlelint import ERROR, SAFE, Article, Findings, FrontMatter, Rule, on


class InvalidSyntax(Rule):
    """The front matter is not valid in its format."""

    name = "front-matter/invalid-syntax"
    severity = ERROR
    fixable = SAFE

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        problems = front_matter.problems
        if not problems or any(problem.code == "conflict-marker" for problem in problems):
            return  # front-matter/leftover-conflict
        from articlelint_rules.front_matter import _fixes, _placeholders

        own = [each for each in problems if not _placeholders.of_problem(article, each)]
        for problem, fix in zip(own, _fixes.fixes(article, front_matter, own), strict=True):
            yield self.diagnostic(
                problem.span,
                problem.message,
                hint=None if fix else problem.hint,
                fix=fix,
                related=problem.related,
            )
