from collections.abc import Iterable, Iterator
from pathlib import Path

from articlelint import (
    ERROR,
    Article,
    Depends,
    Diagnostic,
    Request,
    SiteRule,
    Unanswered,
    explain,
    suppressor,
    told_once,
    weight,
)
from articlelint_rules.links._online import answered_links, remote_links


class Unreachable(SiteRule):
    """A link leads to a page that does not exist."""

    name = "links/unreachable"
    severity = ERROR
    online = True
    depends = Depends.SITE | Depends.NET

    def requests(self, article: Article) -> Iterator[Request]:
        for link in remote_links(article):
            yield Request(link.url)

    def facts(self, article: Article) -> Iterator[Unanswered]:
        is_suppressed = suppressor(article, self.name)
        for link, answer in answered_links(article):
            if not answer.is_fine:
                yield Unanswered(link.span, answer, is_suppressed(link.span))

    def key(self, fact: Unanswered) -> str:
        return fact.answer.host

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        for path, place, others in told_once(facts):
            answer = place.answer
            severity = min(self.severity, weight(answer), key=lambda each: each.rank)
            message, cause = f"{explain(answer)}{others}", answer.final or None
            yield path, self.diagnostic(place.span, message, severity=severity, cause=cause)
