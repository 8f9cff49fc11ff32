from itertools import takewhile

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    CutHtml,
    Edit,
    Findings,
    Fix,
    Related,
    Rule,
    Span,
    on,
    regex,
)

_BLANK_LINES = regex(r"\n(?P<lines>(?:[ \t]*+\r?\n)++)(?:[ \t]++(?P<tag><)?)?")
"""Blank lines, and whether an indented tag follows."""


def _cuts(article: Article) -> tuple[CutHtml, ...]:
    """Return where HTML becomes code; a view."""
    return article.cut_html


class AccidentalCode(Rule):
    """HTML ends in the middle of an element, and what follows is shown as code."""

    name = "markdown/accidental-code"
    severity = WARNING
    fixable = UNSAFE
    many_are_one = True

    @on.view(_cuts)
    def check(self, cut: CutHtml, article: Article) -> Findings:
        if not article.dialect.is_known:
            return
        if cut.blank.length:
            yield self.diagnostic(
                cut.blank,
                "This blank line ends the HTML, and what follows is shown as code",
                fix=_fix(cut, article),
                related=[Related(cut.code, "readers see these tags")],
            )
            return
        source = cut.code.of(article.text)
        indentation = len(source) - len(source.lstrip())
        end = cut.code.start + len(source.rstrip().partition("\n")[0].rstrip())
        yield self.diagnostic(
            Span(cut.code.start + indentation, end),
            "This is shown as code because it is indented by four spaces or a tab",
            hint="Indent it less",
        )


def _fix(cut: CutHtml, article: Article) -> Fix:
    """Return the fix that deletes the blank lines at which the HTML would end, one by one."""
    further = takewhile(lambda match: match["tag"], _BLANK_LINES.finditer(article.text, *cut.code))
    edits = [Edit.delete(Span(*match.span("lines"))) for match in further]
    title = "Delete the blank lines" if edits else "Delete the blank line"
    return Fix.unsafe(title, Edit.delete(cut.blank), *edits)
