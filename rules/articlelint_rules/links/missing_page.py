from collections.abc import Iterator
from pathlib import Path

from articlelint import (
    ERROR,
    UNSAFE,
    WARNING,
    Article,
    Depends,
    Diagnostic,
    Findings,
    Fix,
    Link,
    Page,
    Pages,
    Rule,
    Site,
    Span,
    exists,
    folded,
    has_host_for_itself,
    host_of,
    is_sample_path,
    on,
    pages_of,
    regex,
)
from articlelint_rules.links._targets import address_of

_PLACEHOLDER = regex(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|\.{3}|…")
"""What a program puts an address in place of: `ARTICLE_URL`."""
_MEDIA = frozenset({"audio", "video", "source", "track", "embed", "object"})
_LEAST_NAME = 5
_LARGEST_SLIP = 2
# Lists that themes and plugins make.
_MADE = frozenset({"archive", "archives", "author", "authors", "categories", "category", "feed",
                   "page", "search", "series", "tag", "tags"})  # fmt: skip


_CODE_HINT = "If readers should see the brackets, put it in backticks"
_BEFORE_INDEX = regex(r"[A-Za-z0-9_\])]")
"""What stands before brackets in a program: ``new Array[String](3)``."""


def _is_code(article: Article, link: Link) -> bool:
    start = link.element.start
    if link.html is not None or not start or "/" in link.path or "." in link.path:
        return False
    return _BEFORE_INDEX.match(article.text, start - 1) is not None


class MissingPage(Rule):
    """A link leads to an address of this site that has no page."""

    name = "links/missing-page"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.SITE | Depends.DISK
    yields_to = ("links/invalid-url", "links/malformed-scheme")

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        site = article.site
        if article.is_template or _PLACEHOLDER.fullmatch(link.path):
            return
        if is_sample_path(link.path) or _is_no_address(article, link):
            return
        if site.settings.is_within and link.path.startswith("/"):
            return  # the site around it may have the page
        url = address_of(article, link)
        pages = pages_of(site) if url is not None else None
        if url is None or pages is None or pages.at(url) is not None:
            return
        base = site.settings.base_path
        made = {*_MADE, *site.settings.taxonomies}
        if not made.isdisjoint(folded(url).split("/")) or pages.is_section(url):
            return
        near = pages.nearest(url)
        renamed = near is not None and _has_another_name(url, near, pages)
        is_slip = _is_slip(link, url, near)
        if not is_slip and _may_be_of_another_site(site, link, url, pages):
            return
        if near is not None and not renamed:
            claimed = not pages.may_lead_on(url, base, is_slip=is_slip)
        else:
            claimed = (
                pages.is_gone(url, base)
                and not _may_be_elsewhere(article, link)
                and not _may_be_of_a_project(article, url, pages)
                and not _may_be_of_a_program(article.site, url, pages)
            )
        # A site in many languages may publish from a hundred folders: they are looked at last.
        if not claimed or any(map(exists, _places(article, url))):
            return
        if near is not None:
            yield self._of(article, link, near)
        else:
            yield self.diagnostic(
                link.span,
                f"This site has no page or file at `{link.path}`",
                hint=_CODE_HINT if _is_code(article, link) else "Link to an existing page",
                severity=ERROR,
                cause=_missing_section(url, pages),
            )

    def _of(self, article: Article, link: Link, near: Page) -> Diagnostic:
        if any(each.path.rstrip("/") == near.url.rstrip("/") for each in article.links):
            return self.diagnostic(  # it is linked by itself, so that another one is meant
                link.span,
                f"This site has no page at `{link.path}`",
                hint="Link to an existing page",
            )
        verbatim = link.span.of(article.text) == link.url
        rooted = verbatim and link.url.startswith("/")
        where = f"`{near.url}`, which is `{article.site.relative(near.path)}`"
        return self.diagnostic(
            link.span,
            f"This site has no page at `{link.path}`",
            hint=None if rooted else f"Did you mean {where}?",
            fix=Fix.unsafe(
                f"Write {where}",
                (Span(link.span.start, link.span.start + len(link.path)), near.url),
            )
            if rooted
            else None,
        )


def _is_no_address(article: Article, link: Link) -> bool:
    """Tell whether the link is the rest of one that is none, or a name.

    A script or a layout finds films and the like by names that lead to no page. A footnote of one
    word, as Chinese sentences are, is a definition where Markdown has no footnotes.
    """
    line = article.text[max(link.span.start - _LONGEST_LABEL, 0) : link.span.start]
    if _NOTE.fullmatch(line[line.rfind("\n") + 1 :]):
        return True
    if article.text.endswith("](", 0, link.span.start) and link.element == link.span:
        return True
    return link.place in _MEDIA and "." not in link.path.rpartition("/")[2]


_NOTE = regex(r"[ \t>]*+\[\^[^\]\[]++\]:[ \t]*+<?")
_LONGEST_LABEL = 100


def _places(article: Article, url: str) -> Iterator[Path]:
    """Yield the files and folders that a URL path may be the address of."""
    site = article.site
    yield from site.asset_candidates(url, article.path, raw=True)
    listing = url.removesuffix(".html")
    if site.settings.ugly_urls and listing != url:  # the page of a folder lies beside it
        yield from site.asset_candidates(f"{listing}/", article.path, raw=True)


def _missing_section(url: str, pages: Pages) -> str:
    """Return the topmost part of the path below which no page is."""
    names = folded(url).split("/")
    paths = ("/".join(names[: number + 1]) for number in range(len(names)))
    return next((path for path in paths if not pages.is_section(path)), url)


def _has_another_name(url: str, near: Page, pages: Pages) -> bool:
    """Tell whether the whole folder of the page may be published under another name.

    ``/docs/install/`` for ``/versions/install/``, where nothing is below ``/docs/``.
    """
    first, *names = folded(url).split("/")
    if not names:
        return False
    return names == folded(near.url).split("/")[1:] and not pages.is_section(first)


def _is_slip(link: Link, url: str, near: Page | None) -> bool:
    """Tell whether a page at the top is evidently meant, and no other site beside this one."""
    if near is None or host_of(link.url).endswith(_SHARED):
        return False
    folder, _, name = folded(url).rpartition("/")
    meant_folder, _, meant = folded(near.url).rpartition("/")
    if folder != meant_folder or len(name) < _LEAST_NAME:
        return False
    from difflib import SequenceMatcher

    alike = sum(block.size for block in SequenceMatcher(None, name, meant).get_matching_blocks())
    if max(len(name), len(meant)) - alike > _LARGEST_SLIP:
        return False
    return name.rstrip("s") != meant.rstrip("s")  # `/project/` of the site `/projects/`


def _may_be_of_another_site(site: Site, link: Link, url: str, pages: Pages) -> bool:
    """Tell whether a URL with a host lies in a folder of which this site has nothing.

    Other sites are published in folders of the host, older versions of this one for instance.
    """
    if "//" not in link.url or has_host_for_itself(site):
        return False
    base = site.settings.base_path.rstrip("/")
    first = folded(url.removeprefix(base)).split("/")[0]
    return bool(first) and not _has_section(site, f"{base}/{first}", pages)


def _may_be_elsewhere(article: Article, link: Link) -> bool:
    """Tell whether the URL's host may have other sites beside this one, or is but an example."""
    if "//" not in link.url:
        return False
    host = host_of(link.url)
    if host in _EXAMPLES:
        return True
    return article.site.settings.base_path == "/" and host.endswith(_SHARED)


def _may_be_of_a_project(article: Article, url: str, pages: Pages) -> bool:
    """Tell whether the path may lie in another repository of the owner of a site on GitHub Pages.

    Their sites are published in folders of his own site's domain, which ``CNAME`` names: docs,
    "Types of GitHub Pages sites".
    """
    first, *rest = folded(url).split("/")
    root = article.site.root
    if not rest or root is None or _has_section(article.site, f"/{first}", pages):
        return False
    return exists(root / "CNAME")


def _may_be_of_a_program(site: Site, url: str, pages: Pages) -> bool:
    """Tell whether a program may answer in a folder of the host of which this site has nothing.

    Layouts and shortcodes name it with the host: ``https://kites.example/shop/``.
    """
    base = site.settings.base_path.rstrip("/")
    first = folded(url.removeprefix(base)).split("/")[0]
    return not _has_section(site, f"{base}/{first}", pages) and site.layouts_name_address(first)


def _has_section(site: Site, path: str, pages: Pages) -> bool:
    """Tell whether this site publishes something below a path, be it only files."""
    return pages.is_section(path) or any(map(exists, site.asset_candidates(path, Path("a.md"))))


# Sites of one owner lie in folders of one host.
_SHARED = (".github.io", ".gitlab.io", ".codeberg.page", ".gitee.io", ".readthedocs.io")
# What stands in a configuration until the site has an address (RFC 2606, section 3).
_EXAMPLES = frozenset({"example.com", "example.net", "example.org"})
