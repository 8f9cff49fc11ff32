"""Compares one value with its type: exact types first, pydantic for what they cannot tell."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from articlelint.front_matter import Mapping, Scalar, Sequence, Style
from articlelint.schema import terms
from articlelint.schema.finding import FindingKind
from articlelint.schema.names import intended
from articlelint.schema.problem import Problem, cut
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.front_matter import Field, Path, Value
    from articlelint.schema.limits import Limits
    from articlelint.schema.model import FieldSpec, Schema, Shape
    from articlelint.text.span import Span

_TEMPLATE = regex(r"\{\{|\{%|<%")
_YAML_1_1_FLAGS = frozenset({"yes", "no", "on", "off", "y", "n"})
_QUOTED = frozenset({Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED})


def value_problems(spec: FieldSpec, value: Value, path: Path = ()) -> Iterator[Problem]:
    """Yield what is wrong with the value of the key *spec*; *path* leads to it.

    Where there is no value, nothing is wrong unless one is needed.
    """
    limits = spec.limits
    if limits is not None and limits.needs_value and _is_blank(value):
        message = "has no value, and needs one"
        yield Problem(FindingKind.INVALID_VALUE, path, value.span, message)
        return
    found = False
    for problem in _problems(spec.shape, value, path):
        found = True
        yield problem
    if found:
        return
    key = spec.key
    if key.separator is not None:
        yield from terms.problems(key, value, path)
    if key.pattern:
        yield from _against_pattern(spec, value, path)
    if limits is not None:
        yield from _outside(limits, value, path)


def _problems(shape: Shape, value: Value, path: Path) -> Iterator[Problem]:
    if shape.anything:
        return
    if isinstance(value, Scalar):
        if not _scalar_fits(shape, value):
            yield _wrong_scalar(shape, value, path)
    elif isinstance(value, Sequence):
        if shape.items is not None:
            for index, item in enumerate(value.items):
                yield from _problems(shape.items, item, (*path, index))
        elif not _accepted_by_pydantic(shape, value):
            yield _wrong_type(shape, value.span, path, "a list")
    elif shape.schema is not None or shape.values is not None:
        yield from _mapping_problems(shape, value, path)
    elif not _accepted_by_pydantic(shape, value) and not _is_template(value):
        yield _wrong_type(shape, value.span, path, "a mapping", _as_text(shape, value))


def _mapping_problems(shape: Shape, mapping: Mapping, path: Path) -> Iterator[Problem]:
    for field in mapping.fields:
        spec = shape.schema.names.get(field.key) if shape.schema is not None else None
        if spec is not None:
            yield from value_problems(spec, field.content, (*path, field.key))
        elif shape.values is not None:
            yield from _problems(shape.values, field.content, (*path, field.key))
        elif shape.schema is not None:
            yield from _misspelt(shape.schema, mapping, field, (*path, field.key))
    if shape.schema is None or _is_template(mapping):
        return
    present = {field.key for field in mapping.fields}
    for spec in shape.schema.fields.values():
        if spec.required and present.isdisjoint((spec.name, *spec.key.aliases)):
            span = mapping.fields[0].key_span if mapping.fields else mapping.span
            place = (*path, spec.name)
            yield Problem(FindingKind.MISSING_KEY, place, span, "is missing", hint=spec.key.doc)


def _misspelt(schema: Schema, mapping: Mapping, field: Field, path: Path) -> Iterator[Problem]:
    """Yield a problem where a key of a mapping evidently stands for another, which is not there."""
    right = intended(schema, field.key)
    if right is not None and right in schema.names and mapping.get(right) is None:
        message = f"is not a key that anything reads; `{right}` was probably meant"
        yield Problem(FindingKind.UNKNOWN_KEY, path, field.key_span, message, right)


def _outside(limits: Limits, value: Value, path: Path) -> Iterator[Problem]:
    if isinstance(value, Sequence):
        for failing in limits.of_list(value):
            yield Problem(FindingKind.INVALID_VALUE, path, value.span, failing.message)
        for index, item in enumerate(value.items):
            if isinstance(item, Scalar):
                yield from _outside(limits, item, (*path, index))
    elif isinstance(value, Scalar) and not _TEMPLATE.search(value.source):
        failed = limits.of_scalar(value)
        if failed is not None:
            yield Problem(
                FindingKind.INVALID_VALUE,
                path,
                value.span,
                failed.message,
                suggestion=failed.suggestion,
            )


def _is_blank(value: Value) -> bool:
    """Tell whether there is nothing but blanks, or an empty list or mapping."""
    if isinstance(value, Scalar):
        return value.value is None or (isinstance(value.value, str) and not value.value.strip())
    return not value.value


def _scalar_fits(shape: Shape, scalar: Scalar) -> bool:
    value = scalar.value
    kind = type(value)
    if value is None or kind in shape.scalars or (kind, value) in shape.literals:
        return True
    if kind is bool and scalar.source.lower() in _YAML_1_1_FLAGS and str in shape.scalars:
        return True  # text to YAML 1.2; how readers differ is another rule's matter
    if kind is str and _TEMPLATE.search(scalar.source):
        return True
    if kind is int and float in shape.scalars:
        return True
    return _accepted_by_pydantic(shape, scalar)


def _wrong_scalar(shape: Shape, scalar: Scalar, path: Path) -> Problem:
    value = scalar.value
    if isinstance(value, str) and any(kind is str for kind, _ in shape.literals):
        folded = value.strip().lower()
        right = next((i for kind, i in shape.literals if kind is str and i == folded), None)
        return Problem(
            FindingKind.INVALID_VALUE,
            path,
            scalar.span,
            f"should be {shape.describe()}, found `{cut(value)}`",
            suggestion=str(right) if right is not None else None,
        )
    if not shape.scalars and shape.literals and not isinstance(value, (str, bool)):
        message = f"should be {shape.describe()}, found `{value}`"
        return Problem(FindingKind.INVALID_VALUE, path, scalar.span, message)
    return Problem(
        FindingKind.WRONG_TYPE,
        path,
        scalar.span,
        f"should be {shape.describe()}, found {_kind_of(scalar)}",
        suggestion=_rewritten(shape, scalar),
    )


def _wrong_type(
    shape: Shape, span: Span, path: Path, found: str, suggestion: str | None = None
) -> Problem:
    message = f"should be {shape.describe()}, found {found}"
    return Problem(FindingKind.WRONG_TYPE, path, span, message, suggestion)


def _as_text(shape: Shape, mapping: Mapping) -> str | None:
    """Return the text that was meant by an item such as ``C: a language``, in quotes."""
    if str not in shape.scalars or mapping.flow or len(mapping.fields) != 1:
        return None
    (field,) = mapping.fields
    words = field.content.source if isinstance(field.content, Scalar) else ""
    if not words or not re.fullmatch(r"[^\"\\\r\n]+", f"{field.key}{words}"):
        return None
    return f'"{field.key}: {words}"'


def _kind_of(scalar: Scalar) -> str:
    shown = cut(scalar.source)
    if isinstance(scalar.value, bool):
        return f"`{shown}`"
    if isinstance(scalar.value, (int, float)):
        return f"the number `{shown}`"
    return f"the text `{shown}`" if isinstance(scalar.value, str) else f"the date `{shown}`"


def _rewritten(shape: Shape, scalar: Scalar) -> str | None:
    """Return the value written so that it has the right type, where that is certain."""
    value = scalar.value
    if isinstance(value, str):
        text = value.strip()
        if scalar.style in _QUOTED:
            if bool in shape.scalars and text.lower() in {"true", "false"}:
                return text.lower()
            if shape.scalars & {int, float} and re.fullmatch(r"-?\d+", text):
                return text
        if text and shape.items is not None and str in shape.items.scalars:
            return (
                f"[{scalar.source}]" if not terms.COMMAS.search(text) and "\n" not in text else None
            )
        return None
    if str in shape.scalars and value is not None:
        return f'"{scalar.source}"' if '"' not in scalar.source else None
    return None


def _against_pattern(spec: FieldSpec, value: Value, path: Path) -> Iterator[Problem]:
    if isinstance(value, Sequence):
        for index, item in enumerate(value.items):
            yield from _against_pattern(spec, item, (*path, index))
    elif (
        isinstance(value, Scalar)
        and isinstance(value.value, str)
        and not re.fullmatch(spec.key.pattern, value.value, re.DOTALL)
        and not _TEMPLATE.search(value.value)
    ):
        expected = spec.key.expected or f"match `{spec.key.pattern}`"
        yield Problem(
            FindingKind.INVALID_VALUE,
            path,
            value.span,
            f"should {expected}, found `{cut(value.value)}`",
        )


def _is_template(value: Value) -> bool:
    """Tell whether a mapping is what YAML makes of ``{{ title }}``."""
    return (
        isinstance(value, Mapping)
        and value.flow
        and len(value.fields) == 1
        and value.fields[0].key.startswith("{")
    )


def _accepted_by_pydantic(shape: Shape, value: Value) -> bool:
    """Ask pydantic about a type that is more than exact types."""
    if shape.foreign is None:
        return False
    from pydantic import ValidationError  # 100 ms, for unusual types only

    try:
        _adapter(shape.foreign).validate_python(value.value)
    except ValidationError:
        return False
    return True


@lru_cache(maxsize=256)
def _adapter(kind: Any) -> Any:
    from pydantic import ConfigDict, TypeAdapter

    return TypeAdapter(kind, config=ConfigDict(strict=True))
