"""End tags that close nothing, and those that make an empty paragraph."""

from collections import defaultdict, deque
from collections.abc import Sequence

from articlelint import Article, Cause, Edit, Format, HtmlProblem, Span, Syntax, TagPlace, regex
from articlelint_rules.html._blocks import block_name, made_by_markdown
from articlelint_rules.html._prose import is_named
from articlelint_rules.html._shown import shown_tags
from articlelint_rules.html._vocabulary import KNOWN, nearest


def is_shown(article: Article) -> bool:
    """Tell whether readers see a stray end tag, in code perhaps as the author wants it."""
    return article.syntax is Syntax.MARKDOWN and article.dialect.rewrites_html


def is_word(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether readers see it as it was meant: a `</S>` among words, without any `<S>`.

    Corpora mark the end of a sentence so.
    """
    text, (start, end) = article.text, problem.span
    return (
        is_shown(article)
        and problem.span.of(text) == f"</{problem.tag.upper()}>"
        and text[start - 1 : start].isspace()
        and text[end : end + 1].isspace()
        and problem.tag.upper() not in article.view(first_of_tags)
    )


def first_of_tags(article: Article) -> dict[str, int]:
    """Return where a start tag of each name first stands, as it seems; a view."""
    found: dict[str, int] = {}
    for match in _START_TAG.finditer(article.text):
        found.setdefault(match[1], match.start())
    return found


_START_TAG = regex(r"<([A-Za-z][\w-]*+)")


def unexcused(problems: Sequence[HtmlProblem], article: Article) -> Sequence[HtmlProblem]:
    """Return the problems without the end tags of start tags that another rule reports.

    Those are misspelt (``<strnog>x</strong>``), or Markdown shows them as text: for what is wrong
    in them, or since they are blocks in a paragraph.
    """
    problems = [problem for problem in problems if not _closes_misspelt(problem)]
    if not problems:
        return problems
    blocks = [
        each for each in article.html_problems("block-in-paragraph") if each.detail == "shown"
    ]
    shown = [(each.start, each.tag) for each in article.view(shown_tags)]
    shown += [(each.span.start, each.tag) for each in blocks]
    if not shown:
        return problems
    starts: dict[str, deque[int]] = defaultdict(deque)
    for start, tag in sorted(shown):
        starts[tag].append(start)
    kept = []
    for problem in problems:
        own = starts[problem.tag]
        if own and own[0] < problem.span.start:
            own.popleft()
        else:
            kept.append(problem)
    return kept


def _closes_misspelt(problem: HtmlProblem) -> bool:
    if not problem.open_elements:
        return False
    inner = problem.open_elements[-1].tag
    return inner not in KNOWN and nearest(inner) == problem.tag


def message(article: Article, problem: HtmlProblem) -> str:
    if problem.detail != "shown" and made_by_markdown(article, problem.start, problem.end):
        place = TagPlace(problem.tag, problem.start, problem.end, problem.span)
        return f"An earlier tag ends the {block_name(article, place)} that Markdown ends here"
    if problem.tag == "p" and not is_shown(article):
        return "`</p>` closes no paragraph; the browser turns it into an empty one"
    if not problem.open_elements:
        return f"`</{problem.tag}>` closes nothing; no element is open here"
    inner = problem.open_elements[-1].tag
    return f"`</{problem.tag}>` closes nothing; the open element is `<{inner}>`"


def edits_of(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that deletes the tag, its line with it where nothing else is on it."""
    edits: tuple[Edit, ...] = (Edit.delete(problem.span),)
    if problem.detail != "shown":
        edits = article.replace_html(problem.start, problem.end, "")
    if not edits:
        return ()
    line = article.lines.filled(edits[0].span)
    if line is None or (line.start == article.body.start and _has_header(article)):
        return edits
    return (Edit.delete(line),)


def as_runs(problems: Sequence[HtmlProblem]) -> dict[int, HtmlProblem]:
    """Return end tags that stand side by side and are superfluous as one, by where they begin."""
    found: dict[int, HtmlProblem] = {}
    for problem in sorted(problems, key=lambda each: each.start, reverse=True):
        run, following = problem, found.get(problem.end)
        if following and _is_superfluous(problem) and _is_superfluous(following):
            span = Span(problem.span.start, following.span.end)
            run = problem._replace(end=following.end, span=span)
        found[problem.start] = run
    return found


def _is_superfluous(problem: HtmlProblem) -> bool:
    return problem.tag in KNOWN and problem.tag != "a" and not (problem.detail or problem.other)


def _has_header(article: Article) -> bool:
    """Tell whether the front matter is a header of lines, which the body's would go on with."""
    return article.front_matter is not None and article.front_matter.format is Format.METADATA


def follows_swallower(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether a `<template>` that is never closed takes in what *problem* is about."""
    return any(
        each.tag == "template" and each.cause is Cause.END_OF_INPUT and each.start < problem.start
        for each in article.html_problems("unclosed-element")
    )


def makes_paragraph(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether all that a stray end tag does is to make an empty paragraph."""
    return problem.tag == "p" and not (
        problem.detail == "mistaken" or is_shown(article) or is_named(article, problem)
    )


def ends_paragraph(problem: HtmlProblem) -> bool:
    """Tell whether an element that ends too early ends a paragraph in it, as browsers want it."""
    return (
        problem.element is not None
        and problem.element.tag == "p"
        and problem.other is not None
        and problem.detail != "shown"
        and problem.tag not in _FORMATTING
    )


def is_taken_up(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether browsers go on with an element that is cut in two, up to its end tag.

    Where a bare `<span>` ends makes no difference.
    """
    inner = problem.element
    return (
        inner is not None
        and (
            inner.tag in _FORMATTING
            or article.rendering.html[inner.start : inner.end].lower() == "<span>"
        )
        and problem.other is not None
        and not is_shown(article)
    )


_FORMATTING = frozenset(
    {
        "a",
        "b",
        "big",
        "code",
        "em",
        "font",
        "i",
        "nobr",
        "s",
        "small",
        "strike",
        "strong",
        "tt",
        "u",
    }
)
"""Elements that browsers open again in the next block."""
