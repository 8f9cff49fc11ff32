"""Says of a text that is no date what it is instead."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from articlelint.dates.model import Fault, Unreadable
from articlelint.span import Span

_PLACEHOLDERS = re.compile(
    r"invalid[ -]?date|undefined|null|nil|none|nan|n/?a|tb[acd]|todo|fixme|unknown|never|pending|"
    r"false|true|~|-+|\?+|\.\.\.|\[object object\]|date|placeholder|"
    r"(?:0{4}[-/.]0{1,2}[-/.]0{1,2}|0{1,2}[-/.]0{1,2}[-/.]0{4})"
    r"(?:[T ][0:]+(?:\.0+)?(?:Z|[+-]00:?00)?)?|"
    r"y{2,4}[-/.]m{1,2}[-/.]d{1,2}(?:[T ][h:ms]+)?|"
    r"(?:dd|mm|xx)[-/.](?:mm|dd|xx)[-/.](?:yyyy|xxxx|yy|xx)|"
    r"x{2,4}[-/.]x{1,2}[-/.]x{1,2}(?:[T ][x:]+)?",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    r"now|today|yesterday|tomorrow|(?:last|next) (?:week|month|year)|"
    r"(?:[0-9]+|an?) (?:second|minute|hour|day|week|month|year)s? ago|"
    r"今天|昨天|前天|刚刚|今日|昨日|[0-9]+ ?(?:秒|分钟|小时|天|个?月|年)前",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{\{|\{%|<%|\$\{|%[A-Za-z]")
_SPREADSHEET = re.compile(r"([1-9][0-9]{4})(?:\.([0-9]{1,20}))?")
_TIME = re.compile(r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:[ ]*[AaPp][Mm])?")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def explain(text: str) -> Unreadable:
    """Return what *text*, which is no date, looks like."""
    span = Span(0, len(text))
    shown = f"`{text}`" if len(text) <= 40 else f"`{text[:37].rstrip()}...`"
    if _TEMPLATE.search(text):
        return Unreadable(Fault.TEMPLATE, f"{shown} is a template that nothing filled in", span)
    if _PLACEHOLDERS.fullmatch(text):
        return Unreadable(Fault.PLACEHOLDER, f"{shown} stands in place of a date", span)
    if _RELATIVE.fullmatch(text):
        message = f"{shown} says when only to who knows when it was written"
        return Unreadable(Fault.UNKNOWN, message, span)
    match = _SPREADSHEET.fullmatch(text)
    if match and 20_000 <= int(match[1]) <= 80_000:
        return Unreadable(Fault.SPREADSHEET, _spreadsheet(text, match), span)
    if _TIME.fullmatch(text):
        return Unreadable(Fault.TIME_ONLY, f"{shown} is a time without a day", span)
    if _NUMBER.fullmatch(text):
        return Unreadable(Fault.UNKNOWN, f"{shown} is a number, not a date", span)
    return Unreadable(Fault.UNKNOWN, f"{shown} is not a date", span)


def _spreadsheet(text: str, match: re.Match[str]) -> str:
    # Day 0 of Excel is 1899-12-30, since it takes 1900 for a leap year.
    days = timedelta(days=int(match[1]), seconds=round(float(f"0.{match[2] or 0}") * 86400))
    moment = datetime(1899, 12, 30) + days  # noqa: DTZ001 - a spreadsheet knows no zone
    shown = f"{moment:%Y-%m-%d %H:%M:%S}" if match[2] else f"{moment:%Y-%m-%d}"
    return f"`{text}` is how a spreadsheet counts days; it may mean {shown}"
