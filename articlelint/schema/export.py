"""Schemas as JSON Schema, for editors and other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, is_typeddict

from articlelint.schema.model import schema_of

if TYPE_CHECKING:
    from articlelint.schema.model import Schema


def json_schema(typed_dict: type) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a TypedDict, with its keys' documentation.

    Raises TypeError for anything but a TypedDict.
    """
    from pydantic import TypeAdapter  # noqa: PLC0415 - 100 ms, only where it is asked for

    schema = schema_of(typed_dict)
    generated: dict[str, Any] = TypeAdapter(_for_pydantic(typed_dict)).json_schema()
    generated["$schema"] = "https://json-schema.org/draft/2020-12/schema"
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


def _for_pydantic(hint: Any) -> Any:  # noqa: ANN401 - a type of any kind
    """Return *hint* with ``typing``'s TypedDicts rebuilt by ``typing_extensions``.

    pydantic takes no others before Python 3.12; the schemas do not use them, since importing
    them takes 20 ms.
    """
    if isinstance(hint, type) and is_typeddict(hint):
        import typing_extensions as extended  # noqa: PLC0415 - see above

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
