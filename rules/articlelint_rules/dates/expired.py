"""dates/expired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

from ._moments import front_matter_dates, latest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class Expired(Rule):
    """An article's expiry date is past, so that it is no longer published."""

    name = "dates/expired"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each expiry date before now."""
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
