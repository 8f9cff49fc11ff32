from collections.abc import Iterator
from typing import NamedTuple

from articlelint import INFO, Article, DateRole, Facts, FindingsByPath, Precision, SiteRule, Span


class _Instant(NamedTuple):
    """When an article was published, to the second."""

    site: str
    instant: str
    text: str
    span: Span


class DuplicateInstant(SiteRule):
    """Many articles have exactly the same publication time."""

    name = "dates/duplicate-instant"
    severity = INFO
    default = False

    minimum: int = 20
    """How many articles must share a time before it is reported."""

    def facts(self, article: Article) -> Iterator[_Instant]:
        site = str(article.site.root)
        for date in article.moments(DateRole.PUBLISHED):
            parsed, instant = date.parsed, date.instant
            at_midnight = not (parsed.hour or parsed.minute or parsed.second)
            if instant and parsed.precision >= Precision.SECOND and not at_midnight:
                yield _Instant(site, instant.isoformat(), date.text, date.text_span)

    def key(self, fact: _Instant) -> tuple[str, str]:
        return fact.site, fact.instant

    def check_site(self, facts: Facts[_Instant]) -> FindingsByPath:
        for path, fact in facts if len(facts) >= self.minimum else ():
            message = f"{len(facts)} articles have exactly this date, `{fact.text}`"
            hint = "A migration may have overwritten the dates; restore them from the original"
            yield path, self.diagnostic(fact.span, message, hint=hint)
