import datetime as dt
import re

from articlelint import (
    SAFE,
    WARNING,
    Article,
    FieldRole,
    Findings,
    Fix,
    Format,
    FrontMatter,
    Rule,
    Scalar,
    Sequence,
    Shape,
    Style,
    Value,
    on,
    regex,
    scalars_in,
)
from articlelint_rules.front_matter._numbers import misreading

_TERMS = frozenset({"tag", "tags", "category", "categories", "keywords", "taxonomies", "series"})
_TEXTS = frozenset(
    {
        "lang", "language", "locale", "hreflang", "country", "slug", "subtitle",
        "author", "authors", "series", "name", "tag", "tags", "category", "categories",
        "keywords", "taxonomies",
    }
)  # fmt: skip
"""Keys that are text whoever reads them."""


class AmbiguousScalar(Rule):
    """A text without quotes is read as a number, a date or `false`."""

    name = "front-matter/ambiguous-scalar"
    severity = WARNING
    fixable = SAFE

    @on.front_matter(Format.YAML)
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        titles = article.site.generator.title_keys
        for field in front_matter.fields:
            suspects = [scalar for scalar in scalars_in(field.content) if _is_suspect(scalar)]
            if not suspects or not _is_text(article, field.key, field.content):
                continue
            for scalar in suspects:
                source, reading = scalar.source, misreading(scalar.source, scalar.value)
                if article.site.generator.prints_decimals and repr(scalar.value) == source:
                    continue
                is_left_empty = scalar.value is None and field.content is scalar
                if reading is None or (is_left_empty and field.key not in titles):
                    continue
                if source == "null" and not _speaks_of_null(article):
                    continue
                is_doubtful = source == "null" or _may_be_compared(article, field.key, scalar)
                make = Fix.unsafe if is_doubtful else Fix.safe
                yield self.diagnostic(
                    scalar.span,
                    f"`{source}` without quotes is read as {reading}",
                    fix=make(f'Write `"{source}"`', (scalar.span, f'"{source}"')),
                )


def _speaks_of_null(article: Article) -> bool:
    """Tell whether the word stands in the text or a title: exporters write it for no term."""
    titles = (each.scalar.source for each in article.field_texts(FieldRole.TITLE))
    return any(map(_NULL.search, (article.text[article.body.start :], *titles)))


_NULL = regex(r"\bnull\b", re.IGNORECASE)


def _is_suspect(scalar: Scalar) -> bool:
    """Tell whether a scalar is none that all readers take for text."""
    if scalar.style is not Style.PLAIN:
        return False
    if not isinstance(scalar.value, str):
        return bool(scalar.source) and scalar.source[0] != "*"
    return scalar.source[:1] in "+-.0123456789"


def _may_be_compared(article: Article, key: str, scalar: Scalar) -> bool:
    """Tell whether a layout may reckon with the number, which it cannot with a text."""
    generator = article.site.generator
    is_number = isinstance(scalar.value, (int, float)) and not isinstance(scalar.value, bool)
    known = {*generator.description_keys, *generator.title_keys, *generator.tag_keys, "slug"}
    return is_number and key in _TEXTS - _TERMS - known


def _is_text(article: Article, key: str, content: Value) -> bool:
    if key in _TEXTS or key in article.site.generator.description_keys:
        return True
    spec = article.schema.names.get(key) if article.schema is not None else None
    if spec is None:
        return False
    items = spec.shape.items if isinstance(content, Sequence) else None
    return _takes_text(items or spec.shape)


def _takes_text(shape: Shape) -> bool:
    """Tell whether a type is text: numbers and dates are taken, since they are shown as text."""
    kinds = shape.scalars
    if shape.is_date or str not in kinds:
        return False
    return dt.date in kinds or kinds == {str}
