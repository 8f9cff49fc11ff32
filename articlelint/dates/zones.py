"""Names of time zones in dates: what they mean, and which mean several things.

Sources: RFC 822 section 5 and RFC 2822 section 4.3 for UT, GMT, EST ... PDT; the abbreviations
in use according to the tz database (IANA), for the others.
"""

from __future__ import annotations

from datetime import UTC, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from articlelint.dates.model import Zone
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from datetime import tzinfo

_OFFSET = regex(r"(?:UTC|GMT|UT)?[ ]?([+-])([0-9]{1,2})(?::?([0-9]{2}))?(?::?([0-9]{2}))?")
_REGION = regex(r"[A-Z][A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+")
MAX_OFFSET = timedelta(hours=18)
"""No zone ever was further from UTC than sixteen hours; Java's limit leaves room."""

_HOURS: dict[str, tuple[float, ...]] = {
    "Z": (0,),
    "UTC": (0,),
    "GMT": (0,),
    "UT": (0,),
    "WET": (0,),
    "WEST": (1,),
    "CET": (1,),
    "MEZ": (1,),
    "CEST": (2,),
    "MESZ": (2,),
    "EET": (2,),
    "EEST": (3,),
    "MSK": (3,),
    "MSD": (4,),
    "SAST": (2,),
    "CAT": (2,),
    "EAT": (3,),
    "WAT": (1,),
    "PKT": (5,),
    "NPT": (5.75,),
    "ICT": (7,),
    "WIB": (7,),
    "WITA": (8,),
    "WIT": (9,),
    "HKT": (8,),
    "SGT": (8,),
    "PHT": (8,),
    "AWST": (8,),
    "JST": (9,),
    "KST": (9,),
    "ACST": (9.5,),
    "ACDT": (10.5,),
    "AEST": (10,),
    "AEDT": (11,),
    "NZST": (12,),
    "NZDT": (13,),
    "EST": (-5,),
    "EDT": (-4,),
    "CDT": (-5,),
    "MST": (-7,),
    "MDT": (-6,),
    "PST": (-8,),
    "PDT": (-7,),
    "AKST": (-9,),
    "AKDT": (-8,),
    "HST": (-10,),
    "NST": (-3.5,),
    "NDT": (-2.5,),
    "ADT": (-3,),
    "BRT": (-3,),
    "ART": (-3,),
    "CLT": (-4,),
    "COT": (-5,),
    "PET": (-5,),
    # Names that several countries use for different offsets, the one of RFC 822 first.
    "CST": (-6, 8, -5),
    "IST": (5.5, 2, 1),
    "BST": (1, 6, 11),
    "AST": (-4, 3),
    "GST": (4, -2),
    "SST": (-11, 8),
    "ECT": (-5, 1),
    "AMT": (-4, 4),
    "LHST": (10.5, 11),
    "WST": (8, 13),
}
PLACES: dict[str, tuple[str, ...]] = {
    "CST": ("North America", "China", "Cuba"),
    "IST": ("India", "Israel", "Ireland"),
    "BST": ("Britain in summer", "Bangladesh", "Bougainville"),
    "AST": ("Atlantic Canada", "Arabia"),
    "GST": ("the Gulf", "South Georgia"),
    "SST": ("Samoa", "Singapore"),
    "ECT": ("Ecuador", "Central Europe"),
    "AMT": ("the Amazon", "Armenia"),
    "LHST": ("Lord Howe Island in winter", "Lord Howe Island in summer"),
    "WST": ("Western Australia", "West Samoa"),
}
"""The places where an ambiguous time zone name is used, one for each of its offsets."""

UTC_NAMES = frozenset({"Z", "UTC", "GMT", "UT"})
RFC822_NAMES = frozenset("UT GMT Z EST EDT CST CDT MST MDT PST PDT UTC".split())


def offset_text(offset: timedelta, colon: str = ":") -> str:
    """Return *offset* as ``+08:00``, with seconds only if it has any."""
    seconds = int(offset.total_seconds())
    sign = "-" if seconds < 0 else "+"
    hours, rest = divmod(abs(seconds), 3600)
    text = f"{sign}{hours:02}{colon}{rest // 60:02}"
    return f"{text}{colon}{rest % 60:02}" if rest % 60 else text


@lru_cache(maxsize=4096)
def read_zone(text: str) -> Zone | None:
    """Return the zone that *text* names; None where it cannot be one."""
    if text in {"Z", "z"}:
        return Zone(timedelta(0), text)
    match = _OFFSET.fullmatch(text)
    if match:
        return _offset_zone(match, text)
    hours = _HOURS.get(text.upper())
    if hours is not None:
        candidates = tuple(timedelta(hours=hour) for hour in hours)
        return Zone(candidates[0] if len(candidates) == 1 else None, text, candidates)
    if _REGION.fullmatch(text):
        region = region_named(text)
        if region is not None:
            return Zone(None, text, region=region)
    return None


def _offset_zone(match: re.Match[str], text: str) -> Zone | None:
    sign, hours, minutes, seconds = match.groups()
    offset = timedelta(hours=int(hours), minutes=int(minutes or 0), seconds=int(seconds or 0))
    if int(minutes or 0) > 59 or int(seconds or 0) > 59 or offset > MAX_OFFSET:
        return None
    return Zone(-offset if sign == "-" else offset, "" if text[0] in "+-" else text[:3].upper())


def region_named(name: str) -> tzinfo | None:
    """Return the zone of the tz database with this name; None where there is none."""
    if name in UTC_NAMES:
        return UTC
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None
