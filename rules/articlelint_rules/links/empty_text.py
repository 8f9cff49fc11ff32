import re

from articlelint import (
    REFERENCE_TAGS,
    WARNING,
    Article,
    Element,
    Findings,
    Link,
    Rule,
    Syntax,
    on,
    regex,
)

_NAMING = ("aria-label", "aria-labelledby", "title", "id", "name", "aria-hidden")
_SHOWN_BY_CLASS = regex(r"(?:^|\s)(?:u-[a-z]|fa[bsrl]?(?:\s|\Z)|bi(?:\s|\Z)|[\w-]*icon)")
"""A class of microformats, which programs read, or of a font of icons, which shows one."""
_EMBED = regex(
    r"(?:^|\s)(?:twitter-(?:tweet|timeline|video)|instagram-media|tiktok-embed|reddit-(?:card|embed-bq)"
    r"|bluesky-embed|fb-(?:post|video)|text-post-media|mastodon-embed|imgur-embed-pub)(?:\s|\Z)"
)
"""A class by which a script finds what it puts a post of another site in place of."""
_COMPONENT = regex(r">\s*<[A-Z][\w.]*[\s/>]")
"""A component of MDX within the link, which shows an icon."""
_INVISIBLE = regex("[\\s\u200b-\u200f\u2060\ufeff]*")


class EmptyText(Rule):
    """A link has nothing to click on."""

    name = "links/empty-text"
    severity = WARNING
    yields_to = ("html/nested-interactive",)

    strict: bool = False
    """Whether to report a link that no reader misses, too."""

    @on.link()
    def check(self, link: Link, article: Article) -> Findings:
        if link.place in REFERENCE_TAGS or (link.html is not None and link.place != "a"):
            return
        if link.html is None and (
            article.site.generator.fills_empty_links or article.dialect.has_unknown_constructs
        ):
            return  # the title of the target stands there
        if link.html is None and _is_of_heading(article, link):
            return  # its anchor, copied with it from a page
        if (
            _INVISIBLE.fullmatch(link.text)
            and _is_bare(article, link)
            and not _is_beside_same(article, link)
            and (self.strict or _hides_words(link) or _is_missed(article, link))
        ):
            yield self.diagnostic(
                link.element,
                "The link has no text, so nobody can click it",
                hint=_hint(link),
                cause="article",
            )


def _hint(link: Link) -> str:
    if _hides_words(link):
        return "If readers should see the brackets, put it in backticks"
    return "Give it a text, or delete it"


def _hides_words(link: Link) -> bool:
    """Tell whether what stands in the parentheses is no address: ``int[](empty)``."""
    return link.html is None and bool(link.url) and _ADDRESS.search(link.url) is None


_ADDRESS = regex(r"[/.:#?]")


def _is_missed(article: Article, link: Link) -> bool:
    """Tell whether a word is missing where the link stands, or all of a list item or a cell.

    An editor leaves such a link where its text was deleted: beside an image, at the end of a
    sentence, on a line of its own. Readers see nothing of it.
    """
    text, (start, end) = article.text, link.element
    before = _BLOCKS.split(text[max(start - _LOOKED_AT, 0) : start])
    words = _TAGS.sub("", before[-1])
    after = _BLOCKS.split(text[end : end + _LOOKED_AT])[0]
    after = _TAGS.sub("", after)
    if not words.strip(" \t\r\n*_>#"):
        return _GOES_ON.match(after) is not None
    if not _expects_more(words):
        is_first = words.endswith("|", 0, len(words.rstrip())) or _ITEM.fullmatch(words)
        return bool(is_first) and (not after.strip(" \t\r\n|") or _GOES_ON.match(after) is not None)
    return not words.rstrip().endswith(",") or bool(after.strip())


def _expects_more(words: str) -> bool:
    """Tell whether a sentence goes on after *words*, which end with a space in most scripts."""
    words = words.rstrip("*_")
    last = words.rstrip()[-1:]
    if last in _OPENING or _UNSPACED.match(last):
        return True
    return words[-1:].isspace() and (last.isalnum() or last in ",:")


_OPENING = frozenset('(["“‘「《（，：、')
_UNSPACED = regex(r"[^\W\d\u0000-\u1fff]")
_LOOKED_AT = 500
_BLOCKS = regex(
    r"\n[ \t\r]*+\n|\n(?=[ \t]*+(?:[-*+]|\d++[.)])[ \t])|</(?:li|td|th)\s*+>"
    r"|</?(?:blockquote|br|dd|div|dt|h[1-6]|hr|img|ol|p|table|tr|ul)\b[^<>]*+>",
    re.IGNORECASE,
)
_TAGS = regex(r"</?(?!li\b|td\b|th\b)[a-zA-Z][^<>]*+>")
_ITEM = regex(r"\s*+(?:(?:[-*+]|\d++[.)])[ \t]++|<(?:li|td|th)\b[^<>]*+>\s*+)[*_]*+")
_GOES_ON = regex(r"[*_]*\s+(?:[a-z(]|[-–—:]\s)|[*_]*[,;:]")


def _is_of_heading(article: Article, link: Link) -> bool:
    """Tell whether the link stands at the beginning of a heading, or leads to one of the page."""
    if link.url.startswith("#"):
        return True
    start = link.element.start
    first = max(0, start - _NEAR)
    line = article.text[max(article.text.rfind("\n", first, start) + 1, first) : start]
    return "#" in link.url and not line.strip("# \t*")


def _is_beside_same(article: Article, link: Link) -> bool:
    """Tell whether a link with a text leads there, too, right before or behind this one."""
    if link.html is not None:
        return False
    behind, before = (
        f"]({link.url})",
        article.text[max(0, link.element.start - _NEAR) : link.element.start].rstrip(),
    )
    after = article.text[link.element.end : link.element.end + _NEAR].partition("\n")[0]
    at = after.find("](")
    return (
        before.endswith(behind)
        or after.startswith(f"<{link.url}>")
        or (at > 0 and after.lstrip()[:1] == "[" and after.startswith(behind, at))
    )


_NEAR = 1_000


def _is_bare(article: Article, link: Link) -> bool:
    """Tell whether nothing but white space stands in the link, and nothing names it."""
    element: Element | None = link.html
    source = link.element.of(article.text)
    if "{{" in source or "{%" in source or ":include" in source:  # docsify puts the file there
        return False
    if element is not None:
        if any(element.attributes.get(name) for name in _NAMING):
            return False
        if any(name.startswith("data-") for name in element.attributes):
            return False  # a script puts something in its place
        if _SHOWN_BY_CLASS.search(element.get("class") or ""):
            return False
        if _is_in_embed(element):
            return False
        if element.get("class") and link.url.startswith("#"):
            return False  # a mark beside a heading, which a style sheet draws
        if any(child for child in element.children if hasattr(child, "tag")):
            return False
        if _COMPONENT.search(source):
            return False
        # Left open where a block begins that Markdown is read in, it goes on within.
        return element.end_tag is not None or article.syntax is Syntax.HTML
    return not ("!" in source or "<" in source or "{" in source) and bool(link.url)


def _is_in_embed(element: Element) -> bool:
    """Tell whether a script makes a post of another site of what is around the link."""
    parent = element.parent
    while parent is not None:
        if _EMBED.search(parent.get("class") or ""):
            return True
        parent = parent.parent
    return False
