"""images/oversized-file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

from ._files import read_image
from ._sizes import bytes_in_words
from ._urls import known_images

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class OversizedFile(Rule):
    """The file of an image is larger than the site wants it."""

    name = "images/oversized-file"
    severity = Severity.WARNING

    max_kilobytes: int | None = None
    """How large a file may be, in thousands of bytes; any size where it is not set."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each image of this site with a larger file."""
        if self.max_kilobytes is None:
            return
        for image in known_images(article):
            file = read_image(article, image)
            if file is not None and file.length > self.max_kilobytes * 1000:
                yield self.diagnostic(
                    image.span,
                    f"`{file.path.name}` has {bytes_in_words(file.length)}, "
                    f"more than {self.max_kilobytes} kB",
                    hint="Scale it down, or save it as WebP or AVIF",
                )
