import re

from articlelint import (
    ERROR,
    WARNING,
    Article,
    Findings,
    Link,
    Rule,
    host_of,
    is_private_host,
    on,
    regex,
    scheme_of,
)

_ON_DISK = regex(
    r"file:/|[A-Za-z]:(?:[\\/]|%5C)|\\\\[\w.-]+\\"
    r"|/(?:Users|home)/[^/]+/(?:Desktop|Documents|Downloads|Dropbox|Library|Projects?|code|dev|git"
    r"|repos?|src|workspace|\.[a-z]+)/"
    r"|/(?:private/)?var/folders/",
    re.IGNORECASE,
)
_PORT = regex(r"//[^/?#]*?(:\d+)(?=[/?#]|\Z)")


_DEVELOPMENT = frozenset(
    {":1111", ":1313", ":3000", ":4000", ":4321", ":5173", ":8000", ":8080"}
)  # fmt: skip
"""The ports at which generators show a site to its author; others are another program's."""


class MachineTarget(Rule):
    """A link leads to the author's own machine or network."""

    name = "links/machine-target"
    severity = ERROR

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        if link.based:
            return
        if _ON_DISK.match(link.url):
            yield self.diagnostic(
                link.span,
                f"`{link.url}` is a file on the author's machine",
                hint="Put the file into the site and link it there",
            )
        elif scheme_of(link.url) in {"http", "https"}:
            host = host_of(link.url)
            if is_private_host(host) and not _is_subject(article, link, host):
                yield self.diagnostic(
                    link.span,
                    f"`{host}` is the author's own machine or network",
                    hint="Write the public address",
                    severity=WARNING,
                )


def _is_subject(article: Article, link: Link, host: str) -> bool:
    """Tell whether the article speaks of that host: a tutorial whose readers have it too."""
    if link.place in {"autolink", "bare"} or host in link.text:
        return True
    port = _PORT.search(link.url)
    if port and host == "localhost" and port[1] not in _DEVELOPMENT:
        return True
    if port and link.url[port.end() :] in {"", "/"}:
        return True  # "look at the preview": what the reader has made runs there
    named = host + (port[1] if port else "")
    targets = sum(
        named in each.span.of(article.text) for each in article.links if each.place != "bare"
    )
    return article.text.count(named) > targets
