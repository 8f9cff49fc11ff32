from articlelint import ERROR, Article, Findings, Rule
from articlelint_rules.front_matter._schema import findings


class MissingKey(Rule):
    """A key that the article needs is missing."""

    name = "front-matter/missing-key"
    severity = ERROR

    keys: tuple[str, ...] = ()
    """Further keys that every article of this site has to have; dots lead into mappings."""

    def check(self, article: Article) -> Findings:
        for finding, related in findings(article, "missing-key"):
            yield self.diagnostic(finding.span, finding.message, hint=finding.hint, related=related)
        front_matter = article.front_matter
        if front_matter is None or front_matter.problems:
            return
        for key in self.keys:
            if front_matter.find(tuple(key.split("."))) is None:
                yield self.diagnostic(
                    front_matter.locate(tuple(key.split("."))),
                    f"`{key}` is missing; this site wants it in every article",
                )
