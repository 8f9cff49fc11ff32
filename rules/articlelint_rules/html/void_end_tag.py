from articlelint import SAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, on


class VoidEndTag(Rule):
    """An element that has no end tag has been given one."""

    name = "html/void-end-tag"
    severity = WARNING
    default = False
    fixable = SAFE

    @on.problem("void-end-tag")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        is_break = problem.tag == "br"
        edits = article.replace_html(problem.start, problem.end, "<br>" if is_break else "")
        yield self.diagnostic(
            problem.span,
            f"`<{problem.tag}>` has no end tag; this one is "
            + ("read as `<br>`" if is_break else "ignored"),
            fix=Fix.page("Write `<br>`" if is_break else f"Delete `</{problem.tag}>`", *edits),
            cause="end tag",
        )
