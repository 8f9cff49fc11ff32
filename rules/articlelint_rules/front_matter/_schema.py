"""What the schema of the article's generator has against its front matter, kind by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Edit, Related, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article
    from articlelint.schema import SchemaFinding


def findings(article: Article, kind: str) -> Iterator[tuple[SchemaFinding, list[Related]]]:
    """Yield the findings of one kind, each with its other places."""
    for finding in article.schema_findings:
        if finding.kind == kind:
            yield finding, [Related(span, message) for span, message in finding.related]


def replacement(article: Article, span: Span, text: str) -> Edit:
    """Return the edit that puts *text* into a key's or value's place, inside its quotes."""
    written = span.of(article.text)
    if len(written) >= 2 and written[0] in "\"'" and written[-1] == written[0]:
        span = Span(span.start + 1, span.end - 1)
    return Edit(span, text)
