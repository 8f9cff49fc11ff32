from articlelint import ERROR, SAFE, Article, Edit, Findings, Fix, HtmlProblem, Rule, Syntax, on
from articlelint_rules.html._blocks import is_in_text
from articlelint_rules.html._vocabulary import KNOWN


class SelfClosedElement(Rule):
    """A slash at the end of a tag is meant to close the element, but does not."""

    name = "html/self-closed-element"
    severity = ERROR
    fixable = SAFE

    strict: bool = False
    """Whether to report a slash that does no harm, too: an end tag follows, or in `<p/>`."""

    @on.problem("self-closed-element")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        tag = problem.tag
        if (tag not in KNOWN and "-" not in tag) or article.dialect.tags_are_components:
            return
        if "-" in tag and article.site.generator.capitals_are_components:
            return  # of whatever program makes the pages
        if (tag in _PHRASING or "-" in tag) and _is_rewritten(article):
            return
        if '="xref:' in article.rendering.html[problem.start : problem.end]:
            return  # a program puts a link there, with its text
        if tag == "image":
            return  # browsers take it for `<img>`, which has no content
        if tag == "p" and not self.strict:
            return  # it begins a paragraph where one was to end, which looks alike
        edits = _edits(article, problem)
        swallows = self.diagnostic(
            problem.span,
            f"`<{tag}/>` does not close the element; what follows is inside it",
            hint=_hint(article, problem),
            fix=Fix.unsafe(f"Write `></{tag}>`", *edits) if edits else None,
            cause=tag,
        )
        is_ended = problem.start in article.view(_ended)
        slash = _without_slash(article, problem) if is_ended else ()
        if not slash:
            yield swallows
            return
        if not self.strict:
            return
        yield self.diagnostic(
            problem.span,
            f"The `/` in `<{tag}/>` does nothing; `</{tag}>` closes it",
            fix=Fix.page("Delete the `/`", *slash, otherwise=None),
            unproven=swallows,
        )


_PHRASING = frozenset(
    {"a", "abbr", "b", "cite", "code", "em", "i", "kbd", "label", "mark", "q", "s", "samp", "small",
     "span", "strong", "sub", "sup", "u", "var"}
)  # fmt: skip


def _is_rewritten(article: Article) -> bool:
    """Tell whether ``<a/>`` becomes ``<a></a>`` in the page, as kramdown has it."""
    return article.syntax is Syntax.MARKDOWN and article.dialect.rewrites_html


def _ended(article: Article) -> frozenset[int]:
    """Return where the start tags stand in the page whose elements have an end tag; a view."""
    return frozenset(
        element.start_offsets[0]
        for element in article.elements()
        if element.start_offsets and element.end_tag is not None
        # kramdown writes one that is missing
        if element.end_tag.of(article.text)[:2] == "</"
    )


def _hint(article: Article, problem: HtmlProblem) -> str | None:
    """Return what to do where the tag may well be text: "the <slot/> tag"."""
    written = article.rendering.html[problem.start : problem.end]
    if "=" in written or not is_in_text(article, problem.span):
        return None
    return "Put it in backticks if readers should see the tag"


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edits that turn ``<a/>`` into ``<a></a>``."""
    first = _without_slash(article, problem)
    second = article.insert_html(problem.end, f"</{problem.tag}>")
    return (*first, *second) if first and second else ()


def _without_slash(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    html = article.rendering.html
    slash = html.rfind("/", problem.start, problem.end)
    if slash < 0:
        return ()
    return article.replace_html(len(html[:slash].rstrip()), slash + 1, "")
