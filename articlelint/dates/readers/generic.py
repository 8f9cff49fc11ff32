"""A site of no known generator: what every reader of front matter understands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate, Precision
from articlelint.dates.readers.base import Reader, Reading, Verdict, Written

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class Generic(Reader):
    """ISO 8601 is read by all; the rest by some."""

    title = "Most readers"
    sources = ("https://www.rfc-editor.org/rfc/rfc3339", "https://yaml.org/type/timestamp.html")
    documented = "`2022-02-02`, `2022-02-02T14:07:16Z`"
    failure = "no generator can read it"

    def read(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Reading:
        """Take what YAML's timestamp and RFC 3339 define, blanks and widths forgiven."""
        if not isinstance(outcome, ParsedDate):
            return self.rejected()
        plain = outcome.form is Form.ISO and outcome.precision >= Precision.DAY
        return self.right(outcome, zone, documented=plain)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return RFC 3339."""
        return iso(date, seconds=True)
