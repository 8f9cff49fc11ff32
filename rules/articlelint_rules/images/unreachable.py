from collections.abc import Iterable, Iterator
from pathlib import Path

from articlelint import (
    ERROR,
    Answer,
    Article,
    Depends,
    Diagnostic,
    Image,
    Request,
    SiteRule,
    Unanswered,
    explain,
    is_within,
    kind_of,
    suppressor,
    told_once,
    weight,
)
from articlelint_rules.images._urls import is_remote

_SIGNED = frozenset({"avif", "bmp", "gif", "jpeg", "png", "webp"})
"""Formats that are known by their first bytes without fail."""

_OTHERS = ("text/", "application/json", "application/xml", "application/pdf", "application/zip")
_KINDS = frozenset({"html", "lfs", "pdf"})
_HOTLINKING = "Hosts do this to stop other sites (hotlinking); put the image into your own site"


class Unreachable(SiteRule):
    """An image does not exist, or is not an image."""

    name = "images/unreachable"
    severity = ERROR
    online = True
    depends = Depends.SITE | Depends.NET

    def requests(self, article: Article) -> Iterator[Request]:
        for image in _remote_images(article):
            yield Request(image.url, image=True)

    def facts(self, article: Article) -> Iterator[Unanswered]:
        if article.answers is None:
            return
        is_suppressed = suppressor(article, self.name)
        for image in _remote_images(article):
            answer = article.answers.of(image.url)
            if answer is not None and (not answer.is_fine or _instead(answer)):
                yield Unanswered(image.span, answer, is_suppressed(image.span))

    def key(self, fact: Unanswered) -> str:
        return fact.answer.host

    def check_site(self, facts: Iterable[tuple[Path, object]]) -> Iterator[tuple[Path, Diagnostic]]:
        for path, place, others in told_once(facts):
            answer = place.answer
            instead = _instead(answer) if answer.is_fine else None
            if instead:
                message = f"`{answer.host}` answers with {instead} instead of the image"
                hint = _HOTLINKING if instead == "a web page" else None
                yield path, self.diagnostic(place.span, message, hint=hint)
                continue
            severity = min(self.severity, weight(answer), key=lambda each: each.rank)
            message, cause = f"{explain(answer)}{others}", answer.final or None
            yield path, self.diagnostic(place.span, message, severity=severity, cause=cause)


def _remote_images(article: Article) -> Iterator[Image]:
    for image in article.image_urls:
        if is_remote(image.url) and not is_within(image.url, article.site.settings.base_url):
            yield image


def _instead(answer: Answer) -> str | None:
    """Return what a host sent that is no image; None where it is one, as far as can be seen."""
    if answer.length == 0:
        return "nothing"
    said = answer.content_type
    kind = None if answer.encoded else kind_of(answer.head)
    if kind == "html" or (kind is None and said in {"text/html", "application/xhtml+xml"}):
        return "a web page"
    if kind in _KINDS or (kind is None and said.startswith(_OTHERS)):
        return f"`{said}`" if said else f"a file of another kind ({kind})"
    claimed = said.removeprefix("image/").replace("jpg", "jpeg")
    if answer.head and kind is None and not answer.encoded and claimed in _SIGNED:
        return f"bytes that are not {claimed.upper()}"
    return None
