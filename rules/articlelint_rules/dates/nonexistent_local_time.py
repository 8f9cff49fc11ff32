from datetime import UTC, datetime, tzinfo

from articlelint import WARNING, Article, Findings, ParsedDate, Rule
from articlelint_rules.dates._moments import front_matter_dates


class NonexistentLocalTime(Rule):
    """A time was skipped, or came twice, when the clocks of its zone were changed."""

    name = "dates/nonexistent-local-time"
    severity = WARNING

    def check(self, article: Article) -> Findings:
        for date in front_matter_dates(article):
            parsed = date.parsed
            if parsed is None or not parsed.has_time:
                continue
            zone = parsed.zone.region if parsed.zone else date.zone
            if zone is None or zone is UTC:
                continue
            local = parsed.local.replace(tzinfo=zone)
            if local.utcoffset() == local.replace(fold=1).utcoffset():
                continue
            if parsed.zone is None and not _is_read_in(zone, date.reading.instant, parsed):
                continue
            clock = f"{parsed.local:%H:%M}"
            if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != parsed.local:
                message = f"{clock} did not exist on {parsed.local:%Y-%m-%d} in {zone}"
                hint = "The clocks were put forward; write the time before or after"
            else:
                message = f"{clock} came twice on {parsed.local:%Y-%m-%d} in {zone}"
                hint = "The clocks were put back; write a time that came once"
            yield self.diagnostic(date.text_span, message, hint=hint)


def _is_read_in(zone: tzinfo | None, instant: datetime | None, parsed: ParsedDate) -> bool:
    """Tell whether *instant*, the generator's, is the clock's time of *parsed* in *zone*."""
    if zone is None or instant is None:
        return False
    local = parsed.local
    return instant in {local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
