import re
from collections.abc import Iterator

from articlelint import (
    ERROR,
    LAZY_ATTRIBUTES,
    Article,
    Element,
    Findings,
    Image,
    ImageOrigin,
    Rule,
    on,
    regex,
)

_HINT = "Name a file, or delete the image"


class EmptySource(Rule):
    """An image has no source."""

    name = "images/empty-source"
    severity = ERROR

    @on.image()
    def check(self, image: Image, article: Article) -> Findings:
        if image.url or image.dynamic:
            return
        if image.origin is ImageOrigin.FRONT_MATTER:
            return  # which themes take for no image at all
        if image.html is None or not _has_other_source(image.html):
            place = f"`{image.place}` of the image" if image.place else "The image's address"
            yield self.diagnostic(image.element, f"{place} is empty", hint=_HINT, cause="article")

    @on.element("img")
    def check_element(self, element: Element, article: Article) -> Findings:
        if "src" not in element.attributes and not _has_other_source(element):
            is_image = any(each.value for each in element.attributes.values())  # `<image name>`
            hint = _HINT if is_image else "Put it in backticks if readers should see it"
            yield self.diagnostic(
                element.tag_span, "The image has no `src`", hint=hint, cause="article"
            )


def _is_address(value: str) -> bool:
    """Tell whether *value* is that of an image, or leads to another host."""
    path = value.partition("?")[0].partition("#")[0].lower()
    return path.startswith(("http://", "https://", "//")) or path.endswith(_EXTENSIONS)


_EXTENSIONS = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
_SCHEMES = frozenset({"dark", "light"})
_SCHEME = regex(r"\s*\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)\s*", re.IGNORECASE)


def _schemes(element: Element) -> Iterator[str]:
    """Yield the schemes of colours for which a picture has a source of its own."""
    picture = element.parent
    if picture is None or picture.tag != "picture":
        return
    for source in picture.children:
        if isinstance(source, Element) and source.tag == "source":
            match = _SCHEME.fullmatch(source.get("media") or "")
            if match is not None:
                yield match[1].lower()


def _has_other_source(element: Element) -> bool:
    """Tell whether an attribute or a script gives the image a source, or it wants none."""
    attributes = element.attributes
    if any((element.get(name) or "").strip() for name in ("srcset", *LAZY_ATTRIBUTES)):
        return True
    if "0" in {element.get("width"), element.get("height")}:
        return True  # it is there for the room that it takes
    if "src" not in attributes and set(_schemes(element)) >= _SCHEMES:
        return True  # a source of the picture is taken anyway
    if any(_is_address(element.get(name) or "") for name in attributes if name[:5] == "data-"):
        return True  # a script takes it from there
    # ``:src`` and ``v-bind:src`` of Vue, ``ng-src``; or a script finds the element.
    return any(name.endswith("src") and name != "src" for name in attributes) or (
        "src" not in attributes and ("id" in attributes or "class" in attributes)
    )
