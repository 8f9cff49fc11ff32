import re
from urllib.parse import unquote

from articlelint import WARNING, Article, Findings, Image, Rule, host_of, on, regex
from articlelint_rules.images._urls import is_one_of, shortened

_INNER = regex(r"[/?=&](?P<url>https?(?::/{1,2}|%3A%2F%2F).+)", re.IGNORECASE)


class ProxiedUrl(Rule):
    """An image is loaded through somebody else's proxy."""

    name = "images/proxied-url"
    severity = WARNING
    default = False

    hosts: tuple[str, ...] = (
        "allorigins.win", "codetabs.com", "cors-anywhere.com", "cors.bridged.cc", "cors.eu.org",
        "cors.io", "cors.sh", "corsproxy.io", "crossorigin.me", "external-content.duckduckgo.com",
        "fly.dev", "herokuapp.com", "ibruce.info", "image.baidu.com", "images.duckduckgo.com",
        "images.weserv.nl", "netlify.app", "onrender.com", "pages.dev", "thingproxy.freeboard.io",
        "vercel.app", "workers.dev", "wsrv.nl", "yacdn.org",
    )  # fmt: skip
    """The proxies, including their subdomains, whose addresses contain another one."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        host = host_of(image.url)
        if not host or not is_one_of(host, self.hosts):
            return
        inner = _INNER.search(image.url, image.url.find(host) + len(host))
        if inner is not None:
            origin = unquote(inner["url"]) if "%3A" in inner["url"].upper() else inner["url"]
            yield self.diagnostic(
                image.span,
                f"`{host}` only forwards `{shortened(origin)}`",
                hint="Publish the file with the article, or use its own address",
            )
