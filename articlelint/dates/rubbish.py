"""Says of a text that is no date what it is instead."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from articlelint.dates.model import Fault, Unreadable
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_PLACEHOLDERS = regex(
    r"invalid[ -]?date|undefined|null|nil|none|nan|n/?a|tb[acd]|todo|fixme|unknown|never|pending|"
    r"false|true|~|-+|\?+|\.\.\.|\[object object\]|date|placeholder|"
    r"(?:0{4}[-/.]0{1,2}[-/.]0{1,2}|0{1,2}[-/.]0{1,2}[-/.]0{4})"
    r"(?:[T ][0:]+(?:\.0+)?(?:Z|[+-]00:?00)?)?|"
    r"y{2,4}[-/.]m{1,2}[-/.]d{1,2}(?:[T ][h:ms]+)?|"
    r"(?:dd|mm|xx)[-/.](?:mm|dd|xx)[-/.](?:yyyy|xxxx|yy|xx)|"
    r"x{2,4}[-/.]x{1,2}[-/.]x{1,2}(?:[T ][x:]+)?",
    re.IGNORECASE,
)
_RELATIVE = regex(
    r"now(?:\(\))?|today|yesterday|tomorrow|(?:last|next) (?:week|month|year)|"
    r"(?:[0-9]+|an?) (?:second|minute|hour|day|week|month|year)s? ago|"
    r"今天|昨天|前天|刚刚|今日|昨日|[0-9]+ ?(?:秒|分钟|小时|天|个?月|年)前",
    re.IGNORECASE,
)
_DAY = r"[0-9]{4}(?:[-/.][0-9]{1,2}){0,2}"
_RANGE = regex(rf"{_DAY}[ ]*(?:/|-{{1,3}}|~|to|until|through|till|bis|a|à|至|到)[ ]*{_DAY}")
_LONG_YEAR = regex(
    r"([+-][0-9]{1,6}|[0-9]{3}|[0-9]{5,6})[-/][0-9]{1,2}[-/][0-9]{1,2}(?![0-9]).*", re.DOTALL
)
_BEGINNING = regex(
    r"([0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?)"
    r"(?![0-9])([\s_]*(.+))",
    re.DOTALL,
)
_LETTERS = regex("[OolI]")
_DIGITS = str.maketrans("OolI", "0011")
_TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|%[A-Za-z]")
_SPREADSHEET = regex(r"([1-9][0-9]{4})(?:\.([0-9]{1,20}))?")
_TIME = regex(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[ ]*[AaPp][Mm])?")
_NUMBER = regex(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def explain(text: str, is_date: Callable[[str], bool]) -> Unreadable:
    """Return what *text*, which is no date, looks like; *is_date* tells of a part of it."""
    span = Span(0, len(text))
    shown = f"`{text}`" if len(text) <= 40 else f"`{text[:37].rstrip()}...`"
    if _TEMPLATE.search(text):
        return Unreadable(Fault.TEMPLATE, f"{shown} is a template that nothing filled in", span)
    if _PLACEHOLDERS.fullmatch(text):
        return Unreadable(Fault.PLACEHOLDER, f"{shown} is a placeholder, not a date", span)
    if _RELATIVE.fullmatch(text):
        message = f"What {shown} means depends on the day it was written"
        return Unreadable(Fault.UNKNOWN, message, span)
    match = _SPREADSHEET.fullmatch(text)
    if match and 20_000 <= int(match[1]) <= 80_000:
        return Unreadable(Fault.SPREADSHEET, _spreadsheet(text, match), span)
    if _TIME.fullmatch(text):
        return Unreadable(Fault.TIME_ONLY, f"{shown} is a time without a day", span)
    if _RANGE.fullmatch(text):
        return Unreadable(Fault.UNKNOWN, f"{shown} is a period; a date is a single day", span)
    if nearly := _nearly(text, is_date):
        return nearly
    if _NUMBER.fullmatch(text):
        return Unreadable(Fault.UNKNOWN, f"{shown} is a number, not a date", span)
    return Unreadable(Fault.UNKNOWN, f"{shown} is not a date", span)


def _nearly(text: str, is_date: Callable[[str], bool]) -> Unreadable | None:
    """Return which characters keep *text* from being a date, where it is one but for them."""
    if match := _LONG_YEAR.fullmatch(text):
        message = f"`{match[1]}` is not a year; a year has four digits and no sign"
        return Unreadable(Fault.UNKNOWN, message, Span(*match.span(1)))
    if (found := _LETTERS.search(text)) and (right := _digits(text)) and is_date(right):
        message = f"`{found[0]}` is a letter; `{right}` was probably meant"
        return Unreadable(Fault.UNKNOWN, message, Span(*found.span()))
    if (match := _BEGINNING.fullmatch(text)) and is_date(match[1]):
        rest = match[3] if len(match[3]) <= 40 else f"{match[3][:37].rstrip()}..."
        message = f"`{rest}` follows the date and is not part of it"
        return Unreadable(Fault.UNKNOWN, message, Span(*match.span(3)))
    return None


def _digits(text: str) -> str | None:
    """Return *text* with digits for the letters that look like them, where a date may be that."""
    right = text.translate(_DIGITS)
    return right if re.fullmatch("[0-9][0-9:/.+TZ -]{7,40}", right) else None


def _spreadsheet(text: str, match: re.Match[str]) -> str:
    # Day 0 of Excel is 1899-12-30, since it takes 1900 for a leap year.
    days = timedelta(days=int(match[1]), seconds=round(float(f"0.{match[2] or 0}") * 86400))
    moment = datetime(1899, 12, 30) + days  # noqa: DTZ001 - a spreadsheet knows no zone
    shown = f"{moment:%Y-%m-%d %H:%M:%S}" if match[2] else f"{moment:%Y-%m-%d}"
    return f"`{text}` is how a spreadsheet counts days; it may mean {shown}"
