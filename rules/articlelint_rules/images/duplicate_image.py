from collections.abc import Sequence

from articlelint import WARNING, Article, Findings, Image, ImageOrigin, Related, Rule, on


class DuplicateImage(Rule):
    """The same image appears twice in the article."""

    name = "images/duplicate-image"
    severity = WARNING
    default = False

    @on.image_urls()
    def check(self, images: Sequence[Image], article: Article) -> Findings:
        seen: dict[str, Image] = {}
        for image in images:
            if image.origin is ImageOrigin.FRONT_MATTER or image.place not in {
                "", "src", "img", "asset_img", "figure", "image",
            }:  # fmt: skip
                continue
            first = seen.setdefault(image.url, image)
            if first is not image:
                yield self.diagnostic(
                    image.span,
                    "The article already shows this image above",
                    related=[Related(first.span, "here")],
                )
