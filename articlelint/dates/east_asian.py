"""Dates in Chinese, Japanese and Korean: ``2022年2月2日 下午3:05``, ``2022년 2월 2일``."""

from __future__ import annotations

import re

from articlelint.dates.model import Fault, Form, Outcome, Unreadable
from articlelint.dates.parts import Clock, Number, build, number, required
from articlelint.text.regex import regex
from articlelint.text.span import Span

_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_WEEKDAY = (
    r"(?:(?:星期|周|週|礼拜)[一二三四五六日天]|[月火水木金土日](?:曜日?)?(?=[)）]| |$)"
    r"|[월화수목금토일](?:요일)?(?=[)）]| |$))"
)
_HALF = "上午|下午|凌晨|早上|清晨|中午|晚上|傍晚|午前|午後|오전|오후"
_TIME = (
    r"(?P<hour>[0-9]{1,2})[ ]*(?:[:时時点點시](?:[ ]*(?P<minute>[0-9]{1,2})[ ]*"
    r"(?:[:分분](?:[ ]*(?P<second>[0-9]{1,2})[ ]*(?:秒|초)?)?)?)?)"
)
_DATE = regex(
    r"(?P<year>[0-9]{4})[ ]*[年년][ ]*(?P<month>[0-9]{1,2})[ ]*[月월]"
    r"(?:[ ]*(?P<day>[0-9]{1,2})[ ]*[日号號일])?[ ]*"
    rf"(?P<weekday>[(（]?{_WEEKDAY}[)）]?)?[ ]*"
    rf"(?P<half>{_HALF})?[ ]*(?:{_TIME}(?P<zone>[ ]*[+-][0-9]{{2}}:?[0-9]{{2}})?)?"
)
_MARKED = regex(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})[ ]*"
    rf"(?P<half>{_HALF})[ ]*{_TIME}"
)
_ERA = regex("(令和|平成|昭和)(元|[0-9]{1,2})年")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_CHINESE = regex(rf"([〇零一二三四五六七八九]{{4}})年({_NUMERAL})月(?:({_NUMERAL})[日号])?")
_AFTERNOON = frozenset({"下午", "晚上", "傍晚", "午後", "오후", "中午"})
_WEEKDAYS = ("一月月월", "二火火화", "三水水수", "四木木목", "五金金금", "六土土토", "日天日일")


def read(text: str) -> Outcome | None:
    """Return the date that *text* is, or what is impossible in it; None where it is no date."""
    if match := _MARKED.fullmatch(text):
        return _marked(match)
    if not re.search("[年년]", text):
        return None
    if match := _ERA.match(text):
        return _of_era(match)
    match = _CHINESE.fullmatch(text)
    if match:
        return _chinese(match)
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    time: Clock | None = None
    hour = number(match, "hour")
    if hour is not None:
        fault = _half(match["half"], hour)
        if fault is not None:
            return fault
        time = Clock(hour, number(match, "minute"), number(match, "second"), separator=" ")
        if match["zone"]:
            from articlelint.dates.zones import read_zone

            time.zone = read_zone(match["zone"].strip())
            time.zone_span = Span(match.end("zone") - len(match["zone"].strip()), match.end("zone"))
    year, month = required(match, "year"), required(match, "month")
    weekday = _weekday(match["weekday"] or "")
    return build(
        Form.CJK,
        year,
        month,
        number(match, "day"),
        time,
        weekday=weekday,
        weekday_span=Span(*match.span("weekday")) if weekday is not None else None,
    )


def _marked(match: re.Match[str]) -> Outcome:
    """Return ``2022/2/2 下午2:07``, which browsers print in Chinese."""
    year, month, day = (required(match, name) for name in ("year", "month", "day"))
    hour = required(match, "hour")
    fault = _half(match["half"], hour)
    if fault is not None:
        return fault
    time = Clock(hour, number(match, "minute"), number(match, "second"), separator=" ")
    return build(Form.CJK, year, month, day, time)


def _of_era(match: re.Match[str]) -> Outcome | None:
    """Return a date whose year counts from a Japanese emperor's accession."""
    years = 1 if match[2] == "元" else int(match[2])
    text = f"{_ERAS[match[1]] + years}年"
    outcome = read(text + match.string[match.end() :])
    offset = match.end() - len(text)
    if isinstance(outcome, Unreadable):
        return Unreadable(
            outcome.fault, outcome.message, outcome.span.shift(offset), outcome.numbers
        )
    if outcome is None or outcome.weekday_span is None:
        return outcome
    return outcome._replace(weekday_span=outcome.weekday_span.shift(offset))


def _half(half: str | None, hour: Number) -> Unreadable | None:
    """Turn *hour* into one of 24 by the word for its half of the day."""
    if half is None:
        return None
    if half in _AFTERNOON and hour.value < 12 and not (half == "中午" and hour.value > 9):
        hour.value += 12
    elif half not in _AFTERNOON and hour.value == 12 and half in {"上午", "午前", "오전", "凌晨"}:
        hour.value = 0
    elif half not in _AFTERNOON and hour.value > 12:
        message = f"{hour.value} is no hour of {half}"
        return Unreadable(Fault.IMPOSSIBLE, message, hour.span)
    return None


def _weekday(text: str) -> int | None:
    name = text.strip("()（）").removesuffix("曜日").removesuffix("曜").removesuffix("요일")
    letter = name[-1:]
    if not letter:
        return None
    return next((day for day, letters in enumerate(_WEEKDAYS) if letter in letters), None)


def _chinese(match: re.Match[str]) -> Outcome:
    numbers = [
        Number(_value(match[group]), Span(*match.span(group)), 2) if match[group] else None
        for group in (1, 2, 3)
    ]
    year = numbers[0]
    if year is None:
        raise AssertionError("the pattern has a year")
    return build(Form.CJK, year, numbers[1], numbers[2])


def _value(text: str) -> int:
    if "十" not in text:
        return int(text.translate(_DIGITS))
    tens, _, ones = text.partition("十")
    return int(tens.translate(_DIGITS) or 1) * 10 + int(ones.translate(_DIGITS) or 0)
