import re
from urllib.parse import urlsplit

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
    on,
    regex,
    scheme_of,
)

_ORIGIN = regex(r"https?://[^/?#]*", re.IGNORECASE)
_EXAMPLES = regex(r"(?:www\.)?example\.(?:com|net|org)|localhost")


class AbsoluteOwnUrl(Rule):
    """A link to one of the site's own pages contains the site's address."""

    name = "links/absolute-own-url"
    severity = INFO
    default = False
    fixable = UNSAFE

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        settings = article.site.settings
        base = urlsplit(settings.base_url or "")
        own = base.netloc.lower()
        if not own or base.scheme not in {"http", "https"} or _EXAMPLES.fullmatch(own):
            return
        # What the reader sees is the address itself, which has to be whole.
        if link.place in {"autolink", "bare"}:
            return
        if scheme_of(link.url) not in {"http", "https"}:
            return
        origin = _ORIGIN.match(link.url)
        if origin is None or host_of(link.url) != host_of(f"//{own}"):
            return
        rest = link.url[origin.end() :]
        if not f"{rest}/".startswith(settings.base_path) or origin[0].lower() not in {
            f"http://{own}", f"https://{own}"
        }:  # fmt: skip
            return
        place = Span(link.span.start, link.span.start + origin.end())
        verbatim = place.of(article.text) == origin[0] and rest.startswith("/")
        yield self.diagnostic(
            link.span,
            f"`{own}` is this site, so the link does not need its address",
            fix=Fix.unsafe(f"Delete `{origin[0]}`", (place, "")) if verbatim else None,
        )
