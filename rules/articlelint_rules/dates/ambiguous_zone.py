from articlelint import (
    PLACES,
    UNSAFE,
    WARNING,
    Article,
    ArticleDate,
    Edit,
    Findings,
    Fix,
    ParsedDate,
    Rule,
    offset_text,
)


class AmbiguousZone(Rule):
    """A date's time zone has a name that stands for several zones."""

    name = "dates/ambiguous-zone"
    severity = WARNING
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for date in article.dates:
            parsed = date.parsed
            if parsed is None or parsed.zone is None or not parsed.zone.ambiguous:
                continue
            name = parsed.zone.name
            readings = ", ".join(
                f"{offset_text(offset)} in {place}"
                for offset, place in zip(parsed.zone.candidates, PLACES[name.upper()], strict=True)
            )
            yield self.diagnostic(
                date.locate(parsed.zone_span),
                f"`{name}` is {readings}",
                hint="Write the zone as a number, such as `+08:00`",
                fix=_fix(date, parsed),
            )


def _fix(date: ArticleDate, parsed: ParsedDate) -> Fix | None:
    """Return the fix where the site's own zone has one of the offsets on that day."""
    span = date.locate(parsed.zone_span)
    if date.zone is None or parsed.zone is None or span == date.text_span:
        return None
    offset = parsed.local.replace(tzinfo=date.zone).utcoffset()
    if offset is None or offset not in parsed.zone.candidates:
        return None
    text = offset_text(offset, "")
    return Fix.unsafe(f"Write {text}, the site's zone", Edit(span, text))
