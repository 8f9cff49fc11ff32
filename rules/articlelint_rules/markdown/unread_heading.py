import re

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    Node,
    Rule,
    Span,
    on,
    regex,
)
from articlelint_rules.markdown._shown import shown

_MARK = regex(
    r"^[ \t>]*(?:(?P<marks>#{2,6})(?P<text>[^\s#!][^\r\n]*)"
    r"|(?P<empty>#{1,6})[ \t]*\r?$"
    r"|(?P<underline>={3,}|-{3,})[ \t]*\r?$)",
    re.MULTILINE,
)


class UnreadHeading(Rule):
    """The mark of a heading is shown as text."""

    name = "markdown/unread-heading"
    severity = WARNING
    fixable = SAFE

    @on.markdown("Paragraph")
    def check(self, paragraph: Node, article: Article) -> Findings:
        if not article.knows_constructs:
            return
        text, offset = article.markdown.text, article.markdown.offset
        start, end = paragraph.span.start - offset, paragraph.span.end - offset
        line = text.rfind("\n", 0, start) + 1
        begin = start if text[line:start].strip(" \t>") else line
        for match in _MARK.finditer(text, begin, end):
            if match["marks"]:
                if article.dialect.headings_want_space and _is_shown(article, match, "marks"):
                    yield self._without_space(article, match)
            elif match["underline"]:
                if match.start() > start and _is_shown(article, match, "underline"):
                    yield self._underline(article, match)
            elif match["empty"] and text[start:end].strip() == match["empty"]:
                yield self.diagnostic(
                    _span(article, match, "empty"),
                    f"`{match['empty']}` is shown as text, since no heading follows",
                    hint="Write the heading behind it, or delete it",
                )

    def _without_space(self, article: Article, match: re.Match[str]) -> Diagnostic:
        span = _span(article, match, "marks")
        return self.diagnostic(
            Span(span.start, span.end + len(match["text"].rstrip())),
            f"This heading is shown as text: a space is missing behind `{match['marks']}`",
            fix=Fix.safe("Insert a space", Edit.insert(span.end, " ")),
        )

    def _underline(self, article: Article, match: re.Match[str]) -> Diagnostic:
        return self.diagnostic(
            _span(article, match, "underline"),
            "This underline is shown as text, since more than one line is above it",
            hint="Put a blank line before the line that is the heading, or before a rule",
        )


def _is_shown(article: Article, match: re.Match[str], group: str) -> bool:
    return article.view(shown).has(match.start(group))


def _span(article: Article, match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group)).shift(article.markdown.offset)
