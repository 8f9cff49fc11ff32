from collections.abc import Iterator

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Depends,
    Findings,
    Fix,
    Image,
    Request,
    Rule,
    Span,
    on,
    request_url,
    scheme_of,
)
from articlelint_rules.images._machine import machine_of


class InsecureUrl(Rule):
    """An image is loaded over `http:`."""

    name = "images/insecure-url"
    severity = WARNING
    default = False
    fixable = SAFE
    depends = Depends.NET

    def requests(self, article: Article) -> Iterator[Request]:
        for image in filter(_is_insecure, article.image_urls):
            yield Request(image.url, image=True)
            yield Request(_secure(image.url), image=True)

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        if not _is_insecure(image):
            return
        scheme = Span(image.span.start, image.span.start + 4)
        is_exact = scheme.of(article.text).lower() == "http"
        make = Fix.safe if _is_proven(article, image.url) else Fix.unsafe
        yield self.diagnostic(
            image.span,
            "The image is loaded over `http:`, which browsers upgrade or block on a secure page",
            fix=make("Write `https:`", (scheme, "https")) if is_exact else None,
        )


def _is_insecure(image: Image) -> bool:
    return scheme_of(image.url) == "http" and not machine_of(image.url)


def _secure(url: str) -> str:
    return f"https{url[4:]}"


def _is_proven(article: Article, url: str) -> bool:
    """Tell whether the host was seen to serve the same image by `https:`."""
    if article.answers is None:
        return False
    plain, secure = article.answers.of(url), article.answers.of(_secure(url))
    if plain is None or secure is None or not (plain.is_fine and secure.is_fine):
        return False
    if plain.moved and request_url(plain.moved) == request_url(_secure(url)):
        return True
    same = (plain.head, plain.length) == (secure.head, secure.length)
    return same and bool(plain.head and plain.length)
