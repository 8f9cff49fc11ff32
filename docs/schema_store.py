"""Lays the configuration's JSON schema out for SchemaStore: ``python docs/schema_store.py FOLDER``.

*FOLDER* is a clone of SchemaStore, or any folder. The schema goes to ``src/schemas/json``, what it
accepts to ``src/test``, what it refuses to ``src/negative_test``, and its entry into
``src/api/json/catalog.json``. SchemaStore wants draft 7, whose ``$ref`` has nothing beside it.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from articlelint.config.schema import json_schema
from articlelint.linting.registry import Registry

NAME = "articlelint"
URL = f"https://www.schemastore.org/{NAME}.json"
ENTRY = {
    "name": NAME,
    "description": "Configuration of articlelint, a linter for articles of static sites",
    "fileMatch": ["articlelint.toml", ".articlelint.toml"],
    "url": URL,
}
PAGE = Path(__file__).parent / "configuration.md"
EXAMPLE = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WRONG = {
    "key": "selects = []\n",
    "rule": 'ignore = ["dates/expirred"]\n',
    "option": '[rules."images/junk-alt"]\nword = ["photo"]\n',
    "severity": '[severity]\ndates = "fatal"\n',
    "type": '[rules."html/spacer-break"]\nleast = "three"\n',
}
"""What is wrong in each file that the schema refuses."""


def draft_7(schema: object) -> Any:
    """Return *schema*, of draft 2020-12 as pydantic writes it, in draft 7."""
    if isinstance(schema, list):
        return [draft_7(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {
        ("definitions" if key == "$defs" else key): draft_7(each) for key, each in schema.items()
    }
    if isinstance(target := found.get("$ref"), str):
        reference = {"$ref": target.replace("#/$defs/", "#/definitions/")}
        del found["$ref"]
        return {**found, "allOf": [reference]} if found else reference
    return found


def schema() -> dict[str, Any]:
    """Return the schema as SchemaStore has it."""
    heads = {"$id": URL, "$schema": "http://json-schema.org/draft-07/schema#"}
    found: dict[str, Any] = draft_7(json_schema(Registry(entry_points=False)))
    return {**heads, **{key: each for key, each in sorted(found.items()) if key != "$schema"}}


def files() -> dict[str, str]:
    """Return the files of SchemaStore that are ours, by their paths there."""
    found = {f"src/schemas/json/{NAME}.json": _json(schema())}
    examples = EXAMPLE.findall(PAGE.read_text(encoding="utf-8"))
    found |= {f"src/test/{NAME}/{n}.toml": text for n, text in enumerate(examples, 1)}
    found |= {f"src/negative_test/{NAME}/{name}.toml": text for name, text in WRONG.items()}
    return found


def catalogued(catalogue: dict[str, Any]) -> dict[str, Any]:
    """Return SchemaStore's *catalogue* with our entry, where the alphabet has it."""
    others = [each for each in catalogue.get("schemas", []) if each["name"] != NAME]
    place = next(
        (at for at, each in enumerate(others) if each["name"].casefold() > NAME), len(others)
    )
    return {**catalogue, "schemas": [*others[:place], ENTRY, *others[place:]]}


def _json(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def main() -> int:
    """Write the files to the folder that is the first argument."""
    folder = Path(sys.argv[1])
    for name, text in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    catalogue = folder / "src/api/json/catalog.json"
    there = json.loads(catalogue.read_text(encoding="utf-8")) if catalogue.exists() else {}
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    catalogue.write_text(_json(catalogued(there)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
