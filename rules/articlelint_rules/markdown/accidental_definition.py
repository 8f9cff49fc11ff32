import re
from bisect import bisect_right

from articlelint import FILLER, UNSAFE, WARNING, Article, Edit, Findings, Fix, Rule, Span, regex

_ITEM = regex(
    r"^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+"
    r"(?P<label>\[(?!\^)(?P<name>[^\[\]\n]{1,200})\]:)[ \t]*(?=\S)",
    re.MULTILINE,
)
_OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "Image", "Link", "MetadataBlock"})


class AccidentalDefinition(Rule):
    """A list item is read as a link definition, so readers do not see it."""

    name = "markdown/accidental-definition"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        markdown = article.markdown
        if not article.knows_constructs or "]:" not in markdown.text:
            return
        found = [match for match in _ITEM.finditer(markdown.text) if FILLER not in match[0]]
        if not found:
            return
        used = {
            _fold(node.data["id"])
            for node in markdown.nodes("Link", "Image")
            if node.data["link_type"] != "Inline"
        }
        visible = _Visible(article)
        for match in found:
            if visible.has(match.start("label")):
                continue
            span = Span(*match.span("label")).shift(markdown.offset)
            is_used = _fold(match["name"]) in used
            yield self.diagnostic(
                span,
                "Readers do not see this item: it is a link definition",
                hint="Move the definition out of the list" if is_used else None,
                fix=None if is_used else Fix.unsafe("Write `\\[`", Edit.insert(span.start, "\\")),
            )


class _Visible:
    """Where a text gives anything to see, or is code or HTML."""

    def __init__(self, article: Article) -> None:
        places = sorted(
            (start, end)
            for role, kind, _, start, end in article.markdown.events
            if role == 0 or (role > 0 and kind in _OPAQUE)
        )
        self._starts = [start for start, _ in places]
        self._ends: list[int] = []
        for _, end in places:
            self._ends.append(max(end, self._ends[-1]) if self._ends else end)

    def has(self, at: int) -> bool:
        index = bisect_right(self._starts, at) - 1
        return index >= 0 and self._ends[index] > at


def _fold(label: str) -> str:
    return " ".join(label.split()).casefold()
