from articlelint import WARNING, Article, Depends, Findings, Image, Rule, on
from articlelint_rules.images._files import read_image
from articlelint_rules.images._sizes import bytes_in_words


class OversizedFile(Rule):
    """An image file is larger than the site allows."""

    name = "images/oversized-file"
    severity = WARNING
    default = False
    depends = Depends.DISK

    max_kilobytes: int | None = None
    """The maximum size of a file, in thousands of bytes; if not set, any size."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        if self.max_kilobytes is None:
            return
        file = read_image(article, image)
        if file is not None and file.length > self.max_kilobytes * 1000:
            yield self.diagnostic(
                image.span,
                f"`{file.path.name}` is {bytes_in_words(file.length)}, "
                f"more than {self.max_kilobytes} kB",
                hint="Scale it down, or save it as WebP or AVIF",
            )
