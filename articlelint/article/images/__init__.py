"""The images of an article, gathered once, whatever syntax they stand in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articlelint.article.images.expressions import known_url
from articlelint.article.images.front_matter import images_in_front_matter
from articlelint.article.images.model import EMBEDDED_FILE, LAZY_ATTRIBUTES, Image, ImageOrigin
from articlelint.article.images.template_tags import IMAGE_TAGS, images_in_template_tags
from articlelint.markdown.parts import link_parts, wiki_url
from articlelint.text.regex import regex

if TYPE_CHECKING:
    from collections.abc import Iterator

    from articlelint.article.document import Document

_EMBEDDED_IMAGE = regex(r"\.(?:png|jpe?g|gif|svg|webp|avif|bmp)\Z", re.IGNORECASE)
_SIZE = regex(r"\d+(?:x\d+)?")

__all__ = ["IMAGE_TAGS", "LAZY_ATTRIBUTES", "Image", "ImageOrigin", "images"]


def images(article: Document) -> tuple[Image, ...]:
    """Return the images of *article* in reading order."""
    found = [*images_in_front_matter(article), *images_in_template_tags(article)]
    found += _in_markdown(article)
    if article.dialect.has_directives:
        from articlelint.article.images.directives import images_in_directives

        found += images_in_directives(article)
    if article.has_html:
        from articlelint.article.images.markup import images_in_html

        found += images_in_html(article)
    if article.syntax == "mdx":
        from articlelint.article.images.modules import imported_images, shown_images

        found += imported_images(article)
        if "<Image" in article.text or "import(" in article.text or "<Picture" in article.text:
            found += shown_images(article)
    return tuple(sorted(found, key=lambda image: image.span))


def _in_markdown(article: Document) -> Iterator[Image]:
    """Yield the images of Markdown; of one in the text of another only the text is used."""
    markdown = article.markdown
    embeds = article.site.generator.embeds_files
    done = -1
    for node in markdown.nodes("Image"):
        if node.span.start < done:
            continue
        done = node.span.end
        parts = link_parts(markdown, node)
        wiki = wiki_url(node)
        if wiki is not None and not _EMBEDDED_IMAGE.search(wiki):
            continue  # a note, a sound, a part of one
        if embeds and EMBEDDED_FILE.search(node.data["dest_url"]):
            continue
        url, span, dynamic = known_url(
            article, wiki or node.data["dest_url"], parts.destination or node.span
        )
        alt = markdown.text_of(node)
        if wiki is not None and (alt == node.data["dest_url"] or _SIZE.fullmatch(alt)):
            alt = ""
        yield Image(
            url=url,
            span=span,
            element=node.span,
            origin=ImageOrigin.MARKDOWN,
            alt=alt,
            alt_span=parts.text,
            dynamic=dynamic,
        )
