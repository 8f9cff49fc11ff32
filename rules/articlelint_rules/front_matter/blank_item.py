from articlelint import SAFE, WARNING, Article, Findings, Fix, Format, Rule, Scalar, Span, Value, on
from articlelint_rules.front_matter._lists import TextList, deletion, is_blank, text_lists


class BlankItem(Rule):
    """A list has an empty item."""

    name = "front-matter/blank-item"
    severity = WARNING
    fixable = SAFE

    @on.view(text_lists)
    def check(self, found: TextList, article: Article) -> Findings:
        drops = found.is_terms and article.site.generator.drops_blank_terms
        for index, item in enumerate(found.sequence.items):
            if drops and item.value in (None, ""):  # an item may be a list, which no set takes
                continue
            if is_blank(item) and not _is_null(article, item):
                edit = deletion(article, found.sequence, index)
                yield self.diagnostic(
                    _place(article, item.span),
                    f"An item of `{found.key}` is empty",
                    fix=Fix.safe("Delete it", edit) if edit else None,
                    cause=found.key,
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
