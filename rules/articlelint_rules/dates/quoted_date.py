from articlelint import (
    ERROR,
    INFO,
    SAFE,
    Article,
    ArticleDate,
    Findings,
    Fix,
    Form,
    Format,
    Origin,
    Rule,
    on,
    regex,
)


class QuotedDate(Rule):
    """A date is in quotes, but the generator needs a date rather than a text."""

    name = "dates/quoted-date"
    severity = INFO
    fixable = SAFE

    @on.date(Origin.FRONT_MATTER)
    def check(self, date: ArticleDate, article: Article) -> Findings:
        """Yield a diagnostic for a quoted date that the format can hold as a date.

        An error where the generator cannot do with the text.
        """
        why = date.reader.why_plain(date.reading) if date.written.quoted else ""
        is_known = date.reader.reads_schema_dates or not date.by_schema
        if why and is_known and _is_better_plain(date):
            make = Fix.unsafe if date.by_schema else Fix.safe
            yield self.diagnostic(
                date.span,
                f"The quotes make the date a text: {why}",
                fix=make("Delete the quotes", (date.span, date.text)),
                severity=None if date.reading.is_right else ERROR,
            )


def _is_better_plain(date: ArticleDate) -> bool:
    """Tell whether *date*, without its quotes, would be read as documented, and not otherwise."""
    parsed, written = date.parsed, date.written
    if parsed.form is not Form.ISO or not parsed.padded or not parsed.day:
        return False
    if written.format is Format.TOML and not _TOML_DATE.fullmatch(date.text):
        return False
    if written.format not in {Format.YAML, Format.TOML} or date.source[1:-1] != date.text:
        return False
    if parsed.has_time and parsed.second is None:
        return False
    plain = date.reading_of(date.text)
    is_read = plain.is_documented and plain.instant is not None
    return is_read and date.reading.instant in {None, plain.instant}


_TOML_DATE = regex(r"\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?)?")
