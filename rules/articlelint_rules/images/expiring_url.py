"""images/expiring-url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

from ._expiry import expiry_of
from ._urls import known_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class ExpiringUrl(Rule):
    """The address of an image is signed, and works for a while only."""

    name = "images/expiring-url"
    severity = Severity.ERROR

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such image, with the instant when it stops working."""
        for image in known_images(article):
            expiry = expiry_of(image.url)
            if expiry is None:
                continue
            verb = "stopped" if expiry <= article.now else "stops"
            yield self.diagnostic(
                image.span,
                f"The address {verb} working on {expiry:%Y-%m-%d at %H:%M} UTC",
                hint="Publish the file with the article",
            )
