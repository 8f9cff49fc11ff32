"""The time now, and for how long what was said because of it stays true."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from articlelint.named_tuple import NamedTuple

_DAY = timedelta(days=1)
_TICK = datetime.resolution


class Validity(NamedTuple):
    """The instants at which the same would have been said: from *since* until before *until*."""

    since: datetime | None = None
    until: datetime | None = None

    @classmethod
    def read(cls, since: str | None, until: str | None) -> Validity:
        """Return what ``texts`` made these of; raises ValueError where they are no instants."""
        return cls(
            *(each if each is None else datetime.fromisoformat(each) for each in (since, until))
        )

    def texts(self) -> tuple[str | None, str | None]:
        """Return both instants as texts."""
        since, until = (None if each is None else each.isoformat() for each in self)
        return since, until

    def holds(self, now: datetime) -> bool:
        """Tell whether *now* is among them."""
        return (self.since is None or self.since <= now) and (
            self.until is None or now < self.until
        )

    def within(self, other: Validity) -> Validity:
        """Return the instants that are among both."""
        since = [each for each in (self.since, other.since) if each is not None]
        until = [each for each in (self.until, other.until) if each is not None]
        return Validity(max(since, default=None), min(until, default=None))


class Clock:
    """A clock that stands still, and remembers what it was asked.

    Rules that ask it narrow questions (``is_past``) leave their findings true for long; the exact
    time, which ``now`` tells, is true but once.
    """

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.validity = Validity()

    @property
    def now(self) -> datetime:
        """Return the time now."""
        self._narrow(self._now, self._now + _TICK)
        return self._now

    @property
    def year(self) -> int:
        """Return the year that it is, in UTC."""
        year = self._now.astimezone(UTC).year
        self._narrow(datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC))
        return year

    def is_past(self, moment: datetime) -> bool:
        """Tell whether *moment* is over, or now."""
        past = moment <= self._now
        self._narrow(*((moment, None) if past else (None, moment)))
        return past

    def days_until(self, moment: datetime) -> int:
        """Return the number of whole days until *moment*; negative if that is past."""
        days = (moment - self._now).days
        self._narrow(moment - (days + 1) * _DAY + _TICK, moment - days * _DAY + _TICK)
        return days

    def _narrow(self, since: datetime | None, until: datetime | None) -> None:
        self.validity = self.validity.within(Validity(since, until))
