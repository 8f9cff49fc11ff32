from articlelint import WARNING, Article, Findings, Rule
from articlelint_rules.dates._moments import earliest, front_matter_dates

_HIDING_ROLES = frozenset({"published", "scheduled"})


class FutureDate(Rule):
    """An article is dated in the future, and the site hides it until then."""

    name = "dates/future-date"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        site = article.site
        if site.settings.future is not False or article.front_matter is None:
            return
        if site.generator.is_draft(article.front_matter.data):
            return
        for date in front_matter_dates(article):
            if date.role not in _HIDING_ROLES:
                continue
            moment = earliest(date)
            if moment is not None and moment > article.now:
                days = (moment - article.now).days
                when = "less than a day" if days < 1 else f"{days} day{'s' if days > 1 else ''}"
                yield self.diagnostic(
                    date.text_span,
                    f"`{date.text}` is {when} ahead; the page is hidden until then",
                    hint="If it is to appear now, correct the date; the site does not publish "
                    "future articles",
                )
