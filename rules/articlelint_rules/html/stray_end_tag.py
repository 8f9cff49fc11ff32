import re
import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence

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
    Span,
    Syntax,
    TagPlace,
    on,
)
from articlelint_rules.html._blocks import block_name, made_by_markdown
from articlelint_rules.html._missed import (
    CODE,
    first_of_two,
    is_code,
    is_missed,
    shown_start,
    starts_in_code,
)
from articlelint_rules.html._prose import PROSE_HINT, is_named
from articlelint_rules.html._stray import (
    as_runs,
    edits_of,
    first_of_tags,
    is_shown,
    is_word,
    makes_paragraph,
    message,
    unexcused,
)
from articlelint_rules.html._vocabulary import KNOWN

_NEVER_NEEDED = frozenset({"embed", "p", "param"})
"""Elements whose end tags programs write although none is needed, in whatever they export."""


class StrayEndTag(Rule):
    """An end tag closes nothing."""

    name = "html/stray-end-tag"
    severity = ERROR
    fixable = SAFE

    strict: bool = False
    """Whether to report what browsers drop without a visible difference, too."""

    @on.problems("stray-end-tag")
    def check(self, problems: Sequence[HtmlProblem], article: Article) -> Findings:
        told = list(unexcused(problems, article))
        hanging = _hanging_on_templates(told, article)
        ends = {problem.end for problem in told}
        runs = as_runs(
            [
                each
                for each in told
                if each.start not in hanging and not _may_close_layouts(each, article)
            ]
        )
        for problem in told:
            if (
                problem.start in ends  # of one more end tag, of the same cause
                or problem.start in hanging
                or _may_close_layouts(problem, article)
                or makes_paragraph(problem, article)
                or _follows_broken_row(problem, article)
                or _is_doubled(problem, article)
                or _is_told_at_start(problem, article)
                or is_word(problem, article)
            ):
                continue
            if problem.detail == "mistaken" and problem.element is not None:
                yield self._mistaken(problem, problem.element, article)
                continue
            if _begins_in_comment(problem, article):
                continue
            custom = _custom_element(problem, article) or _other_cell(problem)
            if custom is not None:
                yield self._mistaken(problem, custom, article)
                continue
            if is_named(article, problem) or problem.tag not in KNOWN:
                if is_shown(article):
                    continue  # as it was meant
                if _is_of_program(problem, article):
                    continue
                yield self.diagnostic(
                    problem.span, message(article, problem), hint=PROSE_HINT, cause=problem.tag
                )
                continue
            yield from self._superfluous(problem, runs, article)

    def _superfluous(
        self, problem: HtmlProblem, runs: Mapping[int, HtmlProblem], article: Article
    ) -> Findings:
        if not (self.strict or is_missed(problem, article)):
            return
        if problem.other is not None:
            run = runs.get(problem.other.end)
            span = problem.other.span
            what = block_name(article, problem.element) or "element"
            yield self.diagnostic(
                span,
                f"`</{problem.tag}>` is superfluous: Markdown closes its {what} itself",
                fix=Fix.unsafe(
                    f"Delete `</{problem.tag}>`",
                    (Span(span.start, run.span.end if run else span.end), ""),
                ),
            )
        elif (start := shown_start(problem, article)) is not None:
            if is_shown(article) and start.of(article.text).startswith(f"<{problem.tag}"):
                return  # readers see both, as they stand
            yield self.diagnostic(
                problem.span,
                message(article, problem),
                hint="What was meant as its start tag is shown as text",
                related=[Related(start, "the start tag")],
            )
        elif is_shown(article):
            if not any(outer.tag in CODE for outer in problem.open_elements):
                yield self._shown(problem, article)
        elif is_code(problem, article):
            yield self.diagnostic(
                problem.span,
                message(article, problem),
                hint="Write `&lt;` for the `<` if readers should see it",
                cause="article/code",
            )
        elif first_of_two(problem, article):
            right = f"<{problem.tag}>"
            edits = article.replace_html(problem.start, problem.end, right)
            yield self.diagnostic(
                problem.span,
                f"`</{problem.tag}>` is written instead of `{right}`",
                fix=Fix.unsafe(f"Write `{right}`", *edits) if edits else None,
            )
        else:
            yield self._dropped(problem, runs[problem.start], article)

    def _shown(self, problem: HtmlProblem, article: Article) -> Diagnostic:
        edits = edits_of(article, problem)
        fix = Fix.unsafe(f"Delete `</{problem.tag}>`", *edits) if edits else None
        if problem.tag == "br":
            fix = Fix.unsafe("Write `<br>`", (problem.span, "<br>"))
        return self.diagnostic(
            problem.span,
            message(article, problem),
            hint=f"{article.site.generator.title} shows it as text",
            fix=fix,
            cause=problem.tag if problem.tag in _NEVER_NEEDED else "article/" + problem.tag,
        )

    def _dropped(self, problem: HtmlProblem, run: HtmlProblem, article: Article) -> Diagnostic:
        title, edits = f"Delete `</{problem.tag}>`", edits_of(article, problem)
        # Of an `</a>` a link was meant.
        doubted = edits and (
            problem.tag == "a" or _joins_url(article, problem) or starts_in_code(problem, article)
        )
        fix = Fix.unsafe(title, *edits) if doubted else Fix.page(title, *edits)
        if not doubted and run.end > problem.end and (of_run := edits_of(article, run)):
            fix = Fix.page(f"Delete `</{problem.tag}>` and the end tags after it", *of_run)
        # Lists are ended by hand all over an article.
        is_made = made_by_markdown(article, problem.start, problem.end)
        cause = "article" if is_made else f"article/{problem.tag}"
        return self.diagnostic(problem.span, message(article, problem), fix=fix, cause=cause)

    def _mistaken(self, problem: HtmlProblem, element: TagPlace, article: Article) -> Diagnostic:
        right = f"</{element.tag}>"
        edits: tuple[Edit, ...] = (Edit(problem.span, right),)
        if not is_shown(article):
            edits = article.replace_html(problem.start, problem.end, right)
        return self.diagnostic(
            problem.span,
            f"`</{problem.tag}>` is written instead of `{right}`",
            fix=Fix.unsafe(f"Write `{right}`", *edits) if edits else None,
            related=[Related(element.span, "opened here")],
        )


def _other_cell(problem: HtmlProblem) -> TagPlace | None:
    """Return the cell of a table that is open, of the other kind: ``<th>One</td>``."""
    inner = problem.open_elements[-1] if problem.open_elements else None
    if inner is None or {inner.tag, problem.tag} != {"td", "th"}:
        return None
    return inner


def _follows_broken_row(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether the row of a table goes on here, so that the tags in it are told of already.

    | One | <ul><li>It ends
    here</li></ul> |
    """
    if not problem.open_elements or problem.open_elements[-1].tag not in {"td", "th"}:
        return False
    text = article.text
    line = text.rfind("\n", 0, problem.span.start)
    start = text.rfind("\n", 0, max(line, 0)) + 1
    row = text[start : max(line, start)].strip()
    if not row.startswith("|") or row.endswith("|") or f"<{problem.tag}" not in row.lower():
        return False
    overlapping = article.html_problems("overlapping-elements")
    told = [each.element.span.start for each in overlapping if each.element is not None]
    return any(start <= each < line for each in told)


def _is_doubled(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether an empty element ends with it, or the same end tag stands before it.

    Browsers leave it out. That of a block may end one of the layout's.
    """
    if problem.other is not None or is_shown(article):
        return False
    if problem.tag in _EMPTY:
        html = article.rendering.html
        start = html.rfind("<", max(problem.start - _LONGEST_URL, 0), problem.start)
        return html[start + 1 : problem.start].lower().startswith(f"{problem.tag} ")
    if problem.tag not in _LEFT_OUT:
        return False
    if starts_in_code(problem, article):
        return False
    before = article.rendering.html[max(problem.start - _LONGEST_TAG, 0) : problem.start].rstrip()
    return before.lower().endswith(f"</{problem.tag}>")


_LONGEST_TAG = 200
_EMPTY = frozenset({"area", "embed", "hr", "image", "img", "input", "param", "source", "track"})
"""What has no content, and is ended at once by some all the same: `<img src="a.png"></img>`."""
_LEFT_OUT = frozenset(
    {"a", "b", "big", "code", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "i", "kbd", "li",
     "s", "small", "span", "strike", "strong", "sub", "sup", "tbody", "td", "th", "thead", "tr",
     "tt", "u"}
)  # fmt: skip


def _is_told_at_start(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether Markdown makes the tag, and that it begins in another element is told."""
    if problem.detail == "shown" or not made_by_markdown(article, problem.start, problem.end):
        return False
    return article.view(_begun_by_markdown).get(problem.tag, problem.start) < problem.start


def _begun_by_markdown(article: Article) -> dict[str, int]:
    """Return where the first element of each tag begins that Markdown makes and does not end."""
    found: dict[str, int] = {}
    for each in article.html_problems("unclosed-element"):
        if made_by_markdown(article, each.start, each.end):
            found[each.tag] = min(each.start, found.get(each.tag, each.start))
    return found


def _is_of_program(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether a program that is not known has both tags of a custom element for itself."""
    if "-" not in problem.tag or article.site.generator.has_content_folder:
        return False
    first = article.view(first_of_tags).get(problem.tag)
    return first is not None and first < problem.span.start


def _begins_in_comment(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether a `<?` before it makes a comment of its start tag: html/malformed-comment."""
    html = article.rendering.html
    start = html.rfind(f"<{problem.tag}", max(problem.start - _LONGEST_URL, 0), problem.start)
    mark = html.rfind("<?", max(start - _LONGEST_COMMENT, 0), start) if start >= 0 else -1
    return mark >= 0 and html.find(">", mark) >= start


_LONGEST_COMMENT = 20_000


def _custom_element(problem: HtmlProblem, article: Article) -> TagPlace | None:
    """Return the custom element that the tag was to end: ``<lite-video></iframe>``."""
    element = problem.open_elements[-1] if problem.open_elements else None
    if element is None or "-" not in element.tag:
        return None
    return None if "<" in article.rendering.html[element.end : problem.start] else element


def _may_close_layouts(problem: HtmlProblem, article: Article) -> bool:
    """Tell whether what the tag closes may have been opened by the layout, which goes on."""
    if problem.open_elements or article.syntax is not Syntax.HTML or problem.tag not in _FRAMES:
        return False
    return article.front_matter is not None and "layout" in article.front_matter.data


def _hanging_on_templates(problems: Sequence[HtmlProblem], article: Article) -> set[int]:
    """Return where those begin that may close something where a template takes another way.

    A block above the tag that may be left out holds a start tag of that name: an item in a loop
    closes the one that the loop stands in. Or it stands in a block itself, without a start tag.
    """
    blocks = sorted(
        tag.content
        for tag in article.masked.tags
        if tag.content is not None and tag.name in _BRANCHING
    )
    found: set[int] = set()
    if not blocks:
        return found
    for name in {problem.tag for problem in problems}:
        matches = re.finditer(rf"<{re.escape(name)}", article.text, re.IGNORECASE)
        starts = [match.start() for match in matches]
        ends = [block.end for block in blocks if _next_to(starts, block.start) < block.end]
        first_end = min(ends, default=len(article.text) + 1)
        around: list[Span] = []
        waiting = iter([*blocks, None])
        block = next(waiting)
        for problem in sorted((each for each in problems if each.tag == name), key=_place):
            at = problem.span.start
            while block is not None and block.start <= at:
                around.append(block)
                block = next(waiting)
            while around and around[-1].end < problem.span.end:
                around.pop()
            if first_end <= at or (around and _next_to(starts, around[-1].start) >= at):
                found.add(problem.start)
    return found


def _next_to(starts: Sequence[int], at: int) -> int:
    """Return the first of *starts*, which are in order, from *at* on."""
    index = bisect_left(starts, at)
    return starts[index] if index < len(starts) else sys.maxsize


def _place(problem: HtmlProblem) -> int:
    return problem.span.start


_BRANCHING = frozenset({"for", "if", "range", "unless", "with"})
_FRAMES = frozenset({"article", "div", "main", "section"})


def _joins_url(article: Article, problem: HtmlProblem) -> bool:
    """Tell whether a bare URL ends at the tag, and would take in what follows it."""
    text, span = article.text, problem.span
    if article.syntax is not Syntax.MARKDOWN or not text[span.end : span.end + 1].strip():
        return False
    words = text[max(0, span.start - _LONGEST_URL) : span.start].split()
    is_glued = bool(words) and not text[span.start - 1].isspace()
    return is_glued and ("://" in words[-1] or "www." in words[-1])


_LONGEST_URL = 2_000
