from articlelint import UNSAFE, WARNING, Article, Findings, Fix, Rule
from articlelint_rules.front_matter._schema import findings, replacement


class DeprecatedKey(Rule):
    """A key has been given up by the generator."""

    name = "front-matter/deprecated-key"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for finding, related in findings(article, "deprecated-key"):
            fix = None
            new = finding.suggestion
            front_matter = article.front_matter
            if new is not None and front_matter is not None and front_matter.get(new) is None:
                fix = Fix.unsafe(f"Rename it to `{new}`", replacement(article, finding.span, new))
            yield self.diagnostic(
                finding.span, finding.message, hint=finding.hint, fix=fix, related=related
            )
