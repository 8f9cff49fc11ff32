from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Findings,
    Fix,
    HtmlProblem,
    Related,
    Rule,
    Span,
    on,
    regex,
)

_SPACES = " \t\n\f\r"
_NO_BREAK = "\N{NO-BREAK SPACE}"

_GAP = regex("&(?:nbsp|#160|#[xX][aA]0);?|[\u200b-\u200d\u2060\ufeff]")

_LONGEST_CODE = 2_000


class TextInTable(Rule):
    """Text is in a table but not in a cell."""

    name = "html/text-in-table"
    severity = WARNING
    fixable = UNSAFE

    strict: bool = False
    """Whether to report a no-break space, too, which makes no more than a gap."""

    @on.problem("text-in-table")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        before = article.rendering.html[
            max(0, problem.start - _LONGEST_CODE) : problem.start
        ].lower()
        if before.rfind("<code") > before.rfind("</code"):
            return  # the tags around it are code
        written = problem.span.of(article.text)
        start = problem.span.start + len(written) - len(written.lstrip(_SPACES))
        place = Span(start, start + len(written.strip(_SPACES)))
        related = [Related(problem.element.span, "the table")] if problem.element else []
        text = place.of(article.text)
        if text and not _GAP.sub("", text).strip(_SPACES + _NO_BREAK):
            if not self.strict:
                return
            yield self.diagnostic(
                place,
                "A no-break space is not in a cell; browsers move it out of the table",
                fix=Fix.unsafe("Write spaces", (place, " " * len(text))),
                related=related,
                cause="article/no-break-space",
            )
            return
        yield self.diagnostic(
            place,
            "This text is not in a cell; browsers move it out of the table",
            hint="Put it into a `<td>`, a `<th>` or the `<caption>`",
            related=related,
            cause="article",
        )
