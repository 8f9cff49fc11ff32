"""images/machine-path."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from articlelint import Applicability, Fix, Rule, Severity

from ._files import is_file
from ._machine import machine_of
from ._urls import known_images, rewritten, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.article.images import Image


class MachinePath(Rule):
    """The address of an image means something on one machine alone."""

    name = "images/machine-path"
    severity = Severity.ERROR
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such image."""
        for image in known_images(article):
            message = machine_of(image.url)
            if message is not None:
                yield self.diagnostic(
                    image.span,
                    message,
                    hint="Put the file into the site, and name it from there",
                    fix=_fix(article, image),
                )


def _fix(article: Article, image: Image) -> Fix | None:
    """Return the fix that leaves the host out where the site has the file."""
    try:
        parts = urlsplit(image.url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.path.startswith("/"):
        return None
    found = article.site.asset_candidates(parts.path, article.path)
    edit = rewritten(article, image, parts.path)
    if edit is None or not any(map(is_file, found)):
        return None
    return Fix.unsafe(f"Write `{shortened(parts.path)}`", edit)
