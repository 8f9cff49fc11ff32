from articlelint import INFO, Article, Findings, Rule
from articlelint_rules.dates._moments import front_matter_dates, latest


class Expired(Rule):
    """An article's expiry date is past, so that it is no longer published."""

    name = "dates/expired"
    severity = INFO

    def check(self, article: Article) -> Findings:
        for date in front_matter_dates(article):
            if date.role != "expires":
                continue
            moment = latest(date)
            if moment is not None and moment < article.now:
                yield self.diagnostic(
                    date.text_span,
                    f"The page expired on {date.text} and is not published any more",
                    hint=f"Delete `{date.key}`, put it off, or delete the file",
                )
