from articlelint import SAFE, WARNING, Article, Findings, Fix, Format, Rule, Scalar, Span, Value
from articlelint_rules.front_matter._lists import TextList, deletion, is_blank, text_lists


class BlankItem(Rule):
    """A list has an item with nothing in it."""

    name = "front-matter/blank-item"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        for found in text_lists(article):
            for index, item in enumerate(found.sequence.items):
                if is_blank(item) and not _is_null(article, item):
                    yield self.diagnostic(
                        _place(article, item.span),
                        f"An item of `{found.key}` is empty",
                        fix=_fix(article, found, index),
                    )


def _is_null(article: Article, item: Value) -> bool:
    """Tell whether an item is YAML's `~`, which may be meant for a text."""
    is_yaml = article.front_matter is not None and article.front_matter.format is Format.YAML
    return is_yaml and isinstance(item, Scalar) and item.value is None and bool(item.source)


def _place(article: Article, span: Span) -> Span:
    """Return the span of an item, or, where it has none, that of its hyphen."""
    if span.length:
        return span
    hyphen = article.text.rfind("-", 0, span.start)
    return Span(hyphen, hyphen + 1) if 0 <= hyphen >= span.start - 20 else span


def _fix(article: Article, found: TextList, index: int) -> Fix | None:
    front_matter = article.front_matter
    if front_matter is None:
        return None
    edit = deletion(article, front_matter, found.sequence, index)
    if edit is None:
        return None
    return Fix.safe("Delete it", edit)
