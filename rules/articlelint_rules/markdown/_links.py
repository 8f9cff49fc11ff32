"""Links and images that are none to a Markdown parser."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from articlelint import (
    FILLER,
    Article,
    Edit,
    Fix,
    Span,
    UrlFlaw,
    is_escaped,
    problems_of_url,
    regex,
    shown_text,
)


class UnreadLink(NamedTuple):
    """What is no link although it was meant as one: the *span* of it all, why, and the way out."""

    span: Span
    is_image: bool
    why: str
    fix: Fix | None
    hint: str | None = None


_BRACKETS = regex(
    r"(?<!\\)!?+[\[［](?P<text>(?:[^\[\]［］\\]|\\.|[\[［][^\[\]［］]*+[\]］]){0,2000}+)(?P<close>[\]］])"
    r"(?P<gap>[ \t]*+(?:\r?\n[ \t]*+)?+)(?P<open>[(（])",
    re.DOTALL,
)
_TITLE = r"(?:[ \t]{1,20}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?[ \t]{0,20}"
_ONE_WORD = regex(
    r"(?P<url><[^<>\s（）]{1,1000}>|(?:[^\s()（）<>]|\([^\s()（）<>]{0,200}\)){1,1000}+)"
    + _TITLE
    + r"(?P<close>[)）])"
)
_WORD = r"[^\s()（）<>\"'“”]{1,300}+"
_SEVERAL_WORDS = regex(
    rf"[ \t]{{0,20}}+(?P<url>{_WORD}(?:[ \t]++{_WORD}){{1,40}}?){_TITLE}(?P<close>\))"
)
_QUOTED = regex(
    r"(?P<url>(?:[^\s()（）<>]|\([^\s()（）<>]{0,200}\)){1,1000}+)[ \t]{1,20}"
    r"(?P<open>[“”„‟‘’«])(?P<title>[^“”„‟‘’«»\"\n]{1,300})(?P<end>[“”‘’»])[ \t]{0,20}\)"
)
"""An address, and a title in quotes that are none to Markdown."""
_CLOSED = regex(
    r"[^\s<>]{0,1000}(?:[ \t]{1,20}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}')[ \t]{0,20})?\)"
)
"""An address with its end, whatever parentheses are open in it."""
_LINK = regex(r"\[[^\[\]\n]{0,300}\]\((?P<url>[^\s()<>]{1,1000})\)(?P<close>\))")
"""A link where an address should stand."""
_RUN = regex(r"[^\s<>（），。；、！？]{1,1000}")
_REVERSED = regex(
    r"(?<![\]\w])\((?P<text>[^()\[\]\n]{1,200})(?<!\\)\)\[(?P<url>(?:https?://|mailto:)[^\s\[\]()]{1,1000})\](?![(\[:])"
)

_WIKI_LINK = regex(r"(?<!!)\[\[[^\s\[\]|][^\[\]\n|]{0,300}(?<!\s)\|(?!\s)[^\[\]\n|]{1,200}\]\]")

_ABSOLUTE = regex(r"(?:https?|ftp)://[^\s/]|mailto:[^\s@]+@", re.IGNORECASE)
_FILE = regex(
    r"""(?:[^?\#]*/)?[^/?\#]*[^/?\#\s.]\.(?:md|markdown|mdx|html?|php|aspx?|pdf|docx?|xlsx?|pptx?|zip
    |tar\.gz|txt|csv|json|png|jpe?g|gif|webp|avif|svg|ico|mp[34]|webm)(?:[?\#].*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_PLACE_IN_SOURCE = regex(r":\d+:\d+\Z")
"""Line and column, as in a trace: ``at kite.lift [as go] (/kites/lift.js:4:8)``."""
_PATH = regex(r"\.{0,2}/[^\s/]|#[^\W\d]")


_OLD_LINE_END = regex(r"\r(?!\n)")


def unread_links(article: Article) -> tuple[UnreadLink, ...]:
    """Return the links and images of *article* that readers see as text; a view."""
    return tuple(sorted(_found(article), key=lambda each: each.span))


def _found(article: Article) -> Iterator[UnreadLink]:
    text = article.markdown.text
    if not _may_hold_any(article) or ("\r" in text and _OLD_LINE_END.search(text)):
        return  # pulldown-cmark ends no heading at a carriage return alone
    visible = article.view(shown_text)
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        if (
            visible.has_all(match.start("text") - 1, match.start("close"), end - 1)
            and not is_escaped(text, start)
            and FILLER not in match[0]
            and (match["text"].strip() or match[0].startswith("!"))
        ):
            found = _read(article, match)
            if found is not None:
                yield found
    if ")[" in text:
        for match in _REVERSED.finditer(text):
            if visible.has_all(match.start(), match.start("url") - 1):
                yield _of_reversed(article, match)
    if "[[" in text and article.knows_constructs and not article.dialect.may_have_wiki_links:
        yield from _wiki_links(article)


def _wiki_links(article: Article) -> Iterator[UnreadLink]:
    """Yield what Obsidian would take for links; markdown/unread-embed tells of its images."""
    text, visible = article.markdown.text, article.view(shown_text)
    for match in _WIKI_LINK.finditer(text):
        if visible.has_all(match.start(), match.end() - 1) and FILLER not in match[0]:
            yield UnreadLink(
                _span(article, *match.span()),
                is_image=False,
                why="this Markdown does not support `[[...]]`",
                fix=None,
                hint="Write `[text](address)`",
            )


def _may_hold_any(article: Article) -> bool:
    """Tell whether the brackets are more than those of links; in most articles they are not."""
    markdown = article.markdown
    if any(map(markdown.text.__contains__, _UNUSUAL)) or _GAP.search(markdown.text) is not None:
        return True
    pairs = markdown.text.count("](")
    if not pairs:
        return False
    nodes = markdown.nodes("Image", "Link")
    return pairs != len([node for node in nodes if node.data["link_type"] == "Inline"])


_UNUSUAL = ("］", "]（", "]]", ")[http", ")[mailto")
_GAP = regex(r"\][ \t\r\n]+[(（]")


def _read(article: Article, match: re.Match[str]) -> UnreadLink | None:
    text = article.markdown.text
    at = match.end()
    may_be_open = text[at - 2 : at] == "](" and not article.dialect.balances_addresses
    if may_be_open and _CLOSED.match(text, at) is not None:
        return None
    link = _LINK.match(text, at)
    if link is not None and text[at - 2 : at] == "](":
        return _around_link(article, match, link)
    one = _ONE_WORD.match(text, at)
    if one is not None:
        if FILLER in one[0]:
            return None
        return _with_space(article, match, one) or _full_width(article, match, one)
    if match["gap"] or match["open"] != "(":
        return None
    quoted = _QUOTED.match(text, at)
    if quoted is not None:
        return None if FILLER in quoted[0] else _in_quotes(article, match, quoted)
    several = _SEVERAL_WORDS.match(text, at)
    if several is not None:
        return None if FILLER in several[0] else _spaced(article, match, several)
    return _unbalanced(article, match)


def _around_link(article: Article, match: re.Match[str], link: re.Match[str]) -> UnreadLink | None:
    if FILLER in link[0] or not _is_meant(match, link["url"]):
        return None
    address = _span(article, match.end(), link.start("close"))
    return UnreadLink(
        _span(article, match.start(), link.end()),
        match[0].startswith("!"),
        "its address is a link itself",
        Fix.unsafe("Write the address alone", (address, link["url"])),
    )


def _with_space(article: Article, match: re.Match[str], rest: re.Match[str]) -> UnreadLink | None:
    if not match["gap"] or not _is_meant(match, rest["url"]):
        return None
    gap = _span(article, match.start("gap"), match.end("gap"))
    edits = [Edit(gap, ""), *_half_width(article, match, rest)]
    return UnreadLink(
        _span(article, match.start(), rest.end()),
        match[0].startswith("!"),
        "there is a space before the parenthesis"
        if "\n" not in match["gap"]
        else "the parenthesis is on another line",
        Fix.safe("Delete the space", *edits),
    )


def _full_width(article: Article, match: re.Match[str], rest: re.Match[str]) -> UnreadLink | None:
    edits = _half_width(article, match, rest)
    if match["gap"] or not edits or not _is_meant(match, rest["url"]):
        return None
    return UnreadLink(
        _span(article, match.start(), rest.end()),
        match[0].startswith("!"),
        "its brackets are full-width",
        Fix.safe("Write half-width characters", *edits),
    )


def _half_width(article: Article, match: re.Match[str], rest: re.Match[str]) -> list[Edit]:
    """Return the edits that write the brackets of a link as Markdown wants them."""
    places = (
        match.start("text") - 1,
        match.start("close"),
        match.start("open"),
        rest.start("close"),
    )
    text = article.markdown.text
    return [Edit(_span(article, at, at + 1), _HALF[text[at]]) for at in places if text[at] in _HALF]


_HALF = {"［": "[", "］": "]", "（": "(", "）": ")"}


def _is_meant(match: re.Match[str], url: str) -> bool:
    """Tell whether what stands in parentheses is an address, and not an explanation."""
    url = url.strip("<>")
    if match["text"].strip() in {"x", "X"} or _PLACE_IN_SOURCE.search(url):
        return False
    if match["gap"] and match["text"].isdigit() and not _ABSOLUTE.match(url):
        return False  # the number of a page in a log: `[6] (./a.aux)`
    if _ABSOLUTE.match(url):
        return True
    if "\n" in match["gap"]:
        return False
    return (_FILE.fullmatch(url) or _PATH.match(url)) is not None


def _in_quotes(article: Article, match: re.Match[str], rest: re.Match[str]) -> UnreadLink | None:
    """Return the link whose title stands in typographic quotes."""
    if not _is_meant(match, rest["url"]):
        return None
    edits = [
        Edit(_span(article, rest.start(name), rest.end(name)), '"') for name in ("open", "end")
    ]
    return UnreadLink(
        _span(article, match.start(), rest.end()),
        match[0].startswith("!"),
        "its title is in typographic quotes",
        Fix.safe("Write straight quotes", *edits),
    )


def _spaced(article: Article, match: re.Match[str], rest: re.Match[str]) -> UnreadLink | None:
    """Return the link whose address has spaces in it.

    Old parsers take them, and which one a generator has that is not known nobody can tell.
    """
    if article.front_matter is not None and not article.site.generator.knows_opening_fence:
        return None
    url = rest["url"]
    is_file = _FILE.fullmatch(url) is not None and not _SCHEME.match(url) and "://" not in url
    if not (is_file or _FILE.fullmatch(url) or _PATH.match(url) or _ABSOLUTE.match(url)):
        return None
    if article.dialect.has_unknown_constructs and _SIZE.search(url):
        return None  # the size of an image, which a plugin reads
    span = _span(article, rest.start("url"), rest.end("url"))
    leftover = next(
        (each for each in problems_of_url(url, names_file=True) if each.flaw is UrlFlaw.LEFTOVER),
        None,
    )
    fix = hint = None
    if "{{" in url or "{%" in url:
        hint = "Write what the tag was to put out: this site does not run it"
    elif leftover is not None:
        hint = leftover.message
    elif " " in url.partition("#")[2]:
        hint = "Write the id of the heading, in which there is no space"
    elif _STRAY_BLANK.search(url):
        hint = "Delete the space, or write `%20` if it belongs to the address"
    elif _OF_MACHINE.match(url):
        hint = "Put the file into the site, and use its path there"
    elif is_file:
        fix = Fix.safe("Write `%20` for each space", (span, _BLANK.sub("%20", url)))
    else:
        hint = "Write `%20` for each space that belongs to the address"
    return UnreadLink(
        _span(article, match.start(), rest.end()),
        match[0].startswith("!"),
        "a space ends its address",
        fix,
        hint,
    )


_SIZE = regex(r"[ \t]=\d*%?x\d*%?\Z")
_OF_MACHINE = regex(r"/(?:Users|home)/|[A-Za-z]:[/\\]|file:", re.IGNORECASE)
_BLANK = regex(r"\\?[ \t]")
_STRAY_BLANK = regex(r"[ \t](?:[./?#]|[ \t])|[/.][ \t]")
"""A space that no name of a file has: beside a mark, or another space."""
_SCHEME = regex(r"[A-Za-z][A-Za-z0-9+.-]{1,20}:")


def _unbalanced(article: Article, match: re.Match[str]) -> UnreadLink | None:
    """Return the link whose address has a parenthesis that is not closed."""
    text = article.markdown.text
    run = _RUN.match(text, match.end()) if _ABSOLUTE.match(text, match.end()) else None
    if run is None or FILLER in run[0]:
        return None
    attribute = _ATTRIBUTE.match(text, run.end())
    if attribute is not None:
        if article.dialect.has_unknown_constructs:
            return None  # services read the attributes of images there
        return UnreadLink(
            _span(article, match.start(), attribute.end()),
            match[0].startswith("!"),
            "an attribute stands behind its address",
            None,
            "Delete the attribute, or write it in HTML",
        )
    is_in_another = "](" in run[0] or text.endswith("](", 0, match.start())
    goes_on = None if is_in_another else _GOING_ON.match(text, run.end())
    if goes_on is not None:
        return _going_on(article, match, goes_on)
    url = run[0].rstrip(".,;:!?*_")
    end = match.end() + len(url)
    if url.endswith("#") and text.startswith(" ", run.end()):
        return None  # a space ends it, before the name of an anchor: `a.html# tail(box[])`
    # What lacks a parenthesis is the address, or the link behind an address without any.
    in_address = url.endswith(")") and url.count("(") == url.count(")")
    return UnreadLink(
        _span(article, match.start(), end),
        match[0].startswith("!"),
        "a parenthesis in its address is not closed"
        if in_address
        else "its parenthesis is not closed",
        _closing(article, match, url, is_sure=in_address),
    )


_ATTRIBUTE = regex(r"[ \t]{1,20}[a-z]{2,20}=\"[^\"\n]{0,80}\"[ \t]{0,20}\)")
"""An attribute where a title may stand: ``![](a.png align="center")``."""
_GOING_ON = regex(
    r"[ \t]{1,20}(?:(?P<title>\"[^\n]{0,600}?\")"
    r"|[^()\n\"]{1,200}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))[ \t]{0,20}\)"
)
"""The rest of a link whose address has spaces within parentheses: `f.html#f(int, int))`."""


def _going_on(article: Article, match: re.Match[str], rest: re.Match[str]) -> UnreadLink:
    """Return the link whose address, or title, goes on where it ends to Markdown."""
    of_title = rest["title"] is not None
    return UnreadLink(
        _span(article, match.start(), rest.end()),
        match[0].startswith("!"),
        "there are quotes within its title" if of_title else "a space ends its address",
        None,
        'Write `\\"` for each of them' if of_title else "Write `%20` for each space",
    )


def _closing(article: Article, match: re.Match[str], url: str, *, is_sure: bool) -> Fix | None:
    """Return the fix that closes the parenthesis behind *url*; None for a link in an address."""
    if "](" in url or article.markdown.text.endswith("](", 0, match.start()):
        return None
    if _CUT.fullmatch(url):
        return None  # the rest of the address is missing
    end = match.end() + len(url) + article.markdown.offset
    if url.endswith("]") and "[" not in url:
        return Fix.unsafe("Write `)`", Edit(Span(end - 1, end), ")"))
    make = Fix.safe if is_sure else Fix.unsafe
    return make("Insert `)`", Edit.insert(end, ")"))


_CUT = regex(r"https?://[^./:]*+", re.IGNORECASE)


def _of_reversed(article: Article, match: re.Match[str]) -> UnreadLink:
    label = f"[{match['text']}]({match['url']})"
    span = _span(article, *match.span())
    return UnreadLink(
        span,
        is_image=False,
        why="its brackets and parentheses are swapped",
        fix=Fix.safe("Swap them", (span, label)),
    )


def _span(article: Article, start: int, end: int) -> Span:
    return Span(start, end).shift(article.markdown.offset)
