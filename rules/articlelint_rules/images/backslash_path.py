"""images/backslash-path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint.urls.flaws import UrlFlaw

from ._urls import known_images, problems, rewritten, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class BackslashPath(Rule):
    """The path of an image has backslashes."""

    name = "images/backslash-path"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such path."""
        for image in known_images(article):
            found = problems(article, image, UrlFlaw.BACKSLASH)
            if not found:
                continue
            url = image.url
            for problem in found:
                url = f"{url[: problem.start]}/{url[problem.end :]}"
            edit = rewritten(article, image, url)
            yield self.diagnostic(
                image.span,
                "The separator in an address is `/`, not the backslash",
                fix=Fix.safe(f"Write `{shortened(url)}`", edit) if edit else None,
            )
