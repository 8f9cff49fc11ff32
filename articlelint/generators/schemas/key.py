"""What a schema says of a key beside its type, and the types that front matter is made of."""

import datetime as dt
import sys
from dataclasses import dataclass
from typing import Any, TypeAlias

if sys.version_info >= (3, 12):
    from typing import TypedDict
else:  # pydantic wants this one before Python 3.12
    from typing_extensions import TypedDict

__all__ = [
    "Date",
    "Flag",
    "Key",
    "Mapping",
    "Number",
    "Terms",
    "Text",
    "TextList",
    "Texts",
    "TypedDict",
]

Date: TypeAlias = dt.datetime | dt.date | str
"""A date, or text that is one: what forms a generator reads is the dates rules' matter."""

Text: TypeAlias = str | int | float | dt.date | dt.datetime
"""Text. A plain ``2024`` or ``1.0`` is a number to YAML, and the page shows it as text."""

Flag: TypeAlias = bool
Number: TypeAlias = int | float
TextList: TypeAlias = list[Text]
Texts: TypeAlias = Text | list[Text]
Terms: TypeAlias = Text | list[Text | None]
"""Tags: one, or a list, in which an empty item is left out."""

Mapping: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """What a key means.

    *source* names the page or file that says so. *aliases* are other names under which the
    generator reads it. *successor* is the key to use instead of a deprecated one, *deprecated*
    a sentence about it. *confusions* are wrong names that are not near misses by spelling.
    *pattern* is a regular expression that all of a text must match. *empty* says what happens
    when the key has no value, where that does harm.
    """

    doc: str
    source: str = ""
    aliases: tuple[str, ...] = ()
    deprecated: str = ""
    successor: str = ""
    default: object = None
    confusions: tuple[str, ...] = ()
    pattern: str = ""
    empty: str = ""
