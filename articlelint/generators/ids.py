"""Which ids a template of a shortcode, an include or a component puts out."""

from __future__ import annotations

from typing import Final

from articlelint.text.regex import regex

_ID: Final = regex(
    r"""(?:\bid|<a\b[^<>]{0,500}\sname)\s*=\s*(?:"([^"]*)"|'([^']*)'|(\{\{(?:(?!\{\{|\}\}).)*+\}\}|[^\s"'<>]+))"""
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
