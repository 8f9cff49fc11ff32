from articlelint import INFO, Article, Findings, Rule
from articlelint_rules.front_matter._values import scalars_at
from articlelint_rules.front_matter._width import cells


class LongTitle(Rule):
    """The title is longer than search results and previews show."""

    name = "front-matter/long-title"
    severity = INFO
    default = False

    limit: int = 60
    """The width that is allowed, in columns; a Chinese letter takes two."""

    def check(self, article: Article) -> Findings:
        for key, scalar in scalars_at(article, article.site.generator.title_keys):
            text = str(scalar.value or "").strip()
            if len(text) * 2 > self.limit and (width := cells(text)) > self.limit:
                yield self.diagnostic(
                    scalar.span, f"`{key}` is {width} columns wide, more than {self.limit}"
                )
