"""The ``datetime`` attribute of ``<time>``: what browsers and feed readers find in it."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import ParsedDate
from articlelint.dates.readers.reader import KEYWORD, Answer, Reader, Written, as_understood
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome

_TIME = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,3})?)?"
_ZONE = r"(?:Z|[+-][0-9]{2}:?[0-9]{2})"
_DATE = regex(
    rf"[0-9]{{4,}}(?:-[0-9]{{2}}(?:-[0-9]{{2}}(?:[T ]{_TIME}{_ZONE}?)?)?)?|[0-9]{{4,}}-W[0-9]{{2}}"
)
# A day without a year, a time, an offset, a duration: valid, and no date.
_OTHER = regex(
    rf"[0-9]{{2}}-[0-9]{{2}}|{_TIME}|{_ZONE}"
    r"|P(?:[0-9]+W|(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?(?:[0-9]+(?:\.[0-9]{1,3})?S)?)?)"
    r"|(?:[ \t\n]*[0-9]+(?:\.[0-9]{1,3})?[ \t\n]*[WwDdHhMmSs])+[ \t\n]*"
)


class HtmlTime(Reader):
    """Documented: the microsyntaxes of HTML's dates and times."""

    title = "HTML"
    sources = ("https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value",)
    documented = "`2022-02-02` or `2022-02-02T14:07:16Z`"
    documents_months = True
    failure = "programs find no date in it"

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Take what the specification takes."""
        if _OTHER.fullmatch(written.text):
            return KEYWORD
        if not isinstance(outcome, ParsedDate) or not _DATE.fullmatch(written.text):
            return None
        return as_understood(outcome, zone or UTC)

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return ISO 8601; only milliseconds are allowed."""
        return iso(date) if len(date.fraction) <= 3 else None
