from articlelint import HEADINGS, INFO, WARNING, Article, Findings, Related, Rule, on
from articlelint_rules.html._order import Misorder, Slip, misorders

_LOST = {
    (Slip.LATE, "picture", "source"): "browsers never use it",
    (Slip.AGAIN, "details", "summary"): "only the first one can be clicked",
    (Slip.AGAIN, "select", "button"): "only the first one can be clicked",
}
"""What readers lose; all else browsers show."""


class MisorderedElement(Rule):
    """An element is in the wrong place among its siblings, or there is one too many."""

    name = "html/misordered-element"
    severity = INFO
    default = False

    @on.view(misorders)
    def check(self, misorder: Misorder, article: Article) -> Findings:
        slip, outer, element, other = misorder
        if element is None or not element.authored:
            return
        lost = _LOST.get((slip, outer.tag, element.tag))
        yield self.diagnostic(
            element.tag_span,
            _message(misorder, element.tag) + (f"; {lost}" if lost else ""),
            related=[Related(other.tag_span, "the other")] if other and other.authored else [],
            severity=WARNING if lost else None,
        )


def _message(misorder: Misorder, tag: str) -> str:
    outer, other = misorder.outer.tag, misorder.other
    match misorder.slip:
        case Slip.AGAIN:
            what = "heading" if tag in HEADINGS else f"`<{tag}>`"
            return f"`<{outer}>` contains a second {what}"
        case Slip.LATE:
            before = f"`<{other.tag}>`" if other else "text"
            return f"`<{tag}>` comes after {before}, but must come before it"
        case _:
            return f"`<{tag}>` is neither the first nor the last in its `<{outer}>`"
