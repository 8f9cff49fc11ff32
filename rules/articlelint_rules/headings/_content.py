"""Whether a heading says anything."""

from articlelint import Article, Heading


def is_empty(article: Article, heading: Heading) -> bool:
    """Tell whether the heading has neither text nor an image."""
    if heading.text.strip():
        return False
    written = heading.span.of(article.text)
    return "![" not in written and "<img" not in written.lower()
