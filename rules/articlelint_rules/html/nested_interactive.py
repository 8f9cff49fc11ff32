"""html/nested-interactive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Related, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.html.tree.nodes import Element

_OUTER = frozenset({"a", "button"})
_INNER = ("a", "button", "details", "embed", "iframe", "input", "label", "select", "textarea")


class NestedInteractive(Rule):
    """A link or button holds something that can be clicked itself."""

    name = "html/nested-interactive"
    severity = Severity.WARNING

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each inner element, at its start tag."""
        for problem in article.html_problems("nested-interactive"):
            yield self.diagnostic(
                problem.span,
                f"`<{problem.tag}>` stands inside another one, which it ends",
                related=[Related(problem.element.span, "the other")] if problem.element else [],
            )
        if not article.has_html:
            return
        for element, span in article.written(*_INNER):
            outer = next((each for each in element.ancestors() if each.tag in _OUTER), None)
            if outer is None or not _is_interactive(element):
                continue
            yield self.diagnostic(
                span,
                f"`<{element.tag}>` stands inside `<{outer.tag}>`; a click cannot mean both",
                related=[Related(outer.start_tag or outer.span, "the other")],
            )


def _is_interactive(element: Element) -> bool:
    """Tell whether the element takes clicks (HTML, 3.2.5.2.7 "Interactive content")."""
    if element.tag == "a":
        return "href" in element.attributes
    return element.tag != "input" or (element.get("type") or "").lower() != "hidden"
