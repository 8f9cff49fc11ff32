import re
from collections.abc import Iterator, Sequence

from articlelint import (
    INFO,
    SAFE,
    Article,
    Edit,
    Element,
    Findings,
    Fix,
    Rule,
    Span,
    SpanIndex,
    Text,
    apply,
    regex,
)

_BLANK = " \t\n\r\f\u200b\u3000\ufeff"


class EmptyElement(Rule):
    """A paragraph is empty."""

    name = "html/empty-element"
    severity = INFO
    default = False
    fixable = SAFE

    elements: tuple[str, ...] = ("p", "li", "strong", "em", "b", "i", "blockquote", "figure")
    """Elements that must not be empty."""

    def check(self, article: Article) -> Findings:
        found = list(self._empty(article))
        if not found:
            return
        spans, places = [span for span, _ in found], [place for _, place in found]
        written = spans[0].of(article.text)
        what = f"`{written}` is empty" if len(written) <= 40 else "The element is empty"
        if len(spans) > 1:
            what += f", and {len(spans) - 1} more are in this article"
        title = "Delete it" if len(spans) == 1 else f"Delete all {len(spans)}"
        edits = [Edit.delete(span) for span in spans]
        make = Fix.safe if _deletes_only(article, edits, places) else Fix.unsafe
        yield self.diagnostic(spans[0], what, fix=make(title, *edits))

    def _empty(self, article: Article) -> Iterator[tuple[Span, tuple[int, int]]]:
        """Yield the elements' spans, and where they stand in the page."""
        done = -1
        tags = SpanIndex(tag.span for tag in article.masked.tags)
        for element in article.elements(*self.elements):
            start_tag, end_tag = element.tag_span, element.end_tag
            if end_tag is None or _has_purpose(element):
                continue
            span = Span(start_tag.start, end_tag.end)
            if span.start < done or end_tag.start < start_tag.end or not _is_blank(element):
                continue
            if "<!" in span.of(article.text):  # a comment is something
                continue
            if tags.has_within(span):
                continue
            done = span.end
            yield span, element.offsets


def _deletes_only(
    article: Article, edits: Sequence[Edit], places: Sequence[tuple[int, int]]
) -> bool:
    """Tell whether the page loses these elements and is the same otherwise.

    In Markdown the line of an element may be what makes a block of HTML.
    """
    after = article.with_text(apply(article.text, edits))
    if after.body.start != article.body.start:
        return False
    before, kept, done = article.rendering.html, [], 0
    for start, end in places:
        kept.append(before[done:start])
        done = end
    kept.append(before[done:])
    if "".join("".join(kept).split()) != "".join(after.rendering.html.split()):
        return False
    gone = {start for start, _ in places}
    return _outline(article, gone) == _outline(after, set())


def _outline(article: Article, gone: set[int]) -> list[tuple[int, str]]:
    """Return the depth and name of each element, and of text what it says.

    Left out are the elements that begin at *gone*, and white space.
    """
    found: list[tuple[int, str]] = []
    top = [each for each in article.html.elements() if each.parent is None]
    pending: list[tuple[int, Element | Text]] = [(0, each) for each in reversed(top)]
    while pending:
        depth, node = pending.pop()
        if isinstance(node, Text):
            words = "".join(node.value.split())
            if found and found[-1][0] == depth and found[-1][1].startswith(" "):
                found[-1] = (depth, found[-1][1] + words)
            elif words:
                found.append((depth, f" {words}"))
        elif node.start_offsets is None or node.start_offsets[0] not in gone:
            found.append((depth, node.tag))
            pending += [(depth + 1, each) for each in reversed(node.children)]
    return found


def _is_blank(element: Element) -> bool:
    """Tell whether nothing but white space, line breaks and empty elements is inside."""
    for child in element.children:
        if isinstance(child, Element):
            if child.tag != "br" and (child.tag not in _WRAPPERS or not _is_blank(child)):
                return False
            if _has_purpose(child):
                return False
        elif child.value.strip(_BLANK):
            return False
    return True


def _has_purpose(element: Element) -> bool:
    """Tell whether an attribute gives the element a use although nothing is in it."""
    if element.tag in _WRAPPERS - {"p"}:  # <i class="icon-home"></i>
        return bool(element.attributes.keys() - {"style"})
    if element.attributes.keys() - {"style", "align", "dir"}:
        return True
    return bool(_DRAWN.search(element.get("style") or ""))


_DRAWN = regex(r"\b(?:clear|height|width|background|border|padding|float)", re.IGNORECASE)
_WRAPPERS = frozenset({"b", "em", "font", "i", "p", "span", "strong", "u"})
