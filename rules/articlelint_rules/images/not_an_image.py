from articlelint import ERROR, Article, Findings, Rule
from articlelint_rules.images._files import read_image
from articlelint_rules.images._urls import known_images

_OTHER = {
    "html": "is a page of HTML, as a server sends it in the place of an image",
    "mp4": "is a video",
}


class NotAnImage(Rule):
    """The file of an image holds none: it is empty, cut off, or a page of HTML."""

    name = "images/not-an-image"
    severity = ERROR

    def check(self, article: Article) -> Findings:
        for image in known_images(article):
            file = read_image(article, image)
            if file is None:
                continue
            if file.length == 0:
                reason = "is empty"
            elif file.truncated:
                reason = "is cut off: its end is missing"
            elif file.kind in _OTHER:
                reason = _OTHER[file.kind]
            else:
                continue
            yield self.diagnostic(
                image.span,
                f"`{article.site.relative(file.path)}` {reason}",
                hint="Show it with `<video>`"
                if file.kind == "mp4"
                else "Put the image in its place",
            )
