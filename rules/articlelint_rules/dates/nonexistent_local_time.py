from datetime import UTC

from articlelint import WARNING, Article, ArticleDate, Findings, Rule, on


class NonexistentLocalTime(Rule):
    """A time was skipped, or occurred twice, when the clocks in its zone changed."""

    name = "dates/nonexistent-local-time"
    severity = WARNING

    @on.moment()
    def check(self, date: ArticleDate, article: Article) -> Findings:
        parsed = date.parsed
        zone = parsed.zone.region if parsed.zone else date.zone
        if zone is None or zone is UTC or not parsed.has_time:
            return
        first = parsed.local.replace(tzinfo=zone)
        second = first.replace(fold=1)
        if first.utcoffset() == second.utcoffset():
            return
        moments = {first.astimezone(UTC), second.astimezone(UTC)}
        if parsed.zone is None and date.reading.instant not in moments:
            return  # the generator reads it in another zone
        if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != parsed.local:
            what, put = "did not exist", "forward; write a time before or after the change"
        else:
            what, put = "occurred twice", "back; write a time that occurred only once"
        message = f"{parsed.local:%H:%M} {what} on {parsed.local:%Y-%m-%d} in {zone}"
        yield self.diagnostic(date.text_span, message, hint=f"The clocks went {put}")
