from articlelint import WARNING, Article, ArticleDate, DateRole, Depends, Findings, Rule, on
from articlelint_rules.dates._moments import earliest


class FutureDate(Rule):
    """An article is dated in the future, and the site hides it until then."""

    name = "dates/future-date"
    severity = WARNING
    depends = Depends.CLOCK

    @on.moment(DateRole.PUBLISHED, DateRole.SCHEDULED)
    def check(self, date: ArticleDate, article: Article) -> Findings:
        site, front_matter = article.site, article.front_matter
        if site.settings.future is not False or front_matter is None:
            return
        moment = earliest(date)
        if (
            moment is None
            or article.clock.is_past(moment)
            or site.generator.is_draft(front_matter.data)
        ):
            return
        days = article.clock.days_until(moment)
        when = "less than a day" if days < 1 else f"{days} day{'s' if days > 1 else ''}"
        yield self.diagnostic(
            date.text_span,
            f"`{date.text}` is {when} in the future; the page is hidden until then",
            hint="To publish it now, correct the date; the site does not publish future articles",
        )
