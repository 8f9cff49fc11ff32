import re
from collections.abc import Sequence

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    Format,
    HtmlProblem,
    Rule,
    Span,
    on,
    regex,
)
from articlelint_rules.html._blocks import is_in_text

_METADATA = regex(r"\s*+<(?:link|meta|script|style)\b", re.IGNORECASE)


class DocumentElement(Rule):
    """A tag belongs to a whole document, but an article is only part of one."""

    name = "html/document-element"
    severity = WARNING
    fixable = UNSAFE

    strict: bool = False
    """Whether to report tags whose loss no reader sees, too."""

    @on.problems("document-element")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        html = article.rendering.html
        front_matter = article.front_matter
        has_data = front_matter is not None and front_matter.format is Format.META
        is_alone = {problem.tag for problem in problems} == {"head"}
        ignored: list[tuple[Span, str, tuple[Edit, ...]]] = []
        for problem in problems:
            written = html[problem.start : problem.end].split(maxsplit=1)[0].rstrip(">") + ">"
            if (
                problem.tag == "!doctype"
                and article.html.document
                and not html[: problem.start].strip()
            ):
                if not self.strict:
                    continue
                edits = article.replace_html(problem.start, problem.end, "<!doctype html>")
                yield self.diagnostic(
                    problem.span,
                    "The doctype is outdated; browsers may lay out the page as old browsers did",
                    fix=Fix.unsafe("Write `<!doctype html>`", *edits) if edits else None,
                )
            elif is_alone and _METADATA.match(html, problem.end):
                continue  # what is in a head works in a page's body, too
            elif is_in_text(article, problem.span):
                yield self.diagnostic(
                    problem.span,
                    f"`{written}` is ignored: the page has its own",
                    hint="Put it in backticks if readers should see it",
                    cause="article",
                )
            elif self.strict:
                edits = () if has_data else article.replace_html(problem.start, problem.end, "")
                ignored.append((problem.span, written, edits))
        if ignored:
            yield self._of_document(ignored)

    def _of_document(self, ignored: Sequence[tuple[Span, str, tuple[Edit, ...]]]) -> Diagnostic:
        span, first, edits = ignored[0]
        others = list(dict.fromkeys(f"`{written}`" for _, written, _ in ignored[1:]))
        also, tags = "", "tag"
        if others:
            *most, last = others
            also = (
                f", as {'are' if most else 'is'} {', '.join(most)}{' and ' if most else ''}{last}"
            )
            tags, edits = "tags", tuple([edit for each in ignored for edit in each[2]])
        return self.diagnostic(
            span,
            f"`{first}` is ignored{also}: the page has its own",
            fix=Fix.unsafe(f"Delete the {tags}", *edits) if edits else None,
        )
