from articlelint import INFO, Article, FieldRole, FieldText, Findings, Rule, on
from articlelint_rules.front_matter._width import cells


class LongTitle(Rule):
    """The title is longer than search results and previews show."""

    name = "front-matter/long-title"
    severity = INFO
    default = False

    limit: int = 60
    """The maximum width in columns; a Chinese character takes two."""

    @on.field(FieldRole.TITLE)
    def check(self, text: FieldText, article: Article) -> Findings:
        width = cells(str(text.scalar.value or "").strip())
        if width > self.limit:
            message = f"`{text.key}` is {width} columns wide, more than {self.limit}"
            yield self.diagnostic(text.scalar.span, message)
