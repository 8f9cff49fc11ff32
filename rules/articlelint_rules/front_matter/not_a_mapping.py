from articlelint import ERROR, UNSAFE, Article, Edit, Findings, Fix, FrontMatter, Rule, Scalar, on
from articlelint_rules.front_matter._schema import after
from articlelint_rules.front_matter._values import shown


class NotAMapping(Rule):
    """The front matter is a text or a list rather than keys with values."""

    name = "front-matter/not-a-mapping"
    severity = ERROR
    fixable = UNSAFE

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        value = front_matter.top_level
        if value is None:
            return
        kind, fix = "a list", None
        if isinstance(value, Scalar):
            kind = f"the text `{shown(str(value.value))}`"
            edit = Edit.insert(value.span.start, "title: ")
            if "\n" not in value.source and after(article, edit):
                fix = Fix.unsafe("Make it the title", edit)  # as it is more often than not
        yield self.diagnostic(
            value.span,
            f"The front matter is {kind}, not `key: value` lines",
            hint=None if fix else "Write each value after its key, like `title: …`",
            fix=fix,
        )
