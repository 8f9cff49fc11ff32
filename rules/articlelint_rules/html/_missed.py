"""End tags that close nothing, and leave a trace on the page all the same."""

import re

from articlelint import Article, HtmlProblem, Span, Syntax, TagPlace, regex, shown_text
from articlelint_rules.html._blocks import made_by_markdown
from articlelint_rules.html._stray import is_shown

_OF_LAYOUTS = frozenset(
    {"article", "aside", "body", "div", "footer", "header", "html", "main", "nav", "section"}
)
"""Elements that a layout puts around the article, one of which the tag may end."""
_HOLDING = frozenset({"details", "noscript", "script", "style", "svg", "template", "textarea"})
"""Elements without which their content is seen, or is seen where it is folded otherwise."""
CODE = frozenset({"code", "kbd", "pre", "samp"})
_LONGEST = 2_000


def is_missed(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether readers see a difference: the page falls apart, or something shows as text.

    Browsers drop any other end tag without a trace, also in the theme's elements. A compiler of
    components stops at each.
    """
    if is_shown(article) or article.dialect.tags_are_components:
        return True
    if problem.other is not None:
        return _goes_on(problem, problem.other, article)
    return (
        problem.tag in _OF_LAYOUTS
        or problem.tag in _HOLDING
        or (problem.detail != "shown" and made_by_markdown(article, problem.start, problem.end))
        or is_code(problem, article)
        or first_of_two(problem, article)
        or starts_in_code(problem, article)
        or shown_start(problem, article) is not None
    )


def is_code(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether the tag is part of code, or of an expression: ``CA<</A>>``."""
    text, (start, end) = article.text, problem.span
    if text[start - 1 : start] == "<" or text[end : end + 1] == ">":
        return True
    return any(outer.tag in CODE for outer in problem.open_elements)


def _goes_on(problem: HtmlProblem, late: TagPlace, article: Article) -> bool:
    """Tell whether something follows the tag before Markdown ends the element itself."""
    html = article.rendering.html
    first, last = sorted(((late.start, late.end), (problem.start, problem.end)))
    return bool(_END_TAGS.sub("", html[first[1] : last[0]]).strip())


_END_TAGS = regex(r"</[a-zA-Z][^<>]*+>")


def first_of_two(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether the tag was to begin what the same end tag ends: ``Run </i>make</i> now``."""
    html = article.rendering.html
    end = html.find("<", problem.end, problem.end + _LONGEST)
    if end < 0 or not html[end : end + 100].lower().startswith(f"</{problem.tag}>"):
        return False
    words = html[problem.end : end]
    return (
        bool(words)
        and words == words.strip()
        and not html[problem.start - 1 : problem.start].isalnum()
    )


def shown_start(problem: HtmlProblem, article: Article) -> Span | None:
    """Return what stands before the end tag in its paragraph like a tag, and is none to readers."""
    if article.syntax is not Syntax.MARKDOWN:
        return None
    text, end = article.text, problem.span.start
    visible, offset = article.view(shown_text), article.markdown.offset
    block = max(text.rfind("\n\n", 0, end), end - _LONGEST, article.body.start)
    for pattern in (_LIKE_A_TAG, _PART_OF_TAG, _MARKS.get(problem.tag)):
        found = None
        for match in pattern.finditer(text, block, end) if pattern else ():
            if visible.has(match.start() - offset):
                if match[0].lower().startswith(f"<{problem.tag}"):
                    return Span(*match.span())
                found = found or Span(*match.span())
        if found is not None:
            return found
    return None


def starts_in_code(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether its start tag has got into code on the same line: `` `<code>x`</code> ``."""
    end = problem.span.start
    line = article.text[article.text.rfind("\n", 0, end) + 1 : end]
    return f"`<{problem.tag}>" in line


_LIKE_A_TAG = regex(r"<[^\W\d][^<>\n]{0,200}>")
_PART_OF_TAG = regex(r"\b(?:class|href|src|style)=[\"'][^<>\n]{0,200}>")
_STARS, _TICKS = regex(r"\*\*|__"), regex(r"`+")
_MARKS: dict[str, re.Pattern[str]] = {
    "a": regex(r"\[[^][\n]*+\Z"), "b": _STARS, "code": _TICKS, "kbd": _TICKS, "strong": _STARS,
    "tt": _TICKS,
}  # fmt: skip
"""What Markdown has for the element, and reads with its own end only."""
