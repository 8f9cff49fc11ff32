"""Addresses as they are, keys and emoji: ``magiclink``, ``keys`` and ``emoji`` of pymdownx."""

from __future__ import annotations

import re
from typing import Any, Final

from articlelint.markdown.python_markdown.inline.reader import Inline, Reader, Run
from articlelint.text.regex import regex

_LINK: Final = regex(
    r"""(?<![^\s*_~^[('"\x03])(?:(?:ht|f)tps?://|(?P<www>w{3}\.))""", re.IGNORECASE
)
_DOMAIN: Final = regex(r"[^_\W][-\w.]*")
_PATH: Final = regex(r"[^\s<\x02\x03]*")
_TRAILING: Final = frozenset("?!.,:*_~^'\"")
_CLOSERS: Final = {")": "(", "]": "["}
_MAIL: Final = regex(
    r"(?<![-/+@a-z\d_])(?<![-+a-z\d_]\.)(?:[-+a-z\d_](?:[-a-z\d_+]|\.(?!\.))*+)(?<!\.)"
    r"@(?:[-a-z\d_]+\.)(?:(?:[-a-z\d_]|(?<!\.)\.(?!\.))*)[a-z]\b(?![-@])",
    re.IGNORECASE,
)
_EMOJI: Final = regex(r":(?=[+\-\w]*[a-zA-Z])[+\-\w]++:")
_KEYS: Final = regex(r"\+{2}([\w\-]+(?:\+[\w\-]+)*?)\+{2}")
_QUOTED_KEYS: Final = regex(
    r"""(?<!\\)\+{2}((?:(?:[\w\-]++|"(?:\\.|[^\\"])++"|'(?:\\.|[^\\'])++')\+(?!\+))*+"""
    r"""(?:[\w\-]++|"(?:\\.|[^\\"])++"|'(?:\\.|[^\\'])++'))\+{2}"""
)


def links(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find bare URLs."""
    if reader.in_link:
        return text
    nodes = []
    done = 0
    for match in _LINK.finditer(text):
        start = match.start()
        domain = _DOMAIN.match(text, match.end())
        if start < done or domain is None:
            continue
        end = _end(text, start, domain.start())
        host = text[domain.start() : min(end, domain.end())]
        if any("_" in segment for segment in host.split(".")[-2:]):
            continue
        url = text[start:end]
        nodes.append(
            _link(
                reader, offset + start, offset + end, f"http://{url}" if match["www"] else url, url
            )
        )
        done = end
    return reader.hide(text, offset, nodes)


def _end(text: str, start: int, floor: int) -> int:
    """Return where the URL ends, without the punctuation after it."""
    path = _PATH.match(text, floor)
    end = path.end() if path else floor
    url = text[start:end]
    surplus = {closer: url.count(closer) - url.count(opener) for closer, opener in _CLOSERS.items()}
    while end > floor:
        last = text[end - 1]
        if last in _TRAILING:
            end -= 1
        elif last == ";":
            index = end - 2
            while index >= floor and text[index].isalnum():
                index -= 1
            is_reference = floor <= index < end - 2 and text[index] == "&"
            end = index if is_reference else end - 1
        elif last in _CLOSERS:
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
            end -= 1
        else:
            break
    return end


def _link(reader: Reader, start: int, end: int, url: str, text: str) -> Inline:
    data = bare(reader, url, start, end)
    return Inline("Link", data, start, end, [Run(reader, text, start, is_final=True)])


def bare(reader: Reader, url: str, start: int, end: int) -> dict[str, Any]:
    """Return the data of a link that is written without any marks."""
    place = reader.source.span(start, end)
    data: dict[str, Any] = {"link_type": "Bare", "dest_url": url, "title": "", "id": ""}
    data["places"] = place, place, None
    return data


def mails(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find bare e-mail addresses."""
    if reader.in_link:
        return text
    nodes = [
        _link(reader, offset + match.start(), offset + match.end(), f"mailto:{match[0]}", match[0])
        for match in _MAIL.finditer(text)
    ]
    return reader.hide(text, offset, nodes)


def emoji(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find short names of emoji; which names there are is taken for granted."""
    nodes = []
    for match in _EMOJI.finditer(text):
        start, end = offset + match.start(), offset + match.end()
        nodes.append(
            Inline("Element", "span", start, end, [Run(reader, match[0], start, is_final=True)])
        )
    return reader.hide(text, offset, nodes)


def quoted_keys(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find keys of which one at least is in quotes."""
    nodes = [
        _keys(reader, match, offset)
        for match in _QUOTED_KEYS.finditer(text)
        if set(match[1]) & {'"', "'"}
    ]
    return reader.hide(text, offset, nodes)


def keys(reader: Reader, text: str, offset: int, number: int) -> str:
    """Find ``++ctrl+c++``."""
    return reader.hide(
        text, offset, [_keys(reader, match, offset) for match in _KEYS.finditer(text)]
    )


def _keys(reader: Reader, match: re.Match[str], offset: int) -> Inline:
    start = match.start(1)
    return Inline(
        "Element",
        "kbd",
        offset + match.start(),
        offset + match.end(),
        [Run(reader, match[1], offset + start, is_final=True)],
    )
