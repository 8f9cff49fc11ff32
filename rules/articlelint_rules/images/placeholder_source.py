import re

from articlelint import WARNING, Article, Findings, Image, Rule, host_of, on, regex
from articlelint_rules.images._urls import is_one_of

_RANDOM = regex(r"\brandom\b|^/(?:unsplash|seed)?/?\?", re.IGNORECASE)


_SWATCH = regex(r"/[1-6]?[0-9](?:x[1-6]?[0-9])?/[0-9a-f]{3,6}(?:[/?]|\Z)", re.IGNORECASE)
"""A little square of a colour, as authors show colours by."""


class PlaceholderSource(Rule):
    """An image comes from a placeholder service."""

    name = "images/placeholder-source"
    severity = WARNING

    hosts: tuple[str, ...] = (
        "baconmockup.com", "dummyimage.com", "example.com", "example.net", "example.org",
        "fakeimg.pl", "fillmurray.com", "fpoimg.com", "imgplaceholder.com", "lorempixel.com",
        "loremflickr.com", "picsum.photos", "place-hold.it", "placebear.com", "placecage.com",
        "placehold.co", "placehold.it", "placehold.jp", "placeholder.com", "placeimg.com",
        "placekitten.com", "source.unsplash.com", "stevensegallery.com", "unsplash.it",
    )  # fmt: skip
    """The services, including their subdomains."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        host = host_of(image.url)
        if (
            host
            and is_one_of(host, self.hosts)
            and not (_is_subject(article, host) or _SWATCH.search(image.url))
        ):
            what = (
                "a random image, a different one on every visit"
                if _RANDOM.search(image.url)
                else "placeholders"
            )
            yield self.diagnostic(
                image.span,
                f"`{host}` serves {what}",
                hint="Use an image of your own, or delete it",
            )


def _is_subject(article: Article, host: str) -> bool:
    """Tell whether the article speaks of that host: it links to it."""
    return any(host_of(link.url) == host for link in article.links)
