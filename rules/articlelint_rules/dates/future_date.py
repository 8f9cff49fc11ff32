"""dates/future-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

from ._moments import earliest, front_matter_dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_HIDING_ROLES = frozenset({"published", "scheduled"})


class FutureDate(Rule):
    """An article is dated in the future, and the site hides it until then."""

    name = "dates/future-date"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each publication date after now, if the site hides those."""
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
