from articlelint import ERROR, Article, ArticleDate, Findings, Origin, Rule, on


class InvalidDate(Rule):
    """A date is impossible, or not a date at all."""

    name = "dates/invalid-date"
    severity = ERROR

    @on.date(*Origin, readable=False)
    def check(self, date: ArticleDate, article: Article) -> Findings:
        unreadable = date.unreadable
        if unreadable is None or not date.is_invalid:
            return
        if date.source[:1] in {"|", ">"}:  # a text, of another kind of data
            return
        message = unreadable.message
        if date.of_file_name:
            if not article.site.generator.stops_at_dated_names:
                return
            message = f"In the file name, `{date.text}`: {message}"
        if date.reading.consequence:
            message += f"; {date.reading.consequence}"
        yield self.diagnostic(
            date.locate(unreadable.span),
            message,
            hint=f"Write the date like {date.reader.documented}",
        )
