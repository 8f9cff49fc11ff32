"""images/placeholder-source."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint import Rule, Severity
from articlelint.text.regex import regex
from articlelint.urls.flaws import host_of

from ._urls import is_one_of, known_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_RANDOM = regex(r"\brandom\b|^/(?:unsplash|seed)?/?\?", re.IGNORECASE)


class PlaceholderSource(Rule):
    """An image comes from a service that hands out placeholders."""

    name = "images/placeholder-source"
    severity = Severity.WARNING

    hosts: tuple[str, ...] = (
        "baconmockup.com",
        "dummyimage.com",
        "example.com",
        "example.net",
        "example.org",
        "fakeimg.pl",
        "fillmurray.com",
        "fpoimg.com",
        "imgplaceholder.com",
        "lorempixel.com",
        "loremflickr.com",
        "picsum.photos",
        "place-hold.it",
        "placebear.com",
        "placecage.com",
        "placehold.co",
        "placehold.it",
        "placehold.jp",
        "placeholder.com",
        "placeimg.com",
        "placekitten.com",
        "source.unsplash.com",
        "stevensegallery.com",
        "unsplash.it",
    )
    """The services, each with all its subdomains."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such image, front matter included."""
        for image in known_images(article):
            host = host_of(image.url)
            if host and is_one_of(host, self.hosts):
                what = (
                    "a random picture, another one at every visit"
                    if _RANDOM.search(image.url)
                    else "placeholders"
                )
                yield self.diagnostic(
                    image.span,
                    f"`{host}` serves {what}",
                    hint="Put a picture of your own in its place, or leave it out",
                )
