from articlelint import (
    ERROR,
    SAFE,
    UNSAFE,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Scalar,
    Sequence,
    Span,
    on,
    regex,
)
from articlelint_rules.front_matter._lists import TextList, text_lists

_BRACKETS = regex(r"[\s\[\],-]*")


class NestedList(Rule):
    """A list contains a list where a plain item was meant."""

    name = "front-matter/nested-list"
    severity = ERROR
    fixable = SAFE

    @on.view(text_lists)
    def check(self, found: TextList, article: Article) -> Findings:
        items = found.sequence.items
        if found.is_terms and not found.is_hierarchy and article.site.generator.unnests_terms:
            return
        if found.is_hierarchy and not any(isinstance(item, Scalar) for item in items):
            return  # several hierarchies
        for item in items:
            if not isinstance(item, Sequence) or len(item.items) != 1:
                continue
            if found.is_hierarchy and item.flow:
                continue  # nobody writes brackets by mistake
            inner = item.items[0]
            if isinstance(inner, Scalar):
                text = " ".join(item.span.of(article.text).split())
                edits = _edits(article, item, inner)
                how = UNSAFE if found.is_hierarchy else SAFE
                yield self.diagnostic(
                    item.span,
                    f"`{text}` is a list within the list `{found.key}`",
                    fix=Fix("Make it an item", edits, how) if edits else None,
                    cause=found.key,
                )


def _edits(article: Article, item: Sequence, inner: Scalar) -> tuple[Edit, ...]:
    """Return the edits that take away what makes a list of *inner*, if that is all they take."""
    start, end = item.span
    edits = [Edit.delete(Span(start, inner.span.start))]
    if not item.flow:  # ` -  - x`: one space is enough
        hyphen = article.text.rfind("-", 0, start)
        edits = [Edit(Span(hyphen + 1, inner.span.start), " ")] if hyphen >= 0 else edits
    if inner.span.end < end:
        edits.append(Edit.delete(Span(inner.span.end, end)))
    is_all = all(_BRACKETS.fullmatch(edit.span.of(article.text)) for edit in edits)
    return tuple(edits) if is_all else ()
