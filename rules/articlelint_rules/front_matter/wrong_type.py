from articlelint import ERROR, SAFE, UNSAFE, Article, Edit, Findings, Fix, Rule, SchemaFinding, on
from articlelint_rules.front_matter._schema import proven


class WrongType(Rule):
    """A value has the wrong type for its key."""

    name = "front-matter/wrong-type"
    severity = ERROR
    fixable = SAFE
    yields_to = ("front-matter/nested-list",)

    @on.schema("wrong-type")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        fix = _fix(article, finding)
        hint = None if fix else finding.hint
        yield self.diagnostic(
            finding.span,
            finding.message,
            hint=hint,
            fix=fix,
            related=finding.related,
            cause=finding.message,
        )


def _fix(article: Article, finding: SchemaFinding) -> Fix | None:
    if finding.suggestion is None:
        return None
    written = finding.span.of(article.text)
    new = _in_quotes(finding.suggestion) if written[:1] in "\"'" else finding.suggestion
    is_one = new == f"[{written}]" and " " not in written
    how = SAFE if is_one or new == f'"{written}"' else UNSAFE
    return proven(article, f"Write `{new}`", Edit(finding.span, new), how)


def _in_quotes(suggestion: str) -> str:
    """Return a list of terms with quotes around each, as around the one text before."""
    if suggestion[:1] != "[" or any(quote in suggestion for quote in "\"'"):
        return suggestion
    terms = suggestion[1:-1].split(", ")
    return "[" + ", ".join(f'"{term}"' for term in terms) + "]"
