from collections.abc import Iterator
from pathlib import Path
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
    """A term: the site's root, the key, the term, where it stands, as written; in how many."""

    site: str
    key: str
    term: str
    span: Span
    source: str
    articles: int = 1


class TermCase(SiteRule):
    """Two tags or categories differ only in case."""

    name = "site/term-case"
    severity = WARNING
    fixable = UNSAFE

    def facts(self, article: Article) -> Iterator[_Term]:
        generator = article.site.generator
        if not generator.tells_terms_apart or article.is_template:
            return
        relative = article.site_path
        if not generator.lists_by_term(relative, article.site.settings):
            return
        front_matter = article.front_matter
        if front_matter is None or generator.is_draft(front_matter.data):
            return
        seen = set()
        for text in article.field_texts(FieldRole.TERM):
            term, span = text.scalar.value, text.scalar.span
            key = text.key.partition(".")[0]
            if isinstance(term, str) and term.strip() and (key, term) not in seen:
                seen.add((key, term))
                source = span.of(article.text)
                yield _Term(str(article.site.root), key, term, span, source)

    def key(self, fact: _Term) -> tuple[str, ...]:
        return fact.site, fact.key, fact.term.casefold()

    def combine(self, facts: Facts[_Term]) -> Facts[_Term]:
        spellings: dict[str, tuple[Path, _Term]] = {}
        for path, fact in facts:
            if fact.term in spellings:
                path, first = spellings[fact.term]  # noqa: PLW2901 - of the first article
                fact = first._replace(articles=first.articles + fact.articles)  # noqa: PLW2901
            spellings[fact.term] = path, fact
        return list(spellings.values())

    def check_site(self, facts: Facts[_Term]) -> FindingsByPath:
        spellings = self.combine(facts)
        if len(spellings) < 2:
            return
        counts = {fact.term: fact.articles for _, fact in spellings}
        usual, most = min(counts.items(), key=lambda each: (-each[1], each[0]))
        for path, fact in spellings:
            if fact.term == usual:
                continue
            fix = None
            if fact.source == fact.term and fact.articles == 1:
                fix = Fix.unsafe(f"Write `{usual}`", (fact.span, usual))
            here = f" (in {fact.articles} articles)" if fact.articles > 1 else ""
            there = f"{most} article{'s' * (most > 1)}"
            message = f"`{fact.term}`{here} and `{usual}` (in {there}) are two terms"
            hint = None if fix else f"Write `{usual}`"
            yield path, self.diagnostic(fact.span, message, hint=hint, fix=fix, cause="terms")
