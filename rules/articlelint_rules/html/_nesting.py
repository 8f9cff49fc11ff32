"""What may stand in what: the author's elements against the content models of the standard."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from articlelint import (
    TRANSPARENT,
    Article,
    ContentModel,
    Element,
    content_model,
    element_names,
    element_rows,
    elements_forbidden_somewhere,
)

_BODY_OK: Final = frozenset(
    {"dns-prefetch", "modulepreload", "pingback", "preconnect", "prefetch", "preload", "stylesheet"}
)
"""The values of ``rel`` with which a ``link`` may stand in the body (4.6.7)."""
_PASSED_OVER: Final = frozenset({"noscript", "slot"})
OUTERMOST: Final = frozenset({"html", "body", "div", "form"})
"""The elements that a ``main`` may be in (4.4.14)."""

PARENTS: Final = {
    "li": "a list (`<ul>` or `<ol>`)",
    "dt": "a `<dl>`",
    "dd": "a `<dl>`",
    "legend": "a `<fieldset>`",
    "source": "`<picture>`, `<video>` or `<audio>`",
    "track": "`<video>` or `<audio>`",
    "summary": "a `<details>`",
    "option": "a `<select>` or `<datalist>`",
    "optgroup": "a `<select>`",
    "selectedcontent": "a `<select>`",
    "rt": "a `<ruby>`",
    "rp": "a `<ruby>`",
    "area": "a `<map>`",
}
"""The elements that mean nothing outside of another one, and how to name that."""


class Misfit(NamedTuple):
    """An element that *holder*, its parent or further out, does not hold; None at the top."""

    element: Element
    holder: Element | None


def misfits(article: Article, *tags: str) -> Iterator[Misfit]:
    """Yield the author's elements of *tags* that stand where their parent holds no such thing.

    What a template tag puts around its content is not known, so nothing is said of what stands
    in no element but in such a tag: ``{{< list >}}<li>x</li>{{< /list >}}``.
    """
    contents = [tag.content for tag in article.masked.tags if tag.content is not None]
    for element in article.elements(*tags):
        misfit = _misfit(element) if element.namespace == "html" else None
        if misfit is None:
            continue
        span, holder = element.tag_span, misfit.holder and misfit.holder.span
        if not any(
            content.encloses(span) and not (holder and content.encloses(holder))
            for content in contents
        ):
            yield misfit


def _misfit(element: Element) -> Misfit | None:
    holder = element.parent
    while holder is not None:
        if takes(holder, element):
            return None
        model = model_of(holder)
        if model is None or not _passes_on(model, holder, element):
            return Misfit(element, holder)
        holder = holder.parent
    return None if is_in(element, "flow") else Misfit(element, None)


def _passes_on(model: ContentModel, holder: Element, element: Element) -> bool:
    """Tell whether *holder* holds what its own parent does.

    What is of no category is a child of the element that names it, with nothing in between but
    what browsers pass over.
    """
    if TRANSPARENT not in model.words:
        return False
    return holder.tag in _PASSED_OVER or bool(element_rows()[element.tag].categories)


def takes(holder: Element, element: Element) -> bool:
    """Tell whether *holder* itself holds *element*; it may where nothing is known of it."""
    model = model_of(holder)
    return (
        model is None
        or element.tag in model.words
        or is_in(element, "script-supporting")
        or any(is_in(element, word) for word in model.words)
    )


def model_of(element: Element) -> ContentModel | None:
    """Return the content model of *element* where it stands; None where nothing is known of it.

    A ``div`` in a component or a template may come to stand in a ``dl``.
    """
    parent = element.parent
    if element.namespace != "html":
        return None
    if parent is None:
        return content_model(element.tag)
    if element.tag == "div" and content_model(parent.tag) is None:
        return None
    return content_model(f"{parent.tag}>{element.tag}") or content_model(element.tag)


def names_its_children(element: Element) -> bool:
    """Tell whether *element* holds certain elements alone, as a list does."""
    model = model_of(element)
    return model is not None and model.words <= element_names()


class Forbidden(NamedTuple):
    """An element that *outer*, however far out, must not hold, as *word* says of elements."""

    element: Element
    outer: Element
    word: str


def forbidden(article: Article) -> tuple[Forbidden, ...]:
    """Return the author's elements that must not be in one further out."""
    above: dict[Element, Sequence[_Ban]] = {}
    found = [
        _forbidden(element, above)
        for element in article.elements(*elements_forbidden_somewhere())
        if element.namespace == "html"
    ]
    return tuple([each for each in found if each is not None])


class _Ban(NamedTuple):
    outer: Element
    word: str


def _forbidden(element: Element, above: dict[Element, Sequence[_Ban]]) -> Forbidden | None:
    for outer, word in _bans(element.parent, above):
        if element.tag == word or is_in(element, word):
            return Forbidden(element, outer, word)
    return None


def _bans(outer: Element | None, above: dict[Element, Sequence[_Ban]]) -> Sequence[_Ban]:
    """Return what must not be in *outer*, the bans of the innermost first; *above* remembers."""
    chain: list[Element] = []
    while outer is not None and outer not in above:
        chain.append(outer)
        outer = outer.parent if outer.tag != "template" else None
    bans = () if outer is None else above[outer]
    for each in reversed(chain):
        model = model_of(each)
        if model is not None and model.forbidden:
            bans = (*[_Ban(each, word) for word in model.forbidden], *bans)
        above[each] = bans
    return bans


def is_in(element: Element, category: str) -> bool:
    """Tell whether *element* is of *category*, which may depend on its attributes or place."""
    row = element_rows().get(element.tag)
    condition = None if row is None else row.categories.get(category)
    return condition is not None and (not condition or _CONDITIONS[condition](element))


def _is_shown(element: Element) -> bool:
    return (element.get("type") or "").strip().lower() != "hidden"


def _is_body_ok(element: Element) -> bool:
    rel = (element.get("rel") or "").lower().split()
    return "itemprop" in element.attributes or not _BODY_OK.isdisjoint(rel)


def _is_outermost(element: Element) -> bool:
    return all(each.tag in OUTERMOST or "-" in each.tag for each in element.ancestors())


def _is_in(*tags: str) -> Callable[[Element], bool]:
    return lambda element: any(each.tag in tags for each in element.ancestors())


def _has(name: str) -> Callable[[Element], bool]:
    return lambda element: name in element.attributes


_CONDITIONS: Final[dict[str, Callable[[Element], bool]]] = {
    "href": _has("href"),
    "controls": _has("controls"),
    "usemap": _has("usemap"),
    "itemprop": _has("itemprop"),
    "shown": _is_shown,
    "body-ok": _is_body_ok,
    "in-map": _is_in("map", "template"),
    "in-select": _is_in("select"),
    "outermost": _is_outermost,
}
"""What the table of elements asks for in brackets after a category."""


def broken(article: Article) -> set[int]:
    """Return where those elements begin in the page that are not closed as was meant.

    Of what stands in them other rules say more.
    """
    found = {problem.start for problem in article.html_problems("unclosed-element")}
    for kind in ("unclosed-element", "overlapping-elements", "mismatched-heading"):
        for problem in article.html_problems(kind):
            if problem.element is not None:
                found.add(problem.element.start)
    return found
