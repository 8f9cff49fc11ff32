"""images/protocol-relative-url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.text.regex import regex
from articlelint.urls.flaws import host_of

from ._machine import machine_of
from ._urls import known_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_HOST = regex(r"[\w-]+(?:\.[\w-]+)+")


class ProtocolRelativeUrl(Rule):
    """The address of an image begins with `//`."""

    name = "images/protocol-relative-url"
    severity = Severity.WARNING
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such image."""
        for image in known_images(article):
            start = image.span.start
            if not image.url.startswith("//") or machine_of(image.url):
                continue
            if not article.text.startswith("//", start):  # written as references
                continue
            host = host_of(image.url)
            if _HOST.fullmatch(host):
                yield self.diagnostic(
                    image.span,
                    "The address has no scheme: feed readers and mails do not know what to fetch",
                    fix=Fix.safe("Write `https:` before it", Edit.insert(start, "https:")),
                )
            elif host:
                yield self.diagnostic(
                    Span(start, start + 2 + len(host)),
                    f"`//` makes `{host}` a host",
                    severity=Severity.ERROR,
                    fix=Fix.unsafe("Delete a slash", Edit.delete(Span(start, start + 1))),
                )
