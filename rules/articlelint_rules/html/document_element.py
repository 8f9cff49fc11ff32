"""html/document-element."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Fix, Rule, Severity
from articlelint_rules.html._blocks import is_in_text
from articlelint_rules.html._verified import replaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class DocumentElement(Rule):
    """A tag belongs to a whole document, and the article is a part of one."""

    name = "html/document-element"
    severity = Severity.WARNING
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each tag."""
        for problem in article.html_problems("document-element"):
            html = article.rendering.html
            is_first = not html[: problem.start].strip()
            if problem.tag == "!doctype" and article.html.document and is_first:
                edits = replaced(article, problem.start, problem.end, "<!doctype html>")
                yield self.diagnostic(
                    problem.span,
                    "The doctype is an old one; browsers may lay the page out as they did then",
                    fix=Fix.unsafe("Write `<!doctype html>`", *edits) if edits else None,
                )
                continue
            written = html[problem.start : problem.end].split(maxsplit=1)[0]
            edits = replaced(article, problem.start, problem.end, "")
            in_text = is_in_text(article, problem.span)
            yield self.diagnostic(
                problem.span,
                f"`{written.rstrip('>')}>` is ignored: the page has its own",
                hint="Put it between backticks if readers should see it" if in_text else None,
                fix=None if in_text else Fix.unsafe("Delete the tag", *edits) if edits else None,
            )
