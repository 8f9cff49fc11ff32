"""The values of front matter that are texts: titles, descriptions, terms."""

from collections.abc import Iterable, Iterator

from articlelint import Article, Field, Mapping, Scalar, Sequence, Span, Style, Value, regex

_GLUED_COMMENT = regex(r":?[ \t]+(?P<comment>#(?=\w)(?!articlelint)[^\r\n]*[^\s])")


def fields_at(article: Article, keys: Iterable[str]) -> Iterator[tuple[str, Field]]:
    """Yield the fields under *keys*, whose dots lead into mappings, each with its key."""
    front_matter = article.front_matter
    if front_matter is None or front_matter.root is None:
        return
    folds = article.site.generator.ignores_key_case
    for key in keys:
        mapping: Value = front_matter.root
        field: Field | None = None
        for step in key.split("."):
            if not isinstance(mapping, Mapping):
                field = None
                break
            field = _get(mapping, step, folds=folds)
            if field is None:
                break
            mapping = field.content
        if field is not None:
            yield key, field


def _get(mapping: Mapping, key: str, *, folds: bool) -> Field | None:
    if not folds:
        return mapping.get(key)
    lowered = key.lower()
    return next((field for field in mapping.fields if field.key.lower() == lowered), None)


def scalars_at(article: Article, keys: Iterable[str]) -> Iterator[tuple[str, Scalar]]:
    """Yield the values under *keys*, and the items of lists there, each with its key."""
    for key, field in fields_at(article, keys):
        for scalar in scalars_in(field.content):
            yield key, scalar


def scalars_in(value: Value) -> Iterator[Scalar]:
    """Yield *value* itself, or the items of the list that it is, or of lists in that."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from scalars_in(item)


def glued_comment(article: Article, scalar: Scalar) -> Span | None:
    """Return the comment behind a plain scalar that has no space after its ``#``.

    Who writes a comment writes ``# why``; who writes ``#1`` means a number, or a tag.
    """
    if scalar.style is not Style.PLAIN or "\n" in scalar.source:
        return None
    match = _GLUED_COMMENT.match(article.text, scalar.span.end)
    return Span(*match.span("comment")) if match else None


def shown(text: str, limit: int = 40) -> str:
    """Return *text* on one line, cut to what a message can bear."""
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
