"""Fixes made in an article: which go together, pass after pass until none is left."""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from typing import TYPE_CHECKING, Final

from articlelint.dataclass import dataclass
from articlelint.linting.intact import can_be_read
from articlelint.linting.linter import LintResult, lint
from articlelint.linting.plan import Plan
from articlelint.linting.suppression import judge
from articlelint.text.edit import Applicability, Edit, apply, stack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.rule import Rule

MIN_PASSES = 100
MAX_PASSES = 1_000
_PASSED: Final = 1_000_000
"""So many characters are linted again, in passes after fixes."""


def _passes(text: str) -> int:
    """Return how often *text* is linted again after fixes; far oftener than real ones need.

    A text that stops the template engine at one place after the other needs a pass for each.
    """
    return min(max(MIN_PASSES, _PASSED // (len(text) + 1)), MAX_PASSES)


def _longest(text: str) -> int:
    """Return how long the fixes of *text* may make it: each of its characters an entity and more.

    Without a limit, fixes that double the text would fill the memory before the passes run out.
    """
    return 10_000 + 10 * len(text)


@dataclass(frozen=True, slots=True)
class FixResult:
    """The article after its fixes.

    *applied* counts fixes by rule. *unsettled* names the rules that were still at work when
    the passes ran out, the text began to repeat or grew beyond measure: their fixes were not
    made. *refused* says which fixes were left out because they would have broken the front
    matter, a defect of ours.
    """

    article: Article
    result: LintResult
    applied: Counter[str] = field(default_factory=Counter)
    unsettled: tuple[str, ...] = ()
    refused: str | None = None


def fix(
    article: Article,
    rules: Sequence[Rule],
    wanted: Applicability,
    *,
    known: Collection[str] | None = None,
    site_findings: Sequence[Diagnostic] = (),
) -> FixResult:
    """Apply the fixes of *rules* that are at least *wanted*, until none is left.

    In each pass the fixes are taken in reading order; one that touches another waits for
    the next pass. Those of *site_findings*, which site rules found in the article as it is,
    belong to the first. A fix that would break the front matter is left out, the others are
    made; so are the fixes of rules that never come to rest. A text that cannot be written back
    byte for byte is left alone.
    """
    result = lint(article, rules, known=known)
    if article.source.undecodable:
        return FixResult(article, result)
    if site_findings and result.suppressions:
        plan = Plan.of(rules)
        site_findings, _ = judge(
            list(site_findings),
            result.suppressions,
            ran=plan.names,
            known=known,
            exempt=plan.unsuppressable,
        )
    restless: set[str] = set()
    while True:
        fixed = _settled(article, result, rules, wanted, known, site_findings, restless)
        if not fixed.unsettled:
            return replace(fixed, unsettled=tuple(sorted(restless)))
        restless.update(fixed.unsettled)


def _settled(
    article: Article,
    result: LintResult,
    rules: Sequence[Rule],
    wanted: Applicability,
    known: Collection[str] | None,
    site_findings: Sequence[Diagnostic],
    restless: Collection[str],
) -> FixResult:
    """Return what ``fix`` comes to without the fixes of the rules that are *restless*."""
    applied: Counter[str] = Counter()
    seen = {article.text}
    longest = _longest(article.text)
    parsed = can_be_read(article)
    for number in range(_passes(article.text)):
        found = result.diagnostics if number else (*result.diagnostics, *site_findings)
        fixable = [
            each
            for each in found
            if each.fix and each.fix.applicability >= wanted and each.rule not in restless
        ]
        chosen, fixed, refused = _fixed(article, fixable, must_parse=parsed)
        if not chosen:
            return FixResult(article, result, applied, refused=refused)
        names = tuple(sorted({diagnostic.rule for diagnostic in chosen}))
        endless = len(fixed.text) > longest
        if endless:
            names = (_most_at_growing(chosen),)
        if endless or fixed.text in seen:
            return FixResult(article, result, applied, unsettled=names, refused=refused)
        seen.add(fixed.text)
        applied.update(diagnostic.rule for diagnostic in chosen)
        article, result = fixed, lint(fixed, rules, known=known)
    return FixResult(article, result, applied, unsettled=names, refused=refused)


def _fixed(
    article: Article, fixable: list[Diagnostic], *, must_parse: bool
) -> tuple[list[Diagnostic], Article, str | None]:
    """Return whose fixes are made, the article with them, and which are refused."""
    spoiling: list[Diagnostic] = []
    while True:
        chosen = _compatible(fixable)
        fixed = _with_fixes(article, chosen)
        if not (chosen and must_parse) or can_be_read(fixed):
            break
        more = _spoiling(article, chosen)
        spoiling += more
        fixable = [each for each in fixable if not any(each is other for other in more)]
    names = ", ".join(sorted({diagnostic.rule for diagnostic in spoiling}))
    refused = f"the fixes of {names} would break the front matter" if names else None
    return chosen, fixed, refused


def _most_at_growing(chosen: Iterable[Diagnostic]) -> str:
    """Return the rule whose fixes add the most to the text."""
    grown: Counter[str] = Counter()
    for each in chosen:
        if each.fix:
            grown[each.rule] += sum(len(new) - span.length for span, new in each.fix.edits)
    return grown.most_common(1)[0][0]


def _spoiling(article: Article, chosen: list[Diagnostic]) -> list[Diagnostic]:
    """Return those of *chosen* whose fixes, made with the others, break the front matter."""
    spoiling: list[Diagnostic] = []
    kept: list[Diagnostic] = []
    pending = [chosen]
    while pending:
        group = pending.pop()
        if can_be_read(_with_fixes(article, kept + group)):
            kept += group
        elif len(group) > 1:
            middle = len(group) // 2
            pending += [group[middle:], group[:middle]]
        else:
            spoiling += group
    return spoiling


def _with_fixes(article: Article, diagnostics: Iterable[Diagnostic]) -> Article:
    edits = [edit for diagnostic in diagnostics if diagnostic.fix for edit in diagnostic.fix.edits]
    return article.with_text(apply(article.text, edits))


def _compatible(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics whose fixes can be made together, in the order of their edits."""
    fixable = [
        (diagnostic.fix.span, index, diagnostic)
        for index, diagnostic in enumerate(diagnostics)
        if diagnostic.fix is not None
    ]
    chosen: list[Diagnostic] = []
    edits: set[tuple[Edit, ...]] = set()
    done, stack = -1, 0
    for span, _, diagnostic in sorted(fixable, key=lambda item: item[:2]):
        if span.start > done and diagnostic.fix is not None and diagnostic.fix.edits not in edits:
            stack = len(chosen)
            chosen.append(diagnostic)
            edits.add(diagnostic.fix.edits)
            done = span.end
        elif chosen and _stacks(diagnostic, chosen[stack]):
            chosen.insert(stack, diagnostic)
    return chosen


def _stacks(diagnostic: Diagnostic, other: Diagnostic) -> bool:
    """Tell whether both have an insertion at the same place that can be made with the other."""
    if diagnostic.rule != other.rule or not (diagnostic.fix and other.fix):
        return False
    return stack(diagnostic.fix, other.fix)
