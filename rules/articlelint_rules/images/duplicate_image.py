"""images/duplicate-image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity
from articlelint.article.images import ImageOrigin

from ._urls import known_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.article.images import Image


class DuplicateImage(Rule):
    """The same image stands twice in the article."""

    name = "images/duplicate-image"
    severity = Severity.WARNING
    default = False

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each image of the body that stood there before."""
        seen: dict[str, Image] = {}
        for image in known_images(article):
            if image.origin is ImageOrigin.FRONT_MATTER or image.place not in {
                "", "src", "img", "asset_img", "figure", "image",
            }:  # fmt: skip
                continue
            first = seen.setdefault(image.url, image)
            if first is not image:
                yield self.diagnostic(
                    image.span,
                    "The article shows this image before",
                    related=[Related(first.span, "here")],
                )
