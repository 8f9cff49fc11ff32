"""Plain YAML scalars that one reader takes for something else than another, or than is written."""

import datetime as dt
import re

from articlelint import regex

_FLAGS = frozenset({"yes", "no", "on", "off"})
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_INTEGER = regex(r"(?:0|-?[1-9]\d*)")
_LEADING_ZERO = regex(r"[-+]?0[0-9_]+")
_BASES = regex(r"[-+]?0[xob][0-9a-fA-F_]+")
_UNDERSCORES = regex(r"[-+]?[1-9]\d*(?:_\d+)+(?:\.\d*)?")
_SIXTY = regex(r"[-+]?[1-9][0-9]*(?::[0-5]?\d)+(?:\.\d*)?")
_EXPONENT = regex(r"[-+]?\d+(?:\.\d*)?[eE][-+]?\d+")
_DECIMAL = regex(r"[-+]?(?:\d+\.\d*|\.\d+)")
_LONGEST = 100
"""No author's number has more digits."""
_EXACT = 2**53
"""Up to here JavaScript's numbers are exact."""


def misreading(source: str, value: object) -> str | None:
    """Return what some reader takes *source* for, in words; None where all show what is written.

    *value* is what YAML 1.1 makes of it.
    """
    if source in _NULLS:
        return "nothing"
    if source.lower() in _FLAGS:
        meaning = "true" if source.lower() in {"yes", "on"} else "false"
        return f"`{meaning}` by readers of YAML 1.1"
    if isinstance(value, dt.date):
        return "a date, which is shown in a different form"
    if len(source) > _LONGEST or source[:1] not in "+-.0123456789":
        return None
    return _number(source)


def _number(source: str) -> str | None:
    if _INTEGER.fullmatch(source):
        return f"a number that is rounded to {float(source):.0f}" if _is_rounded(source) else None
    if _SIXTY.fullmatch(source):
        return f"the number {_sixty(source)} by readers of YAML 1.1"
    if _LEADING_ZERO.fullmatch(source):
        digits = source.replace("_", "").lstrip("+-0") or "0"
        if set(digits) <= set("01234567") and len(digits) > 1:
            return f"the number {int(digits, 8)} or {digits}"
        return f"the number {digits} by some readers"
    if _BASES.fullmatch(source):
        return f"the number {_of_base(source)}"
    if _UNDERSCORES.fullmatch(source):
        return f"the number {source.replace('_', '')}"
    if _EXPONENT.fullmatch(source):
        return "a number with an exponent by some readers"
    if _DECIMAL.fullmatch(source):
        shown = f"{float(source):.15g}"
        return f"the number {shown}" if shown != source else None
    return f"the number {int(source)}" if re.fullmatch(r"[-+]\d+", source) else None


def _is_rounded(source: str) -> bool:
    return abs(int(source)) > _EXACT and int(float(source)) != int(source)


def _sixty(source: str) -> str:
    number = 0
    for part in source.lstrip("+-").partition(".")[0].split(":"):
        number = number * 60 + int(part)
    return str(number)


def _of_base(source: str) -> str:
    digits = source.lstrip("+-").replace("_", "").lower()
    try:
        return str(int(digits, 0))
    except ValueError:
        return digits
