"""Pelican: whatever python-dateutil reads, the month before the day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Fault, Form, ParsedDate, Precision
from articlelint.dates.readers.english import is_english
from articlelint.dates.readers.reader import (
    GUESS,
    Answer,
    Reader,
    Written,
    as_understood,
    at,
    offset_by,
    plain,
)
from articlelint.dates.zones import UTC_NAMES
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome, Unreadable

_UNKNOWN_FORMS = frozenset(
    {Form.WEEK, Form.ORDINAL, Form.CJK, Form.GO, Form.EPOCH_SECONDS, Form.EPOCH_MILLISECONDS}
)
_NAMES = (
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)
# Parts of a date, and two dates in one; what is missing is today's.
_PARTS = regex(
    rf"(?:[0-9]{{1,2}}[ ])?(?:{_NAMES})(?:[ ][0-9]{{1,2}})?|-?[1-9](?:[.][0-9])?|[0-9]{{4}}-"
    r"|-?[0-9]{3,4}-[0-9]{1,2}-[0-9]{1,2}T?|T[0-9:]{4,8}Z?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}[ ]?[/-][ ]?[0-9]{4}-[0-9]{2}-[0-9]{2}",
    re.IGNORECASE,
)
_ARTICLE = regex(r"\bthe\b", re.IGNORECASE)
_INVERTED = regex(r"(?:GMT|UTC)[+-]")  # dateutil reads "GMT+3" as POSIX does: 3 hours behind


class Pelican(Reader):
    """Documented: ISO 8601 as the W3C has it, ``2010-10-03 10:20``."""

    title = "Pelican"
    sources = (
        "https://docs.getpelican.com/en/latest/content.html#file-metadata",
        "pelican 4, utils.py, get_date and set_date_tzinfo",
        "python-dateutil 2, parser/_parser.py",
    )
    documented = "`2022-02-02 14:07`"
    failure = "Pelican leaves the article out"
    default_zone = None
    uses_site_zone = True

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take every offset, and none."""
        return date.zone is None or not date.zone.name

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow dateutil; names of zones other than UTC's are overlooked."""
        text = written.text
        if not isinstance(outcome, ParsedDate):
            return _parts(text, outcome)
        if outcome.form in _UNKNOWN_FORMS or not is_english(text) or outcome.hour == 24:
            return None
        if any(mark in text for mark in "_([") or _ARTICLE.search(text):
            return None
        if outcome.precision < Precision.DAY:
            return GUESS
        if outcome.form is Form.NUMERIC:
            return _numeric(outcome, text, zone)
        if outcome.zone is None:
            return at(outcome.local, zone)
        name = outcome.zone.name
        if "/" in name or outcome.second == 60:
            return None
        if _INVERTED.search(text) and outcome.zone.offset is not None:
            moment = as_understood(outcome, zone).instant
            return offset_by(moment, -2 * outcome.zone.offset) if moment else None
        if name and name.upper() not in UTC_NAMES and outcome.form is not Form.JAVASCRIPT:
            return at(outcome.local, zone)
        return as_understood(outcome, zone)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601 with a blank, as the documentation shows it."""
        return plain(iso(date, separator=" "), written)


def _parts(text: str, unreadable: Unreadable) -> Answer | None:
    """Return what dateutil makes of a text that is no date."""
    if unreadable.fault is Fault.TIME_ONLY:
        return GUESS
    is_known = unreadable.fault is not Fault.IMPOSSIBLE and _PARTS.fullmatch(text)
    return GUESS if is_known else None


def _numeric(outcome: ParsedDate, text: str, zone: tzinfo | None) -> Answer:
    """Take the month first where that can be, even between dots."""
    days = [outcome.day_only, *outcome.alternatives]
    local = outcome.local
    if "." in text.partition(" ")[0] and local.day <= 12:
        return at(local.replace(month=local.day, day=local.month), zone)
    return at(local.replace(year=days[0].year, month=days[0].month, day=days[0].day), zone)
