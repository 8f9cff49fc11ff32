"""Attributes of components, which are written as expressions."""

from articlelint import Article, HtmlProblem

_LONGEST = 2_000


def has_expression(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether the tag around *problem* has one: ``style={{a: "b"}}``, where JSX is read."""
    if not article.dialect.tags_are_components:
        return False
    html = article.rendering.html
    start = html.rfind("<", max(0, problem.start - _LONGEST), problem.start + 1)
    return start >= 0 and "={" in html[start : problem.end]
