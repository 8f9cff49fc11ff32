"""A schema in a JSON file: a JSON Schema, or the settings of Front Matter CMS."""

from __future__ import annotations

import datetime as dt
import json
import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from articlelint.errors import ConfigError
from articlelint.schema import cms
from articlelint.schema.date_paths import of_json
from articlelint.schema.finding import FindingKind
from articlelint.schema.json_errors import findings
from articlelint.schema.located import Located
from articlelint.schema.source import Source
from articlelint.text.files import read_bytes
from articlelint.text.regex import regex
from articlelint.text.timed import SettingOverdue, timed_setting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.front_matter import FrontMatter
    from articlelint.schema.cms import ContentTypes
    from articlelint.schema.finding import SchemaFinding

_PATIENCE = 5.0
"""Seconds that a schema may take on one article, patterns of its own included."""
_COMMENT = regex(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|//[^\n]*+|/\*.*?(?:\*/|\Z)', re.DOTALL)
_TRAILING = regex(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|,(?=\s*[\]}])', re.DOTALL)
_URI = regex(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")
_EMAIL = regex(r"[^\s@<>]++@[^\s@<>][^\s@<>.]*+\.[^\s@<>]++")
_DATE_TIME = regex(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:[Zz]|[+-]\d\d:?\d\d)?")


def load(source: Source) -> JsonSchemaJudge | ContentTypes:
    """Return the schema in the JSON file *source*; raises ConfigError where it holds none."""
    document = read(source)
    try:
        if cms.is_settings(document):
            return cms.content_types(document, source.name)
    except ConfigError as error:
        raise ConfigError(f"{source.path}: {error}") from error
    if source.name:
        document = _part(document, source)
    return JsonSchemaJudge(source, document)


def read(source: Source) -> dict[str, Any]:
    """Return the document in the file; comments and trailing commas are no errors."""
    try:
        text = read_bytes(source.path).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot read {source.path}: {error}") from error
    try:
        document = json.loads(text)
    except ValueError:
        bare = _COMMENT.sub(lambda found: found[0] if found[0][0] == '"' else " ", text)
        bare = _TRAILING.sub(lambda found: found[0] if found[0][0] == '"' else "", bare)
        try:
            document = json.loads(bare)
        except ValueError as error:
            raise ConfigError(f"{source.path} is not JSON: {error}") from error
    except RecursionError as error:
        raise ConfigError(f"{source.path} is nested too deeply") from error
    if not isinstance(document, dict):
        raise ConfigError(f"{source.path} is not a JSON Schema: it is not an object")
    return document


def _part(document: dict[str, Any], source: Source) -> dict[str, Any]:
    """Return the definition that *source* names, able to refer to the others."""
    for key in ("$defs", "definitions"):
        if isinstance(document.get(key), dict) and source.name in document[key]:
            return {
                "$schema": document.get("$schema", _DIALECT),
                key: document[key],
                "$ref": f"#/{key}/{source.name}",
            }
    raise ConfigError(f"{source.path} has no definition `{source.name}`")


_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class JsonSchemaJudge:
    """A JSON Schema: draft 2020-12, or an earlier one that it names."""

    def __init__(self, source: Source, document: dict[str, Any]) -> None:
        try:
            import jsonschema  # 170 ms, for such a schema only
        except ImportError as error:
            raise ConfigError(
                f"{source.path} is a JSON Schema, which needs jsonschema: "
                "install articlelint[json-schema]"
            ) from error
        kind = jsonschema.validators.validator_for(
            document, default=jsonschema.Draft202012Validator
        )
        try:
            kind.check_schema(document)
        except jsonschema.SchemaError as error:
            place = "/".join(map(str, error.absolute_path)) or "the whole"
            raise ConfigError(
                f"{source.path} is not a JSON Schema: {place}: {error.message}"
            ) from error
        self.name = source.path.name
        self.keys = frozenset(_properties(document, document, 0))
        self.dates = of_json(document)
        document = {"$id": source.path.absolute().as_uri(), **document}
        self.document = document
        registry = _registry()
        _check_references(document, registry, source.path)
        self._validator: Any = kind(
            document, registry=registry, format_checker=_formats(jsonschema.FormatChecker)
        )

    def check(
        self, front_matter: FrontMatter, *, ignores_key_case: bool
    ) -> Iterator[SchemaFinding]:
        """Yield a finding for each defect."""
        located = Located(
            front_matter, self.keys, ignores_key_case=ignores_key_case, dates_as_text=True
        )
        try:
            with timed_setting(_PATIENCE):
                found = list(findings(self._validator.iter_errors(located.data), located))
        except SettingOverdue:
            message = (
                f"was not checked against {self.name}, which takes longer than {_PATIENCE:g} s"
            )
            found = [located.wrong(FindingKind.INVALID_VALUE, (), message)]
        yield from found


def _registry() -> Any:
    """Return where references lead: to the published drafts and to files beside; never abroad."""
    from jsonschema_specifications import REGISTRY
    from referencing.jsonschema import DRAFT202012

    library: Any = import_module("referencing")  # its arguments are hidden from type checkers
    missing: Any = import_module("referencing.exceptions").NoSuchResource

    def retrieve(uri: str) -> Any:
        parts = urlsplit(uri)
        if parts.scheme != "file":
            raise missing(ref=uri)
        try:
            document = read(Source(Path(url2pathname(parts.path))))
        except ConfigError as error:
            raise missing(ref=uri) from error
        return library.Resource.from_contents(document, default_specification=DRAFT202012)

    return REGISTRY.combine(library.Registry(retrieve=retrieve))


def _check_references(document: dict[str, Any], registry: Any, path: Path) -> None:
    """Raise ConfigError for the first reference that leads nowhere."""
    from referencing import Resource
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012

    resource = Resource.from_contents(document, default_specification=DRAFT202012)
    resolver = registry.resolver_with_root(resource)
    waiting: list[object] = [document]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            waiting += item.values()
            reference = item.get("$ref")
            try:
                if isinstance(reference, str):
                    resolver.lookup(reference)
            except Unresolvable as error:
                message = f"{path}: `$ref` to `{reference}` leads to nothing that can be read here"
                raise ConfigError(message) from error


def _properties(schema: object, root: dict[str, Any], depth: int) -> Iterator[str]:
    """Yield the keys that *schema* names, those of the schemas that it is made of included."""
    if not isinstance(schema, dict) or depth > 8:
        return
    properties = schema.get("properties")
    if isinstance(properties, dict):
        yield from properties
    for word in ("allOf", "anyOf", "oneOf"):
        for each in schema.get(word) or ():
            yield from _properties(each, root, depth + 1)
    for word in ("then", "else", "if"):
        yield from _properties(schema.get(word), root, depth + 1)
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        target: Any = root
        for step in reference[2:].split("/"):
            target = target.get(step) if isinstance(target, dict) else None
        yield from _properties(target, root, depth + 1)


def _formats(checker_class: Any) -> Any:
    """Return a checker of formats: what front matter has, and no more packages are needed for."""
    checker = checker_class(formats=("ipv4", "ipv6", "regex", "uuid", "time"))
    for name, fits in {
        "date": _is_date,
        "date-time": lambda text: _DATE_TIME.fullmatch(text) is not None and _is_date(text[:10]),
        "uri": lambda text: _URI.fullmatch(text) is not None,
        "iri": lambda text: _URI.fullmatch(text) is not None,
        "uri-reference": lambda text: not any(map(str.isspace, text)),
        "iri-reference": lambda text: not any(map(str.isspace, text)),
        "email": lambda text: _EMAIL.fullmatch(text) is not None,
    }.items():
        checker.checks(name)(_for_text(fits))
    return checker


def _for_text(fits: Any) -> Any:
    return lambda value: not isinstance(value, str) or fits(value)


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10
