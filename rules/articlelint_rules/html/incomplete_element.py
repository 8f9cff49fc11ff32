from articlelint import INFO, WARNING, Article, Element, Findings, Rule, Severity, on
from articlelint_rules.html._nesting import broken
from articlelint_rules.html._order import Misorder, Slip, misorders


class IncompleteElement(Rule):
    """An element lacks a child element that it needs."""

    name = "html/incomplete-element"
    severity = WARNING

    @on.view(misorders)
    def check(self, misorder: Misorder, article: Article) -> Findings:
        if misorder.slip is Slip.MISSING and not article.dialect.tags_are_components:
            outer = misorder.outer
            if outer.offsets[0] in article.view(broken):
                return
            what, hint, severity = _lacking(outer)
            yield self.diagnostic(
                outer.tag_span,
                f"`<{outer.tag}>` has no {what}",
                hint=hint,
                severity=severity,
                cause=outer.tag,
            )


def _lacking(outer: Element) -> tuple[str, str, Severity]:
    """Return what *outer* lacks and what that does, what to do, and how much it matters."""
    match outer.tag:
        case "details":
            what = "`<summary>`; browsers show a default word to click on"
            return what, "Begin it with `<summary>`", WARNING
        case "picture" if outer.elements("img"):
            what = "`<img>` as a child, so none of its `<source>` elements is used"
            return what, "Write `<img>` directly inside, without blank lines", WARNING
        case "picture":
            return "`<img>`, so nothing is shown", "End it with `<img>`", WARNING
        case _:
            return "heading", "Write a heading in it, or make it a `<div>`", INFO
