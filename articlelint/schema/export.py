"""Schemas as JSON Schema, for editors and other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, is_typeddict

from articlelint.schema.model import schema_of
from articlelint.schema.spec_json import json_of_field

if TYPE_CHECKING:
    from articlelint.schema.model import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_of(schema: Schema, typed_dict: type | None) -> dict[str, Any]:
    """Return *schema*, which may be laid over that of *typed_dict*, as JSON Schema.

    Schemas in files of the site stand in it whole, each under an ``$id`` of its own.
    """
    built_in = schema_of(typed_dict) if typed_dict is not None else None
    known = built_in.names if built_in is not None else {}
    exported: dict[str, Any]
    if typed_dict is not None and any(spec is known.get(n) for n, spec in schema.names.items()):
        exported = json_schema(typed_dict)
    else:
        exported = {"$schema": DIALECT, "title": schema.name, "type": "object", "properties": {}}
    of_files = frozenset[str]().union(*(judge.keys for judge in schema.judges))
    for name, spec in schema.names.items():
        if spec is not known.get(name) and not (spec.shape.anything and name in of_files):
            exported["properties"][name] = json_of_field(spec)
    required = [name for name, spec in schema.fields.items() if spec.required]
    exported.pop("required", None)
    if required:
        exported["required"] = required
    if schema.judges:
        exported["allOf"] = [dict(judge.document) for judge in schema.judges]
    exported["additionalProperties"] = True
    if schema.closed:
        exported |= {"additionalProperties": False}
        for name in of_files:
            exported["properties"].setdefault(name, {})
    return exported


def json_schema(typed_dict: type) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a TypedDict, with its keys' documentation.

    Raises TypeError for anything but a TypedDict.
    """
    from pydantic import TypeAdapter  # 100 ms, only where it is asked for

    schema = schema_of(typed_dict)
    generated: dict[str, Any] = TypeAdapter(_for_pydantic(typed_dict)).json_schema()
    generated["$schema"] = DIALECT
    if typed_dict.__doc__:
        generated["description"] = typed_dict.__doc__.strip().partition("\n")[0]
    generated["additionalProperties"] = not schema.closed
    _add_aliases(schema, generated)
    return generated


def _add_aliases(schema: Schema, generated: dict[str, Any]) -> None:
    properties = generated.setdefault("properties", {})
    for name, spec in schema.names.items():
        if name != spec.name and spec.name in properties:
            properties.setdefault(name, properties[spec.name])


def _for_pydantic(hint: Any) -> Any:
    """Return *hint* with ``typing``'s TypedDicts rebuilt by ``typing_extensions``.

    pydantic takes no others before Python 3.12; the schemas do not use them, since importing
    them takes 20 ms.
    """
    if isinstance(hint, type) and is_typeddict(hint):
        import typing_extensions as extended

        fields = {
            name: (extended.Required if spec.required else extended.NotRequired)[
                Annotated[_for_pydantic(spec.type), spec.key]
            ]
            for name, spec in schema_of(hint).fields.items()
        }
        return extended.TypedDict(hint.__name__, fields, total=False)  # type: ignore[operator]
    arguments = get_args(hint)
    if not arguments or get_origin(hint) is None:
        return hint
    rebuilt = tuple(_for_pydantic(item) for item in arguments)
    if rebuilt == arguments:
        return hint
    origin = get_origin(hint)
    if origin in {list, dict}:
        return origin[rebuilt if len(rebuilt) > 1 else rebuilt[0]]
    union: Any = rebuilt[0]
    for item in rebuilt[1:]:
        union = union | item
    return union
