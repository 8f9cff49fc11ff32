"""links/insecure-url."""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.urls.flaws import host_of, scheme_of
from articlelint.urls.hosts import is_private_host
from articlelint_rules.links._targets import written_targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic


class InsecureUrl(Rule):
    """A link leads to an address that is not encrypted."""

    name = "links/insecure-url"
    severity = Severity.INFO
    default = False
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each link by `http:` to a public host's usual port."""
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
