"""The links of an article, gathered once, whatever syntax they stand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.article.based import based_path
from articlelint.article.link_components import component_links
from articlelint.markdown.bare_urls import bare_urls
from articlelint.markdown.parts import link_parts, wiki_url
from articlelint.markdown.url_library import BareUrls
from articlelint.named_tuple import NamedTuple
from articlelint.templates import is_dynamic
from articlelint.text.regex import regex
from articlelint.text.span import Span
from articlelint.urls.flaws import INTRASITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document
    from articlelint.html.tree.nodes import Element
    from articlelint.markdown.document import Node
    from articlelint.templates import TemplateTag

_HTML_LINKS = (
    ("a", "href"),
    ("area", "href"),
    ("iframe", "src"),
    ("audio", "src"),
    ("video", "src"),
    ("source", "src"),
    ("track", "src"),
    ("embed", "src"),
    ("object", "data"),
)

REFERENCE_TAGS = frozenset(
    {
        *("ref", "relref", "link", "post_url", "post_link", "post_path", "asset_link"),
        *("asset_path", "doc", "numref"),
    }
)
"""Template tags and roles that look up a page, a file or a target of the site: Hugo's ``ref`` and
``relref``, Jekyll's ``link`` and ``post_url``, Hexo's ``post_link``, ``post_path``, ``asset_link``
and ``asset_path``, MyST's ``doc``, ``ref`` and ``numref``."""

_WORD = regex(r"""(?:(?P<key>\w+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`=]+))""")
_ROLE = regex(r"(?<!\\)\{([a-z]+)\}\Z")
_LONGEST_ROLE = 12
_NAMED = regex(r"`+\s*(?:(?P<text>[^`<>]*?)\s*<(?P<target>[^`<>\n]+)>|(?P<alone>[^`<>\n]+?))\s*`+")
_CONTINUED = regex(r"[^\s<{]*+\{")
_CJK_LETTER = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_CJK_STOPS = "、。」』】》〉〕！，；？"
_OVERRUN = regex(
    rf"(?<=[A-Za-z0-9])[{_CJK_LETTER}](?=[^{_CJK_STOPS}]{{0,60}}[{_CJK_STOPS}])"
    rf"|[{_CJK_STOPS}]|(?<=[!-~])[（）：「『【《〈〔…—]|(?<=[!-~]),(?=[{_CJK_LETTER}])"
)


class Link(NamedTuple):
    """One link.

    *url* is the target as the browser gets it, *span* the target as written, *element* the whole
    construct, *text* what the reader clicks on. *place* is the name of the element in HTML; the
    name of a template tag of REFERENCE_TAGS (then *url* is what it looks up); in Markdown
    ``inline``, ``reference``, ``autolink`` (``<URL>``) or ``bare`` (a plain URL that the generator
    turns into a link); and ``component`` in one of MDX. *dynamic* tells that a template makes part
    of the URL, so that nothing is known about it; *based* tells that a template puts the site's
    base URL before it. *html* is the
    element, if the link is in HTML.
    """

    url: str
    span: Span
    element: Span
    text: str
    place: str
    dynamic: bool = False
    based: bool = False
    html: Element | None = None

    @property
    def path(self) -> str:
        """Return the URL without query and fragment, as written (not percent-decoded)."""
        return self.url.partition("#")[0].partition("?")[0]

    @property
    def fragment(self) -> str:
        """Return what follows the first ``#``, as written."""
        return self.url.partition("#")[2]

    @property
    def overrun(self) -> Span | None:
        """Return what a bare URL takes in of the text behind it: CJK punctuation and the rest."""
        if self.place != "bare" or self.text.isascii():
            return None
        match = _OVERRUN.search(self.text)
        return None if match is None else Span(self.span.start + match.start(), self.span.end)

    @property
    def fragment_span(self) -> Span:
        """Return the fragment's span with its ``#``; the whole URL's where it is not verbatim."""
        length = len(self.fragment) + 1
        if self.span.length < length or self.place in REFERENCE_TAGS:
            return self.span
        return Span(self.span.end - length, self.span.end)


_PLACES = {"Autolink": "autolink", "Bare": "bare", "Email": "autolink", "Inline": "inline",
           "WikiLink": "wiki"}  # fmt: skip
"""What links are called by what Markdown calls them; all others are by reference."""


def links(article: Document) -> tuple[Link, ...]:
    """Return the links of *article* in reading order."""
    found = [*_from_markdown(article), *_bare(article), *_from_template_tags(article)]
    if article.dialect.reference_roles:
        found += _from_roles(article)
    if article.site.generator.link_components:
        found += _from_components(article)
    if article.has_html:
        found += _from_html(article)
    return tuple(sorted(found, key=lambda link: link.span))


def _from_markdown(article: Document) -> Iterator[Link]:
    markdown = article.markdown
    image_end = 0
    for node in markdown.nodes("Image", "Link"):
        if node.kind == "Image" and not _embeds_a_note(node):
            image_end = max(image_end, node.span.end)
        if node.span.start < image_end:
            continue  # of an alternative text only the letters count
        parts = link_parts(markdown, node)
        url = wiki_url(node) or node.data["dest_url"]
        kind = node.data["link_type"]
        span = parts.destination or node.span
        based = based_path(article, span) if is_dynamic(url) else None
        yield Link(
            url=f"mailto:{url}" if kind == "Email" else url if based is None else based.url,
            span=span,
            element=node.span,
            text=markdown.text_of(node),
            place=_PLACES.get(kind, "reference"),
            dynamic=based is None and is_dynamic(url),
            based=based is not None and based.url.startswith("/"),
        )


def _embeds_a_note(node: Node) -> bool:
    """Tell whether it is ``![[note#heading]]``, which leads somewhere as a link does."""
    wiki = wiki_url(node)
    return wiki is not None and "." not in wiki.partition("#")[0]


def _bare(article: Document) -> Iterator[Link]:
    site = article.site
    if not (site.settings.bare_urls and article.dialect.links_bare_urls):
        return
    raw = list(_raw_contents(article))
    library = article.dialect.url_library or site.generator.bare_urls or BareUrls.GFM
    for url, span in bare_urls(article.markdown, library):
        if any(content.start <= span.start < content.end for content in raw):
            continue
        written = span.of(article.text)
        # What a template or an expression puts out behind it belongs to it, too.
        dynamic = is_dynamic(url) or _CONTINUED.match(article.text, span.end) is not None
        yield Link(url, span, span, written, place="bare", dynamic=dynamic)


def _raw_contents(article: Document) -> Iterator[Span]:
    """Yield what stands in shortcodes of Hugo that may take it for code or anything else.

    To ``{{% %}}`` it is Markdown, to ``{{< >}}`` what the shortcode makes of it: docs,
    "Shortcodes".
    """
    for tag in article.masked.tags:
        if tag.content is not None and tag.source.startswith("{{<"):
            yield tag.content


def _from_html(article: Document) -> Iterator[Link]:
    html = article.html
    for tag, name in _HTML_LINKS:
        if not article.may_have_written(tag):
            continue
        for element in html.elements(tag):
            attribute = element.attributes.get(name) if element.authored else None
            if attribute is None:
                continue
            value, span = attribute.value, attribute.value_span
            in_jsx = value.startswith("{") and not INTRASITE.match(value)
            dynamic = is_dynamic(value) or in_jsx
            based = based_path(article, span) if dynamic else None
            yield Link(
                url=value.strip() if based is None else based.url,
                span=span,
                element=element.span,
                text=element.text(),
                place=tag,
                dynamic=based is None and dynamic,
                based=based is not None and based.url.startswith("/"),
                html=element,
            )


def _from_components(article: Document) -> Iterator[Link]:
    for url, span, element in component_links(article):
        yield Link(url.strip(), span, element, "", place="component", dynamic=is_dynamic(url))


def _from_template_tags(article: Document) -> Iterator[Link]:
    for tag in article.masked.tags:
        if tag.name in REFERENCE_TAGS and not tag.closing:
            word = _argument(article, tag)
            if word is not None:
                yield Link(
                    url=word[0],
                    span=word[1],
                    element=tag.span,
                    text="",
                    place=tag.name,
                    dynamic="{" in word[0] or "$" in word[0],
                )


def _from_roles(article: Document) -> Iterator[Link]:
    """Yield what stands between the backticks behind ``{doc}`` and the like: MyST, "Roles"."""
    text = article.text
    for node in article.markdown.nodes("Code"):
        role = _ROLE.search(text, max(0, node.span.start - _LONGEST_ROLE), node.span.start)
        if role is None or role[1] not in article.dialect.reference_roles:
            continue
        named = _NAMED.fullmatch(text, node.span.start, node.span.end)
        if named is not None:
            group = "alone" if named["target"] is None else "target"
            yield Link(
                url=named[group],
                span=Span(*named.span(group)),
                element=Span(role.start(), node.span.end),
                text=named["text"] or "",
                place=role[1],
            )


def _argument(article: Document, tag: TemplateTag) -> tuple[str, Span] | None:
    """Return what the tag looks up: its first argument, or the one that is called ``path``."""
    start = article.text.find(tag.arguments, tag.span.start, tag.span.end)
    for match in _WORD.finditer(tag.arguments):
        if match["key"] in {None, "path"} and match.lastindex and start >= 0:
            group = next(index for index in (2, 3, 4, 5) if match[index] is not None)
            return match[group], Span(*match.span(group)).shift(start)
    return None
