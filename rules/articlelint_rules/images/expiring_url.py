from datetime import timedelta

from articlelint import ERROR, Article, Depends, Findings, Image, Rule, on
from articlelint_rules.images._expiry import expiry_of

_SOON = timedelta(days=3 * 365)
"""What works for longer outlives most articles."""


class ExpiringUrl(Rule):
    """The address of an image is signed and works only for a limited time."""

    name = "images/expiring-url"
    severity = ERROR
    depends = Depends.CLOCK

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        expiry = expiry_of(image.url)
        if expiry is None or not article.clock.is_past(expiry - _SOON):
            return
        verb = "stopped" if article.clock.is_past(expiry) else "stops"
        yield self.diagnostic(
            image.span,
            f"The address {verb} working on {expiry:%Y-%m-%d at %H:%M} UTC",
            hint="Publish the file with the article",
            cause="article",
        )
