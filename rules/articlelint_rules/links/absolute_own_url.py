"""links/absolute-own-url."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from articlelint import Applicability, Edit, Fix, Rule, Severity, Span
from articlelint.text.regex import regex
from articlelint.urls.flaws import host_of, scheme_of
from articlelint_rules.links._targets import written_targets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint import Article, Diagnostic

_ORIGIN = regex(r"https?://[^/?#]*", re.IGNORECASE)
_EXAMPLES = regex(r"(?:www\.)?example\.(?:com|net|org)|localhost")


class AbsoluteOwnUrl(Rule):
    """A link to the site's own page is written with the site's address."""

    name = "links/absolute-own-url"
    severity = Severity.INFO
    default = False
    fixable = Applicability.UNSAFE

    def check(self, article: Article) -> Iterator[Diagnostic]:
        """Yield one diagnostic for each link to the host of the configured base URL."""
        settings = article.site.settings
        base = urlsplit(settings.base_url or "")
        own = base.netloc.lower()
        if not own or base.scheme not in {"http", "https"} or _EXAMPLES.fullmatch(own):
            return
        for link in written_targets(article):
            # What the reader sees is the address itself, which has to be whole.
            if link.place in {"autolink", "bare"}:
                continue
            if scheme_of(link.url) not in {"http", "https"}:
                continue
            origin = _ORIGIN.match(link.url)
            if origin is None or host_of(link.url) != host_of(f"//{own}"):
                continue
            rest = link.url[origin.end() :]
            if not f"{rest}/".startswith(settings.base_path) or origin[0].lower() not in {
                f"http://{own}", f"https://{own}"
            }:  # fmt: skip
                continue
            place = Span(link.span.start, link.span.start + origin.end())
            verbatim = place.of(article.text) == origin[0] and rest.startswith("/")
            yield self.diagnostic(
                link.span,
                f"`{own}` is this site, so the link can do without its address",
                fix=Fix.unsafe(f"Delete `{origin[0]}`", Edit.delete(place)) if verbatim else None,
            )
