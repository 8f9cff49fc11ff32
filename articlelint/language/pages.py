"""The page of a rule, with what articlelint itself says on it in another language.

That is the summary, the headings and the findings in the examples. The prose stays as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FENCE = regex(r"(?P<marks>`{3,})(?:\w+ (?P<kind>[\w-]+))?")
_FOUND = regex(r"(?P<before>\d+:\d+-[\d:]+ |    )(?P<what>[a-z ]+): (?P<text>.*)")
_RELATED = regex(r"(?P<before>    \d+:\d+ )(?P<text>.*)")
_FINDINGS = "diagnostics"


def translated(page: str, say: Callable[[str], str]) -> str:
    """Return *page* with what *say* makes of the texts that are articlelint's own."""
    title, blank, rest = page.partition("\n\n")
    summary, more, rest = rest.partition("\n\n")
    texts = (say(" ".join(summary.split())), *_sections(rest, say))
    return title + blank + f"{texts[0]}{more}" + "\n".join(texts[1:])


def _sections(text: str, say: Callable[[str], str]) -> Iterator[str]:
    fence: str | None = None
    kind = ""
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if match is not None and fence in {None, match["marks"]}:
            fence = match["marks"] if fence is None else None
            kind = match["kind"] or ""
            yield line
        elif fence is None:
            yield f"## {say(line[3:])}" if line.startswith("## ") else line
        else:
            yield _finding(line, say) if kind == _FINDINGS else line


def _finding(line: str, say: Callable[[str], str]) -> str:
    if found := _FOUND.fullmatch(line):
        return f"{found['before']}{say(found['what'])}{say(': ')}{say(found['text'])}"
    if related := _RELATED.fullmatch(line):
        return f"{related['before']}{say(related['text'])}"
    return line
