import re

from articlelint import ERROR, SAFE, Article, Findings, Format, FrontMatter, Rule, Span, on, regex
from articlelint_rules.front_matter._in_code import is_in_code


class InvalidSyntax(Rule):
    """The front matter is not valid in its format."""

    name = "front-matter/invalid-syntax"
    severity = ERROR
    fixable = SAFE

    @on.front_matter()
    def check(self, front_matter: FrontMatter, article: Article) -> Findings:
        problems = front_matter.problems
        if not problems or any(problem.code == "conflict-marker" for problem in problems):
            return  # front-matter/leftover-conflict
        if is_in_code(front_matter, article):
            return  # front-matter/malformed-fence
        root = article.site.root
        if root is not None and _is_form(article):
            return
        is_fenced = front_matter.format is not Format.METADATA
        if is_fenced and root is not None and article.site.generator.forgives_syntax(root):
            return
        if article.site.generator.reads_tabs and all(
            problem.code == "tab-indentation" and _is_read(article, problem.span)
            for problem in problems
        ):
            return
        from articlelint_rules.front_matter import _fixes, _placeholders

        own = [
            each
            for each in problems
            if not _placeholders.of_problem(article, each)
            and not _placeholders.takes_text(article, each)
        ]
        for problem, fix in zip(own, _fixes.fixes(article, front_matter, own), strict=True):
            yield self.diagnostic(
                problem.span,
                problem.message,
                hint=None if fix else problem.hint,
                fix=fix,
                related=problem.related,
            )


def _is_form(article: Article) -> bool:
    """Tell whether it is there to be copied: a sample beside the folder of the site's articles."""
    if article.is_content:
        return False
    return _FORM.search(article.path.stem) is not None


_FORM = regex(r"(?:^|[-_. ])(?:sample|example|template|skeleton|demo)(?:[-_. ]|$)", re.IGNORECASE)


def _is_read(article: Article, span: Span) -> bool:
    """Tell whether tabs alone begin the line, or one follows a key or a hyphen, and no blank."""
    before = article.text[article.text.rfind("\n", 0, span.start) + 1 : span.start]
    if before:
        return _MARKED.fullmatch(before) is not None
    return not span.of(article.text).strip("\t")


_MARKED = regex(r" *(?:-|[^\s#][^\t]*:)")
