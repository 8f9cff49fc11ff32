"""The sizes of images: what HTML gives them, and how to say what files have."""

import re

from articlelint import Article, Element, Image, regex

_STYLED = regex(
    r"(?:^|;)\s*(?:(?:max-|min-)?(?:width|height)|object-fit|aspect-ratio)\s*:", re.IGNORECASE
)
_PIXELS = regex(r"\s*(\d{1,5})(?:px)?\s*")


def sized_images(article: Article) -> list[Image]:
    """Return each `img` whose size its attributes decide: none that has one in its `style`."""
    return [
        image
        for image in article.images
        if image.html is not None
        and image.place == "src"
        and image.html.tag == "img"
        and not _STYLED.search(image.html.get("style") or "")
    ]


def pixels(element: Element, name: str) -> int:
    """Return the number of pixels that an attribute gives; 0 where it gives none."""
    match = _PIXELS.fullmatch(element.get(name) or "")
    return int(match[1]) if match else 0


def bytes_in_words(number: int) -> str:
    """Return a number of bytes as an author would read it."""
    if number < 1000:
        return f"{number} bytes"
    return f"{number / 1000:.0f} kB" if number < 10**6 else f"{number / 10**6:.1f} MB"
