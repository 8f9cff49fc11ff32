import re
from collections.abc import Iterator

from articlelint import (
    LAZY_ATTRIBUTES,
    UNSAFE,
    WARNING,
    Article,
    Attribute,
    Edit,
    Element,
    Findings,
    Fix,
    Rule,
    Span,
    on,
    regex,
)

_PLACEHOLDER = regex(
    r"data:image/(?:gif;base64,R0lGOD.{0,200}|svg\+xml.{0,400}|png;base64,.{0,200})"
    r"|(?:[^?#]*/)?(?:[\w-]*(?:blank|spacer|pixel|loading|loader|placeholder|lazy|transparent|1x1)"
    r"[\w-]*|gr[ae]y|dot|empty|default|s)\.(?:gif|png|svg|jpe?g|webp)(?:[?#].*)?",
    re.IGNORECASE | re.DOTALL,
)
_LONGEST = 500
_CLASS = regex(r"(?i)lazy|lozad")
_URL = regex(r"[^\s{}/.]*+[/.][^\s{}]*+")


class LazyPlaceholder(Rule):
    """An image shows a placeholder, and its real source waits for a script."""

    name = "images/lazy-placeholder"
    severity = WARNING
    fixable = UNSAFE

    @on.element("img")
    def check(self, element: Element, article: Article) -> Findings:
        lazy = _lazy(element)
        source = element.attributes.get("src")
        if lazy is None or (source is not None and not _is_placeholder(source.value)):
            return
        if source is None and ("//" not in lazy.value or _CLASS.search(element.get("class") or "")):
            return  # an author who names a file of his own, or a class for it, knows his script
        if source is None and _brings_scripts(article):
            return
        yield self.diagnostic(
            element.tag_span,
            f"The image's source is in `{lazy.name}`, where only a script finds it",
            fix=Fix.unsafe("Move it into `src`", *_moved(article, lazy, source)),
        )


def _brings_scripts(article: Article) -> bool:
    """Tell whether the page loads scripts itself, as slides do: one of them knows the attribute."""
    return any("src" in each.attributes for each in article.html.elements("script"))


def _lazy(element: Element) -> Attribute | None:
    for name in LAZY_ATTRIBUTES:
        attribute = element.attributes.get(name)
        if attribute is not None and _URL.fullmatch(attribute.value.strip()):
            return attribute
    return None


def _is_placeholder(url: str) -> bool:
    url = url.strip()
    return not url or (len(url) < _LONGEST and _PLACEHOLDER.fullmatch(url) is not None)


def _moved(article: Article, lazy: Attribute, source: Attribute | None) -> Iterator[Edit]:
    name = Span(lazy.span.start, lazy.span.start + len(lazy.name))
    if source is None:
        yield Edit(name, "src")
        return
    yield Edit(source.span, f"src{lazy.span.of(article.text)[len(lazy.name) :]}")
    start = lazy.span.start
    while article.text[start - 1].isspace():
        start -= 1
    yield Edit.delete(Span(start, lazy.span.end))
