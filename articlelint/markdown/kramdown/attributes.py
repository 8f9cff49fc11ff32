"""Attribute lists: ``{: .class #id key="value" reference}``."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from articlelint.markdown.kramdown.model import AttributeList
from articlelint.markdown.kramdown.patterns import ID_NAME
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Mapping

_ID: Final = r"#[A-Za-z][\w:-]*"
_CLASS: Final = r"\.[^\s.#]+"
_PART: Final = regex(
    rf"""(?:\A|\s)(?:({ID_NAME})=(?:"((?:\\\}}|\\"|[^}}])*?)"|'((?:\\\}}|\\'|[^}}])*?)')"""
    rf"""|({ID_NAME})|((?:{_ID}|{_CLASS})+))(?=\s|\Z)""",
    re.ASCII,
)
_ID_OR_CLASS: Final = regex(rf"({_ID})|({_CLASS})", re.ASCII)
_ESCAPED: Final = regex(r"""\\([}"'])""")


def read_attributes(inner: str, found: AttributeList) -> None:
    """Add what *inner*, the text between the braces, says to *found*."""
    values = found.values
    for key, double, single, reference, marks in _PART.findall(inner):
        if key:
            values[key] = _ESCAPED.sub(r"\1", double or single)
        elif reference:
            found.references.append(reference)
        else:
            for name, style in _ID_OR_CLASS.findall(marks):
                if name:
                    values["id"] = name[1:]
                else:
                    values["class"] = f"{values.get('class', '')} {style[1:]}".lstrip()


def resolved(given: AttributeList, named: Mapping[str, AttributeList]) -> dict[str, str]:
    """Return the attributes that *given* means, those of the lists it refers to included."""
    found: dict[str, str] = {}
    _update(found, given, named, set())
    return found


def _update(
    found: dict[str, str],
    given: AttributeList,
    named: Mapping[str, AttributeList],
    seen: set[str],
) -> None:
    for reference in given.references:
        if reference in named and reference not in seen:
            seen.add(reference)
            _update(found, named[reference], named, seen)
    for key, value in given.values.items():
        if key == "class":
            found[key] = f"{found.get(key, '')} {value}".lstrip()
        else:
            found[key] = value


def attributes_of(inner: str, named: Mapping[str, AttributeList]) -> str:
    """Return what the start tag holds, from a space on, of an element with the list *inner*."""
    given = AttributeList()
    read_attributes(inner, given)
    return as_html(resolved(given, named))


def as_html(attributes: Mapping[str, str]) -> str:
    """Return *attributes* as a start tag holds them, from a space on."""
    return "".join([f' {name}="{html.escape(value)}"' for name, value in attributes.items()])
