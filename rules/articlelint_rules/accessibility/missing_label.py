"""accessibility/missing-label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Rule, Severity, Syntax
from articlelint_rules.accessibility._names import has_name, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_SELF_NAMED = frozenset({"hidden", "submit", "reset", "button", "image"})


class MissingLabel(Rule):
    """A form field has no label."""

    name = "accessibility/missing-label"
    severity = Severity.INFO

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each field without a label, around it or by its ``id``."""
        fields = list(article.written("input", "select", "textarea"))
        if not fields:
            return
        labelled = {element.get("for") for element in article.html.elements("label")}
        for element, span in fields:
            if (element.get("type") or "text").strip().lower() in _SELF_NAMED:
                continue
            if has_name(element) or is_hidden(element) or element.get("id") in labelled - {None}:
                continue
            if any(outer.tag == "label" for outer in element.ancestors()):
                continue
            hint = "Put it into a `<label>` with its name, or say the name in `aria-label`"
            if not element.attributes and article.syntax is Syntax.MARKDOWN:
                hint = "Put the tag between backticks if readers should see it"
            yield self.diagnostic(span, f"`<{element.tag}>` has no label", hint=hint)
