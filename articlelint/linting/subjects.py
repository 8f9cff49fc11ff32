"""What a rule looks at: the parts of an article that one of its methods is called for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from articlelint.linting.rule import Rule
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from articlelint.article import Article

MARK: Final = "subject_of_this_method"
"""The attribute of a method under which ``on`` leaves its subject."""


class Gate(NamedTuple):
    """A quick look at an article that tells whether any of a group of subjects can be there."""

    name: str
    is_open: Callable[[Article], object]


class Subject(NamedTuple):
    """Parts of an article: what they are called, how they are found, how a method gets them.

    *view* and *arguments* say what it is, and two subjects are one where these are equal.
    Of a subject that is *whole* a method is given all parts at once, in reading order, else
    one after another. *find* is asked only where *gate* is open.
    """

    view: str
    arguments: tuple[object, ...]
    find: Callable[[Article], Sequence[Any]]
    gate: Gate | None = None
    whole: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """Return what tells this subject from others."""
        return (self.view, self.arguments, self.whole)

    def __str__(self) -> str:
        arguments = ", ".join(map(str, self.arguments))
        return f"{self.view}({arguments})"


WHOLE_ARTICLE: Final = Subject("article", (), lambda article: (article,))


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
