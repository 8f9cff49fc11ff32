"""Zola: TOML's own dates, or a string of the same forms, or what YAML calls a timestamp."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import ParsedDate
from articlelint.dates.readers.reader import (
    Answer,
    Reader,
    Written,
    as_understood,
    plain,
)
from articlelint.dates.readers.yaml_timestamp import is_timestamp
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome

# zola, components/content/src/front_matter/datetime.rs, YAML_DATETIME_RE; TOML's own forms are
# within it, save a "z" for UTC.
_DATE = regex(
    r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{0,9})?"
    r"[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?)?)?"
)
_TOML = regex(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[Tt ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
    r"(?:[Zz]|[-+][0-9]{2}:[0-9]{2})?)?"
)


class Zola(Reader):
    """Documented: ``YYYY-MM-DD`` or RFC 3339, without quotes."""

    title = "Zola"
    sources = (
        "https://www.getzola.org/documentation/content/page/#front-matter",
        "zola, components/content/src/front_matter/datetime.rs and page.rs",
    )
    documented = "`2022-02-02` or `2022-02-02T14:07:16Z`"
    failure = "the build stops"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take TOML's own dates and YAML's own timestamps."""
        return not written.quoted and is_timestamp(date, written.text)

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Take TOML's dates and what looks like one; without a zone it is in UTC."""
        if not isinstance(outcome, ParsedDate) or outcome.hour == 24 or outcome.second == 60:
            return None
        text = written.text
        if _DATE.fullmatch(text) or _TOML.fullmatch(text):
            return as_understood(outcome, UTC)
        return None

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return RFC 3339, or the day alone."""
        return plain(iso(date, seconds=True), written) if date.day else None
