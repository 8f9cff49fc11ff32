"""Proof that comments change nothing but what is found."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from articlelint.article import Syntax
from articlelint.html.tree.document import parse
from articlelint.linting.linter import lint
from articlelint.linting.rule import SiteRule
from articlelint.templates import FILLER
from articlelint.text.edit import apply
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from articlelint.adopting.candidates import Candidate
    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.rule import Rule
    from articlelint.text.edit import Edit

_SPACE = regex(r"\s+")
_BETWEEN = regex(r"(?<=>)\s++|(?<!\s)\s++(?=<)")
_MASKED = regex(f"<!--{FILLER}*-->")


class Proof:
    """Compares an article with itself after comments were put in."""

    def __init__(
        self,
        article: Article,
        rules: Sequence[Rule],
        findings: Sequence[Diagnostic],
        known: Collection[str] | None,
    ) -> None:
        self._article = article
        self._rules = rules
        self._known = known
        site = {rule.name for rule in rules if isinstance(rule, SiteRule)}
        self._site_findings = [each for each in findings if each.rule in site]
        before = lint(article, rules, known=known, site_findings=self._site_findings)
        self._before = Counter(each.rule for each in before.diagnostics)
        self._data = _data(article)
        self._page = _page(article, ())

    def holds(self, candidates: Sequence[Candidate], suppressed: Counter[str]) -> bool:
        """Tell whether the comments change nothing, but that those findings are *suppressed*."""
        edits = [edit for each in candidates for edit in each.edits]
        comments = [comment for each in candidates for comment in each.comments]
        article = _with_text(self._article, apply(self._article.text, edits))
        if _data(article) != self._data:
            return False
        own = [each for each in comments if not each.startswith("#")]
        page = _page(article, own)
        if page is None or page != self._page:
            return False
        moved = [_moved(each, edits) for each in self._site_findings]
        after = lint(article, self._rules, known=self._known, site_findings=moved)
        found = Counter(each.rule for each in after.diagnostics)
        return not after.crashes and found <= self._before - suppressed


def _data(article: Article) -> tuple[object, ...] | None:
    """Return what the generator reads of the front matter."""
    front_matter = article.front_matter
    if front_matter is None:
        return None
    return (
        front_matter.format,
        repr(front_matter.top_level.value if front_matter.top_level else front_matter.data),
        len(front_matter.problems),
        len(front_matter.fence_defects),
        front_matter.unclosed,
    )


def _page(article: Article, comments: Sequence[str]) -> str | None:
    """Return the page without *comments*; None where one of them is text, or part of a tag."""
    html = article.rendering.html
    tree = parse(html, document=article.has_html and article.html.document)
    if tree is None:
        return None
    if article.syntax is Syntax.MDX:  # a masked expression
        page = _MASKED.sub("", tree.html)
        real = sum(1 for data in _comments(tree) if not data.strip(FILLER))
        if real < len(comments) or any(comment in html for comment in comments):
            return None
    else:
        page = tree.html
        written = Counter(f"<!--{data}-->" for data in _comments(tree))
        if Counter(comments) - written:
            return None
        for comment in set(comments):
            page = page.replace(comment, "")
    return _SPACE.sub(" ", _BETWEEN.sub("", page.replace(FILLER, ""))).strip()


def _comments(tree: Any) -> Iterator[str]:
    return (node.data for node in tree.descendants if type(node).__name__ == "Comment")


def _with_text(article: Article, text: str) -> Article:
    """Return the article with another text, and as undecodable as it is."""
    other = article.with_text(text)
    other.source = article.source._replace(text=text)
    return other


def _moved(finding: Diagnostic, edits: Sequence[Edit]) -> Diagnostic:
    """Return *finding* at its place after *edits*, which insert only."""
    start, end = finding.span
    if end == 0:  # about the file as a whole, and not about its first words
        return finding
    by = sum(len(edit.replacement) for edit in edits if edit.span.start <= start)
    inner = sum(len(edit.replacement) for edit in edits if start < edit.span.start < end)
    return replace(finding, span=Span(start + by, end + by + inner))
