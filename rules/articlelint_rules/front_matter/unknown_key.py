from articlelint import (
    ERROR,
    UNSAFE,
    WARNING,
    Article,
    Depends,
    Findings,
    Fix,
    Rule,
    SchemaFinding,
    Span,
    on,
)
from articlelint_rules.front_matter._schema import after, replacement


class UnknownKey(Rule):
    """A key is misspelled, so nothing reads it."""

    name = "front-matter/unknown-key"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.DISK

    @on.schema("unknown-key")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        if not finding.stops and article.site.is_read_by_layouts(str(finding.path[-1])):
            return
        fix = None
        if finding.suggestion is not None:
            right = _spelt_alike(article, finding.suggestion, finding.span)
            edit = replacement(article, finding.span, right)
            if ": " not in right:
                fix = Fix.unsafe(f"Rename it to `{right}`", edit)
            elif after(article, edit):  # the value may have a colon of its own
                fix = Fix.unsafe("Write a colon and a space", edit)
        yield self.diagnostic(
            finding.span,
            finding.message,
            hint=finding.hint,
            fix=fix,
            related=finding.related,
            severity=ERROR if finding.stops else None,
        )


def _spelt_alike(article: Article, right: str, wrong: Span) -> str:
    """Return the key *right* with a capital where the author begins keys with one, as one may."""
    begins = article.text[wrong.start : wrong.start + 1]
    if article.site.generator.ignores_key_case and begins.isupper():
        return right[:1].upper() + right[1:]
    return right
