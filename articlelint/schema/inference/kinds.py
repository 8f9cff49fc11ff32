"""What a value is taken for when nothing is known of its key."""

from __future__ import annotations

import datetime as dt
import re
from enum import StrEnum
from typing import TYPE_CHECKING

from articlelint.dates import Form, ParsedDate, Precision, parse
from articlelint.front_matter import Mapping, Sequence
from articlelint.schema.limits import FORMS
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from articlelint.front_matter import Scalar, Value

_TEMPLATE = regex(r"\{\{|\{%|<%")
_IMAGE = regex(
    r"[^?\s](?:[^?\n]*[^?\s])?\.(?:png|jpe?g|gif|webp|svg|avif|ico|bmp)(?:\?\S*)?", re.IGNORECASE
)
_PATH = regex(r"\.{0,2}/\S*")
_LONGEST_DATE = 60


class Kind(StrEnum):
    """A kind of value; most are types of fields as well."""

    NOTHING = "nothing"
    BLANK = "blank text"
    TEMPLATE = "template"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    URL = "url"
    IMAGE = "image"
    LINK = "link"
    TEXT = "text"
    LIST = "list"
    MAPPING = "mapping"


def kind_of(value: Value) -> Kind:
    """Return the narrowest kind of a value."""
    if isinstance(value, Sequence):
        return Kind.LIST
    if isinstance(value, Mapping):
        return Kind.TEMPLATE if value.flow and _is_braces(value) else Kind.MAPPING
    content = value.value
    if isinstance(content, str):
        return _kind_of_text(content, value)
    if content is None:
        return Kind.NOTHING
    if isinstance(content, bool):
        return Kind.BOOLEAN
    if isinstance(content, int):
        return Kind.INTEGER
    return Kind.NUMBER if isinstance(content, float) else Kind.DATE


def _kind_of_text(text: str, scalar: Scalar) -> Kind:
    if not text.strip():
        return Kind.BLANK
    if _TEMPLATE.search(text):
        return Kind.TEMPLATE
    if FORMS["url"].fits(scalar):
        return Kind.URL if not _IMAGE.fullmatch(text) else Kind.IMAGE
    if _IMAGE.fullmatch(text):
        return Kind.IMAGE
    if _PATH.fullmatch(text):
        return Kind.LINK
    return Kind.DATE if form_of(scalar) is not None else Kind.TEXT


def form_of(scalar: Scalar) -> str | None:
    """Return how a date is written, ``YYYY-MM-DD hh:mm``; None where it is none, to the day."""
    if isinstance(scalar.value, (bool, int, float, dt.time)) or scalar.value is None:
        return None
    text = scalar.value if isinstance(scalar.value, str) else scalar.source
    if len(text) > _LONGEST_DATE:
        return None
    date = parse(text.strip())
    if not isinstance(date, ParsedDate) or date.precision < Precision.DAY:
        return None
    if date.form in {Form.EPOCH_SECONDS, Form.EPOCH_MILLISECONDS, Form.ORDINAL, Form.WEEK}:
        return None
    if date.form is not Form.ISO:
        return date.form.value
    written = "YYYY-MM-DD" if date.padded else "YYYY-M-D"
    if date.has_time:
        written += f"{date.separator or 'T'}hh:mm"
        written += ":ss" if date.second is not None else ""
    if date.zone is not None:
        zone = date.zone
        written += "Z" if zone.name.upper() == "Z" else " zone" if zone.name else "+hh:mm"
    return written


def _is_braces(mapping: Mapping) -> bool:
    return len(mapping.fields) == 1 and mapping.fields[0].key.startswith("{")
