"""What a rule is: a value whose fields are its options, with a check that yields diagnostics."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from enum import Flag, auto
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, TypeAlias, TypeVar, dataclass_transform

from articlelint.diagnostic import Diagnostic, Related, Severity
from articlelint.errors import ConfigError, named
from articlelint.text.filler import without_filler
from articlelint.text.span import as_span

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping
    from dataclasses import Field

    from articlelint.article import Article
    from articlelint.diagnostic import Spoilt
    from articlelint.linting.suppression import SuppressionUse
    from articlelint.online import Request
    from articlelint.text.edit import Applicability, Fix
    from articlelint.text.span import Span


F = TypeVar("F")
Facts: TypeAlias = Sequence[tuple[Path, F]]
"""What a site rule remembers of the articles: each fact, with the path of its article."""
FindingsByPath: TypeAlias = Iterator[tuple[Path, Diagnostic]]
"""What a site rule yields: each finding with the path of its article."""


class Depends(Flag):
    """What a rule's verdict depends on besides the article itself.

    SITE: other articles of the site. DISK: other files. CLOCK: the time now. NET: what servers
    answer.
    """

    TEXT = 0
    SITE = auto()
    DISK = auto()
    CLOCK = auto()
    NET = auto()


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Rule(ABC):
    """One thing that can be wrong with an article.

    The options of a rule are its annotated attributes. Each has a default, which must not be
    mutable. Rules hold no state: one instance checks any number of articles, in any order.

    Subclasses behave like frozen dataclasses. They are not made dataclasses, because that would
    take longer than the rest of a run over one file.
    """

    name: ClassVar[str]
    """``family/thing-that-is-wrong``."""
    severity: ClassVar[Severity]
    """The severity unless the configuration says otherwise."""
    fixable: ClassVar[Applicability | None] = None
    """The best applicability of the fixes that this rule attaches; None if it attaches none."""
    default: ClassVar[bool] = True
    """Whether the rule runs when nothing selects it by name or family."""
    reads_undecodable: ClassVar[bool] = False
    """Whether the rule also runs on a file that is not UTF-8."""
    online: ClassVar[bool] = False
    """Whether the rule has something to say only in a run with ``--online``."""
    depends: ClassVar[Depends] = Depends.TEXT
    """What the verdict depends on besides the article's text, its path and its site's settings."""
    many_are_one: ClassVar[bool] = False
    """Whether findings in an article with one message and one kind of fix are reported as one."""
    yields_to: ClassVar[tuple[str, ...]] = ()
    """Rules that explain it better: this one has no finding where one of them has.

    That is at the same span, inside it or around it; quotes around a value do not count.
    """

    def __init__(self, **options: object) -> None:
        if options:
            unknown = options.keys() - {field.name for field in option_fields(type(self))}
            if unknown:
                raise TypeError(f"{type(self).__name__} has no option {min(unknown)!r}")
            vars(self).update(options)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change: cannot set {name!r}")

    def __eq__(self, other: object) -> bool:
        """Tell whether *other* is the same rule with the same options; severities may differ."""
        if self is other or type(self) is not type(other):
            return self is other
        names = (field.name for field in option_fields(type(self)))
        return all(getattr(self, name) == getattr(other, name) for name in names)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        options = ", ".join(
            f"{name}={value!r}" for name, value in vars(self).items() if not name.startswith("_")
        )
        return f"{type(self).__name__}({options})"

    def check(self, article: Article) -> Iterable[Diagnostic]:
        """Yield what is wrong with *article*.

        A rule that looks at parts of an article decorates this method, or other methods, with
        ``on``. They are then called with such a part and the article.
        """
        return ()

    def requests(self, article: Article) -> Iterable[Request]:
        """Yield what to ask the network for; the answers are then in ``article.answers``."""
        return ()

    def diagnostic(  # noqa: PLR0913 - each has a default
        self,
        span: Span | tuple[int, int],
        message: str,
        *,
        hint: str | None = None,
        fix: Fix | None = None,
        related: Iterable[Related] = (),
        severity: Severity | None = None,
        unproven: Diagnostic | None = None,
        cause: str | None = None,
        spoils: Spoilt | None = None,
    ) -> Diagnostic:
        """Return a diagnostic of this rule; see ``Diagnostic``.

        A pair of offsets will do for a span.
        """
        return Diagnostic(
            rule=self.name,
            span=as_span(span),
            message=without_filler(message),
            severity=severity or self.severity,
            hint=hint and without_filler(hint),
            fix=fix,
            related=tuple(Related(as_span(place), text) for place, text in related),
            unproven=unproven,
            cause=cause,
            spoils=spoils,
        )


class SiteRule(Rule):
    """A rule that compares articles: it gathers facts of each (map), then compares them (reduce).

    Facts are small and picklable and depend on a single article, so that they can be gathered in
    parallel and cached. Fixes are made like those of other rules, at the spans in the facts; then
    the changed articles are compared with the others again.
    """

    depends = Depends.SITE

    @abstractmethod
    def facts(self, article: Article) -> Iterable[object]:
        """Yield what this rule needs to remember of *article*."""

    def key(self, fact: Any) -> Hashable:
        """Return the key by which *fact* is compared with others: an address, a term.

        Facts with different keys are never compared. A key consists of texts, numbers and tuples.
        By default all facts have the same key, so all of them have to fit into the memory of one
        process.
        """
        return None

    def combine(self, facts: Facts[Any]) -> Facts[Any]:
        """Return fewer facts that say the same as *facts*, which have one key and are in order.

        It may be called for any of them, including those that it has returned, and may not be
        called at all.
        """
        return facts

    def may_find(self, fact: Any) -> bool:
        """Tell whether anything may be found in the article of *fact*, one of its ``facts``.

        Where nothing may, whatever the others say, a run over that article need not know them.
        """
        return True

    @abstractmethod
    def check_site(self, facts: Facts[Any]) -> Iterable[tuple[Path, Any]]:
        """Yield diagnostics with the path of their article, given the facts of one key, in order.

        Anything that is not a diagnostic is a new fact, which is compared by its key in another
        round. The findings of an article must depend only on facts that share a key with its own,
        in any round: a run over one article is given no others.
        """


class SuppressionRule(Rule):
    """A rule about the comments that suppress rules; runs after all others."""

    @abstractmethod
    def check_suppression(self, use: SuppressionUse, article: Article) -> Iterable[Diagnostic]:
        """Yield what is wrong with a comment; *use* says what became of it."""


@cache
def options_class(rule_class: type[Rule]) -> type:
    """Return a frozen dataclass whose fields are the options of *rule_class*, for pydantic.

    Raises TypeError where an option has no default or a mutable one, or an annotation that
    means nothing when the module runs.
    """
    from dataclasses import Field, field, make_dataclass
    from inspect import get_annotations
    from typing import get_origin

    options: dict[str, tuple[str, object, object]] = {}
    for base in reversed(rule_class.__mro__):
        if not issubclass(base, Rule) or base is Rule:
            continue
        try:
            annotations = get_annotations(base, eval_str=True)
        except NameError as error:
            message = f"an option of {base.__name__} has a type that is not known at run time"
            raise TypeError(f"{message}: {error}") from error
        for name, kind in annotations.items():
            if ClassVar in (kind, get_origin(kind)):
                continue
            if not hasattr(rule_class, name):
                raise TypeError(f"the option {name!r} of {base.__name__} has no default")
            default = getattr(rule_class, name)
            if type(default).__hash__ is None or isinstance(default, Field):
                meant = "write a `tuple`, of pairs where it maps something"
                raise TypeError(f"the default of the option {name!r} must not be mutable; {meant}")
            options[name] = (name, kind, field(default=default))
    return make_dataclass(
        rule_class.__name__,
        options.values(),
        frozen=True,
        namespace={"__doc__": rule_class.__doc__, "__pydantic_config__": {"extra": "forbid"}},
    )


def option_fields(rule_class: type[Rule]) -> tuple[Field[object], ...]:
    """Return the options of *rule_class*: of each its name, type and default."""
    from dataclasses import fields

    return fields(options_class(rule_class))


def configure(
    rule_class: type[Rule],
    options: Mapping[str, object] | None = None,
    *,
    severity: Severity | None = None,
) -> Rule:
    """Return an instance of *rule_class* with *options*, validated by their annotations.

    Raises ConfigError, naming the option, where one is unknown or has a wrong value.
    """
    rule = rule_class(**_validated(rule_class, options)) if options else rule_class()
    if severity is not None and severity != rule.severity:
        vars(rule)["severity"] = severity
    return rule


def _validated(rule_class: type[Rule], options: Mapping[str, object]) -> dict[str, object]:
    from pydantic import TypeAdapter, ValidationError  # 100 ms, for options only

    from articlelint.options import expected, place_in

    known = {field.name.replace("_", "-"): field.name for field in option_fields(rule_class)}
    renamed = {known.get(key, key): value for key, value in options.items()}
    try:
        return dict(vars(TypeAdapter(options_class(rule_class)).validate_python(renamed)))
    except ValidationError as error:
        first = error.errors()[0]
        option = str(first["loc"][0]).replace("_", "-") if first["loc"] else "options"
        if option not in known:
            choices = f"choose from {named(sorted(known))}" if known else "it has none"
            raise ConfigError(f"{rule_class.name} has no option `{option}`; {choices}") from error
        place = place_in(option, renamed[known[option]], first["loc"][1:])
        message = f"{rule_class.name}: {place}{expected(first['msg'])}"
        raise ConfigError(message) from error
