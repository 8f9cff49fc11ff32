from articlelint import INFO, SAFE, Article, Depends, Edit, Findings, Fix, Image, Rule, on
from articlelint_rules.images._files import read_image
from articlelint_rules.images._sizes import pixels, sized_images


class MissingDimensions(Rule):
    """An image has no `width` and `height`, so the page jumps when it loads."""

    name = "images/missing-dimensions"
    severity = INFO
    fixable = SAFE
    default = False
    depends = Depends.DISK

    @on.view(sized_images)
    def check(self, image: Image, article: Article) -> Findings:
        attributes = image.html.attributes if image.html else {}
        missing = [name for name in ("width", "height") if name not in attributes]
        if missing:
            yield self.diagnostic(
                image.element,
                f"The image has no {' and no '.join(f'`{name}`' for name in missing)}",
                hint="Give it the size at which it is shown",
                fix=_fix(article, image, missing),
            )


def _fix(article: Article, image: Image, missing: list[str]) -> Fix | None:
    """Return the fix that gives the size in the file, or what belongs to the side that is given."""
    file = read_image(article, image)
    if file is None or not file.width or image.html is None:
        return None
    sides = {"width": file.width, "height": file.height}
    if len(missing) == 1:
        other = "height" if missing == ["width"] else "width"
        given = pixels(image.html, other)
        if not given:
            return None
        sides = {missing[0]: round(given * sides[missing[0]] / sides[other])}
    text = " ".join(f'{name}="{sides[name]}"' for name in missing)
    source = image.html.attributes[image.place].span
    return Fix.safe(f"Write `{text}`", Edit.insert(source.end, f" {text}"))
