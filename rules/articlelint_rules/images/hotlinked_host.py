import re

from articlelint import WARNING, Article, Depends, Findings, Image, Rule, host_of, on, regex
from articlelint_rules.images._machine import machine_of
from articlelint_rules.images._urls import is_one_of

_NO_REFERRER = regex(r"<meta\b[^<>]*\bno-referrer\b", re.IGNORECASE)


class HotlinkedHost(Rule):
    """An image comes from a host that does not serve it to other sites."""

    name = "images/hotlinked-host"
    severity = WARNING
    depends = Depends.DISK

    deny: tuple[str, ...] = (
        "cdninstagram.com", "doubanio.com", "fbcdn.net", "hdslb.com", "i-blog.csdnimg.cn",
        "i.pximg.net", "img-blog.csdnimg.cn", "mmbiz.qlogo.cn", "mmbiz.qpic.cn", "sinaimg.cn",
        "upload-images.jianshu.io",
    )  # fmt: skip
    """The hosts, including their subdomains, that images must not come from."""

    allow: tuple[str, ...] = ()
    """The only hosts, including their subdomains, that images may come from; if empty, any host."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        own = host_of(article.site.settings.base_url or "")
        host = host_of(image.url)
        if not host or host == own or machine_of(image.url) or is_one_of(host, self.allow):
            return
        service = next((each for each in self.deny if is_one_of(host, (each,))), None)
        if service is not None:
            if not _sends_no_referrer(image, article):
                yield self.diagnostic(
                    image.span,
                    f"`{host}` refuses to serve its images to other sites",
                    hint="Publish the file with the article",
                    cause=service,
                )
        elif self.allow:
            yield self.diagnostic(
                image.span,
                f"Images may not come from `{host}`",
                hint="Publish the file with the article",
            )


def _sends_no_referrer(image: Image, article: Article) -> bool:
    """Tell whether the image, the page or a layout of the site keeps from the host who asks."""
    if image.html is not None and image.html.get("referrerpolicy") == "no-referrer":
        return True
    return _NO_REFERRER.search(article.text) is not None or article.site.is_read_by_layouts(
        "no-referrer"
    )
