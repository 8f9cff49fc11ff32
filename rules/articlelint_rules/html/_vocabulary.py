"""Whether a tag is meant as one: names that are none of HTML's, and what they misspell."""

from typing import Final

from articlelint import Element, element_names, obsolete_elements, regex

KNOWN: Final = element_names() | obsolete_elements().keys() | {"image"}
"""The elements of HTML, of today and of old; the parser takes ``image`` for ``img``."""

_NAME: Final = regex(r"[a-z][\w.:-]*")
_WORD_BEFORE: Final = regex(r"[\w\\]\Z")
_GLUED: Final = regex(
    rf"({'|'.join(sorted(element_names()))})"
    r"((?:href|src|class|id|style|alt|title|width|height|target|rel|name)=)"
)


def is_text(element: Element) -> bool:
    """Tell whether the tag was meant as text: ``Vec<T>``, ``<your name>``.

    That is a tag of no known element, without values and without an end tag, or with a name
    such as ``g1<<endl``. A custom element always has an end tag, and a component of the site
    nearly always.
    """
    if element.namespace != "html" or element.tag in KNOWN:
        return False
    if not _NAME.fullmatch(element.tag):
        return True
    return not is_closed(element) and not has_values(element)


def is_closed(element: Element) -> bool:
    """Tell whether the author wrote an end tag; kramdown writes those that are missing."""
    return element.end_tag is not None and element.end_tag.start < element.end_tag.end


def has_values(element: Element) -> bool:
    """Tell whether any attribute of the tag has a value or an equals sign."""
    return any(
        end - start > len(each.name)
        for each in element.attributes.values()
        for start, end in (each.offsets,)
    )


def follows_word(text: str, start: int) -> bool:
    """Tell whether a tag stands right after a letter or a backslash, as ``List<String>`` does."""
    return _WORD_BEFORE.search(text[max(start - 1, 0) : start]) is not None


def glued(tag: str) -> tuple[str, str] | None:
    """Return the name and the attribute that stand together: ``("a", "href=")``; or None."""
    found = _GLUED.match(tag)
    return (found[1], found[2]) if found else None


def nearest(tag: str) -> str | None:
    """Return the element that *tag* misspells, where it has the length to tell."""
    if len(tag) < 4:
        return None
    from difflib import get_close_matches

    return next(iter(get_close_matches(tag, sorted(element_names()), 1, 0.8)), None)
