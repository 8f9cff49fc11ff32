import re
from collections.abc import Sequence

from articlelint import ERROR, Article, Findings, Related, Rule, Span, SpanIndex, on, regex

_MARKER = regex(r"(?<![^\r\n])([<|=>])\1{6}(?:[ \t][^\r\n]*)?(?=[\r\n]|\Z)")
_WORDS = {"=": "the other side begins", "|": "what was there before", ">": "it ends here"}
_SHOWING = frozenset({"code", "codeblock", "highlight", "literal", "raw", "verbatim"})
"""Template tags that show what they enclose as it is written."""
_AFTER = {"<": "|=", "|": "=", "=": ">"}


def _conflicts(article: Article) -> Sequence[Sequence[re.Match[str]]]:
    """Return the markers of each conflict that is whole, below the front matter; a view."""
    text = article.text
    if text.find("<<<<<<<", article.body.start) < 0:
        return ()
    found: list[Sequence[re.Match[str]]] = []
    markers: list[re.Match[str]] = []
    for marker in _MARKER.finditer(text, article.body.start):
        kind = marker[1]
        if kind == "<":
            markers = [marker]
        elif markers and kind in _AFTER[markers[-1][1]]:
            markers.append(marker)
            if kind == ">":
                found.append(markers)
                markers = []
    return found


class LeftoverConflict(Rule):
    """The text contains merge conflict markers."""

    name = "text/leftover-conflict"
    severity = ERROR

    @on.view(_conflicts)
    def check(self, markers: Sequence[re.Match[str]], article: Article) -> Findings:
        first, *others = markers
        span = Span(*first.span())
        if article.view(_samples).has_around(span):
            return
        yield self.diagnostic(
            span,
            "A merge conflict was committed with its markers",
            hint="Keep the lines of one side and delete the markers",
            related=[Related(Span(*each.span()), _WORDS[each[1]]) for each in others],
        )


def _samples(article: Article) -> SpanIndex:
    """Return what shows the markers to readers: code, and what template tags enclose; a view."""
    enclosed = [
        tag.content
        for tag in article.masked.tags
        if tag.content is not None and tag.name in _SHOWING
    ]
    quoted = [element.span for element in article.elements("pre", "textarea")]
    return SpanIndex([*article.code_spans, *enclosed, *quoted])
