"""What a date says about an article."""

from __future__ import annotations

from enum import StrEnum


class DateRole(StrEnum):
    """What a front-matter date says about the article."""

    PUBLISHED = "published"
    UPDATED = "updated"
    SCHEDULED = "scheduled"  # not shown before
    EXPIRES = "expires"  # not shown after
