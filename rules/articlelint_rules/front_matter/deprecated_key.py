from articlelint import UNSAFE, WARNING, Article, Findings, Fix, Rule, SchemaFinding, on
from articlelint_rules.front_matter._schema import replacement


class DeprecatedKey(Rule):
    """The generator no longer reads a key."""

    name = "front-matter/deprecated-key"
    severity = WARNING
    fixable = UNSAFE

    @on.schema("deprecated-key")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        version = article.site.settings.version
        if finding.since is not None and (version is None or version < finding.since):
            return  # the old key is right there
        fix, new = None, finding.suggestion
        if new is not None and article.front_matter and article.front_matter.get(new) is None:
            fix = Fix.unsafe(f"Rename it to `{new}`", replacement(article, finding.span, new))
        yield self.diagnostic(
            finding.span, finding.message, hint=finding.hint, fix=fix, related=finding.related
        )
