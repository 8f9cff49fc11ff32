from articlelint import WARNING, Article, Depends, Findings, Image, Rule, on
from articlelint_rules.images._files import read_image
from articlelint_rules.images._sizes import pixels, sized_images


class WrongDimensions(Rule):
    """The `width` and `height` of an image distort it."""

    name = "images/wrong-dimensions"
    severity = WARNING
    default = False
    depends = Depends.DISK

    tolerance: float = 0.2
    """How far a side may be from what the file's proportions give, as a fraction."""

    @on.view(sized_images)
    def check(self, image: Image, article: Article) -> Findings:
        element = image.html
        if element is None:
            return
        width, height = pixels(element, "width"), pixels(element, "height")
        file = read_image(article, image) if width > 1 and height > 1 else None
        if file is None or not file.width:
            return
        right = width * file.height / file.width
        if abs(right - height) > max(1.5, self.tolerance * max(right, height)):
            yield self.diagnostic(
                element.attributes["height"].value_span,
                f"{width} × {height} distorts the image, which is {file.width} × {file.height}",
                hint=f"With this `width`, the `height` should be {max(1, round(right))}",
            )
