"""dates/duplicate-instant."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from articlelint import Severity, SiteRule, Span
from articlelint.dates import Precision

from ._moments import front_matter_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from articlelint import Article, Diagnostic


class _Instant(NamedTuple):
    """When an article was published, to the second."""

    site: str
    instant: str
    text: str
    span: Span


class DuplicateInstant(SiteRule):
    """Many articles were published in the very same second."""

    name = "dates/duplicate-instant"
    severity = Severity.INFO
    default = False

    minimum: int = 20
    """How many articles it takes."""

    def facts(self, article: Article) -> Iterator[_Instant]:
        """Yield the publication date, where it is written to the second and not midnight."""
        for date in front_matter_dates(article):
            parsed, instant = date.parsed, date.instant
            if date.role != "published" or parsed is None or instant is None:
                continue
            if parsed.precision >= Precision.SECOND and (
                parsed.hour or parsed.minute or parsed.second
            ):
                site = str(article.site.root)
                yield _Instant(site, instant.isoformat(), date.text, date.text_span)

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        """Yield a diagnostic in each article of a group that shares its second."""
        groups: dict[tuple[str, str], list[tuple[Path, _Instant]]] = {}
        for path, fact in facts:
            if isinstance(fact, _Instant):
                groups.setdefault((fact.site, fact.instant), []).append((path, fact))
        for group in groups.values():
            if len(group) >= self.minimum:
                for path, fact in group:
                    message = f"{len(group)} articles have exactly this date, `{fact.text}`"
                    hint = "A migration may have lost the dates; restore them from where it began"
                    yield path, self.diagnostic(fact.span, message, hint=hint)
