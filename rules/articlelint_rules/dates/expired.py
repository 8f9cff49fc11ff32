from collections.abc import Iterator
from typing import NamedTuple

from articlelint import (
    INFO,
    Article,
    DateRole,
    Depends,
    Facts,
    FindingsByPath,
    SiteRule,
    Span,
)
from articlelint_rules.dates._moments import latest

_ARCHIVE = 3
"""A site with so many expired articles keeps them on purpose."""


class _Expiry(NamedTuple):
    site: str
    span: Span
    text: str
    key: str


class Expired(SiteRule):
    """An article has expired and is no longer published."""

    name = "dates/expired"
    severity = INFO
    depends = Depends.SITE | Depends.CLOCK

    def facts(self, article: Article) -> Iterator[_Expiry]:
        for date in article.dates:
            if date.role is DateRole.EXPIRES and date.is_readable:
                moment = latest(date)
                if moment is not None and article.clock.is_past(moment):
                    yield _Expiry(str(article.site.root), date.text_span, date.text, date.key)

    def key(self, fact: _Expiry) -> str:
        return fact.site

    def combine(self, facts: Facts[_Expiry]) -> Facts[_Expiry]:
        return facts[:_ARCHIVE]

    def check_site(self, facts: Facts[_Expiry]) -> FindingsByPath:
        for path, fact in facts if len(facts) < _ARCHIVE else ():
            yield (
                path,
                self.diagnostic(
                    fact.span,
                    f"The page expired on {fact.text} and is no longer published",
                    hint=f"Delete `{fact.key}`, set a later date, or delete the file",
                ),
            )
