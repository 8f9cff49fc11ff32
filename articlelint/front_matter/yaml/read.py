"""YAML front matter: libyaml's nodes and marks, made into values with spans.

Values are those of PyYAML's safe loader (YAML 1.1), which is what python-frontmatter gives;
a value that it refuses to make (``2024-13-45``) is the text as written. Rules about spelling
look at ``Scalar.source``, since YAML 1.2 readers resolve plain scalars otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import yaml

from articlelint.front_matter.block import Reading
from articlelint.front_matter.model import Scalar, Style, SyntaxProblem
from articlelint.front_matter.yaml.values import MAX_DEPTH, Unreadable, Walker
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

try:
    from yaml._yaml import CParser
except ImportError:  # a PyYAML that was built without libyaml
    CParser = None  # type: ignore[assignment, misc]

_DEEP_FLOW = 25
"""So many brackets hold at most twice as many levels, since ``[a: [b]]`` is a pair in a list."""
_DEEP_BLOCK = regex(r"[ \t?:-]{24}")
"""What stands before a block in its line; a column holds two levels, a mapping's and a list's."""
_PLAIN_STRING = "tag:yaml.org,2002:str"
_TAGS = {"map": "tag:yaml.org,2002:map", "seq": "tag:yaml.org,2002:seq"}
_RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def resolve(value: str) -> str:
    """Return the tag of a plain scalar: what YAML 1.1 takes *value* for."""
    for tag, pattern in _RESOLVERS.get(value[:1], ()):
        if pattern.match(value):
            return cast("str", tag)
    return _PLAIN_STRING


if CParser is None:
    _Loader = yaml.SafeLoader
else:

    class _Loader(CParser):  # type: ignore[no-redef]
        """libyaml with the resolver of the safe loader, less what no front matter uses."""

        def resolve(self, kind: type, value: str | None, implicit: object) -> str:
            if kind is yaml.ScalarNode:
                plain, _ = cast("tuple[bool, bool]", implicit)
                return resolve(cast("str", value)) if plain else _PLAIN_STRING
            return _TAGS["seq"] if kind is yaml.SequenceNode else _TAGS["map"]

        def descend_resolver(self, parent: object, index: object) -> None:
            """Do nothing: there are no path resolvers."""

        def ascend_resolver(self) -> None:
            """Do nothing: there are no path resolvers."""


def compose(source: str) -> yaml.Node | None:
    """Return the node tree of *source*; None where it is empty.

    Raises yaml.YAMLError where it is no YAML, Unreadable where it is nested too deeply for
    the recursive composer, UnicodeEncodeError for lone surrogates.
    """
    if source.count("[") + source.count("{") > _DEEP_FLOW or _DEEP_BLOCK.search(source):
        _check_depth(source)
    try:
        return _Loader(source).get_single_node()
    except yaml.composer.ComposerError as error:
        if error.problem != "second occurrence":
            raise
        return _Redefining(source).get_single_node()


class _Redefining(yaml.SafeLoader):
    """The safe loader, with the last of equal anchors, as Psych, js-yaml and go-yaml have it.

    YAML 1.2.2, 3.2.2.2: anchors need not be unique.
    """

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Forget the anchor of the node that comes, unless it is an alias."""
        event: object = self.peek_event()  # type: ignore[no-untyped-call]
        if not isinstance(event, yaml.AliasEvent):
            self.anchors.pop(getattr(event, "anchor", None), None)
        return super().compose_node(parent, index)


def _check_depth(source: str) -> None:
    depth = 0
    try:
        for event in yaml.parse(source, _Loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > MAX_DEPTH:
                    raise _too_deep(event.start_mark)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.MarkedYAMLError as error:
        # Newer versions of libyaml have a limit of their own, and reach it while looking ahead.
        if error.problem == "exceeded maximum nesting depth":
            raise _too_deep(error.problem_mark) from error
        raise


def _too_deep(mark: object) -> Unreadable:
    """Return the error for lists and mappings nested beyond reason at *mark*."""
    offset = cast("yaml.Mark", mark).index
    message = f"Lists and mappings are nested more than {MAX_DEPTH} deep here"
    return Unreadable(SyntaxProblem(Span(offset, offset + 1), message, "too-deep"))


def read(text: str, content: Span) -> Reading:
    """Return what the YAML in *content* of *text* holds, or each cause why it cannot be read."""
    source = content.of(text)
    try:
        node = compose(source)
        events = _aliases(source) if node is not None and "*" in source else ()
    except Unreadable as error:
        return Reading(problems=_placed([error.problem], content))
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        from articlelint.front_matter.yaml import faults as yaml_faults

        return Reading(problems=_placed(yaml_faults.explain(source, error, compose), content))
    if node is None:
        return Reading()
    walker = Walker(text, content.start, events)
    try:
        value = walker.value(node)
    except Unreadable as error:
        return Reading(problems=(error.problem,))
    if isinstance(value, Scalar) and value.style is Style.PLAIN and isinstance(value.value, str):
        from articlelint.front_matter.yaml import faults as yaml_faults

        glued = yaml_faults.glued_keys(source)
        if glued:
            return Reading(problems=_placed(glued, content))
    return Reading(value, tuple(walker.problems))


def _aliases(source: str) -> tuple[Span, ...]:
    """Return the places of the aliases, which nodes do not tell."""
    return tuple(
        Span(cast("yaml.Mark", event.start_mark).index, cast("yaml.Mark", event.end_mark).index)
        for event in yaml.parse(source, _Loader)
        if isinstance(event, yaml.AliasEvent)
    )


def _placed(problems: Iterable[SyntaxProblem], content: Span) -> tuple[SyntaxProblem, ...]:
    """Return *problems* of a block with offsets into the text."""
    return tuple(
        problem._replace(
            span=problem.span.shift(content.start),
            related=tuple(
                each._replace(span=each.span.shift(content.start)) for each in problem.related
            ),
        )
        for problem in problems
    )
