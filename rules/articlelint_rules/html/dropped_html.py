from collections.abc import Iterator
from typing import NamedTuple

from articlelint import ERROR, Article, Facts, FindingsByPath, SiteRule, Span


class _Dropped(NamedTuple):
    """The first piece of HTML in an article of a *site*, and how many there are."""

    site: str
    generator: str
    first: Span
    pieces: int


class DroppedHtml(SiteRule):
    """The generator leaves the author's HTML out of the pages."""

    name = "html/dropped-html"
    severity = ERROR

    def facts(self, article: Article) -> Iterator[_Dropped]:
        site = article.site
        if not article.drops_html or not site.is_content(article.path):
            return
        pieces = []
        for node in article.markdown.nodes("HtmlBlock", "InlineHtml"):
            # Template tags are comments here, and comments do no harm.
            written = node.span.shift(-article.body.start).of(article.markdown.text)
            if not written.lstrip().startswith("<!--"):
                pieces.append(Span(node.span.start, node.span.start + len(written.rstrip())))
        if pieces:
            yield _Dropped(str(site.root), site.generator.title, pieces[0], len(pieces))

    def check_site(self, facts: Facts[_Dropped]) -> FindingsByPath:
        for group in self.grouped(facts, lambda fact: fact.site):
            (path, first), *others = group
            pieces = sum(fact.pieces for _, fact in group)
            places = f" ({pieces} places)" if pieces > 1 else ""
            if others:
                places = f", and other HTML in {len(others)} more ({pieces} places)"
            message = f"{first.generator} leaves this HTML out of the page{places}"
            hint = (
                "Allow raw HTML in the site's configuration, or write it in Markdown or as"
                " a shortcode"
            )
            yield path, self.diagnostic(first.first, message, hint=hint)
