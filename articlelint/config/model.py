"""The configuration file as pydantic reads it: what exactly is wrong, and the schema for editors.

Importing pydantic takes as long as everything else that a hook does on one small file, so that
``articlelint.options.fits`` looks first. What that lets through, pydantic lets through (there is
a test); of the rest, pydantic says what is wrong.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from articlelint.config.declared import Settings
from articlelint.errors import named
from articlelint.options import AtLeast, expected, is_table, options_of, table_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from articlelint.config.file import ConfigFile, Location
    from articlelint.errors import ConfigError
    from articlelint.options import Kind, Option


class _Table(BaseModel):
    """A table whose keys are all known."""

    model_config = ConfigDict(extra="forbid", strict=True)


@cache
def model_of(table: type) -> type[BaseModel]:
    """Return the model of a *table* of options; its fields have their keys as aliases."""
    fields: dict[str, Any] = {
        f"{each.name}_": (_annotation(each.kind), _field(each))
        for each in options_of(table).values()
    }
    return create_model(table.__name__, __base__=_Table, __doc__=table.__doc__, **fields)


def _field(option: Option) -> Any:
    doc = option.doc
    if option.otherwise:
        doc += f" Default: {option.otherwise}."
    if option.required:
        return Field(alias=option.key, description=doc)
    extra: dict[str, Any] = {}
    if isinstance(option.default, str | int | float):
        extra["default"] = option.default
    # Without the factory the schema would say that null is the default, which TOML has not.
    return Field(
        default_factory=lambda: None,
        alias=option.key,
        description=doc,
        json_schema_extra=extra,
    )


def _annotation(kind: Kind) -> Kind:
    if isinstance(kind, type):
        if issubclass(kind, StrEnum):
            return Literal[tuple(each.value for each in kind)]
        return model_of(kind) if is_table(kind) else kind
    arguments = get_args(kind)
    origin: object = get_origin(kind)
    if origin is list:
        return list[_annotation(arguments[0])]  # type: ignore[misc] # made when it runs
    if origin is dict:
        return dict[str, _annotation(arguments[1])]  # type: ignore[misc] # likewise
    if origin is UnionType:
        return reduce(or_, map(_annotation, arguments))
    if origin is Annotated:
        inner, limit = arguments
        return Annotated[_annotation(inner), _limit(limit)]
    return kind


def _limit(limit: object) -> Any:
    if not isinstance(limit, AtLeast):
        return Field(min_length=1)
    return Field(gt=limit.least) if limit.excluded else Field(ge=limit.least)


def validate(file: ConfigFile) -> None:
    """Raise ConfigError for the first thing that is wrong with *file*."""
    try:
        model_of(Settings).model_validate(file.table)
    except ValidationError as error:
        raise _explained(file, error) from error


def _explained(file: ConfigFile, error: ValidationError) -> ConfigError:
    first = error.errors()[0]
    location: Location = first["loc"]
    if first["type"] == "extra_forbidden":
        name, table = _table_at(location[:-1])
        keys = tuple(options_of(table))
        where = f" in `{name}`" if name else ""
        if name and location[-1] in options_of(Settings):
            said = f"`{location[-1]}` belongs above the first table, but stands in `{name}`"
            return file.error(location, said)
        return file.error(
            location, f"there is no key `{location[-1]}`{where}{_meant(location[-1], keys)}"
        )
    key = ".".join(str(part) for part in location if isinstance(part, str) and "[" not in part)
    if first["type"] == "missing":
        return file.error(location[:-1], f"`{location[-1]}` is missing")
    return file.error(location, f"`{key}`{expected(first['msg'])}")


def _table_at(location: Location) -> tuple[str, type]:
    """Return the innermost table that *location* leads into, and the key that has it."""
    name = ""
    table: type = Settings
    for step in location:
        each = options_of(table).get(str(step))
        inner = None if each is None else table_in(each.kind)
        if inner is not None:
            name, table = str(step), inner
    return name, table


def _meant(key: object, keys: Sequence[str]) -> str:
    """Return what to add to "there is no key": the nearest one, or all."""
    from difflib import get_close_matches

    near = get_close_matches(str(key).replace("_", "-"), keys, 1, 0.5)
    return f"; did you mean `{near[0]}`?" if near else f"; choose from {named(keys)}"
