from articlelint import (
    ERROR,
    SAFE,
    UNSAFE,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    SchemaFinding,
    Sequence,
    on,
)
from articlelint_rules.front_matter._schema import proven


class WrongType(Rule):
    """A value has the wrong type for its key."""

    name = "front-matter/wrong-type"
    severity = ERROR
    fixable = SAFE
    yields_to = ("front-matter/nested-list",)

    @on.schema("wrong-type")
    def check(self, finding: SchemaFinding, article: Article) -> Findings:
        if article.site.generator.unnests_terms and _is_term_in_list(finding, article):
            return
        if not article.site.generator.has_content_folder and finding.message.endswith("a mapping"):
            return  # of a program that is not known, which may well read it
        fix = _fix(article, finding)
        hint = None if fix else finding.hint
        yield self.diagnostic(
            finding.span,
            finding.message,
            hint=hint,
            fix=fix,
            related=finding.related,
            cause=_cause(finding.message),
        )


def _cause(message: str) -> str:
    """Return the message without what differs where lists lack their brackets."""
    return message.partition(": `")[0] if "` is split at spaces" in message else message


def _is_term_in_list(finding: SchemaFinding, article: Article) -> bool:
    """Tell whether it is a term that is alone in a list, which the generator takes for the term."""
    front_matter = article.front_matter
    value = front_matter.find(finding.path) if front_matter is not None else None
    content = getattr(value, "content", value)
    is_term = len(finding.path) > 1 and finding.path[0] in article.site.generator.tag_keys
    return is_term and isinstance(content, Sequence) and len(content.items) == 1


def _fix(article: Article, finding: SchemaFinding) -> Fix | None:
    if finding.suggestion is None:
        return None
    written = finding.span.of(article.text)
    if written in {"true", "false"} and finding.path[-1] in {"layout", "permalink", "template"}:
        return None  # of no layout, and no address, is that the name
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
