"""Which methods of which rules an article is put before, by what they look at."""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from articlelint.linting.on import WHOLE_ARTICLE
from articlelint.linting.rule import Rule, SiteRule, SuppressionRule
from articlelint.linting.subjects import MARK

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.subjects import Gate, Subject


class Call(NamedTuple):
    """A method of a rule, bound."""

    rule: Rule
    method: Callable[..., Iterable[Diagnostic]]


class Group(NamedTuple):
    """The subjects behind one gate, each with the calls that look at it."""

    gate: Gate | None
    subjects: list[tuple[Subject, list[Call]]]


class Plan(tuple[Rule, ...]):  # noqa: SLOT001 - it remembers what follows from the rules
    """Rules, and the calls that follow from what they look at.

    It is made once for rules that many articles are put before.
    """

    @staticmethod
    def of(rules: Sequence[Rule]) -> Plan:
        """Return the plan of *rules*, itself where it is one."""
        return rules if isinstance(rules, Plan) else Plan(rules)

    def __reduce__(self) -> tuple[type[Plan], tuple[tuple[Rule, ...]]]:
        """Leave behind what follows from the rules."""
        return Plan, (tuple(self),)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of the rules."""
        return frozenset(rule.name for rule in self)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """Return the calls for an article that can be read, by gate and subject."""
        return _grouped(self)

    @cached_property
    def groups_for_undecodable(self) -> tuple[Group, ...]:
        """Return the calls for a file that is not UTF-8."""
        return _grouped([rule for rule in self if rule.reads_undecodable])

    @cached_property
    def site_rules(self) -> tuple[SiteRule, ...]:
        """Return the rules that compare articles."""
        return tuple(rule for rule in self if isinstance(rule, SiteRule))

    @cached_property
    def suppression_rules(self) -> tuple[SuppressionRule, ...]:
        """Return the rules about suppressions."""
        return tuple(rule for rule in self if isinstance(rule, SuppressionRule))

    @cached_property
    def gathering(self) -> frozenset[str]:
        """Return the rules many of whose findings are told as one."""
        return frozenset(rule.name for rule in self if rule.many_are_one)

    @cached_property
    def yielding(self) -> dict[str, tuple[str, ...]]:
        """Return the rules that give way, each with those of this plan that it gives way to."""
        return {
            rule.name: better
            for rule in self
            if (better := tuple(name for name in rule.yields_to if name in self.names))
        }


@cache
def subjects_of(rule_class: type[Rule]) -> tuple[tuple[str, Subject], ...]:
    """Return the methods of a rule that look at something, by name, each with its subject.

    A method ``check`` without a decorator looks at the article as a whole.
    """
    found: dict[str, Subject] = {}
    for base in rule_class.__mro__:
        for name, value in vars(base).items():
            subject = getattr(value, MARK, None)
            if subject is not None and getattr(rule_class, name) is value:
                found[name] = subject
    if "check" not in found and rule_class.check is not Rule.check:
        found["check"] = WHOLE_ARTICLE
    return tuple(found.items())


def _alone(
    method: Callable[[Article], Iterable[Diagnostic]],
) -> Callable[[Article, Article], Iterable[Diagnostic]]:
    """Return *method*, which takes the article alone, as one that takes a part of it as well."""
    return lambda _, article: method(article)


def _grouped(rules: Sequence[Rule]) -> tuple[Group, ...]:
    groups: dict[str, Group] = {}
    by_key: dict[tuple[Any, ...], list[Call]] = {}
    for rule in rules:
        for name, subject in subjects_of(type(rule)):
            calls = by_key.get(subject.key)
            if calls is None:
                calls = by_key[subject.key] = []
                gate = subject.gate
                group = groups.setdefault(gate.name if gate else "", Group(gate, []))
                group.subjects.append((subject, calls))
            method = getattr(rule, name)
            calls.append(Call(rule, _alone(method) if subject is WHOLE_ARTICLE else method))
    return tuple(groups.values())
