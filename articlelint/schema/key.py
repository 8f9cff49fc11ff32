"""What a schema says of a key beside its type, and the types that front matter is made of."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Literal, TypeAlias, TypedDict, TypeVar

from articlelint.dataclass import dataclass

__all__ = [
    "Anything",
    "Date",
    "Flag",
    "Key",
    "LooseFlag",
    "Mapping",
    "Number",
    "Terms",
    "Text",
    "TextList",
    "Texts",
    "TypedDict",
    "accepts",
    "closed",
]

Date: TypeAlias = dt.datetime | dt.date | dt.time | str | int | float
"""A date, or a text that is one.

Which forms the generator reads is what its date reader says; so is a number, which none means.
"""

Text: TypeAlias = str | int | float | dt.date | dt.datetime
"""Text. A plain ``2024`` or ``1.0`` is a number to YAML, and the page shows it as text."""

Flag: TypeAlias = bool
"""True or false."""
LooseFlag: TypeAlias = bool | Literal["true", "false", 0, 1]
"""True or false, for generators that also take the word in quotes."""

Number: TypeAlias = int | float
"""A number."""
TextList: TypeAlias = list[Text]
"""A list of texts."""
Texts: TypeAlias = Text | list[Text]
"""A text, or a list of texts."""
Terms: TypeAlias = Text | list[Text | bool]
"""Tags: one, or a list."""

Mapping: TypeAlias = dict[str, Any]
"""A mapping with any keys; for known ones, write a TypedDict."""
Anything: TypeAlias = Any
"""Any value."""

_Class = TypeVar("_Class")


@dataclass(frozen=True, slots=True)
class Key:
    """What a key means.

    *source* names the page or file that says so. *aliases* are other names that the generator
    reads. *deprecated* is a sentence about a key that should no longer be used, *deprecated_since*
    the first version of the generator in which that is so, *successor* the key to use instead.
    *belongs* is the dotted path at which the generator would read a value that is ignored here.
    *only_at_top* tells that no theme has a key of this name in a table of its own, *holds_keys*
    that the value is a table of a page's keys. *confusions* are wrong names that do not look like
    typos. *pattern* is a regular expression that the whole text, or each text of a list, must
    match; *expected* describes it in words. *conflicts* are keys that must not be true at the same
    time. *wanted_with* are keys that require this one. *separator* separates terms in a single
    text; with "", the whole text is one term. *empty* says what happens if the key has no value, if
    that does harm.
    """

    doc: str
    source: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: str = ""
    deprecated_since: tuple[int, int] | None = None
    successor: str = ""
    default: object = None
    confusions: tuple[str, ...] = ()
    pattern: str = ""
    expected: str = ""
    empty: str = ""
    belongs: str = ""
    only_at_top: bool = False
    holds_keys: bool = False
    conflicts: tuple[str, ...] = ()
    wanted_with: tuple[str, ...] = ()
    separator: str | None = None

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Return the JSON Schema of the type with what the key means."""
        schema = dict(handler(core))
        schema["description"] = f"{self.doc}\n\n{self.source}" if self.source else self.doc
        if self.deprecated:
            schema["deprecated"] = True
        if self.default is not None:
            schema["default"] = self.default
        if self.pattern and schema.get("type") == "string":
            schema["pattern"] = f"^(?:{self.pattern})$"
        return schema


def accepts(*names: str) -> Callable[[type[_Class]], type[_Class]]:
    """Name keys of themes, plugins and neighbouring tools, which are none of the generator's."""

    def decorate(schema: type[_Class]) -> type[_Class]:
        schema.__accepts__ = frozenset(names)  # type: ignore[attr-defined]
        return schema

    return decorate


def closed(schema: type[_Class]) -> type[_Class]:
    """Say that the generator refuses an article with any other key."""
    schema.__closed_keys__ = True  # type: ignore[attr-defined]
    return schema
