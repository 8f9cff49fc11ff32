"""images/invalid-url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint.urls.flaws import UrlFlaw

from ._urls import known_images, problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class InvalidUrl(Rule):
    """The address of an image is none, or cannot be what its author meant."""

    name = "images/invalid-url"
    severity = Severity.ERROR
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each part of a URL that no browser can do anything with."""
        for image in known_images(article):
            for problem in problems(
                article, image, UrlFlaw.BROKEN, UrlFlaw.LEFTOVER, UrlFlaw.QUOTES, UrlFlaw.INVISIBLE
            ):
                span = problem.span(image.url, image.span, article.text)
                fix = None
                if (
                    problem.replacement is not None
                    and span.of(article.text) == (image.url[problem.start : problem.end])
                ):
                    fix = Fix.safe("Delete it", Edit(span, problem.replacement))
                yield self.diagnostic(span, problem.message, fix=fix)
