"""What ``new Date(text)`` makes of a text in Node: V8's ``dateparser``, step by step.

Sources: ECMA-262, "Date Time String Format"; V8, ``src/date/dateparser-inl.h``, for
everything else. Milliseconds are the finest that a JavaScript date holds.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from articlelint.dates.readers.arithmetic import overflowing
from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex

_ISO = regex(
    r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?"
    r"(T(?:(24):(00)(?::(00)(?:\.0+)?)?|([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:\.([0-9]+))?)?)"
    r"(Z|[+-](?:[01][0-9]|2[0-3]):?[0-5][0-9])?)?",
    re.IGNORECASE,
)
# What V8 takes off the front as ISO before it goes on with its older parser.
_PREFIX = regex(
    r"([0-9]{4})(?![0-9])(?:-(?:(0[1-9]|1[0-2])(?![0-9])(?:-(?:(0[1-9]|[12][0-9]|3[01])(?![0-9]))?)?)?)?"
)
_SEPARATOR = regex(r"[Tt](?![A-Za-z\[\\\]^_`{|}~\x7f-\U0010ffff])")
_TOKEN = regex(r"([0-9]+)|([A-Za-z\[\\\]^_`{|}~\x7f-\U0010ffff]+)|(\()|(\s+)|(.)", re.DOTALL)
_DIGITS = regex("[0-9]*")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_ZONES = {
    "ut": 0,
    "utc": 0,
    "z": 0,
    "gmt": 0,
    "cdt": -5,
    "cst": -6,
    "edt": -4,
    "est": -5,
    "mdt": -6,
    "mst": -7,
    "pdt": -7,
    "pst": -8,
}


class ScriptDate(NamedTuple):
    """The clock's time, and its offset from UTC; None: the zone of the machine."""

    local: datetime
    offset: timedelta | None


@dataclass
class _Composer:
    """What the legacy parser has gathered; names follow V8's."""

    day: list[int] = field(default_factory=list)
    month: int | None = None
    time: list[int] = field(default_factory=list)
    hour_offset: int | None = None
    sign: int | None = None
    hour: int | None = None
    minute: int | None = None
    has_read_number: bool = False
    is_iso: bool = False

    def expects_time(self, number: int) -> bool:
        limits = {1: 60, 2: 60, 3: 1000}
        return number < limits.get(len(self.time), 0)

    def finish_time(self, number: int) -> None:
        self.time += [number] + [0] * (3 - len(self.time))


def script_date(text: str) -> ScriptDate | None:
    """Return the date that V8 reads in *text*, None where it reads none."""
    match = _ISO.fullmatch(text)
    if match:
        return _iso(match)
    if len(text) > 200:
        return None
    composer = _Composer()
    if _legacy(text, composer):
        return _write(composer)
    return None


def _iso(match: re.Match[str]) -> ScriptDate | None:
    year, month, day = (int(part or 1) for part in match.groups()[:3])
    hour, minute, second = (int(match[i] or match[i + 3] or 0) for i in (5, 6, 7))
    microsecond = int((match[11] or "")[:3].ljust(3, "0")) * 1000
    offset = None if match[4] else timedelta(0)
    zone = match[12]
    if zone:
        offset = timedelta(0)
        if zone not in "Zz":
            size = timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
            offset = -size if zone[0] == "-" else size
    if year < 100:  # here the years before 100 are what they are
        try:
            local = datetime(year, month, 1, hour % 24, minute, second, microsecond)  # noqa: DTZ001
        except ValueError:
            return None
        local += timedelta(days=day - 1 + hour // 24)
        return ScriptDate(local, offset)
    moment = overflowing(year, month, day, hour, minute, second, microsecond)
    return ScriptDate(moment, offset) if moment else None


def _legacy(text: str, composer: _Composer) -> bool:
    """Take all tokens of *text*; tell whether each fitted."""
    position = 0
    prefix = _PREFIX.match(text)
    if prefix:
        composer.day = [int(part) for part in prefix.groups() if part]
        composer.has_read_number = True
        position = prefix.end()
        if _SEPARATOR.match(text, position):
            return False  # behind such a start it demands an ISO time, which it was not
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return False
        position = match.end()
        if match[1]:
            step = _number(match[1], text, position, composer)
        elif match[2]:
            step = position if _word(match[2], text, position, composer) else None
            if (
                step is not None
                and match[2][:3].lower() in _MONTHS
                and text[step : step + 1] == "-"
            ):
                step += 1
        elif match[3]:
            step = _skip_parentheses(text, position)
        else:
            step = _symbol(match[5] or "", text, position, composer)
        if step is None:
            return False
        position = step
    return True


def _number(digits: str, text: str, position: int, composer: _Composer) -> int | None:
    """Take a number; return where to go on, None where it fits nowhere."""
    composer.has_read_number = True
    number = int(digits[:9])
    following = text[position : position + 1]
    if following == ":":
        return _clock_part(number, text, position + 1, composer)
    if following == ".":
        position += 1
        if composer.expects_time(number):
            fraction = _DIGITS.match(text, position)
            if not fraction or not fraction[0]:
                return None
            composer.time.append(number)
            composer.finish_time(int(fraction[0][:3].ljust(3, "0")))
            return fraction.end()
    if composer.hour is not None and composer.minute is None and number < 60:
        composer.minute = number
        return position
    if composer.expects_time(number):
        composer.finish_time(number)
        following = text[position : position + 1]
        return None if following.strip() and following not in "Zz+-" else position
    if len(composer.day) > 2:
        return None
    composer.day.append(number)
    return position + 1 if text[position : position + 1] == "-" else position


def _clock_part(number: int, text: str, position: int, composer: _Composer) -> int | None:
    """Take a number that a colon follows, *position* being behind the colon."""
    if text[position : position + 1] == ":":
        if composer.time:
            return None
        composer.time += [number, 0]
        return position + 1
    if len(composer.time) > 3:
        return None
    composer.time.append(number)
    return position + 1 if text[position : position + 1] == "." else position


def _word(word: str, text: str, position: int, composer: _Composer) -> bool:
    prefix = word[:3].lower()
    if prefix in {"am", "pm"} and len(word) == 2 and composer.time:
        composer.hour_offset = 12 if prefix == "pm" else 0
    elif prefix in _MONTHS:
        composer.month = _MONTHS.index(prefix) + 1
    elif len(word) <= 3 and prefix in _ZONES and composer.has_read_number:
        hours = _ZONES[prefix]
        composer.sign, composer.hour, composer.minute = (-1 if hours < 0 else 1), abs(hours), 0
    else:
        following = text[position : position + 1]
        return not composer.has_read_number and not following.isdigit()
    return True


def _symbol(symbol: str, text: str, position: int, composer: _Composer) -> int | None:
    is_utc = composer.hour == 0 and composer.minute == 0
    if symbol in {"+", "-"} and (is_utc or composer.time):
        composer.sign = 1 if symbol == "+" else -1
        composer.has_read_number = True
        match = _DIGITS.match(text, position)
        digits = match[0] if match else ""
        position += len(digits)
        if text[position : position + 1] == ":":
            composer.hour, composer.minute = int(digits or 0), None
        elif len(digits) in {1, 2}:
            composer.hour, composer.minute = int(digits), 0
        elif len(digits) in {3, 4}:
            composer.hour, composer.minute = divmod(int(digits), 100)
        else:
            return None
        return position
    if symbol and symbol in "+-)" and composer.has_read_number:
        return None
    return position


def _skip_parentheses(text: str, position: int) -> int:
    depth = 1
    while depth and position < len(text):
        depth += {"(": 1, ")": -1}.get(text[position], 0)
        position += 1
    return position


def _write(composer: _Composer) -> ScriptDate | None:
    """Return the date that was gathered: V8's ``Write`` of day, time and zone."""
    numbers = composer.day
    if not numbers:
        return None
    one, two, three = (*numbers, 1, 1)[:3]
    if composer.month is None:
        year, month, day = (one, two, three) if not 1 <= one <= 31 else (three, one, two)
    elif 1 <= one <= 31:
        year, month, day = two, composer.month, one
    else:
        year, month, day = one, composer.month, two
    if 0 <= year <= 49:
        year += 2000
    elif 50 <= year <= 99:
        year += 1900
    time = _time(composer)
    if time is None or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    hour, minute, second, millisecond = time
    local = overflowing(year, month, day, hour, minute, second, millisecond * 1000)
    if local is None:
        return None
    if composer.sign is None:
        return ScriptDate(local, None)
    offset = timedelta(hours=composer.hour or 0, minutes=composer.minute or 0)
    return ScriptDate(local, composer.sign * offset)


def _time(composer: _Composer) -> tuple[int, int, int, int] | None:
    hour, minute, second, millisecond = (*composer.time, 0, 0, 0, 0)[:4]
    if composer.hour_offset is not None:
        if not 0 <= hour <= 12:
            return None
        hour = hour % 12 + composer.hour_offset
    if hour == 24 and not (minute or second or millisecond):
        return hour, minute, second, millisecond
    if hour > 23 or minute > 59 or second > 59 or millisecond > 999:
        return None
    return hour, minute, second, millisecond
