"""Lists of texts, and how an item is taken out of one."""

from typing import NamedTuple

from articlelint import Article, Edit, Format, Scalar, Sequence, Span, Value, regex

_TEXTS = ("aliases", "redirect_from", "authors", "series", "photos")

_PROPERTY = regex(r"[\s,][#&!]")
"""A comment, an anchor or a tag within a list."""


class TextList(NamedTuple):
    """A list under *key*; *is_terms* tells tags and categories from other texts.

    *is_hierarchy*: the order of the items, and a list among them, mean something.
    """

    key: str
    sequence: Sequence
    is_terms: bool
    is_hierarchy: bool


def text_lists(article: Article) -> tuple[TextList, ...]:
    """Return the lists of terms, and other lists that hold nothing but texts."""
    generator = article.site.generator
    terms, hierarchies = generator.tag_keys, generator.hierarchy_keys
    return tuple(
        TextList(key, field.content, key in terms, key in hierarchies)
        for key, field in article.fields(*dict.fromkeys((*terms, *_TEXTS)))
        if isinstance(field.content, Sequence) and field.content.items
    )


def is_blank(value: Value) -> bool:
    """Tell whether an item holds nothing."""
    if not isinstance(value, Scalar):
        return False
    return value.value is None or (isinstance(value.value, str) and not value.value.strip())


def deletion(article: Article, items: Sequence, index: int) -> Edit | None:
    """Return the edit that takes an item out of a list; None where more would be lost."""
    text, front_matter = article.text, article.front_matter
    span = items.items[index].span
    if items.flow:
        place = _with_comma(items, index)
        first = text[items.span.start + 1 : items.items[0].span.start]
        if _PROPERTY.search(place.of(text)) or first.strip():
            return None
        return Edit.delete(place)
    if front_matter is None or front_matter.format is not Format.YAML:
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
