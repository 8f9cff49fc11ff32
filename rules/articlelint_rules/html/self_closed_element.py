from articlelint import ERROR, SAFE, Article, Edit, Findings, Fix, HtmlProblem, Rule, Syntax
from articlelint_rules.html._blocks import is_in_text
from articlelint_rules.html._verified import inserted, replaced, verified
from articlelint_rules.html._vocabulary import KNOWN


class SelfClosedElement(Rule):
    """A slash at the end of a tag is meant to close the element, and does not."""

    name = "html/self-closed-element"
    severity = ERROR
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        problems = [
            problem
            for problem in article.html_problems("self-closed-element")
            if problem.tag in KNOWN or "-" in problem.tag
            if problem.tag not in _PHRASING or not _is_rewritten(article)
        ]
        if not problems:
            return
        closed = {
            element.start_offsets[0]
            for element, _ in article.written(*{problem.tag for problem in problems})
            if element.start_offsets and element.end_tag is not None
        }
        candidates = [
            ("Delete the `/`", _without_slash(article, problem) if problem.start in closed else ())
            for problem in problems
        ]
        for problem, fix in zip(problems, verified(article, candidates), strict=True):
            if fix is not None:
                yield self.diagnostic(
                    problem.span,
                    f"The `/` in `<{problem.tag}/>` does nothing; `</{problem.tag}>` closes it",
                    fix=fix,
                )
                continue
            edits = _edits(article, problem)
            yield self.diagnostic(
                problem.span,
                f"`<{problem.tag}/>` does not close the element; what follows is inside it",
                hint=_hint(article, problem),
                fix=Fix.unsafe(f"Write `></{problem.tag}>`", *edits) if edits else None,
            )


_PHRASING = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "label", "mark", "q", "s", "samp", "small",
     "span", "strong", "sub", "sup", "u", "var"}
)  # fmt: skip


def _is_rewritten(article: Article) -> bool:
    """Tell whether ``<a/>`` becomes ``<a></a>`` in the page, as kramdown has it."""
    return article.syntax is Syntax.MARKDOWN and article.site.generator.markdown_rewrites_html


def _hint(article: Article, problem: HtmlProblem) -> str | None:
    """Return what to do where the tag may well be text: "the <slot/> tag"."""
    written = article.rendering.html[problem.start : problem.end]
    if "=" in written or not is_in_text(article, problem.span):
        return None
    return "Put it between backticks if readers should see the tag"


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edits that turn ``<a/>`` into ``<a></a>``."""
    first = _without_slash(article, problem)
    second = inserted(article, problem.end, f"</{problem.tag}>")
    return (*first, *second) if first and second else ()


def _without_slash(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    html = article.rendering.html
    slash = html.rfind("/", problem.start, problem.end)
    if slash < 0:
        return ()
    return replaced(article, len(html[:slash].rstrip()), slash + 1, "")
