from articlelint import ERROR, Article, Depends, Findings, Image, ImageOrigin, Rule, on
from articlelint_rules.images._files import read_image

_OTHER = {
    "html": "is an HTML page, which a server sent instead of the image",
    "mp4": "is a video",
}


class NotAnImage(Rule):
    """An image file is not an image: it is empty, cut off, or an HTML page."""

    name = "images/not-an-image"
    severity = ERROR
    depends = Depends.DISK

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        file = read_image(article, image)
        if file is None:
            return
        if file.length == 0:
            reason = "is empty"
        elif file.truncated:
            reason = "is cut off: its end is missing"
        elif file.kind == "mp4" and image.origin is ImageOrigin.FRONT_MATTER:
            return  # a layout may show a film
        elif file.kind in _OTHER:
            reason = _OTHER[file.kind]
        else:
            return
        yield self.diagnostic(
            image.span,
            f"`{article.site.relative(file.path)}` {reason}",
            hint="Show it with `<video>`" if file.kind == "mp4" else "Put the image in its place",
        )
