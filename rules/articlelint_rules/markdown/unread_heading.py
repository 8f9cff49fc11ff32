import re
from itertools import chain

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    Rule,
    ShownText,
    Span,
    open_fences,
    regex,
    shown_text,
)

_LINE = (
    r"[ \t>]*+(?:(?P<marks>#{2,6})(?P<text>(?!\([a-z])[^\s#!][^\r\n]*)"
    r"|(?P<empty>#{1,6})[ \t]*\r?(?=\n|\Z)"
    r"|(?P<underline>={3,40}|-{3,40})[ \t]*\r?(?=\n|\Z))"
)
_FIRST_LINE = regex(_LINE)
_MARK = regex(f"\n{_LINE}")
"""What begins with a character is found fast; a longer rule is a program's output, pasted."""


_CLOSING = regex(r"[^\s#\\]#{2,6}\s*\Z")
_FIELDS = regex(r"(?:[a-z][\w-]*:(?:[ \t][^\n]*)?(?:\n[ \t-][^\n]*)*(?:\n|\Z))+")
"""Front matter, which ``front-matter/second-block`` speaks of."""


class UnreadHeading(Rule):
    """The marker of a heading is shown as text."""

    name = "markdown/unread-heading"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        if not article.knows_constructs:
            return
        text = article.markdown.text
        visible: ShownText | None = None
        first = _FIRST_LINE.match(text)
        for match in chain([first] if first else [], _MARK.finditer(text)):
            visible = visible or article.view(shown_text)
            block = visible.block(text.index(match[0].lstrip("\n \t>")[0], match.start()))
            if block is None:
                continue
            if article.view(open_fences):
                return  # what was meant for code may be text, and its comments are no headings
            is_first = match.start() <= visible.beginnings[block]
            if match["marks"]:
                if article.dialect.headings_want_space:
                    yield self._without_space(article, match)
            elif match["underline"]:
                start = visible.beginnings[block]
                above = text[start : match.start()]
                if (
                    is_first
                    or _FIELDS.fullmatch(above)
                    or _is_below_tag(article, start)
                    or (match["underline"] == "=======" and "<<<<<<<" in above)  # a conflict
                ):
                    continue
                yield self._underline(article, match)
            elif is_first and not (
                visible.block(_next(text, match.end())) == block or _is_draft(article)
            ):
                yield self.diagnostic(
                    _span(article, match, "empty"),
                    f"`{match['empty']}` is shown as text because no heading follows",
                    hint="Write the heading after it, or delete it",
                    cause="alone",
                )

    def _without_space(self, article: Article, match: re.Match[str]) -> Diagnostic:
        span = _span(article, match, "marks")
        edits = [Edit.insert(span.end, " ")]
        closing = _CLOSING.search(match["text"])
        if closing is not None:  # `##One##`
            edits.append(Edit.insert(span.end + closing.start() + 1, " "))
        return self.diagnostic(
            Span(span.start, span.end + len(match["text"].rstrip())),
            f"This heading is shown as text: a space is missing after `{match['marks']}`",
            fix=Fix.safe("Insert a space", *edits),
            cause="article",
        )

    def _underline(self, article: Article, match: re.Match[str]) -> Diagnostic:
        return self.diagnostic(
            _span(article, match, "underline"),
            "This underline is shown as text because there is more than one line above it",
            hint="Put a blank line before the line that is the heading, or before a rule",
        )


def _is_draft(article: Article) -> bool:
    """Tell whether the words of headings may still be to come."""
    matter = article.front_matter
    data = matter.data if matter is not None else {}
    return "_drafts" in article.path.parts or article.site.generator.is_draft(data)


def _is_below_tag(article: Article, at: int) -> bool:
    """Tell whether a template tag ends the line above, which may print nothing."""
    return article.text[: article.markdown.offset + at].rstrip().endswith(("%}", "}}"))


def _next(text: str, at: int) -> int:
    """Return where the next line of a text begins, its indentation and marks of quotes left out."""
    match = regex(r"[ \t\r]*\n[ \t>]*").match(text, at)
    return match.end() if match else at


def _span(article: Article, match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group)).shift(article.markdown.offset)
