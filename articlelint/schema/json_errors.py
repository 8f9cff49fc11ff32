"""The errors of a JSON Schema in an author's words, one for each defect."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.schema.limits import listed, meant
from articlelint.schema.names import is_near

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from articlelint.front_matter import Path
    from articlelint.schema.located import Located

_TYPES = {
    "string": "text",
    "array": "a list",
    "object": "a mapping",
    "boolean": "`true` or `false`",
    "integer": "a whole number",
    "number": "a number",
    "null": "nothing",
}
_FORMATS = {
    "date": "a date like 2024-05-01",
    "date-time": "a date with a time, like 2024-05-01T10:00:00Z",
    "time": "a time of day",
    "uri": "a URL with https://",
    "iri": "a URL with https://",
    "uri-reference": "a URL or a path",
    "iri-reference": "a URL or a path",
    "email": "an e-mail address",
}


def findings(errors: Iterable[Any], located: Located) -> Iterator[SchemaFinding]:
    """Yield one finding for each place that is wrong, the weightiest where there are several.

    *errors* are jsonschema's. A key that is a misspelling of a missing one is reported as
    that alone.
    """
    found: dict[tuple[Path, str], SchemaFinding] = {}
    for error in errors:
        for finding in _of(error, located):
            if located.is_template(finding.path):
                continue
            # Of one value, a wrong type and a wrong form are one defect; the first one counts.
            key = (finding.path, "")
            if key not in found or (
                finding.kind is FindingKind.WRONG_TYPE
                and found[key].kind is FindingKind.INVALID_VALUE
            ):
                found[key] = finding
    missing = {
        finding.path for finding in found.values() if finding.kind is FindingKind.MISSING_KEY
    }
    meant = {
        (*finding.path[:-1], finding.suggestion)
        for finding in found.values()
        if finding.kind is FindingKind.UNKNOWN_KEY and finding.suggestion
    }
    for finding in found.values():
        if finding.path in missing and finding.path in meant:
            continue
        yield finding


def _of(error: Any, located: Located) -> Iterator[SchemaFinding]:
    reader = _of_name if _is_of_name(error) else _READERS.get(error.validator)
    if reader is not None:
        yield from reader(error, located)
        return
    path: Path = tuple(error.absolute_path)
    message, suggestion = _said(error, located, path)
    yield located.wrong(FindingKind.INVALID_VALUE, path, message, suggestion)


def _of_type(error: Any, located: Located) -> Iterator[SchemaFinding]:
    yield _wrong_type(located, tuple(error.absolute_path), _several(error.validator_value))


def _of_required(error: Any, located: Located) -> Iterator[SchemaFinding]:
    for name in error.validator_value:
        if name not in error.instance and f"'{name}'" in error.message:
            yield located.missing((*error.absolute_path, name), _hint(error.schema, name))


def _of_dependent(error: Any, located: Located) -> Iterator[SchemaFinding]:
    for name, others in error.validator_value.items():
        for other in others if name in error.instance else ():
            if other not in error.instance and f"'{other}'" in error.message:
                hint = f"It is required where `{name}` is set"
                yield located.missing((*error.absolute_path, other), hint)


def _of_extra(error: Any, located: Located) -> Iterator[SchemaFinding]:
    missing = [name for name in error.schema.get("properties", ()) if name not in error.instance]
    for name in _extra(error):
        near = [right for right in missing if is_near(name, right)]
        meant = near[0] if len(near) == 1 else None
        yield located.unknown((*error.absolute_path, name), meant)


def _of_name(error: Any, located: Located) -> Iterator[SchemaFinding]:
    yield located.unknown((*error.absolute_path, str(error.instance)), None)


def _of_union(error: Any, located: Located) -> Iterator[SchemaFinding]:
    """Yield what is wrong by the branch that comes nearest; all types where none comes near."""
    path: Path = tuple(error.absolute_path)
    if not error.context:  # ``oneOf``, and several fit
        message, _ = _said(error, located, path)
        yield located.wrong(FindingKind.INVALID_VALUE, path, message)
        return
    branches: dict[int, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(inner)
    near = [each for each in branches.values() if not any(_is_whole(inner, path) for inner in each)]
    if len(near) == 1 or (near and all(len(tuple(e[0].absolute_path)) > len(path) for e in near)):
        for inner in min(near, key=len):
            yield from _of(inner, located)
        return
    wrong = [inner for each in branches.values() for inner in each]
    if all(_is_whole(inner, path) for inner in wrong):
        yield _no_branch(wrong, located, path)
        return
    if near:
        for inner in min(near, key=len):
            yield from _of(inner, located)
        return
    message, _ = _said(error, located, path)
    yield located.wrong(FindingKind.INVALID_VALUE, path, message)


def _is_of_name(error: Any) -> bool:
    """Tell whether the error is one of a key's name, which has no place of its own."""
    steps = list(error.absolute_schema_path)
    return any(
        step == "propertyNames" and (index == 0 or steps[index - 1] != "properties")
        for index, step in enumerate(steps)
    )


def _no_branch(errors: list[Any], located: Located, path: Path) -> SchemaFinding:
    """Return the one finding that a value is of none of the types, and none of the choices."""
    kinds = [kind for e in errors if e.validator == "type" for kind in _several(e.validator_value)]
    choices: list[object] = []
    for error in errors:
        if error.validator != "type":
            choices += (
                error.validator_value if error.validator == "enum" else [error.validator_value]
            )
    if not choices:
        return _wrong_type(located, path, kinds)
    words = [listed(tuple(choices)), *(_TYPES.get(kind, kind) for kind in dict.fromkeys(kinds))]
    message = f"should be {' or '.join(words)}, found {located.found(path)}"
    return located.wrong(FindingKind.INVALID_VALUE, path, message)


def _is_whole(error: Any, path: Path) -> bool:
    """Tell whether a branch does not fit at all: the value as a whole is of another type."""
    return error.validator in {"type", "const", "enum"} and tuple(error.absolute_path) == path


def _wrong_type(located: Located, path: Path, kinds: Sequence[str]) -> SchemaFinding:
    words = list(dict.fromkeys(_TYPES.get(kind, kind) for kind in kinds))
    if len(words) > 1 and "nothing" in words:
        words.remove("nothing")
    wanted = " or ".join(words)
    message = f"should be {wanted}, found {located.found(path)}"
    return located.wrong(FindingKind.WRONG_TYPE, path, message)


def _said(error: Any, located: Located, path: Path) -> tuple[str, str | None]:
    """Return what to say after the name of the key, and what belongs there if that is plain."""
    word, wanted, value = error.validator, error.validator_value, error.instance
    found = f"found {located.found(path)}" if path else ""
    if word in {"enum", "const"}:
        choices = tuple(wanted) if word == "enum" else (wanted,)
        return f"should be {listed(choices)}, {found}", meant(value, choices) if isinstance(
            value, str
        ) else None
    if word == "format" and wanted in _FORMATS:
        return f"should be {_FORMATS[wanted]}, {found}", None
    if word == "pattern":
        said = error.schema.get("errorMessage") or error.schema.get("patternErrorMessage")
        return (said if isinstance(said, str) else f"should match `{wanted}`, {found}"), None
    counted = {
        "minLength": ("should have at least", "character"),
        "maxLength": ("should have at most", "character"),
        "minItems": ("should have at least", "item"),
        "maxItems": ("should have at most", "item"),
        "minProperties": ("should have at least", "key"),
        "maxProperties": ("should have at most", "key"),
    }
    if word in counted:
        verb, noun = counted[word]
        plural = "" if wanted == 1 else "s"
        return f"{verb} {wanted} {noun}{plural}, has {len(value) or 'none'}", None
    ranges = {
        "minimum": "at least",
        "maximum": "at most",
        "exclusiveMinimum": "more than",
        "exclusiveMaximum": "less than",
        "multipleOf": "a multiple of",
    }
    if word in ranges:
        return f"should be {ranges[word]} {wanted}, {found}", None
    if word == "uniqueItems":
        return "contains the same item twice", None
    if word in {"contains", "minContains"}:
        return "lacks a required item", None
    about = error.schema.get("description") or error.schema.get("title")
    return f"does not fit the schema ({word})" + (f": {about}" if about else ""), None


def _extra(error: Any) -> Iterator[str]:
    """Yield the keys that nothing in the schema has."""
    properties = error.schema.get("properties", {})
    patterns = error.schema.get("patternProperties", {})
    for name in error.instance:
        if error.validator == "unevaluatedProperties" and f"'{name}'" not in error.message:
            continue
        if name not in properties and not any(re.search(each, name) for each in patterns):
            yield name


def _hint(schema: Any, name: str) -> str | None:
    properties = schema.get("properties")
    inner = properties.get(name) if isinstance(properties, dict) else None
    about = inner.get("description") if isinstance(inner, dict) else None
    return about if isinstance(about, str) else None


def _several(kinds: str | list[str]) -> list[str]:
    return [kinds] if isinstance(kinds, str) else kinds


_READERS: dict[str, Callable[[Any, Located], Iterator[SchemaFinding]]] = {
    "type": _of_type,
    "required": _of_required,
    "dependentRequired": _of_dependent,
    "additionalProperties": _of_extra,
    "unevaluatedProperties": _of_extra,
    "anyOf": _of_union,
    "oneOf": _of_union,
}
"""What makes findings of the errors of a keyword, where there is more than one way to say it."""
