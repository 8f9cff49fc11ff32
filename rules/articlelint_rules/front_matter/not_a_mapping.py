from articlelint import ERROR, UNSAFE, Article, Edit, Findings, Fix, Rule, Scalar, Sequence, Value
from articlelint_rules.front_matter._schema import after
from articlelint_rules.front_matter._values import shown


class NotAMapping(Rule):
    """The front matter holds a text or a list instead of keys with values."""

    name = "front-matter/not-a-mapping"
    severity = ERROR
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.top_level is None:
            return
        value = front_matter.top_level
        fix = _fix(article, value)
        yield self.diagnostic(
            value.span,
            f"The front matter is {_kind(value)}, not `key: value` lines",
            hint=None if fix else "Write each value behind its key, like `title: …`",
            fix=fix,
        )


def _fix(article: Article, value: Value) -> Fix | None:
    """Return the fix for one line of text, which is the title more often than not."""
    if not isinstance(value, Scalar) or "\n" in value.source:
        return None
    edit = Edit.insert(value.span.start, "title: ")
    return Fix.unsafe("Make it the title", edit) if after(article, edit) else None


def _kind(value: Value) -> str:
    if isinstance(value, Sequence):
        return "a list"
    return f"the text `{shown(str(value.value))}`"
