from articlelint import INFO, Article, ArticleDate, DateRole, Depends, Findings, Rule, on
from articlelint_rules.dates._moments import latest


class Expired(Rule):
    """An article's expiry date is past, so that it is no longer published."""

    name = "dates/expired"
    severity = INFO
    depends = Depends.CLOCK

    @on.moment(DateRole.EXPIRES)
    def check(self, date: ArticleDate, article: Article) -> Findings:
        moment = latest(date)
        if moment is not None and article.clock.is_past(moment):
            yield self.diagnostic(
                date.text_span,
                f"The page expired on {date.text} and is not published any more",
                hint=f"Delete `{date.key}`, put it off, or delete the file",
            )
