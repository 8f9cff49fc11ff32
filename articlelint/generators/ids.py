"""Which ids a template of a shortcode, an include or a component puts out."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

_ID: Final = regex(
    r"""(?:(?<![?&])\bid|<a\b[^<>]{0,500}\sname)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{\{(?:(?!\{\{|\}\}).)*+\}\}|[^\s"'<>]+))"""
)
_GIVEN: Final = regex(
    r"\{\{-?\s*+(?:\.|\$?\.Get\b[^|{}]*+|include\.[\w-]+|\$\w++)"
    r"(?:\s*+\|\s*+(?:anchorize|urlize|lower|downcase|slugify|safeHTMLAttr|plainify|escape))*+"
    r"\s*+-?\}\}"
)
"""The value of a parameter."""
_SHORTEST: Final = 3
_WORD: Final = regex(r"""[^\s"'=,]+""")


def ids_in(template: str, arguments: str | None) -> frozenset[str] | None:
    """Return the ids that *template* puts out where it is called with *arguments*; None: any.

    A parameter's value stands among the arguments, where these are known. An id of which the
    beginning is known ends with an asterisk.
    """
    found: set[str] = set()
    for match in _ID.finditer(template):
        value = next(each for each in match.groups() if each is not None)
        if "{" not in value:
            found.add(value)
        elif arguments is not None and _GIVEN.fullmatch(value.strip()):
            found.update(_WORD.findall(arguments))
            found.add("".join(_WORD.findall(arguments)))
        elif len(beginning := value.partition("{")[0]) >= _SHORTEST:
            found.add(f"{beginning}*")
        else:
            return None
    return frozenset(found)


_HEADING: Final = regex(
    r"^ {0,3}#{1,6}[ \t]*(?P<atx>\S.*)|^ {0,3}(?P<setext>\S.*)\n {0,3}(?:=+|-+)[ \t]*$", 8
)  # MULTILINE
_LIST: Final = regex(r"\{[:#][^{}\n]*\}")
_OWN: Final = regex(r"#([\w:.-]+)")
_URL: Final = regex(r"\]\([^()\n]*\)|\]\[[^\]\n]*\]|<[^<>\n]*>")


def headings_in(template: str) -> frozenset[str]:
    """Return the words of the headings of Markdown in *template*, of which ids are made."""
    found: set[str] = set()
    for match in _HEADING.finditer(template):
        line = match["atx"] or match["setext"]
        for given in _LIST.findall(line):
            found.update(_OWN.findall(given))
        found.add(_URL.sub("]", _LIST.sub("", line)))
    found.update(each for given in _LIST.findall(template) for each in _OWN.findall(given))
    return frozenset(found)
