"""Turns YAML nodes into values with spans: aliases, merge keys and tags worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import yaml
from yaml.constructor import SafeConstructor

from articlelint.front_matter.model import (
    Field,
    Mapping,
    Scalar,
    ScalarValue,
    Sequence,
    Style,
    SyntaxProblem,
    Value,
)
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from collections.abc import Sequence as AbstractSequence

MAX_DEPTH = 100
"""Lists and mappings within one another; no front matter has more than a handful."""
MAX_VALUES = 20_000
"""How many values aliases may unfold to (a "billion laughs" block unfolds to ever more)."""

_PREFIX = "tag:yaml.org,2002:"
_STRING = _PREFIX + "str"
_MERGE = _PREFIX + "merge"
_KNOWN = frozenset(tag for tag in SafeConstructor.yaml_constructors if tag) | {
    _PREFIX + "merge",
    _PREFIX + "value",
}
_SCALARS = {
    _PREFIX + name: cast(
        "Callable[[SafeConstructor, yaml.Node], ScalarValue]",
        SafeConstructor.yaml_constructors[_PREFIX + name],
    )
    for name in ("null", "bool", "int", "float", "timestamp")
}
_STYLES = {
    "'": Style.SINGLE_QUOTED,
    '"': Style.DOUBLE_QUOTED,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}
# Anchors and tags before a value, comments between them and the value included.
_PROPERTIES = regex(r"(?:[&!]\S*+\s*+(?:#[^\r\n]*+\s*+)*+)*+")
_TEMPLATE = regex(r"\{\s*\{")


class Unreadable(ValueError):  # noqa: N818 - it is what the block is
    """The block cannot be turned into values at all; *problem* says why."""

    def __init__(self, problem: SyntaxProblem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Known(NamedTuple):
    """A *value* that was read, with how many values it holds, and in how many levels."""

    value: Value
    size: int
    height: int


class Walker:
    """Walks the nodes of one block of *text* that begins at *offset*, in reading order.

    *aliases* are the places of the aliases in the block. What a YAML reader would refuse is
    added to ``problems``.
    """

    def __init__(self, text: str, offset: int, aliases: AbstractSequence[Span] = ()) -> None:
        self.problems: list[SyntaxProblem] = []
        self._text = text
        self._offset = offset
        self._aliases = iter(aliases)
        self._seen: dict[yaml.Node, _Known | None] | None = {} if aliases else None
        self._count = 0
        self._depth = self._deepest = 0

    def value(self, node: yaml.Node) -> Value:
        """Return *node* and all below it; raises Unreadable where aliases run away."""
        seen = self._seen
        if seen is None:
            return self._make(node)
        if node in seen:
            return self._alias(node)
        seen[node] = None
        count, depth, deepest = self._count, self._depth, self._deepest
        self._count += 1
        self._depth = self._deepest = depth + 1
        value = self._make(node)
        seen[node] = _Known(value, self._count - count, self._deepest - depth)
        self._depth, self._deepest = depth, max(deepest, self._deepest)
        return value

    def _alias(self, node: yaml.Node) -> Value:
        span = next(self._aliases).shift(self._offset)
        known = self._seen[node] if self._seen else None
        name = span.of(self._text)
        if known is None:
            message = f"`{name}` is inside the value that it refers to"
            raise Unreadable(SyntaxProblem(span, message, "alias"))
        value = known.value
        self._count += known.size
        self._deepest = max(self._deepest, self._depth + known.height)
        if self._count > MAX_VALUES:
            message = f"`{name}` and other aliases expand to more than {MAX_VALUES} values"
            raise Unreadable(SyntaxProblem(span, message, "alias"))
        if self._deepest > MAX_DEPTH:
            message = f"`{name}` and other aliases expand to lists more than {MAX_DEPTH} deep"
            raise Unreadable(SyntaxProblem(span, message, "alias"))
        if isinstance(value, Scalar):
            return Scalar(span, value.value, name)
        if isinstance(value, Sequence):
            return Sequence(span, value.items, value.flow)
        return Mapping(span, value.fields, value.flow)

    def _make(self, node: yaml.Node) -> Value:
        text = self._text
        start = node.start_mark.index + self._offset
        end = node.end_mark.index + self._offset
        if start < end and text[start] in "&!":
            end_of_properties = cast("re.Match[str]", _PROPERTIES.match(text, start, end)).end()
            self._check_tag(node, Span(start, end))
            start = end_of_properties
        if isinstance(node, yaml.ScalarNode):
            style = _STYLES.get(node.style, Style.PLAIN) if node.style else Style.PLAIN
            if style is Style.LITERAL or style is Style.FOLDED or start == end:
                end = start + len(text[start:end].rstrip(" \t\r\n"))
            return Scalar(Span(start, end), construct(node), text[start:end], style)
        if isinstance(node, yaml.SequenceNode):
            items = tuple([self.value(item) for item in node.value])
            if items and not node.flow_style:
                end = max(start, items[-1].span.end)
            return Sequence(Span(start, end), items, bool(node.flow_style))
        return self._mapping(cast("yaml.MappingNode", node), start, end)

    def _mapping(self, node: yaml.MappingNode, start: int, end: int) -> Mapping:
        fields: list[Field] = []
        merges: list[int] = []
        for key, content in node.value:
            if key.tag == _MERGE:
                merges.append(len(fields))
            name, span = self._key(key, start, end)
            fields.append(Field(name, span, self.value(content)))
        flow = bool(node.flow_style)
        if fields and not flow:
            end = max(start, fields[-1].content.span.end, fields[-1].key_span.end)
        if merges:
            fields = self._merged(fields, merges)
        return Mapping(Span(start, end), tuple(fields), flow)

    def _key(self, node: yaml.Node, start: int, end: int) -> tuple[str, Span]:
        if type(node) is yaml.ScalarNode and self._seen is None:
            first = node.start_mark.index + self._offset
            if first < len(self._text) and self._text[first] not in "&!":
                return node.value, Span(first, node.end_mark.index + self._offset)
        key = self.value(node)
        if isinstance(key, Scalar):
            return cast("str", node.value), key.span
        source = key.span.of(self._text)
        whole = Span(start, end)
        if _TEMPLATE.match(self._text, start, end):
            message = "YAML reads the braces of a template tag as a mapping; the value needs quotes"
            self.problems.append(SyntaxProblem(whole, message, "template"))
        else:
            message = f"`{_short(source)}` is a list or mapping, which cannot be a key"
            self.problems.append(SyntaxProblem(key.span, message, "complex-key"))
        return source, key.span

    def _merged(self, fields: list[Field], merges: list[int]) -> list[Field]:
        """Return *fields* with the contents of ``<<`` in its place, less what is set already."""
        names = {field.key for index, field in enumerate(fields) if index not in merges}
        merged: list[Field] = []
        for index, field in enumerate(fields):
            if index not in merges:
                merged.append(field)
                continue
            content = field.content
            sources = content.items if isinstance(content, Sequence) else (content,)
            for source in sources:
                if not isinstance(source, Mapping):
                    message = "`<<` merges a mapping, and this is not one"
                    self.problems.append(SyntaxProblem(source.span, message, "merge"))
                    continue
                merged.extend(
                    inner
                    for inner in source.fields
                    if inner.key not in names and source.get(inner.key) is inner
                )
                names.update(inner.key for inner in source.fields)
        return merged

    def _check_tag(self, node: yaml.Node, span: Span) -> None:
        if node.tag in _KNOWN:
            return
        source = span.of(self._text)
        tag = source.split(None, 1)[0]
        message = f"YAML reads `{_short(tag)}` as a tag, the name of a type, which it does not know"
        hint = "Put quotes around the value"
        self.problems.append(SyntaxProblem(span, message, "tag", hint))


def construct(node: yaml.ScalarNode) -> ScalarValue:
    """Return the value of a scalar node; the text as written where it cannot be made."""
    make = _SCALARS.get(node.tag)
    if make is None:
        return cast("str", node.value)
    try:
        return make(_CONSTRUCTOR, node)
    except (ValueError, OverflowError, yaml.YAMLError, AttributeError, KeyError):
        # PyYAML checks the form of a value, not whether there is such a day or number;
        # with an explicit tag it does not even check the form.
        return cast("str", node.value)


_CONSTRUCTOR = SafeConstructor()


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
