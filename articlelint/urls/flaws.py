"""What is wrong with a URL, by the URL Standard (https://url.spec.whatwg.org/) and by experience.

Nothing is asked of the network, and nothing of what the URL leads to.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from articlelint.named_tuple import NamedTuple
from articlelint.text.regex import regex
from articlelint.text.span import Span
from articlelint.urls.hosts import host_problem, named

if TYPE_CHECKING:
    from collections.abc import Iterator

SPECIAL_SCHEMES: Final = frozenset({"ftp", "file", "http", "https", "ws", "wss"})
"""The schemes that have a host and a path: URL Standard, 4.2 "special scheme"."""

INTRASITE: Final = regex(r"[{|](filename|static|attach|images)[|}]")
"""What Pelican allows before a path, such as `{static}`: docs, "Linking to internal content"."""

_PLAIN = regex(
    r"(?!//)(?:https?://(?:[a-z0-9-]++\.)+[a-z]+(?=[/?#]|\Z))?"
    r"(?:[/?.]?[\w!$&'()*+,\-./;=?~]*)(?:#[\w\-.]*)?",
    re.ASCII,
)
_SCHEME = regex(r"([A-Za-z][A-Za-z0-9+.-]*):")
_AUTHORITY = regex(r"[/\\]{2,}([^/\\?#]*)")
_UNIT = regex(
    # Everything that is no URL unit (4.3): ASCII first, then controls and noncharacters.
    r"[\x00-\x20\"<>\[\\\]^`{|}\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|%(?![0-9A-Fa-f]{2})"
)
_INVISIBLE = regex(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_LEFTOVER = regex(
    r"\[object(?: |%20|\+)Object\]|%5Bobject%20Object%5D|\$\{[^}]{0,200}\}|\$%7B.{0,200}?%7D"
    r"|%7B%7B.{0,200}?%7D%7D"
    r"|\{\s+\{[^{}]{0,200}\}\s+\}|<%.{0,200}?%>",
    re.IGNORECASE | re.DOTALL,
)
_SHELL = regex(r"\$\{[A-Z_][A-Z0-9_]*\}")
"""A variable of a shell or of the environment."""
_EMPTY = ("undefined", "null", "NaN")
_EMPTY_VALUE = regex(rf"(?<![^/])(?:{'|'.join(_EMPTY)})(?=[/?#]|\Z)")
_PORT = regex(r":([^:\]]*)\Z")
_IPV6_PORT = regex(r"(?<=\]):(.*)\Z", re.DOTALL)

_QUOTES: Final = {"“": "”", "”": "”", "„": "“", "‘": "’", "’": "’", "«": "»", "»": "«", "″": "″"}
_CLOSING: Final = frozenset("“”’»″")
_ENCODED_BY_BROWSERS: Final = {"path": ' "<>`{}^', "query": ' "<>', "fragment": ' "<>`'}
"""The percent-encode sets of the components: URL Standard, 1.3."""
_ESCAPED: Final = frozenset("_*#&~")
"""What is escaped by habit where Markdown is not read."""


class UrlFlaw(StrEnum):
    """A kind of problem with a URL, by its consequence.

    BROKEN: no browser can open it. LEFTOVER: a program wrote a value that it did not have, or
    a template was not filled in. QUOTES: typographic quotes stand around it. INVISIBLE: it
    holds characters that nobody sees. BACKSLASH: browsers take it for a slash, others do not;
    before a character with a meaning in Markdown, it was to escape that.
    UNENCODED: browsers encode the character themselves, others may not. CREDENTIALS: a user
    name stands before the host.
    """

    BROKEN = "broken"
    LEFTOVER = "leftover"
    QUOTES = "quotes"
    INVISIBLE = "invisible"
    BACKSLASH = "backslash"
    UNENCODED = "unencoded"
    CREDENTIALS = "credentials"


class UrlProblem(NamedTuple):
    """One thing wrong with a URL, at ``url[start:end]``.

    *replacement* is the right text, with which browsers ask for the same URL or for the one that
    was evidently meant; None if that is not known. *works* tells that browsers do what is meant all
    the same.
    """

    start: int
    end: int
    message: str
    flaw: UrlFlaw
    replacement: str | None = None
    works: bool = False

    def span(self, url: str, span: Span, text: str) -> Span:
        """Return the problem's span in *text*, where *url* is written at *span*.

        It is all of *span* where the URL is not written as it is read (``&amp;``).
        """
        written = span.of(text)
        shift = written.find(url)
        if shift < 0 or not url:
            return span
        return Span(span.start + shift + self.start, span.start + shift + self.end)


def scheme_of(url: str) -> str:
    """Return the scheme in lower case; "" if there is none."""
    found = _SCHEME.match(url)
    return found[1].lower() if found else ""


def host_of(url: str) -> str:
    """Return the host of a URL in lower case; "" if it has none."""
    found = _SCHEME.match(url)
    scheme = found[1].lower() if found else ""
    if scheme and scheme not in SPECIAL_SCHEMES:
        return ""
    authority = _AUTHORITY.match(url, found.end() if found else 0)
    if authority is None:
        return ""
    host = authority[1].rpartition("@")[2]
    return _PORT.sub("", host).strip("[]").rstrip(".").lower()


def problems_of_url(url: str, *, names_file: bool = False) -> tuple[UrlProblem, ...]:
    """Return what is wrong with *url*, absolute or relative, in reading order.

    *names_file* tells that it leads to a file, such as an image, so that it cannot be an
    article about ``undefined`` or ``NaN``.
    """
    if _PLAIN.fullmatch(url) and not any(map(url.__contains__, _EMPTY)):
        return ()
    scheme = scheme_of(url)
    if scheme in {"data", "javascript", "blob", "about"}:
        return ()
    problems = (
        *_quotes(url),
        *_leftovers(url, names_file=names_file),
        *_invisible(url),
        *_authority(url, scheme),
        *_units(url, scheme),
    )
    found: list[UrlProblem] = []
    # Sorting is stable: of two at one place the first named above is kept.
    for problem in sorted(problems, key=lambda problem: problem.start):
        if not found or problem.start >= found[-1].end:
            found.append(problem)
    return tuple(found)


def _quotes(url: str) -> Iterator[UrlProblem]:
    last = len(url) - 1
    if url[:1] in _QUOTES and _QUOTES[url[0]] not in url[1:-1]:  # “Kites”/1.png is a name
        yield UrlProblem(0, 1, f"HTML reads `{url[0]}` as part of the URL, not as a quotation mark",
                         UrlFlaw.QUOTES)  # fmt: skip
    if last > 0 and url[last] in _CLOSING and not _is_closing(url):
        yield UrlProblem(last, last + 1, f"`{url[last]}` at the end is part of the URL",
                         UrlFlaw.QUOTES)  # fmt: skip


def _is_closing(url: str) -> bool:
    """Tell whether the quote at the end closes one within: a title may be quoted."""
    inner = url[1:-1]
    return any(_QUOTES[each] == url[-1] for each in inner if each in _QUOTES)


def _leftovers(url: str, *, names_file: bool) -> Iterator[UrlProblem]:
    query = min((at for at in (url.find("?"), url.find("#")) if at >= 0), default=len(url))
    for match in _LEFTOVER.finditer(url):
        shown = unquote(match[0])
        if "object" in shown and match.start() > query:
            continue  # what an editor notes there of margins is read by nobody
        if not names_file and _SHELL.fullmatch(shown):
            continue  # the reader is to put a value for it
        what = (
            "is what JavaScript writes for an object"
            if "object" in shown
            else "was not filled in by a template"
        )
        yield UrlProblem(*match.span(), f"`{shown}` {what}", UrlFlaw.LEFTOVER)
    for match in _EMPTY_VALUE.finditer(url, 0, query):
        is_last = match.end() == query
        if names_file or not is_last or match.start() <= 1:
            yield UrlProblem(
                *match.span(),
                f"`{match[0]}` is what a program writes for a value that it does not have",
                UrlFlaw.LEFTOVER,
            )


def _invisible(url: str) -> Iterator[UrlProblem]:
    for match in _INVISIBLE.finditer(url):
        removed = match[0].strip("\t\r\n") == ""
        yield UrlProblem(
            *match.span(),
            f"The URL contains {named(match[0][0])}, which is invisible",
            UrlFlaw.INVISIBLE,
            replacement="" if removed else None,
            works=removed,
        )


def _authority(url: str, scheme: str) -> Iterator[UrlProblem]:
    """Yield what is wrong between the slashes and the path: 4.4, "host state" and others."""
    if scheme and (scheme not in SPECIAL_SCHEMES or scheme == "file"):
        return
    found = _AUTHORITY.match(url, len(scheme) + 1 if scheme else 0)
    if found is None:
        if scheme and len(url) == len(scheme) + 1:
            yield UrlProblem(0, len(url), "The URL has no host", UrlFlaw.BROKEN)
        return
    start, end = found.span(1)
    user, at, _ = found[1].rpartition("@")
    if at:
        yield UrlProblem(
            start, start + len(user), "The URL has a user name before the host",
            UrlFlaw.CREDENTIALS, works=True,
        )  # fmt: skip
        start += len(user) + 1
    host = url[start:end]
    port = (_IPV6_PORT if host.startswith("[") else _PORT).search(host)
    if port is not None:
        digits = port[1]
        # Else a word says which is to stand there, or the reader puts it in: ``{port}``.
        is_filled_in = digits[:1].isascii() and digits[:1] not in {"{", "["}
        if (
            digits
            and is_filled_in
            and not (digits.isascii() and digits.isdigit() and int(digits[:9]) <= 65535)
        ):
            place = (start + port.start(1), end)
            message = f"`{digits}` is not a port; a port is a number up to 65535"
            yield UrlProblem(*place, message, UrlFlaw.BROKEN)
        host = host[: port.start()]
    if not host:
        yield UrlProblem(
            found.start(), max(end, found.end()), "The URL has no host", UrlFlaw.BROKEN
        )
        return
    reason = host_problem(host)
    if reason is not None:
        yield UrlProblem(start, start + len(host), reason, UrlFlaw.BROKEN)


def _units(url: str, scheme: str) -> Iterator[UrlProblem]:
    query = url.find("?")
    fragment = url.find("#")
    opaque = bool(scheme) and scheme not in SPECIAL_SCHEMES
    second = url.find("#", fragment + 1) if fragment >= 0 else -1
    if second >= 0:
        yield UrlProblem(second, second + 1, "A second `#` must be written `%23`",
                         UrlFlaw.UNENCODED, works=True)  # fmt: skip
    authority = None if opaque else _AUTHORITY.match(url, len(scheme) + 1 if scheme else 0)
    for match in _UNIT.finditer(url, authority.end() if authority else 0):
        character, at = match[0], match.start()
        if (
            character == "\\"
            and not opaque
            and not -1
            < min((each for each in (query, fragment) if each >= 0), default=len(url))
            < at
        ):
            message, meant = "A backslash does not belong in a URL: the separator is `/`", "/"
            if url[at + 1 : at + 2] in _ESCAPED:
                message = f"The backslash before `{url[at + 1]}` becomes part of the URL"
                meant = ""
            yield UrlProblem(at, at + 1, message, UrlFlaw.BACKSLASH, replacement=meant)
            continue
        component = "fragment" if -1 < fragment < at else "query" if -1 < query < at else "path"
        # What a `%` and a blank were to be, such as `%2C`, is not known.
        encoded = character in _ENCODED_BY_BROWSERS[component] and url[at - 1 : at] != "%"
        code = "%25" if character == "%" else quote(character, safe="", errors="replace")
        what = (
            "`%` is not followed by two hexadecimal digits"
            if character == "%"
            else f"The URL contains {named(character)}, which must be written `{code}`"
        )
        yield UrlProblem(
            at, at + 1, what, UrlFlaw.UNENCODED,
            replacement=code if encoded and not opaque else None,
            works=True,
        )  # fmt: skip
