"""Astro: a YAML or TOML date, or what ``z.coerce.date()`` makes of a string: ``new Date``.

``z.date()`` takes the former alone; which one a collection's schema has, the site says.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate
from articlelint.dates.readers.reader import (
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
from articlelint.dates.readers.yaml_timestamp import is_timestamp, timestamp
from articlelint.generators.hexo.dates import NUMBER, epoch_milliseconds

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


_REFUSED = "the build stops: `z.date()` of the site's schema accepts no text or number"


class Astro(Reader):
    """Documented: ``2022-07-08`` and, in the blog template, ``Jul 08 2022``."""

    title = "Astro"
    sources = (
        "https://docs.astro.build/en/guides/content-collections/",
        "astro 6, js-yaml 4, lib/type/timestamp.js",
        "zod 4, coerce.date",
    )
    documented = "`2022-02-02` or `2022-02-02T14:07:16Z`"
    documented_forms = frozenset({Form.ISO, Form.MONTH_NAME})
    failure = "the build stops if the collection's schema says `z.coerce.date()`"
    reads_schema_dates = True

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take YAML's own timestamps."""
        return written.plain_yaml and is_timestamp(date, written.text)

    def why_plain(self, reading: Reading) -> str:
        """Name the schema that refuses a text."""
        return "" if reading.is_right else _REFUSED

    def read(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Reading:
        """Say why the build stops."""
        reading = super().read(written, outcome, zone)
        if written.typed and reading.verdict is Verdict.REJECTED:
            return reading._replace(consequence=_REFUSED)
        return reading

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow js-yaml, then ``new Date``, to which no zone is the machine's."""
        text = written.text
        if written.plain_yaml:
            stamp = timestamp(text)
            if stamp is not None:
                return offset_by(stamp.local, stamp.offset or timedelta(0))
            if NUMBER.fullmatch(text) and not written.typed:
                return epoch_milliseconds(text)
        if written.native_toml:
            return _toml(text, outcome)
        if written.typed:
            return None
        from articlelint.dates.readers.javascript import script_date

        date = script_date(text)
        if date is None:
            return None
        return at(date.local, None) if date.offset is None else offset_by(date.local, date.offset)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601."""
        return plain(iso(date, seconds=True), written)


def _toml(text: str, outcome: Outcome) -> Answer | None:
    """Follow smol-toml, which counts days on, and ``new Date`` of a number."""
    number = text.replace("_", "")
    if NUMBER.fullmatch(number):
        return epoch_milliseconds(number)
    if isinstance(outcome, ParsedDate):
        return as_understood(outcome, None)
    stamp = timestamp(text)
    if stamp is None:
        return None
    offset = timedelta(0) if not stamp.has_time else stamp.offset
    return at(stamp.local, None) if offset is None else offset_by(stamp.local, offset)
