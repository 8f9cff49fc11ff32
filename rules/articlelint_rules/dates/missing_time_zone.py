from articlelint import UNSAFE, WARNING, Article, ArticleDate, Findings, Fix, Rule, on


class MissingTimeZone(Rule):
    """A time has no time zone and is read in a different zone than the site's."""

    name = "dates/missing-time-zone"
    severity = WARNING
    fixable = UNSAFE

    always: bool = False
    """Whether every time must have a zone, even if the generator uses the site's own."""

    @on.moment()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        if not date.parsed.has_time or date.parsed.zone is not None:
            return
        if not self.always and (date.zone is None or date.reader.uses_site_zone):
            return
        message = self._message(date)
        if message is not None:
            hint = "Add the zone as a number"
            yield self.diagnostic(date.text_span, message, hint=hint, fix=_fix(date), cause="zone")

    def _message(self, date: ArticleDate) -> str | None:
        instant = date.reading.instant
        if not date.reading.is_right:
            return None
        if date.zone is not None and instant is not None:
            meant = date.parsed.local.replace(tzinfo=date.zone)
            if meant != instant:
                shown = instant.astimezone(date.zone)
                return (
                    f"`{date.text}` has no time zone; {date.reader.title} reads it as UTC, "
                    f"which is {shown:%Y-%m-%d %H:%M} in the site's zone"
                )
        is_asked = self.always and date.reader.documents_zones
        return f"`{date.text}` has no time zone" if is_asked else None


def _fix(date: ArticleDate) -> Fix | None:
    """Return the fix that adds the site's offset at that time."""
    offset = date.parsed.local.replace(tzinfo=date.zone).utcoffset()
    text = None if offset is None else date.canonical_with(offset)
    if text is None:
        return None
    return Fix.unsafe(f"Write `{text}`, in the site's zone", (date.span, text))
