from articlelint import ERROR, Article, Findings, Rule


class UndecodableBytes(Rule):
    """The file is not UTF-8."""

    name = "text/undecodable-bytes"
    severity = ERROR
    reads_undecodable = True

    def check(self, article: Article) -> Findings:
        spans = article.source.undecodable
        if not spans:
            return
        count = sum(span.length for span in spans)
        many = f" ({count} in all)" if count > 1 else ""
        guess = article.source.encoding_guess
        if guess is not None:
            message = f"The file is {guess}, not UTF-8"
        elif "\0" in article.text:
            message = f"A byte that is not UTF-8{many}; this looks like a binary file"
        else:
            message = f"A byte that is not UTF-8{many}"
        yield self.diagnostic(
            spans[0], message, hint="Save the file as UTF-8; nothing else in it was checked"
        )
