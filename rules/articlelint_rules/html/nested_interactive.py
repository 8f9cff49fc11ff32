from articlelint import (
    WARNING,
    Article,
    Element,
    Findings,
    HtmlProblem,
    Related,
    Rule,
    elements_in,
    on,
)

_OUTER = frozenset({"a", "button"})
_INNER = tuple(sorted(elements_in("interactive") - {"audio", "img", "video"}))


class NestedInteractive(Rule):
    """A link or button holds something that can be clicked itself."""

    name = "html/nested-interactive"
    severity = WARNING

    @on.problem("nested-interactive")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        yield self.diagnostic(
            problem.span,
            f"`<{problem.tag}>` stands inside another one, which it ends",
            related=[Related(problem.element.span, "the other")] if problem.element else [],
        )

    @on.element(*_INNER)
    def check_element(self, element: Element, article: Article) -> Findings:
        outer = next((each for each in element.ancestors() if each.tag in _OUTER), None)
        if outer is not None and _is_interactive(element):
            yield self.diagnostic(
                element.tag_span,
                f"`<{element.tag}>` stands inside `<{outer.tag}>`; a click cannot mean both",
                related=[Related(outer.start_tag or outer.span, "the other")],
            )


def _is_interactive(element: Element) -> bool:
    """Tell whether the element takes clicks (HTML, 3.2.5.2.7 "Interactive content")."""
    if element.tag == "a":
        return "href" in element.attributes
    return element.tag != "input" or (element.get("type") or "").lower() != "hidden"
