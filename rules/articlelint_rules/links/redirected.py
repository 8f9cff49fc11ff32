import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from articlelint import (
    INFO,
    SAFE,
    Answer,
    Article,
    Depends,
    Findings,
    Fix,
    Link,
    Request,
    Rule,
    Span,
    on,
    regex,
    request_url,
)
from articlelint_rules.links._online import answered_links, remote_links

_PLAIN = regex(r"https?://[\w.:-]+/[\w/.:%~?=,;@!$+&#-]*", re.ASCII)
"""URLs that mean the same in Markdown and in HTML: the address comes from a stranger."""

_DOORS = regex(r"/(?:log-?in|sign-?in|auth|consent|sso)\b", re.IGNORECASE)
_LONGEST = 100


class Redirected(Rule):
    """A link leads to a page that has moved permanently."""

    name = "links/redirected"
    severity = INFO
    fixable = SAFE
    online = True
    depends = Depends.NET

    def requests(self, article: Article) -> Iterator[Request]:
        for link in remote_links(article):
            yield Request(link.url)

    @on.view(answered_links)
    def check(self, answered: tuple[Link, Answer], article: Article) -> Findings:
        link, answer = answered
        moved = answer.moved
        if not answer.is_fine or request_url(moved) is None:
            return  # it has not moved, or to what is no address
        if _DOORS.search(urlsplit(moved).path):
            return
        asked = request_url(link.url) or ""
        shown = f"`{moved if len(moved) <= _LONGEST else moved[: _LONGEST - 1] + '…'}`"
        if _is_front(moved) and not _is_front(asked):
            yield self.diagnostic(
                link.span,
                f"The page is gone: its address leads to the home page {shown}",
                hint="Find out where its content is now",
            )
        else:
            fix = _fix(article, link, asked, moved)
            yield self.diagnostic(link.span, f"The page has moved to {shown}", fix=fix)


def _is_front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in {"", "/"} and not parts.query


def _fix(article: Article, link: Link, asked: str, moved: str) -> Fix | None:
    written = link.span.of(article.text)
    if written != link.url:
        return None
    if (
        request_url(moved) == f"https{asked[4:]}"
        and "#" not in moved
        and written[:5].lower() == "http:"
    ):
        scheme = Span(link.span.start, link.span.start + 4)
        return Fix.safe("Write `https`", (scheme, "https"))
    if not _PLAIN.fullmatch(moved):
        return None
    if link.place == "bare" and not (moved[-1].isalnum() or moved.endswith("/")):
        return None  # it would not be part of the link
    target = moved if "#" in moved or not link.fragment else f"{moved}#{link.fragment}"
    if link.html is not None:
        target = target.replace("&", "&amp;")
    return Fix.unsafe("Write the new address", (link.span, target))
