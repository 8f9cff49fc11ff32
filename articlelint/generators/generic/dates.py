"""A site of no known generator: what every reader of front matter understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate
from articlelint.dates.readers.reader import Answer, Reader, Written, as_understood, plain

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class Generic(Reader):
    """ISO 8601 is read by all, the rest by some."""

    title = "YAML"
    sources = ("https://www.rfc-editor.org/rfc/rfc3339", "https://yaml.org/type/timestamp.html")
    documented = "`2022-02-02` or `2022-02-02T14:07:16Z`"
    documented_forms = frozenset({Form.ISO})
    failure = "programs reject it or read another day"
    undocumented = "is a date format that some programs read and others do not"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take every one."""
        return True

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Take every date for what it says."""
        return as_understood(outcome, self.zone(zone)) if isinstance(outcome, ParsedDate) else None

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return RFC 3339."""
        return plain(iso(date, seconds=True), written)
