from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Facts,
    FieldRole,
    FindingsByPath,
    Fix,
    SiteRule,
    Span,
)


class _Term(NamedTuple):
    """A term of an article: the site's root, the key, the term, where it stands, as written."""

    site: str
    key: str
    term: str
    span: Span
    source: str


class TermCase(SiteRule):
    """A tag or category differs from another one only in its capitals."""

    name = "site/term-case"
    severity = WARNING
    fixable = UNSAFE

    def facts(self, article: Article) -> Iterator[_Term]:
        generator = article.site.generator
        if not generator.tells_terms_apart or article.is_template:
            return
        front_matter = article.front_matter
        if front_matter is None or generator.is_draft(front_matter.data):
            return
        for text in article.field_texts(FieldRole.TERM):
            term, span = text.scalar.value, text.scalar.span
            if isinstance(term, str) and term.strip():
                source = span.of(article.text)
                yield _Term(str(article.site.root), text.key.partition(".")[0], term, span, source)

    def check_site(self, facts: Facts[_Term]) -> FindingsByPath:
        for group in self.grouped(facts, lambda fact: (fact.site, fact.key, fact.term.casefold())):
            counts = Counter(term for _, term in {(path, fact.term) for path, fact in group})
            if len(counts) == 1:
                continue
            usual, most = min(counts.items(), key=lambda each: (-each[1], each[0]))
            seen = {usual}
            for path, fact in group:
                if fact.term in seen:
                    continue
                seen.add(fact.term)
                fix = None
                if fact.source == fact.term and counts[fact.term] == 1:
                    fix = Fix.unsafe(f"Write `{usual}`", (fact.span, usual))
                here = f" (in {counts[fact.term]} articles)" if counts[fact.term] > 1 else ""
                there = f"{most} article{'s' * (most > 1)}"
                message = f"`{fact.term}`{here} and `{usual}` (in {there}) are two terms"
                hint = None if fix else f"Write `{usual}`"
                yield path, self.diagnostic(fact.span, message, hint=hint, fix=fix, cause="terms")
