"""Dates with words in them: weekdays, months, zones. ``Wed, 02 Feb 2022 14:07:16 GMT``."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from articlelint.dates.model import MONTHS as ENGLISH_MONTHS
from articlelint.dates.model import WEEKDAYS as ENGLISH_DAYS
from articlelint.dates.model import Fault, Form, Outcome, ParsedDate, Unreadable
from articlelint.dates.month_names import FILLERS, MONTHS, WEEKDAYS
from articlelint.dates.parts import TIME, Clock, Number, build, century, clock
from articlelint.dates.zones import read_zone
from articlelint.text.regex import regex
from articlelint.text.span import Span

if TYPE_CHECKING:
    import re

    from articlelint.dates.model import Zone

_TOKEN = regex(
    rf"(?P<clock>(?=[0-9]{{1,2}}(?::|[ ]?[AaPp]\.?[Mm]\b)){TIME}(?![0-9]))"
    r"|(?P<number>[0-9]+)(?P<suffix>st|nd|rd|th|er|re|e|º|ª|ième)?(?![^\W_])\.?"
    r"|(?P<offset>(?<![^\W\d_])(?:GMT|UTC|UT)?[+-][0-9]{1,2}:?(?:[0-9]{2})?(?::?[0-9]{2})?(?![^\W_]))"
    r"|(?P<comment>\([^()]*\))"
    r"|(?P<word>[^\W\d_][^\s0-9,;/()\[\]+.-]*\.?)"
    r"|(?P<mark>[\s,;/.·]+|-)"
)


@dataclass
class _Found:
    """What the tokens of a text are, as far as they were looked at."""

    numbers: list[Number] = field(default_factory=list)
    pattern: str = ""  # one letter a token: N number, M month, T time, W weekday, Z zone
    month: Number | None = None
    weekday: int | None = None
    weekday_span: Span | None = None
    weekday_long: bool = False
    time: Clock | None = None
    zone: Zone | None = None
    zone_span: Span | None = None
    comment: bool = False
    suffix: bool = False
    marks: list[str] = field(default_factory=list)


def read(text: str) -> Outcome | None:
    """Return the date that *text* is, or what is impossible in it; None where it is no date."""
    found = _Found()
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            return None
        fault = _take(match, found)
        if fault is not None:
            return fault if isinstance(fault, Unreadable) else None
        position = match.end()
    return _assemble(text, found)


def _take(match: re.Match[str], found: _Found) -> Unreadable | bool | None:
    """Put one token into *found*; return what is wrong with it, True where it fits nowhere."""
    if match["clock"] is not None:
        time = clock(match, 0, " ")
        if time is None or isinstance(time, Unreadable) or found.time:
            return time if isinstance(time, Unreadable) else True
        found.time = time
        found.pattern += "T"
    elif match["number"] is not None:
        span = Span(*match.span("number"))
        if span.length > 4:
            return True
        found.suffix |= match["suffix"] is not None
        found.numbers.append(Number(int(match["number"]), span, span.length))
        found.pattern += "N"
    elif match["offset"] is not None:
        return _take_zone(match, "offset", found)
    elif match["comment"] is not None:
        found.comment = True
    elif match["word"] is not None:
        return _take_word(match, found)
    else:
        found.marks.append(match["mark"])
    return None


def _take_zone(match: re.Match[str], name: str, found: _Found) -> bool | None:
    zone = read_zone(match[name])
    if zone is None or found.time is None:
        return True
    if found.zone is None or not found.zone.known:
        found.zone, found.zone_span = zone, Span(*match.span(name))
        found.pattern += "Z"
    return None


def _take_word(match: re.Match[str], found: _Found) -> Unreadable | bool | None:
    word, span = match["word"], Span(*match.span("word"))
    folded = word.casefold().rstrip(".")
    if folded not in MONTHS and folded not in WEEKDAYS:
        folded = _accented().get(folded, folded)
    if found.month is None and (month := MONTHS.get(folded)):
        found.month = Number(month, span, 2)
        found.pattern += "M"
        return None
    weekday = WEEKDAYS.get(folded)
    if weekday is not None and found.weekday is None:
        found.weekday, found.weekday_span = weekday, span
        found.weekday_long = len(folded) > 3
        found.pattern += "W"
        return None
    if found.month is not None and (month := MONTHS.get(folded)):
        return _take_second_month(Number(month, span, 2), match, found)
    if folded in FILLERS:
        return None
    if found.time is not None and word.isupper():
        return _take_zone(match, "word", found)
    return _misspelt(folded, word, span) or True


@lru_cache(maxsize=1)
def _accented() -> dict[str, str]:
    """Return names of months and weekdays by what is left of them without accents."""
    names: dict[str, str] = {}
    for name in (*MONTHS, *WEEKDAYS):
        bare = "".join(filter(str.isascii, normalize("NFD", name)))
        if bare != name and len(bare) == len(name):
            names.setdefault(bare, name)
    return names


def _misspelt(folded: str, word: str, span: Span) -> Unreadable | None:
    """Return that *word* is an English name with a slip; None where it is not near one."""
    near = get_close_matches(
        folded, [name.lower() for name in (*ENGLISH_MONTHS, *ENGLISH_DAYS)], 1, 0.8
    )
    if len(folded) < 5 or not near:
        return None
    message = f"`{word}` is probably a misspelling of `{near[0].capitalize()}`"
    return Unreadable(Fault.UNKNOWN, message, span)


def _take_second_month(month: Number, match: re.Match[str], found: _Found) -> bool | None:
    """Take a month where the first was a weekday by the same name ("mar. 2 févr. 2022")."""
    first = found.month
    word = match.string[first.span.start : first.span.end].casefold().rstrip(".") if first else ""
    if first is None or found.weekday is not None or word not in WEEKDAYS:
        return True
    found.weekday, found.weekday_span = WEEKDAYS[word], first.span
    found.pattern = found.pattern.replace("M", "W") + "M"
    found.month = month
    return None


def _assemble(text: str, found: _Found) -> Outcome | None:
    if found.month is None:
        return None
    shape = found.pattern.replace("T", "").replace("W", "").replace("Z", "")
    numbers = found.numbers
    match shape:
        case "NMN" if numbers[0].width > 2:  # 2022 February 2
            year, day = numbers
        case "NMN" | "MNN":
            day, year = numbers
        case "MN" | "NM" if numbers[0].width == 4:
            return build(Form.MONTH_NAME, numbers[0], found.month, None)
        case "MN" | "NM":
            message = f"`{text}` has no year"
            return Unreadable(Fault.UNKNOWN, message, Span(0, len(text)))
        case _:
            return None
    if day.width > 2 or year.width in {1, 3}:
        return None
    short = year.width == 2
    if short:
        year = Number(century(year.value), year.span, 4)
    if found.time is not None and found.zone is not None:
        found.time.zone, found.time.zone_span = found.zone, found.zone_span
    outcome = build(
        _form(found),
        year,
        found.month,
        day,
        found.time,
        weekday=found.weekday,
        weekday_span=found.weekday_span,
        two_digit_year=short,
    )
    if short and isinstance(outcome, ParsedDate) and outcome.day_only.weekday() == found.weekday:
        return outcome._replace(two_digit_year=False)  # the weekday confirms the century
    return outcome


def _form(found: _Found) -> Form:
    """Return the form whose order of tokens this is; the general one where it is none's."""
    if found.suffix:
        return Form.MONTH_NAME
    dashed = "-" in found.marks
    match found.pattern:
        case "WNMNTZ" if dashed and found.weekday_long:
            return Form.RFC850
        case "WNMNTZ" | "NMNTZ" | "WNMNT" if not found.weekday_long and not dashed:
            return Form.RFC822
        case "WMNTN":
            return Form.ANSI_C
        case "WMNTZN":
            return Form.UNIX
        case "WMNNTZ" | "WMNNT" if not found.weekday_long and "," not in "".join(found.marks):
            return Form.JAVASCRIPT
        case _:
            return Form.MONTH_NAME
