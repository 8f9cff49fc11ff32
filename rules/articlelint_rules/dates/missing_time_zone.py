from articlelint import UNSAFE, WARNING, Article, ArticleDate, Edit, Findings, Fix, Rule
from articlelint_rules.dates._moments import front_matter_dates


class MissingTimeZone(Rule):
    """A time of day has no time zone, and is read in another than the site's."""

    name = "dates/missing-time-zone"
    severity = WARNING
    fixable = UNSAFE

    always: bool = False
    """Whether every time must have a zone, also where the site's own is understood."""

    def check(self, article: Article) -> Findings:
        for date in front_matter_dates(article):
            parsed = date.parsed
            if parsed is None or not parsed.has_time or parsed.zone is not None:
                continue
            if not self.always and (date.zone is None or date.reader.uses_site_zone):
                continue
            message = self._message(date)
            if message is not None:
                yield self.diagnostic(
                    date.text_span,
                    message,
                    hint="Add the zone, as a number",
                    fix=_fix(date),
                )

    def _message(self, date: ArticleDate) -> str | None:
        parsed, instant = date.parsed, date.reading.instant
        if parsed is None or not date.reading.is_right:
            return None
        if date.zone is not None and instant is not None:
            meant = parsed.local.replace(tzinfo=date.zone)
            if meant != instant:
                shown = instant.astimezone(date.zone)
                return (
                    f"`{date.text}` has no time zone; {date.reader.title} takes it for UTC, "
                    f"which is {shown:%Y-%m-%d %H:%M} in the site's zone"
                )
        if not self.always or _never_has_zones(date):
            return None
        return f"`{date.text}` has no time zone"


def _never_has_zones(date: ArticleDate) -> bool:
    """Tell whether the generator's documented form has no place for a zone: Hexo's has none."""
    return date.reader.title == "Hexo"


def _fix(date: ArticleDate) -> Fix | None:
    """Return the fix that adds the site's offset at that time."""
    parsed = date.parsed
    if parsed is None or date.zone is None:
        return None
    offset = parsed.local.replace(tzinfo=date.zone).utcoffset()
    if offset is None:
        return None
    text = date.canonical_with(offset)
    if text is None:
        return None
    return Fix.unsafe(f"Write `{text}`, in the site's zone", Edit(date.span, text))
