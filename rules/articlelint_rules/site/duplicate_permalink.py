from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from articlelint import ERROR, Article, Diagnostic, SiteRule, Span

_KEYS = ("permalink", "url", "slug", "path", "save_as")


class _Address(NamedTuple):
    """Where an article is published: the site's root, the URL path, the file, the key's place."""

    site: str
    url: str
    file: str
    span: Span


class DuplicatePermalink(SiteRule):
    """Two articles are published at one address."""

    name = "site/duplicate-permalink"
    severity = ERROR

    def facts(self, article: Article) -> Iterator[_Address]:
        front_matter = article.front_matter
        if front_matter is None or front_matter.root is None:
            return
        data = front_matter.data
        if article.site.generator.is_draft(data):
            return
        url = article.site.permalink(article.path, data)
        if url is None:
            return
        field = next(filter(None, map(front_matter.get, _KEYS)), None)
        span = field.value_span if field else front_matter.locate(())
        yield _Address(str(article.site.root), url, str(article.site.relative(article.path)), span)

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        groups: dict[tuple[str, str], list[tuple[Path, _Address]]] = {}
        for path, fact in facts:
            if isinstance(fact, _Address):
                groups.setdefault((fact.site, _folded(fact.url)), []).append((path, fact))
        for group in groups.values():
            for path, address in group:
                others = sorted({each.file for _, each in group} - {address.file})
                if others:
                    yield (
                        path,
                        self.diagnostic(
                            address.span,
                            f"{_listed(others)} published at `{address.url}` too",
                            hint="Only one of them will be; give each an address of its own",
                        ),
                    )


def _folded(url: str) -> str:
    """Return *url* so that the spellings of one page are equal."""
    return url.removesuffix("index.html").rstrip("/").lower()


def _listed(files: list[str]) -> str:
    shown = " and ".join(f"`{name}`" for name in files[:2])
    if len(files) > 2:
        shown = f"`{files[0]}` and {len(files) - 1} others"
    return f"{shown} {'is' if len(files) == 1 else 'are'}"
