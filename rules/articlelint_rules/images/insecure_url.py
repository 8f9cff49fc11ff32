from collections.abc import Iterator

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Image,
    Request,
    Rule,
    Span,
    request_url,
    scheme_of,
)
from articlelint_rules.images._machine import machine_of
from articlelint_rules.images._urls import known_images


class InsecureUrl(Rule):
    """An image comes over `http:`."""

    name = "images/insecure-url"
    severity = WARNING
    fixable = SAFE

    def requests(self, article: Article) -> Iterator[Request]:
        for image in _insecure_images(article):
            yield Request(image.url, image=True)
            yield Request(_secure(image.url), image=True)

    def check(self, article: Article) -> Findings:
        for image in _insecure_images(article):
            scheme = Span(image.span.start, image.span.start + 4)
            is_exact = scheme.of(article.text).lower() == "http"
            make = Fix.safe if _is_proven(article, image.url) else Fix.unsafe
            yield self.diagnostic(
                image.span,
                "The image comes over `http:`, which browsers replace or refuse in a secure page",
                fix=make("Write `https:`", Edit(scheme, "https")) if is_exact else None,
            )


def _insecure_images(article: Article) -> Iterator[Image]:
    for image in known_images(article):
        if scheme_of(image.url) == "http" and not machine_of(image.url):
            yield image


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
