"""A pydantic model of the repository's own as a schema: ``models.py:Post``."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING, Any

from articlelint.errors import ConfigError
from articlelint.schema.date_paths import of_json
from articlelint.schema.finding import FindingKind, SchemaFinding
from articlelint.schema.limits import listed, meant
from articlelint.schema.located import Located
from articlelint.schema.names import is_near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.front_matter import FrontMatter, Path
    from articlelint.schema.source import Source

_NOUNS = {
    "string": "text",
    "str": "text",
    "list": "a list",
    "tuple": "a list",
    "set": "a list",
    "frozen_set": "a list",
    "dict": "a mapping",
    "model": "a mapping",
    "dataclass": "a mapping",
    "typed_dict": "a mapping",
    "bool": "`true` or `false`",
    "int": "a whole number",
    "float": "a number",
    "decimal": "a number",
    "date": "a date",
    "datetime": "a date",
    "time": "a time of day",
    "none_required": "nothing",
}
"""What pydantic's names of errors are about, by their beginning."""


class ModelJudge:
    """A pydantic model, a dataclass or a TypedDict from a Python file."""

    def __init__(self, name: str, model: Any) -> None:
        from pydantic import TypeAdapter  # 100 ms, for such a schema only
        from pydantic.errors import PydanticUserError

        try:
            self.adapter: Any = TypeAdapter(model)
            document = self.adapter.json_schema(by_alias=True)
        except PydanticUserError as error:
            raise ConfigError(f"pydantic does not accept `{name}`: {error.message}") from error
        self.document: dict[str, Any] = {"$id": f"urn:articlelint:{name}", **document}
        self.dates = of_json(document)
        if "$ref" in document:
            document = document["$defs"][document["$ref"].rpartition("/")[2]]
        self.name = name
        self.keys = frozenset(document.get("properties", {}))

    @classmethod
    def load(cls, source: Source) -> ModelJudge:
        """Import the file and return the judge of its class; raises ConfigError."""
        path = source.path
        module_name = f"articlelint_schema_{abs(hash(str(path)))}"
        module = sys.modules.get(module_name)
        if module is None:
            spec = importlib.util.spec_from_file_location(module_name, path)
            if spec is None or spec.loader is None:
                raise ConfigError(f"{path} is not a Python file")
            module = importlib.util.module_from_spec(spec)
            sys.modules[module_name] = module  # pydantic looks annotations up there
            try:
                spec.loader.exec_module(module)
            except Exception as error:
                del sys.modules[module_name]
                said = f"{type(error).__name__}: {error}"
                raise ConfigError(f"{path} cannot be imported: {said}") from error
        model = getattr(module, source.name, None)
        if model is None:
            raise ConfigError(f"{path} does not define `{source.name}`")
        return cls(f"{path.name}:{source.name}", model)

    def check(
        self, front_matter: FrontMatter, *, ignores_key_case: bool
    ) -> Iterator[SchemaFinding]:
        """Yield a finding for each defect."""
        from pydantic import ValidationError  # imported already

        located = Located(
            front_matter, self.keys, ignores_key_case=ignores_key_case, dates_as_text=False
        )
        try:
            self.adapter.validate_python(located.data)
        except ValidationError as error:
            yield from self._findings(error.errors(include_url=False), located)

    def _findings(self, errors: list[Any], located: Located) -> Iterator[SchemaFinding]:
        places: dict[Path, list[Any]] = {}
        for error in errors:
            places.setdefault(_place(error, located), []).append(error)
        kinds = {path: each[0]["type"] for path, each in places.items()}
        for path, each in places.items():
            if located.is_template(path) or _has_deeper(path, places):
                continue
            kind = kinds[path]
            if kind == "missing":
                if not self._is_misspelt(path, kinds, located):
                    yield located.missing(path)
            elif kind in {"extra_forbidden", "unexpected_keyword_argument"}:
                yield located.unknown(path, self._meant(path, kinds))
            else:
                yield _finding(each, located, path)

    def _is_misspelt(self, path: Path, kinds: dict[Path, str], located: Located) -> bool:
        return len(path) == 1 and any(
            self._meant((name,), kinds) == path[0] and kinds.get((name,)) == "extra_forbidden"
            for name in located.data
        )

    def _meant(self, path: Path, kinds: dict[Path, str]) -> str | None:
        """Return the missing key for which an unknown one evidently stands."""
        if len(path) != 1:
            return None
        near = [
            name
            for name in self.keys
            if is_near(str(path[0]), name) and (kinds.get((name,)) in {"missing", None})
        ]
        return near[0] if len(near) == 1 else None


def _place(error: Any, located: Located) -> Path:
    """Return where in the data an error is: pydantic names branches of unions in between."""
    path: Path = ()
    steps = list(error["loc"])
    for index, step in enumerate(steps):
        is_last = index == len(steps) - 1
        if located.value((*path, step)) is not None or (
            is_last and error["type"] in {"missing", "extra_forbidden"}
        ):
            path = (*path, step)
    return path


def _has_deeper(path: Path, places: dict[Path, list[Any]]) -> bool:
    """Tell whether a branch of a union fits but for something within: that is the defect."""
    return any(len(other) > len(path) and other[: len(path)] == path for other in places)


def _finding(errors: list[Any], located: Located, path: Path) -> SchemaFinding:
    nouns = list(dict.fromkeys(noun for error in errors if (noun := _noun(error["type"]))))
    choices = [error for error in errors if error["type"] in {"literal_error", "enum"}]
    found = located.found(path)
    if nouns and not _other(errors):
        words = [listed(_choices(error)) for error in choices] + nouns
        kind = FindingKind.WRONG_TYPE if not choices else FindingKind.INVALID_VALUE
        return located.wrong(kind, path, f"should be {' or '.join(words)}, found {found}")
    other = _other(errors)
    error = other[0] if other else errors[0]
    near = None
    if error in choices and isinstance(error["input"], str):
        near = meant(error["input"], _choices(error))
    return located.wrong(FindingKind.INVALID_VALUE, path, _said(error, found), near)


def _other(errors: list[Any]) -> list[Any]:
    """Return the errors that are not about types and choices: a branch that nearly fits."""
    return [
        error
        for error in errors
        if not _noun(error["type"]) and error["type"] not in {"literal_error", "enum"}
    ]


def _noun(kind: str) -> str | None:
    if kind in {"date_from_datetime_parsing", "datetime_from_date_parsing"}:
        return "a date"
    if kind == "date_from_datetime_inexact":
        return "a date without a time"
    beginning = kind.removesuffix("_type").removesuffix("_parsing").removesuffix("_from_float")
    return _NOUNS.get(beginning)


def _choices(error: Any) -> tuple[str, ...]:
    expected = str(error.get("ctx", {}).get("expected", ""))
    items = expected.replace(" or ", ", ").split(", ")
    return tuple(item.strip("'") for item in items if item)


def _said(error: Any, found: str) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind in {"literal_error", "enum"}:
        return f"should be {listed(_choices(error))}, found {found}"
    if kind in {"value_error", "assertion_error"}:
        said = str(context.get("error", error["msg"]))
        return f"is not accepted: {said}"
    if kind == "string_pattern_mismatch":
        return f"should match `{context['pattern']}`, found {found}"
    if kind in {"string_too_short", "string_too_long", "too_short", "too_long"}:
        least = kind.endswith("short")
        number = context["min_length" if least else "max_length"]
        noun = "character" if kind.startswith("string") else "item"
        actual = context.get("actual_length", len(error["input"]))
        plural = "" if number == 1 else "s"
        word = "least" if least else "most"
        return f"should have at {word} {number} {noun}{plural}, has {actual or 'none'}"
    ranges = {
        "greater_than": ("more than", "gt"),
        "greater_than_equal": ("at least", "ge"),
        "less_than": ("less than", "lt"),
        "less_than_equal": ("at most", "le"),
        "multiple_of": ("a multiple of", "multiple_of"),
    }
    if kind in ranges:
        words, key = ranges[kind]
        return f"should be {words} {context[key]}, found {found}"
    if kind.startswith("url_"):
        return f"should be a URL with https://, found {found}"
    message = error["msg"].removeprefix("Input ").removeprefix("Value ")
    return f"{message[:1].lower()}{message[1:]}, found {found}"
