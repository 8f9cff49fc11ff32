from articlelint import WARNING, Article, Element, Findings, Image, ImageOrigin, Rule, SpanIndex, on

_NAMING = ("aria-label", "aria-labelledby")


class MissingAlt(Rule):
    """An image has no alternative text."""

    name = "images/missing-alt"
    severity = WARNING
    default = False

    empty_in_markdown: bool = False
    """Whether to treat ``![](a.png)`` as decoration, like ``alt=""`` in HTML."""

    @on.image()
    def check(self, image: Image, article: Article) -> Findings:
        if image.origin is ImageOrigin.MARKDOWN:
            if not self.empty_in_markdown and not (image.alt or "").strip():
                yield self.diagnostic(
                    image.element,
                    "The image has no alternative text",
                    hint="Say between the brackets what it shows: `![A red kite](...)`",
                )
        elif (
            image.place == "src"
            and image.alt is None
            and not _is_excused(image.html)
            and not _may_be_given_one(article, image)
        ):
            yield self.diagnostic(
                image.element,
                "The image has no `alt`",
                hint='Say in `alt` what it shows; `alt=""` if it is decoration',
            )


def _is_excused(element: Element | None) -> bool:
    """Tell whether readers who cannot see skip the image, or are told of it another way."""
    if element is None:
        return True
    if element.get("role") in {"presentation", "none"} or element.get("aria-hidden") == "true":
        return True
    if any((element.get(name) or "").strip() for name in _NAMING):
        return True
    # A pixel that counts visitors shows nothing.
    sizes = {element.get("width"), element.get("height")} - {None}
    return bool(sizes) and sizes <= {"0", "1", "0px", "1px"}


def _may_be_given_one(article: Article, image: Image) -> bool:
    """Tell whether a template, or a spread of JSX, writes attributes into the tag."""
    if "{..." in image.element.of(article.text):
        return True
    attributes = image.html.attributes.values() if image.html else ()
    values = [attribute.value_span for attribute in attributes]
    return any(
        not any(value.encloses(span) for value in values)
        for span in article.view(_tags).within(image.element)
    )


def _tags(article: Article) -> SpanIndex:
    return SpanIndex(tag.span for tag in article.masked.tags)
