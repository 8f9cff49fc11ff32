from articlelint import (
    INFO,
    UNSAFE,
    Article,
    Findings,
    Fix,
    Link,
    Rule,
    Span,
    host_of,
    is_private_host,
    on,
    scheme_of,
)


class InsecureUrl(Rule):
    """A link leads to an unencrypted address."""

    name = "links/insecure-url"
    severity = INFO
    default = False
    fixable = UNSAFE

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        if scheme_of(link.url) != "http":
            return
        host = host_of(link.url)
        if "." not in host or is_private_host(host) or f"{host}:" in link.url.lower():
            return
        start = link.span.start
        scheme = Span(start, start + 4)
        verbatim = scheme.of(article.text).lower() == "http"
        yield self.diagnostic(
            link.span,
            f"The link to `{host}` is not encrypted",
            fix=Fix.unsafe("Write `https`", (scheme, "https")) if verbatim else None,
        )
