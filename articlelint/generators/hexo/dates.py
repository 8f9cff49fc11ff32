"""Hexo: a YAML timestamp, and of everything else what JavaScript's ``new Date`` makes of it.

Hexo means all dates to be wall clock times of the site's ``timezone``. It gets there on a detour:
hexo-front-matter takes a timestamp's UTC fields for the machine's wall clock, dropping its zone,
and ``adjustDateForTimezone`` takes the machine's wall clock for the site's. So an unquoted date
with a zone is off by that zone, and a quoted one is right only on a machine in the site's zone.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate
from articlelint.dates.readers.reader import (
    Answer,
    Reader,
    Reading,
    Written,
    at,
    offset_by,
    plain,
    quoted,
)
from articlelint.dates.readers.yaml_timestamp import timestamp
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome

NUMBER = regex(r"[-+]?[0-9]{1,15}(?:\.[0-9]*)?")


class Hexo(Reader):
    """Documented: ``2013/7/13 20:46:25`` and what ``hexo new`` writes, ``2013-07-13 20:46:25``."""

    title = "Hexo"
    sources = (
        "https://hexo.io/docs/front-matter",
        "https://hexo.io/docs/configuration, timezone",
        "hexo 8, lib/plugins/processor/common.ts, toDate and adjustDateForTimezone",
        "hexo-front-matter 4, lib/front_matter.ts, parse; js-yaml 4, lib/type/timestamp.js",
    )
    documented = "`2022-02-02 14:07:16`"
    documented_forms = frozenset({Form.ISO, Form.SLASHES})
    failure = "Hexo silently uses the file's own date instead"
    default_zone = None
    uses_site_zone = True
    documents_zones = False

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take a wall clock's time; of a day, quotes would make midnight in UTC."""
        return date.zone is None and (date.hour is not None or written.plain_yaml)

    def why_plain(self, reading: Reading) -> str:
        """Say it of a day, whose moment hangs on the machine; a clock's time may have quotes."""
        if reading.instant is not None:
            return ""
        return "Hexo reads a day in quotes as midnight in UTC, then shifts it to the site's zone"

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow the YAML reader, ``new Date``, and the shift to the site's zone."""
        text = written.text
        if written.plain_yaml:
            stamp = timestamp(text)
            if stamp is not None:
                try:
                    return at(stamp.local - (stamp.offset or timedelta(0)), zone)
                except OverflowError:
                    return None
            if NUMBER.fullmatch(text):
                return _number(text, outcome, zone)
        from articlelint.dates.readers.javascript import script_date

        date = script_date(text)
        if date is None:
            return None
        if date.offset is None:
            return at(date.local, zone)
        return offset_by(date.local, date.offset) if zone is None else Answer()

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return the wall clock of the site, or, where the site has no zone, the moment itself."""
        if not date.has_time:
            return plain(iso(date), written)
        if date.zone is None:
            return plain(iso(date, separator=" "), written)
        instant = date.instant()
        if instant is None:
            return None
        if zone is None:
            # In quotes, or the zone would be dropped.
            return quoted(iso(date), written)
        try:
            local = instant.astimezone(zone)
        except OverflowError:
            return None
        clock = f"{local:%Y-%m-%d %H:%M}"
        if date.second is not None:
            clock += f":{local:%S}" + (f".{date.fraction}" if date.fraction else "")
        return plain(clock, written)


def _number(text: str, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
    """Take a number for milliseconds; in a site with *zone* the hour hangs on the machine."""
    moment = epoch_milliseconds(text) if float(text) else None  # 0 is no date to it
    if zone is None or moment is None:
        return moment
    is_meant = isinstance(outcome, ParsedDate) and outcome.form is Form.EPOCH_MILLISECONDS
    return Answer() if is_meant else moment._replace(guess=True)


def epoch_milliseconds(text: str) -> Answer | None:
    """Return what JavaScript makes of a number: milliseconds since 1970."""
    try:
        return Answer(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=float(text)))
    except OverflowError:
        return None
