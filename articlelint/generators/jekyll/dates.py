"""Jekyll: Psych's dates, and of everything else what Ruby's ``Time.parse`` makes of it."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Fault, Form, ParsedDate, days_of
from articlelint.dates.readers.arithmetic import overflowing
from articlelint.dates.readers.english import is_english
from articlelint.dates.readers.reader import (
    GUESS,
    KEYWORD,
    Answer,
    Reader,
    Reading,
    Verdict,
    Written,
    as_understood,
    at,
    offset_by,
    plain,
)
from articlelint.dates.readers.yaml_timestamp import timestamp
from articlelint.dates.zones import RFC822_NAMES
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome, Unreadable

# Psych, scalar_scanner.rb, TIME: the offset may lack its colon, unlike YAML's own.
_ENGLISH_MONTH = regex(
    r"(?<!/)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE
)
_DAY_WITHIN = regex(
    r"[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2}|^T?[0-9]{1,2}:[0-9]{2}|^[0-9]{4}\.[0-9]{1,2}$"
)
_OVERLOOKED = regex(r"(?:GMT|UTC)[+-]|[+-][0-9](?::[0-9]{2})?$")
_JOINED = regex(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])-T"
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[-+][0-9]{2}:?[0-9]{2})?"
)
"""A hyphen before the ``T``, which Ruby's ``Date._parse`` overlooks."""
_WITH_WORDS = regex(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]"
    r"(?::[0-5][0-9])?(?: ?[-+][0-9]{2}:?[0-9]{2})?[ ,]+[^\x00-\x7f]+ *"
)
"""A weekday, or any other word of another script, behind the time."""
_DAY_AND_ZONE = regex(
    r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) ?[-+][0-9]{2}:?[0-9]{2}"
)
"""A day without a time, which Ruby begins at midnight in that zone."""
_READ = regex(
    r"([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ T]+"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? +)?"
    r"0?([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?::[0-9]{1,3})?)?"
    r"(?: ?([-+][0-9]{2}):?([0-9]{2}))?",
    re.IGNORECASE,
)
"""A weekday between, a zero before, frames of a film behind: none of which changes the time."""
_BLANKS = regex("[0-9]{4} [0-9]{2} ")
_UTC = regex(r"(?:Z|GMT|UTC)$")
_COLONLESS = regex(r"(.*[0-9:]{7,}(?:\.[0-9]*)?[ \t]*[-+][0-9]{2})([0-9]{2})")
# What Ruby's Date._parse does not know at all; "2022-02" is taken for a day of some month.
_UNKNOWN_FORMS = frozenset(
    {Form.WEEK, Form.YEAR, Form.CJK, Form.EPOCH_SECONDS, Form.EPOCH_MILLISECONDS}
)


class Jekyll(Reader):
    """Documented: ``YYYY-MM-DD HH:MM:SS +/-TTTT``; time and offset may be left out."""

    title = "Jekyll"
    sources = (
        "https://jekyllrb.com/docs/front-matter/#predefined-variables-for-posts",
        "jekyll 4, lib/jekyll/utils.rb, parse_date; lib/jekyll/document.rb, merge_date!",
        "psych, lib/psych/scalar_scanner.rb; ruby, lib/time.rb, Time.parse",
    )
    documented = "`2022-02-02 14:07:16 +0800`"
    failure = "the build stops"
    longest = 128  # Ruby's Date._parse refuses more
    default_zone = None

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take every offset of four digits, and none."""
        return date.zone is None or (not date.zone.name and len(written.text) > 20)

    def read(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Reading:
        """Return what Jekyll makes of *written*: what ``Time.parse`` overlooks does no harm."""
        reading = super().read(written, outcome, zone)
        if reading.verdict is Verdict.MISREAD:
            match = _READ.fullmatch(written.text)
            if match and int(match[3]) <= days_of(int(match[1]), int(match[2])):
                return reading._replace(verdict=Verdict.ACCEPTED, consequence="")
        return reading

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow Psych, then ``Time.parse``: a full timestamp without a zone is in UTC."""
        text = written.text
        if written.plain_yaml:
            stamp = _psych(text, outcome)
            if stamp is not None:
                return stamp
        if not isinstance(outcome, ParsedDate):
            return _lenient(text, outcome, zone)
        if not is_english(text):
            is_known = _ENGLISH_MONTH.search(text) or _DAY_WITHIN.search(text)
            return GUESS if is_known else None
        if outcome.form in _UNKNOWN_FORMS or outcome.lookalikes:
            return None
        return _time_parse(text, outcome, zone)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return the documented form; a time without a zone is meant as Jekyll reads it."""
        text = iso(date, separator=" ", seconds=True, z=False, colon="", zone_mark=" ")
        if date.has_time and date.zone is None:
            # With seconds it becomes a timestamp, which is in UTC; as a string it was not.
            return None if zone is not UTC and date.second is None else plain(text, written)
        return plain(text, written)


def _psych(text: str, outcome: Outcome) -> Answer | None:
    """Return the moment of a full timestamp, as Psych reads it; None for any other text."""
    numbers = outcome.numbers
    if not _possible(numbers) or _runs_over(numbers):
        return None
    match = _COLONLESS.fullmatch(text)
    stamp = timestamp(f"{match[1]}:{match[2]}" if match else text)
    if stamp is None or not stamp.has_time:
        return None
    return offset_by(stamp.local, stamp.offset or timedelta(0))


def _runs_over(numbers: tuple[int, ...]) -> bool:
    """Tell whether the clock's numbers are beyond any clock's."""
    hour, minute, second = (*numbers[3:], 0, 0, 0)[:3]
    return hour > 24 or minute > 59 or second > 60


def _time_parse(text: str, outcome: ParsedDate, zone: tzinfo | None) -> Answer | None:
    """Return what ``Time.parse`` makes of a date of a form that it knows."""
    if outcome.form is Form.NUMERIC:
        return _numeric(outcome, text, zone)
    if (outcome.form is Form.ISO and outcome.day is None) or _BLANKS.match(text):
        return None
    if " of " in text or (outcome.has_time and ":" not in text and outcome.form is Form.ISO):
        return GUESS
    if outcome.zone is not None and (_OVERLOOKED.search(text) or not _knows(outcome)):
        return at(outcome.local, zone)
    if outcome.zone is not None and outcome.zone.ambiguous:
        return offset_by(outcome.local, outcome.zone.candidates[0])
    return as_understood(outcome, zone)


def _knows(outcome: ParsedDate) -> bool:
    """Tell whether ``Time.parse`` knows the zone's name; it overlooks one that it does not."""
    name = outcome.zone.name if outcome.zone else ""
    return not name or name.upper() in RFC822_NAMES


def _numeric(outcome: ParsedDate, text: str, zone: tzinfo | None) -> Answer | None:
    """Take the day before the month; of two-digit years the year stands first."""
    days = (outcome.day_only, *outcome.alternatives)
    first = int(text.lstrip()[:2].rstrip("/.-"))
    if outcome.two_digit_year:
        day = next((each for each in days if each.year % 100 == first), None)
    else:
        day = next((each for each in days if each.day == first), None)
    if day is None:
        return None
    return at(outcome.local.replace(year=day.year, month=day.month, day=day.day), zone)


def _read(match: re.Match[str], zone: tzinfo | None) -> Answer | None:
    """Return the moment that ``Time.parse`` makes of a text that :data:`_READ` matches."""
    year, month, day, hour, minute, second = (int(each or 0) for each in match.groups()[:6])
    local = overflowing(year, month, day, hour, minute, second)
    if local is None or match[7] is None:
        return at(local, zone) if local else None
    minutes = int(match[7][1:]) * 60 + int(match[8])
    return offset_by(local, timedelta(minutes=-minutes if match[7][0] == "-" else minutes))


def _possible(numbers: tuple[int, ...]) -> bool:
    """Tell whether Ruby takes these for a day; any month may have 31, and it counts on."""
    if len(numbers) < 3:
        return False
    return numbers[0] > 99 and 1 <= numbers[1] <= 12 and 1 <= numbers[2] <= 31


def _lenient(text: str, unreadable: Unreadable, zone: tzinfo | None) -> Answer | None:
    """Return what ``Time.parse`` makes of a text that is no date."""
    if _WITH_WORDS.fullmatch(text):
        return KEYWORD  # as if the words were not there
    if _JOINED.fullmatch(text):
        return KEYWORD  # as if the first hyphen were not there
    if _DAY_AND_ZONE.fullmatch(text):
        return KEYWORD
    numbers = unreadable.numbers
    if unreadable.fault is not Fault.IMPOSSIBLE or not numbers:
        if match := _READ.fullmatch(text):
            return _read(match, zone)
        is_known = _DAY_WITHIN.search(text) or _ENGLISH_MONTH.search(text)
        return GUESS if is_known else None
    if not _possible(numbers) or not text.isascii():
        return None
    if _runs_over(numbers):
        return None
    year, month, day, hour, minute, second = (*numbers, 0, 0, 0)[:6]
    local = overflowing(year, month, day, hour, minute, second)
    return at(local, UTC if _UTC.search(text) else zone) if local else None
