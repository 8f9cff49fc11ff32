"""The JSON schema of a configuration file, the options of every rule included."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter

from articlelint.config.declared import Settings
from articlelint.config.model import model_of
from articlelint.linting.registry import ALL, EVERY
from articlelint.linting.rule import Rule, options_class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.linting.registry import Registry

_ABOUT: Final = {
    "Field": "What a key of the front matter must be.",
    "FrontMatter": "What the front matter must be, beyond what the generator requires.",
    "OnlineSettings": "How the network is asked in a run with `--online`. Times are in seconds.",
    "Override": "Other rules for some files.",
    "SiteTable": "The site, if it is not recognised correctly.",
}
"""What tables are, for their authors; the classes behind them say it to ours."""


def json_schema(registry: Registry) -> dict[str, Any]:
    """Return the schema (JSON Schema 2020-12) of ``articlelint.toml`` with these rules."""
    schema = model_of(Settings).model_json_schema(by_alias=True)
    schema |= {"title": "articlelint", "description": "The configuration of articlelint."}
    definitions = schema.setdefault("$defs", {})
    for name, about in _ABOUT.items():
        definitions[name]["description"] = about
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
        rule = registry.load(name)
        schema = TypeAdapter(options_class(rule)).json_schema(
            ref_template="#/$defs/{model}", by_alias=True
        )
        definitions.update(schema.pop("$defs", {}))
        about = _about_options(rule)
        schema["properties"] = {
            key.replace("_", "-"): value | ({"description": about[key]} if key in about else {})
            for key, value in schema.get("properties", {}).items()
        }
        properties[name] = schema | {"title": name, "additionalProperties": False}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _about_options(rule: type[Rule]) -> dict[str, str]:
    """Return the docstrings of the options of *rule*, which only its source has."""
    found: dict[str, str] = {}
    for base in reversed(rule.__mro__):
        if not issubclass(base, Rule) or base is Rule:
            continue
        try:
            tree = ast.parse(textwrap.dedent(inspect.getsource(base)))
        except (OSError, TypeError, SyntaxError):
            continue  # a class that was made by a program
        for node in tree.body:
            found |= dict(_documented(node.body) if isinstance(node, ast.ClassDef) else ())
    return found


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, text in pairwise(body):
        match field, text:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(said))),
            ):
                yield name, " ".join(said.split())
