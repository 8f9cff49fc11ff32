"""How elements are named for those who cannot see them."""

from articlelint import Element


def is_hidden(element: Element) -> bool:
    """Tell whether assistive technology is told to pass the element over."""
    return (
        "hidden" in element.attributes
        or element.get("aria-hidden") == "true"
        or element.get("role") in {"presentation", "none"}
    )


def has_name(element: Element) -> bool:
    """Tell whether the tag itself names the element (ARIA, "Accessible Name Calculation")."""
    return any(
        (element.get(name) or "").strip() for name in ("aria-label", "aria-labelledby", "title")
    )


def has_content(element: Element) -> bool:
    """Tell whether something inside can be read out: text, an image's alternative, a label."""
    if element.text().strip():
        return True
    return any(
        (inner.get("alt") or "").strip() or has_name(inner) or inner.tag == "svg"
        for inner in element.elements()
    )
