from articlelint import WARNING, Article, Findings, HtmlProblem, Related, Rule, Span, on


class TextInTable(Rule):
    """Text is in a table but not in a cell."""

    name = "html/text-in-table"
    severity = WARNING

    @on.problem("text-in-table")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        written = problem.span.of(article.text)
        start = problem.span.start + len(written) - len(written.lstrip())
        yield self.diagnostic(
            Span(start, start + len(written.strip())),
            "This text is not in a cell; browsers move it out of the table",
            hint="Put it into a `<td>`, a `<th>` or the `<caption>`",
            related=[Related(problem.element.span, "the table")] if problem.element else [],
        )
