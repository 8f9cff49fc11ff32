import re
from urllib.parse import unquote_to_bytes

from articlelint import ERROR, WARNING, Article, Findings, Image, Rule, on, regex
from articlelint_rules.images._sizes import bytes_in_words

_DATA = regex(r"data:(?P<type>[^;,]*)(?P<parameters>[^,]*)(?P<comma>,?)", re.IGNORECASE)
_SPACE = regex(rb"[ \t\n\f\r]+")
_IMAGE = regex(r"\s*+(?:/9j/|iVBORw0KGgo|R0lGOD|UklGR|Qk[0-3])")
"""How JPEG, PNG, GIF, WebP and BMP begin in Base64."""
_BASE64 = regex(rb"[A-Za-z0-9+/]*={0,2}")


class EmbeddedData(Rule):
    """An image embedded in the article is large, or broken."""

    name = "images/embedded-data"
    severity = WARNING

    max_kilobytes: int = 500
    """The maximum size of the data, in thousands of bytes."""

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        match = _DATA.match(image.url)
        if match is None:
            return
        problem = _problem(image.url, match)
        if problem is not None:
            yield self.diagnostic(image.span, problem, severity=ERROR)
        elif len(image.url) > self.max_kilobytes * 1000:
            yield self.diagnostic(
                image.span,
                f"The image puts {bytes_in_words(len(image.url))} of data into the text",
                hint="Put it in a file of its own",
            )


def _problem(url: str, match: re.Match[str]) -> str | None:
    """Return why a ``data:`` URL shows nothing: Fetch Standard, 6 "data: URLs"."""
    if not match["comma"]:
        return "The embedded data has no comma, so it is empty"
    kind = match["type"].strip().lower()
    if not kind and url.strip() == "data:,":
        return None  # a program put it there, since nothing is to be loaded
    if not kind.startswith("image/"):
        if _IMAGE.match(url, match.end()) and ";base64" in match["parameters"].lower():
            return None  # browsers look at what it is, not at what it is called
        return f"The embedded data is `{kind or 'text/plain'}`, which is not an image"
    data = url[match.end() :]
    if not data.strip():
        return "The embedded image is empty"
    if match["parameters"].rstrip(" ").lower().endswith(";base64"):
        body = _SPACE.sub(b"", unquote_to_bytes(data))
        if not _BASE64.fullmatch(body):
            return "The embedded image is broken: it has characters that are not Base64"
        if len(body.rstrip(b"=")) % 4 == 1:
            return "The embedded image is broken: its Base64 is cut off"
    return None
