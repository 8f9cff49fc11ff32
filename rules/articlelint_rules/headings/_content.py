"""Whether a heading says anything."""

from articlelint import Article, Heading, element_names, regex

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
