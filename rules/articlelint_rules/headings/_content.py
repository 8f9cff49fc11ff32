"""Whether a heading says anything, and whether something hangs on it."""

from articlelint import Article, Heading, element_names, heading_ids, id_styles, regex

_TAG = regex(r"<(?:!--|/?(?P<name>[a-zA-Z][^\s/>]*))")


def is_empty(article: Article, heading: Heading) -> bool:
    """Tell whether the heading has neither text nor an image.

    What is no element was meant as text: ``## <stdio.h>``; a comment may be a mark that a hook
    puts text in place of.
    """
    if heading.text.strip():
        return False
    written = heading.span.of(article.text)
    if "![" in written or "<img" in written.lower():
        return False
    return all(
        match["name"].lower() in element_names() if match["name"] else article.knows_constructs
        for match in _TAG.finditer(written)
    )


def is_linked(article: Article, heading: Heading) -> bool:
    """Tell whether the heading has an anchor, or a link of the article leads to it."""
    written = heading.span.of(article.text)
    if heading.id or _ANCHOR.search(written):
        return True
    targets = {link.url[1:] for link in article.links if link.url.startswith("#")}
    if not targets:
        return False
    index = article.headings.index(heading)
    return any(
        heading_ids(article.headings, style)[index] in targets for style in id_styles(article.site)
    )


_ANCHOR = regex(r"<[^<>]*[ \t](?:id|name)=")
