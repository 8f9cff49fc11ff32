"""Lists of texts, and how an item is taken out of one."""

from collections.abc import Iterator
from typing import NamedTuple

from articlelint import Article, Edit, Format, FrontMatter, Scalar, Sequence, Span, Value, regex
from articlelint_rules.front_matter._values import fields_at

_URLS = ("aliases", "redirect_from", "keywords", "authors", "series", "photos")

_PROPERTY = regex(r"[\s,][#&!]")
"""A comment, an anchor or a tag within a list."""


class TextList(NamedTuple):
    """A list under *key*; *is_terms* tells tags and categories from other texts."""

    key: str
    sequence: Sequence
    is_terms: bool


def text_lists(article: Article) -> Iterator[TextList]:
    """Yield the lists of terms, and other lists that hold nothing but texts."""
    front_matter = article.front_matter
    if front_matter is None or front_matter.root is None:
        return
    terms = article.site.generator.tag_keys
    for key, field in fields_at(article, (*terms, *(key for key in _URLS if key not in terms))):
        content = field.content
        if isinstance(content, Sequence) and content.items:
            yield TextList(key, content, key in terms)


def is_hierarchy(article: Article, key: str) -> bool:
    """Tell whether the order of a list, and a list in a list, mean something: Hexo's categories."""
    return article.site.generator.name == "hexo" and key in {"categories", "category"}


def is_blank(value: Value) -> bool:
    """Tell whether an item holds nothing."""
    if not isinstance(value, Scalar):
        return False
    return value.value is None or (isinstance(value.value, str) and not value.value.strip())


def is_item_in_brackets(value: Value) -> bool:
    """Tell whether an item is a list of one text, where the text alone was meant."""
    if not isinstance(value, Sequence) or len(value.items) != 1:
        return False
    return isinstance(value.items[0], Scalar)


def deletion(
    article: Article, front_matter: FrontMatter, items: Sequence, index: int
) -> Edit | None:
    """Return the edit that takes an item out of a list; None where more would be lost."""
    text = article.text
    span = items.items[index].span
    if items.flow:
        place = _with_comma(items, index)
        first = text[items.span.start + 1 : items.items[0].span.start]
        if _PROPERTY.search(place.of(text)) or first.strip():
            return None
        return Edit.delete(place)
    if front_matter.format is not Format.YAML:
        return None
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1 or len(text)
    before, after = text[start : span.start].strip(), text[span.end : end].strip()
    if before != "-" or after:
        return None
    return Edit.delete(Span(start, end))


def _with_comma(items: Sequence, index: int) -> Span:
    """Return the span of an item with the comma before it, or the one after the first."""
    values = items.items
    if index:
        return Span(values[index - 1].span.end, values[index].span.end)
    if len(values) > 1:
        return Span(values[0].span.start, values[1].span.start)
    return values[0].span
