"""YAML front matter: nodes with marks, made into values with spans."""

from __future__ import annotations


import yaml
from yaml.constructor import SafeConstructor

from articlelint.front_matter.block import Reading
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
from articlelint.span import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES = {
    None: Style.PLAIN,
    "": Style.PLAIN,
    "'": Style.SINGLE_QUOTED,
    '"': Style.DOUBLE_QUOTED,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}


def read(text: str, span: Span) -> Reading:
    """Return what the YAML in *span* of *text* holds."""
    source = span.of(text)
    try:
        node = yaml.compose(source, _LOADER)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = span.start + min(mark.index if mark else 0, len(source))
        message = f"The front matter is not valid YAML: {error.problem}"
        return Reading(problems=(SyntaxProblem(Span(place, min(place + 1, span.end)), message),))
    except yaml.YAMLError as error:
        return Reading(
            problems=(SyntaxProblem(span, f"The front matter is not valid YAML: {error}"),)
        )
    return Reading(None if node is None else _Walker(text, span.start).value(node))


class _Walker:
    def __init__(self, text: str, offset: int) -> None:
        self._text = text
        self._offset = offset

    def value(self, node: yaml.Node) -> Value:
        start = node.start_mark.index + self._offset
        end = node.end_mark.index + self._offset
        if isinstance(node, yaml.ScalarNode):
            while end > start and self._text[end - 1] in " \t\r\n":
                end -= 1
            span = Span(start, end)
            return Scalar(span, _construct(node), span.of(self._text), _STYLES[node.style])
        if isinstance(node, yaml.SequenceNode):
            items = tuple(self.value(item) for item in node.value)
            if not node.flow_style and items:
                end = items[-1].span.end
            return Sequence(Span(start, end), items, flow=bool(node.flow_style))
        fields = tuple(self._field(key, value) for key, value in node.value)
        if not node.flow_style and fields:
            end = fields[-1].content.span.end
        return Mapping(Span(start, end), fields, flow=bool(node.flow_style))

    def _field(self, key: yaml.Node, value: yaml.Node) -> Field:
        span = Span(key.start_mark.index, key.end_mark.index).shift(self._offset)
        name = key.value if isinstance(key, yaml.ScalarNode) else span.of(self._text)
        return Field(name, span, self.value(value))


_constructor = SafeConstructor()


def _construct(node: yaml.ScalarNode) -> ScalarValue:
    tag = node.tag
    if tag == "tag:yaml.org,2002:str":
        return node.value
    construct = SafeConstructor.yaml_constructors.get(tag)
    if construct is None:
        return node.value
    try:
        return construct(_constructor, node)
    except (ValueError, yaml.YAMLError):
        return node.value
