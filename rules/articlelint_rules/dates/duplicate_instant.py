from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from articlelint import INFO, Article, Diagnostic, Precision, SiteRule, Span
from articlelint_rules.dates._moments import front_matter_dates


class _Instant(NamedTuple):
    """When an article was published, to the second."""

    site: str
    instant: str
    text: str
    span: Span


class DuplicateInstant(SiteRule):
    """Many articles were published in the very same second."""

    name = "dates/duplicate-instant"
    severity = INFO
    default = False

    minimum: int = 20
    """How many articles it takes."""

    def facts(self, article: Article) -> Iterator[_Instant]:
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
