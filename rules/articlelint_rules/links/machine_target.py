import re

from articlelint import (
    ERROR,
    WARNING,
    Article,
    Depends,
    Findings,
    Link,
    Rule,
    host_of,
    is_private_host,
    names_a_page,
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


_DEVELOPMENT = frozenset({":1111", ":1313", ":4000", ":4321", ":5173"})
"""The ports at which generators alone show a site to its author."""
_SHARED = frozenset({":3000", ":8000", ":8080"})
"""Those at which many other programs are: the site's own generator has to show a page there."""
_OWN = frozenset({"127.0.0.1", "0.0.0.0", "localhost"})  # noqa: S104 - nothing listens here


class MachineTarget(Rule):
    """A link leads to the author's own machine or network."""

    name = "links/machine-target"
    severity = ERROR
    depends = Depends.SITE | Depends.DISK

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


def _shows_site(article: Article, port: str, path: str) -> bool:
    """Tell whether a generator shows *path* of a site at that port of the author's machine."""
    if port in _DEVELOPMENT:
        return True
    own = article.site.generator.preview_ports
    is_shown = port in _SHARED and (not own or port[1:] in own)
    return is_shown and names_a_page(path, article.site.root)


def _is_subject(article: Article, link: Link, host: str) -> bool:
    """Tell whether the article speaks of that host: a tutorial whose readers have it too."""
    if link.place in {"autolink", "bare"} or host in link.text:
        return True
    port = _PORT.search(link.url)
    if not port and host == "localhost" and link.path.rstrip("/").endswith("//localhost"):
        return True  # it stands for any address
    if port and host in _OWN and not _shows_site(article, port[1], link.path[port.end() :]):
        return True
    if port and link.url[port.end() :] in {"", "/"}:
        return True  # "look at the preview": what the reader has made runs there
    named = host + (port[1] if port else "")
    targets = sum(
        named in each.span.of(article.text) for each in article.links if each.place != "bare"
    )
    return article.text.count(named) > targets
