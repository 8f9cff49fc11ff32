"""``attr_list``: attributes in braces after what bears them.

The rules are ``markdown/extensions/attr_list.py``.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final, TypeVar

from articlelint.markdown.python_markdown.element import Element
from articlelint.markdown.python_markdown.inline.reader import Inline, Run
from articlelint.markdown.python_markdown.tags import is_block
from articlelint.text.regex import regex

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

Part = Inline | Run | Element
_Part = TypeVar("_Part", Part, Inline | Run)

_AT_END: Final = regex(r"[ ]+\{:?[ ]*([^}\n ][^\n]*)\}[ ]*$")
_BELOW: Final = regex(r"\n[ ]*\{:?[ ]*([^}\n ][^\n]*)\}[ ]*$")
_AFTER: Final = regex(r"\{:?[ ]*([^}\n ][^\n]*)\}")
_ATTRIBUTE: Final = regex(
    r"""(?P<double>[^ =}]+)="(?P<double_value>.*?)"|(?P<single>[^ =}]+)='(?P<single_value>.*?)'"""
    r"|(?P<name>[^ =}]+)=(?P<value>[^ =}]+)|(?P<word>[^ =}]+)|[ ]"
)
_NO_NAME: Final = regex(
    r"[^A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d"
    r"\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd:\-.0-9\u00b7"
    r"\u0300-\u036f\u203f-\u2040]+"
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WITH_LISTS_AT_END: Final = _HEADINGS | {"dt", "td", "th"}

Attributes = dict[str, str | None]


def scanned(text: str) -> tuple[list[tuple[str, str | None]], str]:
    """Return the attributes that *text* lists, and what is behind a brace that closes them."""
    found: list[tuple[str, str | None]] = []
    at = 0
    while (match := _ATTRIBUTE.match(text, at)) is not None:
        at = match.end()
        if match["double"]:
            found.append((match["double"], match["double_value"].strip('"')))
        elif match["single"]:
            found.append((match["single"], match["single_value"].strip("'")))
        elif match["name"]:
            found.append((match["name"], match["value"]))
        elif match["word"]:
            word = match["word"]
            if word.startswith((".", "#")):
                found.append(("." if word[0] == "." else "id", word[1:]))
            else:
                found.append((word, None))
    brace = text.find("}", at)
    return found, text[brace:] if brace >= 0 else ""


def _assign(bearer: Inline | Element, text: str, *, strict: bool) -> str | None:
    """Give *bearer* the attributes; return what is left of *text*, None where there are none."""
    found, rest = scanned(text)
    if strict and rest:
        return None
    attributes = bearer.attributes if bearer.attributes is not None else {}
    for name, value in found:
        if name == ".":
            classes = attributes.get("class")
            attributes["class"] = f"{classes} {value}" if classes else value
        else:
            attributes[_NO_NAME.sub("_", name)] = value
    bearer.attributes = attributes
    return rest


def _shown(run: Run, match: re.Match[str]) -> str:
    """Return a list of attributes with what was found in it before."""
    return run.reader.shown(match[1], run.start + match.start(1))


def take_from_block(element: Element, parts: list[Part]) -> None:
    """Take the attributes of a block from the end of its text."""
    run = _last_text(element, parts)
    if run is None or not run.text.rstrip(" \n").endswith("}"):
        return
    pattern = _AT_END if element.tag in _WITH_LISTS_AT_END else _BELOW
    match = pattern.search(run.text, max(0, run.text.rfind("\n", 0, -1)))
    if match is None or _assign(element, _shown(run, match), strict=True) is None:
        return
    run.text = run.text[: match.start()]
    if element.tag in _HEADINGS:
        run.text = run.text.rstrip("#").rstrip()


def _last_text(element: Element, parts: Sequence[Part]) -> Run | None:
    """Return the text in which the attributes of a block are looked for."""
    if not parts:
        return None
    last = parts[-1]
    if element.tag == "li":
        for index, part in enumerate(parts):
            if isinstance(part, Element) and part.tag in {"ul", "ol"}:
                last = parts[index - 1] if index else part
                break
    if isinstance(last, Run):
        return last
    first = parts[0]
    return first if isinstance(first, Run) else None


def take_after(parts: list[_Part]) -> None:
    """Take the attributes of elements within text from the text after each."""
    index = 0
    while index + 1 < len(parts):
        bearer = parts[index]
        index += 1
        run = parts[index]
        if not isinstance(run, Run) or not run.text.startswith("{") or isinstance(bearer, Run):
            continue
        if isinstance(bearer, Element) and is_block(bearer.tag):
            continue
        match = _AFTER.match(run.text)
        if match is None:
            continue
        rest = _assign(bearer, _shown(run, match), strict=False)
        after = Run(run.reader, run.text[match.end() :], run.start + match.end())
        if rest:
            # What was taken in vain, from the first brace that closes on, comes after all else.
            size = len(match[1]) - len(rest)
            parts.insert(index + 1, Run(run.reader, rest, run.start + match.start(1) + size))
        parts[index] = after


def written(attributes: Attributes) -> str:
    """Return attributes as they stand in a start tag."""
    return "".join(
        [
            f" {name}" if value is None else f' {name}="{html.escape(value)}"'
            for name, value in attributes.items()
        ]
    )
