from articlelint import INFO, Article, FieldRole, FieldText, Findings, Rule, on
from articlelint_rules.front_matter._width import cells


class LongDescription(Rule):
    """The description is longer than search results and previews show."""

    name = "front-matter/long-description"
    severity = INFO
    default = False

    limit: int = 160
    """The maximum width in columns; a Chinese character takes two."""

    @on.field(FieldRole.DESCRIPTION)
    def check(self, text: FieldText, article: Article) -> Findings:
        width = cells(" ".join(str(text.scalar.value or "").split()))
        if width > self.limit:
            message = f"`{text.key}` is {width} columns wide, more than {self.limit}"
            yield self.diagnostic(text.scalar.span, message)
