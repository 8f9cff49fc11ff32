"""What docs/schema_store.py lays out for SchemaStore."""

from __future__ import annotations

import json
import tomllib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from articlelint.config.places import FILE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parents[1] / "docs"


@pytest.fixture(scope="module")
def store() -> Iterator[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(DOCS))
        yield import_module("schema_store")


@pytest.fixture(scope="module")
def files(store: Any) -> dict[str, str]:
    found: dict[str, str] = store.files()
    return found


@pytest.fixture(scope="module")
def schema(files: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files["src/schemas/json/articlelint.json"])
    return found


def every_object(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from every_object(each)
    elif isinstance(value, list):
        for each in value:
            yield from every_object(each)


def test_the_schema_is_one_of_draft_7(schema: dict[str, Any]) -> None:
    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert schema["$id"] == "https://www.schemastore.org/articlelint.json"
    for each in every_object(schema):
        assert "$defs" not in each
        assert "$ref" not in each or list(each) == ["$ref"]  # draft 7 reads nothing beside it


def test_it_accepts_and_refuses_its_files(files: dict[str, str], schema: dict[str, Any]) -> None:
    validator = Draft7Validator(schema)
    judged: dict[str, set[bool]] = {"test": set(), "negative_test": set()}
    for name, text in files.items():
        if name.endswith(".toml"):
            kind = name.split("/")[1]
            assert validator.is_valid(tomllib.loads(text)) is (kind == "test"), name
            judged[kind].add(True)
    assert judged == {"test": {True}, "negative_test": {True}}


def test_every_option_says_what_it_does(schema: dict[str, Any]) -> None:
    rules = schema["definitions"]["Rules"]["properties"]
    options = [option for rule in rules.values() for option in rule["properties"].values()]
    assert len(options) > 40
    assert all(option["description"] for option in options)
    assert "``articlelint." not in json.dumps(schema)


def test_the_entry_stands_where_the_alphabet_has_it(store: Any) -> None:
    names = ["ansible", "Argo", "asmdef"]
    catalogue = {"version": 1, "schemas": [{"name": name} for name in names]}
    once = store.catalogued(catalogue)
    assert [each["name"] for each in once["schemas"]] == [
        "ansible",
        "Argo",
        "articlelint",
        "asmdef",
    ]
    assert store.catalogued(once) == once
    assert set(store.ENTRY["fileMatch"]) == {*FILE_NAMES} - {"pyproject.toml"}
