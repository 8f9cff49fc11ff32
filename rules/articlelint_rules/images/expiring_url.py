from articlelint import ERROR, Article, Findings, Rule
from articlelint_rules.images._expiry import expiry_of
from articlelint_rules.images._urls import known_images


class ExpiringUrl(Rule):
    """The address of an image is signed, and works for a while only."""

    name = "images/expiring-url"
    severity = ERROR

    def check(self, article: Article) -> Findings:
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
