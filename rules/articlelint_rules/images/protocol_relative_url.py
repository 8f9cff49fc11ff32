from articlelint import (
    ERROR,
    SAFE,
    WARNING,
    Article,
    Findings,
    Fix,
    Image,
    Rule,
    Span,
    host_of,
    on,
    regex,
)
from articlelint_rules.images._machine import machine_of

_HOST = regex(r"[\w-]+(?:\.[\w-]+)+")


class ProtocolRelativeUrl(Rule):
    """The address of an image begins with `//`."""

    name = "images/protocol-relative-url"
    severity = WARNING
    default = False
    fixable = SAFE

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        start = image.span.start
        if not image.url.startswith("//") or machine_of(image.url):
            return
        if not article.text.startswith("//", start):  # written as references
            return
        host = host_of(image.url)
        if _HOST.fullmatch(host):
            yield self.diagnostic(
                image.span,
                "The address has no scheme: feed readers and mails do not know what to fetch",
                fix=Fix.safe("Write `https:` before it", (Span.at(start), "https:")),
            )
        elif host:
            yield self.diagnostic(
                Span(start, start + 2 + len(host)),
                f"`//` makes `{host}` a host",
                severity=ERROR,
                fix=Fix.unsafe("Delete a slash", (Span(start, start + 1), "")),
            )
