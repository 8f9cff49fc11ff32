from collections.abc import Sequence

from articlelint import (
    INFO,
    Article,
    Element,
    Findings,
    Rule,
    Syntax,
    content_model,
    element_names,
    elements_in,
    obsolete_elements,
    on,
    regex,
)
from articlelint_rules.html._nesting import (
    OUTERMOST,
    PARENTS,
    Forbidden,
    Misfit,
    broken,
    forbidden,
    misfits,
    names_its_children,
    takes,
)

_BLOCKS = tuple(sorted(elements_in("flow") - elements_in("phrasing")))
_OF_HEAD = ("link", "meta", "title")
"""Elements of the head alone; ``style`` works anywhere, and ``base`` has a rule of its own."""
_HOLDS = {
    "ul": "`<li>`",
    "ol": "`<li>`",
    "menu": "`<li>`",
    "dl": "`<dt>` and `<dd>`",
    "picture": "`<source>` and `<img>`",
    "select": "options and groups of them",
    "optgroup": "options",
    "hgroup": "a heading and paragraphs",
}
"""The elements that hold certain others alone, and how to name those; tables have a rule."""
_SORTS = {"heading": "a heading", "sectioning": "a section"}


def _blocks(article: Article) -> Sequence[Misfit]:
    """Return the blocks in elements that hold none, one for each of these."""
    found: dict[int, Misfit] = {}
    for misfit in misfits(article, *_BLOCKS):
        holder = misfit.holder
        if (
            holder is not None
            and not names_its_children(holder)
            and _is_whole(holder, article)
            and misfit.element.offsets[0] not in article.view(broken)
        ):
            found.setdefault(holder.offsets[0], misfit)
    return tuple(found.values())


def _of_head(article: Article) -> Sequence[Misfit]:
    """Return what belongs in the head of a page.

    Not in the head of a whole page that was pasted, of which another rule says more; nor at the
    top of an article in HTML, which may be just that part of a page.
    """
    return [
        misfit
        for misfit in misfits(article, *_OF_HEAD)
        if misfit.holder is not None or article.syntax is not Syntax.HTML
        if not _is_in_pasted_head(misfit.element, article)
    ]


def _is_in_pasted_head(element: Element, article: Article) -> bool:
    """Tell whether a ``<head>`` is open before *element* whose page was pasted with it."""
    html, at = article.rendering.html.lower(), element.offsets[0]
    starts = [
        problem.start
        for problem in article.html_problems("document-element")
        if problem.start < at and problem.tag in {"html", "head"}
    ]
    return bool(starts) and not _AFTER_HEAD.search(html, starts[-1], at)


_AFTER_HEAD = regex("</head|<body")


class InvalidNesting(Rule):
    """An element is inside one that must not contain it, although browsers show it."""

    name = "html/invalid-nesting"
    severity = INFO
    default = False
    many_are_one = True

    @on.view(_blocks)
    def check(self, misfit: Misfit, article: Article) -> Findings:
        element, holder = misfit
        if holder is not None:
            yield self.diagnostic(
                element.tag_span, f"`<{element.tag}>` is in {_without_blocks(element, holder)}"
            )

    @on.view(forbidden)
    def check_descendant(self, found: Forbidden, article: Article) -> Findings:
        element, outer, word = found
        if word in ("interactive", "a") or not _is_whole(outer, article):
            return  # html/nested-interactive
        what = _SORTS.get(word) or ("another" if element.tag == outer.tag else "one")
        yield self.diagnostic(
            element.tag_span,
            f"`<{element.tag}>` is inside `<{outer.tag}>`, which must not contain {what}",
        )

    @on.view(_of_head)
    def check_head(self, misfit: Misfit, article: Article) -> Findings:
        yield self.diagnostic(
            misfit.element.tag_span,
            f"`<{misfit.element.tag}>` is outside the page's head, where it belongs",
        )

    @on.element(*_HOLDS)
    def check_children(self, outer: Element, article: Article) -> Findings:
        for child in outer.children:
            if (
                isinstance(child, Element)
                and child.authored
                and (child.tag in element_names() or child.tag in obsolete_elements())
                and not takes(outer, child)
                and child.tag not in PARENTS
            ):
                yield self.diagnostic(
                    child.tag_span,
                    f"`<{child.tag}>` is directly in `<{outer.tag}>`, which can contain only"
                    f" {_HOLDS[outer.tag]}",
                )


def _is_whole(element: Element, article: Article) -> bool:
    """Tell whether *element* ends where its author wanted it to."""
    place = element.start_offsets
    return (
        place is not None and element.end_tag is not None and place[0] not in article.view(broken)
    )


def _without_blocks(element: Element, holder: Element) -> str:
    """Return in what *element* stands, and why it cannot."""
    if element.tag == "main":
        outer = next(each for each in element.ancestors() if each.tag not in OUTERMOST)
        return f"`<{outer.tag}>`, which cannot contain the main part of a page"
    model = content_model(holder.tag)
    words = frozenset[str]() if model is None else model.words
    if "text" in words:
        return f"`<{holder.tag}>`, which can contain only text"
    but = " other than headings" if "heading" in words else ""
    return f"`<{holder.tag}>`, which cannot contain blocks{but}"
