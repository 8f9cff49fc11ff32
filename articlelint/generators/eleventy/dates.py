"""Eleventy: a YAML date, or a string that Luxon's ``DateTime.fromISO`` reads, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, timedelta
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Fault, Form, ParsedDate
from articlelint.dates.readers.reader import (
    GUESS,
    KEYWORD,
    Answer,
    Reader,
    Written,
    as_understood,
    offset_by,
    plain,
)
from articlelint.dates.readers.yaml_timestamp import is_timestamp, timestamp
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome

_KEYWORD = regex(r"(?:git )?(?:last modified|created)", re.IGNORECASE)
# luxon 3, src/impl/regexParser.js: a day, a week or an ordinal, and an ISO time behind a "T".
_ISO = regex(
    r"[0-9]{4}(?:-?[0-9]{2}(?:-?[0-9]{2})?|-?W[0-9]{2}(?:-?[0-9])?|-?[0-9]{3})?"
    r"(?:[Tt][0-9]{2}(?::?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,30})?)?)?"
    r"(?:[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?(?:\[[\w+/-]+\])?)?"
)


class Eleventy(Reader):
    """Documented: YAML dates, ISO 8601, and ``Last Modified``, ``Created`` with or without git."""

    title = "Eleventy"
    sources = (
        "https://www.11ty.dev/docs/dates/",
        "eleventy 3, src/Template.js, getMappedDate",
        "luxon 3, src/impl/regexParser.js",
    )
    documented = "`2022-02-02` or `2022-02-02T14:07:16Z`"
    documented_forms = frozenset({Form.ISO, Form.WEEK, Form.ORDINAL, Form.COMPACT, Form.YEAR})
    documents_months = True
    failure = "the build stops"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take YAML's own timestamps."""
        return written.plain_yaml and is_timestamp(date, written.text)

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow js-yaml, then Luxon; numbers are refused."""
        text = written.text
        if _KEYWORD.fullmatch(text):
            return KEYWORD
        if written.plain_yaml:
            stamp = timestamp(text)
            if stamp is not None:
                return offset_by(stamp.local, stamp.offset or timedelta(0))
            if text.isdecimal():
                return None
        elif isinstance(outcome, ParsedDate) and outcome.second == 60:
            return None
        if not isinstance(outcome, ParsedDate):
            return GUESS if outcome.fault is Fault.TIME_ONLY else None
        if written.native_toml:
            return as_understood(outcome, UTC)
        return as_understood(outcome, UTC) if _ISO.fullmatch(text) else None

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601."""
        return plain(iso(date), written)
