import re
from urllib.parse import unquote

from articlelint import (
    REFERENCE_TAGS,
    UNSAFE,
    WARNING,
    Anchors,
    Article,
    Depends,
    Findings,
    Fix,
    Link,
    Rule,
    Span,
    SpanIndex,
    anchors_at,
    anchors_in_file,
    anchors_of,
    exists,
    is_guess,
    may_be_named,
    on,
    regex,
    shared_names,
)
from articlelint_rules.links._targets import (
    candidates,
    links_by_place,
    published_file,
    published_page,
)

# What browsers, themes and footnotes bring along; a number is of a comment, or of a line.
_ELSEWHERE = regex(
    r"$|top$|[!/?:]|fn|_ftn|footnote|cite|note-|comment|disqus|dsq-|respond|content$|main$|toc|more$"
    r"|__|L?\d+\Z|#*+\Z|.*[=/]",
    re.IGNORECASE,
)
_COMMENT = regex(r"<!--(?:[^-]|-(?!->))*+")
_CREDITS = "ALL-CONTRIBUTORS-LIST"


class MissingAnchor(Rule):
    """A link leads to a heading or an id that its page does not have."""

    name = "links/missing-anchor"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.SITE | Depends.DISK

    @on.view(links_by_place)
    def check(self, link: Link, article: Article) -> Findings:
        if not link.fragment or link.dynamic or _ELSEWHERE.match(link.fragment):
            return
        anchors = _of_target(article, link) if link.path else article.view(anchors_of)
        # A wiki link may name the headings above; browsers leave out white space at a URL's end.
        fragment = link.fragment.rpartition("#")[2].rstrip()
        if not fragment or anchors is None or anchors.has(fragment):
            return
        if _is_nobodys(link, article):
            return
        near = anchors.nearest(fragment)
        if not link.path and link.html is None and article.site.generator.shares_anchors:
            shared = shared_names(article.site)
            if shared.has(fragment):
                return  # of another page
            if near is None:
                if not anchors.closed or may_be_named(fragment, article.site):
                    return
                near = shared.nearest(fragment)
        elif not anchors.closed and (near is None or not anchors.exact):
            return
        name = unquote(link.path) if link.place == "wiki" else link.path
        page = f"`{name}`" if name else "this page"
        place = link.fragment_span
        fix = _fix(article, link, near)
        yield self.diagnostic(
            place,
            f"`#{unquote(link.fragment)}` is neither a heading nor an id of {page}",
            hint=None if fix else _hint(near),
            fix=fix,
            cause=_cause(article, link, page, fragment),
        )


def _fix(article: Article, link: Link, near: str | None) -> Fix | None:
    """Return what makes *near* of the fragment; none of a bare URL that ends a broken link."""
    place = link.fragment_span
    if not near or not near.isprintable() or place.of(article.text) != f"#{link.fragment}":
        return None
    if _makes_id(article, place) or (link.place == "bare" and link.fragment.endswith(")")):
        return None
    return Fix.unsafe(f"Write `#{near}`", (Span(place.start + 1, place.end), near))


def _hint(near: str | None) -> str | None:
    if near is None:
        return "Link to an existing heading"
    return f"Did you mean `#{near}`?" if near.isprintable() else None


def _cause(article: Article, link: Link, page: str, fragment: str) -> str:
    if link.path:
        return f"{page} {fragment}"
    return "heading" if _is_own_heading(article, link, fragment) else "article"


def _is_own_heading(article: Article, link: Link, fragment: str) -> bool:
    """Tell whether a heading links to itself, as programs write it: ``## [Tails](#tails) 1.2``."""
    alike = _WORDS.sub("", link.text).casefold() == _WORDS.sub("", fragment).casefold()
    return alike and _makes_id(article, link.span)


_WORDS = regex(r"[\W_]++")


def _makes_id(article: Article, place: Span) -> bool:
    """Tell whether *place* is in a heading, whose id some generators make of its URLs too."""
    return article.view(_headings).has_around(place)


def _is_nobodys(link: Link, article: Article) -> bool:
    """Tell whether no reader follows the link, or the program that wrote it has no page for it."""
    if link.html is not None and _CREDITS in article.text:
        return True
    if link.html is None and link.place not in REFERENCE_TAGS and not link.text.strip():
        return not article.site.generator.fills_empty_links  # it was copied with its heading
    # A tag in a comment is run all the same.
    return link.place in REFERENCE_TAGS and article.view(_comments).has_around(link.span)


def _comments(article: Article) -> SpanIndex:
    return SpanIndex(Span(*match.span()) for match in _COMMENT.finditer(article.text))


def _headings(article: Article) -> SpanIndex:
    return SpanIndex(heading.span for heading in article.headings)


def _of_target(article: Article, link: Link) -> Anchors | None:
    """Return the anchors of the page that *link* leads to, where it is one article."""
    site = article.site
    if site.root is not None and site.generator.drops_fragments(site.root):
        return None
    places = candidates(article, link)
    found = list(filter(exists, places))
    if not places:
        page = published_page(article, link)
        if page is not None:
            return anchors_at(page.path, article.site)
        file = published_file(article, link)
        return None if file is None else anchors_in_file(file)
    if not found or (link.place in REFERENCE_TAGS and len(found) > 1):
        return None
    if is_guess(link, found[0], article.site):
        return None  # the page that is meant may be made by a program
    return anchors_at(found[0], article.site)
