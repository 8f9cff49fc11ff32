"""Which methods of which rules an article is put before, by what they look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast, overload

from articlelint.linting.rule import Rule
from articlelint.linting.subjects import WHOLE_ARTICLE, subjects_of
from articlelint.linting.traits import Traits, gates_open, traits_of
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from articlelint.article import Article
    from articlelint.diagnostic import Diagnostic
    from articlelint.linting.rule import SiteRule, SuppressionRule
    from articlelint.linting.subjects import Gate, Subject
    from articlelint.linting.traits import Look


class Call(NamedTuple):
    """A method of a rule, bound."""

    rule: Rule
    method: Callable[..., Iterable[Diagnostic]]


class Group(NamedTuple):
    """The subjects behind one gate, each with the calls that look at it."""

    gate: Gate | None
    subjects: list[tuple[Subject, list[Call]]]


class Unloaded(NamedTuple):
    """A rule whose module is imported, by *load*, when an article has something for it."""

    name: str
    traits: Traits
    load: Callable[[], Rule]


class Plan(Sequence[Rule]):
    """Rules, and the calls that follow from what they look at.

    It is made once for rules that many articles are put before. *unsuppressable* are the names of
    those that no comment in an article suppresses.
    """

    def __init__(
        self, rules: Iterable[Rule | Unloaded], unsuppressable: Collection[str] = ()
    ) -> None:
        self._entries = tuple(rules)
        self.unsuppressable = frozenset(unsuppressable)
        self._loaded: dict[str, Rule] = {}
        self._groups = _Groups()
        self._waiting: dict[str, dict[Look, list[Unloaded]]] = {}
        for entry in self._entries:
            looks = entry.traits.looks if isinstance(entry, Unloaded) else None
            if looks is None:
                self._groups.add(self._rule(entry))
                continue
            for look in looks:
                waiting = self._waiting.setdefault(look.gate, {})
                waiting.setdefault(look, []).append(cast("Unloaded", entry))

    @staticmethod
    def of(rules: Sequence[Rule]) -> Plan:
        """Return the plan of *rules*, itself where it is one."""
        return rules if isinstance(rules, Plan) else Plan(rules)

    def __reduce__(self) -> tuple[type[Plan], tuple[tuple[Rule, ...], frozenset[str]]]:
        """Leave behind what follows from the rules."""
        return Plan, (tuple(self), self.unsuppressable)

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> Rule: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Rule, ...]: ...
    def __getitem__(self, index: int | slice) -> Rule | tuple[Rule, ...]:
        """Return a rule, or some, imported."""
        if isinstance(index, slice):
            return tuple(map(self._rule, self._entries[index]))
        return self._rule(self._entries[index])

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of the rules."""
        return frozenset(entry.name for entry in self._entries)

    def groups(self, article: Article) -> Collection[Group]:
        """Return the calls for *article*, by gate and subject.

        Rules that have waited for something that it has are imported now.
        """
        if article.source.undecodable:
            return self._groups_for_undecodable.values()
        for gate in gates_open(article, list(self._waiting)):
            waiting = self._waiting[gate]
            for look in [look for look in waiting if look.may_be_in(article)]:
                for entry in waiting.pop(look):
                    self._groups.add(self._rule(entry))
            if not waiting:
                del self._waiting[gate]
        return self._groups.values()

    @cached_property
    def _groups_for_undecodable(self) -> _Groups:
        groups = _Groups()
        for entry in self._entries:
            if _traits(entry).reads_undecodable:
                groups.add(self._rule(entry))
        return groups

    @cached_property
    def site_rules(self) -> tuple[SiteRule, ...]:
        """Return the rules that compare articles."""
        return cast("tuple[SiteRule, ...]", self._of_kind("site"))

    @cached_property
    def suppression_rules(self) -> tuple[SuppressionRule, ...]:
        """Return the rules about suppressions."""
        return cast("tuple[SuppressionRule, ...]", self._of_kind("suppression"))

    @cached_property
    def gathering(self) -> frozenset[str]:
        """Return the rules many of whose findings are told as one."""
        return frozenset(entry.name for entry in self._entries if _traits(entry).many_are_one)

    @cached_property
    def yielding(self) -> dict[str, tuple[str, ...]]:
        """Return the rules that give way, each with those of this plan that it gives way to."""
        return {
            entry.name: better
            for entry in self._entries
            if (better := tuple(name for name in _traits(entry).yields_to if name in self.names))
        }

    def _of_kind(self, kind: str) -> tuple[Rule, ...]:
        return tuple(self._rule(entry) for entry in self._entries if _traits(entry).kind == kind)

    def _rule(self, entry: Rule | Unloaded) -> Rule:
        if not isinstance(entry, Unloaded):
            return entry
        rule = self._loaded.get(entry.name)
        if rule is None:
            rule = self._loaded[entry.name] = entry.load()
        return rule


class _Groups(dict[str, Group]):
    """Groups by the names of their gates; subjects that are one stand there once."""

    def __init__(self) -> None:
        super().__init__()
        self._rules: set[int] = set()
        self._calls: dict[tuple[Any, ...], list[Call]] = {}

    def add(self, rule: Rule) -> None:
        """Put the calls of *rule* where they belong, once."""
        if id(rule) in self._rules:
            return
        self._rules.add(id(rule))
        for name, subject in subjects_of(type(rule)):
            calls = self._calls.get(subject.key)
            if calls is None:
                calls = self._calls[subject.key] = []
                gate = subject.gate
                group = self.setdefault(gate.name if gate else "", Group(gate, []))
                group.subjects.append((subject, calls))
            method = getattr(rule, name)
            calls.append(Call(rule, _alone(method) if subject is WHOLE_ARTICLE else method))


def _traits(entry: Rule | Unloaded) -> Traits:
    return entry.traits if isinstance(entry, Unloaded) else traits_of(type(entry))


def _alone(
    method: Callable[[Article], Iterable[Diagnostic]],
) -> Callable[[Article, Article], Iterable[Diagnostic]]:
    """Return *method*, which takes the article alone, as one that takes a part of it as well."""
    return lambda _, article: method(article)
