"""One article, some rules: what they find, and the facts that site rules want. Pure."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain, islice, repeat
from typing import TYPE_CHECKING, TypeVar

from articlelint.article.view import cached_view
from articlelint.diagnostic import ERROR
from articlelint.linting.generated import (
    is_generated,
    is_of_generator,
    is_report,
    lists_changes,
)
from articlelint.linting.plan import Plan
from articlelint.linting.settle import settled
from articlelint.linting.suppression import judge, suppressions
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.plan import Call
    from articlelint.linting.rule import Rule, SuppressionRule
    from articlelint.linting.suppression import Suppression, SuppressionUse

_T = TypeVar("_T")

_MOST = 5_000
"""How many findings of one rule are told of an article; each takes time to make and to show."""


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
    found = settled(article, plan, _within(article, _found(article, plan, crashes, cut), crashes))
    found += _within(article, site_findings or (), crashes)
    found = worth_telling(found, article, rules)
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


def worth_telling(
    found: Sequence[Diagnostic], article: Article, rules: Sequence[Rule]
) -> list[Diagnostic]:
    """Return what of *found* the author may put right: a program may have written *article*."""
    plan = Plan.of(rules)
    if found and (lists_changes(article) or is_report(article) or is_of_generator(article)):
        return [each for each in found if each.rule in plan.unsuppressable]
    if found and is_generated(article):
        return [each for each in found if _is_of_program(each, plan)]
    return list(found)


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


def _within(
    article: Article, found: Sequence[Diagnostic], crashes: list[Crash]
) -> list[Diagnostic]:
    """Return those of *found* whose places lie in the text; the others are defects of rules."""
    end = len(article.text)
    if all(0 <= each.span.start <= each.span.end <= end for each in found):
        return list(found)
    kept: list[Diagnostic] = []
    for each in found:
        start, stop = each.span
        if 0 <= start <= stop <= end:
            kept.append(each)
        else:
            error = f"the span ({start}, {stop}) is outside the text, which has {end} characters"
            crashes.append(Crash(each.rule, error, error))
    return kept


def _cut(found: list[Diagnostic], most: int) -> None:
    """Keep the first *most* of *found*, and say so with the last of them."""
    del found[most:]
    last = found[-1]
    message = f"{last.message}; of this rule, only the first {_MOST} findings are reported"
    found[-1] = replace(last, message=message)


def _of(
    method: Callable[..., Iterable[Diagnostic]], items: Sequence[object], article: Article
) -> Iterator[Diagnostic]:
    """Return what *method* finds in *items*; no line of ours runs for each of them."""
    return chain.from_iterable(map(method, items, repeat(article)))


def _has_taken_all(
    calls: Sequence[Call], items: Sequence[object], article: Article, found: list[Diagnostic]
) -> bool:
    """Add what all *calls* find to *found*, at once; nothing where one fails, or finds too much."""
    before = len(found)
    try:
        each = (_of(call.method, items, article) for call in calls)
        found.extend(islice(chain.from_iterable(each), _MOST + 1))
    except Exception:  # noqa: BLE001 - it shows which one fails when they are called one by one
        del found[before:]
        return False
    if len(found) > before + _MOST:
        del found[before:]
        return False
    return True


def _put_before(
    calls: Sequence[Call],
    items: Sequence[object],
    article: Article,
    found: list[Diagnostic],
    crashes: list[Crash],
    cut: list[str],
) -> None:
    observer = cached_view.observer
    is_short = len(article.text) <= _MOST  # there is not more to find than characters
    if is_short and observer is None and _has_taken_all(calls, items, article, found):
        return
    for rule, method in calls:
        if observer is not None:
            observer.begin(rule.name, "rule")
        try:
            most = len(found) + _MOST
            found.extend(islice(_of(method, items, article), _MOST + 1))
            if len(found) > most:
                _cut(found, most)
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
