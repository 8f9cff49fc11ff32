import re

from articlelint import (
    UNSAFE,
    WARNING,
    Article,
    Element,
    Findings,
    Fix,
    Image,
    Rule,
    host_of,
    on,
    regex,
)

_HIDDEN = regex(r"(?:width|height)\s*:\s*[01](?:px)?\s*(?:;|$)|display\s*:\s*none", re.IGNORECASE)
_TINY = frozenset({"0", "1", "0px", "1px"})


class TrackingPixel(Rule):
    """An image shows nothing and only counts readers."""

    name = "images/tracking-pixel"
    severity = WARNING
    default = False
    fixable = UNSAFE

    addresses: tuple[str, ...] = (
        "ad.doubleclick.net/", "b.scorecardresearch.com/", "bat.bing.com/", "beacon.krxd.net/",
        "feedads.g.doubleclick.net/", "feeds.feedburner.com/~", "ga-beacon.appspot.com/",
        "googleads.g.doubleclick.net/", "hm.baidu.com/", "medium.com/_/stat",
        "pixel.quantserve.com/", "pixel.wp.com/", "sb.scorecardresearch.com/",
        "stats.wordpress.com/", "www.facebook.com/tr", "www.google-analytics.com/",
    )  # fmt: skip
    """How the addresses of counters begin, without their scheme."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        own = host_of(article.site.settings.base_url or "")
        host = host_of(image.url)
        if not host or host == own or image.place not in {"", "src"}:
            return
        address = image.url.partition("//")[2]
        if address.startswith(self.addresses):
            message = f"The image counts readers for `{host}`"
        elif image.html is not None and _is_invisible(image.html):
            message = f"Readers do not see this image: it tells `{host}` who reads the article"
        else:
            return
        yield self.diagnostic(
            image.element,
            message,
            fix=Fix.unsafe("Delete the image", (image.element, "")),
        )


def _is_invisible(element: Element) -> bool:
    sizes = {(element.get(name) or "").strip() for name in ("width", "height")}
    if sizes <= _TINY:
        return True
    return len(_HIDDEN.findall(element.get("style") or "")) > 1
