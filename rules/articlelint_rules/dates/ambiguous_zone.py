from articlelint import (
    PLACES,
    UNSAFE,
    WARNING,
    Article,
    ArticleDate,
    Findings,
    Fix,
    Rule,
    offset_text,
    on,
)


class AmbiguousZone(Rule):
    """A date's time zone has a name that several zones share."""

    name = "dates/ambiguous-zone"
    severity = WARNING
    fixable = UNSAFE

    @on.date()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        zone = date.parsed.zone
        if zone is None or not zone.ambiguous:
            return
        places = zip(zone.candidates, PLACES[zone.name.upper()], strict=True)
        readings = ", ".join(f"{offset_text(offset)} in {place}" for offset, place in places)
        span = date.locate(date.parsed.zone_span)
        fix = None
        if date.zone is not None and span != date.text_span:
            offset = date.parsed.local.replace(tzinfo=date.zone).utcoffset()
            if offset is not None and offset in zone.candidates:
                text = offset_text(offset, "")
                fix = Fix.unsafe(f"Write {text}, the site's zone", (span, text))
        yield self.diagnostic(
            span,
            f"`{zone.name}` is {readings}",
            hint="Write the zone as a number, such as `+08:00`",
            fix=fix,
        )
