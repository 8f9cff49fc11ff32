import re

from articlelint import (
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Link,
    Rule,
    Span,
    Syntax,
    on,
    regex,
)
from articlelint_rules.markdown._links import unread_links

_IS_PLAIN = regex(r"[!-~]+")
"""An address in which letters beyond ASCII, and their punctuation, are not to be expected."""

_FITS = regex(r"[^\0- \x7f<>]+")
"""What may stand between `<` and `>`: CommonMark 0.31, 6.5."""

_NOWHERE = regex(
    r"(?:https?://)?+(?:(?:[\w-]+\.){0,5}?example\.(?:com|net|org)(?::\d+)?(?![\w./:-])"
    r"|x{2,}+(?:\.x+)*(?![\w-])"
    r"|(?!localhost)[a-z\d-]+(?![\w.-]))",
    re.IGNORECASE | re.ASCII,
)
"""A URL that leads nowhere, whatever its end: what readers are to fill in."""

_PORT = regex(r"：\d{2,5}(?![\w.])")
_HAS_NO_SCHEME = regex(r"(?i:www)\.")


def _is_a_line(article: Article, link: Link) -> bool:
    """Tell whether the URL is all of its line, and has its brackets closed: a title is in it."""
    text, (start, end) = article.text, (link.span.start, link.span.end)
    if text[start - 1 : start] not in {"", "\n"} or text[end : end + 1] not in {"", "\r", "\n"}:
        return False
    url = link.url
    return _PUNCTUATED.search(url) is None and any(
        url.count(pair[0]) == url.count(pair[1]) > 0 for pair in _PAIRS
    )


_GLUED = regex(r"/[^!-~/]+[!-~]+\Z|\A(?:https?://)?[^/]+/[^!-~]")
"""Words of another script behind the last slash, and then some of ASCII; or behind the host's."""
_CONTINUED = regex(r"…[!-~]")
"""Dots that a program made one character of, in the middle of the URL: ``/compare/a...b``."""
_PAIRS = ("【】", "（）", "《》", "「」")
_PUNCTUATED = regex("[，。；！？、]")


class OverrunUrl(Rule):
    """A bare URL includes the punctuation and words after it."""

    name = "markdown/overrun-url"
    severity = WARNING
    fixable = SAFE
    many_are_one = True

    @on.link()
    def check(self, link: Link, article: Article) -> Findings:
        overrun = link.overrun
        if overrun is None or link.dynamic or _NOWHERE.match(link.url):
            return
        if _is_a_line(article, link) or _CONTINUED.match(article.text, overrun.start):
            return
        if article.text.endswith("](", 0, link.span.start):
            return  # to some parsers this is a link, though not to all
        if any(each.span.overlaps(link.span) for each in article.view(unread_links)):
            return
        if _PORT.match(article.text, overrun.start):
            colon = Span(overrun.start, overrun.start + 1)
            yield self.diagnostic(
                colon,
                "There is a full-width colon before the port, so the URL leads nowhere",
                fix=Fix.unsafe("Write `:`", (colon, ":")),
            )
            return
        meant = Span(link.span.start, overrun.start)
        begins_with_letter = article.text[overrun.start].isalpha()
        url = meant.of(article.text)
        # A quote or a parenthesis at its end belongs to what stands before the URL.
        is_certain = not begins_with_letter and url[-1:] not in "\"')]"
        is_certain = is_certain and bool(_IS_PLAIN.fullmatch(url))
        make = Fix.safe if is_certain else Fix.unsafe
        fix: Fix | None
        if article.syntax is Syntax.MDX or _HAS_NO_SCHEME.match(article.text, meant.start):
            # There `<https:` is JSX, and `<www.` is text anywhere.
            fix = make("Insert a space", Edit.insert(meant.end, " "))
        elif not _FITS.fullmatch(url) or _GLUED.search(url):
            fix = None  # where the URL ends only the author knows
        else:
            around = Edit.insert(meant.start, "<"), Edit.insert(meant.end, ">")
            fix = make("Put the URL between `<` and `>`", *around)
        yield self.diagnostic(
            overrun, "The link includes this, which is not part of the URL", fix=fix
        )
