"""Hexo."""

from __future__ import annotations

import re
from datetime import UTC
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate, Precision
from articlelint.dates.readers.base import Reader, Reading, Verdict, Written, quote
from articlelint.front_matter.model import Format

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class Hexo(Reader):
    """YAML timestamps, and of everything else what JavaScript's ``new Date`` makes of it."""

    title = "Hexo"
    sources = (
        "https://hexo.io/docs/front-matter",
        "hexo, lib/plugins/processor/common.ts, toDate and adjustDateForTimezone",
        "hexo-front-matter, lib/front_matter.ts and lib/timestamp.ts",
    )
    documented = "`2022-02-02 14:07:16`"
    failure = "Hexo takes the file's own date instead, without a word"
    default_zone = None

    def read(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Reading:
        """Follow the YAML reader, then ``new Date``."""
        if not isinstance(outcome, ParsedDate):
            return self.rejected()
        plain = outcome.form in {Form.ISO, Form.SLASHES} and outcome.precision >= Precision.DAY
        return self.right(outcome, zone, documented=plain)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return the wall clock of the site, or with no site's zone the moment itself.

        What Hexo does with a zone differs between its versions and between machines, save for
        a site without ``timezone``; what it does with a wall clock's time does not.
        """
        if date.zone is None or not date.has_time:
            text = iso(date, separator=" ", seconds=True)
            return quote(text, written) if written.format is Format.JSON else text
        instant = date.instant()
        if instant is None:
            return None
        if zone is None:
            return quote(iso(date, seconds=True), written)
        local = instant.astimezone(zone)
        text = f"{local:%Y-%m-%d %H:%M:%S}" + (f".{date.fraction}" if date.fraction else "")
        return quote(text, written) if written.format is Format.JSON else text
