from collections.abc import Sequence

from articlelint import (
    TABLE_PARTS,
    WARNING,
    Article,
    Element,
    Findings,
    HtmlProblem,
    Related,
    Rule,
    on,
    regex,
)
from articlelint_rules.html._nesting import PARENTS, broken, misfits
from articlelint_rules.html._prose import PROSE_HINT, is_named, is_named_at
from articlelint_rules.html._vocabulary import KNOWN


def _runs(article: Article) -> Sequence[Sequence[Element]]:
    """Return the elements without their parent, those in one run that come one after another."""
    runs: list[list[Element]] = []
    for element, _ in misfits(article, *PARENTS):
        if element.offsets[0] in article.view(broken) or _is_item_of(element, _CELLS):
            continue
        if article.goes_to_program(element.tag_span.start):
            continue
        if runs and _in_one_run(article, runs[-1][-1], element):
            runs[-1].append(element)
        else:
            runs.append([element])
    return runs


def _is_item_of(element: Element, tags: frozenset[str]) -> bool:
    """Tell whether this is an item in a cell or a box, where many leave out the list.

    All browsers show its dot.
    """
    parent = element.parent
    return element.tag == "li" and isinstance(parent, Element) and parent.tag in tags


_CELLS = frozenset({"td", "th"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LOOKS_ALIKE = frozenset({"figcaption", "legend", "summary"})
"""Elements whose text readers see wherever they are."""


def _in_one_run(article: Article, before: Element, element: Element) -> bool:
    """Tell whether nothing but white space stands between two elements of one sort."""
    if PARENTS[before.tag] != PARENTS[element.tag] or before.parent is not element.parent:
        return False
    return not article.rendering.html[before.offsets[1] : element.offsets[0]].strip()


class MisplacedElement(Rule):
    """An element is in a place where it has no meaning."""

    name = "html/misplaced-element"
    severity = WARNING
    yields_to = ("html/block-in-paragraph", "html/unclosed-element")

    strict: bool = False
    """Whether to report what readers see anyway: an item without a list, a caption elsewhere."""

    @on.problem("misplaced-element")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        around = problem.element
        if article.dialect.tags_are_components and around is not None and around.tag not in KNOWN:
            return  # a compiler of templates reads it, and a component puts it where it belongs
        if not self.strict and around is not None and {problem.tag, around.tag} <= _HEADINGS:
            return  # the outer one ends, and readers see two headings, as they were written
        yield self.diagnostic(
            problem.span,
            _message(problem),
            hint=PROSE_HINT if is_named(article, problem) else None,
            related=[Related(problem.element.span, "opened here")] if problem.element else [],
            cause="article/" + problem.tag,
        )

    @on.view(_runs)
    def check_run(self, run: Sequence[Element], article: Article) -> Findings:
        element, more = run[0], len(run) - 1
        if not self.strict and (
            element.tag == "li"  # browsers show its dot
            or (element.tag in _LOOKS_ALIKE and element.end_tag is not None)
        ):
            return
        if _is_beside_broken(element, article):
            return
        start = element.tag_span.start
        is_named = not element.end_tag and is_named_at(article, element.tag, element.tag_span)
        if is_named or article.text[max(start - 1, 0) : start] in _QUOTES:
            yield self.diagnostic(
                element.tag_span,
                f"`<{element.tag}>` became a tag; readers do not see it",
                hint=PROSE_HINT,
            )
            return
        also = f", as are the {more} after it" if more > 1 else ", as is the one after it"
        yield self.diagnostic(
            element.tag_span,
            f"`<{element.tag}>` is outside {PARENTS[element.tag]}{also if more else ''}",
        )


def _is_beside_broken(element: Element, article: Article) -> bool:
    """Tell whether a parent of its sort ends too early, since Markdown puts it into another block.

    That is told, and is the cause.
    """
    return not article.view(_broken_tags).isdisjoint(_TAG.findall(PARENTS[element.tag]))


def _broken_tags(article: Article) -> frozenset[str]:
    broken = article.html_problems("overlapping-elements")
    within = (each.element.tag for each in broken if each.element)
    return frozenset({*(each.tag for each in broken), *within})


_TAG = regex(r"<([a-z]+)>")


_QUOTES = frozenset("\"'‘“")
"""What begins a text of a program: ``append("<option>One</option>")``."""


def _message(problem: HtmlProblem) -> str:
    outer = problem.element
    if outer is None:
        where = "a `<table>`" if problem.tag in TABLE_PARTS else "its parent"
        return f"`<{problem.tag}>` is ignored here: it has no meaning outside {where}"
    if problem.code == "unexpected-start-tag-ignored":
        return f"`<{problem.tag}>` is ignored inside `<{outer.tag}>`"
    if problem.code == "unexpected-start-tag" and problem.tag == outer.tag:
        return f"`<{problem.tag}>` is ignored inside another one"
    return f"`<{problem.tag}>` ends the `<{outer.tag}>` that it is in"
