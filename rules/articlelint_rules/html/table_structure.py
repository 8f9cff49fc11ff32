import re
from bisect import bisect_left

from articlelint import WARNING, Article, Element, Findings, HtmlProblem, Related, Rule, on, regex
from articlelint_rules.html._stray import follows_swallower

_TAG_OF_ROWS = regex(r"\{%-?\s*tablerow\b")


def _makes_rows(article: Article, start: int, end: int) -> bool:
    """Tell whether there is a ``tablerow`` of Liquid between two places."""
    tags = article.view(_tags_of_rows)
    return bisect_left(tags, start) < bisect_left(tags, end)


def _tags_of_rows(article: Article) -> list[int]:
    return [match.start() for match in _TAG_OF_ROWS.finditer(article.text)]


class TableStructure(Rule):
    """A table contains something that does not belong in a table."""

    name = "html/table-structure"
    severity = WARNING

    @on.problem("table-structure")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        table = problem.element
        if table is not None and any(
            each.start == table.start for each in article.html_problems("unclosed-element")
        ):
            return  # which is the cause: what follows was not meant to be in it
        if table is not None and _makes_rows(article, table.span.start, problem.span.start):
            return  # the template language makes rows and cells
        if (
            follows_swallower(problem, article)
            or _is_all_of_row(problem, article)
            or _lacks_start_of_row(problem, article)
            or _moves_nothing(problem, article)
        ):
            return
        yield self.diagnostic(
            problem.span,
            _message(problem),
            related=[Related(problem.element.span, "the table")] if problem.element else [],
            cause=f"article/{problem.tag}",  # a program puts `<p>` between all rows
        )


def _is_all_of_row(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether a cell stands in a table, or a part of one, without any row of the author's.

    All of its cells then make one row.
    """
    table = problem.element
    if problem.tag not in {"td", "th"} or table is None:
        return False
    if table.start not in article.view(_with_rows):
        return True
    return any(start <= problem.start < end for start, end in article.view(_without_rows))


def _lacks_start_of_row(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether a row is ended that has begun nowhere: browsers begin it where it was meant."""
    if problem.tag not in {"td", "th"}:
        return False
    after = _ROW.search(article.rendering.html, problem.end, problem.end + _LONGEST_ROW)
    return after is not None and after[0].lower().startswith("</tr")


_LONGEST_ROW = 5_000
_ROW = regex(r"</?(?:tr|table)(?=[\s>])", re.IGNORECASE)


def _moves_nothing(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether what browsers move has no content, so that no reader sees that it is moved."""
    return problem.start in article.view(_moved_for_nothing)


def _moved_for_nothing(article: Article) -> frozenset[int]:
    """Return where the elements begin that stand before a table, and have nothing in them."""
    return frozenset(
        element.offsets[0]
        for element in article.elements("center", "div", "p", "span")
        if element.authored
        and not (element.attributes or element.text().strip() or element.elements())
    )


def _with_rows(article: Article) -> frozenset[int]:
    """Return where the tables begin that have a row of the author's; a view."""
    holders = article.view(_holders_of_rows)
    return frozenset(each.offsets[0] for each in holders if each.tag == "table")


def _without_rows(article: Article) -> tuple[tuple[int, int], ...]:
    """Return where the parts of tables lie that have no row of the author's; a view."""
    parts = article.elements("thead", "tbody", "tfoot")
    holders = article.view(_holders_of_rows)
    return tuple(part.offsets for part in parts if part not in holders)


def _holders_of_rows(article: Article) -> frozenset[Element]:
    """Return what a row of the author's stands in, tables in tables too; a view."""
    found: set[Element] = set()
    for row in article.elements("tr"):
        if not row.authored:
            continue
        for outer in row.ancestors():
            if outer in found:
                break
            found.add(outer)
    return frozenset(found)


def _message(problem: HtmlProblem) -> str:
    if problem.tag in {"td", "th"}:
        return f"`<{problem.tag}>` is outside a row; browsers add the `<tr>`"
    if problem.tag == "table":
        return "A table directly in a table closes the outer one"
    return f"Browsers move `<{problem.tag}>`, which is in no cell, out of the table"
