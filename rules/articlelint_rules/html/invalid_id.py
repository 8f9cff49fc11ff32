from articlelint import WARNING, Article, Attribute, Findings, Rule, is_dynamic, on, regex
from articlelint_rules.html._vocabulary import KNOWN

_SPACE = regex(r"[\t\n\f\r ]")


class InvalidId(Rule):
    """An `id` is empty or contains white space."""

    name = "html/invalid-id"
    severity = WARNING
    many_are_one = True

    @on.attribute("id")
    def check(self, attribute: Attribute, article: Article) -> Findings:
        value = attribute.value
        if is_dynamic(value) or (value and not _SPACE.search(value)):
            return
        if attribute.element.tag not in KNOWN and "-" not in attribute.element.tag:
            return  # html/unknown-element says it
        yield self.diagnostic(
            attribute.span,
            "The id contains white space" if value.strip() else "The id is empty",
            hint="An element has only one id; use `class` for several names" if value else None,
        )
