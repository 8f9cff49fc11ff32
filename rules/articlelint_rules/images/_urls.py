"""What the rules about an image's URL have in common."""

import re
from collections.abc import Iterable

from articlelint import (
    INTRASITE,
    Article,
    Edit,
    Image,
    ImageOrigin,
    UrlFlaw,
    UrlProblem,
    host_of,
    problems_of_url,
    regex,
    unescape,
)
from articlelint_rules.images._machine import machine_of

_PLAIN = regex(r"[\w/.:%~?=,;@!$+-]+", re.ASCII)


def is_remote(url: str) -> bool:
    """Tell whether *url* names a host."""
    return host_of(url) != ""


def is_one_of(host: str, hosts: Iterable[str]) -> bool:
    """Tell whether *host* is one of *hosts* or a subdomain of one."""
    return any(host == known or host.endswith(f".{known}") for known in hosts)


def problems(article: Article, image: Image, *flaws: UrlFlaw) -> tuple[UrlProblem, ...]:
    """Return what is wrong with an image's URL in one of the ways of *flaws*.

    Nothing where another rule says it better: a path of a machine, embedded data. The name of a
    file in front matter or a template tag is no URL yet, and need not be encoded.
    """
    url = image.url
    if machine_of(url):
        return ()
    is_name = image.origin not in {ImageOrigin.MARKDOWN, ImageOrigin.HTML} and not is_remote(url)
    prefix = INTRASITE.match(url)
    start = prefix.end() if prefix else 0
    return tuple(
        problem
        for problem in problems_of_url(url, names_file=True)
        if problem.flaw in flaws
        and problem.start >= start
        and not (is_name and problem.flaw is UrlFlaw.UNENCODED)
        and not (problem.flaw is UrlFlaw.LEFTOVER and "%7" in url + image.span.of(article.text))
        and image.span.of(article.text)
    )


def rewritten(article: Article, image: Image, url: str) -> Edit | None:
    """Return the edit that puts *url* in the place of the image's; None where none is sure."""
    written = image.span.of(article.text)
    if written != image.url:
        from html import unescape as unescape_html  # a large table

        unescaped = {
            ImageOrigin.MARKDOWN: unescape,
            ImageOrigin.HTML: unescape_html,
        }.get(image.origin)
        if unescaped is None or unescaped(written) != image.url or not _PLAIN.fullmatch(url):
            return None
    return Edit(image.span, url)


def shortened(url: str) -> str:
    """Return *url* short enough for a message."""
    return url if len(url) <= 80 else f"{url[:60]}…{url[-16:]}"
