"""What YAML libraries take for a timestamp in a plain scalar.

js-yaml, ``lib/type/timestamp.js``; Psych, ``scalar_scanner.rb``; PyYAML, ``resolver.py``: all from
https://yaml.org/type/timestamp.html, where a date alone must have all its zeros.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from articlelint.dates.readers.arithmetic import overflowing
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re

    from articlelint.dates.model import ParsedDate

_DATE = regex(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_TIME = regex(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[Tt]|[ \t]+)"
    r"([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?"
    r"(?:[ \t]*(?:(Z)|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?"
)


class Timestamp(NamedTuple):
    """A timestamp: the clock's time as written, numbers counted on, and its offset if any."""

    local: datetime
    offset: timedelta | None
    has_time: bool


def is_timestamp(date: ParsedDate, text: str) -> bool:
    """Tell whether *date*, ISO 8601 with all its zeros, has the form of a timestamp."""
    if date.hour is None:
        return True
    return date.second is not None and (date.zone is None or text[-1] == "Z" or text[-3] == ":")


def timestamp(text: str) -> Timestamp | None:
    """Return the timestamp that *text*, a plain scalar, is to js-yaml; None where it is none."""
    match = _DATE.fullmatch(text)
    if match:
        local = overflowing(*(int(part) for part in match.groups()))
        return Timestamp(local, None, has_time=False) if local else None
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    fraction = (match[7] or "")[:6].ljust(6, "0")
    local = overflowing(year, month, day, hour, minute, second, int(fraction))
    if local is None:
        return None
    return Timestamp(local, _offset(match), has_time=True)


def _offset(match: re.Match[str]) -> timedelta | None:
    if match[8]:
        return timedelta(0)
    if not match[9]:
        return None
    offset = timedelta(hours=int(match[10]), minutes=int(match[11] or 0))
    return -offset if match[9] == "-" else offset
