"""Dates that are in quotes and should not be, or are not and should."""

from articlelint import ArticleDate, Form, Format, Origin, Verdict

_WHY = {
    "Astro": "with `z.date()` Astro takes a text for no date",
    "Material for MkDocs": "Material's blog plugin takes a text for no date, and stops the build",
    "Zola": "Zola documents dates without quotes",
    "Hexo": "Hexo takes a day in quotes for midnight in UTC, then shifts it to the site's zone",
}


def why_plain(date: ArticleDate) -> str | None:
    """Return why *date* would be better off without its quotes; None where it would not."""
    why = _WHY.get(date.reader.title)
    if why is None or date.origin is not Origin.FRONT_MATTER or not _is_better_plain(date):
        return None
    if date.by_schema and date.reader.title != "Astro":
        return None  # what a theme wants is not known
    return why


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


def needs_quotes(date: ArticleDate) -> bool:
    """Tell whether *date*, without quotes, is read wrongly and would be read right in quotes."""
    written = date.written
    if date.is_plain or date.parsed is None or date.reading.is_right:
        return False
    if written.quoted or written.format is not Format.YAML:
        return False
    quoted = date.reader.read(written._replace(quoted=True), date.outcome, date.zone)
    return quoted.verdict is Verdict.DOCUMENTED and quoted.instant is not None
