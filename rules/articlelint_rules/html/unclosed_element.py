from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from articlelint import (
    ERROR,
    SAFE,
    UNSAFE,
    WARNING,
    Article,
    Cause,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Related,
    Rule,
    Span,
    Syntax,
    TagPlace,
    on,
    regex,
)
from articlelint_rules.html._blocks import block_name, made_by_markdown
from articlelint_rules.html._prose import (
    PROSE_HINT,
    escaped,
    follows_words,
    is_named,
    is_quoted,
    may_be_text,
    prose_hint,
)
from articlelint_rules.html._vocabulary import KNOWN


class UnclosedElement(Rule):
    """An element is opened but not closed."""

    name = "html/unclosed-element"
    severity = ERROR
    fixable = SAFE
    yields_to = ("html/self-closed-element",)

    @on.problem("unclosed-element")
    def check(self, problem: HtmlProblem, article: Article) -> Findings:
        if problem.tag not in KNOWN and problem.detail != "shown":
            return  # html/unknown-element says it
        if problem.tag not in KNOWN:
            yield self._unknown(problem, article)
            return
        if _is_told_before(article, problem):
            return
        if problem.tag in _BLOCKS and block_name(article, problem.other) == "table cell":
            return  # it ends with its cell, and looks as it would otherwise
        title, edits = f"Insert `</{problem.tag}>`", _edits(article, problem)
        if problem.tag in _MARKED and made_by_markdown(article, problem.start, problem.end):
            yield self._of_markdown(article, problem)
        elif problem.detail == "again":
            yield self._again(article, problem)
        elif problem.detail == "nested":
            yield self._nested(problem, Fix.guess(title, *edits))
        else:
            yield self._plain(problem, article, title, edits)

    def _unknown(self, problem: HtmlProblem, article: Article) -> Diagnostic:
        start = problem.span.start
        return self.diagnostic(
            problem.span,
            _message(article, problem),
            hint="Write `&lt;` for the `<`",
            fix=Fix.unsafe("Write `&lt;`", (Span(start, start + 1), "&lt;")),
        )

    def _of_markdown(self, article: Article, problem: HtmlProblem) -> Diagnostic:
        mark = article.text[problem.span.start]
        place = TagPlace(problem.tag, problem.start, problem.end, problem.span)
        return self.diagnostic(
            Span(problem.span.start, problem.span.start + 1),
            f"The {block_name(article, place)} that begins here does not end in this element",
            hint=f"Write `\\{mark}` where readers should see the character",
            related=[Related(problem.other.span, "this ends before it")] if problem.other else [],
            cause=f"article/{mark}",
        )

    def _plain(
        self, problem: HtmlProblem, article: Article, title: str, edits: tuple[Edit, ...]
    ) -> Diagnostic:
        other = problem.other
        at_end = problem.cause is Cause.END_OF_INPUT  # where it was to end only the author knows
        may_be_end = _may_be_end(article, problem)
        is_doubted = at_end or may_be_text(article, problem) or may_be_end
        doubted = UNSAFE if is_doubted else SAFE
        text = escaped(article, problem)
        what = "shown as text" if problem.detail == "shown" else "the browser closes it here"
        is_sample = _is_sample(article, problem)
        without = self.diagnostic(
            problem.span,
            _message(article, problem),
            severity=WARNING if is_sample and problem.tag not in _HIDING else None,
            hint=PROSE_HINT
            if is_sample
            else prose_hint(article, problem) or _where(article, problem),
            fix=text,
            related=[Related(other.span, what)] if other else [],
            cause=f"article/{problem.tag}" if at_end or text else None,
        )
        fix = Fix.page(title, *edits, otherwise=None, proven=doubted, stacks=True)
        if text or fix is None or is_sample or (may_be_end and problem.tag in _INLINE):
            return without  # another pair would be put behind it
        if problem.tag == "a" and edits[-1].span.start == problem.span.end:
            return without  # what it was to hold is missing, too
        return replace(without, hint=prose_hint(article, problem), fix=fix, unproven=without)

    def _again(self, article: Article, problem: HtmlProblem) -> Diagnostic:
        end_tag = f"</{problem.tag}>"
        edits = article.replace_html(problem.start, problem.end, end_tag)
        first = problem.other
        return self.diagnostic(
            problem.span,
            f"This opens a second `<{problem.tag}>`; `{end_tag}` was probably meant",
            fix=Fix.unsafe(f"Write `{end_tag}`", *edits) if edits else None,
            related=[Related(first.span, "opened here")] if first else [],
        )

    def _nested(self, problem: HtmlProblem, fix: Fix | None) -> Diagnostic:
        outer = problem.other
        related = [Related(outer.span, "it has to end before this")] if outer else []
        name = outer.tag if outer else ""
        return self.diagnostic(
            problem.span,
            f"`<{problem.tag}>` is not closed before `</{name}>`",
            fix=fix,
            related=related,
        )


def _is_told_before(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether another tag is named in the same line, of which the same is said."""
    if not _is_in_prose(article, problem) or escaped(article, problem) is not None:
        return False  # one with a fix of its own is told
    found = article.html_problems("unclosed-element")
    index = bisect_left(found, problem.start, key=lambda each: each.start)
    if not index:
        return False
    other = found[index - 1]
    is_near = 0 <= problem.span.start - other.span.end < _LINE
    between = article.text[other.span.end : problem.span.start] if is_near else "\n"
    return "\n" not in between and _is_in_prose(article, other)


def _is_in_prose(article: Article, problem: HtmlProblem) -> bool:
    return problem.tag in KNOWN and (
        _is_sample(article, problem) or prose_hint(article, problem) is not None
    )


_LINE = 2_000


_HIDING = frozenset(
    {"audio", "canvas", "details", "dialog", "iframe", "math", "noscript", "script", "select",
     "style", "svg", "table", "template", "textarea", "title", "video"}
)  # fmt: skip
"""Elements that hide, or tear apart, what comes after them; others lack their word alone."""


_MARKED = frozenset({"del", "em", "strong"})
_INLINE = frozenset({"b", "code", "em", "i", "span", "strong", "sub", "sup", "u"})
_BLOCKS = frozenset({"center", "div", "dl", "li", "ol", "p", "ul"})


def _may_be_end(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether a slash was forgotten: ``<span class="key">F1<span>``."""
    html, bare = article.rendering.html, f"<{problem.tag}>"
    if html.startswith(bare, problem.start):
        return article.view(_counts)[problem.tag] > 1
    if problem.closed_at is None:
        return False
    return html.find(bare, problem.end, min(problem.closed_at, problem.end + _NEAR)) >= 0


def _counts(article: Article) -> Counter[str]:
    """Return how many elements of each tag are not closed; a view."""
    return Counter(each.tag for each in article.html_problems("unclosed-element"))


_NEAR = 1_000
"""Characters; what a tag without its slash ends is no longer than that."""


def _is_sample(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether the tag is named in a sentence, and nothing of its block belongs into it."""
    if is_quoted(article, problem):
        return True
    bare = problem.end - problem.start == len(problem.tag) + 2
    if bare and problem.tag in _HIDING and follows_words(article, problem):
        return True
    return bare and is_named(article, problem)


def _where(article: Article, problem: HtmlProblem) -> str:
    hint = f"Put `</{problem.tag}>` where it should end"
    if problem.tag in _OPTIONAL and not article.dialect.has_optional_end_tags:
        return f"{hint}: {article.site.generator.title}'s Markdown needs every end tag"
    return hint


_OPTIONAL = frozenset(
    {"colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot",
     "th", "thead", "tr"}
)  # fmt: skip


def _message(article: Article, problem: HtmlProblem) -> str:
    block = None if problem.detail == "shown" else block_name(article, problem.other)
    if block is not None:
        return f"`<{problem.tag}>` is not closed in its {block}"
    match problem.cause:
        case Cause.END_TAG if problem.other is not None:
            return f"`<{problem.tag}>` is not closed before `</{problem.other.tag}>`"
        case Cause.START_TAG if problem.other is not None:
            return f"`<{problem.tag}>` is not closed before the next `<{problem.other.tag}>`"
        case _:
            return f"`<{problem.tag}>` is never closed"


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that closes the element where the parser did; none where it cannot be."""
    end_tag = f"</{problem.tag}>"
    if problem.closed_at is None or made_by_markdown(article, problem.start, problem.end):
        return ()
    if problem.cause is not Cause.END_OF_INPUT:
        return article.insert_html(problem.closed_at, end_tag)
    start = problem.span.end
    if _BLANK_LINE.search(article.text, start, article.body.end):
        return ()  # where it was to end only the author knows
    if article.syntax is Syntax.HTML:
        if article.text.count("\n", start, article.body.end) > _MOST_LINES:
            return ()  # likewise
        return article.insert_html(_end_of_body(article.rendering.html), end_tag)
    # Behind the last paragraph of a Markdown body, in a block of its own.
    end = article.body.start + len(article.body.of(article.text).rstrip())
    newline = "\r\n" if "\r\n" in article.text else "\n"
    return (Edit.insert(end, f"{newline}{newline}{end_tag}"),)


_MOST_LINES = 12
"""Of HTML at the end of a page that belong together."""
_BLANK_LINE = regex(r"\n[ \t]*\r?\n[ \t]*[^\s]")


def _end_of_body(html: str) -> int:
    """Return where the content of a page ends, before ``</body>`` and ``</html>``."""
    content = html.rstrip()
    for end_tag in ("</html>", "</body>"):
        if content[-len(end_tag) :].lower() == end_tag:
            content = content[: -len(end_tag)].rstrip()
    return len(content)
