from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Depends,
    Diagnostic,
    Findings,
    Fix,
    Link,
    Page,
    Rule,
    Span,
    exists,
    folded,
    on,
    pages_of,
)
from articlelint_rules.links._targets import address_of

# Lists that themes and plugins make.
_MADE = frozenset({"archive", "archives", "author", "authors", "categories", "category", "feed",
                   "page", "search", "series", "tag", "tags"})  # fmt: skip


class MissingPage(Rule):
    """A link leads to an address of this site where no page is, but a like one elsewhere."""

    name = "links/missing-page"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.SITE | Depends.DISK

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        site = article.site
        if article.is_template:
            return
        url = address_of(article, link)
        pages = pages_of(site) if url is not None else None
        if url is None or pages is None or pages.at(url) is not None:
            return
        made = {*_MADE, *site.settings.taxonomies, *site.settings.collections}
        if not made.isdisjoint(folded(url).split("/")) or pages.is_section(url):
            return
        if any(map(exists, site.asset_candidates(url, article.path, raw=True))):
            return
        near = pages.nearest(url)
        if near is not None:
            yield self._of(article, link, near)

    def _of(self, article: Article, link: Link, near: Page) -> Diagnostic:
        verbatim = link.span.of(article.text) == link.url
        rooted = verbatim and link.url.startswith("/")
        where = f"`{near.url}`, which is `{article.site.relative(near.path)}`"
        return self.diagnostic(
            link.span,
            f"No page of this site is at `{link.path}`",
            hint=None if rooted else f"Did you mean {where}?",
            fix=Fix.unsafe(
                f"Write {where}",
                (Span(link.span.start, link.span.start + len(link.path)), near.url),
            )
            if rooted
            else None,
        )
