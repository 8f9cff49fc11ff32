"""The JSON schema of a configuration file, the options of every rule included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from articlelint.config.declared import Settings
from articlelint.config.model import model_of
from articlelint.linting.registry import ALL, EVERY
from articlelint.linting.rule import options_class

if TYPE_CHECKING:
    from articlelint.linting.registry import Registry


def json_schema(registry: Registry) -> dict[str, Any]:
    """Return the schema (JSON Schema 2020-12) of ``articlelint.toml`` with these rules."""
    schema = model_of(Settings).model_json_schema(by_alias=True)
    definitions = schema.setdefault("$defs", {})
    definitions["Selector"] = {
        "type": "string",
        "enum": [
            ALL,
            *registry.families,
            *(family + EVERY for family in registry.families),
            *registry.names,
        ],
        "description": "A rule, a family of rules, or `all`.",
    }
    definitions["Rules"] = _rules(registry, definitions)
    for table in (schema, definitions["Override"]):
        properties = table["properties"]
        selector = {"$ref": "#/$defs/Selector"}
        properties["select"]["items"] = selector
        properties["extend-select"]["items"] = selector
        properties["unsuppressable"]["items"] = selector
        properties["ignore"]["items"] = selector
        properties["severity"]["propertyNames"] = selector
        properties["rules"] = {
            "$ref": "#/$defs/Rules",
            "description": properties["rules"]["description"],
        }
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _rules(registry: Registry, definitions: dict[str, Any]) -> dict[str, Any]:
    properties = {}
    for name in registry.names:
        schema = TypeAdapter(options_class(registry.load(name))).json_schema(
            ref_template="#/$defs/{model}", by_alias=True
        )
        definitions.update(schema.pop("$defs", {}))
        schema["properties"] = {
            key.replace("_", "-"): value for key, value in schema.get("properties", {}).items()
        }
        properties[name] = schema | {"title": name, "additionalProperties": False}
    return {"type": "object", "properties": properties, "additionalProperties": False}
