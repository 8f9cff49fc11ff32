"""How a generator reads a date: the shape of the tables in this folder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from datetime import MAXYEAR, UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.model import Form, ParsedDate
from articlelint.front_matter.model import Format
from articlelint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from articlelint.dates.model import Outcome


class Verdict(StrEnum):
    """What a generator makes of a date."""

    DOCUMENTED = "documented"  # a form that its documentation shows or its grammar defines
    ACCEPTED = "accepted"  # read as it is meant, in a form that is documented nowhere
    MISREAD = "misread"  # taken for another moment
    REJECTED = "rejected"  # not taken for a date at all


class Written(NamedTuple):
    """A date as it stands in the front matter: *text* without its quotes, *source* with them.

    *typed*: the site's own schema takes nothing but a date of the format's own.
    """

    text: str
    quoted: bool = False
    format: Format = Format.YAML
    source: str = ""
    typed: bool = False

    @property
    def plain_yaml(self) -> bool:
        """Tell whether YAML gives the text a type of its own."""
        return self.format is Format.YAML and not self.quoted

    @property
    def native_toml(self) -> bool:
        """Tell whether this is one of TOML's own dates."""
        return self.format is Format.TOML and not self.quoted


class Answer(NamedTuple):
    """What the generator's code computes: a moment in UTC, or a clock's time on the machine.

    Both are None where the moment depends on the machine in another way. *guess*: the code
    picks out what it knows and fills up the rest, from today's date where need be.
    """

    instant: datetime | None = None
    local: datetime | None = None
    guess: bool = False


KEYWORD = Answer(local=datetime.max)  # noqa: DTZ901 - no moment at all
"""The answer to a text that is no date and that the generator knows nevertheless."""
GUESS = Answer(guess=True)
"""The answer of a reader that makes something of almost any text."""


class Reading(NamedTuple):
    """What a generator makes of a date.

    *instant* is the moment in UTC that it takes the text for, None where it takes none or
    the moment hangs on the machine. *consequence* says what becomes of the page, a clause
    with the generator as its subject; "" where the date is read as it is meant.
    """

    verdict: Verdict
    instant: datetime | None = None
    consequence: str = ""

    @property
    def is_right(self) -> bool:
        """Tell whether the generator reads what the author wrote."""
        return self.verdict in {Verdict.DOCUMENTED, Verdict.ACCEPTED}

    @property
    def is_documented(self) -> bool:
        """Tell whether the generator reads it, in one of its own forms."""
        return self.verdict is Verdict.DOCUMENTED

    @property
    def is_misread(self) -> bool:
        """Tell whether the generator reads it as another moment."""
        return self.verdict is Verdict.MISREAD


class Reader(ABC):
    """One generator's way with dates."""

    title: ClassVar[str]
    """The generator's name in messages."""
    sources: ClassVar[tuple[str, ...]]
    """Where the facts of this table come from."""
    documented: ClassVar[str]
    """The documented form, for a message."""
    documented_forms: ClassVar[frozenset[Form]] = frozenset({Form.ISO})
    """The forms that need no change if they are read correctly."""
    failure: ClassVar[str]
    """What becomes of a date that it cannot read: a clause that begins with ``title``."""
    default_zone: ClassVar[tzinfo | None] = UTC
    """The time zone of a date without one if the site sets none; None for the machine's."""

    documents_months: ClassVar[bool] = False
    """Whether a month or a year without a day is one of the documented forms."""
    longest: ClassVar[int] = 200
    """The maximum length in characters; a longer text is not read as the date that was meant."""
    uses_site_zone: ClassVar[bool] = False
    """Whether a time without a zone is in the time zone of the site, if it sets one."""
    documents_zones: ClassVar[bool] = True
    """Whether the documented forms have a place for a zone."""
    reads_schema_dates: ClassVar[bool] = False
    """Whether the generator itself reads the dates that a schema of the site declares."""

    @property
    def undocumented(self) -> str:
        """Return what is to be said of a date in another form, a clause about the date."""
        return f"is not a date format that {self.title} documents"

    def is_plain(self, date: ParsedDate, written: Written) -> bool:
        """Tell at a glance whether *date*, ISO 8601 with all its zeros, is read as documented.

        A shortcut for what nearly all dates look like: False where ``read`` must decide.
        """
        return False

    def why_plain(self, reading: Reading) -> str:
        """Return why a date that is so read in quotes is better off without; "" where it is not."""
        return ""

    @abstractmethod
    def answer(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Answer | None:
        """Return what the generator's own code makes of *written*; None where it refuses it.

        *outcome* is our own reading of the text, *zone* the site's.
        """

    @abstractmethod
    def canonical(self, date: ParsedDate, written: Written, zone: tzinfo | None) -> str | None:
        """Return the documented way to write *date*, quotes included where they are needed.

        It means the same instant at the same precision. None where the generator has no way
        to say it.
        """

    def zone(self, zone: tzinfo | None) -> tzinfo | None:
        """Return the zone of a date that names none, *zone* being the site's."""
        return zone or self.default_zone

    def read(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Reading:
        """Return what the generator makes of *written*, compared with what it says."""
        too_long = len(written.text) > self.longest
        answer = None if too_long else self.answer(written, outcome, zone)
        if answer is None:
            return Reading(Verdict.REJECTED, consequence=self.failure)
        if answer is KEYWORD or _is_at_an_end(answer.instant, outcome):
            return Reading(Verdict.DOCUMENTED)
        if answer.guess or not isinstance(outcome, ParsedDate):
            return Reading(Verdict.MISREAD, answer.instant, self._instead(answer, None, zone))
        is_documented = outcome.form in self.documented_forms and not outcome.lookalikes
        is_documented = is_documented and (outcome.day is not None or self.documents_months)
        if answer.instant is None and answer.local is None:
            # No documented form names a zone that then does not count.
            is_documented = is_documented and outcome.zone is None
            verdict = Verdict.DOCUMENTED if is_documented else Verdict.ACCEPTED
            message = "the moment depends on the time zone of the machine that builds the site"
            return Reading(verdict, None, message)
        if not any(_agrees(answer, outcome, local, zone) for local in _meanings(outcome)):
            verdict = Verdict.MISREAD
            return Reading(verdict, answer.instant, self._instead(answer, outcome, zone))
        return Reading(Verdict.DOCUMENTED if is_documented else Verdict.ACCEPTED, answer.instant)

    def _instead(self, answer: Answer, outcome: ParsedDate | None, zone: tzinfo | None) -> str:
        """Say which moment the generator takes instead."""
        if answer.instant is None:
            if answer.local is None and not answer.guess:
                return f"{self.title} reads it as a different time"
            if answer.local is None:
                return f"{self.title} takes what it recognises, and the rest from today's date"
            clock = answer.local.replace(microsecond=0).isoformat(" ")
            return f"{self.title} reads it as {clock}, in the build machine's time zone"
        shown = answer.instant.astimezone(zone or UTC)
        clock = shown.replace(tzinfo=None, microsecond=0).isoformat(" ")
        text = f"{self.title} reads it as {clock} {shown:%z}"
        meant = outcome.instant(self.zone(zone) or UTC) if outcome else None
        if meant is not None and timedelta(0) < abs(answer.instant - meant) < timedelta(days=2):
            minutes = round((answer.instant - meant).total_seconds() / 60)
            hours = f"{abs(minutes) / 60:g} hour{'s' if abs(minutes) != 60 else ''}"
            text += f", {hours} too {'late' if minutes > 0 else 'early'}"
        return text


def _is_at_an_end(instant: datetime | None, outcome: Outcome) -> bool:
    """Tell whether a date lies in the first or last year, which nobody means as a year.

    Some zone's clock may show a year there that Python does not know.
    """
    year = instant.year if instant else outcome.year if isinstance(outcome, ParsedDate) else 2000
    return not 1 < year < MAXYEAR


def _meanings(outcome: ParsedDate) -> Iterator[datetime]:
    """Yield the clock's times that the text may mean."""
    local = outcome.local
    yield local
    for day in outcome.alternatives:
        yield local.replace(year=day.year, month=day.month, day=day.day)


def _agrees(answer: Answer, outcome: ParsedDate, local: datetime, zone: tzinfo | None) -> bool:
    """Tell whether *answer* is the moment *local* in the date's zone.

    A date without a zone has no other meaning than what the generator gives it, be it UTC,
    the site's zone or the machine's. Fractions of a second are cut off by some and count
    for none.
    """
    if outcome.zone is not None and not outcome.zone.known:
        return True
    if answer.instant is None:
        return answer.local is not None and _same(answer.local, local) and outcome.zone is None
    zones = [outcome.zone.tzinfo] if outcome.zone else [UTC, zone]
    try:
        return any(
            _same(answer.instant, local.replace(tzinfo=each).astimezone(UTC))
            for each in zones
            if each is not None
        )
    except OverflowError:
        return False


def _same(one: datetime, other: datetime) -> bool:
    return abs(one - other) <= timedelta(seconds=1)  # a leap second is the one before or after


def at(local: datetime, zone: tzinfo | None) -> Answer:
    """Return the answer of a clock's time in *zone*, None being the machine's."""
    if zone is None:
        return Answer(local=local)
    try:
        return Answer(local.replace(tzinfo=zone).astimezone(UTC))
    except OverflowError:
        return Answer()


def offset_by(local: datetime, offset: timedelta) -> Answer | None:
    """Return the answer of a clock's time at *offset* from UTC; None beyond the year 9999."""
    try:
        return Answer((local - offset).replace(tzinfo=UTC))
    except OverflowError:
        return None


def as_understood(outcome: ParsedDate, zone: tzinfo | None) -> Answer:
    """Return the answer of a reader that reads *outcome* as we do, *zone* where it has none."""
    instant = outcome.instant(zone)
    if instant is None and outcome.zone is None:
        return Answer(local=outcome.local)
    return Answer(instant)


def quoted(text: str, written: Written) -> str:
    """Return *text* as a string of the front matter's format."""
    match written.format:
        case Format.JSON | Format.TOML:
            return f'"{text}"'
        case Format.YAML:
            return f"'{text}'"
        case _:
            return text


def plain(text: str, written: Written) -> str:
    """Return *text* as the format's own date: bare, save in JSON, which has none."""
    return quoted(text, written) if written.format is Format.JSON else text
