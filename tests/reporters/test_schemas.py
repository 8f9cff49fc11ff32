"""Documents are what their readers' schemas say, with nothing to report and with everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator

from articlelint.report.report import Report
from articlelint.reporters import Style, load

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SCHEMAS = Path(__file__).parent / "schemas"
CLEAN = Report(checked=3)


def text_of(name: str, report: Report, style: Style | None = None) -> str:
    form = load(name, plugins=False)
    assert form is not None
    assert form.document
    return "\n".join(form.render(report, style or Style()))


def errors_of(validator: Any, document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


@pytest.fixture(scope="module")
def sarif_schema(published_schema: Callable[[str], Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return the schema that OASIS published."""
    return published_schema("https://json.schemastore.org/sarif-2.1.0.json")


@pytest.mark.parametrize("clean", [True, False])
def test_sarif(report: Report, sarif_schema: Mapping[str, Any], clean: bool) -> None:
    document = json.loads(text_of("sarif", CLEAN if clean else report))
    assert errors_of(Draft7Validator(sarif_schema), document) == []
    if not clean:
        del document["runs"][0]["results"][0]["message"]
        assert errors_of(Draft7Validator(sarif_schema), document)  # it does say something


@pytest.mark.parametrize("clean", [True, False])
@pytest.mark.parametrize("name", ["gitlab", "rdjson"])
def test_json(report: Report, name: str, clean: bool) -> None:
    schema = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    document = json.loads(text_of(name, CLEAN if clean else report))
    assert errors_of(Draft202012Validator(schema), document) == []


@pytest.mark.parametrize("clean", [True, False])
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml(report: Report, name: str, clean: bool) -> None:
    schema = xmlschema.XMLSchema(SCHEMAS / f"{name}.xsd")
    text = text_of(name, CLEAN if clean else report)
    assert [str(error) for error in schema.iter_errors(text)] == []


def test_junit_counts_what_there_is(report: Report) -> None:
    root = ET.fromstring(text_of("junit", report).encode())  # noqa: S314 - our own
    assert len(root) == 5
    for element in (root, *root):
        assert element.get("tests") == str(len(list(element.iter("testcase"))))
        assert element.get("failures") == str(len(list(element.iter("failure"))))
    for suite in root:
        broken = [case for case in suite if case.find("error") is not None]
        assert suite.get("errors") == str(len(broken))
