import datetime as dt
from collections.abc import Iterator

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Format,
    Rule,
    Scalar,
    Sequence,
    Shape,
    Style,
    Value,
)
from articlelint_rules.front_matter._numbers import misreading

_TEXTS = frozenset(
    [
        "lang",
        "language",
        "locale",
        "hreflang",
        "country",
        "version",
        "slug",
        "subtitle",
        "author",
        "authors",
        "series",
        "name",
        "tag",
        "tags",
        "category",
        "categories",
        "keywords",
        "taxonomies",
    ]
)
"""Keys that are text whoever reads them."""


class AmbiguousScalar(Rule):
    """A text without quotes is taken for a number, a date or `false`."""

    name = "front-matter/ambiguous-scalar"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        front_matter = article.front_matter
        if front_matter is None or front_matter.format is not Format.YAML:
            return
        titles = article.site.generator.title_keys
        for field in front_matter.fields:
            suspects = [scalar for scalar in _plain(field.content) if _is_suspect(scalar)]
            if not suspects or not _is_text(article, field.key, field.content):
                continue
            for scalar in suspects:
                reading = misreading(scalar.source, scalar.value)
                is_item = field.content is not scalar
                if reading is None or (
                    scalar.value is None and not is_item and field.key not in titles
                ):
                    continue
                yield self.diagnostic(
                    scalar.span,
                    f"`{scalar.source}` without quotes is read as {reading}",
                    fix=Fix.safe(
                        f'Write `"{scalar.source}"`', Edit(scalar.span, f'"{scalar.source}"')
                    ),
                )


def _is_suspect(scalar: Scalar) -> bool:
    """Tell whether a scalar is none that all readers take for text."""
    value = scalar.value
    if not isinstance(value, str):
        return bool(scalar.source) and scalar.source[0] != "*"
    return scalar.source[:1] in "+-.0123456789"


def _plain(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        if value.style is Style.PLAIN:
            yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _plain(item)
    else:
        return


def _is_text(article: Article, key: str, content: Value) -> bool:
    if key in _TEXTS or key in article.site.generator.description_keys:
        return True
    spec = article.schema.names.get(key) if article.schema is not None else None
    if spec is None:
        return False
    shape = spec.shape
    if isinstance(content, Sequence) and shape.items is not None:
        shape = shape.items
    return _takes_text(shape)


def _takes_text(shape: Shape) -> bool:
    """Tell whether a type is text: numbers and dates are taken, since they are shown as text."""
    kinds = shape.scalars
    if shape.is_date or str not in kinds:
        return False
    return dt.date in kinds or kinds == {str}
