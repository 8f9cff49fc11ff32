from articlelint import INFO, Article, Element, Findings, Rule, Syntax, on
from articlelint_rules.accessibility._names import has_name, is_hidden

_SELF_NAMED = frozenset({"hidden", "submit", "reset", "button", "image"})


class MissingLabel(Rule):
    """A form field has no label."""

    name = "accessibility/missing-label"
    severity = INFO
    default = False

    @on.element("input", "select", "textarea")
    def check(self, element: Element, article: Article) -> Findings:
        if (element.get("type") or "text").strip().lower() in _SELF_NAMED:
            return
        if (
            has_name(element)
            or element.get("placeholder")
            or is_hidden(element)
            or _is_labelled(element, article)
        ):
            return
        hint = "Put it inside a `<label>` with its name, or add `aria-label`"
        if not element.attributes and article.syntax is Syntax.MARKDOWN:
            hint = "Put the tag in backticks if readers should see it"
        yield self.diagnostic(element.tag_span, f"`<{element.tag}>` has no label", hint=hint)


def _is_labelled(element: Element, article: Article) -> bool:
    """Tell whether a label is around *element*, or names its ``id``."""
    own = element.get("id")
    return any(outer.tag == "label" for outer in element.ancestors()) or (
        own is not None and any(each.get("for") == own for each in article.html.elements("label"))
    )
