from datetime import datetime

from articlelint import UNSAFE, WARNING, Article, ArticleDate, Depends, Findings, Fix, Rule, on


class MissingTimeZone(Rule):
    """A time has no time zone and is read in a different zone than the site's."""

    name = "dates/missing-time-zone"
    severity = WARNING
    fixable = UNSAFE
    depends = Depends.CLOCK

    always: bool = False
    """Whether every time must have a zone, even if the generator uses the site's own."""

    @on.moment()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        if not date.parsed.has_time or date.parsed.zone is not None:
            return
        if not self.always and (date.zone is None or date.reader.uses_site_zone):
            return
        message = self._message(date, article)
        if message is not None:
            hint = "Add the zone as a number"
            yield self.diagnostic(date.text_span, message, hint=hint, fix=_fix(date), cause="zone")

    def _message(self, date: ArticleDate, article: Article) -> str | None:
        instant = date.reading.instant
        if not date.reading.is_right:
            return None
        if date.zone is not None and instant is not None:
            meant = date.parsed.local.replace(tzinfo=date.zone)
            shown = instant.astimezone(date.zone)
            if meant != instant and (self.always or _is_seen(meant, shown, article)):
                return (
                    f"`{date.text}` has no time zone; {date.reader.title} reads it as UTC, "
                    f"which is {shown:%Y-%m-%d %H:%M} in the site's zone"
                )
        is_asked = self.always and date.reader.documents_zones
        return f"`{date.text}` has no time zone" if is_asked else None


def _is_seen(meant: datetime, shown: datetime, article: Article) -> bool:
    """Tell whether readers see that it is another time: on another day, or still to come."""
    return meant.date() != shown.date() or not article.clock.is_past(shown)


def _fix(date: ArticleDate) -> Fix | None:
    """Return the fix that adds the site's offset at that time."""
    offset = date.parsed.local.replace(tzinfo=date.zone).utcoffset()
    text = None if offset is None else date.canonical_with(offset)
    if text is None:
        return None
    return Fix.unsafe(f"Write `{text}`, in the site's zone", (date.span, text))
