from articlelint import ERROR, Article, Findings, Origin, Rule

_NAMES_DATED = frozenset({"docusaurus", "jekyll"})
"""The generators that take whatever begins a file's name for its date."""


class InvalidDate(Rule):
    """A date is impossible, or no date at all."""

    name = "dates/invalid-date"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        for date in article.dates:
            unreadable = date.unreadable
            if unreadable is None or not date.is_invalid:
                continue
            message = unreadable.message
            if date.origin is Origin.FILE_NAME:
                if article.site.generator.name not in _NAMES_DATED:
                    continue
                message = f"In the file's name, `{date.text}`: {message}"
            if date.reading.consequence:
                message += f"; {date.reading.consequence}"
            yield self.diagnostic(
                date.locate(unreadable.span),
                message,
                hint=f"Write the date like {date.reader.documented}",
            )
