"""A field as JSON Schema, from what a value of it is compared with."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from articlelint.schema.limits import Limits
    from articlelint.schema.model import FieldSpec, Shape

_TYPES: dict[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    dt.date: "string",
    dt.datetime: "string",
    dt.time: "string",
}
_FORMATS = {"url": "uri", "link": "uri-reference", "email": "email"}


def json_of_field(spec: FieldSpec) -> dict[str, Any]:
    """Return the JSON Schema of a field's values."""
    schema = _of_shape(spec.shape, spec.limits)
    key = spec.key
    if key.doc:
        schema["description"] = key.doc
    if key.deprecated:
        schema["deprecated"] = True
    return schema


def _of_shape(shape: Shape, limits: Limits | None) -> dict[str, Any]:
    if shape.anything or shape.foreign is not None:
        return _of_scalar(limits)
    kinds: list[dict[str, Any]] = []
    types = list(dict.fromkeys(_TYPES[each] for each in sorted(shape.scalars, key=str)))
    if "number" in types and "integer" in types:
        types.remove("integer")
    if types:
        kinds.append({"type": types[0] if len(types) == 1 else types, **_of_scalar(limits)})
    if shape.literals:
        kinds.append({"enum": sorted((value for _, value in shape.literals), key=str)})
    if shape.items is not None:
        items = _of_shape(shape.items, None) | _of_scalar(limits)
        kinds.append({"type": "array", **({"items": items} if items else {}), **_of_list(limits)})
    if shape.schema is not None:
        fields = shape.schema.fields
        required = [name for name, spec in fields.items() if spec.required]
        kinds.append(
            {
                "type": "object",
                "properties": {name: json_of_field(spec) for name, spec in fields.items()},
                **({"required": required} if required else {}),
            }
        )
    elif shape.values is not None:
        kinds.append({"type": "object"})
    if not kinds:
        return {}
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def _of_list(limits: Limits | None) -> dict[str, Any]:
    if limits is None:
        return {}
    return _given({"minItems": limits.min_items, "maxItems": limits.max_items})


def _of_scalar(limits: Limits | None) -> dict[str, Any]:
    if limits is None:
        return {}
    schema = _given(
        {
            "enum": list(limits.choices) or None,
            "pattern": limits.pattern.pattern if limits.pattern is not None else None,
            "minimum": limits.least,
            "maximum": limits.most,
            "minLength": limits.min_length,
            "maxLength": limits.max_length,
        }
    )
    if len(limits.forms) == 1 and limits.forms[0] in _FORMATS:
        schema["format"] = _FORMATS[limits.forms[0]]
    return schema


def _given(words: dict[str, Any]) -> dict[str, Any]:
    return {word: value for word, value in words.items() if value is not None}
