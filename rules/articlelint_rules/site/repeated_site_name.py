from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from articlelint import (
    WARNING,
    Article,
    Depends,
    Facts,
    FieldRole,
    FindingsByPath,
    SiteRule,
    Span,
    regex,
)

_LEAST = 5
_SHARE = 0.9
_LONGEST = 120
_END = regex(r".*\S(\s+[|\-–—·•:]{1,2}\s+|\s*[|｜]\s*)(\S.{0,60})", 16)  # DOTALL


class _Title(NamedTuple):
    """A title: the site's root, the ending, "" without one, where that is; of how many articles."""

    site: str
    ending: str = ""
    span: Span = Span.at(0)
    articles: int = 1


class RepeatedSiteName(SiteRule):
    """The titles of all articles end with the site's name."""

    name = "site/repeated-site-name"
    severity = WARNING
    depends = Depends.SITE | Depends.DISK

    def facts(self, article: Article) -> Iterator[_Title]:
        root = str(article.site.root)
        for text in article.field_texts(FieldRole.TITLE):
            title, span = text.scalar.value, text.scalar.span
            if isinstance(title, str) and not article.is_template:
                found = _END.fullmatch(title.strip()[-_LONGEST:])
                if found and article.site.shows_bare_titles:
                    return
                yield _Title(root, found[2], span) if found else _Title(root)
                return

    def key(self, fact: _Title) -> str:
        return fact.site

    def may_find(self, fact: _Title) -> bool:
        return bool(fact.ending)

    def combine(self, facts: Facts[_Title]) -> Facts[_Title]:
        counts = Counter[str]()
        for _, fact in facts:
            counts[fact.ending] += fact.articles
        first = {fact.ending: (path, fact) for path, fact in reversed(facts)}
        return [
            (path, fact._replace(articles=counts[ending]))
            for ending, (path, fact) in reversed(first.items())
        ]

    def check_site(self, facts: Facts[_Title]) -> FindingsByPath:
        told = self.combine(facts)
        every = sum(fact.articles for _, fact in told)
        for path, fact in told:
            if fact.ending and fact.articles >= max(_LEAST, every * _SHARE):
                yield (
                    path,
                    self.diagnostic(
                        fact.span,
                        f"{fact.articles} of {every} titles end with `{fact.ending}`",
                        hint="Delete it: themes add the site's name to each title",
                    ),
                )
