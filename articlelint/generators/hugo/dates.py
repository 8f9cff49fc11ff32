"""Hugo: TOML's own dates, and of strings the layouts of spf13/cast, tried in order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from articlelint.dates.formats import iso
from articlelint.dates.model import Form, ParsedDate
from articlelint.dates.readers.reader import Answer, Reader, Written, as_understood, at, plain
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from datetime import tzinfo

    from articlelint.dates.model import Outcome

# cast, internal/time.go, TimeFormats; each entry is one of Go's layouts, as an expression for what
# time.Parse takes for it: hours may lack a zero, seconds may have a fraction.
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]+)?"
_SHORT = r"(?:mon|tue|wed|thu|fri|sat|sun)"
_LONG = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_NAME = r"(?:[A-Z]{3}|[A-Z]{3}T|ChST|MeST|WITA|GMT[+-][0-9]{1,2})"
_NUMBERED = (
    rf"{_DAY}T{_CLOCK}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})",  # RFC3339
    rf"(?i:{_SHORT}), [0-9]{{2}} (?i:{_MONTH}) [0-9]{{4}} {_CLOCK} [+-][0-9]{{4}}",  # RFC1123Z
    rf"[0-9]{{2}} (?i:{_MONTH}) [0-9]{{2}} [0-9]{{1,2}}:[0-9]{{2}} [+-][0-9]{{4}}",  # RFC822Z
    rf"{_DAY} +{_CLOCK} [+-][0-9]{{4}} {_NAME}",  # Time.String()
    rf"{_DAY}T{_CLOCK}[+-][0-9]{{4}}",
    rf"{_DAY} +{_CLOCK}(?:Z|[+-][0-9]{{4}})",
    rf"(?i:{_SHORT}) (?i:{_MONTH}) [0-9]{{2}} {_CLOCK} [+-][0-9]{{4}} [0-9]{{4}}",  # RubyDate
    rf"{_DAY} +{_CLOCK}(?:Z|[+-][0-9]{{2}}:[0-9]{{2}})",
    rf"{_DAY} +{_CLOCK} [+-][0-9]{{2}}:[0-9]{{2}}",
    rf"{_DAY} +{_CLOCK} [+-][0-9]{{4}}",
)
_UNNUMBERED = (
    rf"{_DAY}T{_CLOCK}",
    rf"(?i:{_SHORT}), [0-9]{{2}} (?i:{_MONTH}) [0-9]{{4}} {_CLOCK} {_NAME}",  # RFC1123
    rf"[0-9]{{2}} (?i:{_MONTH}) [0-9]{{2}} [0-9]{{1,2}}:[0-9]{{2}} {_NAME}",  # RFC822
    rf"(?i:{_LONG}), [0-9]{{2}}-(?i:{_MONTH})-[0-9]{{2}} {_CLOCK} {_NAME}",  # RFC850
    rf"{_DAY} +{_CLOCK}",
    rf"(?i:{_SHORT}) (?i:{_MONTH}) [ 0-9]?[0-9] {_CLOCK} [0-9]{{4}}",  # ANSIC
    # UnixDate, to which "+0000" is a name
    rf"(?i:{_SHORT}) (?i:{_MONTH}) [ 0-9]?[0-9] {_CLOCK} (?:{_NAME}|[+-]0000) [0-9]{{4}}",
    _DAY,
    rf"[0-9]{{2}} (?i:{_MONTH}) [0-9]{{4}}",
)
_INTEGER = regex("[-+]?[0-9](?:_?[0-9]){0,17}")
_FLOAT = regex(r"[-+]?[0-9]+\.[0-9]+")
_WITH_OFFSET = regex("|".join(_NUMBERED))
_WITHOUT_OFFSET = regex("|".join(_UNNUMBERED))


class Hugo(Reader):
    """Documented: the table of dates in Hugo's front-matter page."""

    title = "Hugo"
    sources = (
        "https://gohugo.io/content-management/front-matter/#dates",
        "spf13/cast, caste.go and internal/time.go, timeFormats and parseDateWith",
        "hugo, resources/page/pagemeta/page_frontmatter.go",
    )
    documented = "`2022-02-02` or `2022-02-02T14:07:16+08:00`"
    documented_forms = frozenset({Form.ISO, Form.MONTH_NAME})
    failure = "Hugo continues without a date for the page, or stops"
    uses_site_zone = True

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Take what has seconds, and no blank before a zone behind a "T" or before "Z"."""
        if date.hour is None or date.zone is None:
            return date.hour is None or date.second is not None
        return date.second is not None and " " not in written.text

    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Follow cast: a zone that is only named is taken for the site's zone, not for itself."""
        text = written.text
        if not written.quoted and _INTEGER.fullmatch(text):
            return _seconds(int(text))
        if not isinstance(outcome, ParsedDate):
            return None
        if written.native_toml:
            if _FLOAT.fullmatch(text):
                return None
            return as_understood(outcome, zone or UTC)
        if outcome.hour == 24 or outcome.second == 60:
            return None
        if _WITHOUT_OFFSET.fullmatch(text):
            return at(outcome.local, zone or UTC)
        return as_understood(outcome, UTC) if _WITH_OFFSET.fullmatch(text) else None

    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return RFC 3339."""
        return plain(iso(date, seconds=True), written)


def _seconds(number: int) -> Answer | None:
    try:
        return Answer(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number))
    except OverflowError:
        return Answer()
