"""What a run has to know of a rule before its module is imported.

The built-in rules are many, and most articles have nothing that most of them look at. Their
traits stand in a table, ``articlelint_rules._traits``, made by ``pytest --accept`` from the
rules; a rule that is not in it is imported to find out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from articlelint.linting.on import GATES
from articlelint.linting.rule import SiteRule, SuppressionRule
from articlelint.linting.subjects import WHOLE_ARTICLE, subjects_of
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from articlelint.article import Article
    from articlelint.linting.rule import Rule
    from articlelint.linting.subjects import Subject


class Look(NamedTuple):
    """Something that a rule looks at: its gate, and what of it, where that can be asked for."""

    gate: str
    view: str = ""
    arguments: tuple[str, ...] = ()

    def may_be_in(self, article: Article) -> bool:
        """Tell whether *article* may have it; only asked where the gate is open."""
        test = _TESTS.get(self.view)
        return test is None or test(article, self.arguments)


class Traits(NamedTuple):
    """What a rule is like; see the class attributes of ``Rule``.

    *kind* is ``site``, ``suppression`` or nothing. *looks* are what it looks at: None where that
    is any article, or nothing that could be told without its module.
    """

    default: bool = True
    online: bool = False
    kind: str = ""
    reads_undecodable: bool = False
    many_are_one: bool = False
    yields_to: tuple[str, ...] = ()
    looks: tuple[Look, ...] | None = None

    @staticmethod
    def read(row: tuple[Any, ...]) -> Traits:
        """Return the traits in a row of the table; see ``row``."""
        traits = Traits(*row)
        if traits.looks is None:
            return traits
        return traits._replace(looks=tuple([Look(*each) for each in traits.looks]))

    def row(self) -> tuple[object, ...]:
        """Return these traits as plain values."""
        looks = None if self.looks is None else tuple(map(tuple, self.looks))
        return (*self[:-1], looks)


def traits_of(rule: type[Rule]) -> Traits:
    """Return the traits of a rule whose module is imported."""
    kind = ""
    if issubclass(rule, SiteRule):
        kind = "site"
    elif issubclass(rule, SuppressionRule):
        kind = "suppression"
    subjects = [subject for _, subject in subjects_of(rule)]
    return Traits(
        default=rule.default,
        online=rule.online,
        kind=kind,
        reads_undecodable=rule.reads_undecodable,
        many_are_one=rule.many_are_one,
        yields_to=rule.yields_to,
        looks=_looks(subjects),
    )


def _looks(subjects: list[Subject]) -> tuple[Look, ...] | None:
    found: dict[Look, None] = {}
    for subject in subjects:
        if subject is WHOLE_ARTICLE or subject.gate is None:
            return None
        names = tuple([each for each in subject.arguments if type(each) is str])
        if subject.view in _TESTS and names:
            found[Look(subject.gate.name, subject.view, names)] = None
        else:
            found[Look(subject.gate.name)] = None
    return tuple(found)


def _has_element(article: Article, tags: tuple[str, ...]) -> bool:
    return any(map(article.may_have_written, tags))


def _has_problem(article: Article, kinds: tuple[str, ...]) -> bool:
    return any(map(article.html_problems, kinds))


def _has_template_problem(article: Article, kinds: tuple[str, ...]) -> bool:
    return any(map(article.template_problems, kinds))


def _has_schema_finding(article: Article, kinds: tuple[str, ...]) -> bool:
    return any(each.kind in kinds for each in article.schema_findings)


_TESTS: Final = {
    "element": _has_element,
    "problem": _has_problem,
    "template": _has_template_problem,
    "schema": _has_schema_finding,
}
"""Subjects of which it is known without more ado whether an article has them."""


def gates_open(article: Article, names: list[str]) -> list[str]:
    """Return which of the gates called *names* are open; one that fails is."""
    found = []
    for name in names:
        try:
            is_open = GATES[name].is_open(article)
        except Exception:  # noqa: BLE001 - it will fail again before the rules, and be reported
            is_open = True
        if is_open:
            found.append(name)
    return found
