from articlelint import WARNING, Article, Depends, Findings, Image, Rule, on
from articlelint_rules.images._files import read_image


class OversizedDimensions(Rule):
    """An image has more pixels than the site can show."""

    name = "images/oversized-dimensions"
    severity = WARNING
    default = False
    depends = Depends.DISK

    max_width: int | None = None
    """The maximum width of an image, in pixels; if not set, any width."""

    max_height: int | None = None
    """The maximum height of an image, in pixels; if not set, any height."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        if self.max_width is None and self.max_height is None:
            return
        file = read_image(article, image)
        if file is None:
            return
        if self.max_width is not None and file.width > self.max_width:
            limit = f"wider than {self.max_width}"
        elif self.max_height is not None and file.height > self.max_height:
            limit = f"higher than {self.max_height}"
        else:
            return
        yield self.diagnostic(
            image.span,
            f"`{file.path.name}` is {file.width} × {file.height} pixels, {limit}",
            hint="Scale it down",
        )
