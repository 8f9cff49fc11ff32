from collections.abc import Iterator, Sequence
from typing import NamedTuple

from articlelint import ERROR, Article, Facts, FindingsByPath, SiteRule, Span

_KEYS = ("permalink", "url", "slug", "path", "save_as")


class _Address(NamedTuple):
    """Where an article is published: the site's root, the URL path, the file, the key's place.

    *page* is equal where two addresses are one page.
    """

    site: str
    page: str
    url: str
    file: str
    span: Span


class DuplicatePermalink(SiteRule):
    """Two articles are published at one address."""

    name = "site/duplicate-permalink"
    severity = ERROR

    def facts(self, article: Article) -> Iterator[_Address]:
        site, front_matter = article.site, article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        data = front_matter.data
        url = None if site.generator.is_draft(data) else site.permalink(article.path, data)
        if url is not None:
            field = next(filter(None, map(front_matter.get, _KEYS)), None)
            span = field.value_span if field else front_matter.locate(())
            path = site.relative(article.path)
            page = site.generator.published_file(url, path).lower()
            yield _Address(str(site.root), page, url, str(path), span)

    def check_site(self, facts: Facts[_Address]) -> FindingsByPath:
        for group in self.grouped(facts, lambda address: address[:2]):
            files = sorted({address.file for _, address in group})
            for path, address in group if len(files) > 1 else ():
                others = _listed([file for file in files if file != address.file])
                message = f"{others} published at `{address.url}` too"
                hint = "Only one of them will be; give each an address of its own"
                yield path, self.diagnostic(address.span, message, hint=hint)


def _listed(files: Sequence[str]) -> str:
    if len(files) > 2:
        return f"`{files[0]}` and {len(files) - 1} others are"
    return " and ".join(f"`{name}`" for name in files) + (" is" if len(files) == 1 else " are")
