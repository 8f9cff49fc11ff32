"""images/insecure-url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.urls import scheme_of

from ._machine import machine_of
from ._urls import known_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class InsecureUrl(Rule):
    """An image comes over `http:`."""

    name = "images/insecure-url"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such image."""
        for image in known_images(article):
            if scheme_of(image.url) != "http" or machine_of(image.url):
                continue
            scheme = Span(image.span.start, image.span.start + 4)
            is_exact = scheme.of(article.text).lower() == "http"
            yield self.diagnostic(
                image.span,
                "The image comes over `http:`, which browsers replace or refuse in a secure page",
                fix=Fix.unsafe("Write `https:`", Edit(scheme, "https")) if is_exact else None,
            )
