"""How a generator reads a date: the shape of the tables in this folder."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import UTC
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from articlelint.dates.model import ParsedDate
from articlelint.front_matter.model import Format

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from articlelint.dates.model import Outcome


class Verdict(StrEnum):
    """What a generator makes of a date."""

    DOCUMENTED = "documented"  # a form that its documentation shows or its grammar defines
    ACCEPTED = "accepted"  # read as it is meant, in a form that is documented nowhere
    MISREAD = "misread"  # taken for another moment
    REJECTED = "rejected"  # not taken for a date at all


@dataclass(frozen=True, slots=True)
class Written:
    """A date as it stands in the front matter: *text* without its quotes, *source* with them."""

    text: str
    quoted: bool = False
    format: Format = Format.YAML
    source: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
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


class Reader(ABC):
    """One generator's way with dates."""

    title: ClassVar[str]
    sources: ClassVar[tuple[str, ...]]
    """Where the facts of this table come from."""
    documented: ClassVar[str]
    """The documented form, for a message."""
    failure: ClassVar[str]
    """What becomes of a date that the generator cannot read, a clause about ``title``."""
    default_zone: ClassVar[tzinfo | None] = UTC
    """The zone of a date without one where the site sets none; None for the machine's."""

    @abstractmethod
    def read(self, written: Written, outcome: Outcome, zone: tzinfo | None) -> Reading:
        """Return what the generator makes of *written*; *outcome* is our own reading of it.

        *zone* is the site's.
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

    def right(
        self, outcome: Outcome, zone: tzinfo | None, *, documented: bool = True
    ) -> Reading:
        """Return the reading of a date that is taken for what it says."""
        instant = outcome.instant(self.zone(zone)) if isinstance(outcome, ParsedDate) else None
        return Reading(Verdict.DOCUMENTED if documented else Verdict.ACCEPTED, instant)

    def rejected(self) -> Reading:
        """Return the reading of a text that the generator takes for no date."""
        return Reading(Verdict.REJECTED, consequence=self.failure)


def quote(text: str, written: Written) -> str:
    """Return *text* as a string of the front matter's format, in the quotes of today if any."""
    match written.format:
        case Format.JSON:
            return f'"{text}"'
        case Format.METADATA | Format.META:
            return text
        case Format.TOML:
            return f'"{text}"'
        case Format.YAML:
            return f"'{text}'"
