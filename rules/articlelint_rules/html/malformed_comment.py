import re

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Rule,
    Syntax,
    on,
    regex,
)
from articlelint_rules.html._prose import PROSE_HINT


class MalformedComment(Rule):
    """A comment does not begin or end as comments do."""

    name = "html/malformed-comment"
    severity = WARNING
    fixable = SAFE

    @on.problem("malformed-comment")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        if article.rendering.html.startswith("<?xml", problem.start):
            if (
                article.syntax is Syntax.HTML
                and not article.rendering.html[: problem.start].strip()
            ):
                return  # the first line of XHTML, as it was meant
            if _BEFORE_DRAWING.match(article.rendering.html, problem.end):
                return  # a file of SVG was put in whole; nobody sees it
            yield self.diagnostic(problem.span, _message(problem), hint=PROSE_HINT)
            return
        written = article.rendering.html[problem.start : problem.end]
        instructs = written.startswith("<?") and not written.startswith("<?php")
        if instructs and written.endswith("?>") and article.lines.filled(problem.span) is not None:
            return  # an instruction for a program; nobody sees it
        escape = _escaped(article, problem)
        yield self.diagnostic(
            problem.span,
            _message(problem),
            hint="Readers do not see it" if escape else None,
            fix=escape
            or Fix.page("Write it as `<!-- -->`", *_edits(article, problem), otherwise=None),
        )


def _message(problem: HtmlProblem) -> str:
    match problem.name:
        case "incorrectly-closed-comment":
            return "The comment ends with `--!>` instead of `-->`"
        case "nested-comment":
            return "A comment cannot contain another; it ends at the first `-->`"
        case "cdata-in-html-content":
            return "`<![CDATA[` has no meaning in HTML; browsers read it as a comment"
        case "unexpected-question-mark-instead-of-tag-name":
            return "`<?` has no meaning in HTML; browsers read it as a comment"
        case "abrupt-closing-of-empty-comment":
            return "The comment ends before it has begun"
        case _:
            return "`<!` begins neither a comment nor a doctype; browsers read it as a comment"


def _escaped(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that shows what may well be text: ``List<?>``, ``<?php 1 ?>``, ``<! !>``."""
    written = article.rendering.html[problem.start : problem.end]
    is_text = written.startswith("<!") and "-" not in written and not _LETTER.search(written)
    is_text = is_text or _DECLARATION.match(written) is not None
    if problem.name == "cdata-in-html-content":
        is_text = article.syntax is not Syntax.HTML  # an article about XML shows it
    if problem.name != "unexpected-question-mark-instead-of-tag-name" and not is_text:
        return None
    edits = article.replace_html(problem.start, problem.start + 1, "&lt;")
    return Fix.unsafe("Write `&lt;`", *edits) if edits else None


_BEFORE_DRAWING = regex(
    r"\s*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+|<!DOCTYPE[^<>]*+>\s*+)*+<svg\b", re.IGNORECASE
)
_LETTER = regex(r"\w")
_DECLARATION = regex(r"<!(?:ATTLIST|ELEMENT|ENTITY|NOTATION)\b")
"""What a DTD has, which an article is about."""


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    written = article.rendering.html[problem.start : problem.end]
    if problem.name == "incorrectly-closed-comment" and written.endswith("--!>"):
        return article.replace_html(problem.end - 4, problem.end, "-->")
    if problem.name == "abrupt-closing-of-empty-comment":
        return article.replace_html(problem.start, problem.end, "<!---->")
    if problem.name == "nested-comment" or not written.endswith(">"):
        return ()
    inside = written[2:-1] if written.startswith("<!") else written[1:-1]
    if "--" in inside or inside.startswith((">", "->")) or inside.endswith("-"):
        return ()
    return article.replace_html(problem.start, problem.end, f"<!--{inside}-->")
