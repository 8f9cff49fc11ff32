"""One article, some rules: what they find, and the text with their fixes made. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from articlelint.article.view import cached_view
from articlelint.diagnostic import ERROR
from articlelint.linting.generated import is_generated
from articlelint.linting.plan import Plan
from articlelint.linting.settle import settled
from articlelint.linting.suppression import judge, suppressions
from articlelint.text.edit import Applicability, Edit, apply

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.plan import Call
    from articlelint.linting.rule import Rule, SuppressionRule
    from articlelint.linting.suppression import Suppression, SuppressionUse

_T = TypeVar("_T")

MAX_PASSES = 100
"""How often an article is linted again after fixes; far more than any real one needs."""


_MOST = 5_000
"""How many findings of one rule are told of an article; each takes time to make and to show."""


def _longest(text: str) -> int:
    """Return how long the fixes of *text* may make it: each of its characters an entity and more.

    Without a limit, fixes that double the text would fill the memory before the passes run out.
    """
    return 10_000 + 10 * len(text)


class Crash(NamedTuple):
    """A rule that raised: a defect of ours or of a plugin, never the author's."""

    rule: str
    error: str
    traceback: str

    @classmethod
    def of(cls, rule: str, error: BaseException) -> Crash:
        """Return what is to be said of *error*, which is being handled."""
        import traceback

        return cls(rule, f"{type(error).__name__}: {error}", traceback.format_exc())


class LintResult(NamedTuple):
    """What the rules found, suppressed findings left out, in reading order."""

    diagnostics: tuple[Diagnostic, ...] = ()
    crashes: tuple[Crash, ...] = ()
    suppressed: int = 0
    suppressions: tuple[Suppression, ...] = ()


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


def lint(
    article: Article,
    rules: Sequence[Rule],
    *,
    known: Collection[str] | None = None,
    site_findings: Sequence[Diagnostic] | None = None,
) -> LintResult:
    """Return what *rules* find in *article*; site rules have nothing to say of one alone.

    *known* names every rule there is, so that a suppression of one that is merely switched
    off is not called unknown. A rule that raises becomes a Crash and the others go on.
    *site_findings* are what site rules found in this article; while they are None, no
    suppression that may suppress one of them is called unused.
    """
    plan = Plan.of(rules)
    crashes: list[Crash] = []
    cut: list[str] = []
    found = settled(article, plan, _found(article, plan, crashes, cut))
    found += site_findings or ()
    if found and is_generated(article):
        found = [each for each in found if _is_of_program(each, plan)]
    comments: tuple[Suppression, ...] = ()
    try:
        comments = suppressions(article)
    except Exception as error:  # noqa: BLE001 - reported as an internal error, the findings stay
        crashes.append(Crash.of("suppressions", error))
    kept: list[Diagnostic] = found
    uses: list[SuppressionUse] = []
    if comments:
        pending = {*cut, *(rule.name for rule in plan.site_rules if site_findings is None)}
        kept, uses = judge(
            found,
            comments,
            ran=plan.names,
            known=known,
            pending=pending,
            exempt=plan.unsuppressable,
        )
    suppressed = len(found) - len(kept)
    if uses:
        for rule in plan.suppression_rules:
            _collect(rule, partial(_of_comments, rule, uses, article), kept, crashes)
    kept.sort(key=lambda diagnostic: diagnostic.sort_key)
    return LintResult(tuple(kept), tuple(crashes), suppressed, comments)


def _is_of_program(diagnostic: Diagnostic, plan: Plan) -> bool:
    """Tell whether a finding in a generated article breaks its page, or may not be suppressed."""
    return diagnostic.severity is ERROR or diagnostic.rule in plan.unsuppressable


def _of_comments(
    rule: SuppressionRule, uses: Sequence[SuppressionUse], article: Article
) -> Iterator[Diagnostic]:
    for use in uses:
        yield from rule.check_suppression(use, article)


def _found(article: Article, plan: Plan, crashes: list[Crash], cut: list[str]) -> list[Diagnostic]:
    """Return what the rules find, each called for the subjects that the article has.

    *cut* gets the names of those that find more than is told.
    """
    found: list[Diagnostic] = []
    for gate, subjects in plan.groups(article):
        try:
            if gate is not None and not gate.is_open(article):
                continue
        except Exception as error:  # noqa: BLE001 - a view may fail in any way; it is reported
            names = {call.rule.name for _, calls in subjects for call in calls}
            crashes += [Crash.of(name, error) for name in sorted(names)]
            continue
        for subject, calls in subjects:
            try:
                items = subject.find(article)
            except Exception as error:  # noqa: BLE001 - likewise
                crashes += [Crash.of(call.rule.name, error) for call in calls]
                continue
            if items:
                items = (items,) if subject.whole else items
                _put_before(calls, items, article, found, crashes, cut)
    return found


def _has_more(
    items: Sequence[object],
    method: Callable[..., Iterable[Diagnostic]],
    article: Article,
    found: list[Diagnostic],
) -> bool:
    """Add what a rule finds in a long article to *found*; tell whether there is too much of it."""
    most = len(found) + _MOST
    for item in items:
        found.extend(islice(method(item, article), _MOST + 1))
        if len(found) > most:
            del found[most:]
            last = found[-1]
            message = f"{last.message}; no more findings of this rule are told than {_MOST}"
            found[-1] = replace(last, message=message)
            return True
    return False


def _put_before(
    calls: Sequence[Call],
    items: Sequence[object],
    article: Article,
    found: list[Diagnostic],
    crashes: list[Crash],
    cut: list[str],
) -> None:
    observer = cached_view.observer
    is_long = len(article.text) > _MOST  # there is not more to find than characters
    for rule, method in calls:
        if observer is not None:
            observer.begin(rule.name, "rule")
        try:
            if not is_long:
                for item in items:
                    found.extend(method(item, article))
                continue
            if _has_more(items, method, article, found):
                cut.append(rule.name)
        except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is reported
            crashes.append(Crash.of(rule.name, error))
        finally:
            if observer is not None:
                observer.end()


def gather(
    article: Article, rules: Sequence[Rule], names: Collection[str] | None = None
) -> tuple[dict[str, list[object]], tuple[Crash, ...]]:
    """Return the facts that the site rules among *rules* want of *article*, by rule name.

    With *names*, only what the rules of these names want.
    """
    facts: dict[str, list[object]] = {}
    crashes: list[Crash] = []
    if article.source.undecodable:
        return facts, ()
    for rule in Plan.of(rules).site_rules:
        if names is not None and rule.name not in names:
            continue
        collected: list[object] = []
        _collect(rule, partial(rule.facts, article), collected, crashes)
        if collected:
            facts[rule.name] = collected
    return facts, tuple(crashes)


def _collect(
    rule: Rule, check: Callable[[], Iterable[_T]], into: list[_T], crashes: list[Crash]
) -> None:
    try:
        into.extend(check())
    except Exception as error:  # noqa: BLE001 - any rule may fail in any way; it is reported
        crashes.append(Crash.of(rule.name, error))


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
    parsed = _front_matter_parses(article)
    for number in range(MAX_PASSES):
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
        if not (chosen and must_parse) or _front_matter_parses(fixed):
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
        if _front_matter_parses(_with_fixes(article, kept + group)):
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


def _front_matter_parses(article: Article) -> bool:
    front_matter = article.front_matter
    return front_matter is not None and front_matter.root is not None and not front_matter.problems


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
    fixes = (diagnostic.fix, other.fix)
    return fixes[0].span == fixes[1].span and all(
        each.stacks and not each.span.length for each in fixes
    )
