"""A quick look at a configuration: most are plainly fine, and need no pydantic to say so.

Importing pydantic takes as long as everything else that a hook does on one small file. What
this screen lets through, pydantic lets through (there is a test); of the rest, pydantic says
what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.diagnostic import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_SEVERITIES = frozenset(severity.value for severity in Severity)


def is_plainly_fine(table: Mapping[str, object]) -> bool:
    """Tell whether every key of the configuration *table* is known and has a value of its type."""
    return _fits(table, _TOP)


def _fits(table: object, kinds: Mapping[str, Callable[[object], bool]]) -> bool:
    return isinstance(table, dict) and all(
        key in kinds and kinds[key](value) for key, value in table.items()
    )


def _text(value: object) -> bool:
    return type(value) is str


def _texts(value: object) -> bool:
    return type(value) is list and all(type(item) is str for item in value)


def _time(value: object) -> bool:
    return isinstance(value, int | float) and type(value) is not bool and 0 <= value < 1e9


def _severity(value: object) -> bool:
    return value in _SEVERITIES if type(value) is str else False


def _severities(value: object) -> bool:
    return type(value) is dict and all(map(_severity, value.values()))


def _tables(value: object) -> bool:
    return type(value) is dict and all(type(table) is dict for table in value.values())


def _texts_by_key(value: object) -> bool:
    return type(value) is dict and all(map(_text, value.values()))


def _overrides(value: object) -> bool:
    return type(value) is list and all(
        _fits(table, _OVERRIDE) and table.get("files") for table in value
    )


def _count(value: object) -> bool:
    return type(value) is int and value >= 0


def _fields(value: object) -> bool:
    return type(value) is dict and all(_fits(table, _FIELD) for table in value.values())


_FIELD: Mapping[str, Callable[[object], bool]] = {
    **dict.fromkeys(("type", "items"), lambda value: _text(value) or _texts(value)),
    "required": lambda value: type(value) is bool,
    "choices": lambda value: (
        type(value) is list and all(type(item) in {str, int, float, bool} for item in value)
    ),
    **dict.fromkeys(("pattern", "expected", "description", "successor"), _text),
    "deprecated": lambda value: type(value) in {bool, str},
    **dict.fromkeys(("min", "max"), lambda value: type(value) in {int, float}),
    **dict.fromkeys(("min-length", "max-length", "min-items", "max-items"), _count),
}
_FRONT_MATTER: Mapping[str, Callable[[object], bool]] = {
    "schema": lambda value: _text(value) or _texts(value),
    "built-in": lambda value: type(value) is bool,
    "unknown-keys": lambda value: value in {"allow", "report"} if _text(value) else False,
    "fields": _fields,
}
_RULES: Mapping[str, Callable[[object], bool]] = {
    "select": _texts,
    "extend-select": _texts,
    "ignore": _texts,
    "severity": _severities,
    "rules": _tables,
    "front-matter": lambda value: _fits(value, _FRONT_MATTER),
}
_OVERRIDE: Mapping[str, Callable[[object], bool]] = {**_RULES, "files": _texts}
_ONLINE: Mapping[str, Callable[[object], bool]] = {
    **dict.fromkeys(("concurrency", "per-host"), lambda value: type(value) is int and value > 0),
    "retries": lambda value: type(value) is int and value >= 0,
    **dict.fromkeys(("interval", "longest-wait", "remember-found", "remember-missing"), _time),
    "timeout": lambda value: _time(value) and value != 0,
    "accept": lambda value: type(value) is list and all(type(item) is int for item in value),
    "exclude": _texts,
    "allow-private": _texts,
    "headers": lambda value: (
        isinstance(value, dict) and all(_texts_by_key(table) for table in value.values())
    ),
    "user-agent": _text,
    "cache": _text,
}
_TOP: Mapping[str, Callable[[object], bool]] = {
    **_RULES,
    "extends": lambda value: _text(value) or _texts(value),
    "exclude": _texts,
    "plugins": _texts,
    "fail-on": _severity,
    "output-format": _text,
    "baseline": _text,
    "jobs": lambda value: type(value) is int and value > 0,
    "site": lambda value: _fits(value, {"generator": _text, "root": _text, "time-zone": _text}),
    "online": lambda value: _fits(value, _ONLINE),
    "overrides": _overrides,
}
