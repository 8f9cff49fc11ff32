import re

from articlelint import (
    ERROR,
    SAFE,
    WARNING,
    Article,
    Edit,
    Findings,
    Fix,
    Link,
    Rule,
    Span,
    UrlFlaw,
    UrlProblem,
    host_of,
    is_private_host,
    malformed_scheme,
    on,
    problems_of_url,
    regex,
)

_HINTS = {
    UrlFlaw.QUOTES: 'Put the URL in straight quotes: `"`',
    UrlFlaw.LEFTOVER: "Write the address that was meant",
    UrlFlaw.CREDENTIALS: "Delete it: browsers warn about such links",
}
_BARE_HINTS = {
    **_HINTS,
    UrlFlaw.QUOTES: "Put the URL between `<` and `>`",
    UrlFlaw.BACKSLASH: "Delete it: nothing is escaped in a bare URL",
}
_HABITS = frozenset({UrlFlaw.BACKSLASH, UrlFlaw.QUOTES})
"""What an editor, or its author, writes all over an article."""
_FOR_A_PORT = regex(r":[\w<\[{$-]*?(?:port[\w>\]}-]*|[xyn#]+)(?=[/?#]|\Z)", re.IGNORECASE)


def _leads_nowhere(link: Link) -> bool:
    """Tell whether nobody is to follow a bare URL: it is part of a message, or a sample."""
    return _NOWHERE.match(link.url) is not None


_NOWHERE = regex(
    r"https?://(?:(?:[\w-]+\.)*example\.(?:com|net|org)|localhost(?::\d+)?)(?![\w.:-])[^/]*\Z",
    re.IGNORECASE,
)


_CUT_OFF = regex(r"https?:?/{0,2}(?=[^/?#]{0,60}\Z)[^/?#]*…", re.IGNORECASE)
"""What a program shortened for display: ``https://t.c…``."""


def _is_example(link: Link) -> bool:
    """Tell whether a user name is there to show where one stands: nobody is to follow the link.

    Or no browser opens it, but a program that logs in.
    """
    if link.url.partition(":")[0].lower() not in {"http", "https"}:
        return True
    return link.place == "bare" or is_private_host(host_of(link.url))


class InvalidUrl(Rule):
    """A link's target is not a valid URL."""

    name = "links/invalid-url"
    severity = ERROR
    fixable = SAFE
    yields_to = (
        "html/typographic-quotes",
        "html/unquoted-value",
        "links/machine-target",
        "security/invisible-character",
    )

    strict: bool = False
    """Whether to report characters that the standard forbids but every browser accepts, too."""

    @on.link_url()
    def check(self, link: Link, article: Article) -> Findings:
        if "…" in link.url and _CUT_OFF.fullmatch(link.url):
            yield self.diagnostic(
                link.span,
                "The URL is cut off in the middle of its host",
                hint="Write the whole URL",
                cause="cut",
            )
            return
        address = _WRAPPED.fullmatch(link.url)
        if address is not None:
            written = link.span.of(article.text) == link.url
            edit = (link.span, address["url"])
            yield self.diagnostic(
                link.span,
                "The target is a link in Markdown, not an address"
                if link.url[0] == "["
                else "The address stands in parentheses twice",
                fix=Fix.safe("Use the address alone", edit) if written else None,
            )
            return
        if malformed_scheme(link.url) or (link.place == "bare" and _leads_nowhere(link)):
            return
        seen: dict[UrlFlaw, list[UrlProblem]] = {}
        for problem in problems_of_url(link.url):
            if _is_overrun(problem, link, article):
                continue  # markdown/overrun-url says it
            if _is_meant(problem, link, article):
                continue
            if _FOR_A_PORT.match(link.url, problem.start - 1):
                continue  # the reader is to put a number for it
            if self.strict or not _is_tolerated(problem, link):
                seen.setdefault(problem.flaw, []).append(problem)
        for flaw, problems in seen.items():
            yield self.diagnostic(
                problems[0].span(link.url, link.span, article.text),
                problems[0].message,
                severity=WARNING if problems[0].works else None,
                hint=(_BARE_HINTS if link.place == "bare" else _HINTS).get(flaw),
                fix=_fix(article, link, problems),
                cause=f"article/{flaw}" if flaw in _HABITS else None,
            )


_WRAPPED = regex(r"(?:\[[^\[\]]*+\])?\((?P<url>https?://[^()\s]+)\)")
"""What some editors make of an address that is pasted between the parentheses of a link."""


def _is_meant(problem: UrlProblem, link: Link, article: Article) -> bool:
    """Tell whether the author wanted what looks like a slip."""
    if problem.flaw is UrlFlaw.CREDENTIALS:
        return _is_example(link)
    if link.place == "bare" and "${" in link.url:
        return True  # a variable of the shell, in a command
    if problem.flaw is UrlFlaw.BACKSLASH:
        return _TEX.match(link.url) is not None
    if problem.flaw is not UrlFlaw.LEFTOVER:
        return False
    if "%7" in link.span.of(article.text):
        return True  # encoded by one who wanted the braces in the address
    written = link.url[problem.start : problem.end]
    return link.text.strip().lower() == written.lower()  # somebody is called `null`


def _is_overrun(problem: UrlProblem, link: Link, article: Article) -> bool:
    """Tell whether the problem lies in what is not meant to be a part of the URL."""
    overrun = link.overrun
    if overrun is None:
        return False
    return problem.span(link.url, link.span, article.text).end > overrun.start


def _is_tolerated(problem: UrlProblem, link: Link) -> bool:
    """Tell whether the published link works: generators encode what is Markdown, browsers HTML."""
    if problem.flaw is UrlFlaw.BACKSLASH:
        return link.html is not None and problem.replacement == "/"
    if problem.flaw is UrlFlaw.INVISIBLE:
        return problem.works
    return problem.flaw is UrlFlaw.UNENCODED and (link.html is None or problem.works)


_TEX = regex(r"[\^_({]*+\\[A-Za-z]{3,}+(?![\w -]*+[\\/]|[\w\\/ -]*+\.[A-Za-z]{2,5}\Z)")
"""A command of mathematics, which brackets before parentheses made a link of: `\\lambda`."""
_CLASS = regex(r"\(?+(?:[a-z]++:)?+\\?+[A-Z]\w*+(?:\\[A-Z]\w*+)+(?:::|\)|\Z)")
"""What a program is to find the page of: `Kites\\Tails\\Red::fly()`."""
_ANOTHER = regex(r"\n[ \t]*+!?\[")
_BROKEN = regex(r"\n[ \t]")
_INDENT = regex(r"(?<=\n)[ \t]+")


def _behind_break(url: str, end: int) -> int:
    """Return where the URL goes on: behind a line break that ends at *end*, after the indent."""
    match = _INDENT.match(url, end)
    return match.end() if match else end


def _fix(article: Article, link: Link, problems: list[UrlProblem]) -> Fix | None:
    if link.html is not None and any(link.url[each.start] in "\"'" for each in problems):
        return None  # one of the quotes around it is missing
    escaped = link.place == "bare" and problems[0].flaw is UrlFlaw.BACKSLASH
    if escaped or link.span.of(article.text) != link.url or _CLASS.match(link.url):
        return None
    if link.html is not None and _BROKEN.search(link.url):
        return None  # the blanks are a part of it
    if _ANOTHER.search(link.url):
        return None  # the end of the link is missing, and another begins
    # In Markdown, those that indent a line are not.
    edits = [
        Edit(
            Span(problem.start, _behind_break(link.url, problem.end)).shift(link.span.start),
            problem.replacement,
        )
        for problem in problems
        if problem.replacement is not None
    ]
    if not edits:
        return None
    title = "Encode it"
    if not any(edit.replacement for edit in edits):
        title = "Delete it"
    elif problems[0].flaw is UrlFlaw.BACKSLASH:
        title = "Write slashes"
    return Fix.safe(title, *edits)
