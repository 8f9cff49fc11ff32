from articlelint import WARNING, Article, Findings, HtmlProblem, Related, Rule, on
from articlelint_rules.html._nesting import Forbidden, forbidden


class NestedInteractive(Rule):
    """A link or button contains another element that can be clicked."""

    name = "html/nested-interactive"
    severity = WARNING

    strict: bool = False
    """Whether to report a button in a link, too."""

    @on.problem("nested-interactive")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        outer = problem.element
        if outer is not None and outer.tag == "a":
            tag = article.rendering.html[outer.start : outer.end].lower()
            if " href" not in tag:  # an anchor: ended early, it is where it was
                return
        yield self.diagnostic(
            problem.span,
            f"`<{problem.tag}>` is inside another one, and ends it",
            related=[Related(problem.element.span, "the other")] if problem.element else [],
            cause="article",
        )

    @on.view(forbidden)
    def check_descendant(self, found: Forbidden, article: Article) -> Findings:
        element, outer, word = found
        if (element.tag, outer.tag) == ("button", "a") and not self.strict:
            return
        if word in ("interactive", "a"):
            yield self.diagnostic(
                element.tag_span,
                f"`<{element.tag}>` is inside `<{outer.tag}>`; a click cannot mean both",
                related=[Related(outer.start_tag or outer.span, "the other")],
            )
