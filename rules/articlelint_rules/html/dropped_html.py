from collections.abc import Iterator
from typing import NamedTuple

from articlelint import ERROR, Article, Facts, FindingsByPath, SiteRule, Span, SpanIndex


class _Dropped(NamedTuple):
    """The first piece of HTML in articles of a *site*, how many there are, and in how many."""

    site: str
    generator: str
    first: Span
    pieces: int
    articles: int = 1


def _shown_as_written(article: Article) -> SpanIndex:
    """Return what shortcodes of Hugo hold that put their content out after Markdown was read."""
    return SpanIndex(
        tag.content
        for tag in article.masked.tags
        if tag.content is not None and tag.source.startswith("{{<")
    )


class DroppedHtml(SiteRule):
    """The generator leaves HTML out of the pages."""

    name = "html/dropped-html"
    severity = ERROR

    def facts(self, article: Article) -> Iterator[_Dropped]:
        site = article.site
        if not article.drops_html or not article.is_content:
            return
        kept = _shown_as_written(article)
        pieces = []
        for node in article.markdown.nodes("HtmlBlock", "InlineHtml"):
            # Template tags are comments here, and comments do no harm.
            written = node.span.shift(-article.body.start).of(article.markdown.text)
            start = Span(node.span.start, node.span.start + 1)  # a block runs on to a blank line
            if not written.lstrip().startswith("<!--") and not kept.has_around(start):
                pieces.append(Span(node.span.start, node.span.start + len(written.rstrip())))
        if pieces:
            yield _Dropped(str(site.root), site.generator.title, pieces[0], len(pieces))

    def key(self, fact: _Dropped) -> str:
        return fact.site

    def combine(self, facts: Facts[_Dropped]) -> Facts[_Dropped]:
        path, first = facts[0]
        pieces = sum(fact.pieces for _, fact in facts)
        articles = sum(fact.articles for _, fact in facts)
        return [(path, first._replace(pieces=pieces, articles=articles))]

    def check_site(self, facts: Facts[_Dropped]) -> FindingsByPath:
        ((path, (_, generator, first, pieces, articles)),) = self.combine(facts)
        places = f" ({pieces} places)" if pieces > 1 else ""
        if articles > 1:
            others = "1 other article" if articles == 2 else f"{articles - 1} other articles"
            places = f", and other HTML in {others} ({pieces} places)"
        message = f"{generator} leaves this HTML out of the page{places}"
        hint = (
            "Allow raw HTML in the site's configuration, or write it in Markdown or as a shortcode"
        )
        yield path, self.diagnostic(first, message, hint=hint)
