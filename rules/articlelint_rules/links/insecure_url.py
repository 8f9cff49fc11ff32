from articlelint import (
    INFO,
    UNSAFE,
    Article,
    Edit,
    Findings,
    Fix,
    Rule,
    Span,
    host_of,
    is_private_host,
    scheme_of,
)
from articlelint_rules.links._targets import written_targets


class InsecureUrl(Rule):
    """A link leads to an address that is not encrypted."""

    name = "links/insecure-url"
    severity = INFO
    default = False
    fixable = UNSAFE

    def check(self, article: Article) -> Findings:
        for link in written_targets(article):
            if scheme_of(link.url) != "http":
                continue
            host = host_of(link.url)
            if "." not in host or is_private_host(host) or f"{host}:" in link.url.lower():
                continue
            start = link.span.start
            scheme = Span(start, start + 4)
            verbatim = scheme.of(article.text).lower() == "http"
            yield self.diagnostic(
                link.span,
                f"`{host}` is asked without encryption",
                fix=Fix.unsafe("Write `https`", Edit(scheme, "https")) if verbatim else None,
            )
