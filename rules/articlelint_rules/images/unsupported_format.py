import re

from articlelint import WARNING, Article, Findings, Image, Rule, on, regex, scheme_of

_EXTENSION = regex(r"[^?#]*[^/?#]\.(?P<extension>[A-Za-z0-9]{2,5})(?:[?#].*)?", re.DOTALL)
_REASONS = {
    "ai": "Browsers do not show Illustrator's format",
    "bmp": "BMP is not compressed, and many times larger than PNG",
    "cr2": "Browsers do not show a camera's raw format",
    "dng": "Browsers do not show a camera's raw format",
    "eps": "Browsers do not show EPS",
    "heic": "Only Safari shows HEIC",
    "heif": "Only Safari shows HEIF",
    "jp2": "Browsers do not show JPEG 2000",
    "nef": "Browsers do not show a camera's raw format",
    "pdf": "Only Safari shows PDF as an image",
    "psd": "Browsers do not show Photoshop's format",
    "tif": "Only Safari shows TIFF",
    "tiff": "Only Safari shows TIFF",
    "xcf": "Browsers do not show GIMP's format",
}


class UnsupportedFormat(Rule):
    """An image has a format that browsers cannot show or that is unsuitable for the web."""

    name = "images/unsupported-format"
    severity = WARNING

    extensions: tuple[str, ...] = tuple(name for name in _REASONS if name != "bmp")
    """The file extensions of such formats; of those that browsers show, `bmp` may be added."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        match = _EXTENSION.fullmatch(image.url)
        extension = match["extension"].lower() if match else ""
        if extension in article.site.generator.converted_images and not scheme_of(image.url):
            return
        if extension in self.extensions and not image.url.startswith("data:"):
            yield self.diagnostic(
                image.span,
                _REASONS.get(extension, f"`.{extension}` is not a format that this site uses"),
                hint="Convert it to PNG, JPEG, WebP, AVIF or SVG",
                cause=extension,
            )
