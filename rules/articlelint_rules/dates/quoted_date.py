"""dates/quoted-date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity
from articlelint.dates import Form, Origin, Verdict
from articlelint.front_matter import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic
    from articlelint.dates import ArticleDate

_WHY = {
    "astro": "with `z.date()` Astro takes a text for no date",
    "mkdocs": "Material's blog plugin takes a text for no date",
    "zola": "Zola documents dates without quotes",
    "hexo": "Hexo takes a day in quotes for midnight in UTC, then shifts it to the site's zone",
}


class QuotedDate(Rule):
    """A date stands in quotes where the generator wants a date and not a text."""

    name = "dates/quoted-date"
    severity = Severity.INFO
    fixable = Applicability.SAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield a diagnostic for each quoted date that the format can hold as a date."""
        why = _WHY.get(article.site.generator.name)
        if why is None:
            return
        for date in article.dates:
            if date.by_schema and date.reader.title != "Astro":
                continue  # what a theme wants is not known
            if date.origin is Origin.FRONT_MATTER and _is_better_plain(date):
                make = Fix.unsafe if date.by_schema else Fix.safe
                yield self.diagnostic(
                    date.span,
                    f"The date is a text because of its quotes: {why}",
                    fix=make("Delete the quotes", Edit(date.span, date.text)),
                )


def _is_better_plain(date: ArticleDate) -> bool:
    parsed, written = date.parsed, date.written
    if parsed is None or not written.quoted or parsed.form is not Form.ISO:
        return False
    if written.format not in {Format.YAML, Format.TOML} or not parsed.padded or not parsed.day:
        return False
    if date.source[1:-1] != date.text or (parsed.has_time and parsed.second is None):
        return False
    if date.reader.title == "Hexo" and date.reading.instant is not None:
        return False
    plain = date.reader.read(written._replace(quoted=False), date.outcome, date.zone)
    if plain.verdict is not Verdict.DOCUMENTED or plain.instant is None:
        return False
    return date.reading.instant in {None, plain.instant}
