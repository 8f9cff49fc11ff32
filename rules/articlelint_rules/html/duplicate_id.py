from collections.abc import Iterator, Sequence

from articlelint import (
    INFO,
    WARNING,
    Article,
    Attribute,
    Element,
    Findings,
    Related,
    Rule,
    Span,
    Syntax,
    heading_ids,
    id_styles,
    is_dynamic,
    on,
)


class DuplicateId(Rule):
    """Two elements have the same `id`."""

    name = "html/duplicate-id"
    severity = WARNING

    strict: bool = False
    """Whether to report ids that nothing on the page refers to, too."""

    def check(self, article: Article) -> Findings:
        if article.syntax is Syntax.MDX or not article.has_html:
            return
        places: dict[str, list[Span]] = {}
        first: dict[str, Element] = {}
        for element in article.html.with_attribute("id"):
            attribute = element.attributes.get("id")
            if attribute is None:  # an element that the parser opened once more
                continue
            if attribute.value.strip() and not is_dynamic(attribute.value):
                before = first.setdefault(attribute.value, element)
                if before is not element and (
                    before in _around(element) or _is_alike(article, before, element)
                ):
                    continue  # the same links lead to it, or it does not matter to which
                places.setdefault(attribute.value, []).append(attribute.span)
        made = set(_of_headings(article, places)) if places else set()
        for identifier, spans in places.items():
            spans.sort()
            if len(spans) == 1:
                continue
            is_used = identifier in article.view(_used)
            if is_used or self.strict:
                which = f"of {len(spans)}" if len(spans) > 2 else "one"
                what = "the heading's own id" if spans[0] in made else "the first"
                yield self.diagnostic(
                    spans[1],
                    f"The id `{identifier}` is already used; links lead to the first {which}",
                    related=[Related(spans[0], what)],
                    severity=None if is_used else INFO,
                )

    @on.elements("map")
    def check_maps(self, maps: Sequence[Element], article: Article) -> Findings:
        names: dict[str, Attribute] = {}
        for name in [each.attributes["name"] for each in maps if each.get("name")]:
            first = names.setdefault(name.value, name)
            if first is not name and not is_dynamic(name.value):
                yield self.diagnostic(
                    name.span,
                    f"The map `{name.value}` already exists; images use the first one",
                    related=[Related(first.span, "the first")],
                )


def _around(element: Element) -> Iterator[Element]:
    """Yield the elements around *element*."""
    while isinstance(element.parent, Element):
        element = element.parent
        yield element


def _is_alike(article: Article, first: Element, second: Element) -> bool:
    """Tell whether two elements are written alike, as the marks of one note are."""
    one, other = _source(article, first), _source(article, second)
    return bool(one) and one == other


def _source(article: Article, element: Element) -> str:
    """Return a short element as it is written; "" for a long one, or one without its end."""
    start, end = element.start_tag, element.end_tag
    if start is None or end is None or end.end - start.start > _LONGEST_MARK:
        return ""
    return article.text[start.start : end.end]


_LONGEST_MARK = 300


def _used(article: Article) -> frozenset[str]:
    """Return the ids that something on the page leads to."""
    used = {link.url[1:] for link in article.links if link.url.startswith("#")}
    for name in _NAMING:
        used.update(*(attribute.value.split() for attribute in article.attributes(name)))
    return frozenset(used)


_NAMING = frozenset({"aria-controls", "aria-describedby", "aria-labelledby", "for", "form", "list"})
"""Not ``headers`` of cells, which a program writes: in each of its tables it counts anew."""


def _of_headings(article: Article, places: dict[str, list[Span]]) -> Iterator[Span]:
    """Add the headings whose generated id is among *places*, and yield them.

    Only where it is certain how the generator makes ids. An anchor that an author puts right
    before or into its heading leads to the same place, and is no matter.
    """
    styles = id_styles(article.site)
    if len(styles) != 1 or article.syntax is not Syntax.MARKDOWN:
        return
    for heading, made in zip(
        article.headings, heading_ids(article.headings, styles[0]), strict=True
    ):
        if made is None or heading.html or made == heading.id or made not in places:
            continue
        if all(_is_beside(article, heading.span, span) for span in places[made]):
            continue
        places[made].append(heading.span)
        yield heading.span


def _is_beside(article: Article, heading: Span, other: Span) -> bool:
    if heading.encloses(other):
        return True
    between = article.text[min(heading.end, other.end) : max(heading.start, other.start)]
    return len(between) < 100 and between.count("\n") <= 3
