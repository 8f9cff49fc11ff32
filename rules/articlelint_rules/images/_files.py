"""The files of a site's own images: where an image leads."""

import os
import posixpath
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from articlelint import (
    Article,
    Image,
    ImageFile,
    ImageOrigin,
    image_file,
    is_file,
    lies_in,
    regex,
    true_name,
)

_PATH_PART = regex(r"[?#].*", re.DOTALL)
_READ_AT_MOST: Final = 64 * 1024


def candidates(article: Article, image: Image) -> Sequence[Path]:
    """Return the files that may serve an image; none where that cannot be known.

    What a template tag or a theme makes of a relative path is known of few.
    """
    known = article.view(_candidates)
    key = image.url, image.origin, image.place
    if key not in known:
        known[key] = _places(article, image)
    return known[key]


def is_named_before(article: Article, image: Image) -> bool:
    """Tell whether another key of the front matter names the same file, before this one."""
    if image.origin is not ImageOrigin.FRONT_MATTER:
        return False
    return any(
        other.url == image.url and other.span.start < image.span.start
        for other in article.images
        if other.origin is ImageOrigin.FRONT_MATTER
    )


def _candidates(_: Article) -> dict[tuple[str, str, str], Sequence[Path]]:
    """Return what remembers the candidates of an article."""
    return {}


def _places(article: Article, image: Image) -> Sequence[Path]:
    url = image.url
    if image.dynamic or not url or "\0" in url or "*" in url:
        return ()
    site = article.site
    rooted = url.startswith("/")
    if (
        image.origin is ImageOrigin.TEMPLATE
        and not (rooted and site.generator.knows_opening_fence)
        and not site.generator.knows_image_tag(image.place, site.root)
    ):
        return ()
    found = site.asset_candidates(url, article.path, raw=_is_raw(article, image))
    if not rooted and ":" not in url and site.generator.permalink_moves_images:
        moved = _from_permalink(article, url)
        if moved is not None:
            found = (*moved, *(found if site.generator.bundles_images else ()))
    if not rooted and found:
        found = (*found, *_in_repository(article, image))
    if rooted and site.root is not None and _is_required(article, image):
        # Webpack, ``resolve.roots``: the folder of the site, which is where it is built.
        found = (*found, site.root / unquote(_PATH_PART.sub("", url)).lstrip("/"))
    if image.place == "asset_img" and site.settings.post_asset_folder:
        own = Path(os.path.abspath(article.path)).with_suffix("")  # noqa: PTH100 - keeps links
        return tuple(place for place in found if place.is_relative_to(own))
    if image.origin is ImageOrigin.FRONT_MATTER and not rooted and ":" not in url:
        if not found or not site.generator.front_matter_images_are_relative:
            return ()
        found = (*found, *site.asset_candidates(f"/{url}", article.path))
    return found


def _in_repository(article: Article, image: Image) -> Sequence[Path]:
    """Return where a relative path leads in a file that no page is made of: on disk."""
    if article.front_matter is not None:
        return ()
    place = beside(article, image)
    copied = article.site.generator.copies_without_front_matter(article.path)
    return (place,) if place is not None and copied else ()


def _from_permalink(article: Article, url: str) -> Sequence[Path] | None:
    """Return where a relative URL leads on a page with a ``permalink``; None: it has none."""
    matter = article.front_matter
    data = matter.data if matter is not None and matter.root is not None else {}
    if not data.get("permalink"):
        return None
    own = article.site.permalink(article.path, data)
    if own is None:
        return ()
    return article.site.asset_candidates(posixpath.join(posixpath.dirname(own), url), article.path)


def _is_raw(article: Article, image: Image) -> bool:
    """Tell whether the URL is no Markdown, so that few generators rewrite it."""
    if image.origin in {ImageOrigin.MARKDOWN, ImageOrigin.MODULE}:
        return False
    if image.origin is not ImageOrigin.HTML:
        return not article.site.generator.front_matter_images_are_resolved
    if article.dialect.reads_html_image(article.text, image.span.start):
        return False
    start = image.span.start
    if _IN_STYLE.search(article.text, max(0, start - _LONGEST_STYLE), start):
        return True
    # JSX's `src={require('./a.png').default}` is a module, whatever it stands in.
    before = article.text[max(0, start - 2) : start]
    return "(" not in before and "{" not in before


_IN_STYLE = regex(r"\burl\([ \t]{0,4}[\"']?\Z", re.IGNORECASE)
_LONGEST_STYLE = 10


def _is_required(article: Article, image: Image) -> bool:
    """Tell whether a program loads it: ``require('/static/a.png')``."""
    return "require(" in article.text[max(0, image.span.start - 10) : image.span.start]


def found_otherwise(article: Article, image: Image) -> tuple[Path, str] | None:
    """Return the file that the same path leads to in another syntax, and who would find it."""
    if image.origin not in {ImageOrigin.MARKDOWN, ImageOrigin.HTML}:
        return None
    site, raw = article.site, _is_raw(article, image)
    found = site.asset_candidates(image.url, article.path, raw=not raw)
    path = next(filter(is_file, found), None)
    if path is None or site.root is None:
        return None
    assets = [mount.source for mount in site.settings.mounts if mount.kind == "assets"]
    if any(path.is_relative_to(site.root / folder) for folder in assets):
        return path, "a template"
    return path, "Markdown" if raw else "HTML"


def beside(article: Article, image: Image) -> Path | None:
    """Return where a relative path leads on disk, whatever the generator makes of it, or None."""
    path = unquote(_PATH_PART.sub("", image.url))
    if not path or path.startswith(("/", "\\")) or ":" in path or "\0" in path:
        return None
    return Path(os.path.abspath(Path(article.path).parent / path))  # noqa: PTH100 - keeps links


def leads_out(article: Article, image: Image) -> bool:
    """Tell whether a relative path leads out of the site's root."""
    root, place = article.site.root, beside(article, image)
    return root is not None and place is not None and not lies_in(place, root)


def local_file(article: Article, image: Image) -> Path | None:
    """Return the file of this site that is shown, or None."""
    return next(filter(is_file, candidates(article, image)), None)


def read_image(article: Article, image: Image) -> ImageFile | None:
    """Return what is known of the file of this site that is shown, or None."""
    path = local_file(article, image)
    return None if path is None else image_file(path)


def lies_in_lowered_folder(article: Article, places: Sequence[Path], root: Path) -> bool:
    """Tell whether a file is there, but for the names of folders that become lower case."""
    if not article.site.generator.lowers_folders:
        return False
    return any((true := true_name(place, root)) and true.name == place.name for place in places)


def exists(path: Path) -> bool:
    """Tell whether there is anything at *path*, a symbolic link to nothing included."""
    return os.path.lexists(path)
