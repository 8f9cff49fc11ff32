from articlelint import ERROR, SAFE, UNSAFE, Article, Edit, Findings, Fix, Rule, SchemaFinding
from articlelint_rules.front_matter._lists import is_item_in_brackets
from articlelint_rules.front_matter._schema import findings, still_reads


class WrongType(Rule):
    """A value is of another type than its key wants."""

    name = "front-matter/wrong-type"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        for finding, related in findings(article, "wrong-type"):
            if _is_nested_list(article, finding):
                continue
            fix = _fix(article, finding)
            hint = None if fix else finding.hint
            yield self.diagnostic(
                finding.span, finding.message, hint=hint, fix=fix, related=related
            )


def _is_nested_list(article: Article, finding: SchemaFinding) -> bool:
    """Tell whether front-matter/nested-list says it, and better."""
    *path, last = finding.path
    keys = article.site.generator.tag_keys
    if not isinstance(last, int) or ".".join(map(str, path)) not in keys:
        return False
    value = article.front_matter.find(finding.path) if article.front_matter else None
    return value is not None and is_item_in_brackets(value)


def _fix(article: Article, finding: SchemaFinding) -> Fix | None:
    if finding.suggestion is None:
        return None
    written = finding.span.of(article.text)
    new = _in_quotes(finding.suggestion) if written[:1] in "\"'" else finding.suggestion
    edit = Edit(finding.span, new)
    if not still_reads(article, edit):
        return None
    is_one = new == f"[{written}]" and " " not in written
    is_safe = is_one or new == f'"{written}"'
    how = SAFE if is_safe else UNSAFE
    return Fix(f"Write `{new}`", (edit,), how)


def _in_quotes(suggestion: str) -> str:
    """Return a list of terms with quotes around each, as around the one text before."""
    if suggestion[:1] != "[" or any(quote in suggestion for quote in "\"'"):
        return suggestion
    terms = suggestion[1:-1].split(", ")
    return "[" + ", ".join(f'"{term}"' for term in terms) + "]"
