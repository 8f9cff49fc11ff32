from articlelint import SAFE, WARNING, Article, Edit, Findings, Fix, Rule, Span


class ByteOrderMark(Rule):
    """The file has a byte order mark."""

    name = "text/byte-order-mark"
    severity = WARNING
    fixable = SAFE

    def check(self, article: Article) -> Findings:
        offset = article.text.find("\ufeff")
        while offset >= 0:
            span = Span(offset, offset + 1)
            message = (
                "The file begins with a byte order mark"
                if offset == 0
                else "An invisible byte order mark stands inside the text"
            )
            yield self.diagnostic(
                span, message, fix=Fix.safe("Delete the byte order mark", Edit.delete(span))
            )
            offset = article.text.find("\ufeff", offset + 1)
