from collections import defaultdict, deque
from collections.abc import Sequence

from articlelint import (
    ERROR,
    SAFE,
    Article,
    Diagnostic,
    Edit,
    Findings,
    Fix,
    HtmlProblem,
    Related,
    Rule,
    Syntax,
    TagPlace,
    on,
)
from articlelint_rules.html._blocks import block_name, made_by_markdown
from articlelint_rules.html._prose import PROSE_HINT, is_named
from articlelint_rules.html._shown import shown_tags
from articlelint_rules.html._vocabulary import KNOWN, nearest


class StrayEndTag(Rule):
    """An end tag closes nothing."""

    name = "html/stray-end-tag"
    severity = ERROR
    fixable = SAFE

    @on.problems("stray-end-tag")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        for problem in _unexcused(problems, article):
            if _may_close_layouts(problem, article):
                continue
            if problem.detail == "mistaken" and problem.element is not None:
                yield self._mistaken(problem, problem.element, article)
                continue
            if is_named(article, problem) or problem.tag not in KNOWN:
                yield self.diagnostic(problem.span, _message(article, problem), hint=PROSE_HINT)
                continue
            title, edits = f"Delete `</{problem.tag}>`", _edits(article, problem)
            if problem.other is not None:
                what = block_name(article, problem.element) or "element"
                yield self.diagnostic(
                    problem.other.span,
                    f"`</{problem.tag}>` is superfluous: Markdown closes its {what} itself",
                    fix=Fix.unsafe(title, (problem.other.span, "")),
                )
            elif not _is_shown(article):
                # Of an `</a>` a link was meant.
                doubted = edits and (problem.tag == "a" or _joins_url(article, problem))
                fix = Fix.unsafe(title, *edits) if doubted else Fix.page(title, *edits)
                yield self.diagnostic(problem.span, _message(article, problem), fix=fix)
            elif not any(outer.tag in _CODE for outer in problem.open_elements):
                hint = f"{article.site.generator.title} shows it as text"
                fix = Fix.unsafe(title, *edits) if edits else None
                if problem.tag == "br":
                    fix = Fix.unsafe("Write `<br>`", (problem.span, "<br>"))
                yield self.diagnostic(problem.span, _message(article, problem), hint=hint, fix=fix)

    def _mistaken(self, problem: HtmlProblem, element: TagPlace, article: Article) -> Diagnostic:
        right = f"</{element.tag}>"
        edits: tuple[Edit, ...] = (Edit(problem.span, right),)
        if not _is_shown(article):
            edits = article.replace_html(problem.start, problem.end, right)
        return self.diagnostic(
            problem.span,
            f"`</{problem.tag}>` is in place of `{right}`",
            fix=Fix.unsafe(f"Write `{right}`", *edits) if edits else None,
            related=[Related(element.span, "opened here")],
        )


def _may_close_layouts(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether what the tag closes may have been opened by the layout, which goes on."""
    if problem.open_elements or article.syntax is not Syntax.HTML or problem.tag not in _FRAMES:
        return False
    return article.front_matter is not None and "layout" in article.front_matter.data


_FRAMES = frozenset({"article", "div", "main", "section"})
_CODE = frozenset({"code", "kbd", "pre", "samp"})


def _is_shown(article: Article) -> bool:
    """Tell whether readers see a stray end tag, in code perhaps as the author wants it."""
    return article.syntax is Syntax.MARKDOWN and article.dialect.rewrites_html


def _unexcused(problems: Sequence[HtmlProblem], article: Article) -> Sequence[HtmlProblem]:
    """Return the problems without the end tags of start tags that another rule reports.

    Those are misspelt (``<strnog>x</strong>``), or Markdown shows them as text.
    """
    problems = [problem for problem in problems if not _closes_misspelt(problem)]
    shown = article.view(shown_tags) if problems else ()
    if not shown:
        return problems
    starts: dict[str, deque[int]] = defaultdict(deque)
    for each in shown:
        starts[each.tag].append(each.start)
    kept = []
    for problem in problems:
        own = starts[problem.tag]
        if own and own[0] < problem.span.start:
            own.popleft()
        else:
            kept.append(problem)
    return kept


def _closes_misspelt(problem: HtmlProblem) -> bool:
    if not problem.open_elements:
        return False
    inner = problem.open_elements[-1].tag
    return inner not in KNOWN and nearest(inner) == problem.tag


def _message(article: Article, problem: HtmlProblem) -> str:
    if problem.detail != "shown" and made_by_markdown(article, problem.start, problem.end):
        place = TagPlace(problem.tag, problem.start, problem.end, problem.span)
        return f"A tag before this ends the {block_name(article, place)} that Markdown ends here"
    if problem.tag == "p":
        return "`</p>` closes no paragraph; the browser makes an empty one of it"
    if not problem.open_elements:
        return f"`</{problem.tag}>` closes nothing; no element is open here"
    inner = problem.open_elements[-1].tag
    return f"`</{problem.tag}>` closes nothing; the open element is `<{inner}>`"


def _joins_url(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether a bare URL ends at the tag, and would take in what follows it."""
    text, span = article.text, problem.span
    if article.syntax is not Syntax.MARKDOWN or not text[span.end : span.end + 1].strip():
        return False
    words = text[max(0, span.start - _LONGEST_URL) : span.start].split()
    is_glued = bool(words) and not text[span.start - 1].isspace()
    return is_glued and ("://" in words[-1] or "www." in words[-1])


_LONGEST_URL = 2_000


def _edits(article: Article, problem: HtmlProblem) -> tuple[Edit, ...]:
    """Return the edit that deletes the tag, its line with it where nothing else is on it."""
    edits: tuple[Edit, ...] = (Edit.delete(problem.span),)
    if problem.detail != "shown":
        edits = article.replace_html(problem.start, problem.end, "")
    if not edits:
        return ()
    line = article.lines.filled(edits[0].span)
    return edits if line is None else (Edit.delete(line),)
