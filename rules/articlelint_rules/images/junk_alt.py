import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from articlelint import WARNING, Article, Findings, Image, ImageOrigin, Rule, on, regex

_FILE_NAME = regex(r"\S+\.(?:png|jpe?g|gif|webp|avif|svg|bmp|tiff?|heic)", re.IGNORECASE)
_NUMBERED = regex(
    r"""(?:img|image|dsc[nf]?|pict?|photo|picture|screen[ _-]?shot|mvimg|pxl|wx|p|snap|untitled
    |captura|bildschirmfoto|capture|图片?|截图|截屏|微信图片|微信截图|屏幕快照|スクリーンショット)
    [\s_()-]*(?=[\s\d_():.T-]*\d)[\s\d_():.T@x-]*(?:am|pm|上午|下午)?
    | \d{6,}[\w-]* | [0-9a-f]{16,}
    | [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 200
_EDGES = " \t\n:：.。,，…!！[]()（）【】<>*_"


class JunkAlt(Rule):
    """The alternative text of an image says nothing about it."""

    name = "images/junk-alt"
    severity = WARNING
    default = False

    words: tuple[str, ...] = (
        "alt", "alt tag", "alt text", "alternate text", "alternative text", "bild", "description",
        "enter image description here", "foto", "graphic", "image", "image alt text",
        "image description", "image text", "imagen", "images", "img", "immagine", "in here",
        "insert image description here", "paste image", "photo", "pic", "picture", "text",
        "undefined", "null", "untitled", "图", "图像", "图片", "图片描述", "图片说明",
        "在这里插入图片描述", "这里写图片描述", "插入图片描述", "请添加图片描述", "描述",
        "描述文字", "示例图片", "圖片", "画像", "画像の説明", "写真", "이미지", "사진", "картинка",
        "изображение", "фото",
    )  # fmt: skip
    """The texts that say nothing, in any case."""

    @on.image()
    def check(self, image: Image, article: Article) -> Findings:
        alt = (image.alt or "").strip()
        if not alt or image.alt_span is None or image.place not in {"", "src"}:
            return
        reason = self._reason(alt, image)
        if reason is None and alt == _title(article):
            titled = article.view(_images_called_like)
            if titled > 1:
                reason = f"{titled} images of the article have its title as their text"
        if reason is not None:
            yield self.diagnostic(image.alt_span, reason, hint="Say what it shows")

    def _reason(self, alt: str, image: Image) -> str | None:
        if len(alt) > _LONGEST:
            return None
        word = alt.strip(_EDGES).casefold()
        if word in self.words:
            return f"`{alt}` does not say what the image shows"
        name = _file_name(image.url)
        if _FILE_NAME.fullmatch(alt) or (name and alt.casefold() == name.casefold()):
            return f"`{alt}` is the name of a file, not what the image shows"
        if _NUMBERED.fullmatch(word):
            return f"`{alt}` is a name that a program gave the file, not what the image shows"
        return None


def _file_name(url: str) -> str:
    try:
        name = PurePosixPath(unquote(urlsplit(url).path)).name
    except ValueError:
        return ""
    return name if "." in name else ""


def _title(article: Article) -> str:
    data = article.front_matter.data if article.front_matter else {}
    title = next((data[key] for key in article.site.generator.title_keys if key in data), None)
    return title.strip() if isinstance(title, str) else ""


def _images_called_like(article: Article) -> int:
    """Return how many images of the body have the article's title as their text."""
    title = _title(article)
    if not title:
        return 0
    return sum(
        image.place in {"", "src"}
        and image.origin is not ImageOrigin.FRONT_MATTER
        and (image.alt or "").strip() == title
        for image in article.images
    )
