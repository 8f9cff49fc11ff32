"""images/long-alt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class LongAlt(Rule):
    """The alternative text of an image is very long."""

    name = "images/long-alt"
    severity = Severity.INFO

    max_characters: int = 300
    """How long a text may be."""

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each such text."""
        for image in article.images:
            if image.place not in {"", "src"} or image.alt is None or image.alt_span is None:
                continue
            length = len(" ".join(image.alt.split()))
            if length > self.max_characters:
                yield self.diagnostic(
                    image.alt_span,
                    f"The alternative text has {length} characters, read aloud without a pause",
                    hint="Say it in a sentence, and the rest in the article",
                )
