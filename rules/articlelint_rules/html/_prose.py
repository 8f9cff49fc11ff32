"""Tags that may be text about HTML: "the <label> element", ``Supplier<U>``."""

import re

from articlelint import Article, Fix, HtmlProblem, Span, Syntax, regex
from articlelint_rules.html._blocks import is_in_text
from articlelint_rules.html._vocabulary import follows_word

_PHRASING = frozenset(
    {"a", "b", "button", "code", "em", "i", "kbd", "label", "map", "mark", "q", "s", "samp",
     "small", "span", "strong", "sub", "sup", "template", "time", "title", "u", "var", "slot"}
)  # fmt: skip
_BLOCKS = frozenset(
    {"article", "blockquote", "center", "details", "div", "dl", "figure", "font", "ol", "pre",
     "section", "span", "table", "ul"}
)  # fmt: skip


PROSE_HINT = "Put it in backticks if readers should see it"

_WORDS = regex(
    r"<(?:[a-z](?:[ ][a-z]+){2,10}|[a-z]{4,12}(?:[ ](?!(?:allowfullscreen|async|autoplay|checked"
    r"|controls|default|defer|disabled|hidden|inert|itemscope|loop|markdown|multiple|muted"
    r"|novalidate|open|playsinline|readonly|required|reversed|selected|title)[ >])[a-z]+){1,6})>",
    re.IGNORECASE,
)
"""A sentence that begins with a letter, or words: ``<a large number>``, ``<data type>``."""
_BEFORE = regex(r"\S[ \t]+\Z")
_BEHIND = regex(r"(?:['’]?s)?[.,;:!?)]*[ \t]+\S|[.,;:!?)]+[ \t]*$", re.MULTILINE)
_GLUED = regex(r"\w[:/=@]\Z|>[:/@]\Z|[\"“]\Z|\[\Z")
_GLUED_BEHIND = regex(r"[:：/,;.\"”]\S|[.,;:!?)”]*(?:[ \t]|$)", re.MULTILINE)
"""Around what readers are to put in: ``<host>:<dir>``, ``name=<label>``."""


def is_named(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether the tag stands among the words of a line: "Use the <pre> element"."""
    return is_named_at(article, problem.tag, problem.span)


def is_named_at(article: Article, tag: str, span: Span) -> bool:
    """Tell whether the tag at *span* stands among the words of a line."""
    if tag in _RUNS or not is_in_text(article, span):
        return False
    text = article.text
    before = text[max(0, span.start - _NEAR) : span.start]
    if _BEFORE.search(before) and _BEHIND.match(text, span.end):
        return True
    return bool(
        not text.startswith("</", span.start)
        and _GLUED.search(before)
        and _GLUED_BEHIND.match(text, span.end)
    )


def is_quoted(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether quotation marks stand around the tag alone."""
    span, text = problem.span, article.text
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    return around in _QUOTES and is_in_text(article, span)


_QUOTES = frozenset({"“”", "‘’", "«»", "「」", '""'})
_NEAR = 200
_RUNS = frozenset({"b", "i", "em", "strong", "u", "s", "small", "sub", "sup", "mark"})
"""Elements that begin or end in a sentence more often than they are named in one."""


def follows_words(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether words stand before the tag in its line, so that it may be named there."""
    before = article.text[max(0, problem.span.start - _NEAR) : problem.span.start]
    return article.syntax is Syntax.MARKDOWN and _WORD_BEFORE.search(before) is not None


_WORD_BEFORE = regex(r"\w[,:]?[ \t]+\Z")


def may_be_text(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether the tag may be text about HTML: "the <label> element"."""
    bare = problem.end - problem.start == len(problem.tag) + 2
    return article.syntax is Syntax.MARKDOWN and bare and problem.tag in _PHRASING


def escaped(article: Article, problem: HtmlProblem) -> Fix | None:
    r"""Return the fix for a tag that is text: ``Supplier<U>``, ``\<main request>``; or None."""
    written = article.rendering.html[problem.start : problem.end]
    is_words = _WORDS.fullmatch(written) is not None
    if "=" in written or not (is_words or follows_word(article.text, problem.span.start)):
        return None
    if written == f"<{problem.tag}>" and problem.tag in _BLOCKS:  # <li>One<ul><li>Two
        return None
    edits = article.replace_html(problem.start, problem.start + 1, "&lt;")
    return Fix.unsafe("Write `&lt;`", *edits) if edits else None


def prose_hint(article: Article, problem: HtmlProblem) -> str | None:
    """Return what to do with a tag that may be text."""
    if not escaped(article, problem) and not may_be_text(article, problem):
        return None
    if is_in_text(article, problem.span):
        return "Put the tag in backticks if readers should see it"
    return "Write `&lt;` for the `<` if readers should see the tag"
