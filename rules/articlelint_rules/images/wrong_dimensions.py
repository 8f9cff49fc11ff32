"""images/wrong-dimensions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

from ._files import read_image
from ._sizes import pixels, sized_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class WrongDimensions(Rule):
    """The `width` and `height` of an image distort it."""

    name = "images/wrong-dimensions"
    severity = Severity.WARNING

    tolerance: float = 0.05
    """By which part of itself a side may differ from what the file's proportions give."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each `img` with other proportions than its file."""
        for image, element in sized_images(article):
            width, height = pixels(element, "width"), pixels(element, "height")
            if width <= 1 or height <= 1:
                continue
            file = read_image(article, image)
            if file is None or not file.width:
                continue
            right = width * file.height / file.width
            if abs(right - height) > max(1.5, self.tolerance * max(right, height)):
                yield self.diagnostic(
                    element.attributes["height"].value_span,
                    f"{width} × {height} distorts the image, which is {file.width} × {file.height}",
                    hint=f"To this `width` belongs the `height` {max(1, round(right))}",
                )
