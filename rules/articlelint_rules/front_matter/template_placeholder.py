from articlelint import ERROR, Article, Findings, FrontMatter, Rule, ScalarAt, Span, on
from articlelint_rules.front_matter._placeholders import of_problem, placeholder
from articlelint_rules.front_matter._values import shown


class TemplatePlaceholder(Rule):
    """A value is a placeholder that a tool should have filled in."""

    name = "front-matter/template-placeholder"
    severity = ERROR

    @on.scalar()
    def check(self, found: ScalarAt, article: Article) -> Findings:
        value = found.scalar.value
        if not isinstance(value, str) or ("{" not in value and "<%" not in value):
            return
        is_template = found.path[0] in article.site.generator.template_keys
        if placeholder(value, found.key) and not is_template:
            yield from self._found(article, found.scalar.span)

    @on.front_matter()
    def check_broken(self, front_matter: FrontMatter, article: Article) -> Findings:
        for problem in front_matter.problems:
            if of_problem(article, problem):
                yield from self._found(article, problem.span)

    def _found(self, article: Article, span: Span) -> Findings:
        if not article.is_template:
            words = shown(span.of(article.text).strip("\"'"))
            yield self.diagnostic(
                span,
                f"`{words}` is a placeholder that nothing fills in here",
                hint="Write the value itself",
            )
