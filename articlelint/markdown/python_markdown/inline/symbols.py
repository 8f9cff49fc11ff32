"""Symbols and typographic marks: ``pymdownx.smartsymbols`` and ``smarty``.

They are looked for when everything else has been found, in what text is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from articlelint.markdown.python_markdown.inline.reader import Inline, Reader
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

    from articlelint.markdown.python_markdown.features import Features

_FRACTIONS: Final = {
    "1/4": "¼", "1/2": "½", "3/4": "¾", "1/3": "⅓", "2/3": "⅔", "1/5": "⅕", "2/5": "⅖", "3/5": "⅗",
    "4/5": "⅘", "1/6": "⅙", "5/6": "⅚", "1/8": "⅛", "3/8": "⅜", "5/8": "⅝", "7/8": "⅞",
}  # fmt: skip
_ARROWS: Final = {"-->": "→", "<--": "←", "<-->": "↔"}
_Shown = Callable[["re.Match[str]"], str]
_SYMBOLS: Final[Mapping[str, tuple[re.Pattern[str], re.Pattern[str], _Shown]]] = {
    name: (regex(sign), regex(pattern), shown)
    for name, sign, pattern, shown in (
        ("trademark", r"\(tm\)", r"\(tm\)", lambda _: "™"),
        ("copyright", r"\(c\)", r"\(c\)", lambda _: "©"),
        ("registered", r"\(r\)", r"\(r\)", lambda _: "®"),
        ("plusminus", r"\+/-", r"\+/-", lambda _: "±"),
        (
            "arrows",
            "-->|<--",
            r"<-{2}>|(?<!-)-{2}>|<-{2}(?!-)",
            lambda match: _ARROWS[match[0]],
        ),
        ("notequal", "=/=", "=/=", lambda _: "≠"),
        (
            "fractions",
            "[1-7]/[2-8]",
            r"(?<!\d)(?:1/4|1/2|3/4|1/3|2/3|1/5|2/5|3/5|4/5|1/6|5/6|1/8|3/8|5/8|7/8)(?!\d)",
            lambda match: _FRACTIONS[match[0]],
        ),
        (
            "ordinal_numbers",
            "[0-9](?:st|nd|rd|th)",
            r"\b((?:[1-9][0-9]*)?)((?<=1)(?:1|2|3)th|1st|2nd|3rd|[04-9]th)\b",
            lambda match: f"{match[1]}{match[2][:-2]}<sup>{match[2][1:]}</sup>",
        ),
        ("care_of", "c/o", r"\bc/o\b", lambda _: "℅"),
    )
}
_NEEDED: Final = {
    "trademark": ("(tm)",),
    "copyright": ("(c)",),
    "registered": ("(r)",),
    "plusminus": ("+/-",),
    "arrows": ("-->", "<--"),
    "notequal": ("=/=",),
    "care_of": ("c/o",),
}
"""What a text has at least one of where it has a symbol; the others have a pattern alone."""
_PUNCTUATION: Final = r"""[!"#$%'()*+,-.\/:;<=>?\@\[\\\]\^_`{|}~]"""
_CLOSE: Final = r"[^ \t\r\n\[{(\-\x02\x03]"
_BEFORE: Final = r"(?:\s|&nbsp;|--|–|—|&[mn]dash;|&#8211;|&#8212;)"
# Each with what is shown; "1" stands for what the pattern keeps of the text.
_QUOTES: Final = tuple(
    (regex(pattern), shown, quote)
    for pattern, shown, quote in (
        (rf"^'(?={_PUNCTUATION}\B)", "’", "'"),
        (rf'^"(?={_PUNCTUATION}\B)', "”", '"'),
        (r"\"'(?=\w)", "“‘", "'"),
        (r"'\"(?=\w)", "‘“", "'"),
        (rf"(?<={_CLOSE})'\"", "’”", "'"),
        (rf"(?<={_CLOSE})\"'", "”’", "'"),
        (r"(?<!\w)'(?=\d{2}s)", "’", "'"),
        (r"(?:(?<=\s)|(?<=&nbsp;)|(?<=--)|(?<=[–—]))'(?=\w)", "‘", "'"),
        (rf"(?<={_CLOSE})'(?!\s|s\b|\d)", "’", "'"),
        (r"'(?=\s|s\b)", "’", "'"),
        (r"'", "‘", "'"),
        (r"(?:(?<=\s)|(?<=&nbsp;)|(?<=--)|(?<=[–—]))\"(?=\w)", "“", '"'),
        (r"\"(?=\s)", "”", '"'),
        (rf"(?<={_CLOSE})\"", "”", '"'),
        (r"\"", "“", '"'),
    )
)
_MARKS: Final = {
    "smart_dashes": (
        (regex(r"(?<!-)---(?!-)"), "—", "-"),
        (regex(r"(?<!-)--(?!-)"), "–", "-"),
    ),
    "smart_angled_quotes": ((regex(r"<<"), "«", "<"), (regex(r">>"), "»", ">")),
    "smart_quotes": _QUOTES,
    "smart_ellipses": ((regex(r"(?<!\.)\.{3}(?!\.)"), "…", "."),),
}


def symbols_in(features: Features, text: str) -> tuple[str, ...]:
    """Return the names of the symbols and marks that a whole text may have."""
    found = [name for name in features.smart_symbols if _may_have(text, name)]
    for name, marks in _MARKS.items():
        if name in features.smarty and any(needed in text for _, _, needed in marks):
            found.append(name)
    return tuple(found)


def _may_have(text: str, name: str) -> bool:
    """Tell whether a text may have a symbol, by what is quick to find."""
    needed = _NEEDED.get(name)
    if needed is None:
        return _SYMBOLS[name][0].search(text) is not None
    return any(sign in text for sign in needed)


def signs_of(name: str) -> str:
    """Return a regular expression for what a text has at least one of where it has a symbol."""
    if name in _MARKS:
        return "|".join(re.escape(needed) for _, _, needed in _MARKS[name])
    first, sep, rest = _SYMBOLS[name][0].pattern.partition("]")
    if not sep:
        return first
    low, high = first[1], first[3]  # a pattern that begins with a character is quick
    return "|".join(f"{digit}{rest}" for digit in range(int(low), int(high) + 1))


def hide_symbols(names: tuple[str, ...], reader: Reader, text: str, offset: int) -> str:
    """Return *text* with the symbols in it hidden."""
    for name in names:
        if name in _MARKS:
            for pattern, mark, needed in _MARKS[name]:
                if needed in text:
                    nodes = [
                        Inline("Text", mark, offset + match.start(), offset + match.end())
                        for match in pattern.finditer(text)
                    ]
                    text = reader.hide(text, offset, nodes)
            continue
        sign, pattern, shown = _SYMBOLS[name]
        if sign.search(text) is not None:
            nodes = []
            for match in pattern.finditer(text):
                found = shown(match)
                kind = "Markup" if "<" in found else "Text"
                nodes.append(Inline(kind, found, offset + match.start(), offset + match.end()))
            text = reader.hide(text, offset, nodes)
    return text
