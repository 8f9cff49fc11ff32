from typing import Final

from articlelint import UNSAFE, WARNING, Article, Findings, Fix, HtmlProblem, Rule, on, regex
from articlelint_rules.html._parse_messages import HARMLESS, MESSAGES
from articlelint_rules.html._stray import follows_swallower

_SPACED: Final = regex(r"</([\t\n\f\r ]+)[A-Za-z][A-Za-z0-9-]*[\t\n\f\r ]*>")
_EARLIER: Final = regex(r"<!(?i:doctype\s+html\s+public)\s+[\"']-//W3C//DTD X?HTML ")
"""A doctype of an earlier HTML, with which browsers do what it says."""


class ParseError(Rule):
    """The markup violates the HTML standard in a way that no other rule explains."""

    name = "html/parse-error"
    severity = WARNING
    fixable = UNSAFE

    strict: bool = False
    """Whether to report what browsers correct without a visible difference, too."""

    @on.problem("parse-error", "too-deep", "too-large", "unjudged")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        if not self.strict and problem.code in HARMLESS:
            return
        if follows_swallower(problem, article) or problem.span.start == problem.span.end:
            return  # of what the author did not write
        if problem.code == "unknown-doctype" and _EARLIER.match(
            article.rendering.html, problem.start
        ):
            return
        if not problem.code.startswith("expected-doctype"):
            message, fix = _message(article, problem), _fix(article, problem)
            yield self.diagnostic(problem.span, message, fix=fix, cause=message)
        elif self.strict and article.front_matter is None:  # else a layout may begin the document
            yield self.diagnostic(
                problem.span,
                "The document does not begin with `<!doctype html>`; browsers lay it out as they"
                " did in 1999",
                cause="doctype",
            )


def _message(article: Article, problem: HtmlProblem) -> str:
    message = MESSAGES.get(problem.kind) or MESSAGES.get(problem.code)
    if message is not None:
        return message.format(tag=problem.tag)
    if article.rendering.html.startswith("</", problem.start):
        return "This is not an end tag: a letter must follow `</`; browsers read it as a comment"
    name = f"({problem.name or problem.code})"
    if problem.tag:
        return f"`<{problem.tag}>` is not allowed here {name}"
    return f"The markup is not what the HTML standard allows here {name}"


def _fix(article: Article, problem: HtmlProblem) -> Fix | None:
    """Return the fix that takes the space out of ``</ p>``, which changes the page."""
    found = _SPACED.match(article.rendering.html, problem.start, problem.end)
    edits = article.replace_html(*found.span(1), "") if found else ()
    return Fix.unsafe("Delete the space", *edits) if edits else None
