from articlelint import ERROR, Article, Diagnostic, Findings, Rule, Span
from articlelint_rules.front_matter._placeholders import of_problem, placeholder
from articlelint_rules.front_matter._values import shown

_TEMPLATES = frozenset({"permalink", "url", "eleventyComputed", "slug"})
"""Keys whose values are templates by right: Eleventy fills them in."""


class TemplatePlaceholder(Rule):
    """A value is a placeholder that a tool should have filled in."""

    name = "front-matter/template-placeholder"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None:
            return
        content = front_matter.content
        if "{" not in (source := content.of(article.text)) and "<%" not in source:
            return
        if article.site.is_template(article.path):
            return
        for problem in front_matter.problems:
            if of_problem(article, problem):
                yield self._found(article, problem.span)
        is_eleventy = article.site.generator.name == "eleventy"
        for path, scalar in front_matter.scalars():
            if is_eleventy and path[0] in _TEMPLATES:
                continue
            value = scalar.value
            key = next((step for step in reversed(path) if isinstance(step, str)), "")
            if isinstance(value, str) and placeholder(value, key):
                yield self._found(article, scalar.span)

    def _found(self, article: Article, span: Span) -> Diagnostic:
        words = shown(span.of(article.text).strip("\"'"))
        return self.diagnostic(
            span,
            f"`{words}` is a placeholder that nothing fills in here",
            hint="Write the value itself",
        )
