import re

from articlelint import (
    WARNING,
    Article,
    Findings,
    HtmlProblem,
    Related,
    Rule,
    Syntax,
    TagPlace,
    on,
    regex,
)
from articlelint_rules.html._blocks import block_name, made_by_markdown
from articlelint_rules.html._prose import PROSE_HINT, is_named


class BlockInParagraph(Rule):
    """A block inside a paragraph ends the paragraph."""

    name = "html/block-in-paragraph"
    severity = WARNING

    strict: bool = False
    """Whether to report what browsers correct without a visible difference, too."""

    @on.problem("block-in-paragraph")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        start = problem.span.start
        if _begins_line(article, start) or _is_where_it_should_be(article, problem):
            return
        paragraph, tag = problem.element, problem.tag
        if problem.detail == "shown":
            if is_named(article, problem) and problem.span.length <= len(tag) + len("< />"):
                return
            if _is_in_quotes(article.text, start) or _is_code(article, problem):
                return  # shown as it was meant
            yield self.diagnostic(
                problem.span,
                f"Inside a paragraph, `<{tag}>` is shown as text",
                hint=f"Put `<{tag}>` at the start of a line, after a blank line",
                cause="article/shown",
            )
        elif not self.strict and _leaves_no_trace(article, problem):
            return
        elif paragraph is None or made_by_markdown(article, paragraph.start, paragraph.end):
            yield self.diagnostic(
                problem.span,
                f"Markdown puts these lines into a paragraph, which `<{tag}>` ends",
                hint=_hint(article, problem),
            )
        elif made_by_markdown(article, problem.start, problem.end):
            block = block_name(article, TagPlace(tag, problem.start, problem.end, problem.span))
            yield self.diagnostic(
                paragraph.span,
                f"Markdown makes a {block} inside this `<p>`, which ends it",
                hint="Remove the blank lines, or make it a `<div>`",
                related=[Related(problem.span, f"the {block}")],
                cause="article",
            )
        elif problem.tag == "li" or not _is_empty(article, problem):
            hint = f"Close the `<p>` before `<{tag}>`, or make it a `<div>`"
            yield self.diagnostic(
                problem.span,
                f"`<{tag}>` ends the paragraph around it",
                hint="A paragraph cannot contain another" if tag == "p" else hint,
                related=[Related(paragraph.span, "the paragraph begins here")],
            )


def _is_in_quotes(text: str, start: int) -> bool:
    """Tell whether the tag, and those before it, begin a text in quotes: ``text='<ul><li>'``."""
    before = text[max(start - _LONGEST, 0) : start]
    return _QUOTE.search(before[before.rfind("\n") + 1 :]) is not None


def _is_code(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether the tag is part of a program that readers see as it was pasted."""
    text, span = article.text, problem.span
    if text[span.end : span.end + 1] in _BEHIND_CODE:
        return True
    if problem.tag in _TITLES and span.length == len("<h1>"):
        return True  # nobody begins a heading amid a sentence
    earliest = max(0, span.start - _PARAGRAPH)
    first = max(text.rfind("\n\n", earliest, span.start), earliest)
    last = text.find("\n\n", span.end, span.end + _PARAGRAPH)
    behind = text[span.end : last if last >= 0 else span.end + _PARAGRAPH].lower()
    if f"</{problem.tag}" not in text[span.end : span.end + _PARAGRAPH].lower():
        return True  # what is meant for the page has both tags
    around = text[first : span.start].lower() + behind
    return _CODE_LINE.search(text[first : span.start]) is not None or any(
        tag in around for tag in _OF_DOCUMENTS
    )


_PARAGRAPH = 2_000
_TITLES = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BEHIND_CODE = frozenset({"'", '"', "`"})
_CODE_LINE = regex(r"(?:\A|\n)[ \t]*(?:///?|#|\d+(?=<))[^\n]*\Z")
_OF_DOCUMENTS = ("<!doctype", "<html", "<head>", "<body", "<script")
_QUOTE = regex(r"['\"‘“]\s*(?:<[^<>]*>[^<>'\"‘“]*)*\Z")


def _leaves_no_trace(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether the page looks as if the paragraph held the block.

    It does not where the paragraph has attributes, which what comes after the block is without,
    nor where the author did not mean the tag for one. Who writes both tags believes that it does.
    """
    paragraph = problem.element
    if article.text.endswith("`", 0, problem.span.start) or is_named(article, problem):
        return False
    if paragraph is None or made_by_markdown(article, paragraph.start, paragraph.end):
        return True
    html = article.rendering.html
    align = _ALIGNED.fullmatch(html, paragraph.start, paragraph.end)
    if align is not None and align[1] in html[problem.start : problem.end]:
        return True  # what the paragraph was to do, the block does itself
    is_bare = paragraph.end - paragraph.start == len("<p>")
    return is_bare and (
        article.syntax is Syntax.HTML
        or made_by_markdown(article, problem.start, problem.end)
        or (problem.tag in _SET_APART and not html[paragraph.end : problem.start].strip())
    )


_SET_APART = frozenset(
    {"blockquote", "center", "details", "dl", "figure", "form", "hr", "pre", "table"}
)
"""Blocks that look the same with an empty paragraph before them."""
_ALIGNED = regex(r"""<p\s+(align=(?:"\w+"|'\w+'|\w+))\s*>""", re.IGNORECASE)


def _is_empty(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether nothing stands in the paragraph before the block, which it says nothing of.

    Many editors put a block into a paragraph of its own, and nobody sees the empty one.
    """
    paragraph = problem.element
    html = article.rendering.html
    if paragraph is None or html[paragraph.end : problem.start].strip():
        return False
    glued = paragraph.start + len("<p>") == paragraph.end == problem.start
    return glued or problem.tag in {"figure", "p"}


def _hint(article: Article, problem: HtmlProblem) -> str:
    if article.text.endswith("`", 0, problem.span.start):
        return "The code ends where a block begins; use a code fence for several lines"
    if is_named(article, problem):
        return PROSE_HINT
    if problem.tag == "p":
        return "Remove the `<p>`, or put it at the start of a line, after a blank line"
    return f"Put `<{problem.tag}>` at the start of a line, after a blank line"


def _is_where_it_should_be(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether a paragraph that Markdown makes begins with the block, or holds a code fence.

    Some parsers make one of any block in a list: the page has an empty paragraph more, which
    nobody sees, and the author nothing that he could write otherwise.
    """
    paragraph = problem.element
    if paragraph is None or problem.detail == "shown":
        return False
    if not made_by_markdown(article, paragraph.start, paragraph.end):
        return False
    if made_by_markdown(article, problem.start, problem.end):
        return True
    return paragraph.span.start == problem.span.start


def _begins_line(article: Article, start: int) -> bool:
    """Tell whether only template tags stand before it on its line: ``{% if x %}<div>``.

    Liquid and Nunjucks are gone before Markdown is read, and the line begins with the block.
    """
    before = article.text[max(start - _LONGEST, 0) : start]
    return _TEMPLATE_TAGS.fullmatch(before[before.rfind("\n") + 1 :]) is not None


_TEMPLATE_TAGS = regex(r"(?:[ \t]*+\{%(?:(?!%\}).)*+%\})++[ \t]*+")
_LONGEST = 500
