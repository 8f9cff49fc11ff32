from articlelint import WARNING, Article, Depends, Findings, Image, Rule, on
from articlelint_rules.images._files import read_image

_EXTENSIONS = {
    "png": (".png", ".apng"),
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg"),
    "gif": (".gif",),
    "webp": (".webp",),
    "avif": (".avif",),
    "bmp": (".bmp",),
    "svg": (".svg",),
    "ico": (".ico", ".cur"),
    "tiff": (".tif", ".tiff"),
    "heic": (".heic", ".heif"),
    "psd": (".psd",),
}
_ALL = frozenset(extension for extensions in _EXTENSIONS.values() for extension in extensions)


class WrongExtension(Rule):
    """An image is not the type of file that its extension says."""

    name = "images/wrong-extension"
    severity = WARNING
    default = False
    depends = Depends.DISK

    @on.image_url()
    def check(self, image: Image, article: Article) -> Findings:
        file = read_image(article, image)
        if file is None or file.kind not in _EXTENSIONS:
            return
        right = _EXTENSIONS[file.kind]
        extension = file.path.suffix.lower()
        if extension in _ALL and extension not in right:
            yield self.diagnostic(
                image.span,
                f"`{file.path.name}` is a {file.kind.upper()}, whatever its name says",
                hint=f"Rename it to `{file.path.stem}{right[0]}`, or convert it",
            )
