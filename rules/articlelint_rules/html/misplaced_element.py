from articlelint import (
    HEADINGS,
    TABLE_PARTS,
    WARNING,
    Article,
    Element,
    Findings,
    HtmlProblem,
    Related,
    Rule,
    Span,
    elements_in,
    holders_of,
)

_PARENTS = {
    "li": "a list (`<ul>` or `<ol>`)",
    "dt": "a `<dl>`",
    "dd": "a `<dl>`",
    "figcaption": "a `<figure>`",
    "legend": "a `<fieldset>`",
    "source": "`<picture>`, `<video>` or `<audio>`",
    "track": "`<video>` or `<audio>`",
    "summary": "a `<details>`",
    "optgroup": "a `<select>`",
    "area": "a `<map>`",
}
"""The elements that mean nothing outside of another one, and how to name that."""

_BLOCKS = tuple(sorted(elements_in("flow") - elements_in("phrasing")))
_OF_TEXT = frozenset(
    {"abbr", "b", "button", "cite", "em", *HEADINGS, "i", "label", "mark", "q", "s", "small",
     "span", "strong", "sub", "sup", "time", "u"}
)  # fmt: skip
"""Elements whose content is phrasing content alone (HTML, 3.2.5.2.5)."""
_AS_AROUND = frozenset({"a", "del", "ins", "map"})
"""Elements that hold what the one around them holds."""
_LISTS = ("ul", "ol")
_IN_LISTS = frozenset({"li", "script", "template"})
_TRANSPARENT = frozenset({"template", "noscript", "slot"})


class MisplacedElement(Rule):
    """An element stands where it means nothing."""

    name = "html/misplaced-element"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        for problem in article.html_problems("misplaced-element"):
            yield self.diagnostic(
                problem.span,
                _message(problem),
                related=[Related(problem.element.span, "opened here")] if problem.element else [],
            )
        if article.has_html:
            yield from self._without_parent(article)
            yield from self._in_lists(article)
            yield from self._in_text(article)

    def _without_parent(self, article: Article) -> Findings:
        unclosed = {problem.start for problem in article.html_problems("unclosed-element")}
        found: list[tuple[Element, Span]] = []
        for element, span in article.written(*_PARENTS):
            holders = _holders(element.tag)
            near = element.ancestors() if element.tag == "area" else [element.parent]
            if any(outer is not None and _may_hold(outer.tag, holders) for outer in near):
                continue
            if element.start_offsets is None or element.start_offsets[0] in unclosed:
                continue
            if found and _in_one_run(article, found[-1][0], element):
                found.append((element, span))
                continue
            yield from self._of_run(found)
            found = [(element, span)]
        yield from self._of_run(found)

    def _of_run(self, run: list[tuple[Element, Span]]) -> Findings:
        """Yield one diagnostic for elements one after the other that lack the same parent."""
        if not run:
            return
        (element, span), more = run[0], len(run) - 1
        also = f", as do the {more} after it" if more > 1 else ", as does the one after it"
        where = _PARENTS[element.tag]
        message = f"`<{element.tag}>` stands outside of {where}{also if more else ''}"
        yield self.diagnostic(span, message)

    def _in_lists(self, article: Article) -> Findings:
        for outer, _ in article.written(*_LISTS):
            for child in outer.children:
                if not isinstance(child, Element) or not child.authored or not child.start_tag:
                    continue
                if child.tag not in _IN_LISTS and "-" not in child.tag:
                    yield self.diagnostic(
                        child.start_tag,
                        f"`<{child.tag}>` stands directly in `<{outer.tag}>`, which holds only"
                        " `<li>`",
                    )

    def _in_text(self, article: Article) -> Findings:
        """Yield the blocks in elements that hold only text, unless those are closed too late."""
        blocks = list(article.written(*_BLOCKS))
        if not blocks:
            return
        late = {
            problem.element.start
            for kind in ("unclosed-element", "overlapping-elements", "mismatched-heading")
            for problem in article.html_problems(kind)
            if problem.element is not None
        }
        for element, span in blocks:
            outer = element.parent
            while outer is not None and outer.tag in _AS_AROUND:
                outer = outer.parent
            if outer is None or outer.tag not in _OF_TEXT or outer.namespace != "html":
                continue
            start = outer.start_offsets
            if start is not None and start[0] not in late and outer.end_tag is not None:
                late.add(start[0])  # one finding for each outer element
                yield self.diagnostic(
                    span, f"`<{element.tag}>` stands in `<{outer.tag}>`, which holds no blocks"
                )


def _in_one_run(article: Article, before: Element, element: Element) -> bool:
    """Tell whether nothing but white space stands between two elements of one sort."""
    if _holders(before.tag) != _holders(element.tag) or before.parent is not element.parent:
        return False
    start = element.start_offsets
    return start is not None and not article.rendering.html[before.offsets[1] : start[0]].strip()


def _holders(tag: str) -> frozenset[str]:
    """Return the elements that *tag* has to stand in, directly but for ``area``."""
    if tag == "area":
        return frozenset({"map"})
    return frozenset([name.rpartition(">")[2] for name in holders_of(tag)])


def _may_hold(tag: str, holders: frozenset[str]) -> bool:
    """Tell whether *tag* is one of *holders*, or may stand for anything (a custom element)."""
    return tag in holders or tag in _TRANSPARENT or "-" in tag


def _message(problem: HtmlProblem) -> str:
    outer = problem.element
    if outer is None:
        where = "a `<table>`" if problem.tag in TABLE_PARTS else "its parent"
        return f"`<{problem.tag}>` is ignored here: it means nothing outside of {where}"
    if problem.code == "unexpected-start-tag-ignored":
        return f"`<{problem.tag}>` is ignored inside `<{outer.tag}>`"
    if problem.code == "unexpected-start-tag" and problem.tag == outer.tag:
        return f"`<{problem.tag}>` is ignored inside another one"
    return f"`<{problem.tag}>` ends the `<{outer.tag}>` that it stands in"
